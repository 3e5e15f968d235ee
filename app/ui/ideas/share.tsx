import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook, type Size } from '#app/ui/controls/button.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** The address of a page to pass on; with script it goes to the clipboard or to the telephone's own way of sharing. */
export function Share({
  address,
  title,
  name = 'address',
  size = 'md',
}: {
  address: string;
  title: string;
  name?: string;
  size?: Size;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const pass = async () => {
    if (navigator.share !== undefined) {
      await navigator.share({ title, url: address }).catch(() => undefined);
      return;
    }
    await navigator.clipboard?.writeText(address);
    setCopied(true);
  };
  return (
    <details className="group relative">
      <summary className={buttonLook('secondary', size)}>
        <Icon name="share" className={size === 'sm' ? 'size-4' : 'size-5'} />
        {t('ideas:page.share')}
      </summary>
      <div className="mt-2 w-80 max-w-full space-y-3 rounded-field border border-line bg-surface p-4 shadow-lift sm:absolute sm:right-0 sm:z-10">
        <TextField name={name} label={t('ideas:page.address')} defaultValue={address} readOnly />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="button" size="sm" icon="link" onClick={() => void pass()}>
            {copied ? t('ideas:page.copied') : t('ideas:page.copy')}
          </Button>
          <a
            href={`https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`}
            rel="noreferrer noopener"
            target="_blank"
            className={buttonLook('quiet', 'sm')}
          >
            {t('ideas:page.facebook')}
          </a>
        </div>
      </div>
    </details>
  );
}
