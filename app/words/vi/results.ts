export default {
  entryNumber: 'Bài số {{number}}',
  sheetsCount_other: '{{count}} phiếu',
  interval: 'hạng {{low}}–{{high}} (tin cậy 90 %)',
  fields: { criterion: 'Tiêu chí', rank: 'Hạng', mean: 'Trung bình', adjusted: 'Hiệu chỉnh', most: 'Cao nhất' },
  decidedBy: {
    RAW: 'Hạng xếp theo điểm trung bình.',
    ADJUSTED: 'Hạng xếp theo điểm đã hiệu chỉnh độ khó tính của giám khảo.',
  },
  noModel: {
    'one-judge': 'Chỉ có một giám khảo: không ước lượng được độ khó tính. Xếp hạng theo điểm trung bình.',
    'one-entry': 'Chỉ có một bài: không có gì để so sánh.',
    'entries-as-rows':
      'Mỗi bài chỉ có một phiếu: không tách được điểm của bài và tay của giám khảo. Xếp hạng theo điểm trung bình.',
    'judges-as-rows':
      'Mỗi giám khảo chỉ chấm một phiếu: không ước lượng được độ khó tính. Xếp hạng theo điểm trung bình.',
    'all-equal': 'Mọi điểm bằng nhau: không có gì để hiệu chỉnh.',
    'no-sheets': 'Không có phiếu nào được tính.',
  },
  part_other: 'Từ {{from}} đến {{to}} trong {{count}} bài.',
  whole_other: 'Xem đủ {{count}} bài của {{division}}',
  title: 'Kết quả',
  windowTitle: 'Kết quả – {{contest}}',
  notYet: 'Chưa có kết quả',
  notYetWhy: 'Chủ tịch hội đồng công bố thì mọi người cùng thấy ở đây, cùng một lúc.',
  group: '{{division}} – nhóm {{number}}',
  notComparable:
    'Các nhóm dưới đây không chung giám khảo nào nên điểm không so sánh được với nhau: mỗi nhóm có thứ tự riêng, không xếp chung.',
  cut_other: '{{count}} bài cao nhất của mỗi bảng được chọn.',
  tooClose: 'Sát nút',
  fewer: 'Có {{count}}/{{wanted}} phiếu',
  unnamed_other: '{{count}} tác giả không nêu tên',
  how: 'Kết quả được tính thế nào',
  explained: {
    mean: 'Mỗi phiếu quy về thang 100. Trung bình, trung vị và độ lệch chuẩn tính trên các phiếu đã nộp của bài.',
    adjusted: 'Điểm hiệu chỉnh bù cho bài gặp giám khảo khó tính hơn hoặc rộng tay hơn mức chung.',
    interval:
      'Khoảng hạng 90 %: nếu chấm lại với những giám khảo tương tự, mười lần thì chín lần hạng của bài nằm trong khoảng này.',
    tooCloseMeaning: '“Sát nút” là khoảng hạng cắt ngang vạch vào vòng trong: thêm một phiếu có thể đổi kết quả.',
    names: 'Tên tác giả chỉ nêu khi người đó (và người giám hộ, nếu dưới 16 tuổi) đã đồng ý.',
  },
  feedback: {
    title: 'Kết quả {{round}}',
    place: 'Hạng {{rank}}, {{sheets}} phiếu.',
    criteria: 'Điểm từng tiêu chí',
    own: 'Bài này',
    field: 'Trung bình bảng',
    notes: 'Giám khảo nhận xét',
  },
  ideaMarks: {
    title: 'Kết quả trong các cuộc thi',
    place: 'Hạng {{rank}} trên {{among}} bài, {{division}}',
  },
  verification: {
    title: 'Kết quả kiểm chứng được',
    lead: 'Mọi phiếu, phân công và quyết định của cuộc thi là một chuỗi bản ghi nối nhau; ai cũng tính lại được.',
    root_other: 'Mã gốc của {{count}} bản ghi',
    rootWhy: 'Giữ mã này lại. Tệp tải về sau này phải cho đúng mã ấy; sai một chữ số là có người đã sửa.',
    public: 'Tệp công khai',
    full: 'Tệp đầy đủ, có từng phiếu',
    rejected_other:
      'Từ đó có {{count}} đơn phúc khảo bị bác: kết quả và mã gốc giữ nguyên. Quyết định đã vào chuỗi bản ghi và sẽ có trong bản kế tiếp.',
    earlier: 'Các bản trước, vẫn kiểm chứng được',
    mine: 'Bài số {{number}} của bạn mang mã {{code}} trong tệp.',
    how: 'Kiểm tra trên máy của bạn bằng mã nguồn của trang này:',
  },
};
