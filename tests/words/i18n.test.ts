import { describe, expect, it } from 'vitest';
import { bundles } from '#app/words/bundles.ts';
import { countedI18n, i18nFor, languageCookie, localeOf } from '#app/words/i18n.server.ts';
import { namespaces } from '#app/words/words.ts';

describe('the words of a page', () => {
  it('are in one bundle each, but those of mails', () => {
    expect([...Object.values(bundles).flat(), 'mails'].sort()).toEqual([...namespaces].sort());
  });

  it('are counted as they are spoken, so that the browser loads no others', () => {
    const page = countedI18n('vi');
    expect(page.i18n.t('site:nav.signIn')).toBe('Đăng nhập');
    expect(page.bundles()).toEqual(['everywhere']);
    page.i18n.t('ideas:anything');
    page.i18n.getFixedT('vi')('judging:anything');
    expect(page.bundles()).toEqual(['everywhere', 'ideas', 'work']);
    expect(countedI18n('vi').bundles()).toEqual(['everywhere']);
  });

  it('are the same as those shared by the rest of the process', () => {
    const keys = ['site:nav.ideas', 'controls:time.left.days'];
    for (const locale of ['vi', 'en'] as const) {
      const { i18n } = countedI18n(locale);
      expect(keys.map((key) => i18n.t(key, { count: 1 }))).toEqual(
        keys.map((key) => i18nFor(locale).t(key, { count: 1 })),
      );
    }
    expect(i18nFor('en').t('controls:time.left.days', { count: 1 })).toBe('1 day left');
    expect(i18nFor('vi').t('controls:time.left.days', { count: 1 })).toBe('còn 1 ngày');
  });

  it('write a number that is not whole as their language does', () => {
    const scale = { min: 0, max: 2012, step: 0.5 };
    expect(i18nFor('vi').t('judging:sheet.scale', scale)).toBe('Từ 0 đến 2012, bước 0,5.');
    expect(i18nFor('en').t('judging:sheet.scale', scale)).toContain('0.5');
    expect(countedI18n('vi').i18n.t('judging:sheet.scale', scale)).toBe('Từ 0 đến 2012, bước 0,5.');
  });
});

describe('the language of a request', () => {
  const asking = (cookie?: string) => localeOf(new Request('http://127.0.0.1/', { headers: cookie ? { cookie } : {} }));

  it('is Vietnamese until a person chooses', () => {
    expect([asking(), asking('a=b'), asking('ngon-ngu=fr'), asking('x-ngon-ngu=en')]).toEqual(['vi', 'vi', 'vi', 'vi']);
  });

  it('is what the switch remembered', () => {
    expect(asking(`a=b; ${languageCookie('en').split(';')[0]}`)).toBe('en');
  });
});
