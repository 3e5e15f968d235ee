import { fold, syllables } from '#app/domain/vietnamese.ts';

/**
 * Abbreviations and words that mean the same, one group a line: whoever types one of a group also finds the others.
 * Only what is unmistakable in ideas of young people; an abbreviation of two common meanings is left out.
 */
const groups = `
  CĐS = chuyển đổi số
  AI = trí tuệ nhân tạo
  IoT = internet vạn vật = vạn vật kết nối
  CNTT = công nghệ thông tin
  CNSH = công nghệ sinh học
  KHCN = KH&CN = khoa học công nghệ = khoa học và công nghệ
  ĐMST = đổi mới sáng tạo
  KNST = khởi nghiệp sáng tạo
  khởi nghiệp = startup = start up
  TMĐT = thương mại điện tử
  ĐBSCL = đồng bằng sông Cửu Long
  TPHCM = HCMC = thành phố Hồ Chí Minh = Sài Gòn
  BĐKH = biến đổi khí hậu
  BVMT = bảo vệ môi trường
  NTM = nông thôn mới
  CCHC = cải cách hành chính
  TTHC = thủ tục hành chính
  DVCTT = dịch vụ công trực tuyến
  ATGT = an toàn giao thông
  ATTP = VSATTP = an toàn thực phẩm
  PCCC = phòng cháy chữa cháy
  HSSV = học sinh sinh viên
  THPT = trung học phổ thông
  THCS = trung học cơ sở
  GDĐT = GD&ĐT = giáo dục đào tạo = giáo dục và đào tạo
  BHYT = bảo hiểm y tế
  CSSK = chăm sóc sức khỏe
  DTTS = dân tộc thiểu số
  NNCNC = nông nghiệp công nghệ cao
  HTX = hợp tác xã
  UAV = drone = máy bay không người lái
  VR = thực tế ảo
  AR = thực tế tăng cường
  ĐVTN = đoàn viên thanh niên
  TNTP = thiếu niên tiền phong
  big data = dữ liệu lớn
  blockchain = chuỗi khối
  smart home = nhà thông minh
  smart city = thành phố thông minh = đô thị thông minh
  freelancer = làm tự do
  crowdfunding = gọi vốn cộng đồng
  e-learning = học trực tuyến
  recycle = tái chế
  plastic = nhựa
  organic = hữu cơ
`;

/** Every group as phrases of folded words: [["cds"], ["chuyen", "doi", "so"]]. */
export const synonymGroups: string[][][] = groups
  .trim()
  .split('\n')
  .map((line) => line.split('=').map((phrase) => syllables(fold(phrase))));

/** A stretch of the query: the words `from` (inclusive) to `to` (exclusive) may be read as any of `phrases` as well. */
export type Alternative = { from: number; to: number; phrases: string[][] };

/** Where in a list of folded words something with synonyms stands; the longest reading wins, none overlap. */
export function findSynonyms(words: string[]): Alternative[] {
  const found: Alternative[] = [];
  for (let at = 0; at < words.length; ) {
    let best: Alternative | null = null;
    for (const group of synonymGroups) {
      for (const phrase of group) {
        const longer = phrase.length > (best === null ? 0 : best.to - best.from);
        if (longer && phrase.every((word, i) => words[at + i] === word)) {
          best = { from: at, to: at + phrase.length, phrases: group.filter((other) => other !== phrase) };
        }
      }
    }
    if (best !== null) found.push(best);
    at = best === null ? at + 1 : best.to;
  }
  return found;
}
