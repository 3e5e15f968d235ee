export type Encoding = 'br' | 'gzip' | 'identity';

/** Browsers say one of a few things; what they said is read once. */
const read = new Map<string, Encoding>();
const mostRead = 200;

/** The best of our encodings that a client takes, as its Accept-Encoding says. Unknown words and what it gives no weight are passed over. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const said = String(accepted);
  const known = read.get(said);
  if (known !== undefined) return known;
  const encoding = encodingIn(said);
  if (read.size < mostRead && said.length < 200) read.set(said, encoding);
  return encoding;
}

/** Whether a client takes gzip, whatever else it would rather have. */
export function takesGzip(accepted: string | null): boolean {
  const taken = takenIn(accepted ?? '');
  return taken.has('gzip') || taken.has('x-gzip');
}

function encodingIn(said: string): Encoding {
  const taken = takenIn(said);
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || taken.has('x-gzip') ? 'gzip' : 'identity';
}

function takenIn(said: string): Set<string> {
  const taken = new Set<string>();
  for (const part of said.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((side) => side.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.split('=')[1];
    if (weight === undefined || Number(weight) > 0) taken.add(name);
  }
  return taken;
}
