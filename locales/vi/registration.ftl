# Đăng ký nhiệm vụ của năm: một thẻ tự thay đổi.

words = đăng ký | đăng ký nhiệm vụ | sửa đăng ký

page =
    Đăng ký nhiệm vụ năm { $year }
    { $window }

    { $mandatory }

    { $rule }
    { $notes }

window-open = Hạn đăng ký: hết ngày { $closes }.
window-closed = Đã hết hạn đăng ký ({ $closes }). Lựa chọn mới cần được người phụ trách đồng ý.
mandatory =
    Bắt buộc, đã chọn sẵn:
    { $tasks }
short = { $category }: đã chọn { $chosen }/{ $needed }, còn thiếu { $short }.
enough = { $category }: đã chọn { $chosen }/{ $needed }, đủ yêu cầu.
how = Chọn nhiệm vụ bên dưới; chọn lại lần nữa để bỏ.
gone = Không còn kịp trong năm: { $codes } (chọn để xem vì sao).

ticked = ☑ { $task }
unticked = ☐ { $task }
gone-task = ✕ { $task }
explain = Giải thích nhiệm vụ
explain-one = Xem nhiệm vụ này
next = Tiếp tục
back = Quay lại

not-feasible =
    { $code } { $title }: không còn kịp
    Nhiệm vụ này thực hiện trong { $months } năm { $year }; từ tháng { $month } không còn đủ thời gian để hoàn thành. Bạn chọn nhiệm vụ khác nhé.
toast-gone = { $code } không còn kịp trong năm.
toast-short = Còn thiếu nhiệm vụ, bạn chọn thêm nhé.
toast-confirmed = Đã đăng ký.

summary =
    Xem lại đăng ký năm { $year }
    { $window }

    { $parts }
block =
    { $rule }
    { $tasks }
kept = Lưu ý: { $codes } đã có minh chứng nộp. Nếu bỏ, minh chứng vẫn lưu trong sổ nhưng không tính vào kết quả.
confirm = Xác nhận đăng ký
ask = Gửi đề nghị
change-page = Sửa: { $category }
change-any = Sửa lựa chọn
discard = Giữ đăng ký cũ

confirmed =
    ✅ Đã đăng ký { $count } nhiệm vụ năm { $year }
    { $tasks }

    { $after }
settled =
    Nhiệm vụ bạn đã đăng ký năm { $year }: { $count }
    { $tasks }

    { $after }
after-open = Bạn có thể sửa đến hết ngày { $closes }. Khi có hoạt động, hãy nộp minh chứng ngay.
after-closed = Đã hết hạn sửa ({ $closes }). Muốn đổi nhiệm vụ, bạn gửi đề nghị để người phụ trách xem xét.
after-waiting =
    ⏳ Đề nghị của bạn đang chờ (từ { $since }):
    { $names }
told =
    Đã báo cho người phụ trách:
    { $names }

    Việc tiếp theo: khi có hoạt động, bạn nộp minh chứng ngay tại đây.
hand-in = Nộp minh chứng
book = Sổ của tôi
edit-open = Sửa đăng ký
edit-closed = Đề nghị đổi nhiệm vụ

early =
    Chưa đến ngày đăng ký nhiệm vụ năm { $year }
    Đăng ký mở từ ngày { $opens } đến hết ngày { $closes }. Trong lúc chờ, bạn có thể xem trước các nhiệm vụ.
late =
    Đã hết hạn đăng ký năm { $year }
    Hạn cuối là ngày { $closes } và bạn chưa đăng ký.

    { $after }
late-how = Bạn vẫn có thể tham gia: hãy chọn nhiệm vụ và gửi đề nghị, người phụ trách sẽ xem xét.
choose-and-ask = Chọn nhiệm vụ và đề nghị
read-tasks = Xem các nhiệm vụ

news =
    { $name } đã đăng ký nhiệm vụ năm { $year }
    { $place }
    { $parts }
news-changed =
    { $name } đã sửa đăng ký năm { $year }
    { $place }
    { $parts }
news-added =
    Đã chọn:
    { $tasks }
news-dropped =
    Đã bỏ:
    { $tasks }
