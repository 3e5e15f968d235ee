import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { changeRound } from '#app/domain/contests/change-round.server.ts';
import { roundForm } from '#app/domain/contests/contest-form.ts';
import { findManagedContest } from '#app/domain/contests/find-managed-contest.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers, insistOn } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { AmendmentFields } from '#app/ui/contests/amendment-fields.tsx';
import { Contradictions } from '#app/ui/contests/contradictions.tsx';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { RoundFields } from '#app/ui/contests/round-fields.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { DefinitionList } from '#app/ui/controls/definition-list.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('judging:round.settings')} – ${data.round.name}`,
};

export const loader = forOfficers(async ({ person, part }) => {
  const contest = await findManagedContest({ slug: part('slug'), by: person });
  const round = insistOn(contest.rounds.find(({ number }) => number === numberIn(part('number'))));
  const pass = contest.rules.pass.find((one) => one.round === round.number);
  return { contest, round, pass: pass ?? { top: null, minMean: null, noZero: false } };
});

export const action = forOfficers(async ({ person, part, form }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await changeRound({ by: person, slug, number, form: await form(roundForm) });
  return redirect(paths.roundSettings({ slug }, { number }));
});

export default function RoundSettings() {
  const { t } = useTranslation();
  const refused = useActionData() !== undefined;
  const { contest, round, pass } = useLoaderData<typeof loader>();
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      <div className="max-w-form space-y-8">
        <Contradictions contest={contest} contradictions={contest.contradictions} at={round.number} />
        {contest.may.prepare ? (
          <>
            <Form>
              <RoundFields round={{ ...round, ...pass }} />
              <FormActions>
                <Button>{t('organising:save')}</Button>
              </FormActions>
            </Form>
            {contest.rounds.length > 1 && round.number === contest.rounds.at(-1)?.number && (
              <ActButton
                action={paths.roundRemoval(contest, round)}
                label={t('organising:managed.removeRound')}
                tone="danger"
                size="sm"
                confirm={t('organising:managed.removeRoundMeaning')}
              />
            )}
          </>
        ) : (
          <>
            {contest.may.amend && round.state !== 'CLOSED' && round.state !== 'PUBLISHED' ? (
              <details open={refused}>
                <summary className={buttonLook('secondary')}>{t('organising:amending.title')}</summary>
                <Form className="mt-5 space-y-6">
                  <RoundFields round={{ ...round, ...pass }} />
                  <AmendmentFields />
                  <FormActions>
                    <Button>{t('organising:amending.send')}</Button>
                  </FormActions>
                </Form>
              </details>
            ) : (
              <Notice>{t('contests:refusals.frozen')}</Notice>
            )}
            <DefinitionList
              items={[
                { label: t('organising:fields.roundKind'), value: t(`organising:roundKinds.${round.kind}`) },
                { label: t('organising:fields.marksFrom'), value: <Time at={round.opensAt} /> },
                { label: t('organising:fields.marksDue'), value: <Time at={round.closesAt} /> },
                { label: t('organising:fields.reviews'), value: String(round.reviewsPerEntry) },
                { label: t('organising:fields.method'), value: t(`contests:methods.${round.method}`) },
                {
                  label: t('organising:fields.blind'),
                  value: t(round.blind ? 'contests:page.roundBlind' : 'contests:page.roundOpen'),
                },
                {
                  label: t('organising:fields.panels'),
                  value:
                    round.panels === 'UNIT'
                      ? round.panelUnits.map(({ name }) => name).join('; ')
                      : t(`organising:panelKinds.${round.panels}`),
                },
                {
                  label: t('organising:fields.othersMarks'),
                  value: t(`organising:othersMarks.${round.othersMarks}`),
                },
                { label: t('organising:fields.top'), value: pass.top === null ? null : String(pass.top) },
                { label: t('organising:fields.minMean'), value: pass.minMean === null ? null : String(pass.minMean) },
              ]}
            />
          </>
        )}
      </div>
    </Page>
  );
}
