import { describe, expect, test } from 'vitest';
import { problemWithPassword } from '#app/domain/people/password.ts';
import { isKeptBack, userNameOf, userNamePattern } from '#app/domain/people/user-name.ts';

const owner = {
  fullName: 'Nguyễn Thị Ánh Nguyệt',
  email: 'anhnguyet2008@thu.example',
  userName: 'anh.nguyet',
  birthDate: new Date('2008-11-22'),
};

describe('passwords', () => {
  test.each([
    ['nine characters', 'abcdwxyz9', 'people:problems.passwordShort'],
    ['nine characters, decomposed', 'hoa mười'.normalize('NFD'), 'people:problems.passwordShort'],
    ['201 characters', `${'kiến '.repeat(40)}x`, 'controls:problems.tooLong'],
    ['100,000 characters', 'x1'.repeat(50_000), 'controls:problems.tooLong'],
    ['one everyone tries', '1234567890', 'people:problems.passwordCommon'],
    ['one everyone tries, in capitals', 'MatKhau123', 'people:problems.passwordCommon'],
    ['one everyone tries, with tones', 'mật khẩu 123', 'people:problems.passwordCommon'],
    ['one character over and over', 'zzzzzzzzzzzz', 'people:problems.passwordCommon'],
    ['two characters over and over', 'xyxyxyxyxyxy', 'people:problems.passwordCommon'],
    ['a row of the alphabet', 'cdefghijklmn', 'people:problems.passwordCommon'],
    ['a row backwards', 'nmlkjihgfedc', 'people:problems.passwordCommon'],
    ['the own name', 'NguyenThiAnhNguyet', 'people:problems.passwordOwn'],
    ['the own name with tones and figures', 'ánh nguyệt 2008', 'people:problems.passwordOwn'],
    ['the given name and figures', 'nguyet123456', 'people:problems.passwordOwn'],
    ['the mail address', 'anhnguyet2008@thu.example', 'people:problems.passwordOwn'],
    ['its local part', 'anhnguyet2008!', 'people:problems.passwordOwn'],
    ['the user name', 'anh.nguyet99', 'people:problems.passwordOwn'],
    ['the birth date twice', '2211200822112008', 'people:problems.passwordOwn'],
  ])('refused: %s', (_, password, key) => {
    expect(problemWithPassword(password, owner)?.key).toBe(key);
  });

  test.each([
    'con mèo ăn bánh tráng',
    'con mèo ăn bánh tráng'.normalize('NFD'),
    'Tr4ng-k8q2!zz',
    'nguyet va con meo den',
    'パスワードは秘密です十字',
    '💡💡🚀🌱🌾🐟🍚🌊🎓🏮',
  ])('taken: %s', (password) => {
    expect(problemWithPassword(password, owner)).toBeNull();
  });

  test('says how long it must be', () => {
    expect(problemWithPassword('ngắn', {})).toEqual({ key: 'people:problems.passwordShort', values: { min: 10 } });
  });
});

describe('user names', () => {
  test.each(['minh.anh', 'anh2008', 'a_b-c.d'])('%s is one', (name) => {
    expect(userNamePattern.test(userNameOf(name))).toBe(true);
  });

  test.each(['ánh', '1anh', '.anh', 'anh.', 'a..b', 'anh@lop', 'anh lop', '<b>', 'аnh'])('%s is none', (name) => {
    expect(userNamePattern.test(userNameOf(name))).toBe(false);
  });

  test('names that would speak for the site are kept back', () => {
    expect(['admin', 'quan-tri', 'yhay'].map(isKeptBack)).toEqual([true, true, true]);
  });
});
