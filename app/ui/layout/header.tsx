import { Form, Link, NavLink } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Initials } from '#app/ui/controls/avatar.tsx';
import { ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Icon, type IconName } from '#app/ui/controls/icon.tsx';
import { Num } from '#app/ui/controls/num.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { dropAllCopies } from '#app/ui/ideas/local-copies.ts';
import { dropKeptMarks } from '#app/ui/judging/kept-marks.ts';
import { Logo } from './logo.tsx';
import { Menu } from './menu.tsx';
import { useShell, type Viewer } from './viewer.ts';

type Place = { to: string; label: string; icon: IconName };

function usePublicPlaces(): Place[] {
  const { t } = useTranslation();
  return [
    { to: paths.ideas(), label: t('site:nav.ideas'), icon: 'spark' },
    { to: paths.contests(), label: t('site:nav.contests'), icon: 'trophy' },
    { to: paths.units(), label: t('site:nav.units'), icon: 'building' },
  ];
}

function useOwnPlaces(viewer: Viewer): Place[] {
  const { t } = useTranslation();
  return [
    { to: paths.mine(), label: t('site:nav.mine'), icon: 'inbox' },
    ...(viewer.judge ? [{ to: paths.desk(), label: t('site:nav.desk'), icon: 'clipboard' } as const] : []),
    ...(viewer.mentor ? [{ to: paths.ownMentoring(), label: t('mentoring:nav.own'), icon: 'handshake' } as const] : []),
    ...(viewer.business
      ? [{ to: paths.business(), label: t('sponsorship:own.title'), icon: 'building' } as const]
      : []),
    ...(viewer.staff || viewer.officer
      ? [{ to: paths.administration(), label: t('site:nav.administration'), icon: 'shield' } as const]
      : []),
    { to: paths.mentors(), label: t('mentoring:nav.mentors'), icon: 'users' },
    { to: paths.savedSearches(), label: t('sponsorship:searches.title'), icon: 'bookmark' },
    { to: paths.profile(), label: t('site:nav.profile'), icon: 'user' },
  ];
}

const itemLook =
  'flex min-h-11 w-full items-center gap-3 rounded-field px-3 py-1.5 text-left hover:bg-action-soft aria-[current=page]:bg-action-soft aria-[current=page]:font-semibold aria-[current=page]:text-action-ink';

function MenuItem({ to, label, icon }: Place) {
  return (
    <li>
      <NavLink to={to} end className={itemLook}>
        <Icon name={icon} className="size-5 text-muted" />
        {label}
      </NavLink>
    </li>
  );
}

/** Changes the language and comes back to the same page; the whole document is asked for again, in its new words. */
function LanguageSwitch({ className }: { className: string }) {
  const { t } = useTranslation();
  const shell = useShell();
  const other = useLocale() === 'en' ? 'vi' : 'en';
  return (
    <Form method="post" action={paths.language()} reloadDocument>
      <HiddenField name="language" value={other} />
      <HiddenField name="next" value={shell?.here ?? paths.home()} />
      <button type="submit" lang={other} className={className}>
        <Icon name="globe" className="size-5 text-muted" />
        {t('site:language.other')}
      </button>
    </Form>
  );
}

function SignOut() {
  const { t } = useTranslation();
  return (
    <Form
      method="post"
      action={paths.signOut()}
      reloadDocument
      onSubmit={() => {
        dropAllCopies();
        dropKeptMarks();
      }}
    >
      <button type="submit" className={itemLook}>
        <Icon name="signOut" className="size-5 text-muted" />
        {t('site:nav.signOut')}
      </button>
    </Form>
  );
}

function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation();
  return (
    <Link
      to={paths.notices()}
      aria-label={t('site:nav.notices', { unread })}
      className="relative inline-flex size-11 items-center justify-center rounded-field hover:bg-action-soft"
    >
      <Icon name="bell" className="size-6" />
      {unread > 0 && (
        <span className="figures absolute top-0.5 right-0 min-w-5 rounded-full bg-danger px-1 text-center text-xs font-semibold text-on-danger">
          {unread > 99 ? '99+' : <Num value={unread} />}
        </span>
      )}
    </Link>
  );
}

export function Header() {
  const { t } = useTranslation();
  const shell = useShell();
  const viewer = shell?.viewer ?? null;
  const places = usePublicPlaces();
  return (
    <header className="not-on-paper sticky top-0 z-20 border-b border-line bg-surface">
      <div className="mx-auto flex h-16 max-w-wide items-center gap-2 px-4">
        <Link to={paths.home()} aria-label={t('site:nav.home')} className="mr-2 rounded-field py-1">
          <Logo />
        </Link>
        <nav aria-label={t('site:nav.main')} className="hidden md:block">
          <ul className="flex gap-1">
            {places.map((place) => (
              <li key={place.to}>
                <NavLink
                  to={place.to}
                  className="inline-flex min-h-11 items-center rounded-field px-3 font-semibold hover:bg-action-soft aria-[current=page]:text-action-ink aria-[current=page]:underline aria-[current=page]:decoration-joy-strong aria-[current=page]:decoration-3 aria-[current=page]:underline-offset-8"
                >
                  {place.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <ButtonLink to={paths.newIdea()} icon="plus" className="mr-1 max-lg:hidden">
            {t('site:nav.newIdea')}
          </ButtonLink>
          {viewer ? (
            <>
              <Bell unread={shell?.unread ?? 0} />
              <Menu
                label={t('site:nav.myMenu', { name: viewer.name })}
                className=""
                face={<Initials initials={viewer.initials} size="sm" />}
              >
                <p className="border-b border-line px-3 pt-1 pb-2 font-semibold">{viewer.name}</p>
                <OwnMenu viewer={viewer} />
                <div className="border-t border-line pt-1">
                  <SignOut />
                </div>
              </Menu>
            </>
          ) : (
            <Link to={paths.signIn({ next: shell?.here })} className={`${buttonLook('quiet')} max-sm:px-3`}>
              {t('site:nav.signIn')}
            </Link>
          )}
          <div className="hidden md:block">
            <LanguageSwitch className="inline-flex min-h-11 items-center gap-1.5 rounded-field px-2 text-sm font-semibold hover:bg-action-soft" />
          </div>
          <Menu label={t('site:nav.menu')} className="md:hidden" face={<Icon name="menu" className="size-6" />}>
            <ul>
              <MenuItem to={paths.newIdea()} label={t('site:nav.newIdea')} icon="plus" />
              {places.map((place) => (
                <MenuItem key={place.to} {...place} />
              ))}
            </ul>
            <div className="mt-1 border-t border-line pt-1">
              <LanguageSwitch className={itemLook} />
            </div>
          </Menu>
        </div>
      </div>
    </header>
  );
}

function OwnMenu({ viewer }: { viewer: Viewer }) {
  return (
    <ul className="py-1">
      {useOwnPlaces(viewer).map((place) => (
        <MenuItem key={place.to} {...place} />
      ))}
    </ul>
  );
}
