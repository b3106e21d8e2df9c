words = dữ liệu của tôi | dữ liệu | thông tin của tôi | rút đồng ý | rút lại sự đồng ý | rút lại đồng ý | xóa dữ liệu | my data

kept =
    Dữ liệu của tôi
    • Họ tên: { $name }
    • Đơn vị: { $unit }; tổ: { $group }
    • Đã đăng ký { $tasks } nhiệm vụ, { $handed } lần nộp, { $evidence } minh chứng
    • Đã trả lời { $answers } buổi sinh hoạt, có điểm danh hoặc báo có dự { $attended } buổi
    • Có tên nhận { $announcements } thông báo của cán bộ
    Kênh:
    { $channels }
    Vai trò:
    { $roles }
    Đồng ý:
    { $consents }
    Muốn sửa, nhận bản sao hoặc xóa, xin hỏi Bí thư đơn vị. Có thể rút lại sự đồng ý bất cứ lúc nào.
channel = – { $name }
no-group = chưa có
role-member = • Đoàn viên ưu tú
role-group-leader = • Tổ trưởng
role-supervisor = • Giám sát viên
role-secretary = • Bí thư
role-executive = • Ban Chấp hành Đoàn cơ sở
role-standing-committee = • Ban Thường vụ
role-party-committee = • Cấp ủy
role-organiser = • Ban tổ chức hành trình
personal = • Thông tin cá nhân: đồng ý lúc { $at }
personal-withdrawn = • Thông tin cá nhân: đã rút lúc { $at }
sensitive = • Dữ liệu nhạy cảm: đồng ý lúc { $at }
sensitive-withdrawn = • Dữ liệu nhạy cảm: đã rút lúc { $at }
menu = Danh mục
do-channels = Kênh kết nối
withdraw = Rút lại sự đồng ý

ask-withdraw =
    Rút lại sự đồng ý?
    Mọi cuộc trò chuyện đang kết nối sẽ được tách khỏi họ tên và không nhận tin nữa. Những gì đã nộp được giữ nguyên cho đến khi cán bộ phụ trách liên hệ để thống nhất. Muốn quay lại cần lời mời mới.
withdraw-yes = Rút lại sự đồng ý
withdraw-no = Giữ như hiện nay
withdrawn =
    Đã rút lại sự đồng ý
    Cuộc trò chuyện này không còn gắn với họ tên. { $officer } đã được báo và sẽ liên hệ trong 2 ngày làm việc về dữ liệu đã lưu.
withdrawn-nobody =
    Đã rút lại sự đồng ý
    Cuộc trò chuyện này không còn gắn với họ tên. Chưa báo được cho cán bộ phụ trách nào tại đây; xin liên hệ trực tiếp Bí thư đơn vị về dữ liệu đã lưu.
withdrawn-there =
    Cuộc trò chuyện này không còn gắn với họ tên
    Sự đồng ý lưu thông tin đã được rút lại ở một kênh khác. Muốn quay lại cần lời mời mới.
officer-told =
    Có đoàn viên rút lại sự đồng ý
    { $name }, { $unit }, vừa rút lại sự đồng ý lưu thông tin. Xin liên hệ trong 2 ngày làm việc để thống nhất việc giữ hoặc xóa dữ liệu; yêu cầu rút phải được thực hiện trong 15 ngày.
