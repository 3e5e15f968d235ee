/** Input that no answer can be given for: says which record and which field, on one line. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
  readonly record: string;
  readonly field: string;

  constructor(record: string, field: string, problem: string) {
    super(`${record}: ${field}: ${problem}`.replace(/\s+/g, ' '));
    this.record = record;
    this.field = field;
  }
}
