# Duyệt minh chứng: việc chờ duyệt, thẻ duyệt, trả lại, hoàn tác; và tin báo cho đoàn viên.

words = duyệt | cần duyệt | việc cần duyệt

nothing =
    Hiện không có việc nào cần duyệt
    Khi có minh chứng mới, tin sẽ đến ngay.
for-officers =
    Việc duyệt dành cho cán bộ được phân công
    Khi minh chứng của bạn có kết quả, tin sẽ đến ngay. Mời chọn một việc dưới đây.
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
do-menu = Danh mục

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
brought = Đoàn viên nộp:
verdict-approved = ✅ { $name } ({ $body }) đã duyệt lúc { $at }.
verdict-returned = 🔁 { $name } ({ $body }) đã trả lại lúc { $at }. Lý do: { $reason }
on-evidence = Đã ghi nhận theo minh chứng đính kèm; vẫn có thể duyệt hoặc trả lại.
waits = Việc này đang chờ đồng chí duyệt.
others-wait = Còn chờ ý kiến của người (cấp) đánh giá còn lại.
above-waits = ⏳ Đang chờ { $who } xem xét và quyết định.
appealed = 🙋 Đoàn viên xin xem lại lúc { $at }: “{ $reason }”
reversed-approved = ↩️ { $name } đã rút lại ý kiến duyệt của { $whose } lúc { $at }. Lý do: { $reason }
reversed-returned = ↩️ { $name } đã rút lại ý kiến trả lại của { $whose } lúc { $at }. Lý do: { $reason }
organiser-elsewhere = ℹ️ Đơn vị tổ chức “{ $name }” chưa có người đánh giá trong danh sách, nên minh chứng được chuyển theo đơn vị của đoàn viên.
recorded-paper = Nhiệm vụ này đã có kết quả ghi từ sổ giấy ({ $at }).
recorded-proof = Nhiệm vụ này đã có kết quả xác nhận do bí thư ghi ({ $at }).
recorded-attend = Nhiệm vụ này đã có kết quả từ điểm danh buổi sinh hoạt ({ $at }).
same-elsewhere = ⚠️ Nên xem lại: trùng minh chứng với lần nộp lúc { $at }.
organiser-not-ours = Đơn vị tổ chức “{ $name }” chưa có người đánh giá trong danh sách, nên minh chứng được chuyển theo đơn vị của bạn.
do-approve = Duyệt
do-return = Trả lại
do-look = Xem tất cả
do-undo = Hoàn tác (trong 10 phút)
do-reverse = Rút lại quyết định…
do-keep = Giữ nguyên quyết định
do-decided = Đã quyết định gần đây
do-appeal = Xin xem lại
do-not-return = Quay lại thẻ duyệt
toast-approved = Đã duyệt
toast-returned = Đã trả lại
toast-undone = Đã hoàn tác
toast-reversed = Đã rút lại quyết định

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
ask-words =
    Xin nhập lý do, tối đa { $most } ký tự. Đoàn viên sẽ đọc đúng lời này.
    Nếu không trả lại nữa, gõ “hủy”.

already =
    Việc này đã có người quyết định
    { $name } { $verdict } lúc { $at }.
already-approved = đã duyệt
already-returned = đã trả lại

decided =
    Đã quyết định trong ba tháng qua
    { $lines }
    Chọn một việc để xem lại; nếu cần, có thể rút lại quyết định và nêu lý do.
decided-approved = { $n }. ✅ { $name } · { $task }, duyệt ngày { $on }
decided-returned = { $n }. 🔁 { $name } · { $task }, trả lại ngày { $on }
decided-nothing =
    Chưa có quyết định nào trong ba tháng qua
    Khi đồng chí duyệt hoặc trả lại, việc đó sẽ có ở đây.
decided-none-here =
    Trong { $n } quyết định này chưa có việc nào do đồng chí xem lại
    Những việc này do cán bộ gần đoàn viên hơn phụ trách. Xin chọn “Xem thêm” để xem các việc trước đó.
ask-reversal =
    Rút lại quyết định về { $task } của { $name }: vì sao?
    Chọn một lý do, hoặc nhập lý do, tối đa { $most } ký tự. Đoàn viên và những người đã cho ý kiến sẽ đọc đúng lời này; minh chứng trở lại danh sách chờ duyệt.
ask-reversal-words =
    Xin nhập lý do rút lại, tối đa { $most } ký tự.
    Nếu giữ nguyên quyết định, gõ “hủy”.
label-mistake = Quyết định nhầm
label-new-facts = Có thông tin mới
reversal-mistake = Quyết định trước được đưa ra do nhầm lẫn.
reversal-new-facts = Có thông tin mới về hoạt động này nên cần xem xét lại.
own-work =
    Không ai tự duyệt minh chứng của mình
    Người đánh giá khác theo kế hoạch sẽ xem xét minh chứng này.
not-there =
    Việc này không còn chờ đồng chí duyệt
    Có thể đã có bản mới, hoặc phân công đã thay đổi. Xin mở lại danh sách cần duyệt.
undo-too-late =
    Đã hết thời gian hoàn tác (đến { $until })
    Có thể rút lại quyết định và nêu lý do: chọn “Rút lại quyết định”.
undo-too-late-next =
    Không hoàn tác được nữa
    Đoàn viên đã nộp bản mới; xin xem bản mới trong danh sách cần duyệt.
undo-after-another =
    Không hoàn tác được nữa
    Sau đó { $name } { $verdict } lúc { $at }. Nếu cần thay đổi, xin trao đổi với { $name }.
undo-above =
    Không hoàn tác được nữa
    Việc này đã chuyển lên { $who } xem xét.

told-approved =
    ✅ { $task } đã được duyệt
    { $name } ({ $body }) đã duyệt minh chứng của bạn. { $next }
told-done = Chúc mừng bạn đã hoàn thành nhiệm vụ này!
told-exempt = Bạn đang được miễn nhiệm vụ này; kết quả vẫn được lưu trong sổ.
told-go-on = Bạn tiếp tục phần còn lại nhé.
told-one-of-all =
    ✅ { $task }: thêm một ý kiến đồng ý
    { $name } ({ $body }) đã duyệt; còn chờ người (cấp) đánh giá còn lại.
told-differ =
    { $task }: hai ý kiến đánh giá khác nhau
    Đang chờ { $who } xem xét và quyết định. Bạn chưa cần làm gì.
told-returned =
    🔁 { $task } cần bổ sung
    { $name } ({ $body }): “{ $reason }”
    Bạn bổ sung rồi nộp lại nhé, bản trước vẫn được giữ.
told-upheld =
    🔁 { $task }: sau khi xem lại, ý kiến trả lại được giữ nguyên
    { $name } ({ $body }): “{ $reason }”
    Bạn bổ sung rồi nộp lại nhé, bản trước vẫn được giữ.
told-undone =
    { $task }: quyết định vừa rồi đã được rút lại
    Minh chứng của bạn đang được xem lại, bạn chưa cần làm gì.
told-undone-draft =
    { $task }: quyết định vừa rồi đã được rút lại
    Minh chứng của bạn đang được xem lại. Bản nộp lại chỉ gồm minh chứng cũ nên đã được rút, bạn chưa cần làm gì.
told-reversed =
    ↩️ { $task }: quyết định trước đã được rút lại
    { $name }: “{ $reason }”
    Minh chứng của bạn đang được xem lại, bạn chưa cần làm gì.
told-reversed-draft =
    ↩️ { $task }: quyết định trước đã được rút lại
    { $name }: “{ $reason }”
    Minh chứng của bạn đang được xem lại. Bản nộp lại chỉ gồm minh chứng cũ nên đã được rút, bạn chưa cần làm gì.
told-reversed-accepted =
    ↩️ { $task }: quyết định trước đã được rút lại
    { $name }: “{ $reason }”
    Nhiệm vụ vẫn được ghi nhận theo minh chứng đính kèm, bạn chưa cần làm gì.
accepted-on-evidence =
    ✅ Đã ghi nhận theo minh chứng đính kèm: { $task }
    Theo kế hoạch, có minh chứng đính kèm là đủ. Người phụ trách vẫn có thể đề nghị bạn bổ sung.
do-again = Nộp lại
do-book = Sổ của tôi
nobody =
    Chưa có người đánh giá trong danh sách
    { $name } đã nộp { $task } nhưng danh sách chưa có người giữ nhiệm vụ: { $bodies }. Xin bổ sung để minh chứng được duyệt.
