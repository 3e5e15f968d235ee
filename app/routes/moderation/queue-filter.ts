import type { QueueFilter } from '#app/domain/moderation/find-queue.server.ts';

const kinds = { moi: 'first', 'cap-nhat': 'renewed' } as const;

/** How the queue is narrowed, read from the address; what makes no sense is no filter. */
export function filterOf(url: URL): { filter: QueueFilter; chosen: Record<string, string | undefined>; page: number } {
  const read = (name: string) => url.searchParams.get(name)?.slice(0, 64) || undefined;
  const asked = read('linh-vuc');
  const field = asked !== undefined && /^[a-z0-9-]+$/.test(asked) ? asked : undefined;
  const province = read('tinh');
  const kind = read('loai');
  const page = Number(read('trang') ?? 1);
  const provinceId = province !== undefined && /^\d{1,9}$/.test(province) ? Number(province) : undefined;
  const known = kind !== undefined && kind in kinds ? (kind as keyof typeof kinds) : undefined;
  return {
    filter: { fieldId: field, provinceId, kind: known && kinds[known] },
    chosen: {
      'linh-vuc': field,
      tinh: provinceId === undefined ? undefined : String(provinceId),
      loai: known,
    },
    page: Number.isInteger(page) && page > 0 ? Math.min(page, 1_000_000) : 1,
  };
}

/** The same filter on another address. */
export function withFilter(path: string, chosen: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
