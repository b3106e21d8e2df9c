# Duyệt minh chứng: việc chờ duyệt, thẻ duyệt, trả lại, hoàn tác; và tin báo cho đoàn viên.

words = duyệt | cần duyệt | việc cần duyệt

nothing =
    Hiện không có việc nào cần duyệt
    Khi có minh chứng mới, bạn sẽ nhận được tin ngay tại đây.
queue =
    Cần duyệt: { $n } việc
    { $lines }
    Chọn một việc để xem và duyệt.
queue-line = { $n }. { $name } · { $task }, chờ từ { $since }{ $days ->
        [0] {""}
       *[other] {" "}({ $days } ngày)
    }
one = { $name } · { $task }
do-more = Xem thêm
do-queue = Việc cần duyệt

card =
    { $task }
    { $lines }
author = Đoàn viên: { $name } ({ $place })
version = Bản thứ { $n }. Lần trước cần bổ sung: { $reason }
handed-in = Nộp lúc { $at }
asks =
    Cần xem xét:
    { $criteria }
ask = • { $label }
verdict-approved = ✅ { $name } ({ $body }) đã duyệt lúc { $at }.
verdict-returned = 🔁 { $name } ({ $body }) đã trả lại lúc { $at }. Lý do: { $reason }
on-evidence = Đã ghi nhận theo minh chứng đính kèm; bạn vẫn có thể duyệt hoặc trả lại.
others-wait = Còn chờ ý kiến của nơi khác.
do-approve = Duyệt
do-return = Trả lại
do-look = Xem tất cả
do-undo = Hoàn tác (trong 10 phút)
do-not-return = Không trả lại nữa
toast-approved = Đã duyệt
toast-returned = Đã trả lại
toast-undone = Đã hoàn tác

everything =
    { $task }
    Toàn bộ minh chứng của { $name }.
words-of =
    { $name } viết:
    { $words }

ask-reason =
    Trả lại { $task } của { $name }: vì sao?
    Chọn một lý do, hoặc nhập lý do ngắn gọn. Đoàn viên sẽ đọc đúng lời này.
label-date = Thiếu ngày tháng
label-blurred = Ảnh mờ, khó đọc
label-organiser = Thiếu đơn vị tổ chức
label-wrong-task = Chưa đúng nhiệm vụ
label-other = Lý do khác
reason-date = Minh chứng chưa thể hiện ngày tháng. Bạn bổ sung ngày diễn ra hoặc giấy tờ có ghi ngày nhé.
reason-blurred = Ảnh bị mờ, chưa đọc được nội dung. Bạn chụp lại rõ hơn nhé.
reason-organiser = Chưa có tên đơn vị tổ chức. Bạn bổ sung giấy tờ hoặc thông tin về đơn vị tổ chức nhé.
reason-wrong-task = Minh chứng chưa đúng với yêu cầu của nhiệm vụ. Bạn xem lại cách thực hiện rồi nộp lại nhé.
ask-words = Bạn nhập giúp lý do, tối đa { $most } ký tự. Đoàn viên sẽ đọc đúng lời này.

already =
    Việc này đã có người quyết định
    { $name } { $verdict } lúc { $at }.
already-approved = đã duyệt
already-returned = đã trả lại
own-work =
    Bạn không tự duyệt minh chứng của mình
    Người đánh giá khác theo kế hoạch sẽ xem giúp bạn.
not-there =
    Việc này không còn chờ bạn duyệt
    Có thể đã có bản mới, hoặc phân công đã thay đổi. Bạn mở lại danh sách cần duyệt nhé.
undo-too-late =
    Đã hết thời gian hoàn tác (đến { $until })
    Nếu cần thay đổi, bạn trao đổi với đoàn viên để nộp thêm.
undo-too-late-next =
    Không hoàn tác được nữa
    Đoàn viên đã nộp bản mới; bạn xem bản mới trong danh sách cần duyệt.

told-approved =
    ✅ { $task } đã được duyệt
    { $name } đã duyệt minh chứng của bạn. { $next }
told-done = Chúc mừng bạn đã hoàn thành nhiệm vụ này!
told-go-on = Bạn tiếp tục phần còn lại nhé.
told-one-of-all =
    ✅ { $task }: thêm một ý kiến đồng ý
    { $name } đã duyệt; còn chờ nơi đánh giá khác.
told-returned =
    🔁 { $task } cần bổ sung
    { $name }: “{ $reason }”
    Bạn bổ sung rồi nộp lại nhé, bản trước vẫn được giữ.
told-undone =
    { $task }: quyết định vừa rồi đã được rút lại
    Minh chứng của bạn đang được xem lại, bạn chưa cần làm gì.
accepted-on-evidence =
    ✅ Đã ghi nhận theo minh chứng đính kèm: { $task }
    Theo kế hoạch, có minh chứng đính kèm là đủ. Người phụ trách vẫn có thể đề nghị bạn bổ sung.
do-again = Nộp lại
do-book = Sổ của tôi
nobody =
    Chưa có người đánh giá trong danh sách
    { $name } đã nộp { $task } nhưng chưa có ai thuộc: { $bodies }. Bạn bổ sung vào danh sách giúp để minh chứng được duyệt.
