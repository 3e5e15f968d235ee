import { redirect } from '@remix-run/node';
import { Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPrinting } from '#app/domain/awards/begin-printing.server.ts';
import { revokedByAppeal } from '#app/domain/awards/certificate.ts';
import { findCertificates } from '#app/domain/awards/find-certificates.server.ts';
import { paths } from '#app/paths.ts';
import { forOfficers } from '#app/routes/door.server.ts';
import { numberIn } from '#app/routes/numbered.ts';
import { useManagedTrail } from '#app/ui/contests/managed-contest-tabs.tsx';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { EmptyState } from '#app/ui/controls/empty-state.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { HiddenField } from '#app/ui/controls/hidden-field.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { Pagination } from '#app/ui/controls/pagination.tsx';
import { Progress } from '#app/ui/controls/progress.tsx';
import { Table } from '#app/ui/controls/table.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { RoundTabs } from '#app/ui/judging/round-tabs.tsx';
import { Page, Section } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => `${t('awards:certificates.title')} – ${data.round.name}`,
};

const perPage = 100;

export const loader = forOfficers(async ({ person, part, url }) => {
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('trang') ?? '1', 10) || 1));
  const found = await findCertificates({
    slug: part('slug'),
    number: numberIn(part('number')),
    by: person,
    page,
    perPage,
  });
  return { ...found, page };
});

export const action = forOfficers(async ({ person, part }) => {
  const slug = part('slug');
  const number = numberIn(part('number'));
  await beginPrinting({ by: person, slug, number });
  return redirect(paths.certificates({ slug }, { number }));
});

export default function Certificates() {
  const { t } = useTranslation();
  const { contest, round, total, rows, page } = useLoaderData<typeof loader>();
  return (
    <Page title={round.name} trail={useManagedTrail(contest)}>
      <RoundTabs contest={contest} round={round} />
      {total === 0 ? (
        <EmptyState icon="trophy" title={t('awards:certificates.none')}>
          {t('awards:certificates.noneWhy')}
        </EmptyState>
      ) : (
        <>
          <Printing />
          <Section title={t('awards:certificates.title')} lead={t('awards:certificates.lead', { count: total })}>
            <Table
              caption={t('awards:certificates.title')}
              captionHidden
              cards
              rows={rows}
              rowKey={(row) => row.number}
              columns={[
                {
                  key: 'person',
                  label: t('awards:certificates.person'),
                  heading: true,
                  cell: (row) => row.name,
                },
                { key: 'award', label: t('awards:certificates.award'), cell: (row) => row.award },
                {
                  key: 'entry',
                  label: t('awards:certificates.entry'),
                  wide: true,
                  cell: (row) => `${row.title} (${t('results:entryNumber', { number: row.entry })})`,
                },
                {
                  key: 'number',
                  label: t('awards:certificates.number'),
                  cell: (row) => (
                    <Link to={paths.paper(row)} className="link whitespace-nowrap" translate="no">
                      {row.number}
                    </Link>
                  ),
                },
                {
                  key: 'state',
                  label: t('awards:certificates.state'),
                  cell: (row) =>
                    row.revoked === null ? (
                      <div className="space-y-2">
                        <Badge tone="ok">{t('awards:certificates.valid')}</Badge>
                        <a href={paths.certificateFile(row)} download className="link block whitespace-nowrap">
                          {t('awards:certificates.one')}
                        </a>
                        {contest.may.decide && <Revocation number={row.number} />}
                      </div>
                    ) : (
                      <div>
                        <Badge tone="danger">{t('awards:certificates.revoked')}</Badge>
                        <p className="mt-1 text-muted">
                          <Time at={row.revoked.at} /> ·{' '}
                          {row.revoked.reason === revokedByAppeal
                            ? t('awards:check.revokedByAppeal')
                            : row.revoked.reason}
                        </p>
                      </div>
                    ),
                },
              ]}
            />
            {total > perPage && <Pagination page={page} pages={Math.ceil(total / perPage)} />}
          </Section>
        </>
      )}
    </Page>
  );
}

function Revocation({ number }: { number: string }) {
  const { t } = useTranslation();
  const { contest, round } = useLoaderData<typeof loader>();
  return (
    <details>
      <summary className={buttonLook('quiet', 'sm')} aria-label={`${t('awards:certificates.revoke')} ${number}`}>
        {t('awards:certificates.revoke')}
      </summary>
      <Form id={number} action={paths.certificateRevocation(contest, round)} className="mt-2 space-y-3">
        <HiddenField name="number" value={number} />
        <TextArea name="reason" label={t('awards:certificates.revokeReason')} rows={2} max={2000} required />
        <FormActions>
          <Button tone="danger" size="sm">
            {t('awards:certificates.revokeSend')}
          </Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** How far the one file for all has come; with script it is looked at again by itself. */
function Printing() {
  const { t } = useTranslation();
  const { contest, round, printing } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const running = printing !== null && printing.finishedAt === null && printing.failedAt === null;
  useEffect(() => {
    if (!running || state !== 'idle') return;
    const timer = setTimeout(revalidate, 1_000);
    return () => clearTimeout(timer);
  }, [running, state, revalidate]);
  return (
    <div className="max-w-form space-y-4">
      {running && (
        <>
          <Progress
            label={t('awards:certificates.printing', { done: printing.done, total: printing.total })}
            value={printing.done}
            max={printing.total}
          />
          <Link to={paths.certificates(contest, round)} className="link">
            {t('awards:certificates.refresh')}
          </Link>
        </>
      )}
      {printing?.failedAt && (
        <Notice tone="danger" alert>
          {t('awards:certificates.failed')}
        </Notice>
      )}
      {printing?.finishedAt && (
        <Notice
          tone="success"
          title={t('awards:certificates.printed', {
            total: printing.total,
            seconds: Math.max(
              1,
              Math.round((new Date(printing.finishedAt).getTime() - new Date(printing.at).getTime()) / 1000),
            ),
          })}
        >
          <a href={paths.printedCertificates(contest, round)} download className={`${buttonLook('secondary')} mt-2`}>
            <Icon name="download" className="size-5" />
            {t('awards:certificates.download')}
          </a>
        </Notice>
      )}
      {!running && (
        <ActButton action={paths.certificates(contest, round)} label={t('awards:certificates.print')} icon="download" />
      )}
    </div>
  );
}
