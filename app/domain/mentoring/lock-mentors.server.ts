import type { Tx } from '#app/platform/db/db.server.ts';

/** Holds every mentor of a programme, always in the same order: their places are counted by one at a time. */
export async function lockMentorsOf(tx: Tx, programmeId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from "Mentor" where id in (
      select "mentorId" from "ProgrammeMentor" where "programmeId" = ${programmeId}::uuid and "leftAt" is null
    ) order by id for update`;
}
