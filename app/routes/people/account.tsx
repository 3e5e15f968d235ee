import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findProfile } from '#app/domain/people/find-profile.server.ts';
import { findSecondFactor } from '#app/domain/people/find-second-factor.server.ts';
import { findSessions } from '#app/domain/people/find-sessions.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Icon, type IconName } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { PasswordField } from '#app/ui/controls/password-field.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { OwnTabs } from '#app/ui/people/own-tabs.tsx';

export const handle: PageHandle<typeof loader> = { title: (t) => t('people:account.title'), noindex: true };

const said = ['thu', 'mat-khau', 'phien', 'hai-buoc'] as const;

export const loader = forMembers(async ({ person, session, url }) => {
  const [profile, factor, sessions] = await Promise.all([
    findProfile({ by: person }),
    findSecondFactor({ by: person }),
    findSessions({ by: person, current: session?.id ?? null }),
  ]);
  const done = said.find((one) => url.searchParams.get('xong') === one) ?? null;
  return { email: profile.email, userName: profile.userName, factor, sessions, done };
});

export default function Account() {
  const { t } = useTranslation();
  const { email, userName, factor, sessions, done } = useLoaderData<typeof loader>();
  return (
    <Page title={t('people:mine.title')} width="form">
      <OwnTabs />
      <h2 className="text-2xl">{t('people:account.title')}</h2>
      {done && <Notice tone="success">{t(`people:account.done.${done}`)}</Notice>}
      <Section title={t('people:account.signIn')}>
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          <Row
            to={paths.mailChange()}
            icon="mail"
            label={t('people:fields.email')}
            value={email ?? t('people:account.noMail')}
          />
          {userName && (
            <li className="flex items-center gap-4 px-4 py-3">
              <Icon name="user" className="size-5 text-muted" />
              <span className="min-w-0">
                <span className="block font-semibold">{t('people:classCode.userName')}</span>
                <span className="block wrap-anywhere text-muted">{userName}</span>
              </span>
            </li>
          )}
          <Row
            to={paths.secondFactor()}
            icon="shield"
            label={t('people:secondFactor.title')}
            value={
              factor.since ? (
                <>
                  {t('people:secondFactor.on')} · {t('people:recoveryCodes.left', { count: factor.codesLeft })}
                </>
              ) : (
                t('people:secondFactor.off')
              )
            }
          />
          <Row
            to={paths.letters()}
            icon="bell"
            label={t('notifications:letters.title')}
            value={t('notifications:letters.short')}
          />
        </ul>
      </Section>
      <Section title={t('people:passwordChange.title')}>
        <details>
          <summary className="link inline-block">{t('people:passwordChange.open')}</summary>
          <div className="mt-4">
            <Form id="password" action={paths.passwordChange()}>
              <PasswordField
                name="password"
                label={t('people:passwordChange.old')}
                autoComplete="current-password"
                required
              />
              <PasswordField
                name="newPassword"
                label={t('people:newPassword.password')}
                hint={t('people:fields.passwordHint')}
                autoComplete="new-password"
                required
              />
              <p className="text-sm text-muted">{t('people:passwordChange.ends')}</p>
              <FormActions>
                <Button>{t('people:passwordChange.send')}</Button>
              </FormActions>
            </Form>
          </div>
        </details>
      </Section>
      <Section title={t('people:sessions.title')}>
        <p className="mb-3 text-muted">{t('people:sessions.lead')}</p>
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {sessions.map((one) => {
            const device = [one.browser, one.system].filter(Boolean).join(' · ') || t('people:sessions.unknown');
            return (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
                <div className="min-w-0">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {device}
                    {one.current && <Badge tone="ok">{t('people:sessions.current')}</Badge>}
                  </p>
                  <p className="text-sm text-muted">
                    {t('people:sessions.seen')} <Time at={one.lastSeenAt} form="ago" /> · {t('people:sessions.since')}{' '}
                    <Time at={one.createdAt} form="date" />
                  </p>
                </div>
                {!one.current && (
                  <ActButton
                    action={paths.sessionEnding()}
                    fields={{ session: one.id }}
                    label={t('people:sessions.end')}
                    describe={t('people:sessions.endOne', { device })}
                    tone="secondary"
                    size="sm"
                  />
                )}
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 && (
          <div className="mt-3">
            <ActButton action={paths.sessionEnding()} label={t('people:sessions.endOthers')} tone="danger" size="sm" />
          </div>
        )}
      </Section>
      <Section title={t('people:account.data')}>
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          <Row
            to={paths.ownData()}
            icon="download"
            label={t('people:ownData.title')}
            value={t('people:ownData.short')}
          />
          <Row to={paths.closing()} icon="trash" label={t('people:closing.title')} value={t('people:closing.short')} />
        </ul>
      </Section>
    </Page>
  );
}

function Row({ to, icon, label, value }: { to: string; icon: IconName; label: string; value: ReactNode }) {
  return (
    <li>
      <Link to={to} className="flex items-center gap-4 px-4 py-3 hover:bg-action-soft">
        <Icon name={icon} className="size-5 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{label}</span>
          <span className="block wrap-anywhere text-sm text-muted">{value}</span>
        </span>
        <Icon name="chevronRight" className="size-5 text-muted" />
      </Link>
    </li>
  );
}
