import { useTranslation } from 'react-i18next';
import { paths } from '#app/paths.ts';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextField } from '#app/ui/controls/text-field.tsx';

/** Ends a role, for a reason that stays on record. */
export function EndRole({ role }: { role: { id: string; name: string } }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary className={buttonLook('secondary', 'sm')} aria-label={t('people:endRole.one', { name: role.name })}>
        {t('people:endRole.short')}
      </summary>
      <div className="mt-3 max-w-md text-left">
        <Form id={`end-${role.id}`} action={paths.roleEnding(role)} className="space-y-3">
          <TextField name="reason" label={t('people:endRole.reason')} autoComplete="off" max={500} required />
          <FormActions>
            <Button tone="danger" size="sm">
              {t('people:endRole.send')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}
