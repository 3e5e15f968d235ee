import path from 'node:path';
import { beginSession } from '#app/platform/session.server.ts';
import routes from '#app/routes.ts';
import { addressTable, takes } from '#tests/house/addresses.ts';

export const origin = 'http://127.0.0.1:3000';

const table = addressTable(routes);

/** What a visitor got: the status, where they were sent, and everything the answer carries as one text. */
export type Answer = {
  status: number;
  location: string | null;
  headers: Headers;
  /** What the loader or action gave the page, or the parsed JSON of a response. */
  data: unknown;
  /** The whole answer as text, for looking for what must not be in it. */
  text: string;
};

/** Who is staff has given the second factor, unless it says otherwise. */
type Visitor = { id: string; secondFactor?: boolean } | null;
type FormValues = Record<string, string | string[] | Blob>;

/** Each visit comes from an address of its own, so that one test's visits are no limit to another's. */
let visits = 0;
function nextAddress(): string {
  visits += 1;
  return `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`;
}

async function cookieOf(visitor: Visitor): Promise<string | null> {
  if (visitor === null) return null;
  const made = await beginSession({
    request: new Request(origin),
    personId: visitor.id,
    secondFactor: visitor.secondFactor ?? true,
  });
  return made.split(';')[0]!;
}

function formOf(values: FormValues): FormData | URLSearchParams {
  const hasFile = Object.values(values).some((value) => value instanceof Blob);
  const form = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string);
  }
  return form;
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? one.toString() : one)) ?? '';
}

async function describeAnswer(answer: unknown): Promise<Answer> {
  if (answer instanceof Response) {
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      headers: answer.headers,
      data: json,
      text,
    };
  }
  const wrapped = answer as { type?: unknown; data?: unknown; init?: ResponseInit | null } | null;
  if (typeof wrapped === 'object' && wrapped !== null && wrapped.type === 'DataWithResponseInit') {
    return {
      status: wrapped.init?.status ?? 200,
      location: null,
      headers: new Headers(wrapped.init?.headers),
      data: wrapped.data,
      text: asText(wrapped.data),
    };
  }
  return { status: 200, location: null, headers: new Headers(), data: answer, text: asText(answer) };
}

/** The route file behind a path, and the parts of the path it names. */
export function routeOf(path: string): { file: string; params: Record<string, string> } {
  const pathname = path.split('?')[0]!;
  const row =
    table.find(({ address }) => address === pathname) ??
    table.find(({ address }) => !address.endsWith('*') && takes(address, pathname)) ??
    table
      .filter(({ address }) => address.endsWith('*') && pathname.startsWith(address.slice(0, -1)))
      .sort((one, other) => other.address.length - one.address.length)[0];
  if (row === undefined) throw new Error(`No route takes ${path}`);
  const parts = pathname.split('/');
  const params = Object.fromEntries(
    row.address
      .split('/')
      .flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[at]!)]] : [])),
  );
  return { file: row.file, params };
}

type Door = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;

async function knock(
  name: 'loader' | 'action',
  at: string,
  request: Request,
  address = nextAddress(),
): Promise<Answer> {
  const { file, params } = routeOf(at);
  const route = (await import(/* @vite-ignore */ path.resolve(file))) as { loader?: Door; action?: Door };
  const door = route[name];
  if (door === undefined) return describeAnswer(new Response(null, { status: name === 'loader' ? 204 : 405 }));
  try {
    return await describeAnswer(await door({ request, params, context: { address, origin } }));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return describeAnswer(thrown);
  }
}

/** Opens an address as a visitor (null: a stranger), from a network address. 204 where the route has no loader. */
export async function get(
  path: string,
  { as, headers = {}, address }: { as: Visitor; headers?: Record<string, string>; address?: string },
): Promise<Answer> {
  const cookie = await cookieOf(as);
  const request = new Request(`${origin}${path}`, { headers: { ...headers, ...(cookie ? { cookie } : {}) } });
  return knock('loader', path, request, address);
}

type Sending = { as: Visitor; form?: FormValues; json?: boolean; from?: string; headers?: Record<string, string> };

/** Sends a form to an address as a visitor, from our own pages unless `from` says another origin. 405 where there is no action. */
export async function post(
  path: string,
  { as, form = {}, json = false, from = origin, headers = {} }: Sending,
): Promise<Answer> {
  const cookie = await cookieOf(as);
  const request = new Request(`${origin}${path}`, {
    method: 'POST',
    body: formOf(form),
    headers: {
      origin: from,
      ...(json ? { accept: 'application/json' } : {}),
      ...headers,
      ...(cookie ? { cookie } : {}),
    },
  });
  return knock('action', path, request);
}
