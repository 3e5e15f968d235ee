import { redirect } from '@remix-run/node';
import { Link, useLoaderData, useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { findSheet } from '#app/domain/judging/find-sheet.server.ts';
import { saveMarks } from '#app/domain/judging/save-marks.server.ts';
import { marksForm } from '#app/domain/judging/scoresheet-form.ts';
import { NotValid } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Badge } from '#app/ui/controls/badge.tsx';
import { Button, ButtonLink, buttonLook } from '#app/ui/controls/button.tsx';
import { Form, useBecause } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Time } from '#app/ui/controls/time.tsx';
import { EntryText } from '#app/ui/judging/entry-text.tsx';
import { OthersMarks } from '#app/ui/judging/others-marks.tsx';
import { RubricPanel } from '#app/ui/judging/rubric-panel.tsx';
import { SheetNotes } from '#app/ui/judging/sheet-notes.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = {
  title: (t, data) => t('judging:sheet.windowTitle', { number: data.sheet.entry.number }),
  bare: true,
  noindex: true,
};

export const loader = forMembers(async ({ part, person }) => {
  const sheet = await findSheet({ id: part('id'), by: person });
  const keys = Object.fromEntries(sheet.criteria.map(({ id }) => [id, crypto.randomUUID()]));
  return { sheet, keys, person: person.id };
});

/** The whole form at once, for browsers without script: what is right is saved, what is not stands beside its criterion. */
export const action = forMembers(async ({ part, person, form }) => {
  const id = part('id');
  const { problems } = await saveMarks({ by: person, sheetId: id, marks: await form(marksForm) });
  if (Object.keys(problems).length > 0) throw new NotValid(problems);
  return redirect(paths.sheet({ id }));
});

export default function Sheet() {
  const { t } = useTranslation();
  const say = useBecause();
  const { sheet, keys, person } = useLoaderData<typeof loader>();
  const { contest, round } = sheet;
  useNextByKey(sheet.next);
  return (
    <div className="mx-auto w-full max-w-wide px-4 pb-10">
      <header className="not-on-paper sticky top-0 z-10 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-paper px-4 py-2">
        <Link to={paths.desk()} className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-action-ink">
          <Icon name="chevronLeft" className="size-5" />
          {t('judging:desk.title')}
        </Link>
        <p className="min-w-0 flex-1 truncate text-sm text-muted max-sm:hidden">
          <Whereabouts />
        </p>
        {sheet.blind && (
          <span className="max-sm:hidden">
            <Badge icon="lock">{t('judging:sheet.blind')}</Badge>
          </span>
        )}
        <span className="flex-1 sm:hidden" />
        {sheet.next && (
          <ButtonLink to={paths.sheet(sheet.next)} tone="quiet" size="sm" icon="arrowRight">
            {t('judging:sheet.next', { count: sheet.next.left })}
          </ButtonLink>
        )}
      </header>
      <div className="grid items-start gap-x-12 gap-y-10 pt-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0 space-y-6">
          <p className="text-sm text-muted sm:hidden">
            <Whereabouts />
          </p>
          {sheet.team && (
            <p className="text-muted">
              {sheet.team.names.join(', ')}
              {sheet.team.unit && ` · ${sheet.team.unit}`}
            </p>
          )}
          {sheet.text ? (
            <EntryText sheet={sheet} text={sheet.text} files={sheet.files} answers={sheet.answers} />
          ) : sheet.calibrateFirst ? (
            <Notice title={t('judging:calibration.firstTitle')}>
              <p>{t('judging:calibration.first')}</p>
              <p className="mt-2">
                <ButtonLink to={paths.sheet({ id: sheet.calibrateFirst })} size="sm" icon="arrowRight">
                  {t('judging:calibration.open')}
                </ButtonLink>
              </p>
            </Notice>
          ) : (
            <Notice tone="warning" title={t('judging:sheet.blockedTitle')}>
              {t('judging:sheet.blocked')}
            </Notice>
          )}
        </div>
        <aside
          aria-label={t('judging:sheet.rubric')}
          className="min-w-0 space-y-6 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:pr-1"
        >
          <h2 className="text-2xl">{t('judging:sheet.rubric')}</h2>
          {sheet.calibration && (
            <Notice title={t('judging:calibration.title')}>{t('judging:calibration.onSheet')}</Notice>
          )}
          {sheet.submittedAt && (
            <Notice tone="success" title={t('judging:sheet.submitted')}>
              <Time at={sheet.submittedAt} />. {t('judging:sheet.submittedMeaning')}
              {sheet.next && (
                <p className="mt-2">
                  <ButtonLink to={paths.sheet(sheet.next)} size="sm" icon="arrowRight">
                    {t('judging:sheet.next', { count: sheet.next.left })}
                  </ButtonLink>
                </p>
              )}
            </Notice>
          )}
          {sheet.submittedAt && sheet.whyNotReopen === null && (
            <details>
              <summary className={buttonLook('quiet', 'sm')}>{t('judging:reopening.ask')}</summary>
              <Form id="reopening" action={paths.sheetReopening(sheet)} className="mt-3 space-y-3">
                <p className="text-sm text-muted">{t('judging:reopening.meaning')}</p>
                {sheet.others && sheet.others.length > 0 && (
                  <p className="text-sm">{t('judging:reopening.seenMeaning')}</p>
                )}
                <TextArea name="reason" label={t('judging:reopening.reason')} rows={2} max={2000} required />
                <FormActions>
                  <Button tone="secondary" size="sm">
                    {t('judging:reopening.send')}
                  </Button>
                </FormActions>
              </Form>
            </details>
          )}
          {sheet.submittedAt && sheet.whyNotReopen?.key === 'judging:refusals.reopeningAsked' && (
            <Notice>{say(sheet.whyNotReopen)}</Notice>
          )}
          {sheet.recusal && (
            <Notice title={t('judging:sheet.recused')}>
              <Time at={sheet.recusal.at} />: {sheet.recusal.reason}
            </Notice>
          )}
          {!sheet.submittedAt && !sheet.recusal && sheet.whyNotMark && (
            <Notice tone="warning">{say(sheet.whyNotMark)}</Notice>
          )}
          {contest.suspended && round.state === 'OPEN' && (
            <Notice tone="warning">{t('contests:postponing.onSheet')}</Notice>
          )}
          {!sheet.submittedAt && !sheet.whyNotMark && !contest.suspended && (
            <p className="text-sm text-muted">
              {t('judging:desk.due')} <Time at={round.closesAt} /> (<Time at={round.closesAt} form="left" />)
            </p>
          )}
          {sheet.late > 0 && <Notice tone="warning">{t('judging:sheet.lateCount', { count: sheet.late })}</Notice>}
          {sheet.text && (
            <>
              <RubricPanel
                key={sheet.id}
                person={person}
                sheet={{ id: sheet.id }}
                criteria={sheet.criteria}
                keys={keys}
                whyNotMark={sheet.whyNotMark}
              />
              <SheetNotes
                key={`notes-${sheet.id}`}
                sheet={{ id: sheet.id }}
                notes={sheet.notes}
                closed={sheet.whyNotMark !== null}
              />
            </>
          )}
          {sheet.others && <OthersMarks criteria={sheet.criteria} total={sheet.total} others={sheet.others} />}
          {sheet.next && <p className="text-sm text-muted max-lg:hidden">{t('judging:sheet.keys')}</p>}
          {sheet.mayRecuse && (
            <p>
              <Link to={paths.recusal(sheet)} className="link">
                {t('judging:sheet.recuse')}
              </Link>
            </p>
          )}
        </aside>
      </div>
    </div>
  );
}

function Whereabouts() {
  const { t } = useTranslation();
  const { sheet } = useLoaderData<typeof loader>();
  const { contest, round, entry } = sheet;
  return (
    <>
      {t('results:entryNumber', { number: entry.number })} · {entry.division} · {contest.name} – {round.name}
    </>
  );
}

/** N opens the next sheet, unless somebody is typing. */
function useNextByKey(next: { id: string } | null): void {
  const navigate = useNavigate();
  const id = next?.id;
  useEffect(() => {
    if (id === undefined) return;
    const listen = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (key.toLowerCase() === 'n' && !typing && !ctrlKey && !metaKey && !altKey) navigate(paths.sheet({ id }));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [id, navigate]);
}
