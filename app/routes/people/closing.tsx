import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { closeAccount } from '#app/domain/people/close-account.server.ts';
import { type ClosingObstacle, closingForm, daysBeforeErasing } from '#app/domain/people/closing.ts';
import { findObstaclesOf } from '#app/domain/people/find-closing-obstacles.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:closing.title'), noindex: true };

export const loader = forMembers(async ({ person }) => ({ obstacles: await findObstaclesOf({ by: person }) }));

export const action = forMembers(async ({ person, form, endSession }) => {
  const { password, ideas } = await form(closingForm);
  await closeAccount({ by: person, password, ideas });
  return redirect(`${paths.reopening()}?da-dong=1`, { headers: await endSession() });
});

export default function Closing() {
  const { t } = useTranslation();
  const { obstacles } = useLoaderData<typeof loader>();
  const days = daysBeforeErasing;
  return (
    <Page
      title={t('people:closing.title')}
      lead={t('people:closing.lead', { days })}
      width="form"
      trail={[{ to: paths.account(), label: t('people:account.title') }]}
    >
      {obstacles.length > 0 ? (
        <>
          <Notice tone="warning" title={t('people:closing.obstacles')}>
            {t('people:closing.obstaclesWhy')}
          </Notice>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {obstacles.map((one) => (
              <Obstacle key={JSON.stringify(one)} obstacle={one} />
            ))}
          </ul>
        </>
      ) : (
        <>
          <Section title={t('people:closing.atOnce')}>
            <div className="prose">
              <ul>
                {(['out', 'names', 'roles', 'contact'] as const).map((what) => (
                  <li key={what}>{t(`people:closing.now.${what}`)}</li>
                ))}
              </ul>
            </div>
          </Section>
          <Section title={t('people:closing.later', { days })}>
            <div className="prose">
              <ul>
                {(['person', 'drafts', 'words'] as const).map((what) => (
                  <li key={what}>{t(`people:closing.erased.${what}`)}</li>
                ))}
              </ul>
              <p>{t('people:closing.stays')}</p>
            </div>
          </Section>
          <Form>
            <Choice
              name="ideas"
              label={t('people:closing.ideas')}
              options={[
                {
                  value: 'KEPT_UNNAMED',
                  label: t('people:closing.kept'),
                  hint: t('people:closing.keptHint'),
                },
                {
                  value: 'WITHDRAWN',
                  label: t('people:closing.withdrawn'),
                  hint: t('people:closing.withdrawnHint', { days }),
                },
              ]}
            />
            <Checkbox name="sure" label={t('people:closing.sure')} />
            <PasswordField
              name="password"
              label={t('people:account.ownPassword')}
              autoComplete="current-password"
              required
            />
            <FormActions>
              <Button tone="danger">{t('people:closing.send')}</Button>
              <ButtonLink to={paths.ownData()} tone="secondary">
                {t('people:ownData.title')}
              </ButtonLink>
            </FormActions>
          </Form>
        </>
      )}
    </Page>
  );
}

function Obstacle({ obstacle }: { obstacle: ClosingObstacle }) {
  const { t } = useTranslation();
  const to = {
    'last-administrator': paths.administration(),
    'leads-a-team': 'slug' in obstacle ? paths.ideaTeam(obstacle) : paths.mine(),
    'only-chair': 'slug' in obstacle ? paths.managedContest(obstacle) : paths.administration(),
    'open-sheets': paths.desk(),
    'mentors-a-team': paths.ownMentoring(),
    'last-representative': paths.business(),
  }[obstacle.kind];
  const name = 'name' in obstacle ? obstacle.name || t('ideas:untitled') : '';
  return (
    <li className="px-4 py-3">
      <Link to={to} className="link font-semibold wrap-anywhere">
        {t(`people:closing.obstacle.${obstacle.kind}`, { name, count: 'count' in obstacle ? obstacle.count : 1 })}
      </Link>
      <p className="text-sm text-muted">{t(`people:closing.instead.${obstacle.kind}`)}</p>
    </li>
  );
}
