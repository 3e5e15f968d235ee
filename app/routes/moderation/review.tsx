import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sections } from '#app/domain/ideas/idea-text.ts';
import { findNextSubmission } from '#app/domain/moderation/find-queue.server.ts';
import { findReview } from '#app/domain/moderation/find-review.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Badge, type BadgeTone } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { AttachedFiles } from '#app/ui/ideas/attached-files.tsx';
import { DifferenceView } from '#app/ui/ideas/difference-view.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { StageBadge } from '#app/ui/ideas/stage-badge.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { DecisionDesk, DecisionKeys } from '#app/ui/moderation/decision-desk.tsx';
import { MarkedText } from '#app/ui/moderation/marked-text.tsx';
import { similarIdeas } from '#search/similar-ideas.server.ts';
import { filterOf, withFilter } from './queue-filter.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('moderation:review.title')}: ${data.review.text.title}`,
  noindex: true,
};

export const loader = forStaff(async ({ person, part, url }) => {
  const { filter, chosen } = filterOf(url);
  const submissionId = part('id');
  const review = await findReview({ by: person, submissionId, filter });
  const next = await findNextSubmission({ by: person, after: submissionId, filter });
  // What waits elsewhere comes from the database, what is public from the index as well: by its whole text, not its title alone.
  const { title, abstract, problem, solution } = review.text;
  const published = await similarIdeas({ title, body: `${abstract}\n${problem}\n${solution}`, limit: 5 });
  const known = new Set([review.idea.slug, ...review.similar.map((one) => one.slug)]);
  const similar = [
    ...review.similar,
    ...published
      .filter((one) => !known.has(one.slug))
      .map(({ slug, title, score }) => ({ slug, title, state: 'PUBLISHED', published: true, likeness: score })),
  ].sort((one, other) => other.likeness - one.likeness);
  return {
    review: { ...review, similar: similar.slice(0, 5) },
    back: withFilter(paths.moderation(), chosen),
    decision: withFilter(paths.decision({ id: review.id }), chosen),
    next: next === null ? null : withFilter(paths.submissionReview({ id: next }), chosen),
  };
});

export default function Review() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { review, back, decision, next } = useLoaderData<typeof loader>();
  const written = sections.filter((section) => section !== 'title' && review.text[section].trim() !== '');
  const place = [review.unit, review.province !== review.unit && review.province].filter(Boolean).join(', ');
  return (
    <DecisionKeys key={review.id} next={next}>
      <Page
        title={review.text.title}
        trail={[
          { to: paths.administration(), label: t('site:nav.administration') },
          { to: back, label: t('moderation:title') },
        ]}
        badges={
          <>
            <Badge tone="info">{t('moderation:review.version', { number: review.number })}</Badge>
            {review.field && <Badge>{fieldName(review.field)}</Badge>}
            <StageBadge stage={review.idea.stage} />
          </>
        }
        lead={
          <>
            {place}
            {place && ' · '}
            {t('moderation:review.sentBy')} <Time at={review.at} />
          </>
        }
      >
        <Standing />
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 max-w-reading space-y-8">
            {review.changes && (
              <Section title={t('moderation:review.changes', { from: review.changes.from })}>
                {review.changes.sections.length === 0 ? (
                  <p>{t('ideas:versions.same')}</p>
                ) : (
                  <DifferenceView changes={review.changes.sections} />
                )}
              </Section>
            )}
            <Section title={t('moderation:review.text')}>
              <div className="space-y-5">
                {written.map((section) => (
                  <section key={section}>
                    <h3 className="mb-1 text-lg">
                      {section === 'abstract' ? t('ideas:sections.abstract') : t(`ideas:shown.${section}`)}
                    </h3>
                    <MarkedText section={section} text={review.text[section]} found={review.personalData} />
                  </section>
                ))}
              </div>
            </Section>
            {review.files.length > 0 && (
              <Section title={t('moderation:review.files')}>
                <AttachedFiles
                  files={review.files.map((file, index) => ({ ...file, number: index + 1 }))}
                  to={(file) => paths.ideaFile(review.idea, file)}
                />
              </Section>
            )}
          </div>
          <div className="flex flex-col gap-6 lg:sticky lg:top-20">
            <Checks />
            {review.standing === 'open' && (
              <div className="lg:order-first">
                <DecisionDesk action={decision} next={next} />
              </div>
            )}
          </div>
        </div>
      </Page>
    </DecisionKeys>
  );
}

/** Where the submission stands, when it is no longer, or never was, this person's to decide on. */
function Standing() {
  const { t } = useTranslation();
  const { review, next, back } = useLoaderData<typeof loader>();
  if (review.standing === 'open') {
    return review.idea.published ? <Notice>{t('moderation:review.renewed')}</Notice> : null;
  }
  const { decision } = review;
  return (
    <Notice tone="warning" title={review.standing === 'decided' ? t('moderation:review.decided') : undefined}>
      {review.standing === 'own' && <p>{t('moderation:review.own')}</p>}
      {review.standing === 'recalled' && <p>{t('moderation:review.recalled')}</p>}
      {decision && (
        <>
          <p>
            {t('moderation:review.decidedBy', { name: decision.by })} <Time at={decision.at} />:{' '}
            {t(`moderation:decision.kinds.${decision.kind}`)}, {t(`moderation:decision.reasons.${decision.reason}`)}
          </p>
          {decision.note && <Written text={decision.note} />}
        </>
      )}
      <p className="mt-2">
        <ButtonLink to={next ?? back} size="sm" tone="secondary">
          {next === null ? t('moderation:review.back') : t('moderation:review.next')}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function Check({ title, tone, children }: { title: ReactNode; tone: 'ok' | 'warn'; children: ReactNode }) {
  return (
    <section className="space-y-1.5">
      <h3 className="flex items-center gap-2 font-semibold">
        <Icon
          name={tone === 'ok' ? 'check' : 'warning'}
          className={`size-5 ${tone === 'ok' ? 'text-ok-ink' : 'text-warn-ink'}`}
        />
        {title}
      </h3>
      <div className="space-y-1 pl-7 text-sm">{children}</div>
    </section>
  );
}

const shortText = 600;
const likely = 0.5;

function Checks() {
  const { t } = useTranslation();
  const { review } = useLoaderData<typeof loader>();
  const named = (unnamed: string | null): [string, BadgeTone] =>
    unnamed === null
      ? [t('moderation:review.named'), 'ok']
      : unnamed === 'no-guardian'
        ? [t('moderation:review.noGuardian'), 'warn']
        : [t('moderation:review.noConsent'), 'neutral'];
  return (
    <Card as="aside" className="space-y-5">
      <h2 className="text-xl">{t('moderation:review.checks')}</h2>
      <Check title={t('moderation:review.personal')} tone={review.personalData.length > 0 ? 'warn' : 'ok'}>
        {review.personalData.length === 0 ? (
          <p className="text-muted">{t('moderation:review.personalNone')}</p>
        ) : (
          <ul>
            {review.personalData.map((found) => (
              <li key={`${found.section}-${found.start}`} className="wrap-anywhere">
                {t(`moderation:review.personalKinds.${found.kind}`)}: <strong>{found.text}</strong>
                <span className="text-muted"> ({t(`ideas:sections.${found.section}`)})</span>
              </li>
            ))}
          </ul>
        )}
      </Check>
      <Check
        title={t('moderation:review.similar')}
        tone={review.similar.some((one) => one.likeness >= likely) ? 'warn' : 'ok'}
      >
        {review.similar.length === 0 ? (
          <p className="text-muted">{t('moderation:review.similarNone')}</p>
        ) : (
          <ul className="space-y-1">
            {review.similar.map((one, index) => (
              <li key={one.slug ?? index} className="wrap-anywhere">
                {one.slug !== null ? (
                  <Link to={paths.idea({ slug: one.slug })} className="link">
                    {one.title}
                  </Link>
                ) : (
                  t('moderation:review.similarHidden')
                )}{' '}
                <span className="text-muted">
                  {t('moderation:review.likeness', { percent: Math.round(one.likeness * 100) })} ·{' '}
                  {t(`ideas:states.${one.state}`)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Check>
      <Check
        title={t('moderation:review.authors')}
        tone={review.authors.some((author) => author.unnamed === 'no-guardian') ? 'warn' : 'ok'}
      >
        <ul className="space-y-1">
          {review.authors.map((author) => {
            const [words, tone] = named(author.unnamed);
            return (
              <li key={author.name}>
                {author.name}, {t('moderation:review.age', { age: author.age })} <Badge tone={tone}>{words}</Badge>
              </li>
            );
          })}
        </ul>
      </Check>
      <Check title={t('moderation:review.length')} tone={review.length < shortText ? 'warn' : 'ok'}>
        <p>
          <Num value={review.length} /> {t('moderation:review.characters')}
          {review.length < shortText && ` · ${t('moderation:review.short')}`}
        </p>
      </Check>
      <Check title={t('moderation:review.repeated')} tone={review.earlier.length > 2 ? 'warn' : 'ok'}>
        {review.earlier.length === 0 ? (
          <p className="text-muted">{t('moderation:review.repeatedNone')}</p>
        ) : (
          <ul className="space-y-1">
            {review.earlier.map((one) => (
              <li key={one.number}>
                {t('moderation:review.version', { number: one.number })}: {t(`moderation:decision.kinds.${one.kind}`)},{' '}
                {t(`moderation:decision.reasons.${one.reason}`)} (<Time at={one.at} form="date" />, {one.by})
                {one.note && <p className="as-typed text-muted">{one.note}</p>}
              </li>
            ))}
          </ul>
        )}
        {review.recalls > 0 && <p>{t('moderation:review.recalls', { count: review.recalls })}</p>}
      </Check>
      {review.lookingFor.length > 0 && (
        <p className="text-sm">
          {t('moderation:review.looking')}: {review.lookingFor.map((one) => t(`ideas:lookingFor.${one}`)).join(', ')}
        </p>
      )}
      <p className="flex flex-wrap gap-x-4 text-sm">
        <Link to={paths.idea(review.idea)} className="link">
          {t('moderation:review.openPage')}
        </Link>
        <Link to={paths.ideaVersions(review.idea)} className="link">
          {t('moderation:review.versions')}
        </Link>
      </p>
      {review.waiting > 0 && (
        <p className="text-sm text-muted">{t('moderation:review.left', { count: review.waiting })}</p>
      )}
    </Card>
  );
}
