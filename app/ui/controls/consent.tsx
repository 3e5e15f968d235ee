import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from './checkbox.tsx';

/** A consent in the sense of the law: one purpose, said plainly, and never ticked beforehand. */
export function Consent({ name, label, hint }: { name: string; label: ReactNode; hint?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      name={name}
      label={label}
      hint={
        <>
          {hint} {t('controls:consentNote')}
        </>
      }
    />
  );
}
