import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';

const pages: Record<string, string> = { terms: paths.terms(), privacy: paths.privacy() };

/** The box without which there is no account; what is agreed to opens beside the form, which keeps what was typed. */
export function Terms() {
  const { t } = useTranslation();
  // Between words stand, in turn, the name of a mark and the words it holds.
  const pieces = t('people:fields.terms').split(/<(\w+)>(.*?)<\/\w+>/);
  return (
    <Checkbox
      name="terms"
      label={pieces.map((piece, at) => {
        if (at % 3 === 1) return null;
        if (at % 3 === 0) return piece;
        return (
          <Link key={piece} to={pages[pieces[at - 1]!]!} target="_blank" className="link">
            {piece}
          </Link>
        );
      })}
    />
  );
}
