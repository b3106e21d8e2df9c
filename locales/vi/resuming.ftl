# Việc bắt đầu ở kênh này, làm tiếp ở kênh khác.

words = tiếp tục | làm tiếp | tiếp tục ở đây | làm tiếp ở đây

offer =
    Việc đang làm dở
    { $lines }
    Tiếp tục ở đây?
line = • { $doing }, trên { $channel }
nothing =
    Không có việc nào dở ở kênh khác
    Mời chọn việc cần làm trong danh mục.
gone =
    Việc ấy không còn chờ nữa
    Có thể đã làm xong hoặc đã dừng ở kênh kia. Những gì đã lưu vẫn còn.
do-go-on = Tiếp tục: { $doing }
do-menu = Danh mục

doing-evidence = nộp minh chứng
doing-calendar = xin vắng
doing-reviews = duyệt minh chứng
doing-appeals = đề nghị xem lại
doing-pages = gửi đường dẫn
doing-substitutes = cử người duyệt thay
doing-changes = đổi nhiệm vụ
doing-attendance = điểm danh
doing-secretary = mở đăng ký riêng
doing-rulings = ghi miễn, tạm đạt
doing-paper = ghi kết quả
doing-broadcast = viết thông báo
doing-sessions = soạn buổi sinh hoạt
