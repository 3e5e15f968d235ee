import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '#app/platform/db/db.server.ts';
import { cleanText } from '#app/routes/typed.ts';
import routes from '#app/routes.ts';
import { demoLogins } from '#prisma/seed/demo-sign-ins.ts';
import { type Address, addressTable } from '#tests/house/addresses.ts';
import { type Answer, get, post } from '#tests/support/visits.ts';
import { accessTable } from './access-table.ts';
import { type AccessWorld, layAccessWorld, wellWritten } from './access-world.ts';

/**
 * Every form of every address, filled in wrongly by whoever may send it: no answer is a failure of ours, what was typed comes back, and a
 * reason stands beside a field. The fields are read from the forms themselves, so that a new address is asked by itself.
 */
let world: AccessWorld;
let people: { id: string }[];
let criterion: string;

beforeAll(async () => {
  world = await layAccessWorld();
  const owners = [world.idea.ownerId, world.draft.ownerId, world.waiting.ownerId, world.sheet.judge.personId];
  const mentors = [world.mentorship, world.proposal].map(({ mentorId }) => mentorId);
  const found = await db.person.findMany({
    where: {
      OR: [
        { email: { in: Object.values(demoLogins) } },
        { userName: demoLogins.pupil },
        { id: { in: owners } },
        { mentor: { id: { in: mentors } } },
        { ideaMembers: { some: { ideaId: world.mentorship.ideaId } } },
      ],
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
  people = found;
  criterion = (await db.criterion.findFirstOrThrow({ where: { rubric: { roundId: world.round.id } } })).id;
}, 120_000);

const missing = '0190a000-0000-7000-8000-000000000000';

/** What people, programs and bad days put into a field. */
const wrongs: Record<string, string | string[]> = {
  nothing: '',
  spaces: ' \t\n ',
  twice: ['một', 'hai'],
  long: 'd'.repeat(100_000),
  scripts: 'كلمة 言葉 слово 🧵‍🔥 \u202eogeb',
  decomposed: 'Hòa Bình ở Đồng Tháp'.normalize('NFD'),
  markup: '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>{{7*7}}#{7*7}',
  nul: 'a\u0000b\u0001',
  surrogate: 'a\ud800b\udc00',
  huge: '1e999',
  minusZero: '-0',
  arabicThree: '٣',
  many: '99999999999999999999',
  negative: '-1',
  fraction: '1.5',
  noDay: '2026-02-30',
  noTime: '2026-02-30T25:61',
  farDay: '9999-12-31',
  farTime: '9999-12-31T23:59',
  yearZero: '0000-01-01',
  beyond: '+275760-09-13T00:00',
  nobody: missing,
  proto: '__proto__',
  statement: '\'; drop table "Person"; --',
  percent: '%00%ff%c3%28',
  template: '$1 $& \\0 %s',
};

/** Names of the fields a schema reads, through refinements, transforms and choices. */
function fieldsOf(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: Record<string, unknown> } } | undefined)?._zod?.def;
  if (def === undefined) return [];
  switch (def.type) {
    case 'object':
      return Object.keys(def.shape as object);
    case 'pipe':
      return [...fieldsOf(def.in), ...fieldsOf(def.out)];
    case 'union':
      return (def.options as unknown[]).flatMap(fieldsOf);
    case 'intersection':
      return [...fieldsOf(def.left), ...fieldsOf(def.right)];
    case 'default':
    case 'optional':
    case 'prefault':
    case 'catch':
    case 'readonly':
    case 'nullable':
      return fieldsOf(def.innerType);
    default:
      return [];
  }
}

/** Fields that are numbered by their rows and so stand in no schema. */
const rowed = (criterion: string): string[] => [
  ...['name', 'description', 'weight', 'min', 'max', 'step', 'anchors'].map((part) => `criterion.0.${part}`),
  ...['id.0', 'name.0', 'answer.1', 'toString', 'constructor', '__proto__'],
  ...['mark', 'basedOn', 'key', 'settles', 'was', 'markedAt'].map((part) => `${part}.${criterion}`),
];

const imported = /import\s+(?:type\s+)?\{([^}]+)\}\s+from\s+'#(app\/[^']+)'/g;

/** The fields of every form a route's file names, and of the forms it makes itself. */
async function fieldsAt({ file }: Address): Promise<string[]> {
  const source = readFileSync(file, 'utf8');
  const names = new Set<string>();
  for (const [, list, from] of source.matchAll(imported)) {
    if (!/(form|typed|choice|factor|closing|appeal|revoke|contact)/.test(from!)) continue;
    const module = (await import(/* @vite-ignore */ path.resolve(from!))) as Record<string, unknown>;
    for (const name of list!.split(',').map(
      (one) =>
        one
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0]!,
    )) {
      for (const field of fieldsOf(module[name])) names.add(field);
    }
  }
  for (const [, body] of source.matchAll(/z\s*\.(?:loose|strict)?[oO]bject\(\{([^}]*)\}/g)) {
    for (const [, name] of body!.matchAll(/(\w+)\s*[:,]/g)) names.add(name!);
  }
  return [...names];
}

const writing = addressTable(routes).filter(({ file }) => /export const action\b/.test(readFileSync(file, 'utf8')));

function pathOf(address: string): string {
  const row = accessTable[address]!;
  return row.path === undefined ? address : row.path(world);
}

type Form = Record<string, string | string[] | Blob>;
type Visitor = { id: string } | null;

const answers = new Set([200, 302, 303, 400, 401, 403, 404, 405, 409, 413, 415, 422]);

type Refusal = { refusal?: { fields?: Record<string, unknown>; because?: unknown }; typed?: Record<string, unknown> };

/** What is wrong with an answer: a failure of ours, no reason, or words that are lost. */
function faultsOf(answer: Answer, sent: Form): string[] {
  if (!answers.has(answer.status)) return [`${answer.status} ${answer.text.slice(0, 200)}`];
  if (answer.status < 400 || answer.status === 401) return [];
  const { refusal, typed } = (answer.data ?? {}) as Refusal;
  if (refusal === undefined)
    return answer.status === 404 || answer.status === 405 ? [] : [`${answer.status} without a reason`];
  const faults: string[] = [];
  if (answer.status === 422 && Object.keys(refusal.fields ?? {}).length === 0) faults.push('422 beside no field');
  for (const [name, value] of Object.entries(sent)) {
    if (/password|secret|token|__proto__/i.test(name) || value instanceof Blob) continue;
    const kept = Array.isArray(value) ? value.map(cleanText) : cleanText(value);
    if (JSON.stringify(typed?.[name]) !== JSON.stringify(kept))
      faults.push(`${name} is lost: ${JSON.stringify(typed?.[name])?.slice(0, 60)}`);
  }
  return faults;
}

const turnedAway = new Set([401, 403, 404, 405]);

/** Whoever the act before this one was open to, first: neighbours in the table are mostly one person's work. */
let lastAble: Visitor = null;

async function whoeverMay(at: string, form: Form): Promise<{ as: Visitor; faults: string[] }> {
  const faults: string[] = [];
  for (const as of [lastAble, null, ...people]) {
    const answer = await post(at, { as, form });
    faults.push(...faultsOf(answer, form).map((fault) => `markup: ${fault}`));
    if (turnedAway.has(answer.status)) continue;
    lastAble = as;
    return { as, faults };
  }
  return { as: people[0]!, faults };
}

/** Which of the wrongs come to which address and field goes round, so that together all come to all. */
const goRound = (at: number, one: number, of: number) => (one + at) % of === 0;

describe.each(writing.map((row, at) => ({ ...row, at })))('$address', (row) => {
  test('takes whatever is written into its form', async () => {
    const at = pathOf(row.address);
    const fields = await fieldsAt(row);
    const names = fields.length === 0 ? ['reason', 'file'] : fields;
    const good = { ...wellWritten(world), ...accessTable[row.address]!.form };
    const all = (value: string | string[]): Form =>
      Object.fromEntries([...names, ...(value.length > 1_000 ? [] : rowed(criterion))].map((name) => [name, value]));
    const { as, faults } = await whoeverMay(at, all(wrongs.markup!));
    const send = async (what: string, form: Form) => {
      const answer = await post(at, { as, form });
      faults.push(...faultsOf(answer, form).map((fault) => `${what}: ${fault}`));
    };
    const kinds = Object.entries(wrongs);
    for (const [index, [what, value]] of kinds.entries()) {
      if (what === 'long' || goRound(row.at, index, 8)) await send(`all ${what}`, all(value));
    }
    const file = new Blob(['không phải chữ'], { type: 'text/html' });
    await send('files for words', Object.fromEntries(names.map((name) => [name, file])));
    for (const [index, name] of names.entries()) {
      const [what, value] = kinds[(row.at * 5 + index * 7) % kinds.length]!;
      await send(`${name} ${what}`, { ...good, [name]: value });
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** What stands behind an address, as it is written there: whole bytes that are no letters too. */
const oddParts: Record<string, string> = {
  nul: 'a%00b',
  noLetters: '%ff%fe',
  surrogate: '%ED%A0%80',
  long: 'd'.repeat(3_000),
  upwards: '..%2f..%2fsecrets.json',
  huge: '1e999',
  minusZero: '-0',
  arabicThree: '%D9%A3',
  many: '99999999999999999999',
  noDay: '2026-02-30',
  markup: '%3Cscript%3E%27%22%5C',
  nobody: missing,
  proto: '__proto__',
  newLine: 'a%0d%0aset-cookie:x=1',
};

const written = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(path.join('app', name), 'utf8'));

/** Every name that some page reads behind the question mark. */
const parameters = [
  ...new Set([
    ...written.flatMap((text) =>
      [...text.matchAll(/searchParams\.(?:get|getAll|has)\('([^']+)'\)/g)].map(([, name]) => name!),
    ),
    ...'linh-vuc tinh chang can nam cuoc-thi giai don-vi nguoi loai tu den xep'.split(' '),
    ...'field province unit stage year contest award lookingFor sort page limit cursor phase fields after'.split(' '),
  ]),
];

// The file of this world is a row only: that it is lost on the disk is a failure of ours.
const reading = addressTable(routes).filter(
  ({ address, file }) =>
    address !== '/y-tuong/:slug/tep/:id' && /export const loader\b/.test(readFileSync(file, 'utf8')),
);

const readable = new Set([200, 302, 303, 304, 400, 401, 403, 404, 405, 409, 422, 429]);

describe.each(reading.map((row, at) => ({ ...row, at })))('$address', (row) => {
  test('is asked for with whatever stands in its address', async () => {
    const at = pathOf(row.address);
    const faults: string[] = [];
    const ask = async (what: string, address: string, as: Visitor) => {
      const { status, text, location } = await get(address, { as });
      if (!readable.has(status)) faults.push(`${what}: ${status} ${text.slice(0, 200)}`);
      if (/^(\/\/|https?:)/.test(location ?? '')) faults.push(`${what}: leads away`);
      return status === 200 || (status === 302 && !location?.startsWith('/dang-nhap'));
    };
    let able: Visitor = null;
    for (const as of [null, lastAble, ...people]) {
      able = as;
      if (await ask('as it is', at, as)) break;
    }
    lastAble = able;
    const mark = at.includes('?') ? '&' : '?';
    const odd = Object.entries(oddParts);
    for (const [index, [what, value]] of odd.entries()) {
      if (!goRound(row.at, index, 7)) continue;
      await ask(
        `every parameter ${what}`,
        `${at}${mark}${parameters.map((name) => `${name}=${value}`).join('&')}`,
        able,
      );
    }
    const parts = row.address.split('/');
    for (const [index, part] of parts.entries()) {
      if (!part.startsWith(':')) continue;
      for (const [which, [what, value]] of odd.entries()) {
        if (!goRound(row.at, which, 3)) continue;
        const address = at.split('?')[0]!.split('/').with(index, value).join('/');
        if (decodes(value)) await ask(`${part} ${what}`, address, able);
      }
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** The framework answers 400 by itself where a part of an address is no text. */
function decodes(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
