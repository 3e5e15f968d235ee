import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Contact, OwnShare } from '#app/domain/people/contact.ts';
import { paths } from '#app/paths.ts';
import { ActButton } from '#app/ui/controls/act-button.tsx';
import { Button } from '#app/ui/controls/button.tsx';
import { Checkbox } from '#app/ui/controls/checkbox.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { Section } from '#app/ui/layout/page.tsx';

/** How the two sides of one relation reach each other: what the others shared, and what one shares oneself. */
export function ContactBox({
  others,
  mine,
  sharing,
  withdrawal,
}: {
  others: readonly { name: string; contact: Contact | null }[];
  mine: OwnShare;
  /** Addresses of the two acts. */
  sharing: string;
  withdrawal: string;
}) {
  const { t } = useTranslation();
  const what = [mine.mail && t('people:contact.mailShort'), mine.phone && t('people:contact.phoneShort')]
    .filter(Boolean)
    .join(', ');
  return (
    <Section title={t('people:contact.title')} lead={t('people:contact.lead')}>
      <div className="grid gap-6 sm:grid-cols-2">
        <div className="min-w-0">
          <h3 className="mb-2 text-lg">{t('people:contact.theirs')}</h3>
          {others.length === 0 && <p className="text-muted">{t('people:contact.nobody')}</p>}
          <ul className="space-y-3">
            {others.map(({ name, contact }) => (
              <li key={`${name} ${contact?.mail ?? ''} ${contact?.phone ?? ''}`}>
                <p className="font-semibold wrap-anywhere">{name}</p>
                {contact === null && <p className="text-muted">{t('people:contact.nothing')}</p>}
                {contact?.mail && (
                  <p>
                    <a href={`mailto:${contact.mail}`} className="link wrap-anywhere">
                      {contact.mail}
                    </a>
                  </p>
                )}
                {contact?.phone && (
                  <p>
                    <a href={`tel:${contact.phone}`} className="link figures">
                      {contact.phone}
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
        <div className="min-w-0">
          <h3 className="mb-2 text-lg">{t('people:contact.mine')}</h3>
          <p className="mb-3">{t(`people:contact.${mine.state}`, { what })}</p>
          {mine.state === 'waits' && (
            <p className="mb-3">
              <Link to={paths.consent()} className="link">
                {t('people:contact.toConsent')}
              </Link>
            </p>
          )}
          <Form key={`${mine.mail} ${mine.phone}`} action={sharing} className="space-y-3">
            <Checkbox
              name="mail"
              label={t('people:contact.mail')}
              hint={mine.has.mail ? undefined : t('people:contact.noMail')}
              defaultChecked={mine.mail}
              disabled={!mine.has.mail}
            />
            <Checkbox
              name="phone"
              label={t('people:contact.phone')}
              hint={mine.has.phone ? undefined : t('people:contact.noPhone')}
              defaultChecked={mine.phone}
              disabled={!mine.has.phone}
            />
            <FormActions>
              <Button tone="secondary">
                {t(mine.state === 'none' ? 'people:contact.share' : 'people:contact.change')}
              </Button>
            </FormActions>
          </Form>
          {mine.state !== 'none' && (
            <div className="mt-3">
              <ActButton
                action={withdrawal}
                label={t('people:contact.withdraw')}
                confirm={t('people:contact.withdrawConfirm')}
                confirmLabel={t('people:contact.withdraw')}
                size="sm"
              />
            </div>
          )}
        </div>
      </div>
    </Section>
  );
}
