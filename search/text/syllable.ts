/**
 * The Vietnamese syllable: onset, rime, tone, in the present orthography; both places of the tone mark (hòa and hoà) are right.
 * Names and words taken over as they are ("Đắk Lắk", "ôtô") are none.
 */

export const tones = ['level', 'grave', 'acute', 'hook', 'tilde', 'dot'] as const;
export type Tone = (typeof tones)[number];

export const toneMarks: Record<Tone, string> = {
  level: '',
  grave: '\u0300',
  acute: '\u0301',
  hook: '\u0309',
  tilde: '\u0303',
  dot: '\u0323',
};

const toneOfMark = new Map(tones.filter((tone) => tone !== 'level').map((tone) => [toneMarks[tone], tone]));

const words = (list: string) => list.split(/\s+/).filter(Boolean);

const frontOnsets = words('k gh ngh');
const backOnsets = words('c g ng');
const freeOnsets = ['', ...words('b ch d đ h kh l m n nh p ph r s t th tr v x')];

const rimes = words(`
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uên uênh uêt uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu`);
const vowelOnlyRimes = words('yêm yên yêng yêt yêu');
const quRimes = words(`
  a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu âc e en eo et ê ên ênh êch êt êu i it in ich inh y yên yêt yêu ynh ych yt ơ ơi ơn ôc`);
const giRimes = words(`
  a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eo ep et ê êt ên ênh
  o oc oi om on ong ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un uôc uôi uôm uôn uông uôt up ut ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươt`);
/** The i of gi is also the vowel: gì, gìn, giếng, giết. */
const mergedGi = words('gi gin gip giêng giêc giêt giêm giêu');

const frontVowel = /^[eêi]/;
const stopped = /(c|ch|p|t)$/;

/** Where the tone mark goes, as an index into a syllable without tone; `late` is the younger habit (hoà, not hòa). */
function tonePlace(bare: string, late: boolean): number {
  const glide = bare.startsWith('qu') || (/^gi[aăâeêoôơuư]/.test(bare) && !/^giê(ng|c|t|m|u)$/.test(bare)) ? 2 : 0;
  const vowels: number[] = [];
  for (let i = glide; i < bare.length; i++) if (/[aăâeêioôơuưy]/.test(bare[i]!)) vowels.push(i);
  const marked = vowels.filter((i) => /[ăâêôơư]/.test(bare[i]!));
  if (marked.length > 0) return marked.at(-1)!;
  const first = vowels[0];
  if (first === undefined) return -1;
  if (vowels.length === 1) return first;
  const closed = vowels.at(-1)! < bare.length - 1;
  if (closed || vowels.length === 3) return vowels[1]!;
  return late && /(oa|oe|uy)$/.test(bare) ? vowels[1]! : first;
}

/** Puts a tone on a syllable that has none yet: ("hoa", "grave") → "hòa", or "hoà" with `late`. NFC. */
export function withTone(bare: string, tone: Tone, late = false): string {
  const place = tonePlace(bare, late);
  if (tone === 'level' || place < 0) return bare;
  return (bare.slice(0, place + 1) + toneMarks[tone] + bare.slice(place + 1)).normalize('NFC');
}

/** Takes the tone off and says which it was; vowel marks and đ stay: "đường" → ["đương", "grave"]. Lower case, NFC. */
export function splitTone(syllable: string): [bare: string, tone: Tone] {
  let tone: Tone = 'level';
  const bare = syllable
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone = toneOfMark.get(mark)!;
      return '';
    });
  return [bare.normalize('NFC'), tone];
}

function spellings(): Set<string> {
  const found = new Set<string>([...mergedGi, ...vowelOnlyRimes]);
  for (const rime of rimes) {
    for (const onset of freeOnsets) found.add(onset + rime);
    for (const onset of frontVowel.test(rime) || rime === 'y' ? frontOnsets : backOnsets) {
      if (!(onset === 'g' && rime.startsWith('i')) && !(rime === 'y' && onset !== 'k')) found.add(onset + rime);
    }
  }
  for (const rime of quRimes) found.add(`qu${rime}`);
  for (const rime of giRimes) found.add(`gi${rime}`);
  return found;
}

let bareSyllables: Set<string> | undefined;
let foldedSyllables: Set<string> | undefined;

const foldBare = (bare: string) =>
  bare
    .normalize('NFD')
    .replace(/[\u0302\u0306\u031b]/g, '')
    .replaceAll('đ', 'd');

function bare(): Set<string> {
  bareSyllables ??= spellings();
  return bareSyllables;
}

/** Whether it is spelled like a Vietnamese syllable, tone and vowel marks included. Any case, NFC or NFD. */
export function isSyllable(word: string): boolean {
  const [plain, tone] = splitTone(word);
  if (!bare().has(plain)) return false;
  if (stopped.test(plain) && tone !== 'level' && tone !== 'acute' && tone !== 'dot') return false;
  return (
    tone === 'level' ||
    [false, true].some((late) => withTone(plain, tone, late) === word.toLowerCase().normalize('NFC'))
  );
}

/** Whether a folded word could be a Vietnamese syllable typed without marks. */
export function isFoldedSyllable(word: string): boolean {
  foldedSyllables ??= new Set([...bare()].map(foldBare));
  return foldedSyllables.has(word);
}

/** Every spelling of every syllable, with both tone places where there are two: about 17,000. */
export function* allSyllables(): Generator<{ word: string; bare: string; tone: Tone }> {
  for (const plain of bare()) {
    for (const tone of tones) {
      // A stopped syllable has the acute or the dot only; written without a tone it is somebody's unmarked typing.
      if (stopped.test(plain) && tone !== 'acute' && tone !== 'dot') continue;
      const early = withTone(plain, tone);
      yield { word: early, bare: plain, tone };
      const late = withTone(plain, tone, true);
      if (late !== early) yield { word: late, bare: plain, tone };
    }
  }
}
