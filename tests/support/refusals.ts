/** What became of an act, in one line: `taken`, or the kind of refusal with its reasons. What is no refusal is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (thrown) {
    const { kind, because, fields } = thrown as {
      kind?: string;
      because?: { key: string };
      fields?: Record<string, { key: string }[]>;
    };
    if (kind === undefined) throw thrown;
    if (fields === undefined) return `${kind}: ${because?.key ?? ''}`;
    const reasons = Object.entries(fields).flatMap(([name, list]) => list.map(({ key }) => `${name} ${key}`));
    return `${kind}: ${reasons.join(', ')}`;
  }
}
