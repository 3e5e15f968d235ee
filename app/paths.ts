/** Every address out. Addresses in: app/routes.ts; a house rule holds the two together. */

type Named = { slug: string };
type Numbered = { number: number | string };
type Identified = { id: string };

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

const idea = (idea: Named) => `/y-tuong/${idea.slug}`;
const contest = (contest: Named) => `/cuoc-thi/${contest.slug}`;
const managedContest = (contest: Named) => `/quan-tri/cuoc-thi/${contest.slug}`;
const managedRound = (contest: Named, round: Numbered) => `${managedContest(contest)}/vong/${round.number}`;
const managedUnit = (unit: Named) => `/quan-tri/don-vi/${unit.slug}`;
const sheet = (sheet: Identified) => `/cham-thi/phieu/${sheet.id}`;

export const paths = {
  // the site
  home: () => '/',
  about: () => '/gioi-thieu',
  privacy: () => '/quyen-rieng-tu',
  terms: () => '/dieu-khoan',
  language: () => '/ngon-ngu',
  health: () => '/suc-khoe',
  robots: () => '/robots.txt',
  sitemap: () => '/sitemap.xml',
  demoOutbox: () => '/thu-demo',

  // people
  signUp: (query: { next?: string } = {}) => withQuery('/dang-ky', { tiep: query.next }),
  joinByClassCode: () => '/dang-ky/ma-lop',
  signIn: (query: { next?: string } = {}) => withQuery('/dang-nhap', { tiep: query.next }),
  signOut: () => '/dang-xuat',
  mailVerification: (query: { token?: string } = {}) => withQuery('/xac-minh-thu', { ma: query.token }),
  mailVerificationResending: () => '/xac-minh-thu/gui-lai',
  passwordReset: () => '/quen-mat-khau',
  newPassword: (query: { token?: string } = {}) => withQuery('/dat-lai-mat-khau', { ma: query.token }),
  firstAdministrator: (query: { token?: string } = {}) => withQuery('/quan-tri-dau-tien', { ma: query.token }),
  guardianConsent: (query: { token?: string } = {}) => withQuery('/dong-y-giam-ho', { ma: query.token }),
  guardianConsentWithdrawal: () => '/dong-y-giam-ho/rut',
  mine: () => '/cua-toi',
  profile: () => '/cua-toi/ho-so',
  consent: () => '/cua-toi/dong-y',
  consentWithdrawal: () => '/cua-toi/dong-y/rut',
  guardianRequest: () => '/cua-toi/dong-y/giam-ho',
  membership: () => '/cua-toi/don-vi',
  membershipLeaving: () => '/cua-toi/don-vi/roi',
  notices: () => '/thong-bao',
  noticesReading: () => '/thong-bao/da-doc',

  // units
  units: (query: { q?: string } = {}) => withQuery('/don-vi', query),
  unitFinding: (query: { q?: string } = {}) => withQuery('/don-vi/tim', query),
  unit: (unit: Named) => `/don-vi/${unit.slug}`,
  managedUnit,
  unitMembers: (unit: Named) => `${managedUnit(unit)}/thanh-vien`,
  membershipConfirmation: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}/xac-nhan`,
  membershipDecline: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}/tu-choi`,
  slipPassword: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}/mat-khau`,
  unitRoles: (unit: Named) => `${managedUnit(unit)}/vai-tro`,
  roleEnding: (role: Identified) => `/quan-tri/vai-tro/${role.id}/ket-thuc`,
  classCodes: (unit: Named) => `${managedUnit(unit)}/ma-lop`,
  classCodeWithdrawal: (code: Identified) => `/quan-tri/ma-lop/${code.id}/thu-hoi`,
  classCodeSlip: (code: Identified) => `/quan-tri/ma-lop/${code.id}/phieu`,
  unitRenaming: (unit: Named) => `${managedUnit(unit)}/ten`,
  newUnit: (unit: Named) => `${managedUnit(unit)}/them`,
  unitMerger: (unit: Named) => `${managedUnit(unit)}/sap-nhap`,

  // ideas
  ideas: (query: Record<string, string | undefined> = {}) => withQuery('/y-tuong', query),
  newIdea: () => '/y-tuong/moi',
  idea,
  ideaDraft: (of: Named) => `${idea(of)}/soan`,
  ideaDraftSaving: (of: Named) => `${idea(of)}/luu`,
  ideaDraftChoice: (of: Named) => `${idea(of)}/chon-ban`,
  ideaPreview: (of: Named) => `${idea(of)}/xem-truoc`,
  submission: (of: Named) => `${idea(of)}/gui`,
  submissionRecall: (of: Named) => `${idea(of)}/lay-lai`,
  ideaWithdrawal: (of: Named) => `${idea(of)}/rut`,
  ideaStage: (of: Named) => `${idea(of)}/chang`,
  ideaVersions: (of: Named) => `${idea(of)}/phien-ban`,
  ideaTeam: (of: Named) => `${idea(of)}/nhom`,
  ideaMemberLeaving: (of: Named, member: Identified) => `${idea(of)}/nhom/${member.id}/roi`,
  teamInvitation: (member: Identified) => `/loi-moi/${member.id}`,
  teamInvitationDecline: (member: Identified) => `/loi-moi/${member.id}/tu-choi`,
  ideaFiles: (of: Named) => `${idea(of)}/tep`,
  ideaFile: (of: Named, file: Identified) => `${idea(of)}/tep/${file.id}`,
  ideaFileRemoval: (of: Named, file: Identified) => `${idea(of)}/tep/${file.id}/go`,

  // moderation
  moderation: (query: Record<string, string | undefined> = {}) => withQuery('/quan-tri/kiem-duyet', query),
  submissionReview: (submission: Identified) => `/quan-tri/kiem-duyet/${submission.id}`,
  decision: (submission: Identified) => `/quan-tri/kiem-duyet/${submission.id}/quyet-dinh`,

  // contests
  contests: () => '/cuoc-thi',
  contest,
  contestRules: (of: Named) => `${contest(of)}/the-le`,
  newEntry: (of: Named) => `${contest(of)}/du-thi`,
  entry: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}`,
  entryChange: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}/doi`,
  entryWithdrawal: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}/rut`,
  results: (of: Named) => `${contest(of)}/ket-qua`,
  paper: (paper: Numbered) => `/kiem-tra/${paper.number}`,
  managedContests: () => '/quan-tri/cuoc-thi',
  newContest: () => '/quan-tri/cuoc-thi/moi',
  managedContest,
  contestOpening: (of: Named) => `${managedContest(of)}/mo`,
  contestClosing: (of: Named) => `${managedContest(of)}/dong`,
  contestCancellation: (of: Named) => `${managedContest(of)}/huy`,
  divisions: (of: Named) => `${managedContest(of)}/bang`,
  panel: (of: Named) => `${managedContest(of)}/hoi-dong`,
  managedEntries: (of: Named) => `${managedContest(of)}/bai`,
  newRound: (of: Named) => `${managedContest(of)}/vong/moi`,
  managedRound,
  rubric: (of: Named, round: Numbered) => `${managedRound(of, round)}/tieu-chi`,
  conflicts: (of: Named, round: Numbered) => `${managedRound(of, round)}/xung-dot`,
  assignment: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong`,
  assignmentApplication: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong/ap-dung`,
  roundOpening: (of: Named, round: Numbered) => `${managedRound(of, round)}/mo`,
  roundClosing: (of: Named, round: Numbered) => `${managedRound(of, round)}/dong`,
  ranking: (of: Named, round: Numbered) => `${managedRound(of, round)}/xep-hang`,
  roundPublication: (of: Named, round: Numbered) => `${managedRound(of, round)}/cong-bo`,

  // judging
  desk: () => '/cham-thi',
  sheet,
  marks: (of: Identified) => `${sheet(of)}/diem`,
  sheetNotes: (of: Identified) => `${sheet(of)}/ghi-chu`,
  sheetSubmission: (of: Identified) => `${sheet(of)}/nop`,
  recusal: (of: Identified) => `${sheet(of)}/tu-choi`,
  sheetFile: (of: Identified, file: Numbered) => `${sheet(of)}/tep/${file.number}`,

  // administration
  administration: () => '/quan-tri',
  businesses: () => '/quan-tri/doanh-nghiep',
  businessVerification: (business: Named) => `/quan-tri/doanh-nghiep/${business.slug}/xac-minh`,
  representation: (business: Named) => `/quan-tri/doanh-nghiep/${business.slug}/dai-dien`,
};
