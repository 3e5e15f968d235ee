/** Exists with the embedded database only, on loopback. */
export const demoPassword = 'y-hay-thu-nghiem';

/** Who can be signed in as; the other seeds find these people by the same addresses. */
export const demoLogins = {
  administrator: 'quan-tri@y-hay.example',
  organiser: 'can-tho@y-hay.example',
  moderator: 'ninh-kieu@y-hay.example',
  otherModerator: 'quang-ninh@y-hay.example',
  student: 'anh@y-hay.example',
  silentAdult: 'bao@y-hay.example',
  seventeen: 'linh@y-hay.example',
  fifteenWithGuardian: 'khoi@y-hay.example',
  fifteenWithoutGuardian: 'vy@y-hay.example',
  pupil: 'gia.huy',
  chair: 'chu-tich@y-hay.example',
  secretary: 'thu-ky@y-hay.example',
  judge: 'giam-khao-1@y-hay.example',
  mentor: 'co-van@y-hay.example',
  representative: 'doanh-nghiep@y-hay.example',
} as const;

/** The six judges of the demo contest. */
export const demoJudges = [1, 2, 3, 4, 5, 6].map((number) => `giam-khao-${number}@y-hay.example`);

/** Three classes' worth of seats; what the slip of the demo says. */
export const demoClassCode = 'K7QM-4XRA';

/** How to get into the demo world: one line for every role. */
export const demoSignIns: { signIn: string; role: string }[] = [
  { signIn: demoLogins.administrator, role: 'quản trị viên (administrator)' },
  { signIn: demoLogins.organiser, role: 'Thành Đoàn Cần Thơ, tổ chức cuộc thi (organiser of a province)' },
  { signIn: demoLogins.moderator, role: 'Đoàn phường Ninh Kiều, kiểm duyệt (moderator of a commune)' },
  { signIn: demoLogins.otherModerator, role: 'Tỉnh Đoàn Quảng Ninh, kiểm duyệt (moderator of another unit)' },
  { signIn: demoLogins.student, role: 'sinh viên, đồng ý nêu tên (member, adult)' },
  { signIn: demoLogins.silentAdult, role: 'thanh niên, không nêu tên (member who is not named)' },
  { signIn: demoLogins.seventeen, role: 'học sinh 17 tuổi (member, seventeen)' },
  { signIn: demoLogins.fifteenWithGuardian, role: 'học sinh 15 tuổi, cha mẹ đồng ý (fifteen, guardian agreed)' },
  { signIn: demoLogins.fifteenWithoutGuardian, role: 'học sinh 15 tuổi, chưa có cha mẹ đồng ý (fifteen, not yet)' },
  { signIn: demoLogins.pupil, role: 'học sinh vào bằng mã lớp (pupil without a mail address)' },
  { signIn: demoLogins.chair, role: 'chủ tịch hội đồng (chair)' },
  { signIn: demoLogins.secretary, role: 'thư ký (secretary)' },
  { signIn: demoLogins.judge, role: 'giám khảo, còn giam-khao-2 … 6 (judge)' },
  { signIn: demoLogins.mentor, role: 'cố vấn (mentor)' },
  { signIn: demoLogins.representative, role: 'đại diện doanh nghiệp (business)' },
];
