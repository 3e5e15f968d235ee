import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findDraft } from '#app/domain/ideas/find-draft.server.ts';
import { draftForm } from '#app/domain/ideas/idea-form.ts';
import { saveDraft } from '#app/domain/ideas/save-draft.server.ts';
import { paths } from '#app/paths.ts';
import { forMembers } from '#app/routes/door.server.ts';
import { Button } from '#app/ui/controls/button.tsx';
import { Notice } from '#app/ui/controls/notice.tsx';
import { DraftEditor, type EditorStep, editorSteps, stepLook, stepOf } from '#app/ui/ideas/draft-editor.tsx';
import { DraftFiles } from '#app/ui/ideas/draft-files.tsx';
import { KeptAsides } from '#app/ui/ideas/kept-asides.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { Page } from '#app/ui/layout/page.tsx';
import type { PageHandle } from '#app/ui/layout/page-handle.ts';
import { insistOnAddress } from './present-address.ts';

export const handle: PageHandle<typeof loader> = { title: (t) => t('ideas:editor.title'), noindex: true };

export const loader = forMembers(async ({ person, part, url }) => {
  const draft = await findDraft({ by: person, slug: part('slug') });
  insistOnAddress(url, part('slug'), draft);
  return { draft, me: person.id, check: url.searchParams.get('kiem') !== null };
});

export const action = forMembers(async ({ person, part, form }) => {
  const { basedOn, next, stage, ...text } = await form(draftForm);
  const saved = await saveDraft({ by: person, slug: part('slug'), text, basedOn, stage });
  return redirect(next === 'preview' && saved.outcome === 'saved' ? paths.ideaPreview(saved) : paths.ideaDraft(saved));
});

export default function Draft() {
  const { t } = useTranslation();
  const { draft, me, check } = useLoaderData<typeof loader>();
  const firstMissing = Object.keys(draft.missing)[0] as keyof typeof stepOf | undefined;
  const [step, setStep] = useState<EditorStep | null>(null);
  useEffect(() => {
    const named = editorSteps.find((one) => window.location.hash === `#${one}`);
    setStep((before) => before ?? named ?? (check && firstMissing ? stepOf[firstMissing] : 'idea'));
  }, [check, firstMissing]);
  const at = step === null ? 0 : editorSteps.indexOf(step);
  const go = (to: number) => {
    setStep(editorSteps[to] ?? 'idea');
    window.scrollTo({ top: 0 });
  };
  const last = at === editorSteps.length - 1;
  return (
    <Page
      title={t('ideas:editor.title')}
      width="reading"
      trail={[{ to: paths.idea(draft), label: draft.text.title || t('ideas:untitled') }]}
    >
      {draft.returned && (
        <Notice tone="warning" title={t('ideas:editor.returnedTitle')}>
          <p>{t(`moderation:decision.reasons.${draft.returned.reason}`)}</p>
          {draft.returned.note && <Written text={draft.returned.note} />}
        </Notice>
      )}
      <KeptAsides idea={draft} asides={draft.asides} />
      {check && Object.keys(draft.missing).length > 0 && <Notice tone="warning">{t('ideas:editor.check')}</Notice>}
      <DraftEditor
        key={`${draft.id}-${draft.revision}`}
        draft={draft}
        me={me}
        step={step}
        missing={check ? draft.missing : null}
      />
      <DraftFiles idea={draft} files={draft.files} className={stepLook('files', step)} />
      {step !== null && (
        <div className="not-on-paper sticky bottom-0 z-10 -mx-4 flex gap-3 border-t border-line bg-surface px-4 py-3 sm:hidden">
          <Button type="button" tone="secondary" disabled={at === 0} onClick={() => go(at - 1)}>
            {t('ideas:editor.previous')}
          </Button>
          {last ? (
            <Button key="preview" form="idea" name="next" value="preview" className="flex-1" icon="eye">
              {t('ideas:editor.preview')}
            </Button>
          ) : (
            <Button key="next" type="button" className="flex-1" onClick={() => go(at + 1)}>
              {t('ideas:editor.next')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}
