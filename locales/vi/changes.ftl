# Đề nghị đổi nhiệm vụ sau khi hết hạn đăng ký.

words = đề nghị | đề nghị đổi nhiệm vụ | đề nghị chờ duyệt

queue =
    Đề nghị đổi nhiệm vụ đang chờ: { $count }
    { $lines }
queue-line = { $n }. { $name }, từ { $since }
one = { $name }
more = Xem thêm
menu = Danh mục
nothing =
    Không có đề nghị đổi nhiệm vụ nào đang chờ
    Đề nghị mới của đoàn viên sẽ được báo tại đây.

ask-reason =
    Vì sao bạn muốn thay đổi?
    Viết một, hai câu (tối đa { $limit } ký tự), ví dụ: “Tôi chuyển công tác nên không tham gia được hội thi”. Gõ “hủy” để thôi.
ask-reason-again =
    Vì sao bạn muốn thay đổi?
    Bạn viết lý do bằng chữ, không quá { $limit } ký tự nhé. Gõ “hủy” để thôi.
asked =
    ⏳ Đã gửi đề nghị
    Đang chờ:
    { $names }

    Lựa chọn cũ vẫn có hiệu lực đến khi đề nghị được đồng ý.
companion = • { $name }
companion-unlinked = • { $name } (chưa vào hệ thống, bạn báo trực tiếp nhé)
withdraw = Rút đề nghị
withdrawn =
    Đã rút đề nghị
    Lựa chọn cũ được giữ nguyên.
open = Xem đăng ký
book = Sổ của tôi

not-now =
    Chưa gửi được đề nghị
    Lựa chọn này đã cũ, hoặc đăng ký đang mở và bạn có thể sửa trực tiếp.
already-asked =
    Bạn đang có một đề nghị chờ xem xét
    Khi có kết quả, hoặc sau khi rút đề nghị này, bạn có thể gửi đề nghị khác.
nothing-new =
    Chưa có gì để gửi
    Bạn chọn đủ số nhiệm vụ và thay đổi ít nhất một nhiệm vụ rồi gửi nhé.
nobody =
    Chưa gửi được đề nghị
    Tổ và đơn vị của bạn chưa có người phụ trách trong danh sách. Bạn báo ban tổ chức để được bổ sung nhé.
gone =
    Không tìm thấy đề nghị này
    Có thể lựa chọn này đã cũ.
own =
    Đây là đề nghị của chính bạn
    Một người phụ trách khác sẽ xem xét.
not-yours =
    Đề nghị này do người khác phụ trách
    Người phụ trách hiện nay của đoàn viên sẽ xem xét.

card =
    { $name } đề nghị đổi nhiệm vụ
    { $place } · { $at }

    { $parts }
added =
    Chọn thêm:
    { $tasks }
dropped =
    Bỏ:
    { $tasks }
reason = Lý do: { $reason }
approve = Đồng ý
return = Chưa đồng ý
ask-answer =
    Đề nghị của { $name }: vì sao chưa đồng ý?
    Viết một, hai câu (tối đa { $limit } ký tự); đoàn viên sẽ đọc nguyên văn. Gõ “hủy” để thôi.
ask-answer-again =
    Vì sao chưa đồng ý?
    Viết lý do bằng chữ, không quá { $limit } ký tự. Gõ “hủy” để thôi.
approved-line = { $name } đã đồng ý, { $at }.
returned-line = { $name } chưa đồng ý, { $at }: { $answer }
withdrawn-line = Đoàn viên đã rút đề nghị.
outdated-season = Đề nghị thuộc hành trình của năm trước nên không còn hiệu lực.
outdated-choice = Lựa chọn đã được sửa sau khi gửi đề nghị nên đề nghị không còn hiệu lực.
outdated-task = Có nhiệm vụ mới chọn không còn kịp thực hiện trong năm nên đề nghị không còn hiệu lực.
told-outdated =
    Đề nghị đổi nhiệm vụ không thực hiện được
    { $why }
    Lựa chọn đang đăng ký được giữ nguyên. Nếu vẫn muốn thay đổi, bạn xem lại đăng ký rồi gửi đề nghị mới nhé.
toast-decided = Đã ghi nhận.
toast-too-late = Đề nghị đã được xử lý trước đó.
told-approved =
    ✅ Đề nghị đổi nhiệm vụ đã được đồng ý
    Người quyết định: { $name }. Nhiệm vụ mới đã có trong sổ của bạn; nhiệm vụ cũ vẫn được lưu lại.
told-returned =
    Đề nghị đổi nhiệm vụ chưa được đồng ý
    { $name }: “{ $answer }”
    Lựa chọn cũ được giữ nguyên.
