import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findIdea } from '#app/domain/ideas/find-idea.server.ts';
import { isImage } from '#app/domain/ideas/idea-file.ts';
import { findIdeaMarks } from '#app/domain/judging/find-idea-marks.server.ts';
import { paths } from '#app/paths.ts';
import { forReaders, insistOn } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { AttachedFiles } from '#app/ui/ideas/attached-files.tsx';
import { EndorsingActs, EndorsingCount } from '#app/ui/ideas/endorsing.tsx';
import { useFieldName } from '#app/ui/ideas/field-name.ts';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { InsideBanner } from '#app/ui/ideas/inside-banner.tsx';
import { LifeLine } from '#app/ui/ideas/life-line.tsx';
import { Share } from '#app/ui/ideas/share.tsx';
import { StageBadge } from '#app/ui/ideas/stage-badge.tsx';
import { StateBadge } from '#app/ui/ideas/state-badge.tsx';
import { IdeaMarks } from '#app/ui/judging/idea-marks.tsx';
import { BottomBar, Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useShell } from '#app/ui/layout/viewer.ts';
import { similarIdeas } from '#search/similar-ideas.server.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => data.idea.text.title || t('ideas:untitled'),
  description: (_, data) => data.idea.text.abstract,
  image: (data) => data.image,
};

export const loader = forReaders(async ({ person, part, url }) => {
  const idea = insistOn(await findIdea({ slug: part('slug'), by: person }));
  insistOnAddress(url, part('slug'), idea);
  const { title, abstract, problem, solution } = idea.text;
  const similar =
    idea.publishedAt === null
      ? []
      : await similarIdeas({ title, body: `${abstract}\n${problem}\n${solution}`, except: idea.id });
  const picture = idea.publishedAt === null ? undefined : idea.files.find((file) => isImage(file.mediaType));
  return {
    idea,
    marks: await findIdeaMarks({ ideaId: idea.id }),
    similar: similar.map(({ slug, title, abstract }) => ({ slug, title, abstract })),
    address: `${url.origin}${paths.idea(idea)}`,
    image: picture ? paths.ideaFile(idea, picture) : '',
  };
});

export default function Idea() {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { idea, marks, similar, address } = useLoaderData<typeof loader>();
  const { text, inside } = idea;
  const title = text.title || t('ideas:untitled');
  const isPublic = idea.publishedAt !== null;
  const mayOffer = useShell()?.viewer?.business === true && inside?.onTeam !== true;
  return (
    <Page
      title={title}
      lead={text.abstract && <p className="wrap-anywhere">{text.abstract}</p>}
      trail={[{ to: paths.ideas(), label: t('ideas:title') }]}
      actions={
        isPublic && (
          <div className="flex flex-wrap items-start gap-3 max-sm:hidden">
            <EndorsingActs idea={idea} />
            <Share address={address} title={title} />
          </div>
        )
      }
      badges={
        <>
          {inside && inside.state !== 'PUBLISHED' && <StateBadge state={inside.state} />}
          {idea.field && <Badge>{fieldName(idea.field)}</Badge>}
          <StageBadge stage={idea.stage} />
          {idea.team.blind && <Badge icon="lock">{t('ideas:page.blind')}</Badge>}
        </>
      }
    >
      {inside && <InsideBanner idea={{ slug: idea.slug, stage: idea.stage, published: isPublic }} inside={inside} />}
      {idea.source !== 'published' && <Notice>{t(`ideas:page.source.${idea.source}`)}</Notice>}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <article className="min-w-0 max-w-reading space-y-8">
          <IdeaBrief text={text} />
          {idea.files.length > 0 && (
            <Section title={t('ideas:page.files')}>
              <AttachedFiles files={idea.files} to={(file) => paths.ideaFile(idea, file)} />
            </Section>
          )}
          <Section title={t('ideas:page.life')}>
            <LifeLine stage={idea.stage} moments={idea.life} />
          </Section>
          {marks.length > 0 && (
            <Section title={t('results:ideaMarks.title')}>
              <IdeaMarks marks={marks} />
            </Section>
          )}
          {similar.length > 0 && (
            <Section title={t('ideas:page.similar')}>
              <ul className="space-y-3">
                {similar.map((one) => (
                  <li key={one.slug}>
                    <Link to={paths.idea(one)} className="link font-semibold wrap-anywhere">
                      {one.title}
                    </Link>
                    <p className="line-clamp-2 text-sm text-muted">{one.abstract}</p>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </article>
        <aside className="space-y-6">
          <Facts />
        </aside>
      </div>
      {isPublic && (
        <div className="contents sm:hidden">
          <BottomBar>
            {mayOffer && (
              <ButtonLink to={paths.ideaSupport(idea)} icon="handshake">
                {t('sponsorship:support.offer')}
              </ButtonLink>
            )}
            <EndorsingActs idea={idea} size="sm" />
            <Share address={address} title={title} name="address-below" size="sm" />
          </BottomBar>
        </div>
      )}
    </Page>
  );
}

/** Who, where and what for, in a column beside the brief and under it on a phone. */
function Facts() {
  const { t } = useTranslation();
  const { idea } = useLoaderData<typeof loader>();
  const { team, inside } = idea;
  return (
    <Card className="space-y-5">
      <section>
        <h2 className="mb-1 text-lg">{t('ideas:page.authors')}</h2>
        {inside ? (
          <ul className="space-y-1">
            {inside.members.map((member) => (
              <li key={member.id}>
                {member.name}
                {member.lead && <span className="text-muted"> · {t('ideas:team.leader')}</span>}
              </li>
            ))}
          </ul>
        ) : team.blind ? (
          <>
            <p className="font-semibold">{t('ideas:page.blind')}</p>
            <p className="text-sm text-muted">{t('ideas:page.blindWhy')}</p>
          </>
        ) : (
          <>
            <ul className="space-y-1">
              {team.names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
            {team.unnamed > 0 && (
              <p className="text-muted">
                {team.names.length > 0
                  ? t('ideas:page.unnamed', { count: team.unnamed })
                  : t('ideas:page.onlyUnnamed', { count: team.unnamed })}
              </p>
            )}
          </>
        )}
      </section>
      {(idea.unit || idea.province) && (
        <section>
          <h2 className="mb-1 text-lg">{t('ideas:page.place')}</h2>
          {idea.unit && (
            <p>
              <Link to={paths.unit(idea.unit)} className="link">
                {idea.unit.name}
              </Link>
            </p>
          )}
          {idea.province && idea.province.slug !== idea.unit?.slug && (
            <p>
              <Link to={paths.unit(idea.province)} className="link">
                {idea.province.name}
              </Link>
            </p>
          )}
        </section>
      )}
      {idea.lookingFor.length > 0 && (
        <section>
          <h2 className="mb-1 text-lg">{t('ideas:page.lookingFor')}</h2>
          <ul className="flex flex-wrap gap-2">
            {idea.lookingFor.map((one) => (
              <li key={one}>
                <Badge tone="info">{t(`ideas:lookingFor.${one}`)}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
      {idea.contests.length > 0 && (
        <section>
          <h2 className="mb-1 text-lg">{t('ideas:page.contests')}</h2>
          <ul className="space-y-1">
            {idea.contests.map((contest) => (
              <li key={contest.slug}>
                <Link to={paths.contest(contest)} className="link inline-flex gap-2">
                  <Icon name="trophy" className="mt-0.5 size-5" />
                  {contest.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {idea.publishedAt && <EndorsingCount endorsing={idea.endorsing} />}
      {idea.publishedAt && (
        <p className="text-sm text-muted">
          {t('ideas:page.publishedAt')} <Time at={idea.publishedAt} form="date" />
        </p>
      )}
    </Card>
  );
}
