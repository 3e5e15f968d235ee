import type { RoundPapers } from '#app/domain/awards/round-papers.ts';
import { paths } from '#app/paths.ts';
import { qrPicture } from '#app/ui/controls/qr-code.tsx';
import { issuer, moment, reasonOf, resultOf, written } from './official.ts';
import { grid, heading, line, picture, sideBySide, signatures, writeWord } from './word.server.ts';

const contestLine = ({ contest, round }: RoundPapers) => `${round.name} – Cuộc thi “${contest.name}”`;

/** Phiếu chấm: a page for each sheet that counts, marks as they were handed in, to be signed by its judge. */
export async function writeScoresheets(papers: RoundPapers): Promise<Uint8Array> {
  const pages = papers.sheets.flatMap((sheet, at) => [
    ...heading({ host: papers.host, at: sheet.submittedAt, number: '', newPage: at > 0 }),
    line('PHIẾU CHẤM', { centre: true, bold: true, size: 32, after: 40 }),
    line(contestLine(papers), { centre: true, bold: true, after: 200 }),
    line(`Bài dự thi số: ${sheet.entry} – ${sheet.title}`, {}),
    line(`Bảng: ${sheet.division}`),
    line(`Giám khảo số ${sheet.judge.number}: ${sheet.judge.name}`),
    line(`Nộp phiếu lúc: ${moment(sheet.submittedAt)}`, { after: 160 }),
    grid(
      [
        { label: 'TT', width: 8, centre: true },
        { label: 'Tiêu chí', width: 50 },
        { label: 'Thang điểm', width: 16, centre: true },
        { label: 'Trọng số', width: 12, centre: true },
        { label: 'Điểm', width: 14, centre: true },
      ],
      [
        ...sheet.marks.map(({ name, min, max, weight, mark }, row) => [
          String(row + 1),
          name,
          `${written(min, 0)}–${written(max, 0)}`,
          String(weight).replace('.', ','),
          mark === null ? '–' : String(mark).replace('.', ','),
        ]),
        ['', 'Tổng điểm (quy về 100)', '', '', written(sheet.total)],
      ],
    ),
    line('', { after: 80 }),
    line('Nhận xét gửi nhóm dự thi:', { bold: true, keep: true }),
    line(sheet.note.trim() === '' ? '……………………………………………………………………………………' : sheet.note, { after: 240 }),
    sideBySide([
      { width: 50, children: [line('')] },
      {
        width: 50,
        children: [
          line('GIÁM KHẢO', { centre: true, bold: true, after: 0 }),
          line('(Ký, ghi rõ họ tên)', { centre: true, italics: true, after: 1000, size: 22 }),
          line(sheet.judge.name, { centre: true, bold: true }),
        ],
      },
    ]),
  ]);
  return writeWord(`Phiếu chấm ${papers.contest.name}`, pages);
}

/** Biên bản họp giám khảo: who met, how it was decided, what was decided and why, with the root of the record to be held. */
export async function writeMinutes(papers: RoundPapers, { origin }: { origin: string }): Promise<Uint8Array> {
  const { seats, awards, entries, round, root, earlierRoots } = papers;
  const overridden = entries.filter(({ overrideReason }) => overrideReason !== null);
  const check = root === null ? null : new URL(paths.verifying({ goc: root }), origin).href;
  return writeWord(`Biên bản ${papers.contest.name}`, [
    ...heading({ host: papers.host, at: papers.published?.at ?? null, number: 'Số: ……-BB/ĐTN' }),
    line('BIÊN BẢN', { centre: true, bold: true, size: 32, after: 0 }),
    line('HỌP HỘI ĐỒNG GIÁM KHẢO', { centre: true, bold: true, after: 40 }),
    line(contestLine(papers), { centre: true, bold: true, after: 200 }),
    line('I. THỜI GIAN, THÀNH PHẦN', { bold: true, keep: true }),
    line('Thời gian: …… giờ …… phút, ngày …… tháng …… năm ……', { indent: true }),
    line('Địa điểm: ……………………………………………………………………', { indent: true }),
    line(`Chủ tịch hội đồng: ${seats.chairs.join(', ') || '……………………'}`, { indent: true }),
    line(`Thư ký: ${seats.secretaries.join(', ') || '……………………'}`, { indent: true }),
    line(`Giám khảo (${seats.judges.length}): ${seats.judges.map(({ name }) => name).join(', ')}`, {
      indent: true,
      after: 160,
    }),
    line('II. NỘI DUNG', { bold: true, keep: true }),
    line(
      `1. Vòng chấm đóng lúc ${moment(papers.closed?.at ?? null)} với ${papers.sheets.length} phiếu được tính của ${entries.length} bài; mỗi bài cần ${round.reviewsPerEntry} lượt đọc.`,
      { indent: true },
    ),
    ...(papers.closed?.reason
      ? [line(`Lý do đóng vòng khi còn thiếu phiếu: ${papers.closed.reason}`, { indent: true })]
      : []),
    line(
      round.method === 'ADJUSTED'
        ? '2. Theo thể lệ, hạng xếp theo điểm đã hiệu chỉnh độ nghiêm của giám khảo; mô hình tính chung cho mọi phiếu của vòng.'
        : '2. Theo thể lệ, hạng xếp theo điểm trung bình của các phiếu.',
      { indent: true },
    ),
    line('3. Hội đồng thống nhất kết quả:', { indent: true, keep: true }),
    grid(
      [
        { label: 'Thứ tự', width: 9, centre: true },
        { label: 'Bài', width: 8, centre: true },
        { label: 'Tên bài', width: 33 },
        { label: 'Điểm TB', width: 11, number: true },
        { label: 'Hiệu chỉnh', width: 12, number: true },
        { label: 'Kết quả', width: 27 },
      ],
      entries.map((entry) => [
        String(entry.place),
        String(entry.number),
        entry.title,
        written(entry.mean),
        written(entry.adjusted),
        [resultOf(entry, papers), reasonOf(entry)].filter(Boolean).join(': '),
      ]),
    ),
    line('', { after: 80 }),
    ...awards
      .map((award, at) => ({ award, given: entries.filter((entry) => entry.award === at + 1).length }))
      .map(({ award, given }) =>
        line(
          given === 0 ? `${award.name}: không trao vì không có bài đủ điều kiện.` : `${award.name}: ${given} giải.`,
          { indent: true },
        ),
      ),
    ...(overridden.length === 0
      ? [line('4. Chủ tịch hội đồng không có quyết định nào khác thể lệ.', { indent: true, after: 160 })]
      : [
          line('4. Chủ tịch hội đồng quyết định khác thể lệ:', { indent: true, keep: true }),
          ...overridden.map((entry) =>
            line(
              `– Bài số ${entry.number}: theo thể lệ “${resultOf(entry.byRules, papers)}”, quyết định “${resultOf(entry, papers)}”. Lý do: ${entry.overrideReason}`,
              { indent: true },
            ),
          ),
        ]),
    ...(root === null
      ? []
      : [
          line('5. Mã gốc của hồ sơ kết quả (SHA-256), dùng để kiểm chứng tệp kết quả:', { indent: true, keep: true }),
          sideBySide([
            { width: 22, children: [picture(qrPicture(check!), 96)] },
            {
              width: 78,
              children: [line(root, { bold: true, size: 22, left: true }), line(check!, { size: 20, left: true })],
            },
          ]),
          ...(earlierRoots.length === 0
            ? []
            : [
                line('Mã trên là của bản sau phúc khảo. Các bản trước vẫn giữ và vẫn kiểm chứng được:', {
                  indent: true,
                  keep: true,
                }),
                ...earlierRoots.map(({ hash, at, appeal }) =>
                  line(`– ${appeal ? 'Sau phúc khảo' : 'Khi công bố'}, ${moment(at)}: ${hash}`, { left: true }),
                ),
              ]),
        ]),
    line('Biên bản lập xong lúc …… giờ …… phút cùng ngày, đã đọc cho mọi người cùng nghe và nhất trí.', {
      indent: true,
      before: 120,
      after: 200,
      keep: true,
    }),
    signatures([
      { title: 'THƯ KÝ', name: seats.secretaries[0] ?? '' },
      { title: 'CHỦ TỊCH HỘI ĐỒNG', name: seats.chairs[0] ?? '' },
    ]),
  ]);
}

/** Quyết định khen thưởng: the awards, with the list of the awarded as its annex. */
export async function writeDecision(papers: RoundPapers): Promise<Uint8Array> {
  const { awards, entries, host } = papers;
  const awarded = entries
    .filter(({ award }) => award !== null)
    .sort((a, b) => a.award! - b.award! || a.place - b.place || a.number - b.number);
  const office = issuer(host).replace(/^BCH /, 'BAN CHẤP HÀNH ');
  return writeWord(`Quyết định khen thưởng ${papers.contest.name}`, [
    ...heading({ host, at: papers.published?.at ?? null, number: 'Số: ……-QĐ/ĐTN' }),
    line('QUYẾT ĐỊNH', { centre: true, bold: true, size: 32, after: 0 }),
    line(`Về việc khen thưởng Cuộc thi “${papers.contest.name}”`, { centre: true, bold: true, after: 160 }),
    line(office, { centre: true, bold: true, after: 160 }),
    line('Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh;', { italics: true, indent: true }),
    line(`Căn cứ Thể lệ Cuộc thi “${papers.contest.name}”;`, { italics: true, indent: true }),
    line(`Căn cứ Biên bản họp Hội đồng giám khảo ${papers.round.name};`, { italics: true, indent: true }),
    line('Xét đề nghị của Ban Tổ chức Cuộc thi,', { italics: true, indent: true, after: 160 }),
    line('QUYẾT ĐỊNH:', { centre: true, bold: true, after: 120 }),
    line(
      `Điều 1. Tặng giải thưởng cho ${awarded.length} bài dự thi đạt giải tại Cuộc thi “${papers.contest.name}” (có danh sách kèm theo), gồm: ${awards
        .map((award, at) => ({ name: award.name, given: awarded.filter((one) => one.award === at + 1).length }))
        .filter(({ given }) => given > 0)
        .map(({ name, given }) => `${given} ${name}`)
        .join(', ')}.`,
      { indent: true },
    ),
    line('Điều 2. Kinh phí khen thưởng thực hiện theo quy định hiện hành và Thể lệ Cuộc thi.', { indent: true }),
    line(
      'Điều 3. Văn phòng, các ban có liên quan, Ban Tổ chức Cuộc thi và các nhóm có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.',
      {
        indent: true,
        after: 240,
      },
    ),
    sideBySide([
      {
        width: 50,
        children: [
          line('Nơi nhận:', { bold: true, italics: true, size: 22, after: 0 }),
          line('- Như Điều 3;\n- Lưu Văn phòng.', { size: 22, left: true }),
        ],
      },
      {
        width: 50,
        children: [
          line('TM. BAN CHẤP HÀNH', { centre: true, bold: true, after: 0 }),
          line('BÍ THƯ', { centre: true, bold: true, after: 1200 }),
          line('………………………………', { centre: true }),
        ],
      },
    ]),
    line('DANH SÁCH ĐẠT GIẢI', { centre: true, bold: true, size: 28, newPage: true, after: 0 }),
    line(`(Kèm theo Quyết định số ……-QĐ/ĐTN)`, { centre: true, italics: true, after: 160 }),
    grid(
      [
        { label: 'TT', width: 7, centre: true },
        { label: 'Giải', width: 17 },
        { label: 'Nhóm dự thi', width: 27 },
        { label: 'Tên bài', width: 29 },
        { label: 'Đơn vị', width: 20 },
      ],
      awarded.map((entry, at) => [
        String(at + 1),
        awards[entry.award! - 1]!.name,
        entry.team.join(', '),
        entry.title,
        entry.unit,
      ]),
    ),
  ]);
}
