# Đăng ký và sổ
mandatory-task =
    { $code } là nhiệm vụ bắt buộc
    Nhiệm vụ này luôn được chọn sẵn, bạn không cần chọn thêm.
no-season =
    Chưa mở hành trình của năm
    Ban tổ chức sẽ mở đăng ký và báo tại đây.
members-only =
    Mục này dành cho đoàn viên tham gia hành trình
    Gõ “menu” để xem những việc có thể làm. Đoàn viên ưu tú chưa có tên xin báo bí thư để được thêm vào danh sách.
registration-closed =
    Đăng ký chỉ mở từ { $opened } đến hết { $closed }
    Gõ “đăng ký” để xem bạn có thể làm gì lúc này.
too-few-tasks =
    Chưa đủ số nhiệm vụ theo quy định của chương trình
    Lựa chọn này cần được đoàn viên xem lại và gửi lại.
unknown-task =
    Chương trình không có nhiệm vụ { $code }
    Có thể lựa chọn này đã cũ. Gõ “nhiệm vụ” để xem các nhiệm vụ của năm.
# Nộp minh chứng
not-registered-yet =
    Bạn cần đăng ký nhiệm vụ trước
    Gõ “đăng ký” để chọn nhiệm vụ của năm, rồi nộp minh chứng cho từng nhiệm vụ.
no-such-hand-in =
    Không tìm thấy minh chứng này trong sổ của bạn
    Có thể lựa chọn này đã cũ. Gõ “nộp” để nộp minh chứng.
already-handed-in =
    Minh chứng này đã được nộp
    Gõ “sổ” để xem đang chờ ai, hoặc gõ “nộp” để nộp cho nhiệm vụ khác.
task-dropped =
    Bạn không còn thực hiện nhiệm vụ { $code }
    Nhiệm vụ đã được đổi nên không nộp được nữa. Gõ “nộp” để chọn trong các nhiệm vụ của bạn.
season-over =
    Hành trình năm { $year } đã kết thúc
    Minh chứng này không nộp được nữa. Gõ “sổ” để xem hành trình hiện nay của bạn.
newer-text =
    Bài viết vừa được sửa ở nơi khác
    Bạn mở lại để xem bản mới nhất rồi sửa tiếp, phần đã lưu không mất.

# dispatch
defect =
    Có trục trặc ở phía chương trình
    Việc vừa làm chưa được ghi nhận, những gì đã gửi trước đó vẫn còn. Xin thử lại, hoặc gửi “menu”; nếu vẫn vậy, xin báo bí thư đơn vị.

# Duyệt thay
officers-only =
    Mục này dành cho cán bộ duyệt minh chứng
    Gõ “menu” để xem những việc có thể làm.
ends-before-it-begins =
    Ngày cuối phải từ hôm nay và không trước ngày đầu
    Xin chọn hoặc gõ lại ngày cuối.
too-long-away =
    Mỗi lần duyệt thay tối đa { $most } ngày
    Vắng lâu hơn, xin đề nghị đổi người phụ trách trong danh sách. Hoặc gõ một ngày sớm hơn.
already-away =
    Những ngày này đã có người duyệt thay
    Từ { $from_on } đến hết { $to_on }. Xin kết thúc việc duyệt thay ấy trước, hoặc gõ ngày khác.
stands-in-for-each-other =
    Hai đồng chí không thể duyệt thay lẫn nhau trong cùng những ngày
    Xin chọn người khác hoặc ngày khác: gõ “duyệt thay”.

# Thông báo
announcement-too-long =
    Nội dung dài { $units } ký tự, tối đa { $most }
    Xin đồng chí rút gọn rồi gửi lại; chi tiết có thể đặt ở một địa chỉ https.
address-not-safe =
    Địa chỉ trong tin phải bắt đầu bằng https://
    Xin sửa { $address } rồi gửi lại nội dung.
one-at-a-time =
    Thông báo trước của đồng chí còn đang gửi
    Xin chờ gửi xong hoặc dừng tin ấy. Gõ “thông báo” để xem.
enough-for-today =
    Hôm nay đồng chí đã gửi { $most } tin
    Nhiều hơn nữa thì đoàn viên khó theo dõi. Xin gửi tiếp từ ngày mai.

# Buổi học tập, sinh hoạt
session-begun =
    Buổi này đã bắt đầu
    Từ lúc bắt đầu không đổi lịch, hủy hoặc trả lời được nữa. Xin mở lại lịch hoặc danh sách buổi.
session-cancelled =
    Buổi này vừa được hủy
    Không cần điểm danh nữa. Xin mở lại lịch hoặc danh sách buổi.
session-attended =
    Buổi này đã điểm danh
    Đã có người được ghi nhận tham dự nên không hủy hoặc đổi thời gian được nữa. Nếu điểm danh nhầm, xin bỏ điểm danh từng người trước. Nếu buổi không diễn ra, từ giờ bắt đầu đồng chí mở lại buổi này và chọn “Buổi không diễn ra”.
