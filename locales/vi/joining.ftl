yes-words = đồng ý | tôi đồng ý | em đồng ý | mình đồng ý | có | đúng | đúng rồi | phải | vâng | dạ | ok | agree | yes
no-words = không | không đồng ý | chưa đồng ý | không phải | không phải tôi | sai | no

stranger =
    Chào bạn, đây là trợ lý Hành trình của Đoàn
    Để tham gia, bạn cần lời mời của đơn vị: gửi mã 8 ký tự trên phiếu mời vào đây (ví dụ K7Q2-M9XD), hoặc mở đường liên kết, quét mã QR trên phiếu.
    Đã tham gia trên ứng dụng khác: lấy mã kết nối 6 số ở đó (danh mục, “Kết nối Zalo, Telegram”) rồi gửi vào đây.
    Chưa có lời mời, bạn vui lòng hỏi Bí thư Chi đoàn hoặc Đoàn cơ sở của mình.

personal =
    Mời bạn đọc trước khi tham gia (1/2)
    • Ai phụ trách: { $unit }; đầu mối: { $officer }.
    • Lưu gì: họ tên, đơn vị, tổ, vai trò, mã cuộc trò chuyện này; nhiệm vụ đăng ký, minh chứng, nhận xét, kết quả.
    • Để làm gì: theo dõi và hỗ trợ rèn luyện, không dùng vào việc khác.
    • Ai xem: bạn và những người được phân công theo dõi, xác nhận.
    • Bao lâu: hết năm hành trình và thêm 24 tháng, sau đó khử nhận dạng.
    • Ở đâu: máy chủ của đơn vị; máy chủ của ứng dụng nhắn tin có thể ở nước ngoài.
    • Quyền của bạn: xem, sửa, nhận bản sao, hạn chế, phản đối, xóa, khiếu nại; rút lại sự đồng ý bất cứ lúc nào.
    Bạn có đồng ý để chúng tôi lưu và dùng những thông tin này không?

sensitive =
    Một điều cần bạn đồng ý riêng (2/2)
    Bài cảm nhận và kết quả phấn đấu có thể cho thấy quan điểm chính trị của bạn. Pháp luật coi đó là dữ liệu cá nhân nhạy cảm.
    • Ai đọc: chỉ người được phân công đánh giá của { $unit }; đầu mối: { $officer }.
    • Bao lâu: bài viết được xóa 90 ngày sau khi đánh giá, trừ khi bạn muốn giữ.
    • Xin đừng gửi vào đây giấy tờ tùy thân, lý lịch gia đình hay hồ sơ Đảng.
    Bạn có đồng ý để chúng tôi lưu và dùng những thông tin này không?

personal-officer =
    Mời đồng chí đọc trước khi tham gia (1/2)
    • Ai phụ trách: { $unit }; đầu mối: { $officer }.
    • Lưu gì: họ tên, đơn vị, vai trò, mã cuộc trò chuyện này; nhận xét, đánh giá và quyết định đã ghi.
    • Để làm gì: theo dõi và hỗ trợ đoàn viên rèn luyện, không dùng vào việc khác.
    • Ai xem: đồng chí, đoàn viên được đánh giá và những người cùng được phân công.
    • Bao lâu: hết năm hành trình và thêm 24 tháng, sau đó khử nhận dạng.
    • Ở đâu: máy chủ của đơn vị; máy chủ của ứng dụng nhắn tin có thể ở nước ngoài.
    • Quyền của đồng chí: xem, sửa, nhận bản sao, hạn chế, phản đối, xóa, khiếu nại; rút lại sự đồng ý bất cứ lúc nào.
    Đồng chí có đồng ý để chúng tôi lưu và dùng những thông tin này không?

sensitive-officer =
    Một điều cần đồng chí đồng ý riêng (2/2)
    Vai trò và những đánh giá đã ghi có thể cho thấy quan điểm chính trị của đồng chí. Pháp luật coi đó là dữ liệu cá nhân nhạy cảm.
    • Ai đọc: chỉ những người được phân công của { $unit }; đầu mối: { $officer }.
    • Khi đọc bài cảm nhận, minh chứng của đoàn viên: chỉ dùng để đánh giá, không chuyển cho người khác.
    • Xin đừng gửi vào đây giấy tờ tùy thân, lý lịch gia đình hay hồ sơ Đảng.
    Đồng chí có đồng ý để chúng tôi lưu và dùng những thông tin này không?

yes = Đồng ý
no = Không đồng ý

confirm =
    Xin xác nhận
    Người tham gia là { $name }, { $unit }, phải không?
confirm-group =
    Xin xác nhận
    Người tham gia là { $name }, { $unit }, { $group }, phải không?
me = Đúng, là tôi
not-me-label = Không phải tôi

visitor =
    Chào bạn
    Tài khoản này chưa nhận ra bạn. Bạn đăng nhập Zalo, mở { $address }, bấm “Quan tâm” rồi nhắn lại, trợ lý Hành trình sẽ trả lời.
welcome =
    Chào mừng { $who } đến với Hành trình
    Từ đây { $who } có thể xem việc cần làm, gửi minh chứng và theo dõi kết quả.
welcome-officer =
    Chào mừng { $who } đến với Hành trình
    Từ đây { $who } có thể xem những việc đang chờ, duyệt minh chứng và theo dõi đoàn viên mình phụ trách.
not-me =
    Cảm ơn bạn đã báo
    Lời mời này dành cho người khác và chưa được sử dụng. Bạn vui lòng báo Bí thư đơn vị để nhận đúng lời mời của mình.
declined =
    Đã ghi nhận bạn không đồng ý
    Chúng tôi không lưu gì về bạn ngoài câu trả lời này. Bạn có thể tiếp tục Hành trình bằng sổ giấy; Bí thư đơn vị sẽ hướng dẫn.
    Nếu đổi ý, bạn mở lại lời mời trước { $until }.

wrong =
    Mã này chưa đúng
    Bạn xem lại 8 ký tự trên phiếu mời (ví dụ K7Q2-M9XD) rồi gửi lại. Trong giờ này bạn còn thử được { $left } lần.
wrong-last =
    Mã này chưa đúng
    Bạn đã thử nhiều lần, xin nghỉ một giờ rồi thử lại. Nếu phiếu mời khó đọc, bạn nhờ Bí thư đơn vị gửi lại mã.
blocked =
    Xin thử lại sau { $until }
    Có quá nhiều mã chưa đúng được gửi từ đây. Nếu phiếu mời khó đọc, bạn nhờ Bí thư đơn vị gửi lại mã.
used =
    Lời mời này đã được dùng
    Nếu bạn đã tham gia trên ứng dụng khác, hãy lấy mã kết nối 6 số ở đó rồi gửi vào đây; nếu đã mất máy, nhờ Bí thư đơn vị cấp lời mời mới. Nếu không phải bạn dùng, xin báo ngay Bí thư đơn vị.
used-here =
    Bạn đã dùng lời mời này tại đây
    Mỗi lời mời dùng một lần. Muốn tham gia lại, bạn nhờ Bí thư đơn vị cấp lời mời mới.
expired =
    Lời mời đã hết hạn
    Lời mời này có hiệu lực đến { $on }. Bạn nhờ Bí thư đơn vị cấp lời mời mới.
revoked =
    Lời mời này đã được thay
    Đơn vị đã cấp lời mời mới hơn. Bạn xem phiếu mời mới nhất hoặc hỏi Bí thư đơn vị.
already =
    Cuộc trò chuyện này đã tham gia rồi
    Không cần mở lời mời lần nữa. Nếu lời mời vừa mở là của người khác, xin chuyển lại cho người ấy.
