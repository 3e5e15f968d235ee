import type { EventKind } from '#app/domain/history/event.ts';
import type { HistoryEvent } from '#app/domain/history/read-events.server.ts';
import { db } from '#app/platform/db/db.server.ts';

/** These tell of an idea, but change nothing that everybody may read. */
const unseen: EventKind[] = [
  'idea.begun',
  'idea.submitted',
  'idea.recalled',
  'idea.returned',
  'idea-file.added',
  'idea-file.removed',
  'idea-member.invited',
  'idea-member.declined',
  'idea.followed',
  'idea.unfollowed',
  'idea-lead.offered',
  'idea-lead.declined',
  'idea-lead.taken-back',
];

const ofPeople: EventKind[] = [
  'person.renamed',
  'person.birth-date-corrected',
  'consent.given',
  'consent.refused',
  'consent.withdrawn',
];
const ofUnits: EventKind[] = ['unit.changed', 'unit.merged', 'unit.carried-over'];
const isOfContests = (kind: EventKind) => kind.startsWith('contest.') || kind.startsWith('round.');

const unique = <Item>(items: (Item | null)[]) => [...new Set(items.filter((item) => item !== null))];

/** The ideas whose public face may have changed by what happened. */
export async function touchedIdeas(events: HistoryEvent[]): Promise<string[]> {
  const direct = events.filter(({ kind }) => !unseen.includes(kind));
  const people = unique(events.filter(({ kind }) => ofPeople.includes(kind)).map(({ personId }) => personId));
  const units = unique(events.filter(({ kind }) => ofUnits.includes(kind)).map(({ unitId }) => unitId));
  const contests = unique(events.filter(({ kind }) => isOfContests(kind)).map(({ contestId }) => contestId));
  const entries = unique(events.filter(({ kind }) => kind.startsWith('entry.')).map(({ entryId }) => entryId));
  const isPublic = { publishedVersionId: { not: null } };
  const found = await Promise.all([
    people.length === 0
      ? []
      : db.idea.findMany({
          where: { ...isPublic, members: { some: { personId: { in: people } } } },
          select: { id: true },
        }),
    contests.length + entries.length === 0
      ? []
      : db.idea.findMany({
          where: {
            ...isPublic,
            entries: { some: { OR: [{ contestId: { in: contests } }, { id: { in: entries } }] } },
          },
          select: { id: true },
        }),
    units.length === 0
      ? []
      : db.$queryRaw<{ id: string }[]>`
          select i.id from "Idea" i left join "Unit" u on u.id = i."unitId"
          where i."publishedVersionId" is not null
            and (i."provinceId" = any (${units}::int[]) or exists (
              select 1 from "Unit" above where above.id = any (${units}::int[]) and u.path like above.path || '%'))`,
  ]);
  return unique([...direct.map(({ ideaId }) => ideaId), ...found.flat().map(({ id }) => id)]);
}
