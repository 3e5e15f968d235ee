import type { ReactNode } from 'react';
import { Button, buttonLook } from '#app/ui/controls/button.tsx';
import { Form } from '#app/ui/controls/form.tsx';
import { FormActions } from '#app/ui/controls/form-actions.tsx';
import { TextArea } from '#app/ui/controls/text-area.tsx';

/** A no, or an end, with its reason: opens in its place, without script too. */
export function ReasonForm({
  id,
  action,
  label,
  reasonLabel,
  lead,
  send,
  describe,
  size = 'md',
}: {
  id: string;
  action: string;
  label: ReactNode;
  reasonLabel: ReactNode;
  lead?: ReactNode;
  send: ReactNode;
  describe?: string;
  size?: 'md' | 'sm';
}) {
  return (
    <details className="max-w-form">
      <summary className={buttonLook('secondary', size)} aria-label={describe}>
        {label}
      </summary>
      <div className="mt-3">
        {lead && <p className="mb-3 text-muted">{lead}</p>}
        <Form id={id} action={action} className="space-y-3">
          <TextArea name="reason" label={reasonLabel} rows={3} max={500} required />
          <FormActions>
            <Button tone="danger" size={size}>
              {send}
            </Button>
          </FormActions>
        </Form>
      </div>
    </details>
  );
}
