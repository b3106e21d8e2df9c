# Miễn nhiệm vụ, ghi tạm đạt, kết luận chưa đạt; luôn có lý do, đoàn viên được báo.

do-exempt = Miễn nhiệm vụ này
do-provisional = Ghi tạm đạt, chờ xác nhận
do-unmet = Có kết quả: chưa đạt
do-lift-exempt = Thôi miễn
do-lift-provisional = Bỏ ghi tạm đạt
do-lift-unmet = Bỏ kết luận chưa đạt
do-not = Quay lại, không thay đổi
do-reword = Sửa lý do
do-confirm-exempt = Xác nhận miễn
do-confirm-provisional = Xác nhận tạm đạt
do-confirm-unmet = Xác nhận chưa đạt

ask-exempt =
    Miễn { $task } cho { $name }: vì sao?
    Viết một, hai câu (tối đa { $limit } ký tự), không nêu chi tiết sức khỏe, gia đình; đoàn viên sẽ đọc nguyên văn. Đồng chí xem lại trước khi có hiệu lực.
ask-provisional =
    Ghi tạm đạt { $task } cho { $name }: còn chờ gì?
    Viết một, hai câu (tối đa { $limit } ký tự), ví dụ “Chờ quyết định danh hiệu cuối năm”; đoàn viên sẽ đọc nguyên văn.
ask-unmet =
    { $task } của { $name }: kết quả xác nhận thế nào?
    Viết một, hai câu (tối đa { $limit } ký tự); đoàn viên sẽ đọc nguyên văn. Đồng chí xem lại trước khi có hiệu lực.

summary-exempt =
    Xem lại trước khi miễn
    • Đoàn viên: { $name }
    • Nhiệm vụ: { $task }, năm { $year }
    • Lý do: { $reason }
    Nhiệm vụ sẽ không tính vào số phải hoàn thành; sổ và báo cáo ghi “được miễn”. Đoàn viên được báo ngay.
summary-provisional =
    Xem lại trước khi ghi tạm đạt
    • Đoàn viên: { $name }
    • Nhiệm vụ: { $task }, năm { $year }
    • Còn chờ: { $reason }
    Kết quả tính riêng ở cột tạm đạt cho đến khi có giấy tờ xác nhận. Đoàn viên được báo ngay.
summary-unmet =
    Xem lại trước khi kết luận chưa đạt
    • Đoàn viên: { $name }
    • Nhiệm vụ: { $task }, năm { $year }
    • Kết quả: { $reason }
    Kết quả không còn tính là tạm đạt. Đoàn viên được báo ngay và vẫn có thể nộp giấy tờ khác.

ask-lift =
    Bỏ “{ $kind }” của { $member }: vì sao?
    { $task }
    { $name } ghi lúc { $at }: “{ $reason }”
    Viết lý do (tối đa { $limit } ký tự), gửi là có hiệu lực và đoàn viên được báo. Nếu giữ nguyên, gõ “hủy”.
kind-exempt = được miễn
kind-provisional = tạm đạt
kind-unmet = chưa đạt
already =
    Nhiệm vụ này đã có người ghi nhận
    { $name } đã ghi “{ $kind }” lúc { $at }. Thay đổi vừa rồi của đồng chí chưa được ghi.
changed =
    Tình hình nhiệm vụ đã thay đổi
    Thay đổi vừa rồi chưa được ghi. Xin xem lại nhiệm vụ dưới đây.
toast-done = Đã ghi nhận.

told-exempt =
    Bạn được miễn { $task } năm { $year }
    { $name }: “{ $reason }”
    Nhiệm vụ này không còn tính vào số phải hoàn thành, bạn không cần làm gì thêm.
told-provisional =
    { $task }: tạm đạt, chờ xác nhận
    { $name }: “{ $reason }”
    Khi có giấy tờ, bạn nộp vào nhiệm vụ này trong sổ nhé.
told-unmet =
    { $task }: kết quả xác nhận là chưa đạt
    { $name }: “{ $reason }”
    Nếu bạn có giấy tờ khác, bạn vẫn có thể nộp; có gì chưa rõ, bạn trao đổi với { $name } nhé.
told-lift-exempt =
    { $task } năm { $year } trở lại danh sách của bạn
    { $name }: “{ $reason }”
    Nhiệm vụ này lại được tính như trước. Bạn mở sổ để xem việc tiếp theo nhé.
told-lift-provisional =
    { $task }: không còn ghi tạm đạt
    { $name }: “{ $reason }”
    Bạn mở sổ để xem việc tiếp theo nhé.
told-lift-unmet =
    { $task }: kết luận chưa đạt đã được bỏ
    { $name }: “{ $reason }”
    Bạn mở sổ để xem việc tiếp theo nhé.
