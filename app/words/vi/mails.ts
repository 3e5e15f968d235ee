export default {
  greeting: 'Chào bạn,',
  farewell: 'Ý Hay, nơi ý tưởng của thanh niên được lắng nghe',
  root: 'Mã gốc của kết quả: hãy giữ lại. Tệp kết quả tải về sau này phải cho đúng mã này, kiểm tại địa chỉ dưới đây.',
  automatic: 'Thư này được gửi tự động. Bạn không cần trả lời.',
  linkBelow: 'Nếu không bấm được nút, hãy chép địa chỉ này vào trình duyệt:',
  stop: 'Không muốn nhận loại thư này nữa:',
  kinds: {
    'verify-mail': {
      subject: 'Xác minh địa chỉ thư của bạn',
      text: 'Bạn vừa tạo tài khoản ở Ý Hay bằng địa chỉ thư này. Bấm nút dưới đây trong vòng {{hours}} giờ để xác minh. Nếu không phải bạn, hãy bỏ qua thư này: không có gì được công khai.',
      button: 'Xác minh địa chỉ thư',
    },
    'signed-up-again': {
      subject: 'Bạn đã có tài khoản ở Ý Hay',
      text: 'Có người vừa đăng ký bằng địa chỉ thư này, nhưng địa chỉ đã có tài khoản. Nếu là bạn và bạn quên mật khẩu, bấm nút dưới đây trong vòng {{hours}} giờ để đặt mật khẩu mới. Nếu không phải bạn, hãy bỏ qua thư này.',
      button: 'Đặt mật khẩu mới',
    },
    'reset-password': {
      subject: 'Đặt mật khẩu mới',
      text: 'Có người vừa xin đặt lại mật khẩu cho tài khoản của bạn. Bấm nút dưới đây trong vòng {{hours}} giờ để đặt mật khẩu mới. Nếu không phải bạn, hãy bỏ qua thư này: mật khẩu cũ vẫn dùng được.',
      button: 'Đặt mật khẩu mới',
    },
    'guardian-consent': {
      subject: 'Xin ý kiến của cha mẹ hoặc người giám hộ',
      text: 'Con em của quý vị tham gia gửi ý tưởng ở Ý Hay và xin quý vị cho biết có đồng ý công khai tên của em cùng với ý tưởng hay không. Khi quý vị chưa đồng ý, tên của em không được hiện ở nơi công cộng. Quý vị có thể rút lại sự đồng ý bất cứ lúc nào.',
      button: 'Xem và trả lời',
    },
    'idea-invitation': {
      subject: 'Lời mời vào nhóm tác giả',
      text: 'Bạn được mời vào nhóm tác giả của ý tưởng “{{idea}}”. Bạn chỉ có tên trong nhóm sau khi tự xác nhận.',
      button: 'Xem lời mời',
    },
    'membership-confirmed': {
      subject: 'Đơn vị đã xác nhận bạn',
      text: '{{unit}} đã xác nhận bạn thuộc đơn vị.',
      button: 'Xem đơn vị của tôi',
    },
    'membership-declined': {
      subject: 'Đơn vị chưa xác nhận bạn',
      text: '{{unit}} chưa xác nhận bạn thuộc đơn vị. Lý do được ghi ở trang đơn vị của bạn.',
      button: 'Xem lý do',
    },
    'role-granted': {
      subject: 'Bạn được giao một vai trò',
      text: 'Bạn được giao vai trò {{role}} ở {{place}}.',
      button: 'Mở trang của tôi',
    },
    'role-carried-over': {
      subject: 'Vai trò của bạn chuyển sang đơn vị kế tục',
      text: 'Đơn vị cũ đã sáp nhập. Vai trò {{role}} của bạn nay ở {{place}}; vai trò cũ vẫn được lưu trong hồ sơ.',
      button: 'Mở trang của tôi',
    },
    'unit-merging': {
      subject: '{{unit}} sắp sáp nhập',
      text: '{{unit}} sắp sáp nhập. Đến ngày đó, vai trò của bạn chuyển sang đơn vị kế tục.',
      button: 'Xem đơn vị',
    },
    'membership-ended': {
      subject: 'Bạn không còn là thành viên của một đơn vị',
      text: '{{unit}} đã ghi nhận bạn không còn là thành viên. Lý do có trong trang của bạn.',
      button: 'Đọc lý do',
    },
    'birth-date-corrected': {
      subject: 'Ngày sinh của bạn đã được sửa',
      text: '{{unit}} đã sửa ngày sinh trong tài khoản của bạn. Xem lại, và báo đơn vị nếu chưa đúng.',
      button: 'Xem hồ sơ',
    },
    'idea-published': {
      subject: 'Ý tưởng của bạn đã được đăng',
      text: 'Ý tưởng “{{idea}}” đã qua kiểm duyệt và được đăng. Hãy chia sẻ để nhiều người cùng đọc.',
      button: 'Xem ý tưởng',
    },
    'idea-returned': {
      subject: 'Ý tưởng của bạn cần bổ sung',
      text: 'Ý tưởng “{{idea}}” được trả lại để bạn bổ sung. Lý do được ghi ở trang ý tưởng; bạn sửa rồi gửi lại bất cứ lúc nào.',
      button: 'Xem lý do và sửa',
    },
    'idea-declined': {
      subject: 'Ý tưởng của bạn chưa được đăng',
      text: 'Ý tưởng “{{idea}}” chưa được đăng. Lý do được ghi ở trang ý tưởng.',
      button: 'Xem lý do',
    },
    'entry-made': {
      subject: 'Đã nhận bài dự thi',
      text: 'Cuộc thi “{{contest}}” đã nhận ý tưởng “{{idea}}” làm bài dự thi số {{entry}}.',
      button: 'Xem bài dự thi',
    },
    'entry-outside': {
      subject: 'Bài dự thi ngoài giải',
      text: 'Theo thể lệ hoặc quyết định của ban tổ chức, bài số {{entry}} ở cuộc thi “{{contest}}” dự thi ngoài giải: vẫn được chấm, xếp hạng và công bố, nhưng không nhận giải và không chiếm suất. Lý do có ở trang của bài.',
      button: 'Xem bài dự thi',
    },
    'entry-competes': {
      subject: 'Bài dự thi được tính giải',
      text: 'Bài số {{entry}} ở cuộc thi “{{contest}}” không còn ở ngoài giải: được tính giải như mọi bài khác.',
      button: 'Xem bài dự thi',
    },
    'entry-invitation': {
      subject: 'Mời dự thi: {{contest}}',
      text: 'Ban tổ chức cuộc thi “{{contest}}” mời bạn làm trưởng nhóm dự thi. Trong vòng {{days}} ngày và trước hạn nộp bài, bạn mở lời mời bằng nút dưới đây: một bản nháp ý tưởng đã được chuẩn bị, bạn viết tiếp rồi tự gửi bài. Chưa có tài khoản Ý Hay cũng được. Đường dẫn chỉ dành cho bạn: đừng chuyển tiếp. Nếu không biết cuộc thi này, hãy bỏ qua thư.',
      button: 'Xem lời mời',
    },
    'judge-invitation': {
      subject: 'Mời làm giám khảo: {{contest}}',
      text: 'Bạn được mời vào ban giám khảo của cuộc thi “{{contest}}”. Trong vòng {{days}} ngày, bạn mở lời mời bằng nút dưới đây để nhận hoặc từ chối. Chưa có tài khoản Ý Hay cũng được. Đường dẫn chỉ dành cho bạn: đừng chuyển tiếp. Nếu không biết cuộc thi này, hãy bỏ qua thư.',
      button: 'Xem lời mời',
    },
    'judge-appointed': {
      subject: 'Bạn được mời làm giám khảo',
      text: 'Bạn có tên trong ban giám khảo của cuộc thi “{{contest}}”. Bài được phân công sẽ hiện ở bàn chấm của bạn.',
      button: 'Mở bàn chấm',
    },
    'sheets-assigned': {
      subject: 'Bạn có bài cần chấm',
      text: 'Bạn được phân công chấm bài của cuộc thi “{{contest}}”, {{round}}. Điểm được lưu ngay khi bạn chấm từng tiêu chí.',
      button: 'Mở bàn chấm',
    },
    'contest-announced': {
      subject: 'Thông báo từ cuộc thi: {{announcement}}',
      text: 'Ban tổ chức cuộc thi “{{contest}}” vừa ra thông báo: {{announcement}}.',
      button: 'Đọc thông báo',
    },
    'contest-amended': {
      subject: 'Thể lệ cuộc thi đã được sửa',
      text: 'Thể lệ cuộc thi “{{contest}}” đã được sửa. Phần bỏ đi, phần thêm vào và lý do đều có ở trang thể lệ.',
      button: 'Xem thay đổi',
    },
    'contest-extended': {
      subject: 'Gia hạn nộp bài',
      text: 'Cuộc thi “{{contest}}” gia hạn nộp bài. Hạn mới có ở trang cuộc thi.',
      button: 'Xem hạn mới',
    },
    'deadline-extended': {
      subject: 'Bạn được gia hạn nộp bài',
      text: 'Ban tổ chức cuộc thi “{{contest}}” đã gia hạn nộp bài cho riêng bạn.',
      button: 'Xem hạn của tôi',
    },
    'contest-postponed': {
      subject: 'Cuộc thi được hoãn',
      text: 'Cuộc thi “{{contest}}” được hoãn. Lý do và lịch mới có ở trang cuộc thi; bài đã nộp vẫn giữ nguyên.',
      button: 'Xem lịch mới',
    },
    'contest-suspended': {
      subject: 'Cuộc thi tạm hoãn',
      text: 'Cuộc thi “{{contest}}” tạm hoãn đến khi có thông báo. Mọi hạn đều ngừng; bản nháp, bài đã nộp và điểm đã chấm giữ nguyên. Khi có lịch mới, bạn sẽ được báo.',
      button: 'Đọc lý do',
    },
    'contest-resumed': {
      subject: 'Cuộc thi tiếp tục',
      text: 'Cuộc thi “{{contest}}” tiếp tục sau khi tạm hoãn. Lịch mới có ở trang cuộc thi; bài đã nộp vẫn giữ nguyên.',
      button: 'Xem lịch mới',
    },
    'contest-cancelled': {
      subject: 'Cuộc thi đã bị hủy',
      text: 'Cuộc thi “{{contest}}” đã bị hủy. Lý do có ở trang cuộc thi.',
      button: 'Đọc lý do',
    },
    'question-answered': {
      subject: 'Câu hỏi của bạn đã được trả lời',
      text: 'Ban tổ chức đã trả lời câu hỏi của bạn về cuộc thi “{{contest}}”.',
      button: 'Đọc câu trả lời',
    },
    'round-published': {
      subject: 'Đã có kết quả',
      text: 'Cuộc thi “{{contest}}” đã công bố kết quả {{round}}.',
      button: 'Xem kết quả',
    },
    'appeal-decided': {
      subject: 'Đơn phúc khảo đã có kết luận',
      text: 'Đơn phúc khảo của nhóm ở cuộc thi “{{contest}}” đã có kết luận. Kết quả tính lại và lý do ở trang phúc khảo.',
      button: 'Đọc kết luận',
    },
    'results-changed': {
      subject: 'Kết quả đã thay đổi sau phúc khảo',
      text: 'Sau phúc khảo, kết quả {{round}} của cuộc thi “{{contest}}” có bản mới, với mã gốc mới dưới đây. Bản cũ vẫn giữ, và vẫn kiểm chứng được bằng mã gốc trong thư trước.',
      button: 'Xem kết quả',
    },
    'nomination-asked': {
      subject: 'Bài của bạn có thể được giới thiệu lên cấp trên',
      text: 'Ban tổ chức cuộc thi “{{contest}}” muốn gửi bài số {{entry}} lên đơn vị cấp trên. Việc này cần từng thành viên đồng ý; không trả lời là không đồng ý.',
      button: 'Xem và trả lời',
    },
    'mentor-checked': {
      subject: 'Bạn đã là cố vấn',
      text: '{{unit}} đã xác nhận bạn làm cố vấn. Từ nay các nhóm mời được bạn, và bạn có thể tham gia chương trình cố vấn.',
      button: 'Mở việc cố vấn của tôi',
    },
    'mentor-declined': {
      subject: 'Đăng ký cố vấn chưa được nhận',
      text: '{{unit}} chưa nhận đăng ký cố vấn của bạn. Lý do được ghi ở trang của bạn; bạn có thể sửa và gửi lại.',
      button: 'Xem lý do',
    },
    'mentor-request-unserved': {
      subject: 'Chưa tìm được cố vấn',
      text: 'Chưa tìm được cố vấn cho ý tưởng “{{idea}}”. Nhóm có thể mời một cố vấn khác hoặc gửi vào một chương trình.',
      button: 'Mời cố vấn',
    },
    'proposal-made': {
      subject: 'Lời mời cố vấn chờ bạn trả lời',
      text: 'Có lời mời cố vấn cho ý tưởng “{{idea}}”. Hai bên cùng đồng ý trong hạn thì bắt đầu; nếu không, lời mời chuyển cho người khác.',
      button: 'Xem và trả lời',
    },
    'mentorship-begun': {
      subject: 'Bắt đầu đồng hành',
      text: 'Cố vấn và nhóm của ý tưởng “{{idea}}” đã cùng đồng ý. Liên hệ chỉ hiện khi mỗi người tự chia sẻ.',
      button: 'Mở trang đồng hành',
    },
    'business-declined': {
      subject: 'Chưa xác minh được doanh nghiệp',
      text: 'Đăng ký của {{business}} chưa được xác minh. Lý do được ghi ở trang doanh nghiệp; bạn có thể đăng ký lại.',
      button: 'Xem lý do',
    },
    'support-offered': {
      subject: 'Có doanh nghiệp muốn hỗ trợ',
      text: '{{business}} đề nghị hỗ trợ ý tưởng “{{idea}}”. Khi nhóm nhận, hai bên mới trao liên hệ.',
      button: 'Xem đề nghị',
    },
    'support-accepted': {
      subject: 'Nhóm đã nhận hỗ trợ',
      text: 'Nhóm của ý tưởng “{{idea}}” đã nhận đề nghị của doanh nghiệp bạn. Hãy ghi cam kết cụ thể và chia sẻ cách liên hệ.',
      button: 'Mở đề nghị',
    },
    'pledge-delivered': {
      subject: 'Hãy xác nhận đã nhận',
      text: '{{business}} báo đã giao những gì cam kết với ý tưởng “{{idea}}”. Nhóm xác nhận thì lời hứa mới được coi là đã giữ.',
      button: 'Xem và xác nhận',
    },
    'pledge-confirmed': {
      subject: 'Lời hứa đã được giữ',
      text: 'Nhóm của ý tưởng “{{idea}}” xác nhận đã nhận đủ. Cảm ơn doanh nghiệp.',
      button: 'Xem cam kết',
    },
    'pledge-disputed': {
      subject: 'Nhóm chưa nhận đủ',
      text: 'Nhóm của ý tưởng “{{idea}}” báo chưa nhận đủ những gì cam kết. Nhóm đã ghi còn thiếu gì.',
      button: 'Xem nhóm viết gì',
    },
    'pledge-withdrawn': {
      subject: 'Doanh nghiệp rút cam kết',
      text: '{{business}} đã rút cam kết với ý tưởng “{{idea}}”. Lý do được ghi ở trang cam kết.',
      button: 'Xem lý do',
    },
    'mail-change': {
      subject: 'Xác minh địa chỉ thư mới',
      text: 'Có người xin dùng địa chỉ này cho một tài khoản ở Ý Hay. Nếu là bạn, bấm nút dưới đây trong vòng {{hours}} giờ (cần đang đăng nhập). Nếu không phải bạn, hãy bỏ qua thư này: không có gì thay đổi.',
      button: 'Xác minh địa chỉ mới',
    },
    'mail-wanted': {
      subject: 'Có người muốn dùng địa chỉ thư của bạn',
      text: 'Một tài khoản khác vừa xin đổi sang địa chỉ thư này, nhưng địa chỉ đã thuộc tài khoản của bạn nên không có gì thay đổi. Bạn không cần làm gì.',
      button: 'Mở tài khoản của tôi',
    },
    'mail-changed': {
      subject: 'Địa chỉ thư của tài khoản đã đổi',
      text: 'Tài khoản của bạn ở Ý Hay vừa đổi sang địa chỉ thư khác. Nếu không phải bạn đổi, bấm nút dưới đây trong vòng {{days}} ngày để lấy lại địa chỉ này, đăng xuất mọi thiết bị và đặt mật khẩu mới.',
      button: 'Không phải tôi đổi, lấy lại',
    },
    'password-changed': {
      subject: 'Mật khẩu của bạn đã đổi',
      text: 'Mật khẩu tài khoản của bạn ở Ý Hay vừa được đổi và mọi thiết bị khác đã bị đăng xuất. Nếu không phải bạn, hãy dùng mục Quên mật khẩu ngay.',
      button: 'Mở tài khoản của tôi',
    },
    'second-factor-set': {
      subject: 'Đã bật đăng nhập hai bước',
      text: 'Tài khoản của bạn ở Ý Hay vừa bật đăng nhập hai bước hoặc chuyển sang điện thoại khác. Nếu không phải bạn, hãy báo ngay cho quản trị viên.',
      button: 'Xem đăng nhập hai bước',
    },
    'second-factor-ended': {
      subject: 'Đã tắt đăng nhập hai bước',
      text: 'Tài khoản của bạn ở Ý Hay vừa tắt đăng nhập hai bước. Nếu không phải bạn, hãy đổi mật khẩu ngay và bật lại.',
      button: 'Xem đăng nhập hai bước',
    },
    'second-factor-reset': {
      subject: 'Đăng nhập hai bước của bạn đã được đặt lại',
      text: 'Một quản trị viên đã đặt lại đăng nhập hai bước của bạn và lý do được lưu lại. Nếu bạn không xin việc này, hãy đổi mật khẩu ngay và báo cho quản trị viên khác. Các vai trò của bạn tạm nghỉ đến khi bạn thiết lập lại.',
      button: 'Thiết lập lại',
    },
    'recovery-code-used': {
      subject: 'Một mã dự phòng vừa được dùng',
      text: 'Có người vừa đăng nhập vào tài khoản của bạn bằng một mã dự phòng. Nếu không phải bạn, hãy đổi mật khẩu và tạo mã dự phòng mới ngay.',
      button: 'Xem đăng nhập hai bước',
    },
    'account-closed': {
      subject: 'Tài khoản của bạn đã đóng',
      text: 'Bạn vừa đóng tài khoản ở Ý Hay. Tên của bạn không còn ở trang công khai nào. Trong vòng {{days}} ngày, bạn còn mở lại được bằng nút dưới đây; sau đó dữ liệu cá nhân bị xóa hẳn.',
      button: 'Mở lại tài khoản',
    },
    'idea-taken-down': {
      subject: 'Ý tưởng của bạn đã bị gỡ',
      text: 'Cán bộ đơn vị đã gỡ ý tưởng “{{idea}}” khỏi trang. Lý do được ghi ở trang của ý tưởng; nhóm vẫn đọc được toàn bộ.',
      button: 'Xem lý do',
    },
    'lead-offered': {
      subject: 'Bạn được mời làm trưởng nhóm',
      text: 'Trưởng nhóm của ý tưởng “{{idea}}” mời bạn làm trưởng nhóm từ nay. Chưa có gì thay đổi đến khi bạn đồng ý.',
      button: 'Xem và trả lời',
    },
  },
};
