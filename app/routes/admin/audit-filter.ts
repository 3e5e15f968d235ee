import { auditNouns } from '#app/domain/audit/audit.ts';
import { type AuditFilter, isDay } from '#app/domain/audit/find-happenings.server.ts';
import { eventKinds } from '#app/domain/history/event.ts';

export type ChosenFilter = Record<'nguoi' | 'don-vi' | 'loai' | 'cuoc-thi' | 'tu' | 'den', string | undefined>;

/** How the history is narrowed, read from an address or a form; what makes no sense is no filter. */
export function auditFilterOf(from: { get: (name: string) => unknown }): { filter: AuditFilter; chosen: ChosenFilter } {
  const read = (name: string) => {
    const value = from.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined;
  };
  const slug = (name: string) => {
    const value = read(name);
    return value !== undefined && /^[a-z0-9-]{1,150}$/.test(value) ? value : undefined;
  };
  const day = (name: string) => {
    const value = read(name);
    return value !== undefined && isDay(value) ? value : undefined;
  };
  const kind = read('loai');
  const known =
    kind !== undefined && (auditNouns.includes(kind) || (eventKinds as readonly string[]).includes(kind))
      ? kind
      : undefined;
  const chosen: ChosenFilter = {
    nguoi: read('nguoi'),
    'don-vi': slug('don-vi'),
    loai: known,
    'cuoc-thi': slug('cuoc-thi'),
    tu: day('tu'),
    den: day('den'),
  };
  return {
    chosen,
    filter: {
      person: chosen.nguoi,
      unit: chosen['don-vi'],
      kind: chosen.loai,
      contest: chosen['cuoc-thi'],
      from: chosen.tu,
      to: chosen.den,
    },
  };
}
