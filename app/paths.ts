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
const programme = (programme: Named) => `/co-van/chuong-trinh/${programme.slug}`;
const managedProgramme = (programme: Named) => `/quan-tri/co-van/chuong-trinh/${programme.slug}`;
const proposal = (proposal: Identified) => `/co-van/de-nghi/${proposal.id}`;
const mentorship = (mentorship: Identified) => `/co-van/dong-hanh/${mentorship.id}`;
const offer = (offer: Identified) => `/ho-tro/${offer.id}`;

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
  secondStep: (query: { token?: string; next?: string } = {}) =>
    withQuery('/dang-nhap/buoc-hai', { ma: query.token, tiep: query.next }),
  newTerms: (query: { next?: string } = {}) => withQuery('/dieu-khoan/moi', { tiep: query.next }),
  termsLater: () => '/dieu-khoan/moi/de-sau',
  passwordReset: () => '/quen-mat-khau',
  newPassword: (query: { token?: string } = {}) => withQuery('/dat-lai-mat-khau', { ma: query.token }),
  firstAdministrator: (query: { token?: string } = {}) => withQuery('/quan-tri-dau-tien', { ma: query.token }),
  guardianConsent: (query: { token?: string } = {}) => withQuery('/dong-y-giam-ho', { ma: query.token }),
  guardianConsentWithdrawal: () => '/dong-y-giam-ho/rut',
  mine: () => '/cua-toi',
  profile: () => '/cua-toi/ho-so',
  account: () => '/cua-toi/tai-khoan',
  mailChange: () => '/cua-toi/tai-khoan/thu',
  mailChangeConfirmation: (query: { token?: string } = {}) => withQuery('/doi-thu', { ma: query.token }),
  mailChangeUndoing: (query: { token?: string } = {}) => withQuery('/doi-thu/hoan-lai', { ma: query.token }),
  passwordChange: () => '/cua-toi/tai-khoan/mat-khau',
  sessionEnding: () => '/cua-toi/tai-khoan/phien',
  secondFactor: (query: { next?: string } = {}) => withQuery('/cua-toi/buoc-hai', { tiep: query.next }),
  secondFactorSetUp: (query: { next?: string } = {}) => withQuery('/cua-toi/buoc-hai/thiet-lap', { tiep: query.next }),
  secondFactorEnding: () => '/cua-toi/buoc-hai/tat',
  recoveryCodes: () => '/cua-toi/buoc-hai/ma-du-phong',
  secondFactorReset: () => '/quan-tri/buoc-hai',
  letters: () => '/cua-toi/thu',
  unsubscribing: (query: { token?: string } = {}) => withQuery('/thu/thoi-nhan', { ma: query.token }),
  ownData: () => '/cua-toi/du-lieu',
  ownDataFile: () => '/cua-toi/du-lieu/tai-ve',
  closing: () => '/cua-toi/dong-tai-khoan',
  reopening: (query: { token?: string } = {}) => withQuery('/mo-lai-tai-khoan', { ma: query.token }),
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
  member: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}`,
  memberRemoval: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}/go`,
  birthDateCorrection: (membership: Identified) => `/quan-tri/thanh-vien/${membership.id}/ngay-sinh`,
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
  unitTarget: (unit: Named) => `${managedUnit(unit)}/chi-tieu`,
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
  leadHandover: (of: Named) => `${idea(of)}/nhom/trao-quyen`,
  leadOffer: (handover: Identified) => `/trao-quyen/${handover.id}`,
  leadOfferDecline: (handover: Identified) => `/trao-quyen/${handover.id}/tu-choi`,
  endorsement: (of: Named) => `${idea(of)}/tan-thanh`,
  endorsementWithdrawal: (of: Named) => `${idea(of)}/tan-thanh/rut`,
  follow: (of: Named) => `${idea(of)}/theo-doi`,
  followEnding: (of: Named) => `${idea(of)}/theo-doi/thoi`,
  ideaFiles: (of: Named) => `${idea(of)}/tep`,
  ideaFile: (of: Named, file: Identified) => `${idea(of)}/tep/${file.id}`,
  ideaFileRemoval: (of: Named, file: Identified) => `${idea(of)}/tep/${file.id}/go`,

  // moderation
  moderation: (query: Record<string, string | undefined> = {}) => withQuery('/quan-tri/kiem-duyet', query),
  submissionReview: (submission: Identified) => `/quan-tri/kiem-duyet/${submission.id}`,
  decision: (submission: Identified) => `/quan-tri/kiem-duyet/${submission.id}/quyet-dinh`,

  // contests
  contests: (query: { loai?: string } = {}) => withQuery('/cuoc-thi', query),
  contest,
  contestRules: (of: Named) => `${contest(of)}/the-le`,
  rulesDocument: (of: Named) => `${contest(of)}/the-le/ban-goc`,
  newEntry: (of: Named) => `${contest(of)}/du-thi`,
  entry: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}`,
  entryChange: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}/doi`,
  entryWithdrawal: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}/rut`,
  ownAppeal: (of: Named, entry: Numbered) => `${contest(of)}/bai/${entry.number}/phuc-khao`,
  results: (of: Named, query: { bang?: string } = {}) => withQuery(`${contest(of)}/ket-qua`, query),
  publicBundle: (of: Named) => `${contest(of)}/ket-qua/cong-khai.json`,
  fullBundle: (of: Named) => `${contest(of)}/ket-qua/day-du.json`,
  verifying: (query: { goc?: string } = {}) => withQuery('/kiem-chung', query),
  paperFinding: () => '/kiem-tra',
  paper: (paper: Numbered) => `/kiem-tra/${paper.number}`,
  managedContests: () => '/quan-tri/cuoc-thi',
  newContest: () => '/quan-tri/cuoc-thi/moi',
  managedContest,
  contestSettings: (of: Named) => `${managedContest(of)}/the-le`,
  contestOpening: (of: Named) => `${managedContest(of)}/mo`,
  contestClosing: (of: Named) => `${managedContest(of)}/dong`,
  extension: (of: Named) => `${managedContest(of)}/gia-han`,
  contestCancellation: (of: Named) => `${managedContest(of)}/huy`,
  awardRules: (of: Named) => `${managedContest(of)}/giai`,
  divisions: (of: Named) => `${managedContest(of)}/bang`,
  panel: (of: Named) => `${managedContest(of)}/hoi-dong`,
  seatChange: (of: Named) => `${managedContest(of)}/hoi-dong/sua`,
  seatEnding: (of: Named) => `${managedContest(of)}/hoi-dong/ket-thuc`,
  managedEntries: (of: Named, query: { bang?: string } = {}) => withQuery(`${managedContest(of)}/bai`, query),
  newRound: (of: Named) => `${managedContest(of)}/vong/moi`,
  managedRound,
  roundSettings: (of: Named, round: Numbered) => `${managedRound(of, round)}/thiet-lap`,
  roundRemoval: (of: Named, round: Numbered) => `${managedRound(of, round)}/xoa`,
  rubric: (of: Named, round: Numbered, query: { bang?: string; mau?: string; sua?: string } = {}) =>
    withQuery(`${managedRound(of, round)}/tieu-chi`, query),
  conflicts: (of: Named, round: Numbered) => `${managedRound(of, round)}/xung-dot`,
  conflictWithdrawal: (of: Named, round: Numbered) => `${managedRound(of, round)}/xung-dot/rut`,
  relation: (of: Named, round: Numbered) => `${managedRound(of, round)}/quan-he`,
  relationWithdrawal: (of: Named, round: Numbered) => `${managedRound(of, round)}/quan-he/rut`,
  assignment: (of: Named, round: Numbered, query: { ke?: string } = {}) =>
    withQuery(`${managedRound(of, round)}/phan-cong`, query),
  assignmentApplication: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong/ap-dung`,
  assignmentByHand: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong/tay`,
  assignmentImport: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong/nhap`,
  assignmentRelease: (of: Named, round: Numbered) => `${managedRound(of, round)}/phan-cong/bo`,
  roundOpening: (of: Named, round: Numbered) => `${managedRound(of, round)}/mo`,
  roundClosing: (of: Named, round: Numbered) => `${managedRound(of, round)}/dong`,
  reopeningDecision: (of: Named, round: Numbered) => `${managedRound(of, round)}/mo-lai`,
  judgesReminder: (of: Named, round: Numbered) => `${managedRound(of, round)}/nhac`,
  ranking: (of: Named, round: Numbered) => `${managedRound(of, round)}/xep-hang`,
  furtherReadings: (of: Named, round: Numbered) => `${managedRound(of, round)}/xep-hang/doc-them`,
  appeals: (of: Named, round: Numbered) => `${managedRound(of, round)}/phuc-khao`,
  appealDecision: (of: Named, round: Numbered, appeal: Identified) =>
    `${managedRound(of, round)}/phuc-khao/${appeal.id}`,
  roundOutcomes: (of: Named, round: Numbered, query: { trang?: string } = {}) =>
    withQuery(`${managedRound(of, round)}/ket-qua`, query),
  outcomeOverride: (of: Named, round: Numbered) => `${managedRound(of, round)}/ket-qua/quyet-dinh-khac`,
  outcomeOverrideWithdrawal: (of: Named, round: Numbered) => `${managedRound(of, round)}/ket-qua/bo-quyet-dinh`,
  panelQuotas: (of: Named, round: Numbered) => `${managedRound(of, round)}/ket-qua/chi-tieu`,
  paperFile: (of: Named, round: Numbered, paper: { file: string }) =>
    `${managedRound(of, round)}/giay-to/${paper.file}`,
  certificates: (of: Named, round: Numbered, query: { trang?: string } = {}) =>
    withQuery(`${managedRound(of, round)}/giay-chung-nhan`, query),
  printedCertificates: (of: Named, round: Numbered) => `${managedRound(of, round)}/giay-chung-nhan/tep`,
  certificateRevocation: (of: Named, round: Numbered) => `${managedRound(of, round)}/giay-chung-nhan/thu-hoi`,
  certificateFile: (certificate: Numbered) => `/giay-chung-nhan/${certificate.number}`,
  roundPublication: (of: Named, round: Numbered) => `${managedRound(of, round)}/cong-bo`,
  roundEntry: (of: Named, round: Numbered, entry: Numbered) => `${managedRound(of, round)}/bai/${entry.number}`,
  roundJudge: (of: Named, round: Numbered, judge: Numbered) => `${managedRound(of, round)}/giam-khao/${judge.number}`,

  // judging
  desk: () => '/cham-thi',
  sheet,
  marks: (of: Identified) => `${sheet(of)}/diem`,
  sheetNotes: (of: Identified) => `${sheet(of)}/ghi-chu`,
  sheetSubmission: (of: Identified) => `${sheet(of)}/nop`,
  recusal: (of: Identified) => `${sheet(of)}/tu-choi`,
  sheetReopening: (of: Identified) => `${sheet(of)}/mo-lai`,
  sheetFile: (of: Identified, file: Numbered) => `${sheet(of)}/tep/${file.number}`,

  // mentoring
  mentors: () => '/co-van',
  mentorOffer: () => '/co-van/dang-ky',
  ownMentoring: () => '/co-van/cua-toi',
  mentoringPause: () => '/co-van/cua-toi/tam-nghi',
  mentoringResumption: () => '/co-van/cua-toi/tro-lai',
  programme,
  programmeJoining: (of: Named) => `${programme(of)}/tham-gia`,
  programmeLeaving: (of: Named) => `${programme(of)}/roi`,
  proposal,
  proposalAcceptance: (of: Identified) => `${proposal(of)}/nhan`,
  proposalDecline: (of: Identified) => `${proposal(of)}/tu-choi`,
  mentorship,
  mentoringSession: (of: Identified) => `${mentorship(of)}/buoi`,
  mentorshipEnding: (of: Identified) => `${mentorship(of)}/ket-thuc`,
  mentorshipContact: (of: Identified) => `${mentorship(of)}/lien-he`,
  mentorshipContactWithdrawal: (of: Identified) => `${mentorship(of)}/lien-he/rut`,
  ideaMentoring: (of: Named) => `${idea(of)}/co-van`,
  mentorRequestWithdrawal: (of: Named) => `${idea(of)}/co-van/rut`,
  managedMentoring: () => '/quan-tri/co-van',
  mentorCheck: (mentor: Identified) => `/quan-tri/co-van/nguoi/${mentor.id}/xac-nhan`,
  mentorDecline: (mentor: Identified) => `/quan-tri/co-van/nguoi/${mentor.id}/tu-choi`,
  newProgramme: () => '/quan-tri/co-van/chuong-trinh/moi',
  managedProgramme,
  matchPlan: (of: Named) => `${managedProgramme(of)}/ghep`,
  matchApplication: (of: Named) => `${managedProgramme(of)}/ap-dung`,
  programmeEnding: (of: Named) => `${managedProgramme(of)}/ket-thuc`,

  // sponsorship
  business: () => '/doanh-nghiep',
  businessRegistration: () => '/doanh-nghiep/dang-ky',
  savedSearches: (query: { tim?: string } = {}) => withQuery('/cua-toi/tim-kiem', query),
  savedSearchOpening: () => '/cua-toi/tim-kiem/mo',
  savedSearchRemoval: () => '/cua-toi/tim-kiem/bo',
  ideaSupport: (of: Named) => `${idea(of)}/ho-tro`,
  offer,
  offerAcceptance: (of: Identified) => `${offer(of)}/nhan`,
  offerDecline: (of: Identified) => `${offer(of)}/tu-choi`,
  offerWithdrawal: (of: Identified) => `${offer(of)}/rut`,
  pledge: (of: Identified) => `${offer(of)}/cam-ket`,
  pledgeDelivery: (of: Identified) => `${offer(of)}/da-giao`,
  pledgeConfirmation: (of: Identified) => `${offer(of)}/xac-nhan`,
  pledgeDispute: (of: Identified) => `${offer(of)}/chua-nhan`,
  pledgeWithdrawal: (of: Identified) => `${offer(of)}/rut-cam-ket`,
  offerContact: (of: Identified) => `${offer(of)}/lien-he`,
  offerContactWithdrawal: (of: Identified) => `${offer(of)}/lien-he/rut`,
  businessDecline: (business: Named) => `/quan-tri/doanh-nghiep/${business.slug}/tu-choi`,

  // programs
  apiGuide: () => '/lap-trinh',
  apiDescription: () => '/api/openapi.json',

  // administration
  administration: () => '/quan-tri',
  indexes: () => '/quan-tri/chi-muc',
  indexRebuilding: (index: { engine?: string }) => `/quan-tri/chi-muc/${index.engine ?? 'postgres'}/dung-lai`,
  measures: () => '/so-lieu',
  audit: (query: Record<string, string | undefined> = {}) => withQuery('/quan-tri/nhat-ky', query),
  auditExport: () => '/quan-tri/nhat-ky/xuat',
  businesses: () => '/quan-tri/doanh-nghiep',
  businessVerification: (business: Named) => `/quan-tri/doanh-nghiep/${business.slug}/xac-minh`,
  representation: (business: Named) => `/quan-tri/doanh-nghiep/${business.slug}/dai-dien`,
};
