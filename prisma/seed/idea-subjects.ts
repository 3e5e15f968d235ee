/**
 * What the ideas of the demo world are about. Every subject becomes three ideas in three places: {noi} is the place, {ai} who it is
 * for, {n} {m} {t} {c} are a small number, a large one, months and a price, different each time.
 */
export type Subject = {
  field: string;
  titles: [string, string, string];
  ai: [string, string, string];
  abstract: string;
  problem: string;
  solution: string;
  novelty?: string;
  method?: string;
  beneficiaries?: string;
  progress?: string;
  needs?: string;
  looking?: ('MENTOR' | 'SPONSOR' | 'MEMBER')[];
};

export const subjects: Subject[] = [
  {
    field: 'nong-nghiep',
    titles: [
      'Phao đo mặn nhắn tin cho tổ nông dân',
      'Trụ báo mặn chạy pin mặt trời ở đầu cống',
      'Mạng cảm biến mặn tự lắp cho vùng tôm – lúa',
    ],
    ai: ['tổ trồng lúa', 'hợp tác xã rau màu', 'hộ nuôi tôm – lúa'],
    abstract: 'Thiết bị giá {c} đo độ mặn nước kênh mỗi giờ và nhắn tin cho {ai} ở {noi} trước khi mặn vào ruộng.',
    problem:
      'Mùa khô nước mặn lên bất chợt vào ban đêm. Năm ngoái {n} hộ ở {noi} mở cống lấy nước khi độ mặn đã trên 4 phần nghìn mà không ai hay, mất trắng vụ xuống giống. Trạm đo gần nhất cách hơn mười cây số và chỉ báo mỗi ngày một lần.',
    solution:
      'Một đầu đo độ dẫn điện, một mạch thu phát tiết kiệm điện và tấm pin mặt trời bằng bàn tay đặt ngay đầu kênh. Cứ một giờ đo một lần; vượt ngưỡng thì máy nhắn tin cho cả tổ và bật đèn đỏ ở cống.',
    novelty: 'Đo tại kênh của mình, cả tổ biết cùng lúc, và bà con tự thay đầu đo được.',
    method:
      'Tháng đầu lắp hai máy mẫu và so với máy đo cầm tay trong một con nước. Sau đó hướng dẫn {ai} tự lắp, đoàn viên giữ danh sách số điện thoại.',
    beneficiaries: '{n} hộ dùng ngay; nếu nhân rộng dọc tuyến kênh thì khoảng {m} hộ.',
    progress: 'Máy mẫu đã chạy {t} tuần, lệch không quá 0,3 phần nghìn so với máy cầm tay.',
    needs: 'Kinh phí linh kiện cho {n} máy và một thầy cô rành về cảm biến.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'nong-nghiep',
    titles: [
      'Ủ vỏ khóm và bã mía thành giá thể trồng rau',
      'Giá thể trồng rau từ vỏ trái cây bỏ chợ',
      'Biến bã mía, vỏ khóm thành đất sạch đóng túi',
    ],
    ai: ['người trồng rau sân thượng', 'câu lạc bộ làm vườn', 'trường học có vườn rau'],
    abstract: 'Gom vỏ trái cây ở chợ, ủ với nấm đối kháng thành giá thể trồng rau bán cho {ai}.',
    problem:
      'Chợ ở {noi} mỗi ngày bỏ khoảng {m} ký vỏ khóm, bã mía. Xe rác chở đi tốn tiền, để lại thì bốc mùi và ruồi. Trong khi đó {ai} phải mua xơ dừa đã xử lý với giá cao.',
    solution:
      'Băm nhỏ, trộn với tro trấu và men nấm, ủ kín hai mươi lăm ngày rồi phơi. Giá thể nhẹ, giữ nước tốt, đóng túi năm lít có ghi cách dùng.',
    novelty:
      'Dùng phế phẩm tại chỗ, không cần xơ dừa chở từ xa, công thức ủ ngắn hơn cách làm quen thuộc một nửa thời gian.',
    method: 'Thử bốn công thức, mỗi công thức {n} túi, đo độ ẩm, độ chua và tỷ lệ nảy mầm của cải và rau muống.',
    progress: 'Mẻ thứ ba cho tỷ lệ nảy mầm 92 phần trăm.',
    needs: 'Chỗ ủ có mái che rộng chừng {n} mét vuông và người mua thử đều đặn.',
    looking: ['SPONSOR'],
  },
  {
    field: 'nong-nghiep',
    titles: [
      'Sổ tay bón phân bằng ảnh chụp lá',
      'Nhận bệnh lá bằng điện thoại cho người trồng cây ăn trái',
      'Hỏi bệnh cây bằng một tấm ảnh và giọng nói',
    ],
    ai: ['nhà vườn lớn tuổi', 'hộ trồng sầu riêng', 'tổ trồng cam'],
    abstract: 'Chụp lá, nói vài câu, ứng dụng đoán bệnh thường gặp và nhắc {ai} việc cần làm trước khi phun thuốc.',
    problem:
      '{ai} ở {noi} thường phun thuốc theo lời mách của đại lý. Khảo sát {n} vườn cho thấy hơn một nửa phun sai bệnh ít nhất một lần trong mùa, vừa tốn tiền vừa hại đất.',
    solution:
      'Ứng dụng chạy được khi mất mạng, nhận mười hai triệu chứng thường gặp, trả lời bằng giọng nói miền mình và luôn kèm câu “nên hỏi cán bộ khuyến nông khi…”.',
    novelty: 'Trả lời bằng lời nói, không bắt gõ chữ, và nói rõ khi máy không chắc.',
    method: 'Chụp {m} ảnh lá cùng cán bộ trồng trọt, gắn nhãn hai lượt, giữ riêng một phần ảnh để thử.',
    progress: 'Bản thử đúng 8 trên 10 ảnh chưa từng thấy.',
    needs: 'Cần thêm ảnh chụp ở vườn thật và một kỹ sư giúp làm gọn mô hình.',
    looking: ['MENTOR', 'MEMBER'],
  },
  {
    field: 'nong-nghiep',
    titles: [
      'Bẫy đèn năng lượng mặt trời đếm rầy tự động',
      'Bẫy côn trùng biết đếm cho ruộng lúa',
      'Đếm rầy nâu mỗi đêm bằng máy ảnh rẻ tiền',
    ],
    ai: ['trạm bảo vệ thực vật', 'hợp tác xã lúa', 'tổ dịch vụ phun thuốc'],
    abstract: 'Bẫy đèn có máy ảnh nhỏ đếm rầy mỗi đêm, gửi con số cho {ai} để phun đúng lúc và ít lần hơn.',
    problem:
      'Ở {noi} việc soi bẫy đèn làm bằng tay, có đêm không ai đi. Nông dân sợ lỡ nên phun sớm, trung bình mỗi vụ thừa một đến hai lần phun trên {m} công ruộng.',
    solution: 'Máy ảnh chụp khay bẫy lúc 22 giờ, đếm điểm đen theo cỡ, gửi kết quả và ảnh để người soát lại.',
    novelty: 'Giữ ảnh để kiểm lại được, giá {c} một bẫy.',
    method: 'Đặt {n} bẫy thử trong một vụ, mỗi tuần ba đêm có người đếm tay để so.',
    needs: 'Ruộng thử nghiệm và người hướng dẫn về xử lý ảnh.',
    looking: ['MENTOR'],
  },
  {
    field: 'moi-truong',
    titles: [
      'Bộ lọc nước phèn bằng than gáo dừa',
      'Thùng lọc nước giếng ba ngăn tự chảy',
      'Lọc nước mưa cho nhà trọ ven kênh',
    ],
    ai: ['xóm ven kênh', 'khu nhà trọ', 'điểm trường lẻ'],
    abstract: 'Bộ lọc ba ngăn tự chảy, vật liệu mua được ở chợ, cho {ai} dùng nước sạch với chi phí {c}.',
    problem:
      'Nước giếng ở {noi} nhiễm phèn nặng vào mùa khô, {n} nhà phải mua từng bình nước để nấu ăn. Máy lọc điện đắt và hay hỏng vì cặn.',
    solution:
      'Ba ngăn đặt chồng: cát vàng, than gáo dừa đã hoạt hóa, sỏi nhỏ. Nước tự chảy xuống, không cần điện; ba tháng rửa cát, sáu tháng thay than.',
    novelty: 'Nắp trong để thấy lúc nào cần rửa, có vạch báo, ai cũng bảo trì được.',
    method: 'Lắp {n} bộ, mỗi hai tuần lấy mẫu đo sắt, độ đục và vi sinh tại phòng thí nghiệm của trường.',
    beneficiaries: 'Khoảng {m} người ở {noi}.',
    progress: 'Mẫu nước sau lọc giảm sắt từ 3,1 xuống 0,2 miligam mỗi lít.',
    needs: 'Kinh phí xét nghiệm nước và nơi lắp thử thêm.',
    looking: ['SPONSOR'],
  },
  {
    field: 'moi-truong',
    titles: [
      'Thu gom dầu ăn cũ đổi nước rửa chén',
      'Trạm đổi dầu ăn thừa lấy xà phòng ở chợ',
      'Dầu cũ đổi quà xanh trong khu dân cư',
    ],
    ai: ['quán ăn nhỏ', 'tiểu thương chợ', 'hộ gia đình'],
    abstract:
      'Mỗi tuần một lần, đoàn viên gom dầu ăn cũ của {ai} ở {noi} và đổi lại xà phòng, nước rửa chén làm từ chính dầu ấy.',
    problem:
      'Dầu chiên cũ bị đổ xuống cống làm nghẹt và bốc mùi; có nơi dùng lại nhiều lần gây hại sức khỏe. Riêng {noi} ước có {m} lít mỗi tháng.',
    solution:
      'Điểm thu có can chia vạch, mỗi lít đổi một phiếu. Dầu lắng lọc rồi xà phòng hóa; phần không đạt bán cho nơi làm dầu sinh học.',
    novelty: 'Người đưa dầu thấy ngay thành quả trong tay, sổ đổi công khai từng tuần.',
    method: 'Chạy thử {t} tháng ở {n} điểm, ghi lượng thu và số nhà quay lại.',
    progress: 'Tháng đầu thu được {n} lít.',
    needs: 'Một nơi làm xà phòng đạt vệ sinh và can chứa.',
    looking: ['SPONSOR', 'MEMBER'],
  },
  {
    field: 'moi-truong',
    titles: [
      'Bản đồ điểm rác tự phát do người dân chụp',
      'Báo điểm rác bằng ảnh, theo dõi đến khi dọn xong',
      'Bản đồ rác ven sông cập nhật mỗi cuối tuần',
    ],
    ai: ['tổ dân phố', 'đội tình nguyện', 'phòng quản lý đô thị'],
    abstract:
      'Người dân chụp điểm rác, bản đồ hiện lên và {ai} ghi lại ngày dọn; ai cũng thấy điểm nào dọn lâu chưa xong.',
    problem:
      'Ở {noi} có {n} điểm rác tái đi tái lại. Phản ánh qua tin nhắn riêng bị trôi, không ai biết đã dọn hay chưa.',
    solution:
      'Một trang nhẹ mở bằng mã QR, không cần tài khoản: chụp, ghim, gửi. {ai} nhận việc và gắn ảnh sau khi dọn.',
    novelty: 'Mỗi điểm có lịch sử trước và sau, cuối tháng tự ra bảng tổng kết.',
    method: 'Thử ở ba tổ dân phố trong {t} tháng, dán mã QR ở {n} chỗ.',
    looking: ['MEMBER'],
  },
  {
    field: 'moi-truong',
    titles: [
      'Gạch lát vỉa hè từ rác nhựa và cát',
      'Tấm lát sân trường bằng túi ni lông cũ',
      'Chậu cây và gạch nhẹ từ nhựa không tái chế được',
    ],
    ai: ['trường học', 'khu trọ công nhân', 'công viên nhỏ'],
    abstract: 'Ép túi ni lông bẩn với cát thành gạch lát cho {ai} ở {noi}, chịu được xe đạp và mưa nắng.',
    problem: 'Túi ni lông mỏng không ai mua ve chai. Mỗi tuần {noi} có chừng {m} ký bị đốt hoặc chôn.',
    solution: 'Rửa sơ, cắt vụn, nung chảy trong thùng kín có lọc khói, trộn cát theo tỷ lệ ba bảy rồi ép khuôn.',
    novelty: 'Dùng đúng loại nhựa không ai lấy, có bộ lọc khói bằng than và nước.',
    method: 'Thử sức chịu nén của {n} viên, ngâm nước và phơi nắng {t} tháng.',
    progress: 'Viên gạch chịu được 12 megapascal.',
    needs: 'Đo khí thải theo quy chuẩn và một xưởng cho mượn máy ép.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'giao-duc',
    titles: [
      'Thí nghiệm vật lý trong hộp cơm',
      'Bộ thí nghiệm hóa học mini cho trường vùng xa',
      'Hộp thí nghiệm mượn qua thư viện xã',
    ],
    ai: ['học sinh cấp hai', 'điểm trường vùng xa', 'lớp học buổi tối'],
    abstract: 'Bộ thí nghiệm bằng đồ dùng trong nhà, kèm thẻ hướng dẫn, cho {ai} tự làm mười hai bài trong sách.',
    problem:
      'Nhiều trường ở {noi} thiếu phòng thí nghiệm, {m} học sinh học vật lý, hóa học mà gần như không được tự tay làm.',
    solution:
      'Mỗi hộp có thước, nam châm, đèn, ống nghiệm nhựa và thẻ ảnh từng bước; thầy cô nhận kèm bảng chấm đơn giản.',
    novelty: 'Đồ hỏng mua lại được ở chợ, thẻ hướng dẫn đọc trong ba phút.',
    method: 'Soạn mười hai bài, cho {n} nhóm học sinh làm thử, sửa thẻ theo chỗ các em vướng.',
    progress: 'Đã xong sáu bài và dùng ở hai lớp.',
    needs: 'Kinh phí {c} mỗi hộp, cần {n} hộp đầu tiên.',
    looking: ['SPONSOR'],
  },
  {
    field: 'giao-duc',
    titles: [
      'Bạn học cùng: ghép đôi ôn tập giữa hai trường',
      'Ghép bạn giỏi kèm bạn yếu qua lịch rảnh',
      'Giờ tự học có bạn kèm ở thư viện',
    ],
    ai: ['học sinh lớp 9', 'học sinh lớp 12', 'sinh viên năm nhất'],
    abstract: 'Ghép {ai} theo môn yếu, môn mạnh và giờ rảnh để kèm nhau mỗi tuần một buổi, có ghi lại tiến bộ.',
    problem:
      'Ở {noi} nhiều bạn muốn học thêm nhưng không đủ tiền; trong khi có {n} bạn sẵn lòng kèm mà không biết kèm ai.',
    solution:
      'Một bảng đăng ký đơn giản, thuật toán ghép đôi ưu tiên gần nhà và cùng giờ, mỗi buổi hai bạn cùng ghi một dòng nhật ký.',
    novelty: 'Bạn kèm được tính giờ tình nguyện, bạn học thấy biểu đồ của chính mình.',
    method: 'Chạy {t} tháng với {n} cặp, so điểm giữa kỳ trước và sau.',
    looking: ['MEMBER'],
  },
  {
    field: 'giao-duc',
    titles: [
      'Sách nói do học sinh đọc tặng bạn khiếm thị',
      'Giọng đọc quê mình: sách giáo khoa thành tiếng',
      'Phòng thu nhỏ đọc sách cho người khiếm thị',
    ],
    ai: ['học sinh khiếm thị', 'người lớn tuổi mắt kém', 'hội người mù'],
    abstract: 'Đoàn viên ở {noi} đọc sách thành tiếng, chia theo chương, để {ai} nghe trên điện thoại cũ.',
    problem:
      'Sách nói tiếng Việt cho bậc phổ thông còn ít, nhất là sách bài tập và tài liệu địa phương. Ở {noi} có {n} bạn cần mà phải nhờ người nhà đọc.',
    solution:
      'Phòng thu làm bằng tủ quần áo và mút trứng, quy trình hai người: một đọc, một soát. Tệp chia theo đề mục, có phím nhảy.',
    novelty: 'Đọc cả hình và bảng theo quy ước thống nhất.',
    method: 'Thu {n} chương, nhờ người nghe chấm độ rõ, sửa quy ước rồi mở rộng.',
    progress: 'Đã xong trọn một quyển Lịch sử lớp 8.',
    needs: 'Hai micro và người chỉ cách lọc tạp âm.',
    looking: ['MENTOR', 'MEMBER'],
  },
  {
    field: 'y-te',
    titles: [
      'Nhắc uống thuốc bằng hộp có đèn cho người già',
      'Hộp thuốc biết nhắc nối với điện thoại con cháu',
      'Hộp chia thuốc nhắc bằng giọng người thân',
    ],
    ai: ['người cao tuổi sống một mình', 'bệnh nhân huyết áp', 'ông bà ở quê'],
    abstract: 'Hộp bảy ngăn sáng đèn và nhắc bằng giọng người thân, báo cho con cháu khi {ai} quên thuốc.',
    problem:
      'Trạm y tế ở {noi} ghi nhận {n} ca phải nhập viện vì bỏ thuốc huyết áp trong một năm. {ai} khó nhớ giờ và chữ trên vỉ thuốc quá nhỏ.',
    solution:
      'Đến giờ, ngăn đúng sáng đèn và phát lời nhắc do người nhà thu. Mở ngăn là tắt; quá ba mươi phút thì gửi tin cho người nhà.',
    novelty: 'Không cần điện thoại thông minh ở phía ông bà, giá {c}.',
    method: 'Cho {n} ông bà dùng thử {t} tháng, đếm số lần quên trước và sau.',
    progress: 'Ba hộp mẫu đang dùng, số lần quên giảm còn một phần tư.',
    needs: 'Cần bác sĩ góp ý và nơi làm vỏ hộp.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'y-te',
    titles: [
      'Góc tâm lý ẩn danh cho học sinh',
      'Hộp thư lắng nghe ở trường có người trả lời trong ngày',
      'Bạn lắng nghe: trò chuyện an toàn sau giờ học',
    ],
    ai: ['học sinh trung học', 'sinh viên xa nhà', 'công nhân trẻ'],
    abstract:
      'Kênh trò chuyện ẩn danh do tình nguyện viên được tập huấn trực, có người lớn chuyên môn đứng sau, cho {ai}.',
    problem:
      'Khảo sát {m} bạn ở {noi}: cứ bốn bạn thì một bạn từng mất ngủ kéo dài vì áp lực nhưng không biết nói với ai.',
    solution:
      'Mỗi tối có hai bạn trực theo kịch bản; tin có dấu hiệu nguy hiểm chuyển ngay cho chuyên viên. Không lưu tên.',
    novelty: 'Có quy tắc dừng rõ ràng: việc quá sức thì chuyển người có chuyên môn.',
    method: 'Tập huấn {n} bạn, chạy thử {t} tháng, chuyên viên đọc lại ngẫu nhiên một phần mười cuộc trò chuyện.',
    needs: 'Một chuyên viên tâm lý nhận đỡ đầu.',
    looking: ['MENTOR'],
  },
  {
    field: 'y-te',
    titles: [
      'Gậy dò đường báo vũng nước và bậc thềm',
      'Gậy thông minh giá rẻ cho người khiếm thị',
      'Đai rung báo vật cản ngang ngực',
    ],
    ai: ['người khiếm thị', 'học viên trường khuyết tật', 'người mới mất thị lực'],
    abstract: 'Thiết bị {c} gắn vào gậy có sẵn, rung theo hướng vật cản và kêu khi gặp vũng nước, cho {ai}.',
    problem:
      'Gậy thường không báo được cành cây ngang ngực và vũng nước. Ở {noi} có {n} người cần, hàng ngoại giá quá cao.',
    solution: 'Hai cảm biến siêu âm, một điện cực chạm nước, mô tơ rung trái phải. Pin sạc dùng được hai ngày.',
    novelty: 'Gắn rời vào gậy đang dùng, tháo ra được.',
    method: 'Thử trên đường có sẵn vật cản với {n} người, ghi số lần va trước và sau.',
    progress: 'Bản thứ hai giảm số lần va từ 9 còn 2 trên cùng quãng đường.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'chuyen-doi-so',
    titles: [
      'Tổ công nghệ cộng đồng hẹn lịch đến tận nhà',
      'Đặt lịch nhờ thanh niên giúp làm dịch vụ công',
      'Xe lưu động giúp bà con nộp hồ sơ trực tuyến',
    ],
    ai: ['người lớn tuổi', 'bà con vùng xa', 'người khuyết tật'],
    abstract:
      '{ai} gọi một số điện thoại, đoàn viên đến nhà giúp làm dịch vụ công trực tuyến, có biên nhận và không giữ mật khẩu.',
    problem: 'Tỷ lệ nộp hồ sơ trực tuyến ở {noi} cao trên giấy nhưng thực tế cán bộ làm thay. {ai} ngại vì sợ lừa đảo.',
    solution: 'Tổng đài một số, bảng phân ca, quy trình “không hỏi mật khẩu”, phiếu đánh giá sau mỗi lần.',
    novelty: 'Đo bằng số việc xong hẳn chứ không bằng số lượt truy cập.',
    method: 'Chạy {t} tháng ở {noi} với {n} đoàn viên, mục tiêu {m} lượt giúp.',
    progress: 'Đã giúp {m} lượt, chín trên mười người hài lòng.',
    needs: 'Điện thoại dùng chung và thẻ đeo có mã kiểm tra.',
    looking: ['SPONSOR', 'MEMBER'],
  },
  {
    field: 'chuyen-doi-so',
    titles: [
      'Bản đồ số hộ cần giúp khi ngập',
      'Danh bạ ứng cứu ngập lụt theo con hẻm',
      'Bản đồ nhà người già neo đơn cho đội cứu hộ',
    ],
    ai: ['đội xung kích phòng chống thiên tai', 'ban ấp', 'tổ dân phố'],
    abstract:
      'Mỗi con hẻm một trang: nhà nào có người già, trẻ nhỏ, ghe xuồng ở đâu, để {ai} đi cứu đúng chỗ khi ngập.',
    problem: 'Trận ngập năm trước ở {noi}, đội cứu hộ mất {n} phút để tìm nhà có người bệnh vì hẻm không số.',
    solution:
      'Dữ liệu nhập theo hẻm, xem được khi mất mạng, chỉ người có trách nhiệm mở được và mọi lượt mở đều được ghi.',
    novelty: 'Thông tin nhạy cảm chỉ mở khi có lệnh ứng cứu.',
    method: 'Đi từng hẻm với trưởng ấp, xin đồng ý bằng văn bản, diễn tập một lần với {n} người.',
    needs: 'Người hướng dẫn về bảo vệ dữ liệu cá nhân.',
    looking: ['MENTOR'],
  },
  {
    field: 'chuyen-doi-so',
    titles: [
      'Chợ quê lên mạng bằng ảnh và giọng nói',
      'Gian hàng chung cho các cô bán rau',
      'Sổ bán hàng bằng giọng nói cho tiểu thương',
    ],
    ai: ['tiểu thương lớn tuổi', 'các cô bán rau', 'hộ làm bánh dân gian'],
    abstract: '{ai} chụp ảnh, nói giá; ứng dụng tự viết bài bán và ghi sổ, khách quanh {noi} đặt trước buổi sáng.',
    problem: 'Chợ vắng dần, {n} sạp ở {noi} bỏ chỗ trong năm. Các cô không gõ chữ nhanh nên ngại bán trên mạng.',
    solution: 'Nhận giọng nói tiếng Việt, tạo nhãn hàng, nhắc khách quen qua tin nhắn; sổ cộng tiền tự động cuối ngày.',
    novelty: 'Toàn bộ thao tác bằng một nút to và lời nói.',
    method: 'Ngồi cùng {n} cô bán hàng trong hai tuần, sửa theo chỗ vướng.',
    progress: 'Năm sạp đang dùng, mỗi ngày có 8 đến 12 đơn.',
    looking: ['MEMBER', 'SPONSOR'],
  },
  {
    field: 'giao-thong',
    titles: [
      'Gương cầu và đèn chớp ở ngã ba khuất',
      'Đèn báo xe ở ngã ba khuất dùng pin mặt trời',
      'Cảnh báo góc khuất cho đường làng',
    ],
    ai: ['học sinh đi xe đạp', 'người đi chợ sớm', 'xe máy đường làng'],
    abstract: 'Cảm biến hồng ngoại bật đèn chớp khi có xe ra ngã ba khuất, giúp {ai} ở {noi} thấy trước bốn giây.',
    problem:
      'Ba năm qua {noi} có {n} vụ va chạm ở các ngã ba bị tường và cây che. Gương cầu mờ hơi nước nên ít tác dụng buổi sớm.',
    solution: 'Cột thấp có cảm biến và đèn vàng, chạy pin mặt trời, chỉ chớp khi có xe đến từ hướng khuất.',
    novelty: 'Không làm lóa nhà dân vì chỉ sáng khi cần.',
    method: 'Lắp thử {n} cột, quay phim trước và sau để đếm số lần phanh gấp.',
    progress: 'Cột mẫu đặt trước cổng trường đã chạy {t} tuần.',
    needs: 'Giấy phép lắp đặt và chi phí {c} mỗi cột.',
    looking: ['SPONSOR'],
  },
  {
    field: 'giao-thong',
    titles: [
      'Đi chung xe đến trường theo tuyến',
      'Đoàn xe đạp đi học có anh chị dẫn',
      'Chuyến đò học sinh có áo phao điểm danh',
    ],
    ai: ['học sinh tiểu học', 'học sinh bên cồn', 'học sinh đường xa'],
    abstract: 'Gom {ai} gần nhà đi cùng giờ, có người lớn dẫn và điểm danh bằng thẻ, phụ huynh biết con đã đến nơi.',
    problem: 'Cổng trường ở {noi} kẹt mỗi sáng, {m} xe máy chở con. Nhiều em đi một mình qua đoạn đường nguy hiểm.',
    solution: 'Vẽ tuyến theo nhà, mỗi tuyến hai người dẫn thay ca, thẻ chạm ở cổng trường gửi tin cho cha mẹ.',
    novelty: 'Phụ huynh góp giờ dẫn thay cho góp tiền.',
    method: 'Thử với {n} em trong {t} tháng, đếm xe ở cổng trường trước và sau.',
    looking: ['MEMBER'],
  },
  {
    field: 'giao-thong',
    titles: [
      'Áo phản quang gấp thành túi cho người bán hàng đêm',
      'Đèn hậu xe đạp tự phát điện khi đạp',
      'Áo mưa có vạch phản quang may từ bạt cũ',
    ],
    ai: ['người bán hàng rong ban đêm', 'công nhân tan ca khuya', 'học sinh học thêm tối'],
    abstract: 'Món đồ giá {c} giúp xe sau thấy {ai} từ xa hơn một trăm mét.',
    problem: 'Đường ở {noi} nhiều đoạn không đèn. {n} vụ tai nạn trong hai năm liên quan đến xe không có đèn hậu.',
    solution: 'Dùng vật liệu dễ kiếm, may hoặc lắp tại nhà, gấp gọn bỏ vừa túi áo, rửa được và sửa được khi hỏng.',
    novelty: 'Làm từ vật liệu bỏ đi, mỗi chiếc có nhãn người làm.',
    method: 'Đo khoảng cách nhìn thấy bằng xe chạy 40 km/h với {n} người quan sát.',
    needs: 'Đơn đặt hàng đầu tiên để mua vật liệu số lượng lớn.',
    looking: ['SPONSOR'],
  },
  {
    field: 'van-hoa-du-lich',
    titles: [
      'Kể chuyện làng nghề bằng mã QR và giọng nghệ nhân',
      'Bản đồ làng nghề nghe được bằng tai nghe',
      'Một ngày làm thợ: trải nghiệm làng nghề cho học sinh',
    ],
    ai: ['khách đi xe đạp', 'học sinh tham quan', 'du khách nước ngoài'],
    abstract: 'Mỗi nhà nghề ở {noi} có một mã QR; quét là nghe chính nghệ nhân kể, có bản tiếng Anh cho {ai}.',
    problem: 'Nghề cũ ở {noi} chỉ còn {n} hộ giữ. Khách đến chụp ảnh rồi đi, không hiểu nghề nên không mua.',
    solution: 'Thu giọng nghệ nhân từng công đoạn, dựng thành đoạn ba phút, kèm ảnh và giá sản phẩm để đặt mua.',
    novelty: 'Giọng thật, tiếng làng thật, nghe được khi mất mạng.',
    method: 'Thu {n} câu chuyện, thử với {m} khách, hỏi họ nhớ được gì.',
    progress: 'Đã có bốn câu chuyện, lượt mua tại nhà nghề tăng gấp rưỡi.',
    needs: 'Người dịch tiếng Anh và bảng mã bền ngoài trời.',
    looking: ['SPONSOR', 'MEMBER'],
  },
  {
    field: 'van-hoa-du-lich',
    titles: [
      'Trò chơi dân gian in thẻ cho giờ ra chơi',
      'Bộ thẻ học chữ qua ca dao quê mình',
      'Hộp trò chơi dân gian mượn ở nhà văn hóa',
    ],
    ai: ['học sinh tiểu học', 'trẻ em xóm trọ', 'gia đình có con nhỏ'],
    abstract: 'Bộ thẻ in trò chơi và ca dao sưu tầm ở {noi}, để {ai} chơi cùng nhau thay vì xem điện thoại.',
    problem: 'Giờ ra chơi nhiều em ngồi xem điện thoại. Người già ở {noi} còn nhớ {n} trò chơi nhưng chưa ai ghi lại.',
    solution:
      'Đi hỏi ông bà, thử lại luật chơi với các em, vẽ minh họa, in thẻ bền và làm hộp cho mượn ở thư viện và nhà văn hóa.',
    novelty: 'Luật chơi ghi đúng tiếng địa phương, có tên người kể.',
    method: 'Sưu tầm {n} trò, thử ở ba trường trong {t} tháng.',
    looking: ['MEMBER'],
  },
  {
    field: 'van-hoa-du-lich',
    titles: [
      'Tour thuyền nhặt rác ngắm bình minh',
      'Chèo xuồng nhặt rác trên sông cho khách trẻ',
      'Du lịch xanh: một vé thuyền, một bao rác',
    ],
    ai: ['khách trẻ', 'đoàn công ty', 'câu lạc bộ sinh viên'],
    abstract: '{ai} đi thuyền buổi sáng ở {noi}, vừa ngắm cảnh vừa vớt rác, cuối buổi biết đã vớt bao nhiêu ký.',
    problem: 'Sông ở {noi} nhiều rác trôi vào mùa nước. Đội vớt rác mỗi tuần chỉ đi được {n} giờ.',
    solution: 'Vé tham gia gồm thuyền, găng, vợt và bữa sáng của hộ dân. Rác cân tại bến, số liệu công khai.',
    novelty: 'Biến việc vớt rác thành trải nghiệm, hộ dân có thêm thu nhập.',
    method: 'Chạy {n} chuyến thử, đo lượng rác và hỏi {m} khách.',
    progress: 'Bảy chuyến đầu vớt hơn một tấn rác.',
    looking: ['SPONSOR'],
  },
  {
    field: 'nang-luong',
    titles: [
      'Lò sấy trái cây bằng nắng có quạt đối lưu',
      'Nhà sấy năng lượng mặt trời cho hợp tác xã',
      'Tủ sấy cá khô bằng nắng chống ruồi',
    ],
    ai: ['hộ làm chuối sấy', 'hợp tác xã trái cây', 'bà con làm khô'],
    abstract: 'Tủ sấy bằng nắng giá {c}, khô nhanh gấp đôi phơi thường, sạch ruồi bụi, cho {ai} ở {noi}.',
    problem: 'Phơi ngoài trời gặp mưa là hỏng. Mỗi mùa {n} hộ ở {noi} mất gần một phần năm sản phẩm vì mốc.',
    solution: 'Tấm hấp thụ sơn đen, quạt nhỏ chạy pin mặt trời, khay lưới thay được, nhiệt kế có vạch màu.',
    novelty: 'Bà con tự đóng được trong hai ngày bằng vật liệu ở tiệm tôn.',
    method: 'So ba kiểu luồng gió, đo ẩm mỗi giờ với {n} mẻ.',
    progress: 'Một mẻ chuối khô trong 14 giờ nắng thay vì 30.',
    needs: 'Kiểm nghiệm an toàn thực phẩm và nơi bán thử.',
    looking: ['SPONSOR', 'MENTOR'],
  },
  {
    field: 'nang-luong',
    titles: [
      'Đèn học từ pin máy tính cũ',
      'Trạm sạc điện thoại từ pin xe điện thải',
      'Bộ lưu điện nhỏ cho trạm y tế từ pin cũ',
    ],
    ai: ['học sinh vùng hay mất điện', 'trạm y tế xã', 'ghe bán hàng'],
    abstract: 'Lọc những viên pin còn tốt trong máy cũ, lắp lại có mạch bảo vệ, thành nguồn điện nhỏ cho {ai}.',
    problem:
      'Mùa mưa {noi} mất điện trung bình {n} buổi. Trong khi đó tiệm sửa máy bỏ hàng trăm viên pin còn hơn nửa dung lượng.',
    solution: 'Đo dung lượng từng viên, ghép nhóm cùng mức, hàn mạch bảo vệ, vỏ chống cháy, dán hạn kiểm tra.',
    novelty: 'Mỗi bộ có lý lịch từng viên pin và ngày phải kiểm lại.',
    method: 'Thử an toàn theo danh sách {n} bước, sạc xả {m} lượt.',
    progress: 'Mười bộ đang dùng, chưa bộ nào quá nhiệt.',
    needs: 'Người có chuyên môn điện hướng dẫn về an toàn.',
    looking: ['MENTOR'],
  },
  {
    field: 'nang-luong',
    titles: [
      'Bảng nhắc tắt điện lớp học',
      'Cuộc thi tiết kiệm điện giữa các lớp',
      'Công tơ nhỏ cho từng phòng trọ sinh viên',
    ],
    ai: ['lớp học', 'ký túc xá', 'khu nhà trọ'],
    abstract: 'Đồng hồ nhỏ hiện số điện {ai} đang dùng và so với tuần trước, giảm được khoảng một phần mười tiền điện.',
    problem:
      'Hóa đơn chung nên không ai thấy mình dùng bao nhiêu. Ở {noi}, {n} phòng để quạt, đèn chạy khi vắng người.',
    solution: 'Vòng đo dòng kẹp ngoài dây, không cắt dây; màn hình hiện mặt cười khi dùng ít hơn tuần trước.',
    novelty: 'Không đụng vào hệ thống điện, tháo lắp trong năm phút.',
    method: 'Đo {t} tuần không hiện số, rồi {t} tuần có hiện số, so hai giai đoạn.',
    looking: ['SPONSOR'],
  },
  {
    field: 'cong-dong',
    titles: [
      'Tủ đồ dùng chung của khu trọ',
      'Thư viện đồ nghề: mượn khoan, thang, máy may',
      'Kho đồ chơi luân phiên giữa các xóm trọ',
    ],
    ai: ['công nhân thuê trọ', 'sinh viên', 'gia đình trẻ'],
    abstract: 'Một tủ có khóa số và sổ mượn, để {ai} ở {noi} dùng chung đồ ít khi cần thay vì mỗi nhà mua một cái.',
    problem:
      'Máy khoan, thang, nồi lớn mỗi năm dùng vài lần mà nhà nào cũng mua hoặc chịu thiếu. Khảo sát {n} phòng trọ: tám trên mười người muốn mượn.',
    solution: 'Đồ do mọi người góp, đặt cọc bằng điểm, mượn qua mã QR, hai người trông tủ được miễn phí.',
    novelty: 'Điểm góp đồ tính thay tiền cọc.',
    method: 'Thử một tủ {n} món trong {t} tháng, ghi số lượt và món hỏng.',
    progress: 'Tủ đầu tiên đã có {m} lượt mượn.',
    looking: ['MEMBER'],
  },
  {
    field: 'cong-dong',
    titles: [
      'Bếp chung chiều thứ sáu cho người già neo đơn',
      'Mâm cơm ấm: nấu dư một phần',
      'Xe cháo sáng do học sinh nấu',
    ],
    ai: ['người già neo đơn', 'người bán vé số', 'bệnh nhân nghèo'],
    abstract: 'Mỗi tuần một buổi, thanh niên {noi} nấu và mang cơm đến tận nhà cho {ai}, ở lại trò chuyện nửa giờ.',
    problem: 'Ở {noi} có {n} cụ sống một mình, nhiều cụ ăn qua loa và cả tuần không nói chuyện với ai.',
    solution: 'Danh sách nhà, món kiêng, người đi cùng; bếp dùng chung của nhà văn hóa, mỗi tuần một đội nấu.',
    novelty: 'Nửa giờ trò chuyện là phần chính, suất cơm là cái cớ.',
    method: 'Chạy {t} tháng, mỗi tháng hỏi lại các cụ về giấc ngủ và sức ăn.',
    looking: ['MEMBER', 'SPONSOR'],
  },
  {
    field: 'cong-dong',
    titles: [
      'Học bơi mùa hè ở khúc sông rào lưới',
      'Bể bơi khung bạt lưu động cho trẻ em',
      'Lớp kỹ năng chống đuối nước cuối tuần',
    ],
    ai: ['trẻ em ven sông', 'học sinh tiểu học', 'con em công nhân'],
    abstract: 'Bể khung bạt hoặc khúc sông rào lưới, có người cứu hộ, dạy bơi miễn phí cho {ai} ở {noi}.',
    problem: 'Mỗi hè lại có chuyện đau lòng. Ở {noi} chỉ {n} phần trăm trẻ biết bơi vì không có hồ.',
    solution: 'Bể tháo lắp trong một ngày, lọc nước bằng cát, giáo trình mười buổi, tỷ lệ một thầy sáu trò.',
    novelty: 'Bể đi theo lịch từng ấp, không bắt trẻ đi xa.',
    method: 'Mở {n} lớp hè này, kiểm tra từng em ở buổi cuối.',
    beneficiaries: '{m} em mỗi mùa hè.',
    progress: 'Mùa hè trước dạy được 64 em, 58 em bơi qua 15 mét.',
    needs: 'Bể thứ hai và áo phao.',
    looking: ['SPONSOR'],
  },
  {
    field: 'kinh-doanh',
    titles: [
      'Trà lá sen đóng gói cho quán nhỏ',
      'Bánh tráng sấy ăn liền vị mắm kho',
      'Mứt vỏ bưởi ít đường từ chợ nổi',
    ],
    ai: ['quán cà phê', 'khách du lịch', 'cửa hàng quà'],
    abstract: 'Sản phẩm làm từ thứ sẵn có ở {noi}, ít đường, bao bì giấy, bán cho {ai} với giá {c} một hộp.',
    problem:
      'Nguyên liệu ở {noi} vào mùa rớt giá, {n} hộ bán tươi không kịp. Quà địa phương lại toàn đồ giống nhau từ nơi khác.',
    solution: 'Chế biến quy mô bếp chung đạt vệ sinh, công thức ít đường, mã QR kể rõ hộ trồng và ngày làm.',
    novelty: 'Mỗi hộp truy được đến từng hộ.',
    method: 'Thử nếm với {m} người, ba vòng sửa công thức, đăng ký tự công bố sản phẩm.',
    progress: 'Bán thử được {m} hộp, bốn trên mười khách mua lại.',
    needs: 'Vốn mua máy đóng gói và người biết làm hồ sơ sản phẩm OCOP.',
    looking: ['SPONSOR', 'MENTOR'],
  },
  {
    field: 'kinh-doanh',
    titles: [
      'Túi đi chợ may từ áo đồng phục cũ',
      'Đồ dùng học tập từ vải vụn xưởng may',
      'Thuê áo dài, vest tốt nghiệp giữa sinh viên',
    ],
    ai: ['bà nội trợ', 'học sinh', 'sinh viên cuối khóa'],
    abstract: 'Cho vải cũ một đời sống mới, tạo việc làm tại nhà cho {n} chị em ở {noi} và bán cho {ai}.',
    problem: 'Mỗi năm {noi} thải hàng tấn vải vụn, đồng phục cũ. Chị em nghỉ sinh muốn có việc tại nhà.',
    solution: 'Thu vải theo mùa, giặt, phân loại, mẫu rập đơn giản; chị em may tại nhà, nhóm lo mẫu và bán.',
    novelty: 'Nhãn ghi tên người may, trả công theo sản phẩm công khai.',
    method: 'Thử {n} mẫu, bán ở hội chợ và trên mạng {t} tháng.',
    progress: 'Đã trả công cho 9 chị, bán {m} món.',
    looking: ['SPONSOR'],
  },
  {
    field: 'kinh-doanh',
    titles: [
      'Quán cà phê do người khiếm thính pha',
      'Tiệm giặt của nhóm bạn tự kỷ nhẹ',
      'Bếp bánh do người khuyết tật làm chủ',
    ],
    ai: ['người khiếm thính', 'thanh niên tự kỷ nhẹ', 'người khuyết tật vận động'],
    abstract: 'Mô hình nhỏ ở {noi} để {ai} làm chủ và có lương, quy trình bằng hình, khách gọi món bằng thẻ.',
    problem: '{ai} ở {noi} khó tìm việc ổn định; {n} bạn trong câu lạc bộ chưa từng có hợp đồng lao động.',
    solution:
      'Quy trình từng bước bằng tranh, đèn báo thay chuông, hai tháng học việc có trợ cấp, chia lãi theo giờ làm.',
    novelty: 'Người khuyết tật nắm cổ phần ngay từ đầu.',
    method: 'Mở thử {t} tháng ở một góc nhà văn hóa thanh niên, ghi sổ thu chi công khai.',
    needs: 'Cố vấn quản lý quán và mặt bằng.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'san-xuat',
    titles: [
      'Máy tách vỏ hạt sen cỡ gia đình',
      'Máy lột vỏ củ ấu bằng tay quay',
      'Máy cắt lát khóm an toàn cho tổ chế biến',
    ],
    ai: ['hộ trồng sen', 'chị em làm thuê', 'tổ chế biến'],
    abstract: 'Máy nhỏ giá {c}, chạy điện nhà, giúp {ai} ở {noi} làm nhanh gấp năm và không đứt tay.',
    problem:
      'Bóc bằng tay mỗi người một ngày chỉ được vài ký, tay nứt nẻ. {n} hộ ở {noi} bỏ vụ vì không thuê được người.',
    solution: 'Hai trục cao su quay ngược chiều, khe chỉnh được theo cỡ hạt, nút dừng khẩn cấp ở tầm tay.',
    novelty: 'Trục thay nhanh, dùng được cho ba loại hạt.',
    method: 'Chế ba bản, đo tỷ lệ vỡ và năng suất trên {n} ký mỗi bản.',
    progress: 'Bản thứ hai bóc 18 ký mỗi giờ, vỡ 4 phần trăm.',
    needs: 'Xưởng cơ khí cho mượn máy tiện và một kỹ sư góp ý an toàn.',
    looking: ['MENTOR', 'SPONSOR'],
  },
  {
    field: 'san-xuat',
    titles: [
      'Bảng đèn báo lỗi chuyền may giá rẻ',
      'Đếm sản phẩm lỗi bằng nút bấm không dây',
      'Nhật ký máy bằng mã QR cho xưởng nhỏ',
    ],
    ai: ['xưởng may', 'xưởng cơ khí', 'cơ sở gỗ'],
    abstract: 'Bộ nút và bảng hiển thị cho {ai} nhỏ ở {noi}: bấm khi lỗi, cuối ca biết lỗi nhiều nhất ở đâu.',
    problem: 'Xưởng nhỏ ghi lỗi trên giấy rồi bỏ. Chủ xưởng ở {noi} ước mất {n} giờ mỗi tuần vì lỗi lặp lại.',
    solution: 'Nút không dây {c}, máy tính bảng cũ làm bảng, biểu đồ ba màu ai cũng hiểu.',
    novelty: 'Không cần máy chủ, lắp trong một buổi.',
    method: 'Thử ở hai xưởng trong {t} tháng, so tỷ lệ lỗi.',
    progress: 'Xưởng đầu tiên giảm lỗi đường may một phần ba.',
    looking: ['MENTOR'],
  },
  {
    field: 'san-xuat',
    titles: [
      'Khay xuồng đúc từ sợi xơ dừa và nhựa sinh học',
      'Ván ép từ rơm và keo tinh bột',
      'Khay ươm cây tự hủy bằng bã cà phê',
    ],
    ai: ['vườn ươm', 'xưởng mộc', 'ghe chở hàng'],
    abstract: 'Vật liệu từ phụ phẩm ở {noi} thay cho nhựa dùng một lần, {ai} dùng thử với giá ngang đồ nhựa.',
    problem: 'Mỗi vụ {noi} đốt hàng trăm tấn phụ phẩm, trong khi {ai} thải ra {m} món nhựa mỗi tháng.',
    solution: 'Trộn sợi với keo tinh bột, ép nóng trong khuôn nhôm, phủ sáp ong mỏng để chịu nước.',
    novelty: 'Tự hủy trong {t} tháng khi chôn xuống đất.',
    method: 'Thử {n} công thức, đo độ bền uốn và thời gian phân hủy.',
    needs: 'Phòng thí nghiệm vật liệu.',
    looking: ['MENTOR'],
  },
  {
    field: 'hanh-chinh',
    titles: [
      'Bảng chờ số thứ tự xem trước từ nhà',
      'Hẹn giờ làm giấy tờ, khỏi chờ ở phường',
      'Nhắc hồ sơ đến hạn bằng tin nhắn',
    ],
    ai: ['người đi làm', 'cha mẹ có con nhỏ', 'người lớn tuổi'],
    abstract: '{ai} xem được đang gọi số mấy ở {noi} và còn chờ bao lâu trước khi ra khỏi nhà.',
    problem:
      'Sáng thứ hai {noi} có {m} lượt người, chờ trung bình {n} phút. Nhiều người nghỉ làm cả buổi vì không biết bao giờ đến lượt.',
    solution:
      'Máy gọi số có sẵn được nối một mạch nhỏ đọc con số đang gọi, đưa lên trang công khai và tính giờ chờ theo lịch sử.',
    novelty: 'Không phải thay máy gọi số, không cần ứng dụng.',
    method: 'Đo giờ chờ thật trong {t} tuần, so với giờ dự báo.',
    progress: 'Sai số dự báo khoảng bảy phút.',
    needs: 'Được phép lắp thử ở thêm hai nơi.',
    looking: ['MENTOR'],
  },
  {
    field: 'hanh-chinh',
    titles: [
      'Tờ hướng dẫn thủ tục bằng tranh',
      'Thủ tục đất đai kể bằng truyện tranh',
      'Video một phút cho từng thủ tục của xã',
    ],
    ai: ['bà con dân tộc thiểu số', 'người ít đọc chữ', 'người mới chuyển đến'],
    abstract:
      'Mỗi thủ tục một trang tranh hoặc một phút phim, {ai} ở {noi} xem là biết cần mang gì, đi đâu, mất bao lâu.',
    problem: 'Bộ thủ tục dài hàng trăm trang. Ở {noi}, cứ mười người thì bốn người phải đi lại lần hai vì thiếu giấy.',
    solution: 'Chọn {n} thủ tục hay hỏi nhất, vẽ tranh, cán bộ một cửa duyệt nội dung, dán mã ở quầy và nhà văn hóa.',
    novelty: 'Mỗi tờ ghi ngày cập nhật và người duyệt.',
    method: 'So số người phải quay lại trước và sau {t} tháng.',
    progress: 'Sáu tờ đầu đã dán, số lượt quay lại giảm rõ.',
    looking: ['MEMBER'],
  },
  {
    field: 'hanh-chinh',
    titles: [
      'Hộp thư góp ý có trả lời công khai',
      'Bảng theo dõi lời hứa của chi đoàn',
      'Họp xóm trực tuyến có biên bản tự động',
    ],
    ai: ['đoàn viên', 'cử tri trẻ', 'người thuê trọ'],
    abstract: 'Mỗi góp ý của {ai} ở {noi} có một dòng: ai nhận, hạn trả lời, trả lời thế nào.',
    problem:
      'Góp ý ở {noi} thường rơi vào im lặng; khảo sát {m} bạn thì bảy trên mười bạn không góp ý nữa vì “nói cũng vậy”.',
    solution: 'Một bảng công khai, nhắc người phụ trách khi gần hạn, ẩn tên người góp ý nếu họ muốn.',
    novelty: 'Đo bằng thời gian trả lời, không bằng số góp ý.',
    method: 'Chạy thử {t} tháng với {n} chi đoàn.',
    looking: ['MEMBER'],
  },
];

/** Beside the three of each subject: drafts just begun, as people leave them. */
export const unfinished = [
  { title: 'App tìm bạn đá banh', abstract: '' },
  { title: 'Lọc không khí bằng rêu', abstract: 'Chậu rêu có quạt, đặt ở góc lớp.' },
  { title: 'Đồng phục mát hơn cho mùa nóng', abstract: '' },
  { title: 'Robot lau bảng', abstract: 'Chưa biết làm sao cho nó không rớt.' },
  { title: 'Máy bán nước mía tự động', abstract: 'Ép tại chỗ, tự rửa, khách trả bằng mã QR.' },
];
