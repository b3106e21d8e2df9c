words = menu | danh mục | bắt đầu | chào | xin chào | start | hello | hi

who = { $address ->
    [dong-chi] đồng chí { $called }
    [anh] anh { $called }
    [chi] chị { $called }
   *[ban] bạn { $called }
}
title =
    Chào { $who }
    Hôm nay mình giúp được gì?
first =
    Mời { $who } chọn một việc dưới đây
    Khi cần xem lại danh mục này, gửi “menu”; cần hướng dẫn, gửi “trợ giúp”.
not-understood =
    Mình chưa hiểu ý này
    Mời chọn một việc dưới đây, hoặc gửi “trợ giúp”.

registration = Đăng ký nhiệm vụ
evidence = Nộp minh chứng
book = Sổ của tôi
calendar = Lịch sinh hoạt
reviews = Cần duyệt
substitutes = Duyệt thay khi đi vắng
secretary = Đoàn viên của đơn vị
sessions = Buổi học tập, sinh hoạt
broadcast = Gửi thông báo
digest = Tình hình tuần
changes = Đề nghị đổi nhiệm vụ ({ $count })
help = Trợ giúp
data = Dữ liệu của tôi
reminders = Nhắc việc
language = Ngôn ngữ · Language
linking = Kết nối Zalo, Telegram
office = Công tác khác của cán bộ
own = Dữ liệu, nhắc việc, kết nối
back = Quay lại

command-start = Tham gia bằng lời mời của đơn vị
command-menu = Danh mục
command-registration = Đăng ký nhiệm vụ
command-evidence = Nộp minh chứng
command-book = Sổ của tôi
command-calendar = Lịch sinh hoạt
command-reviews = Việc cần duyệt
command-changes = Đề nghị đổi nhiệm vụ
command-substitutes = Cử người duyệt thay khi đi vắng
command-sessions = Tạo, dời, điểm danh buổi sinh hoạt
command-broadcast = Gửi thông báo cho đoàn viên
command-digest = Tình hình tuần của đơn vị, của tổ
command-help = Trợ giúp
command-cancel = Dừng việc đang làm
