import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { entryForm } from '#app/domain/contests/contest-form.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findEntering } from '#app/domain/contests/find-entering.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers, insistOn } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:entering.windowTitle', { contest: data.contest.name }),
};

export const loader = forMembers(async ({ part, person }) => {
  const slug = part('slug');
  const contest = insistOn(await findContest({ slug, by: person }));
  const { open, candidates } = insistOn(await findEntering({ slug, by: person }));
  return { contest, open, candidates };
});

export const action = forMembers(async ({ part, person, form }) => {
  const { idea, division } = await form(entryForm);
  const slug = part('slug');
  const { number } = await enterIdea({ by: person, slug, ideaId: idea.id, version: idea.version, division });
  return redirect(paths.entry({ slug }, { number }));
});

export default function NewEntry() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest, open, candidates } = useLoaderData<typeof loader>();
  const fit = candidates.filter(({ broken }) => broken.length === 0);
  const [only] = contest.divisions;
  return (
    <Page
      title={t('contests:entering.title')}
      lead={contest.name}
      width="form"
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
    >
      {open ? (
        <p>
          {t('contests:when.closes')} <Time at={contest.closesAt} /> (<Time at={contest.closesAt} form="left" />
          ). {t('contests:entering.clock')}
        </p>
      ) : (
        <Notice tone="warning">{t(`contests:now.${contest.phase}`)}</Notice>
      )}
      {contest.rules.blind && <Notice title={t('contests:entering.blindTitle')}>{t('contests:entering.blind')}</Notice>}
      {candidates.length === 0 ? (
        <EmptyState
          icon="spark"
          title={t('contests:entering.noIdeas')}
          action={
            <ButtonLink to={paths.newIdea()} icon="plus">
              {t('contests:entering.newIdea')}
            </ButtonLink>
          }
        >
          {t('contests:entering.noIdeasWhy')}
        </EmptyState>
      ) : (
        <Form>
          <Choice
            name="idea"
            label={t('contests:entering.idea')}
            hint={fit.length === 0 ? t('contests:entering.noneFits') : t('contests:entering.ideaHint')}
            defaultValue={fit.length === 1 ? `${fit[0]!.ideaId}.${fit[0]!.version.number}` : undefined}
            options={candidates.map(({ ideaId, version, broken }) => ({
              value: `${ideaId}.${version.number}`,
              label: version.title,
              disabled: broken.length > 0,
              hint:
                broken.length === 0 ? (
                  t('contests:entering.version', { number: version.number })
                ) : (
                  <ul className="list-disc pl-4 text-danger-ink">
                    {broken.map((reason) => (
                      <li key={`${reason.key}-${JSON.stringify(reason.values ?? {})}`}>{say(reason)}</li>
                    ))}
                  </ul>
                ),
            }))}
          />
          {contest.divisions.length === 1 && only ? (
            <HiddenField name="division" value={only.slug} />
          ) : (
            <Choice
              name="division"
              label={t('contests:entering.division')}
              options={contest.divisions.map(({ slug, name }) => ({ value: slug, label: name }))}
            />
          )}
          {open && fit.length > 0 && (
            <FormActions sticky>
              <Button tone="joy" icon="send">
                {t('contests:entering.send')}
              </Button>
            </FormActions>
          )}
        </Form>
      )}
    </Page>
  );
}
