import type { z } from 'zod';
import { findUnitNames } from '#app/domain/units/find-unit-names.server.ts';
import { findUnits } from '#app/domain/units/find-units.server.ts';
import { paths } from '#app/paths.ts';
import { type unitsAnswer, unitsQuery } from './contract.ts';
import { forPrograms } from './door.server.ts';

type Answer = z.infer<typeof unitsAnswer>;

/** Units by any of their names; without words the provinces. */
export const loader = forPrograms(unitsQuery, async ({ query, origin }): Promise<Answer> => {
  const text = query.q.trim();
  const found =
    text === ''
      ? (await findUnitNames()).provinces.map((one) => ({ ...one, kind: 'PROVINCE', province: null, formerly: null }))
      : await findUnits({ text, limit: query.perPage });
  return {
    items: found.map((unit) => ({
      slug: unit.slug,
      url: origin + paths.unit(unit),
      name: unit.name,
      kind: unit.kind.toLowerCase(),
      province: unit.province && { slug: unit.province.slug, name: unit.province.name },
      formerly: unit.formerly,
    })),
    total: found.length,
  };
});
