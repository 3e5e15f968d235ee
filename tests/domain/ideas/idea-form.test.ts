import { expect, test } from 'vitest';
import { draftForm, draftMax, missingFrom } from '#app/domain/ideas/idea-form.ts';
import { emptyText } from '#app/domain/ideas/idea-text.ts';
import { parseTyped } from '#app/routes/typed.ts';
import { aText } from '#tests/support/idea-builders.ts';

test('an empty text says what every demanded part is for', () => {
  expect(missingFrom(emptyText)).toEqual({
    title: [{ key: 'ideas:missing.title' }],
    abstract: [{ key: 'ideas:missing.abstract' }],
    problem: [{ key: 'ideas:missing.problem' }],
    solution: [{ key: 'ideas:missing.solution' }],
    fieldId: [{ key: 'ideas:missing.fieldId' }],
    unitId: [{ key: 'ideas:missing.unitId' }],
  });
});

test('a whole text lacks nothing; too short and too long stand beside their part', () => {
  expect(missingFrom(aText({ fieldId: 'moi-truong', unitId: 1 }))).toEqual({});
  expect(
    missingFrom(aText({ fieldId: 'moi-truong', unitId: 1, title: 'Lọc nước', novelty: 'a'.repeat(4001) })),
  ).toEqual({
    title: [{ key: 'controls:problems.tooShort', values: { min: 10 } }],
    novelty: [{ key: 'controls:problems.tooLong', values: { max: 4000 } }],
  });
});

test('spaces alone are no text', () => {
  const blank = aText({ fieldId: 'moi-truong', unitId: 1, problem: `${' '.repeat(50)}\n\n${' '.repeat(50)}` });
  expect(missingFrom(blank)).toEqual({ problem: [{ key: 'ideas:missing.problem' }] });
});

test('100,000 characters are refused beside the part, with how many it may have', () => {
  expect.assertions(1);
  try {
    parseTyped(draftForm, { basedOn: '0', solution: 'Ý'.repeat(100_000), title: 'Lọc nước' });
  } catch (refusal) {
    expect(refusal).toMatchObject({
      status: 422,
      fields: { solution: [{ key: 'controls:problems.tooLong', values: { max: draftMax.solution } }] },
    });
  }
});

test('one box, several and none arrive as a list; what nobody offered is refused', () => {
  const read = (lookingFor?: string | string[]) =>
    parseTyped(draftForm, { basedOn: '3', ...(lookingFor === undefined ? {} : { lookingFor }) }).lookingFor;
  expect(read()).toEqual([]);
  expect(read('MENTOR')).toEqual(['MENTOR']);
  expect(read(['SPONSOR', 'MEMBER', 'SPONSOR'])).toEqual(['MEMBER', 'SPONSOR']);
  expect(() => read('MONEY')).toThrow();
});
