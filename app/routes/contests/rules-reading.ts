import { redirect } from '@remix-run/node';
import { awardForm } from '#app/domain/contests/award-form.ts';
import { contestForm, rulesOf } from '#app/domain/contests/contest-form.ts';
import { contradictionsIn } from '#app/domain/contests/contradictions.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';

/** How rules would read, and what in them would contradict itself, if what stands in the form were saved. Saves nothing. */
export const action = forOfficers(async ({ person, part, form, url }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  if (url.searchParams.get('phan') === 'giai') {
    const rules = { ...contest.rules, ...(await form(awardForm)) };
    return Response.json({ rules, contradictions: contradictionsIn({ ...contest, rules }) });
  }
  const typed = await form(contestForm);
  const rules = rulesOf(typed, contest.rules);
  const { opensAt, closesAt } = typed;
  return Response.json({ rules, contradictions: contradictionsIn({ ...contest, opensAt, closesAt, rules }) });
});

export const loader = forOfficers(async ({ part }) => redirect(paths.contestSettings({ slug: part('slug') })));
