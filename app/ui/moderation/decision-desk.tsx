import { useNavigate } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecisionKind, decisionKinds, reasonsFor } from '#app/domain/moderation/decision.ts';
import { Button, ButtonLink, buttonLook, type Tone } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { Icon } from '#app/ui/controls/icon.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';

/** The first of the two keys: Đăng, Trả lại, Không đăng; and tiếp for the next one. */
const keys: Record<DecisionKind, string> = { PUBLISHED: 'd', RETURNED: 't', DECLINED: 'k' };
const nextKey = 'n';

const tones: Record<DecisionKind, Tone> = { PUBLISHED: 'primary', RETURNED: 'secondary', DECLINED: 'danger' };

/** Holds text and decision. Keys work while the focus is in it and not in a field: first what, then the number of why. */
export function DecisionKeys({ next, children }: { next: string | null; children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const desk = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<DecisionKind | null>(null);
  useEffect(() => desk.current?.focus({ preventScroll: true }), []);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, textarea, select')) return;
    const key = event.key.toLowerCase();
    if (key === nextKey && next !== null) return navigate(next);
    if (key === 'escape') return setChosen(null);
    const kind = decisionKinds.find((one) => keys[one] === key);
    if (kind !== undefined) {
      setChosen(kind);
      const group = desk.current?.querySelector<HTMLDetailsElement>(`details[data-kind="${kind}"]`);
      if (group) group.open = true;
      return;
    }
    const reason = chosen === null ? undefined : reasonsFor[chosen][Number(key) - 1];
    if (chosen === null || reason === undefined) return;
    event.preventDefault();
    desk.current?.querySelector<HTMLButtonElement>(`button[value="${chosen}:${reason}"]`)?.click();
    setChosen(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the buttons within do
    <div ref={desk} tabIndex={-1} onKeyDown={press} className="outline-none">
      {children}
      <p role="status" className="sr-only">
        {chosen ? t('moderation:decision.chosen', { kind: t(`moderation:decision.kinds.${chosen}`) }) : ''}
      </p>
    </div>
  );
}

/** Every decision is one button; those that send an idea back open first to ask why. */
export function DecisionDesk({ action, next }: { action: string; next: string | null }) {
  const { t } = useTranslation();
  return (
    <Form id="decision" action={action} label={t('moderation:decision.title')} className="space-y-4">
      <TextArea
        name="note"
        label={t('moderation:decision.note')}
        hint={t('moderation:decision.noteHint')}
        rows={3}
        max={2000}
        optional
      />
      {decisionKinds.map((kind) =>
        reasonsFor[kind].length === 1 ? (
          <Button
            key={kind}
            name="verdict"
            value={`${kind}:${reasonsFor[kind][0]}`}
            tone={tones[kind]}
            icon="check"
            wide
          >
            {t(`moderation:decision.kinds.${kind}`)}
            <KeyName>{keys[kind]} 1</KeyName>
          </Button>
        ) : (
          <details key={kind} data-kind={kind} className="group">
            <summary className={buttonLook('secondary', 'md', true)}>
              {t(`moderation:decision.kinds.${kind}`)}
              <KeyName>{keys[kind]}</KeyName>
              <Icon name="chevronDown" className="size-4" />
            </summary>
            <ul className="mt-2 grid gap-2">
              {reasonsFor[kind].map((reason, index) => (
                <li key={reason}>
                  <Button name="verdict" value={`${kind}:${reason}`} tone={tones[kind]} size="sm" wide>
                    {t(`moderation:decision.reasons.${reason}`)}
                    <KeyName>{index + 1}</KeyName>
                  </Button>
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
      {next !== null && (
        <ButtonLink to={next} tone="quiet" wide icon="chevronRight">
          {t('moderation:review.next')}
          <KeyName>{nextKey}</KeyName>
        </ButtonLink>
      )}
      <p className="text-sm text-muted max-lg:hidden">
        {t('moderation:decision.keys', {
          publish: keys.PUBLISHED.toUpperCase(),
          giveBack: keys.RETURNED.toUpperCase(),
          decline: keys.DECLINED.toUpperCase(),
          next: nextKey.toUpperCase(),
        })}
      </p>
    </Form>
  );
}

function KeyName({ children }: { children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className="rounded border border-current px-1.5 text-xs font-semibold uppercase max-lg:hidden"
    >
      {children}
    </span>
  );
}
