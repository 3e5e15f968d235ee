import type { Chance } from '#prisma/chance.ts';

/** Ideas as young people write them, put together from parts: as varied as tests of size need them, and nobody's own. */

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** What, by field: the field's part of the name comes first. */
const things: Record<string, string[]> = {
  'moi-truong': lines(`Máy lọc nước
    Thùng rác biết phân loại
    Gạch lát từ rác nhựa
    Phao thu gom rác trên kênh
    Túi đựng hàng bằng lá chuối
    Trạm đổi rác lấy cây xanh
    Than sinh học từ vỏ trấu
    Bể lọc nước thải chăn nuôi
    Ống hút từ cỏ bàng
    Bản đồ điểm nóng rác thải
    Vườn ươm cây ngập mặn
    Nhà vệ sinh ủ khô
    Cảm biến đo bụi mịn
    Thùng ủ phân hữu cơ`),
  'giao-duc': lines(`Tủ sách lưu động
    Lớp học lập trình cuối tuần
    Bộ thí nghiệm bỏ túi
    Trò chơi học lịch sử
    Sổ tay hướng nghiệp
    Kho bài giảng ngôn ngữ ký hiệu
    Câu lạc bộ đọc sách
    Ứng dụng luyện phát âm
    Học bổng vi mô
    Bảo tàng ảo của làng
    Phòng thực hành STEM trong thùng xe
    Thư viện đồ chơi`),
  'nong-nghiep': lines(`Phao báo mặn
    Hệ thống tưới nhỏ giọt
    Nhà màng giá rẻ
    Bẫy côn trùng chạy pin mặt trời
    Máy sấy nông sản
    Nhật ký đồng ruộng
    Phân bón từ bã cà phê
    Sàn gom nông sản của xã
    Máy gieo hạt đẩy tay
    Cân điện tử báo giá
    Đồng hồ đo độ ẩm đất
    Mô hình lúa tôm
    Chế phẩm vi sinh trừ nấm`),
  'y-te': lines(`Vòng tay báo té ngã
    Ứng dụng nhắc lịch tiêm
    Hộp thuốc có chuông
    Gậy dò đường
    Xe lăn leo bậc thềm
    Sổ sức khỏe của bản
    Đường dây lắng nghe
    Bộ sơ cứu trường học
    Kính đọc chữ thành tiếng
    Máy trợ thở tự chế
    Bài tập phục hồi tại nhà`),
  'chuyen-doi-so': lines(`Tổ công nghệ số cộng đồng
    Trợ lý ảo làm thủ tục
    Bản đồ số
    Cổng đặt lịch một cửa
    Sổ tay nhận biết lừa đảo trên mạng
    Mã QR kể chuyện sản phẩm
    Phần mềm quản lý hợp tác xã
    Chợ phiên trực tuyến
    Kho dữ liệu mở của xã
    Hệ thống điểm danh bằng khuôn mặt
    Loa phường phiên bản tin nhắn`),
  'van-hoa': lines(`Bản đồ ẩm thực
    Kho thu âm dân ca
    Phim ngắn về làng nghề
    Tuyến du lịch đêm
    Trang phục dân tộc cách tân
    Lễ hội đèn
    Phòng tranh trên tường xóm
    Kể chuyện di tích bằng giọng nói
    Chợ đồ cũ cuối tuần
    Sân khấu múa rối nước lưu động`),
};
export const fieldsOfThings = Object.keys(things);

const ways = lines(`dùng cảm biến giá rẻ
  chạy bằng năng lượng mặt trời
  dùng trí tuệ nhân tạo
  làm từ vỏ trấu
  làm từ vật liệu tái chế
  lắp trong một buổi sáng
  không cần điện
  do học sinh tự làm
  theo mô hình hợp tác xã
  kết nối qua tin nhắn
  theo kiểu thuê dùng chung
  có bảo hành trọn đời
  dùng chai nhựa cũ
  in bằng máy in 3D
  điều khiển bằng giọng nói
  học từ kinh nghiệm dân gian
  chi phí dưới ba trăm nghìn đồng
  bán theo giá vốn`);

const people = lines(`cho học sinh vùng cao
  cho người khiếm thị
  cho hộ trồng lúa
  cho ngư dân xa bờ
  cho người cao tuổi sống một mình
  cho công nhân khu công nghiệp
  cho tiểu thương chợ truyền thống
  cho phụ nữ dân tộc thiểu số
  cho sinh viên ở trọ
  cho trẻ em làng chài
  cho nông dân trồng cà phê
  cho tài xế đường dài
  cho bộ đội biên phòng
  cho thầy cô cắm bản
  cho người khuyết tật vận động
  cho hộ nuôi tôm
  cho cựu chiến binh
  cho thanh niên hoàn lương
  cho gia đình có con nhỏ
  cho hợp tác xã rau sạch`);

const places = lines(`ở đồng bằng sông Cửu Long
  ở miền núi phía Bắc
  trên Tây Nguyên
  ven biển miền Trung
  trong khu phố cổ
  ở vùng hạn mặn
  ở vùng lũ
  trong ký túc xá
  ở trường trung học
  tại chợ nổi
  dọc kênh Vĩnh Tế
  ven sông Hồng
  ở xã đảo
  trong khu tái định cư
  ở vùng trồng vải
  trên đèo dốc
  ở bến xe
  trong công viên`);

const troubles = lines(`Mùa khô năm nào nước giếng cũng nhiễm phèn, bà con phải mua từng bình nước.
  Rác sau mỗi phiên chợ nằm lại hai ba ngày mới có xe tới chở.
  Nhiều bạn nhỏ phải đi bộ hơn bốn cây số đường dốc mới tới lớp.
  Giá nông sản do thương lái báo miệng, mỗi nhà một khác.
  Người già quên uống thuốc vì nhãn chữ quá nhỏ.
  Nước mặn lên ban đêm, cả tổ hợp tác mất trắng một vụ lúa.
  Thủ tục phải đi lại ba lần mới xong vì thiếu giấy tờ.
  Tiền điện bơm tưới chiếm gần nửa chi phí mỗi vụ.
  Mạng chập chờn nên bài học trực tuyến thường bị ngắt giữa chừng.
  Nghề đan lát của làng chỉ còn vài cụ trên bảy mươi tuổi làm được.
  Mỗi mùa lũ lại có trẻ đuối nước ngay sau nhà.
  Phụ phẩm bị đốt ngoài đồng, khói bay mù cả quốc lộ.`);

const doings = lines(`Nhóm làm một mẫu thử đặt ở nhà văn hóa ấp, ai cũng xem và góp ý được.
  Thiết bị gửi tin nhắn cho cả tổ khi vượt ngưỡng cảnh báo.
  Mỗi tuần một nhóm bạn trực, số liệu ghi vào bảng chung.
  Vật liệu mua ở chợ, bản vẽ được chia sẻ miễn phí.
  Bạn bè trong lớp chia nhau đo đạc, ghi chép và so với máy đo cầm tay.
  Người dùng quét mã, chọn nhu cầu rồi nhận hướng dẫn từng bước.
  Hợp tác xã góp vốn xoay vòng, ai dùng xong thì chuyển cho nhà kế bên.
  Chúng em quay hướng dẫn ngắn một phút để bà con tự lắp.
  Phần mềm chạy được khi mất mạng và tự đồng bộ khi có sóng.
  Khung được hàn từ sắt phế liệu, dễ tháo khi cần chuyển chỗ.`);

const news = lines(`Khác với cách cũ ở chỗ rẻ hơn mười lần và sửa được tại chỗ.
  Chưa nơi nào trong tỉnh kết hợp hai việc này với nhau.
  Điểm mới là người dùng cùng thiết kế ngay từ đầu.
  Không cần tài khoản, không cần điện thoại đắt tiền.
  Dữ liệu thuộc về cộng đồng, ai cũng tải về được.`);

const reached = lines(`Đã có một mẫu chạy thử được ba tuần.
  Mới dừng ở bản vẽ và khảo sát một trăm hộ.
  Đã bán được hai mươi bộ cho các hộ trong xã.
  Đang thử nghiệm tại hai trường học.
  Đạt giải khuyến khích cấp trường.`);

const wants = lines(`Cần năm triệu đồng mua linh kiện.
  Cần một người hướng dẫn am hiểu về cảm biến.
  Cần nơi thử nghiệm trong mùa khô tới.
  Cần bạn biết làm ứng dụng điện thoại.
  Cần doanh nghiệp bao tiêu sản phẩm.`);

export type LoadedText = {
  fieldId: string;
  title: string;
  abstract: string;
  problem: string;
  solution: string;
  novelty: string;
  method: string;
  beneficiaries: string;
  progress: string;
  needs: string;
};

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

/** `leads`: sentences from elsewhere that widen the vocabulary, where there are any. */
export function ideaText(chance: Chance, leads: readonly string[] = []): LoadedText {
  const fieldId = chance.pick(fieldsOfThings);
  const [thing, way, who, where] = [
    chance.pick(things[fieldId]!),
    chance.pick(ways),
    chance.pick(people),
    chance.pick(places),
  ];
  const shape = chance.below(4);
  const title = [
    `${thing} ${way} ${who}`,
    `${thing} ${who} ${where}`,
    `${thing} ${way} ${where}`,
    `${thing} ${way} ${who} ${where}`,
  ][shape]!;
  const numbers = `${5 + chance.below(295)} hộ, ${2 + chance.below(30)} tháng, ${(1 + chance.below(90)) * 100}.000 đồng mỗi bộ`;
  const lead = leads.length > 0 && chance.next() < 0.6 ? ` ${chance.pick(leads)}` : '';
  return {
    fieldId,
    title,
    abstract: `${thing} ${way}, giúp ${who.slice(4)} ${where}.`,
    problem: `${chance.pick(troubles)} ${chance.pick(troubles)}${lead}`,
    solution: `${thing} ${way}. ${chance.pick(doings)} ${chance.pick(doings)}`,
    novelty: chance.pick(news),
    method: `Kế hoạch: ${numbers}. ${chance.pick(doings)}`,
    beneficiaries: `Trước hết là ${lower(who.slice(4))} ${where}; sau đó nhân rộng ${chance.pick(places)}.`,
    progress: chance.next() < 0.7 ? chance.pick(reached) : '',
    needs: chance.next() < 0.6 ? chance.pick(wants) : '',
  };
}

const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Giàng Vàng Lò Quàng Rơ Kpă Thạch Sơn'.split(
    ' ',
  );
const middles = 'Văn Thị Minh Ngọc Đức Thu Quốc Bảo Gia Thanh Hải Khánh Phương Tuấn Hoài Anh'.split(' ');
const givens =
  'An Ánh Bình Chi Cường Dũng Duyên Giang Hà Hạnh Hiếu Hoa Hùng Hương Khoa Kiên Lan Linh Long Mai Nam Nga Nhi Oanh Phúc Quân Quyên Sơn Tâm Thảo Thịnh Trang Trí Tú Uyên Vinh Vy Xuân Yến'.split(
    ' ',
  );

export function personName(chance: Chance): string {
  return `${chance.pick(families)} ${chance.pick(middles)} ${chance.pick(givens)}`;
}
