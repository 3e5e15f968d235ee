import type { AccessWorld } from './access-world.ts';

type Row = {
  /** A concrete path in the world; the address itself where it has no parts. */
  path?: (world: AccessWorld) => string;
  /** What is sent instead of a well written form; {} where anyone may write and an empty form is refused. */
  form?: Record<string, string>;
  /** What a stranger, a member, a judge, a moderator of another unit and a business get, in this order. 204: nothing to read here. */
  get: string;
  /** What they get for writing. 405: there is nothing to write to. */
  post: string;
};

/** What each of the five gets at every address. A new address without a row fails. */
export const accessTable: Record<string, Row> = {
  '/': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/gioi-thieu': { get: '204 204 204 204 204', post: '405 405 405 405 405' },
  '/quyen-rieng-tu': { get: '204 204 204 204 204', post: '405 405 405 405 405' },
  '/dieu-khoan': { get: '204 204 204 204 204', post: '405 405 405 405 405' },
  '/ngon-ngu': { form: {}, get: '302 302 302 302 302', post: '422 422 422 422 422' },
  '/robots.txt': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/sitemap.xml': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/suc-khoe': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/thu-demo': { get: '404 404 404 404 404', post: '405 405 405 405 405' },
  '/*': { path: () => '/khong-co-trang-nay', get: '404 404 404 404 404', post: '404 404 404 404 404' },
  '/dang-ky': { form: {}, get: '200 302 302 302 302', post: '422 422 422 422 422' },
  '/dang-ky/ma-lop': { form: {}, get: '200 302 302 302 302', post: '422 422 422 422 422' },
  '/dang-nhap': { form: {}, get: '200 302 302 302 302', post: '422 422 422 422 422' },
  '/dang-xuat': { form: {}, get: '302 302 302 302 302', post: '302 302 302 302 302' },
  '/xac-minh-thu': { form: {}, get: '200 200 200 200 200', post: '422 422 422 422 422' },
  '/xac-minh-thu/gui-lai': { form: {}, get: '302 302 302 302 302', post: '422 422 422 422 422' },
  '/quen-mat-khau': { form: {}, get: '200 200 200 200 200', post: '422 422 422 422 422' },
  '/dat-lai-mat-khau': { form: {}, get: '200 200 200 200 200', post: '422 422 422 422 422' },
  '/quan-tri-dau-tien': { form: {}, get: '200 200 200 200 200', post: '422 422 422 422 422' },
  '/dong-y-giam-ho': { form: {}, get: '200 200 200 200 200', post: '422 422 422 422 422' },
  '/dong-y-giam-ho/rut': { form: {}, get: '302 302 302 302 302', post: '404 404 404 404 404' },
  '/cua-toi': { form: {}, get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/cua-toi/ho-so': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/cua-toi/dong-y': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/cua-toi/dong-y/rut': { form: {}, get: 'sign-in 302 302 302 302', post: '401 422 422 422 422' },
  '/cua-toi/dong-y/giam-ho': { form: {}, get: 'sign-in 302 302 302 302', post: '401 422 422 422 422' },
  '/cua-toi/don-vi': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/cua-toi/don-vi/roi': { form: {}, get: 'sign-in 302 302 302 302', post: '401 422 422 422 422' },
  '/thong-bao': { form: {}, get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/thong-bao/da-doc': { form: {}, get: 'sign-in 302 302 302 302', post: '401 302 302 302 302' },
  '/don-vi': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/don-vi/tim': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/don-vi/:slug': {
    path: (world) => `/don-vi/${world.canTho.slug}`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/quan-tri/don-vi/:slug': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/don-vi/:slug/ten': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/ten`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/don-vi/:slug/them': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/them`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/don-vi/:slug/sap-nhap': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/sap-nhap`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/don-vi/:slug/thanh-vien': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/thanh-vien`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/thanh-vien/:id': {
    path: (world) => `/quan-tri/thanh-vien/${world.claim.id}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/thanh-vien/:id/xac-nhan': {
    path: (world) => `/quan-tri/thanh-vien/${world.claim.id}/xac-nhan`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/thanh-vien/:id/tu-choi': {
    path: (world) => `/quan-tri/thanh-vien/${world.claim.id}/tu-choi`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/thanh-vien/:id/mat-khau': {
    path: (world) => `/quan-tri/thanh-vien/${world.claim.id}/mat-khau`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/don-vi/:slug/vai-tro': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/vai-tro`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/vai-tro/:id': {
    path: (world) => `/quan-tri/vai-tro/${world.role.id}`,
    get: 'sign-in 403 403 302 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/vai-tro/:id/ket-thuc': {
    path: (world) => `/quan-tri/vai-tro/${world.role.id}/ket-thuc`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/don-vi/:slug/ma-lop': {
    path: (world) => `/quan-tri/don-vi/${world.canTho.slug}/ma-lop`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/ma-lop/:id': {
    path: (world) => `/quan-tri/ma-lop/${world.code.id}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/ma-lop/:id/phieu': {
    path: (world) => `/quan-tri/ma-lop/${world.code.id}/phieu`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/ma-lop/:id/thu-hoi': {
    path: (world) => `/quan-tri/ma-lop/${world.code.id}/thu-hoi`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/lap-trinh': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/api/openapi.json': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/api/v1/ideas': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/api/v1/ideas/:slug': {
    path: (world) => `/api/v1/ideas/${world.idea.slug}`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/api/v1/contests': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/api/v1/contests/:slug/results': {
    path: (world) => `/api/v1/contests/${world.contest.slug}/results`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/api/v1/units': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/api/*': { path: () => '/api/khong-co', get: '404 404 404 404 404', post: '405 405 405 405 405' },
  '/y-tuong': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/y-tuong/moi': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/y-tuong/:slug': {
    path: (world) => `/y-tuong/${world.idea.slug}`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/y-tuong/:slug/soan': {
    path: (world) => `/y-tuong/${world.draft.slug}/soan`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/luu': {
    path: (world) => `/y-tuong/${world.draft.slug}/luu`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/chon-ban': {
    path: (world) => `/y-tuong/${world.draft.slug}/chon-ban`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/xem-truoc': {
    path: (world) => `/y-tuong/${world.draft.slug}/xem-truoc`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/y-tuong/:slug/gui': {
    path: (world) => `/y-tuong/${world.draft.slug}/gui`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/lay-lai': {
    path: (world) => `/y-tuong/${world.draft.slug}/lay-lai`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/rut': {
    path: (world) => `/y-tuong/${world.draft.slug}/rut`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/chang': {
    path: (world) => `/y-tuong/${world.draft.slug}/chang`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/phien-ban': {
    path: (world) => `/y-tuong/${world.draft.slug}/phien-ban`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/y-tuong/:slug/nhom': {
    path: (world) => `/y-tuong/${world.draft.slug}/nhom`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/nhom/:id/roi': {
    path: (world) => `/y-tuong/${world.draft.slug}/nhom/${world.invited.id}/roi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/tep': {
    path: (world) => `/y-tuong/${world.draft.slug}/tep`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/tep/:id': {
    path: (world) => `/y-tuong/${world.draft.slug}/tep/${world.file.id}`,
    get: '404 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/y-tuong/:slug/tep/:id/go': {
    path: (world) => `/y-tuong/${world.draft.slug}/tep/${world.file.id}/go`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/loi-moi/:id': {
    path: (world) => `/loi-moi/${world.invited.id}`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/loi-moi/:id/tu-choi': {
    path: (world) => `/loi-moi/${world.invited.id}/tu-choi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/quan-tri/kiem-duyet': { get: 'sign-in 403 403 200 403', post: '405 405 405 405 405' },
  '/quan-tri/kiem-duyet/:id': {
    path: (world) => `/quan-tri/kiem-duyet/${world.waiting.submissions[0]!.id}`,
    get: 'sign-in 403 403 404 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/kiem-duyet/:id/quyet-dinh': {
    path: (world) => `/quan-tri/kiem-duyet/${world.waiting.submissions[0]!.id}/quyet-dinh`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 404 403',
  },
  '/cuoc-thi': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/cuoc-thi/:slug': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/the-le': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/the-le`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/the-le/ban-goc': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/the-le/ban-goc`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/du-thi': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/du-thi`,
    get: 'sign-in 200 200 200 200',
    post: '401 422 422 422 422',
  },
  '/cuoc-thi/:slug/bai/:number': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/bai/${world.openContest.entries[0]!.number}`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/bai/:number/doi': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/bai/${world.openContest.entries[0]!.number}/doi`,
    get: 'sign-in 302 302 302 302',
    post: '401 422 422 422 422',
  },
  '/cuoc-thi/:slug/bai/:number/rut': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/bai/${world.openContest.entries[0]!.number}/rut`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/cuoc-thi/:slug/ket-qua': {
    path: (world) => `/cuoc-thi/${world.contest.slug}/ket-qua`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/ket-qua/cong-khai.json': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/ket-qua/cong-khai.json`,
    get: '404 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/cuoc-thi/:slug/ket-qua/day-du.json': {
    path: (world) => `/cuoc-thi/${world.openContest.slug}/ket-qua/day-du.json`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/kiem-chung': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/kiem-tra': { get: '200 200 200 200 200', post: '405 405 405 405 405' },
  '/kiem-tra/:number': {
    path: (world) => `/kiem-tra/${world.openContest.entries[0]!.receipt}`,
    get: '200 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi': { get: 'sign-in 403 403 403 403', post: '405 405 405 405 405' },
  '/quan-tri/cuoc-thi/moi': { get: 'sign-in 403 403 403 403', post: '401 403 403 403 403' },
  '/quan-tri/cuoc-thi/:slug': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi/:slug/the-le': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/the-le`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/mo': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/mo`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/dong': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/dong`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/huy': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/huy`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/bang': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/bang`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/hoi-dong': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/hoi-dong`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/hoi-dong/sua': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/hoi-dong/sua`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/hoi-dong/ket-thuc': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/hoi-dong/ket-thuc`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/bai': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/bai`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi/:slug/vong/moi': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/moi`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/thiet-lap': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/thiet-lap`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/xoa': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/xoa`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/tieu-chi': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/tieu-chi`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/xung-dot': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/xung-dot`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/xung-dot/rut': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/xung-dot/rut`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/quan-he': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/quan-he`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/quan-he/rut': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/quan-he/rut`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/phan-cong': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/phan-cong`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/phan-cong/ap-dung': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/phan-cong/ap-dung`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/phan-cong/tay': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/phan-cong/tay`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/phan-cong/nhap': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/phan-cong/nhap`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/phan-cong/bo': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/phan-cong/bo`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/mo': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/mo`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/dong': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/dong`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/xep-hang': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/xep-hang`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/cong-bo': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/cong-bo`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/giai': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/giai`,
    form: {},
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/ket-qua': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/ket-qua`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/ket-qua/quyet-dinh-khac': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/ket-qua/quyet-dinh-khac`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/ket-qua/bo-quyet-dinh': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/ket-qua/bo-quyet-dinh`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/ket-qua/chi-tieu': {
    path: (world) => `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/ket-qua/chi-tieu`,
    get: 'sign-in 403 403 403 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/bai/:entry': {
    path: (world) =>
      `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/bai/${world.sheet.entry.number}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/cuoc-thi/:slug/vong/:number/giam-khao/:judge': {
    path: (world) =>
      `/quan-tri/cuoc-thi/${world.contest.slug}/vong/${world.round.number}/giam-khao/${world.sheet.judge.number}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/cham-thi': { get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/cham-thi/phieu/:id': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/cham-thi/phieu/:id/diem': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}/diem`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/cham-thi/phieu/:id/ghi-chu': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}/ghi-chu`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/cham-thi/phieu/:id/nop': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}/nop`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/cham-thi/phieu/:id/tu-choi': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}/tu-choi`,
    get: 'sign-in 404 404 404 404',
    post: '401 404 404 404 404',
  },
  '/cham-thi/phieu/:id/tep/:number': {
    path: (world) => `/cham-thi/phieu/${world.sheet.id}/tep/${'1'}`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/co-van': { get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/co-van/dang-ky': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/co-van/cua-toi': { get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/co-van/cua-toi/tam-nghi': { get: 'sign-in 302 302 302 302', post: '401 404 404 404 404' },
  '/co-van/cua-toi/tro-lai': { get: 'sign-in 302 302 302 302', post: '401 404 404 404 404' },
  '/co-van/chuong-trinh/:slug': {
    path: (world) => `/co-van/chuong-trinh/${world.programme.slug}`,
    get: 'sign-in 200 200 200 200',
    post: '405 405 405 405 405',
  },
  '/co-van/chuong-trinh/:slug/tham-gia': {
    path: (world) => `/co-van/chuong-trinh/${world.programme.slug}/tham-gia`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/chuong-trinh/:slug/roi': {
    path: (world) => `/co-van/chuong-trinh/${world.programme.slug}/roi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/de-nghi/:id': {
    path: (world) => `/co-van/de-nghi/${world.proposal.id}`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/co-van/de-nghi/:id/nhan': {
    path: (world) => `/co-van/de-nghi/${world.proposal.id}/nhan`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/de-nghi/:id/tu-choi': {
    path: (world) => `/co-van/de-nghi/${world.proposal.id}/tu-choi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/dong-hanh/:id': {
    path: (world) => `/co-van/dong-hanh/${world.mentorship.id}`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/co-van/dong-hanh/:id/buoi': {
    path: (world) => `/co-van/dong-hanh/${world.mentorship.id}/buoi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/dong-hanh/:id/ket-thuc': {
    path: (world) => `/co-van/dong-hanh/${world.mentorship.id}/ket-thuc`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/dong-hanh/:id/lien-he': {
    form: { mail: 'yes' },
    path: (world) => `/co-van/dong-hanh/${world.mentorship.id}/lien-he`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/co-van/dong-hanh/:id/lien-he/rut': {
    path: (world) => `/co-van/dong-hanh/${world.mentorship.id}/lien-he/rut`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/y-tuong/:slug/co-van': {
    path: (world) => `/y-tuong/${world.idea.slug}/co-van`,
    get: 'sign-in 404 404 404 404',
    post: '401 422 422 422 422',
  },
  '/y-tuong/:slug/co-van/rut': {
    path: (world) => `/y-tuong/${world.idea.slug}/co-van/rut`,
    get: 'sign-in 302 302 302 302',
    post: '401 403 403 403 403',
  },
  '/quan-tri/co-van': { get: 'sign-in 403 403 200 403', post: '405 405 405 405 405' },
  '/quan-tri/co-van/nguoi/:id': {
    path: (world) => `/quan-tri/co-van/nguoi/${world.mentor.id}`,
    get: 'sign-in 403 403 302 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/co-van/nguoi/:id/xac-nhan': {
    path: (world) => `/quan-tri/co-van/nguoi/${world.mentor.id}/xac-nhan`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/co-van/nguoi/:id/tu-choi': {
    path: (world) => `/quan-tri/co-van/nguoi/${world.mentor.id}/tu-choi`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/co-van/chuong-trinh/moi': { get: 'sign-in 403 403 200 403', post: '401 403 403 422 403' },
  '/quan-tri/co-van/chuong-trinh/:slug': {
    path: (world) => `/quan-tri/co-van/chuong-trinh/${world.programme.slug}`,
    get: 'sign-in 403 403 403 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/co-van/chuong-trinh/:slug/ghep': {
    path: (world) => `/quan-tri/co-van/chuong-trinh/${world.programme.slug}/ghep`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/co-van/chuong-trinh/:slug/ap-dung': {
    path: (world) => `/quan-tri/co-van/chuong-trinh/${world.programme.slug}/ap-dung`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/co-van/chuong-trinh/:slug/ket-thuc': {
    path: (world) => `/quan-tri/co-van/chuong-trinh/${world.programme.slug}/ket-thuc`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/doanh-nghiep': { get: 'sign-in 200 200 200 200', post: '405 405 405 405 405' },
  '/doanh-nghiep/dang-ky': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/cua-toi/tim-kiem': { form: {}, get: 'sign-in 200 200 200 200', post: '401 422 422 422 422' },
  '/cua-toi/tim-kiem/mo': { form: {}, get: 'sign-in 302 302 302 302', post: '401 422 422 422 422' },
  '/cua-toi/tim-kiem/bo': { form: {}, get: 'sign-in 302 302 302 302', post: '401 422 422 422 422' },
  '/y-tuong/:slug/ho-tro': {
    path: (world) => `/y-tuong/${world.idea.slug}/ho-tro`,
    get: 'sign-in 404 404 404 200',
    post: '401 422 422 422 422',
  },
  '/ho-tro/:id': {
    path: (world) => `/ho-tro/${world.offer.id}`,
    get: 'sign-in 404 404 404 404',
    post: '405 405 405 405 405',
  },
  '/ho-tro/:id/nhan': {
    path: (world) => `/ho-tro/${world.offer.id}/nhan`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/tu-choi': {
    path: (world) => `/ho-tro/${world.offer.id}/tu-choi`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/rut': {
    path: (world) => `/ho-tro/${world.offer.id}/rut`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/cam-ket': {
    path: (world) => `/ho-tro/${world.offer.id}/cam-ket`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/da-giao': {
    path: (world) => `/ho-tro/${world.offer.id}/da-giao`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/xac-nhan': {
    path: (world) => `/ho-tro/${world.offer.id}/xac-nhan`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/chua-nhan': {
    path: (world) => `/ho-tro/${world.offer.id}/chua-nhan`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/rut-cam-ket': {
    path: (world) => `/ho-tro/${world.offer.id}/rut-cam-ket`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/lien-he': {
    form: { mail: 'yes' },
    path: (world) => `/ho-tro/${world.offer.id}/lien-he`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/ho-tro/:id/lien-he/rut': {
    path: (world) => `/ho-tro/${world.offer.id}/lien-he/rut`,
    get: 'sign-in 302 302 302 302',
    post: '401 404 404 404 404',
  },
  '/quan-tri/doanh-nghiep/:slug/tu-choi': {
    path: (world) => `/quan-tri/doanh-nghiep/${world.business.slug}/tu-choi`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri': { get: 'sign-in 403 403 200 403', post: '405 405 405 405 405' },
  '/quan-tri/doanh-nghiep': { get: 'sign-in 403 403 403 403', post: '401 403 403 403 403' },
  '/quan-tri/doanh-nghiep/:slug': {
    path: (world) => `/quan-tri/doanh-nghiep/${world.business.slug}`,
    get: 'sign-in 403 403 302 403',
    post: '405 405 405 405 405',
  },
  '/quan-tri/doanh-nghiep/:slug/xac-minh': {
    path: (world) => `/quan-tri/doanh-nghiep/${world.business.slug}/xac-minh`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
  '/quan-tri/doanh-nghiep/:slug/dai-dien': {
    path: (world) => `/quan-tri/doanh-nghiep/${world.business.slug}/dai-dien`,
    get: 'sign-in 403 403 302 403',
    post: '401 403 403 403 403',
  },
};
