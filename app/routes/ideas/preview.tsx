import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findPreview } from '#app/domain/ideas/find-preview.server.ts';
import { personalDataIn } from '#app/domain/moderation/personal-data.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { useBecause } from '#app/ui/controls/form.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { StageBadge } from '#app/ui/ideas/stage-badge.tsx';
import { BottomBar, Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:preview.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const preview = await findPreview({ by: person, slug: part('slug') });
  insistOnAddress(url, part('slug'), preview);
  const field = preview.fields.find((one) => one.id === preview.text.fieldId) ?? null;
  return {
    slug: preview.slug,
    state: preview.state,
    stage: preview.stage,
    text: preview.text,
    field,
    missing: preview.missing,
    maySubmit: preview.maySubmit,
    lead: preview.lead,
    trusted: preview.trusted,
    audience: preview.audience,
    authors: preview.authors,
    hasFiles: preview.files.length > 0,
    personal: personalDataIn(preview.text).map(({ kind, text }) => ({ kind, text })),
  };
});

export default function Preview() {
  const { t } = useTranslation();
  const say = useBecause();
  const fieldName = useFieldName();
  const idea = useLoaderData<typeof loader>();
  const missing = Object.entries(idea.missing);
  const { audience } = idea;
  const place = audience.unit ?? audience.province;
  return (
    <Page
      title={t('ideas:preview.title')}
      lead={t('ideas:preview.lead')}
      width="reading"
      trail={[{ to: paths.idea(idea), label: idea.text.title || t('ideas:untitled') }]}
    >
      {missing.length > 0 && (
        <Notice tone="warning" title={t('ideas:preview.missingTitle')}>
          <ul className="mt-1 space-y-1">
            {missing.map(([part, reasons]) => (
              <li key={part}>
                <Link to={`${paths.ideaDraft(idea)}?kiem#idea-${part}`} className="link">
                  {t(`ideas:sections.${part}`)}
                </Link>
                : {reasons.map(say).join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {idea.personal.length > 0 && (
        <Notice tone="warning" title={t('ideas:preview.personalTitle')}>
          <p>{idea.personal.map((one) => one.text).join(' · ')}</p>
          <p>{t('ideas:preview.personal')}</p>
        </Notice>
      )}
      <Section title={t('ideas:preview.whoTitle')}>
        <Card>
          <ul className="space-y-2">
            {idea.authors.map((author) => (
              <li key={author.name} className="flex flex-wrap items-baseline gap-x-2">
                <Icon name={author.unnamed === null ? 'eye' : 'lock'} className="size-5 self-center text-muted" />
                <span className="font-semibold">{author.name}</span>
                <span className="text-muted">
                  {author.unnamed === null
                    ? t('ideas:preview.named')
                    : author.unnamed === 'no-guardian'
                      ? t('ideas:preview.noGuardian')
                      : t('ideas:preview.noConsent')}
                </span>
                {author.me && author.unnamed !== null && (
                  <Link to={paths.consent()} className="link">
                    {t('ideas:preview.myConsent')}
                  </Link>
                )}
              </li>
            ))}
            {place && (
              <li className="flex items-center gap-2">
                <Icon name="pin" className="size-5 text-muted" />
                {t('ideas:preview.unit', { place })}
              </li>
            )}
            {idea.hasFiles && (
              <li className="flex items-center gap-2">
                <Icon name="file" className="size-5 text-muted" />
                {audience.filesOpen ? t('ideas:preview.files') : t('ideas:preview.filesHidden')}
              </li>
            )}
          </ul>
          <p className="mt-3 text-sm text-muted">{t('ideas:preview.staff')}</p>
        </Card>
      </Section>
      <Card as="article" className="space-y-6">
        <header>
          <h2 className="text-3xl wrap-anywhere">{idea.text.title || t('ideas:untitled')}</h2>
          <div className="mt-3 flex flex-wrap gap-2">
            {idea.field && <Badge tone="info">{fieldName(idea.field)}</Badge>}
            <StageBadge stage={idea.stage} />
          </div>
          {idea.text.abstract && <p className="mt-3 text-lg text-muted wrap-anywhere">{idea.text.abstract}</p>}
          <p className="mt-3 text-sm">
            {audience.names.length > 0 ? audience.names.join(', ') : t('ideas:preview.noAuthors')}
            {place && ` · ${place}`}
          </p>
        </header>
        <IdeaBrief text={idea.text} level={3} />
      </Card>
      {!idea.lead && <p className="text-muted">{t('ideas:preview.leadOnly')}</p>}
      {idea.lead && !idea.trusted && (
        <Notice tone="warning" title={t('ideas:preview.verifyFirst')}>
          <Link to={paths.mailVerification()} className="link">
            {t('ideas:preview.verify')}
          </Link>
        </Notice>
      )}
      <BottomBar>
        {idea.maySubmit && missing.length === 0 && (
          <ActButton action={paths.submission(idea)} label={t('ideas:preview.send')} tone="primary" icon="send" />
        )}
        {idea.maySubmit && missing.length > 0 && (
          <ButtonLink to={`${paths.ideaDraft(idea)}?kiem`} icon="edit">
            {t('ideas:preview.fix')}
          </ButtonLink>
        )}
        {idea.state !== 'SUBMITTED' && idea.state !== 'WITHDRAWN' && (
          <ButtonLink to={paths.ideaDraft(idea)} tone="secondary">
            {t('ideas:preview.back')}
          </ButtonLink>
        )}
      </BottomBar>
    </Page>
  );
}
