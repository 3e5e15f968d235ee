import type { ReactNode } from 'react';
import { FieldErrors } from './field.tsx';

type Group = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  hintId: string;
  errors: string[];
  errorId: string;
  children: ReactNode;
  first?: boolean;
};

/** A question with several answers to pick from. Takes the focus when it is the first thing that is wrong. */
export function FieldSet({ id, label, hint, hintId, errors, errorId, children }: Group) {
  const described = [errors.length > 0 && errorId, hint && hintId].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described} className="min-w-0 space-y-2.5">
      <legend className="font-semibold">{label}</legend>
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      <FieldErrors id={errorId} errors={errors} />
    </fieldset>
  );
}
