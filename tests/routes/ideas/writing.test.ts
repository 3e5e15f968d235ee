import { describe, expect, test } from 'vitest';
import { findDraft } from '#app/domain/ideas/find-draft.server.ts';
import { findPreview } from '#app/domain/ideas/find-preview.server.ts';
import { draftMax } from '#app/domain/ideas/idea-form.ts';
import { textColumns } from '#app/domain/ideas/idea-text.ts';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { aPerson } from '#tests/support/builders.ts';
import { countQueries } from '#tests/support/database.ts';
import { actorOf, anIdea, aText, consentOf, submitted } from '#tests/support/idea-builders.ts';
import { get, post } from '#tests/support/visits.ts';

/** The fields of the editor as a browser sends them. */
function typed(text: ReturnType<typeof aText>, basedOn: number, more: Record<string, string> = {}) {
  const { fieldId, unitId, lookingFor, ...words } = text;
  return {
    ...words,
    fieldId: fieldId ?? '',
    unitId: unitId === null ? '' : String(unitId),
    lookingFor,
    basedOn: String(basedOn),
    ...more,
  };
}

async function aDraft() {
  const owner = await aPerson();
  const idea = await anIdea({ ownerId: owner.id });
  return { owner, idea, text: aText({ unitId: idea.unitId, fieldId: 'moi-truong' }) };
}

function draftOf(idea: { id: string }) {
  return db.ideaDraft.findUniqueOrThrow({ where: { ideaId: idea.id }, select: { ...textColumns, revision: true } });
}

describe('beginning', () => {
  test('a title is enough; a stranger is led to sign in and keeps what was typed', async () => {
    const person = await aPerson();
    const begun = await post(paths.newIdea(), { as: person, form: { title: '  Nhà  nổi mùa lũ ' } });
    expect(begun.status).toBe(302);
    expect(begun.location).toMatch(/^\/y-tuong\/nhap-[a-z0-9]{10}\/soan$/);
    expect(await db.ideaDraft.findFirst({ where: { idea: { ownerId: person.id } } })).toMatchObject({
      title: 'Nhà nổi mùa lũ',
    });
    const stranger = await post(paths.newIdea(), { as: null, form: { title: 'Chữ của khách' } });
    expect(stranger).toMatchObject({ status: 401, data: { typed: { title: 'Chữ của khách' } } });
    expect(await get(paths.newIdea(), { as: null })).toMatchObject({
      status: 302,
      location: '/dang-nhap?tiep=%2Fy-tuong%2Fmoi',
    });
  });

  test('an empty title is refused beside the field', async () => {
    const refused = await post(paths.newIdea(), { as: await aPerson(), form: { title: ' \u0000 ' } });
    expect(refused).toMatchObject({
      status: 422,
      data: { refusal: { fields: { title: [{ key: 'controls:problems.required' }] } } },
    });
  });
});

describe('saving', () => {
  test('as one types: JSON with the new revision; behind another tab: kept aside, and said so', async () => {
    const { owner, idea, text } = await aDraft();
    const first = await post(paths.ideaDraftSaving(idea), { as: owner, form: typed(text, 0), json: true });
    expect(first).toMatchObject({ status: 200, data: { outcome: 'saved', revision: 1 } });
    const other = { ...text, solution: `${text.solution} Thêm một ý ở thẻ kia.` };
    const second = await post(paths.ideaDraftSaving(idea), { as: owner, form: typed(other, 0), json: true });
    expect(second).toMatchObject({ status: 200, data: { outcome: 'aside', revision: 1 } });
    expect(await draftOf(idea)).toEqual({ ...text, revision: 1 });

    const page = await get(paths.ideaDraft(idea), { as: owner });
    const { asides } = (page.data as { draft: { asides: { id: string; differs: string[]; mine: boolean }[] } }).draft;
    expect(asides).toMatchObject([{ differs: ['solution'], mine: true }]);
    const chosen = await post(paths.ideaDraftChoice(idea), {
      as: owner,
      form: { aside: asides[0]!.id, keep: 'aside' },
    });
    expect(chosen).toMatchObject({ status: 302, location: paths.ideaDraft(idea) });
    expect(await draftOf(idea)).toEqual({ ...other, revision: 2 });
  });

  test('without script: the button saves and leads back, or on to the preview', async () => {
    const { owner, idea, text } = await aDraft();
    const stay = await post(paths.ideaDraft(idea), { as: owner, form: typed(text, 0, { next: 'stay' }) });
    expect(stay).toMatchObject({ status: 302, location: paths.ideaDraft(idea) });
    const on = await post(paths.ideaDraft(idea), {
      as: owner,
      form: typed({ ...text, novelty: 'Thêm.' }, 1, { next: 'preview' }),
    });
    expect(on).toMatchObject({ status: 302, location: paths.ideaPreview(idea) });
  });

  test('100,000 characters: the reason beside the field, every word that was typed comes back', async () => {
    const { owner, idea, text } = await aDraft();
    const long = 'Ướt '.repeat(25_000);
    const refused = await post(paths.ideaDraft(idea), { as: owner, form: typed({ ...text, problem: long }, 0) });
    expect(refused).toMatchObject({
      status: 422,
      data: {
        refusal: {
          fields: { problem: [{ key: 'controls:problems.tooLong', values: { max: draftMax.problem } }] },
        },
        typed: { problem: long, title: text.title },
      },
    });
    const json = await post(paths.ideaDraftSaving(idea), {
      as: owner,
      form: typed({ ...text, problem: long }, 0),
      json: true,
    });
    expect(json).toMatchObject({ status: 422, data: { refusal: { kind: 'not-valid' } } });
    expect((await draftOf(idea)).revision).toBe(0);
  });

  test('NFD, lone surrogates, control characters, markup and other scripts arrive as text and nothing else', async () => {
    const { owner, idea, text } = await aDraft();
    const strange = {
      ...text,
      title: 'Lo\u0323c nu\u031bo\u031b\u0301c 🌊',
      problem: `<script>alert(1)</script> \uD800 & "quote" ${text.problem}`,
      solution: `水を浄化する \u0007\u200Bماء ${text.solution}`,
      novelty: 'dòng một\r\ndòng hai',
    };
    await post(paths.ideaDraftSaving(idea), { as: owner, form: typed(strange, 0), json: true });
    expect(await draftOf(idea)).toMatchObject({
      title: 'Lọc nước 🌊',
      problem: `<script>alert(1)</script> \uFFFD & "quote" ${text.problem}`,
      solution: `水を浄化する ماء ${text.solution}`,
      novelty: 'dòng một\ndòng hai',
    });
  });

  test('from another site, by a stranger, by somebody else: refused, and nothing changes', async () => {
    const { owner, idea, text } = await aDraft();
    const path = paths.ideaDraftSaving(idea);
    const form = typed(text, 0);
    expect(await post(path, { as: owner, form, json: true, from: 'https://xau.example' })).toMatchObject({
      status: 403,
    });
    expect(await post(path, { as: null, form, json: true })).toMatchObject({ status: 401 });
    expect(await post(path, { as: await aPerson(), form, json: true })).toMatchObject({ status: 404 });
    expect((await draftOf(idea)).revision).toBe(0);
  });
});

describe('preview and sending', () => {
  test('the preview says who will be named and what is missing', async () => {
    const child = await aPerson({ fullName: 'Hà Thử Bé', birthDate: new Date('2015-01-01') });
    await consentOf(child);
    const idea = await anIdea({ ownerId: child.id, text: { problem: '', needs: 'Gọi 0900 000 123' } });
    const { data } = await get(paths.ideaPreview(idea), { as: child });
    expect(data).toMatchObject({
      missing: { problem: [{ key: 'ideas:missing.problem' }] },
      audience: { names: [], unnamed: 1, filesOpen: false },
      authors: [{ name: 'Hà Thử Bé', me: true, unnamed: 'no-guardian' }],
      personal: [{ kind: 'phone', text: '0900 000 123' }],
      maySubmit: true,
    });
  });

  test('sent, taken back, sent again; what is missing is refused; the former address leads on', async () => {
    const { owner, idea } = await aDraft();
    await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { abstract: '' } });
    expect(await post(paths.submission(idea), { as: owner })).toMatchObject({
      status: 422,
      data: { refusal: { fields: { abstract: [{ key: 'ideas:missing.abstract' }] } } },
    });
    await db.ideaDraft.update({ where: { ideaId: idea.id }, data: { abstract: aText().abstract } });
    const sent = await post(paths.submission(idea), { as: owner });
    expect(sent.location).toMatch(/^\/y-tuong\/may-loc-nuoc-phen-so-\d+-cho-xom-ven-kenh/);
    expect(await post(paths.submission(idea), { as: owner })).toMatchObject({ status: 409 });
    expect(await get(paths.ideaDraft(idea), { as: owner })).toMatchObject({ status: 409 });
    expect(await get(paths.idea(idea), { as: owner })).toMatchObject({ status: 301, location: sent.location });
    expect(await post(paths.submissionRecall(idea), { as: owner })).toMatchObject({
      status: 302,
      location: sent.location,
    });
    expect(await get(`${paths.ideaDraft(idea)}?kiem`, { as: owner })).toMatchObject({
      status: 301,
      location: `${sent.location}/soan?kiem`,
    });
  });

  test('the editor and the preview cost few queries', async () => {
    const { owner, idea } = await aDraft();
    const by = await actorOf(owner);
    const editor = await countQueries(() => findDraft({ by, slug: idea.slug }));
    const preview = await countQueries(() => findPreview({ by, slug: idea.slug }));
    expect([editor.queries, preview.queries]).toEqual([6, 8]);
  });
});

test('versions: team only before staff may see; an unknown number shows the newest', async () => {
  const { owner, idea } = await aDraft();
  await submitted(idea);
  const page = await get(`${paths.ideaVersions(idea)}?ban=99`, { as: owner });
  expect(page.data).toMatchObject({ versions: [{ number: 1, fate: 'waiting' }], shown: { from: null, to: 1 } });
  expect(await get(paths.ideaVersions(idea), { as: await aPerson() })).toMatchObject({ status: 404 });
  expect(await get(paths.ideaVersions(idea), { as: null })).toMatchObject({ status: 302 });
});
