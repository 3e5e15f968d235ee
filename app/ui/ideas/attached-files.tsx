import { useTranslation } from 'react-i18next';
import { isImage } from '#app/domain/ideas/idea-file.ts';
import { Icon } from '#app/ui/controls/icon.tsx';
import { useLocale } from '#app/ui/controls/use-locale.ts';
import { formatBytes } from '#app/words/format.ts';

export type Attached = { id: string; number: number; mediaType: string; bytes: number; name: string | null };

/** Pictures as pictures, papers as links; the names people gave them are there for team and staff only. */
export function AttachedFiles({
  files,
  to,
}: {
  files: readonly Attached[];
  /** The address of a file. */
  to: (file: Attached) => string;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const images = files.filter((file) => isImage(file.mediaType));
  const papers = files.filter((file) => !isImage(file.mediaType));
  return (
    <div className="space-y-4">
      {images.length > 0 && (
        <ul className="grid gap-3 sm:grid-cols-2">
          {images.map((file) => (
            <li key={file.id}>
              <a href={to(file)} className="block overflow-hidden rounded-field border border-line bg-sunken">
                <img
                  src={to(file)}
                  alt={file.name ?? t('ideas:files.image', { number: file.number })}
                  loading="lazy"
                  width={640}
                  height={400}
                  className="aspect-8/5 w-full object-contain"
                />
              </a>
              {file.name && <p className="mt-1 text-sm text-muted wrap-anywhere">{file.name}</p>}
            </li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <ul className="space-y-2">
          {papers.map((file) => (
            <li key={file.id}>
              <a href={to(file)} className="link inline-flex min-h-11 items-center gap-2">
                <Icon name="file" />
                <span className="wrap-anywhere">{file.name ?? t('ideas:files.paper', { number: file.number })}</span>
                <span className="text-sm text-muted">{formatBytes(file.bytes, locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
