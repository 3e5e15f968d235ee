import { useTranslation } from 'react-i18next';
import type { IdeaText } from '#app/domain/ideas/idea-text.ts';
import { paths } from '#app/paths.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { IdeaBrief } from '#app/ui/ideas/idea-brief.tsx';
import { Written } from '#app/ui/ideas/written.tsx';
import { formatBytes } from '#app/words/format.ts';

export type SheetFile = { number: number; name: string; mediaType: string; bytes: number };

/** What a judge reads: the frozen text, and its files under names that tell nobody. */
export function EntryText({
  sheet,
  text,
  files,
  answers,
}: {
  sheet: { id: string };
  text: IdeaText;
  files: readonly SheetFile[];
  answers: readonly { question: string; answer: string }[];
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <article className="min-w-0 max-w-reading space-y-7">
      <div>
        <h1 className="text-2xl wrap-anywhere sm:text-3xl">{text.title}</h1>
        <p className="mt-3 text-lg text-muted wrap-anywhere">{text.abstract}</p>
      </div>
      <IdeaBrief text={text} />
      {answers.map(({ question, answer }) => (
        <section key={question}>
          <h2 className="mb-2 text-xl">{question}</h2>
          <Written text={answer} />
        </section>
      ))}
      {files.length > 0 && (
        <section>
          <h2 className="mb-2 text-2xl">{t('judging:sheet.files')}</h2>
          <ul className="space-y-2">
            {files.map((file) => (
              <li key={file.number}>
                <a
                  href={paths.sheetFile(sheet, file)}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="link inline-flex min-h-11 items-center gap-2"
                >
                  <Icon name="file" className="size-5" />
                  {file.name}
                  <span className="text-sm text-muted">({formatBytes(file.bytes, locale)})</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
