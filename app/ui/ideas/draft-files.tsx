import { useTranslation } from 'react-i18next';
import { acceptedFiles, largestFile, mostFiles } from '#app/domain/ideas/idea-file.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { FileField } from '#app/ui/controls/file-field.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { Section } from '#app/ui/layout/page.tsx';
import { formatBytes } from '#app/words/format.ts';

/** The files of a draft: what is there, and room for more. */
export function DraftFiles({
  idea,
  files,
  className = '',
}: {
  idea: { slug: string };
  files: readonly { id: string; name: string; mediaType: string; bytes: number }[];
  className?: string;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const megabytes = largestFile / 1024 / 1024;
  return (
    <div className={className}>
      <Section id="tep" title={t('ideas:files.title')} lead={t('ideas:files.lead', { megabytes, max: mostFiles })}>
        <div className="space-y-5">
          {files.length === 0 ? (
            <p className="text-muted">{t('ideas:files.none')}</p>
          ) : (
            <ul className="divide-y divide-line rounded-card border border-line bg-surface">
              {files.map((file) => (
                <li key={file.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
                  <a href={paths.ideaFile(idea, file)} className="link inline-flex min-h-11 items-center gap-2">
                    <Icon name="file" />
                    <span className="wrap-anywhere">{file.name}</span>
                    <span className="text-sm text-muted">{formatBytes(file.bytes, locale)}</span>
                  </a>
                  <ActButton
                    action={paths.ideaFileRemoval(idea, file)}
                    label={t('ideas:files.remove')}
                    describe={t('ideas:files.removeOne', { name: file.name })}
                    tone="quiet"
                    size="sm"
                    icon="trash"
                  />
                </li>
              ))}
            </ul>
          )}
          {files.length < mostFiles && (
            <Form
              key={files.length}
              id="files"
              action={paths.ideaFiles(idea)}
              encType="multipart/form-data"
              className="space-y-3"
            >
              <FileField name="file" label={t('ideas:files.pick')} accept={acceptedFiles} />
              <Button tone="secondary" icon="upload">
                {t('ideas:files.upload')}
              </Button>
            </Form>
          )}
        </div>
      </Section>
    </div>
  );
}
