import { expect, test } from 'vitest';
import { roleKinds } from '#app/domain/people/actor.ts';
import * as enums from '#app/platform/db/generated/enums.ts';

test.each([['RoleKind', roleKinds, enums.RoleKind]] as const)(
  '%s: the domain and the database know the same',
  (_name, domain, database) => {
    expect([...domain].sort()).toEqual(Object.values(database).sort());
  },
);
