no-updates = Không có tin đến nào cần bạn xử lý.
no-messages = Không có tin đi nào cần bạn xử lý.
next = Xem một dòng: hanhtrinh { $command } show SỐ · làm lại: retry SỐ… hoặc --all · bỏ qua: drop SỐ…
which = Hãy ghi số của các dòng, hoặc --all cho tất cả.
not-a-status = Không có trạng thái “{ $said }”; chỉ có: { $statuses }.
not-a-day = “{ $said }” không phải ngày dạng dd/mm/yyyy.
heading-id = Số
heading-received = Nhận lúc
heading-changed = Lúc
heading-channel = Kênh
heading-chat = Khung chat
heading-kind = Loại
heading-status = Trạng thái
heading-attempts = Số lần gửi
heading-must-arrive = Bắt buộc đến
heading-expires = Hết hạn
heading-error = Lỗi
must-arrive-yes = có
must-arrive-no = không
never = không hết hạn
body-warning = Dưới đây là nội dung riêng của một người. Chỉ xem khi cần, đừng chép đi nơi khác.
retried = Đã đưa lại { $count } dòng; chương trình đang chạy sẽ làm trong khoảng một giây.
dropped = Đã bỏ qua { $count } dòng; không báo lại nữa.
again-not-there = { $id }: không có dòng này, hoặc nó không bị lỗi.
again-expired = { $id }: đã quá hạn, gửi lúc này không còn ý nghĩa; hãy bỏ qua (drop).
again-overtaken = { $id }: thẻ này đã được gửi bản mới hơn; hãy bỏ qua (drop).
update-unparsed =
    Tin này không đọc được: nền tảng gửi một dạng lạ, hoặc nội dung hỏng. Các tin khác của người ấy vẫn được xử lý.
    Nên: báo lỗi cho nhóm phát triển kèm số dòng; sau khi cập nhật phiên bản thì retry, không thì drop.
update-poison =
    Tin này làm hỏng giao dịch cơ sở dữ liệu nhiều lần nên bị để riêng ra; người ấy chưa được trả lời.
    Nên: xem nhật ký quanh lúc ấy; cơ sở dữ liệu đã ổn thì retry; lặp lại nữa là lỗi chương trình, hãy báo.
update-defect =
    Chương trình gặp lỗi khi xử lý tin này; không có gì được ghi, người ấy đã được báo là có trục trặc.
    Nên: tìm số này (inbox_id) trong nhật ký và báo lỗi; sau khi cập nhật phiên bản thì retry. Người ấy đã làm lại rồi thì drop.
message-refused =
    Nền tảng không nhận tin này, gửi lại y nguyên cũng vậy; lý do của nền tảng ở dòng Lỗi.
    Nên: “chat not found” là người ấy chưa mở bot: mời họ mở rồi retry. Lý do khác là lỗi chương trình: hãy báo, rồi drop.
message-not-now =
    Đã gửi nhiều lần, lần nào nền tảng cũng bảo để sau hoặc báo lỗi của chính nó, nên thôi.
    Nên: nền tảng đã ổn thì retry.
message-unknown =
    Không biết tin đã đến hay chưa: mất kết nối sau khi gửi, hoặc chương trình tắt giữa chừng.
    Nên: hỏi người nhận; chưa có thì retry (nếu đã đến thì họ nhận thêm một bản), có rồi thì drop.
message-chat-closed =
    Người này đã chặn bot hoặc rời đi; không tin nào tới được cho đến khi họ mở lại bot.
    Nên: liên hệ cách khác; họ mở lại bot thì retry.
message-defect =
    Chương trình gặp lỗi khi chuẩn bị tin này (ví dụ tệp đính kèm không còn trong kho), tin chưa rời đi.
    Nên: tìm số này (outbox_id) trong nhật ký, sửa nguyên nhân rồi retry.
