/** A reason a person can read: a key into the words, with the values its sentence needs. */
export type Because = { key: string; values?: Record<string, string | number> };

/** Reasons per field, under the name the field has in the form. */
export type FieldReasons = Record<string, Because[]>;

export type RefusalKind = 'not-found' | 'not-allowed' | 'not-now' | 'not-valid';

/** What a page receives as action data when a verb refused. */
export type Refused = {
  refusal: { kind: RefusalKind; because?: Because; fields?: FieldReasons };
  typed?: Record<string, string | string[]>;
};

/** One of the four ways to say no. Everything else that is thrown is a bug. */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind;
  abstract readonly status: 404 | 403 | 409 | 422;

  constructor(readonly because?: Because) {
    super(because?.key ?? 'refused');
  }
}

/** It does not exist, or this person may not know that it does. 404 */
export class NotFound extends Refusal {
  readonly kind = 'not-found';
  readonly status = 404;
}

/** This person may never do this. 403 */
export class NotAllowed extends Refusal {
  readonly kind = 'not-allowed';
  readonly status = 403;

  constructor(because: Because) {
    super(because);
  }
}

/** The state or the deadline does not let anyone do this now. 409 */
export class NotNow extends Refusal {
  readonly kind = 'not-now';
  readonly status = 409;

  constructor(because: Because) {
    super(because);
  }
}

/** What was typed cannot be taken; each field says why. 422 */
export class NotValid extends Refusal {
  readonly kind = 'not-valid';
  readonly status = 422;

  constructor(
    readonly fields: FieldReasons,
    because?: Because,
  ) {
    super(because);
  }
}
