import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '#app/domain/refusal.ts';
import { Notice } from './notice.tsx';

const plainWords = {
  'not-found': 'controls:refusal.notFound',
  'not-allowed': 'controls:refusal.notAllowed',
  'not-now': 'controls:refusal.notNow',
  'not-valid': 'controls:refusal.notValid',
} as const;

const longestLabel = 60;

/** What the page calls a field: read from its label once the page stands, so that equal reasons can be told apart. */
function labelOf(id: string): string | undefined {
  const control = document.getElementById(id);
  const label =
    control instanceof HTMLFieldSetElement
      ? control.querySelector('legend')
      : document.querySelector(`label[for="${CSS.escape(id)}"]`);
  const text = label?.firstChild?.textContent?.trim();
  return text && text.length <= longestLabel ? text : undefined;
}

/** Why a form was refused, with a link to each field that needs mending. */
export function RefusalNotice({ refused, prefix }: { refused: Refused; prefix?: string }) {
  const { t } = useTranslation();
  const { because, fields, kind } = refused.refusal;
  const wrong = Object.entries(fields ?? {}).filter(([, reasons]) => reasons.length > 0);
  const [labels, setLabels] = useState<Record<string, string | undefined>>({});
  useEffect(() => {
    if (prefix === undefined) return;
    const names = Object.keys(refused.refusal.fields ?? {});
    setLabels(Object.fromEntries(names.map((name) => [name, labelOf(prefix + name)])));
  }, [refused, prefix]);
  return (
    <Notice
      tone="danger"
      alert
      title={wrong.length > 0 ? t('controls:refusal.fields', { count: wrong.length }) : t('controls:refusal.title')}
    >
      {because ? (
        <p>{t(because.key, because.values ?? {})}</p>
      ) : wrong.length === 0 ? (
        <p>{t(plainWords[kind])}</p>
      ) : null}
      {wrong.length > 0 && (
        <ul className="mt-1 space-y-1">
          {wrong.map(([name, reasons]) => (
            <li key={name}>
              {reasons.map((reason) => {
                const words = t(reason.key, reason.values ?? {});
                return prefix === undefined ? (
                  <span key={reason.key}>{words} </span>
                ) : (
                  <a key={reason.key} href={`#${prefix}${name}`} className="underline underline-offset-4">
                    {labels[name] ? `${labels[name]}: ${words}` : words}
                  </a>
                );
              })}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
