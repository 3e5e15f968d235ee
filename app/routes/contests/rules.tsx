import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findContest } from '#app/domain/contests/find-contest.server.ts';
import { findPublicRubrics } from '#app/domain/contests/find-public-rubrics.server.ts';
import { findRulesVersions } from '#app/domain/contests/find-rules-versions.server.ts';
import { findFields } from '#app/domain/ideas/find-fields.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { CalendarLine } from '#app/ui/contests/calendar-line.tsx';
import { FrozenMark } from '#app/ui/contests/frozen-mark.tsx';
import { RubricText } from '#app/ui/contests/rubric-text.tsx';
import { RulesText } from '#app/ui/contests/rules-text.tsx';
import { RulesVersions } from '#app/ui/contests/rules-versions.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('contests:rules.windowTitle', { contest: data.contest.name }),
};

export const loader = forReaders(async ({ part, person, locale }) => {
  const contest = insistOn(await findContest({ slug: part('slug'), by: person }));
  const [rubrics, versions, fields] = await Promise.all([
    findPublicRubrics({ contestId: contest.id }),
    findRulesVersions({ contestId: contest.id, locale }),
    contest.rules.entries.fieldIds.length > 0 ? findFields() : [],
  ]);
  return { contest, rubrics, versions, fields };
});

export default function Rules() {
  const { t } = useTranslation();
  const { contest, rubrics, versions, fields } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('contests:rules.title')}
      lead={contest.name}
      width="reading"
      trail={[
        { to: paths.contests(), label: t('contests:list.title') },
        { to: paths.contest(contest), label: contest.name },
      ]}
    >
      {contest.frozen && <FrozenMark contest={contest} frozen={contest.frozen} />}
      <Section title={t('contests:stops.label')}>
        <div className="rounded-card border border-line bg-surface p-5">
          <CalendarLine stops={contest.calendar} />
        </div>
      </Section>
      <RulesText
        rules={contest.rules}
        host={contest.host.name}
        rounds={contest.rounds}
        divisions={contest.divisions}
        fields={fields}
      />
      {rubrics.map((rubric) => (
        <Section
          key={`${rubric.round}-${rubric.division ?? ''}`}
          title={
            rubric.division === null
              ? t('contests:rules.rubric', { round: rubric.round })
              : t('contests:rules.rubricOf', { round: rubric.round, division: rubric.division })
          }
        >
          <RubricText criteria={rubric.criteria} />
        </Section>
      ))}
      <RulesVersions versions={versions} />
    </Page>
  );
}
