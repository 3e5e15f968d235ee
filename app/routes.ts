import { index, type RouteConfig, route } from '@remix-run/route-config';

/**
 * Every address in, Vietnamese on the left, its English file on the right, grouped by audience.
 * Addresses out: app/paths.ts. What each visitor gets at each address: tests/routes/access.test.ts.
 */
export default [
  // everyone
  index('routes/site/home.tsx'),
  route('gioi-thieu', 'routes/site/about.tsx'),
  route('quyen-rieng-tu', 'routes/site/privacy.tsx'),
  route('dieu-khoan', 'routes/site/terms.tsx'),
  route('ngon-ngu', 'routes/site/language.tsx'),
  route('robots.txt', 'routes/site/robots.ts'),
  route('sitemap.xml', 'routes/site/sitemap.ts'),
  route('suc-khoe', 'routes/site/health.ts'),
  route('thu-demo', 'routes/site/demo-outbox.tsx'),
  route('*', 'routes/site/not-found.tsx'),

  // people
  route('dang-ky', 'routes/people/sign-up.tsx'),
  route('dang-ky/ma-lop', 'routes/people/class-code-joining.tsx'),
  route('dang-nhap', 'routes/people/sign-in.tsx'),
  route('dang-xuat', 'routes/people/sign-out.tsx'),
  route('xac-minh-thu', 'routes/people/mail-verification.tsx'),
  route('xac-minh-thu/gui-lai', 'routes/people/mail-verification-resending.tsx'),
  route('quen-mat-khau', 'routes/people/password-reset.tsx'),
  route('dat-lai-mat-khau', 'routes/people/new-password.tsx'),
  route('quan-tri-dau-tien', 'routes/people/first-administrator.tsx'),
  route('dong-y-giam-ho', 'routes/people/guardian-consent.tsx'),
  route('dong-y-giam-ho/rut', 'routes/people/guardian-consent-withdrawal.tsx'),
  route('cua-toi', 'routes/people/mine.tsx'),
  route('cua-toi/ho-so', 'routes/people/profile.tsx'),
  route('cua-toi/dong-y', 'routes/people/consent.tsx'),
  route('cua-toi/dong-y/rut', 'routes/people/consent-withdrawal.tsx'),
  route('cua-toi/dong-y/giam-ho', 'routes/people/guardian-request.tsx'),
  route('cua-toi/don-vi', 'routes/people/membership.tsx'),
  route('cua-toi/don-vi/roi', 'routes/people/membership-leaving.tsx'),

  // notifications
  route('thong-bao', 'routes/notifications/notices.tsx'),
  route('thong-bao/da-doc', 'routes/notifications/reading.tsx'),

  // units
  route('don-vi', 'routes/units/units.tsx'),
  route('don-vi/tim', 'routes/units/unit-finding.ts'),
  route('don-vi/:slug', 'routes/units/unit.tsx'),
  route('quan-tri/don-vi/:slug', 'routes/units/managed-unit.tsx'),
  route('quan-tri/don-vi/:slug/ten', 'routes/units/unit-renaming.tsx'),
  route('quan-tri/don-vi/:slug/them', 'routes/units/new-unit.tsx'),
  route('quan-tri/don-vi/:slug/sap-nhap', 'routes/units/unit-merger.tsx'),
  route('quan-tri/don-vi/:slug/thanh-vien', 'routes/units/unit-members.tsx'),
  route('quan-tri/thanh-vien/:id', 'routes/units/membership-place.ts'),
  route('quan-tri/thanh-vien/:id/xac-nhan', 'routes/units/membership-confirmation.tsx'),
  route('quan-tri/thanh-vien/:id/tu-choi', 'routes/units/membership-decline.tsx'),
  route('quan-tri/thanh-vien/:id/mat-khau', 'routes/units/slip-password.tsx'),
  route('quan-tri/don-vi/:slug/vai-tro', 'routes/units/unit-roles.tsx'),
  route('quan-tri/vai-tro/:id', 'routes/people/role-place.ts'),
  route('quan-tri/vai-tro/:id/ket-thuc', 'routes/people/role-ending.tsx'),
  route('quan-tri/don-vi/:slug/ma-lop', 'routes/units/class-codes.tsx'),
  route('quan-tri/ma-lop/:id', 'routes/units/class-code-place.ts'),
  route('quan-tri/ma-lop/:id/phieu', 'routes/units/class-code-slip.tsx'),
  route('quan-tri/ma-lop/:id/thu-hoi', 'routes/units/class-code-withdrawal.tsx'),

  // ideas
  route('y-tuong', 'routes/ideas/list.tsx'),
  route('y-tuong/moi', 'routes/ideas/new-idea.tsx'),
  route('y-tuong/:slug', 'routes/ideas/idea.tsx'),
  route('y-tuong/:slug/soan', 'routes/ideas/draft.tsx'),
  route('y-tuong/:slug/luu', 'routes/ideas/draft-saving.ts'),
  route('y-tuong/:slug/chon-ban', 'routes/ideas/draft-choice.tsx'),
  route('y-tuong/:slug/xem-truoc', 'routes/ideas/preview.tsx'),
  route('y-tuong/:slug/gui', 'routes/ideas/submission.tsx'),
  route('y-tuong/:slug/lay-lai', 'routes/ideas/submission-recall.tsx'),
  route('y-tuong/:slug/rut', 'routes/ideas/withdrawal.tsx'),
  route('y-tuong/:slug/chang', 'routes/ideas/stage.tsx'),
  route('y-tuong/:slug/phien-ban', 'routes/ideas/versions.tsx'),
  route('y-tuong/:slug/nhom', 'routes/ideas/team.tsx'),
  route('y-tuong/:slug/nhom/:id/roi', 'routes/ideas/member-leaving.tsx'),
  route('y-tuong/:slug/tep', 'routes/ideas/files.tsx'),
  route('y-tuong/:slug/tep/:id', 'routes/ideas/file.ts'),
  route('y-tuong/:slug/tep/:id/go', 'routes/ideas/file-removal.tsx'),
  route('loi-moi/:id', 'routes/ideas/team-invitation.tsx'),
  route('loi-moi/:id/tu-choi', 'routes/ideas/team-invitation-decline.tsx'),

  // moderation
  route('quan-tri/kiem-duyet', 'routes/moderation/queue.tsx'),
  route('quan-tri/kiem-duyet/:id', 'routes/moderation/review.tsx'),
  route('quan-tri/kiem-duyet/:id/quyet-dinh', 'routes/moderation/decision.tsx'),

  // contests

  // judging

  // administration
  route('quan-tri', 'routes/admin/administration.tsx'),
  route('quan-tri/doanh-nghiep', 'routes/admin/businesses.tsx'),
  route('quan-tri/doanh-nghiep/:slug', 'routes/admin/business-place.ts'),
  route('quan-tri/doanh-nghiep/:slug/xac-minh', 'routes/admin/business-verification.tsx'),
  route('quan-tri/doanh-nghiep/:slug/dai-dien', 'routes/admin/representation.tsx'),
] satisfies RouteConfig;
