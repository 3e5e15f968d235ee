/** A statement under construction: every value goes in as a parameter. */
export class Statement {
  readonly values: unknown[] = [];

  /** `$1::text[]` for a value, remembering it. */
  value(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
