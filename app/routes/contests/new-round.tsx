import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { roundForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { makeRound } from '#app/domain/contests/make-round.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { RoundFields } from '#app/ui/contests/round-fields.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('organising:managed.newRound') };

export const loader = forOfficers(async ({ person, part }) => ({
  contest: await findManagedContest({ slug: part('slug'), by: person }),
}));

export const action = forOfficers(async ({ person, part, form }) => {
  const { slug, number } = await makeRound({ by: person, slug: part('slug'), form: await form(roundForm) });
  return redirect(paths.rubric({ slug }, { number }));
});

export default function NewRound() {
  const { t } = useTranslation();
  const { contest } = useLoaderData<typeof loader>();
  const last = contest.rounds.at(-1);
  return (
    <Page title={t('organising:managed.newRound')} lead={contest.name} width="form" trail={useManagedTrail(contest)}>
      {contest.may.prepare ? (
        <Form>
          <RoundFields
            round={{
              name: t('organising:roundKinds.FINAL'),
              kind: 'FINAL',
              opensAt: last?.closesAt ?? contest.closesAt,
              closesAt: null,
              reviewsPerEntry: 5,
              method: 'RAW',
              blind: false,
              panels: 'NONE',
              panelUnits: [],
              othersMarks: 'CLOSED',
              top: null,
              minMean: null,
              noZero: false,
            }}
          />
          <FormActions>
            <Button>{t('organising:managed.newRoundSend')}</Button>
          </FormActions>
        </Form>
      ) : (
        <Notice tone="warning">{t('contests:refusals.frozen')}</Notice>
      )}
    </Page>
  );
}
