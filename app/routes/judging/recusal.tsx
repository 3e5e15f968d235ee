import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { findSheet } from '#app/domain/judging/find-sheet.server.ts';
import { recuse } from '#app/domain/judging/recuse.server.ts';
import { recusalForm } from '#app/domain/judging/scoresheet-form.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button, ButtonLink } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('judging:recusal.title'), noindex: true };

export const loader = forMembers(async ({ part, person }) => {
  const { id, entry, contest, mayRecuse } = await findSheet({ id: part('id'), by: person });
  return { id, number: entry.number, contest: contest.name, mayRecuse };
});

export const action = forMembers(async ({ part, person, form }) => {
  const { reason, conflict } = await form(recusalForm);
  await recuse({ by: person, sheetId: part('id'), reason, conflict });
  return redirect(paths.desk());
});

export default function Recusal() {
  const { t } = useTranslation();
  const { id, number, contest, mayRecuse } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t('judging:recusal.title')}
      lead={`${t('results:entryNumber', { number })} · ${contest}`}
      width="form"
      trail={[{ to: paths.desk(), label: t('judging:desk.title') }]}
    >
      {mayRecuse ? (
        <Form>
          <p>{t('judging:recusal.meaning')}</p>
          <TextArea
            name="reason"
            label={t('judging:recusal.reason')}
            hint={t('judging:recusal.reasonHint')}
            rows={3}
            max={2000}
            required
          />
          <Checkbox name="conflict" label={t('judging:recusal.conflict')} hint={t('judging:recusal.conflictHint')} />
          <FormActions>
            <Button tone="danger">{t('judging:recusal.send')}</Button>
            <ButtonLink to={paths.sheet({ id })} tone="quiet">
              {t('controls:cancel')}
            </ButtonLink>
          </FormActions>
        </Form>
      ) : (
        <Notice>{t('judging:recusal.notNow')}</Notice>
      )}
    </Page>
  );
}
