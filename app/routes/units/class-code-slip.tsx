import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findClassCode } from '#app/domain/units/find-class-codes.server.ts';
import { paths } from '#app/paths.ts';
import { forStaff } from '#app/routes/door.server.ts';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { useShell } from '#app/ui/layout/viewer.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('staff:codes.slipTitle'), noindex: true };

export const loader = forStaff(async ({ person, part }) => findClassCode({ by: person, codeId: part('id') }));

export default function ClassCodeSlip() {
  const { t } = useTranslation();
  const { unit, label, code, seats, expiresAt, state } = useLoaderData<typeof loader>();
  const host = new URL(useShell()?.origin ?? 'http://localhost').host;
  return (
    <Page
      title={t('staff:codes.slipTitle')}
      lead={`${label} · ${unit.name}`}
      trail={[{ to: paths.classCodes(unit), label: t('staff:codes.title') }]}
      width="form"
    >
      {state !== 'open' && <Notice tone="warning">{t(`units:problems.code.${state}`)}</Notice>}
      <section
        aria-label={t('staff:codes.slipTitle')}
        className="rounded-card border-2 border-dashed border-line-strong p-6 text-center"
      >
        <p className="text-muted">{t('staff:codes.slipCode')}</p>
        <p className="figures my-2 text-4xl font-bold tracking-widest">{code}</p>
        <p className="text-lg font-semibold wrap-anywhere">
          {host}
          {paths.joinByClassCode()}
        </p>
      </section>
      <ol className="list-decimal space-y-2 pl-6">
        <li>{t('staff:codes.step1', { address: `${host}${paths.joinByClassCode()}` })}</li>
        <li>{t('staff:codes.step2', { code })}</li>
        <li>{t('staff:codes.step3')}</li>
      </ol>
      <p className="text-muted">
        {t('staff:codes.slipSeats', { count: seats })}{' '}
        <Time at={new Date(new Date(expiresAt).getTime() - 1)} form="date" />.
      </p>
      <p className="not-on-paper text-muted">{t('staff:codes.slipPrint')}</p>
    </Page>
  );
}
