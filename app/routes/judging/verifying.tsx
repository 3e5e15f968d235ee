import { useLoaderData } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forAnyone } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { FileField } from '#app/ui/controls/file-field.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';
import { type Checked, VerdictBox } from '#app/ui/judging/verdict-box.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('awards:verifying.windowTitle') };

const rootForm = /^[0-9a-f]{64}$/;

/** The address carries the root, as minutes and mails print it; the file never comes here. */
export const loader = forAnyone(async ({ url }) => {
  const root = (url.searchParams.get('goc') ?? '').toLowerCase();
  return { root: rootForm.test(root) ? root : '' };
});

export default function Verifying() {
  const { t } = useTranslation();
  const { root } = useLoaderData<typeof loader>();
  const [checked, setChecked] = useState<Checked | null>(null);

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const against = String(form.get('root') ?? '')
      .trim()
      .toLowerCase();
    if (!(file instanceof File) || file.size === 0) return setChecked({ state: 'no-file' });
    if (against !== '' && !rootForm.test(against)) return setChecked({ state: 'no-root' });
    setChecked({ state: 'checking' });
    // Brought only when it is needed: counting again takes the whole arithmetic.
    const { verifyBundle } = await import('#app/domain/judging/record/verify-bundle.ts');
    const { NoBundle } = await import('#app/domain/judging/record/bundle.ts');
    const { editionOfBundle } = await import('#app/domain/judging/record/edition.ts');
    try {
      const text = await file.text();
      const verdict = await verifyBundle(text, against === '' ? {} : { root: against });
      const sound = verdict.status === 'valid' || (await verifyBundle(text)).status === 'valid';
      const known = sound ? editionOfBundle(text, { root: against }) : { edition: null, held: null };
      setChecked({ state: 'checked', verdict, ...known });
    } catch (error) {
      if (!(error instanceof NoBundle)) throw error;
      setChecked({ state: 'no-bundle' });
    }
  }

  return (
    <Page title={t('awards:verifying.title')} lead={t('awards:verifying.lead')} width="form">
      <form onSubmit={check} method="get" className="space-y-6" noValidate>
        <FileField
          name="file"
          accept=".json,application/json"
          label={t('awards:verifying.file')}
          hint={t('awards:verifying.fileHint')}
        />
        <TextField
          name="root"
          label={t('awards:verifying.root')}
          hint={t('awards:verifying.rootHint')}
          defaultValue={root}
          autoComplete="off"
          spellCheck={false}
          optional
        />
        <noscript>
          <p>{t('awards:verifying.noScript')}</p>
          <p className="figures rounded-field bg-sunken px-3 py-2 break-all">
            npm run -s judging -- verify results.json --root {root || 'HEX'}
          </p>
        </noscript>
        <FormActions>
          <Button>{t('awards:verifying.check')}</Button>
        </FormActions>
      </form>
      {checked !== null && <VerdictBox checked={checked} />}
    </Page>
  );
}
