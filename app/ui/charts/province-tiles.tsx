import { Link } from '@remix-run/react';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatNumber } from '#app/words/format.ts';

/** Column, row and short name of each province since 1 July 2025, by its code: a grid in the shape of the country. */
const places: Record<string, [number, number, string]> = {
  '12': [1, 0, 'Lai Châu'],
  '15': [2, 0, 'Lào Cai'],
  '08': [3, 0, 'Tuyên Q.'],
  '04': [4, 0, 'Cao Bằng'],
  '11': [0, 1, 'Điện Biên'],
  '14': [1, 1, 'Sơn La'],
  '25': [2, 1, 'Phú Thọ'],
  '19': [3, 1, 'Thái Ng.'],
  '20': [4, 1, 'Lạng Sơn'],
  '01': [2, 2, 'Hà Nội'],
  '24': [3, 2, 'Bắc Ninh'],
  '22': [4, 2, 'Q. Ninh'],
  '37': [2, 3, 'N. Bình'],
  '33': [3, 3, 'H. Yên'],
  '31': [4, 3, 'H. Phòng'],
  '38': [2, 4, 'T. Hóa'],
  '40': [2, 5, 'Nghệ An'],
  '42': [2, 6, 'Hà Tĩnh'],
  '44': [3, 7, 'Q. Trị'],
  '46': [3, 8, 'Huế'],
  '48': [4, 9, 'Đà Nẵng'],
  '51': [4, 10, 'Q. Ngãi'],
  '52': [4, 11, 'Gia Lai'],
  '66': [4, 12, 'Đắk Lắk'],
  '68': [3, 13, 'Lâm Đồng'],
  '56': [4, 13, 'K. Hòa'],
  '80': [1, 14, 'Tây Ninh'],
  '75': [2, 14, 'Đồng Nai'],
  '79': [3, 14, 'TP. HCM'],
  '91': [0, 15, 'An Giang'],
  '82': [1, 15, 'Đ. Tháp'],
  '86': [2, 15, 'Vĩnh Long'],
  '92': [1, 16, 'Cần Thơ'],
  '96': [1, 17, 'Cà Mau'],
};

/** The two special zones at sea, each with the province it belongs to. */
const islands: { code: string; column: number; row: number; name: string }[] = [
  { code: '48', column: 5.4, row: 8, name: 'Hoàng Sa' },
  { code: '56', column: 5.4, row: 14, name: 'Trường Sa' },
];

const side = 76;
const gap = 4;
const columns = 6.4;
const rows = 18;
const shades = ['fill-sunken', 'fill-shade-1', 'fill-shade-2', 'fill-shade-3', 'fill-shade-4'];
const inks = ['fill-ink', 'fill-shade-ink-1', 'fill-shade-ink-2', 'fill-shade-ink-3', 'fill-shade-ink-4'];

/** 0 where there is nothing, else 1 to 4 by quarters of the largest, on a square-root scale: small ones must not vanish. */
function shadeOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil(Math.sqrt(value / most) * 4)));
}

export type ProvinceValue = { code: string | null; name: string; to: string; value: number };

/**
 * The country as tiles, each province shaded by a count and leading to its page. The counts stand in the tiles and in the name of each link;
 * give the same as a table beside it.
 */
export function ProvinceTiles({ label, provinces }: { label: string; provinces: readonly ProvinceValue[] }) {
  const locale = useLocale();
  const most = Math.max(0, ...provinces.map((province) => province.value));
  const at = (column: number, row: number) => ({ x: column * side + gap / 2, y: row * side + gap / 2 });
  return (
    <figure aria-label={label}>
      <svg viewBox={`0 0 ${columns * side} ${rows * side}`} className="mx-auto h-auto w-full max-w-md">
        <title>{label}</title>
        {islands.map(({ name, column, row }) => {
          const { x, y } = at(column, row);
          return (
            <g key={name}>
              <rect
                x={x}
                y={y}
                width={side - gap}
                height={side - gap}
                rx="8"
                className="fill-none stroke-line-strong"
                strokeDasharray="3 4"
              />
              <text x={x + 36} y={y + 32} textAnchor="middle" fontSize="14.5" className="fill-ink">
                {name.split(' ')[0]}
              </text>
              <text x={x + 36} y={y + 50} textAnchor="middle" fontSize="14.5" className="fill-ink">
                {name.split(' ')[1]}
              </text>
            </g>
          );
        })}
        {provinces.map((province) => {
          const place = province.code === null ? undefined : places[province.code];
          if (!place) return null;
          const { x, y } = at(place[0], place[1]);
          const shade = shadeOf(province.value, most);
          const words = formatNumber(province.value, locale);
          return (
            <Link key={province.code} to={province.to} aria-label={`${province.name}: ${words}`} className="group">
              <title>{`${province.name}: ${words}`}</title>
              <rect
                x={x}
                y={y}
                width={side - gap}
                height={side - gap}
                rx="8"
                className={`${shades[shade]} stroke-2 group-hover:stroke-ink group-focus-visible:stroke-ink`}
              />
              <text x={x + 36} y={y + 30} textAnchor="middle" fontSize="14.5" className={inks[shade]}>
                {place[2]}
              </text>
              <text x={x + 36} y={y + 55} textAnchor="middle" fontSize="18" fontWeight="700" className={inks[shade]}>
                {words}
              </text>
            </Link>
          );
        })}
      </svg>
    </figure>
  );
}
