const form = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a piece of an address can be an id at all: the database takes nothing else where it expects one. */
export function isUuid(text: string): boolean {
  return form.test(text);
}
