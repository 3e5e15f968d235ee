import { redirect } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { readReceipt } from '#app/domain/contests/entry.ts';
import { paths } from '#app/paths.ts';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('contests:paper.title') };

export const loader = forAnyone(async ({ url }) => {
  const typed = readReceipt(url.searchParams.get('so') ?? '').slice(0, 100);
  if (typed !== '') throw redirect(paths.paper({ number: encodeURIComponent(typed) }));
  return {};
});

export default function PaperFinding() {
  const { t } = useTranslation();
  return (
    <Page title={t('contests:paper.title')} lead={t('contests:paper.lead')} width="form">
      <Form method="get">
        <TextField
          name="so"
          label={t('contests:paper.number')}
          hint={t('contests:paper.numberHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <FormActions>
          <Button>{t('contests:paper.check')}</Button>
        </FormActions>
      </Form>
    </Page>
  );
}
