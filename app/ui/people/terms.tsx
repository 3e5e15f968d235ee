import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';

/** The box without which there is no account; what is agreed to opens beside the form, which keeps what was typed. */
export function Terms() {
  const { t } = useTranslation();
  return (
    <Checkbox
      name="terms"
      label={
        <Trans
          t={t}
          i18nKey="people:fields.terms"
          components={{
            terms: <Link to={paths.terms()} target="_blank" className="link" />,
            privacy: <Link to={paths.privacy()} target="_blank" className="link" />,
          }}
        />
      }
    />
  );
}
