export default {
  businesses: {
    title: 'Doanh nghiệp',
    lead: 'Ghi tên, xem giấy tờ rồi xác minh; sau đó giao người đại diện.',
    none: 'Chưa có doanh nghiệp nào',
    name: 'Tên doanh nghiệp',
    taxCode: 'Mã số thuế',
    taxCodeHint: '10 chữ số; chi nhánh thêm 3 số, ví dụ 0101245486-001.',
    register: 'Ghi tên doanh nghiệp',
    send: 'Ghi tên',
    verified: 'Đã xác minh',
    verify: 'Xác minh',
    verifyOne: 'Xác minh {{name}}',
    verifyConfirm: 'Bạn đã xem giấy tờ và đây đúng là doanh nghiệp này.',
    since: 'đại diện từ',
    appoint: 'Giao người đại diện',
    appointSend: 'Giao',
  },
  problems: {
    name: 'Tên doanh nghiệp cần có chữ.',
    taxCode: 'Mã số thuế chưa đúng: xem lại từng chữ số.',
    taxCodeTaken: 'Mã số thuế này đã có trong danh sách.',
  },
  refusals: {
    verifiedAlready: 'Doanh nghiệp này đã được xác minh rồi.',
    verifyFirst: 'Cần xác minh doanh nghiệp trước.',
  },
};
