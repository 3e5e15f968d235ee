import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { entryForm } from '#app/domain/contests/contest-form.ts';
import { enterIdea } from '#app/domain/contests/enter-idea.server.ts';
import { answersIn, longestAnswer } from '#app/domain/contests/entry-answers.ts';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findEntering } from '#app/domain/contests/find-entering.server.ts';
import { divisionLines } from '#app/domain/contests/rules-in-words.ts';
import { paths } from '#app/paths.ts';
import { forMembers, insistOn } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Choice } from '#app/ui/controls/choice.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { FieldErrors } from '#app/ui/controls/field.tsx';
import { Form, useBecause, useField } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:entering.windowTitle', { contest: data.contest.name }),
};

export const loader = forMembers(async ({ part, person }) => {
  const slug = part('slug');
  const contest = insistOn(await findContest({ slug, by: person }));
  const { open, until, candidates, prepared } = insistOn(await findEntering({ slug, by: person }));
  return { contest, open, until, candidates, prepared };
});

export const action = forMembers(async ({ part, person, form }) => {
  const { idea, division, ...rest } = await form(entryForm);
  const slug = part('slug');
  const answers = answersIn(rest);
  const { number } = await enterIdea({ by: person, slug, ideaId: idea.id, version: idea.version, division, answers });
  return redirect(paths.entry({ slug }, { number }));
});

export default function NewEntry() {
  const { t } = useTranslation();
  const say = useBecause();
  const { contest, open, until, candidates, prepared } = useLoaderData<typeof loader>();
  const fit = candidates.filter(({ broken }) => broken.length === 0);
  const first =
    fit.find(({ ideaId }) => prepared.some((one) => one.ideaId === ideaId)) ?? (fit.length === 1 ? fit[0] : undefined);
  const meant = prepared.find(({ ideaId }) => ideaId === first?.ideaId)?.division ?? undefined;
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
          {t(until === null ? 'contests:when.closes' : 'contests:extending.own')}{' '}
          <Time at={until ?? contest.closesAt} /> (<Time at={until ?? contest.closesAt} form="left" />
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
            defaultValue={first && `${first.ideaId}.${first.version.number}`}
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
              defaultValue={contest.divisions.find(({ slug }) => slug === meant)?.slug}
              options={contest.divisions.map(({ slug, name }) => ({
                value: slug,
                label: name,
                hint: divisionLines(contest.rules, slug).map(say).join(' ') || undefined,
              }))}
            />
          )}
          <DivisionErrors />
          {contest.rules.entries.questions.map((question, index) => (
            <TextArea
              // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
              key={index}
              name={`answer.${index + 1}`}
              label={question}
              hint={t('contests:entering.answerHint')}
              rows={3}
              max={longestAnswer}
              required
            />
          ))}
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

/** With one division alone there is no control for it, and what its conditions refuse stands here. */
function DivisionErrors() {
  const { contest } = useLoaderData<typeof loader>();
  const field = useField('division');
  return contest.divisions.length === 1 ? <FieldErrors id={field.errorId} errors={field.errors} /> : null;
}
