import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countReceivedWaiting } from '#app/domain/awards/find-received-nominations.server.ts';
import { findManagedContests } from '#app/domain/contests/find-managed-contests.server.ts';
import { findMentoringWaiting } from '#app/domain/mentoring/find-mentoring-waiting.server.ts';
import { findQueue } from '#app/domain/moderation/find-queue.server.ts';
import { isModerator } from '#app/domain/moderation/moderation-access.ts';
import { isAdministrator, isOfficer, isStaff, organisesUnits } from '#app/domain/people/actor.ts';
import { findStaffUnits } from '#app/domain/units/find-staff-units.server.ts';
import { paths } from '#app/paths.ts';
import { forStaffAndOfficers } from '#app/routes/door.server.ts';
import { ButtonLink } from '#app/ui/controls/button.tsx';
import { Card } from '#app/ui/controls/card.tsx';
import { Tile } from '#app/ui/controls/tile.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('admin:title') };

export const loader = forStaffAndOfficers(async ({ person }) => {
  const [units, waiting, contests, mentoring, packages] = await Promise.all([
    isStaff(person) ? findStaffUnits({ by: person }) : [],
    isModerator(person) ? findQueue({ by: person }).then((queue) => queue.total) : null,
    isOfficer(person) ? findManagedContests({ by: person, page: 1 }).then((found) => found.total) : null,
    isStaff(person) ? findMentoringWaiting({ by: person }) : null,
    organisesUnits(person) ? countReceivedWaiting({ by: person }).then(({ count }) => count) : null,
  ]);
  return {
    units,
    waiting,
    contests,
    packages,
    mentors: mentoring?.offers.count ?? null,
    administrator: isAdministrator(person),
    staff: isStaff(person),
  };
});

export default function Administration() {
  const { t } = useTranslation();
  const { units, waiting, contests, packages, mentors, administrator, staff } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('admin:title')}
      lead={t('admin:lead')}
      actions={
        <>
          {staff && (
            <ButtonLink to={paths.audit()} tone="secondary" icon="history">
              {t('admin:audit.open')}
            </ButtonLink>
          )}
          {administrator && (
            <>
              <ButtonLink to={paths.businesses()} tone="secondary" icon="building">
                {t('admin:businesses')}
              </ButtonLink>
              <ButtonLink to={paths.indexes()} tone="secondary" icon="search">
                {t('admin:indexes.title')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-3">
        {waiting !== null && (
          <Tile label={t('admin:toModerate', { count: waiting })} value={waiting} to={paths.moderation()} />
        )}
        {mentors !== null && (
          <Tile label={t('admin:mentors', { count: mentors })} value={mentors} to={paths.managedMentoring()} />
        )}
        {contests !== null && (
          <Tile label={t('admin:contests', { count: contests })} value={contests} to={paths.managedContests()} />
        )}
        {packages !== null && (
          <Tile label={t('admin:packages', { count: packages })} value={packages} to={paths.receivedNominations()} />
        )}
      </div>
      {units.length > 0 && (
        <Section title={t('admin:units')} lead={t('admin:unitsLead')}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {units.map((unit) => (
              <Card key={unit.slug} as="li">
                <Link to={paths.managedUnit(unit)} className="link text-lg font-semibold">
                  {unit.name}
                </Link>
                <ul className="mt-1 text-muted">
                  {unit.roles.map((role) => (
                    <li key={role.kind}>
                      {t(`site:roles.${role.kind}`)}
                      {role.until && (
                        <>
                          {' · '}
                          {t('admin:until')} <Time at={new Date(new Date(role.until).getTime() - 1)} form="date" />
                        </>
                      )}
                    </li>
                  ))}
                </ul>
                <div className="mt-4 flex flex-wrap gap-2">
                  <ButtonLink
                    to={paths.unitMembers(unit)}
                    tone={unit.claims > 0 ? 'primary' : 'secondary'}
                    size="sm"
                    icon="users"
                  >
                    {unit.claims > 0 ? t('admin:claims', { count: unit.claims }) : t('staff:members.tab')}
                  </ButtonLink>
                  <ButtonLink to={paths.unitRoles(unit)} tone="secondary" size="sm" icon="shield">
                    {t('staff:roles.tab')}
                  </ButtonLink>
                  <ButtonLink to={paths.classCodes(unit)} tone="secondary" size="sm" icon="clipboard">
                    {t('staff:codes.tab')}
                  </ButtonLink>
                </div>
              </Card>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
