import type { UnitKind } from '#app/domain/units/unit.ts';

export type Institution = { name: string; kind: UnitKind; below?: Institution[] };

/** Directly under the centre. */
export const underTheCentre: Institution[] = [
  { name: 'Đại học Quốc gia Hà Nội', kind: 'UNIVERSITY' },
  { name: 'Bộ Khoa học và Công nghệ', kind: 'AGENCY' },
  { name: 'Tập đoàn Điện lực Việt Nam', kind: 'ENTERPRISE' },
  { name: 'Quân đội nhân dân Việt Nam', kind: 'ARMED_FORCES' },
  { name: 'Công an nhân dân Việt Nam', kind: 'ARMED_FORCES' },
];

/** By the code of the province they lie in: a start, which staff complete. */
export const underProvinces: Record<string, Institution[]> = {
  '01': [
    {
      name: 'Đại học Bách khoa Hà Nội',
      kind: 'UNIVERSITY',
      below: [{ name: 'Trường Công nghệ Thông tin và Truyền thông, Đại học Bách khoa Hà Nội', kind: 'UNIVERSITY' }],
    },
    { name: 'Đại học Kinh tế Quốc dân', kind: 'UNIVERSITY' },
    { name: 'Trường Đại học Sư phạm Hà Nội', kind: 'UNIVERSITY' },
    { name: 'Học viện Nông nghiệp Việt Nam', kind: 'UNIVERSITY' },
    { name: 'Trường THPT Chu Văn An', kind: 'SCHOOL' },
    { name: 'Trường THPT chuyên Hà Nội - Amsterdam', kind: 'SCHOOL' },
  ],
  '19': [{ name: 'Đại học Thái Nguyên', kind: 'UNIVERSITY' }],
  '22': [
    { name: 'Trường Đại học Hạ Long', kind: 'UNIVERSITY' },
    { name: 'Trường THPT chuyên Hạ Long', kind: 'SCHOOL' },
    { name: 'Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam', kind: 'ENTERPRISE' },
  ],
  '31': [{ name: 'Trường Đại học Hàng hải Việt Nam', kind: 'UNIVERSITY' }],
  '38': [
    { name: 'Trường Đại học Hồng Đức', kind: 'UNIVERSITY' },
    { name: 'Trường THPT chuyên Lam Sơn', kind: 'SCHOOL' },
  ],
  '40': [
    { name: 'Trường Đại học Vinh', kind: 'UNIVERSITY' },
    { name: 'Trường THPT chuyên Phan Bội Châu', kind: 'SCHOOL' },
  ],
  '46': [
    { name: 'Đại học Huế', kind: 'UNIVERSITY' },
    { name: 'Trường THPT chuyên Quốc Học Huế', kind: 'SCHOOL' },
  ],
  '48': [
    {
      name: 'Đại học Đà Nẵng',
      kind: 'UNIVERSITY',
      below: [{ name: 'Trường Đại học Bách khoa, Đại học Đà Nẵng', kind: 'UNIVERSITY' }],
    },
    { name: 'Trường THPT chuyên Lê Quý Đôn', kind: 'SCHOOL' },
  ],
  '52': [{ name: 'Trường Đại học Quy Nhơn', kind: 'UNIVERSITY' }],
  '56': [{ name: 'Trường Đại học Nha Trang', kind: 'UNIVERSITY' }],
  '66': [{ name: 'Trường Đại học Tây Nguyên', kind: 'UNIVERSITY' }],
  '68': [{ name: 'Trường Đại học Đà Lạt', kind: 'UNIVERSITY' }],
  '79': [
    {
      name: 'Đại học Quốc gia TP. Hồ Chí Minh',
      kind: 'UNIVERSITY',
      below: [
        { name: 'Trường Đại học Bách khoa, Đại học Quốc gia TP. Hồ Chí Minh', kind: 'UNIVERSITY' },
        { name: 'Trường Đại học Khoa học Tự nhiên, Đại học Quốc gia TP. Hồ Chí Minh', kind: 'UNIVERSITY' },
      ],
    },
    { name: 'Đại học Kinh tế TP. Hồ Chí Minh', kind: 'UNIVERSITY' },
    { name: 'Trường THPT chuyên Lê Hồng Phong', kind: 'SCHOOL' },
  ],
  '82': [{ name: 'Trường Đại học Đồng Tháp', kind: 'UNIVERSITY' }],
  '86': [{ name: 'Trường Đại học Trà Vinh', kind: 'UNIVERSITY' }],
  '91': [{ name: 'Trường Đại học An Giang', kind: 'UNIVERSITY' }],
  '92': [
    {
      name: 'Đại học Cần Thơ',
      kind: 'UNIVERSITY',
      below: [
        { name: 'Trường Bách khoa, Đại học Cần Thơ', kind: 'UNIVERSITY' },
        { name: 'Trường Công nghệ Thông tin và Truyền thông, Đại học Cần Thơ', kind: 'UNIVERSITY' },
        { name: 'Trường Nông nghiệp, Đại học Cần Thơ', kind: 'UNIVERSITY' },
      ],
    },
    { name: 'Trường Đại học Y Dược Cần Thơ', kind: 'UNIVERSITY' },
    { name: 'Trường THPT Châu Văn Liêm', kind: 'SCHOOL' },
    { name: 'Trường THPT chuyên Lý Tự Trọng', kind: 'SCHOOL' },
    { name: 'Trường THPT Phan Ngọc Hiển', kind: 'SCHOOL' },
    { name: 'Trường THCS Đoàn Thị Điểm', kind: 'SCHOOL' },
    { name: 'Công ty Cấp thoát nước Cần Thơ', kind: 'ENTERPRISE' },
  ],
  '96': [{ name: 'Trường THPT chuyên Phan Ngọc Hiển', kind: 'SCHOOL' }],
};
