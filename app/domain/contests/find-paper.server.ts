import { unitTitle } from '#app/domain/units/unit.ts';
import { db } from '#app/platform/db/db.server.ts';
import { readReceipt, receiptForm } from './entry.ts';

/**
 * What everybody who holds a receipt may check: that it is one, of which contest and when. Nothing personal, no title: a
 * judge who finds a receipt must learn nothing from it. Null where no paper has this number.
 */
export async function findPaper({ number }: { number: string }) {
  const receipt = readReceipt(number);
  if (!receiptForm.test(receipt)) return null;
  const entry = await db.entry.findUnique({
    where: { receipt },
    select: {
      number: true,
      receipt: true,
      enteredAt: true,
      changedAt: true,
      withdrawal: { select: { at: true } },
      division: { select: { name: true } },
      contest: {
        select: { slug: true, name: true, state: true, host: { select: { name: true, kind: true, code: true } } },
      },
    },
  });
  if (entry === null) return null;
  const { contest, withdrawal, ...rest } = entry;
  return {
    kind: 'entry' as const,
    ...rest,
    contest: { ...contest, host: unitTitle(contest.host) },
    withdrawnAt: withdrawal?.at ?? null,
  };
}
