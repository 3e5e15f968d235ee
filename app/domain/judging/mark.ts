export const markStandings = ['IN_FORCE', 'REPLACED', 'ASIDE', 'LATE'] as const;
export type MarkStanding = (typeof markStandings)[number];

/** A mark as it is kept. Revisions count up per criterion of a sheet, over every mark ever received. */
export type KeptMark = {
  id: string;
  key: string;
  value: number;
  revision: number;
  basedOn: number;
  standing: MarkStanding;
};

/** A mark as it arrives from a device. */
export type ArrivingMark = {
  /** Made on the device once per mark: the same key with the same value is the same mark again. */
  key: string;
  value: number;
  /** The revision in force that the device knew when the judge marked; 0 where there was none. */
  basedOn: number;
  /** Marks kept aside that the judge saw and has now decided about. */
  settles: readonly string[];
};

export type Reception = {
  /** `known`: it had arrived before and changes nothing. */
  known: KeptMark | null;
  /** What is written, where it is new. */
  written: { revision: number; standing: MarkStanding } | null;
  /** Kept marks that stop counting or waiting. */
  replaced: string[];
};

/** The mark that counts; null while there is none. */
export function inForce(kept: readonly KeptMark[]): KeptMark | null {
  return kept.find(({ standing }) => standing === 'IN_FORCE') ?? null;
}

/**
 * What happens to a mark that arrives for a criterion. Based on the one in force it takes its place. Based on an older one,
 * both are kept: the server's stays in force and the new one waits aside until the judge chooses. A late one (after submission
 * or closing) is kept and changes nothing. The order in which marks arrive, and how often, can neither lose one nor count one
 * twice nor put an older one over a newer one the judge had not seen.
 */
export function receiveMark(kept: readonly KeptMark[], mark: ArrivingMark, late: boolean): Reception {
  const known = kept.find(({ key, value }) => key === mark.key && value === mark.value) ?? null;
  if (known !== null) return { known, written: null, replaced: [] };
  const present = inForce(kept);
  const revision = kept.reduce((newest, one) => Math.max(newest, one.revision), 0) + 1;
  if (late) return { known: null, written: { revision, standing: 'LATE' }, replaced: [] };
  if (mark.basedOn === (present?.revision ?? 0)) {
    const settled = kept.filter(({ id, standing }) => standing === 'ASIDE' && mark.settles.includes(id));
    return {
      known: null,
      written: { revision, standing: 'IN_FORCE' },
      replaced: [...(present ? [present.id] : []), ...settled.map(({ id }) => id)],
    };
  }
  // Two devices gave the same mark: there is nothing to choose.
  const standing = present !== null && present.value === mark.value ? 'REPLACED' : 'ASIDE';
  return { known: null, written: { revision, standing }, replaced: [] };
}
