# Bí thư ghi kết quả: mang từ sổ giấy sang, hoặc giấy tờ xác nhận một kết quả tạm đạt; rút lại.

do-start = Ghi kết quả từ sổ giấy
do-proof = Có kết quả: đạt
do-confirm = Xác nhận, ghi vào sổ
do-again = Nhập lại từ đầu
do-later = Để sau, về nhiệm vụ
do-withdraw = Rút kết quả đã ghi { $day }
do-not-withdraw = Giữ nguyên

ask-count =
    { $label }
    Trang sổ ghi bao nhiêu { $unit }? Xin chọn hoặc nhập số.
ask-yes-no =
    { $label }
    Đoàn viên đã đạt nội dung này chưa?
ask-level =
    { $label }
    Đoàn viên đạt mức nào? Nếu chưa có kết quả, chọn “Chưa có”.
ask-text =
    { $label }
    Xin nhập nội dung này như ghi trong sổ.
ask-date =
    { $label }
    Xin nhập ngày, ví dụ 05/03/2027.
ask-which =
    Kết quả này thuộc nội dung nào?
    { $options }
ask-day =
    Kết quả trên sổ giấy được đánh giá ngày nào?
    { $task } của { $name }. Xin nhập ngày ghi trong sổ, ví dụ 05/03/2027.
ask-assessor =
    Ai đã đánh giá trên sổ giấy?
    { $task } của { $name }. Chọn cấp đánh giá, hoặc nhập họ tên, chức vụ người ký.
assessor = { $title }
ask-paper =
    Xin gửi ảnh trang sổ
    Ảnh chụp rõ trang ghi { $task } của { $name }, có ý kiến và chữ ký.
ask-proof =
    Giấy tờ xác nhận { $task } của { $name }
    Xin gửi ảnh, tệp quyết định, hoặc viết một câu (số, ngày, nơi ban hành).

not-a-count = Xin nhập một số từ { $least } đến { $most }.
not-yes-or-no = Xin trả lời “Có” hoặc “Không”.
not-a-level = Xin chọn một mức trong danh sách.
not-one-of-these = Xin chọn một nội dung trong danh sách.
not-a-date = Chưa đọc được ngày này. Xin nhập ngày/tháng/năm, ví dụ 05/03/2027.
not-yet = Ngày { $day } chưa đến. Xin kiểm tra lại.
not-this-year = Ngày { $day } không thuộc năm { $year } của hành trình. Xin kiểm tra lại.
not-a-name = Xin nhập nội dung ngắn, từ 1 đến { $most } ký tự.
too-big =
    Tệp lớn hơn 20 MB nên chưa nhận được
    Xin gửi dưới dạng ảnh, hoặc nén nhỏ lại.
too-many = Đã đủ { $most } mục cho một kết quả.
page-kept = Đã giữ { $n } tệp của trang sổ. Xin trả lời tiếp câu dưới đây.
coming =
    ⏳ Ảnh đang tải về
    Xin chờ vài giây rồi chọn lại “Xác nhận, ghi vào sổ”.

summary-paper =
    Xem lại trước khi ghi: kết quả từ sổ giấy
    • Đoàn viên: { $name }
    • Nhiệm vụ: { $task }
    { $lines }
    Kết quả sẽ tính là đã duyệt, trong sổ ghi rõ “từ sổ giấy”. Đoàn viên được báo ngay. Còn trang khác, xin gửi thêm ảnh.
summary-proof =
    Xem lại trước khi xác nhận đạt
    • Đoàn viên: { $name }
    • Nhiệm vụ: { $task }
    { $lines }
    Kết quả tạm đạt sẽ thành hoàn thành. Đoàn viên được báo ngay.
assessed = • Người (cấp) đánh giá: { $assessor }, ngày { $day }
no-need =
    Nhiệm vụ này không cần ghi thêm
    Tình hình có thể vừa thay đổi; xin xem nhiệm vụ dưới đây.
already =
    Vừa có người ghi kết quả cho nhiệm vụ này
    { $name } đã ghi lúc { $at }. Nếu đây là kết quả khác, xin xác nhận một lần nữa; nếu trùng, xin để lại.
toast-recorded = Đã ghi vào sổ.

ask-withdraw =
    Rút kết quả đã ghi của { $member }: vì sao?
    { $task }
    { $name } ghi lúc { $at }. Viết lý do (tối đa { $limit } ký tự), gửi là có hiệu lực và đoàn viên được báo. Nếu giữ nguyên, gõ “hủy”.
withdrawn-before =
    Kết quả này đã được rút trước đó
    { $name } đã rút lúc { $at }.

told-paper =
    ✅ { $task }: đã ghi kết quả từ sổ giấy
    { $name } đã ghi vào sổ kết quả được đánh giá ngày { $day } ({ $assessor }). Bạn mở sổ xem giúp đã đúng chưa nhé.
told-proof =
    ✅ { $task }: đã có kết quả xác nhận
    { $name } đã xác nhận, kết quả tạm đạt nay là hoàn thành. Chúc mừng bạn!
told-withdrawn =
    { $task }: một kết quả đã ghi được rút lại
    { $name }: “{ $reason }”
    Có gì chưa rõ, bạn trao đổi với { $name } nhé.
