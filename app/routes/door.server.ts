import { randomBytes } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { z } from 'zod';
import { type Actor, isOfficer, isStaff } from '#app/domain/people/actor.ts';
import { findActor } from '#app/domain/people/find-actor.server.ts';
import { hasSecondFactor } from '#app/domain/people/find-second-factor.server.ts';
import { isSecondFactorAsked } from '#app/domain/people/second-factor-duty.server.ts';
import { type Because, NotAllowed, NotFound, NotNow, NotValid, Refusal, type Refused } from '#app/domain/refusal.ts';
import { paths } from '#app/paths.ts';
import { now } from '#app/platform/clock.ts';
import { type Face, standInFace } from '#app/platform/drawn-pages.server.ts';
import { countAgainst } from '#app/platform/limits.server.ts';
import { log } from '#app/platform/log.server.ts';
import { running } from '#app/platform/running.server.ts';
import { beginSession, endSession, readSession, type SessionFacts } from '#app/platform/session.server.ts';
import { initialsOf } from '#app/words/format.ts';
import { localeOf } from '#app/words/i18n.server.ts';
import type { Locale } from '#app/words/locales.ts';
import { cleanText, keptWords, parseTyped, type Typed, typedFrom } from './typed.ts';

export type Visit = {
  request: Request;
  url: URL;
  /** A part of the address, cleaned; '' where the route has no such part. */
  part: (name: string) => string;
  person: Actor | null;
  locale: Locale;
  /** The visitor's network address, for limits only. */
  address: string;
  /** The moment of the request, by the server's clock. */
  now: Date;
  /** True in the demo world only. */
  demo: boolean;
  /** How somebody is called at the head of a page; what stands in for it where the page is drawn for many. */
  faceOf: (fullName: string) => Face;
  /** The session of this browser; null for a stranger. */
  session: SessionFacts | null;
  /** Signs a person in on this browser; answers the headers that tell it so. Who has a second factor must have given it. */
  beginSession: (person: { id: string; secondFactor?: boolean }) => Promise<Headers>;
  /** Signs out on this browser. */
  endSession: () => Promise<Headers>;
  /** Reads the form the request carries. Throws NotValid with a reason beside each field. */
  form: <Schema extends z.ZodType>(schema: Schema) => Promise<z.output<Schema>>;
};

export type MemberVisit = Visit & { person: Actor };

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What the server knows about a request and Remix does not. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The visitor's network address; behind a named proxy, the one it reports. */
    address?: string;
    /** The origin our own pages have for this visitor. */
    origin?: string;
    /** Set where what is drawn may serve others who see the same; learns whom it is drawn for. */
    drawing?: { face: Face };
    /** Set where the answer may be kept for other readers; hears at which times (milliseconds since 1970) it will read differently. */
    tellTurn?: (at: number) => void;
  }
}

type Serve<V, T> = (visit: V) => Promise<T>;

/** A whole school may sit behind one address: failed sign-ins have a limit of their own, by account. */
const writesPerMinute = { signedIn: 240, anonymous: 1_200 };

function isWrite(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

/** The address asked for, its parameters cleaned as everything typed is: a database takes no NUL, wherever it came from. */
function cleanUrl(request: Request): URL {
  const url = new URL(request.url);
  const given = [...url.searchParams];
  const clean = given.map(([name, value]) => [cleanText(name), cleanText(value)]);
  if (JSON.stringify(clean) !== JSON.stringify(given)) url.search = new URLSearchParams(clean).toString();
  return url;
}

/** Scripts that save as one types ask for JSON; everyone else gets a page. */
function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.startsWith('application/json') ?? false;
}

/** A form is taken only from our own pages: the browser says where it came from. */
function cameFromHere({ request, context }: Args): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== 'null') return origin === (context.origin ?? new URL(request.url).origin);
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

/** What was refused in the request that is being answered: Remix hands one context object to its action and to its loaders. */
const refusals = new WeakMap<object, { status: number; refused: unknown }>();

/**
 * Without script, Remix reads a page's data in the same breath in which its action refused a form. Where that reading would lead
 * elsewhere (an act has no page; a form has had its day) the error page shows the refusal instead, with what was typed.
 */
function insteadOfLeaving({ request, context }: Args): void {
  const shown = isWrite(request) || !context ? undefined : refusals.get(context);
  if (shown !== undefined) throw data(shown.refused, { status: shown.status });
}

function isRedirect(answer: unknown): answer is Response {
  return answer instanceof Response && answer.status >= 300 && answer.status < 400;
}

async function withinLimits({ person, address }: Visit): Promise<void> {
  const allowed = person
    ? await countAgainst({ key: `write:${person.id}`, max: writesPerMinute.signedIn, seconds: 60 })
    : await countAgainst({ key: `write:${address}`, max: writesPerMinute.anonymous, seconds: 60 });
  if (!allowed.ok) {
    throw new NotNow({ key: 'site:refusals.tooManyWrites', values: { seconds: allowed.retryAfterSeconds } });
  }
}

type Manners = {
  /** A program of somebody's mail provider may write here: what it sends is believed for its signature alone. */
  fromAnywhere?: boolean;
};

async function readWhoAsks(request: Request) {
  const session = await readSession(request);
  const secondFactor = session.facts?.secondFactorAt != null || !isSecondFactorAsked();
  const person = session.personId === null ? null : await findActor({ personId: session.personId, secondFactor });
  return { session, person };
}

const askers = new WeakMap<object, ReturnType<typeof readWhoAsks>>();

/** Who asks, read once for all the loaders of a page; anew after an action, which may have changed it. */
function whoAsks({ request, context }: Args): ReturnType<typeof readWhoAsks> {
  if (isWrite(request) || !context) return readWhoAsks(request);
  const known = askers.get(context) ?? readWhoAsks(request);
  askers.set(context, known);
  return known;
}

function door<V extends Visit, T>(insist: (visit: Visit) => V, serve: Serve<V, T>, manners: Manners = {}) {
  return async (args: Args): Promise<T> => {
    const { request, params, context } = args;
    const url = cleanUrl(request);
    const headers = new Headers();
    let reading: Promise<Typed> | undefined;
    const typed = () => {
      reading ??= readForm(request).then(typedFrom);
      return reading;
    };
    try {
      const { session, person } = await whoAsks(args);
      if (session.cookie !== null) headers.append('set-cookie', session.cookie);
      const visit: Visit = {
        request,
        url,
        part: (name) => cleanText(params[name] ?? ''),
        person,
        locale: localeOf(request),
        address: context?.address ?? 'unknown',
        now: now(),
        demo: running().demo,
        faceOf: (name) => {
          const face = { name, initials: initialsOf(name) };
          if (context?.drawing === undefined) return face;
          context.drawing.face = face;
          return standInFace;
        },
        session: person === null ? null : session.facts,
        beginSession: async ({ id, secondFactor = false }) => {
          if (!secondFactor && (await hasSecondFactor({ personId: id })))
            throw new Error('the second step was left out');
          return cookieHeaders(await beginSession({ request, personId: id, secondFactor }));
        },
        endSession: async () => cookieHeaders(await endSession({ request })),
        form: async (schema) => parseTyped(schema, await typed()),
      };
      if (isWrite(request)) {
        if (!manners.fromAnywhere && !cameFromHere(args)) throw new NotAllowed({ key: 'site:refusals.foreignForm' });
        await withinLimits(visit);
      }
      const answer = await serve(insist(visit));
      if (isRedirect(answer)) insteadOfLeaving(args);
      return passOn(answer, headers);
    } catch (thrown) {
      if (isRedirect(thrown)) insteadOfLeaving(args);
      if (thrown instanceof Response) throw passOn(thrown, headers);
      if (isDataWithInit(thrown)) throw thrown;
      const words = isWrite(request) ? await typed().catch(() => ({})) : {};
      return answerRefusal({ thrown, request, typed: words, headers, context: args.context }) as T;
    }
  };
}

function cookieHeaders(cookie: string): Headers {
  return new Headers({ 'set-cookie': cookie });
}

/** Puts the session's new cookie on whatever the route answered. */
function passOn<T>(answer: T, headers: Headers): T {
  const cookie = headers.get('set-cookie');
  if (cookie === null) return answer;
  if (answer instanceof Response) {
    if (!answer.headers.has('set-cookie')) answer.headers.append('set-cookie', cookie);
    return answer;
  }
  if (isDataWithInit(answer)) {
    const merged = new Headers(answer.init?.headers);
    if (!merged.has('set-cookie')) merged.append('set-cookie', cookie);
    return data(answer.data, { ...answer.init, headers: merged }) as T;
  }
  return data(answer, { headers }) as T;
}

type DataWithInit = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null };

function isDataWithInit(answer: unknown): answer is DataWithInit {
  return (
    typeof answer === 'object' && answer !== null && (answer as { type?: unknown }).type === 'DataWithResponseInit'
  );
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) throw new NotValid({ form: [{ key: 'controls:problems.form' }] });
    throw error;
  }
}

type Thrown = { thrown: unknown; request: Request; typed: Typed; headers: Headers; context: Args['context'] };

function answerRefusal({ thrown, request, typed, headers, context }: Thrown): unknown {
  const { status, refused } = explain(thrown, request, typed);
  if (wantsJson(request)) {
    headers.set('content-type', 'application/json; charset=utf-8');
    return new Response(JSON.stringify(refused), { status, headers });
  }
  // A page that refused to be read, and a write that nobody may try again here, are shown by the error page.
  if (!isWrite(request) || status === 401 || status === 500) throw data(refused, { status, headers });
  if (context) refusals.set(context, { status, refused });
  return data(refused, { status, headers });
}

function explain(thrown: unknown, request: Request, typed: Typed) {
  // Only what was sent has words to give back: a page that refuses to be read has none, and is no form.
  const kept = isWrite(request) ? keptWords(typed) : undefined;
  if (thrown instanceof SignInFirst) {
    const refused: Refused = {
      refusal: { kind: 'not-allowed', because: { key: 'people:refusals.signInFirst' } },
      typed: kept,
    };
    return { status: 401, refused };
  }
  if (thrown instanceof Refusal) {
    const refused: Refused = {
      refusal: {
        kind: thrown.kind,
        because: thrown.because,
        fields: thrown instanceof NotValid ? thrown.fields : undefined,
      },
      typed: kept,
    };
    return { status: thrown.status, refused };
  }
  const reference = randomBytes(4).toString('hex');
  // Whoever went away in the middle of sending hears of nothing any more, and nothing of ours has failed.
  if (!request.signal.aborted) {
    const { pathname } = new URL(request.url);
    log.error({ err: thrown, reference, method: request.method, path: pathname }, 'request failed');
  }
  return { status: 500, refused: { reference, typed: kept } };
}

class SignInFirst extends Error {}

/** Where one may go before the new terms are answered: to them, to one's data, and away. */
const beforeTerms = [paths.newTerms(), paths.terms(), paths.ownData(), paths.closing(), paths.secondFactor()];

/** Asks once in each session, on the way to a page; never in the middle of a write. */
function askForTerms({ request, url, session }: Visit, person: Actor): void {
  if (!person.termsDue || session?.termsLaterAt != null || isWrite(request)) return;
  if (beforeTerms.some((path) => url.pathname.startsWith(path))) return;
  throw redirect(paths.newTerms({ next: url.pathname + url.search }));
}

function signedIn(visit: Visit): MemberVisit {
  if (visit.person !== null) {
    askForTerms(visit, visit.person);
    return { ...visit, person: visit.person };
  }
  if (isWrite(visit.request)) throw new SignInFirst();
  throw redirect(paths.signIn({ next: visit.url.pathname + visit.url.search }));
}

/** The person as if nothing slept: for finding out whether a second factor is all that is missing. */
function woken(person: Actor): Actor {
  const nowhere = { unitId: null, unitPath: null, contestId: null, businessId: null };
  return { ...person, roles: [...person.roles, ...(person.asleep ?? []).map((kind) => ({ kind, ...nowhere }))] };
}

function signedInAs(is: (person: Actor) => boolean, because: Because) {
  return (visit: Visit): MemberVisit => {
    const member = signedIn(visit);
    if (is(member.person)) return member;
    if (!is(woken(member.person))) throw new NotAllowed(because);
    if (isWrite(visit.request)) throw new NotAllowed({ key: 'people:refusals.secondFactorFirst' });
    throw redirect(paths.secondFactor({ next: visit.url.pathname + visit.url.search }));
  };
}

/** Open to everyone; `visit.person` is null for a stranger. */
export function forAnyone<T>(serve: Serve<Visit, T>, manners?: Manners) {
  return door((visit) => visit, serve, manners);
}

/**
 * Open to everyone, and one and the same for every stranger who asks for this address in this language: what one of them got may be kept
 * and given to the next. So it hangs on the address, the language, the time and the database, and on nothing else of the request.
 */
export function forReaders<T>(serve: Serve<Visit, T>) {
  return Object.assign(
    door((visit) => visit, serve),
    { isForReaders: true as const },
  );
}

/** For anyone signed in. A stranger is led to the sign-in page and back; what they had typed is kept. */
export function forMembers<T>(serve: Serve<MemberVisit, T>) {
  return door(signedIn, serve);
}

/** For staff of some unit; which unit is checked by the verb. */
export function forStaff<T>(serve: Serve<MemberVisit, T>) {
  return door(signedInAs(isStaff, { key: 'people:refusals.staffOnly' }), serve);
}

/** For chair, secretary and organisers of some contest; which contest is checked by the verb. */
export function forOfficers<T>(serve: Serve<MemberVisit, T>) {
  return door(signedInAs(isOfficer, { key: 'contests:refusals.officersOnly' }), serve);
}

/** For anyone with work behind the counter: staff of a unit or an officer of a contest. */
export function forStaffAndOfficers<T>(serve: Serve<MemberVisit, T>) {
  return door(
    signedInAs((person) => isStaff(person) || isOfficer(person), { key: 'people:refusals.staffOnly' }),
    serve,
  );
}

/** Nothing is here, or nothing this visitor may know of. */
export function insistOn<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new NotFound();
  return found;
}
