/** What a browser says of itself, as far as a person recognises their own device by it. Null: it says nothing known. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const text = userAgent ?? '';
  const first = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return {
    browser: first([
      [/Zalo/i, 'Zalo'],
      [/FBAN|FBAV/, 'Facebook'],
      [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
      [/EdgA?\//, 'Edge'],
      [/OPR\//, 'Opera'],
      [/SamsungBrowser/, 'Samsung Internet'],
      [/Firefox|FxiOS/, 'Firefox'],
      [/Chrome|CriOS/, 'Chrome'],
      [/Safari/, 'Safari'],
    ]),
    system: first([
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Android/, 'Android'],
      [/Windows/, 'Windows'],
      [/Mac OS X|Macintosh/, 'macOS'],
      [/CrOS/, 'ChromeOS'],
      [/Linux/, 'Linux'],
    ]),
  };
}
