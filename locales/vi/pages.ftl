# Đường dẫn dùng một lần và các trang phía sau: trang trả lời, trang ảnh, phiếu in.

words = đường dẫn | gửi đường dẫn | chờ cấp ủy

no-address = (Bot chưa có địa chỉ trang web nên chưa mở được đường dẫn. Xin nhờ người vận hành đặt PUBLIC_URL, ví dụ https://hanhtrinh.example.vn)

waiting =
    Chờ người chưa dùng bot trả lời: { $n } việc
    { $lines }
    Chọn một việc để gửi đường dẫn trả lời, hoặc in phiếu xin ý kiến.
waiting-line = { $n }. { $name } · { $task }, chờ { $bodies } từ { $since }
one = { $name } · { $task }
do-more = Xem thêm
nothing =
    Không có việc nào chờ người chưa dùng bot trả lời
    Khi minh chứng cần ý kiến của cấp ủy, đồng chí gửi đường dẫn hoặc in phiếu tại đây.
do-waiting = Gửi đường dẫn cho cấp ủy
ask-body =
    { $task } của { $name }: gửi cho ai?
    Chọn người (cấp) sẽ trả lời.
body = { $body }
ask-name =
    Ai sẽ trả lời thay mặt { $body }?
    Xin nhập họ tên và chức vụ, ví dụ: Nguyễn Văn An, Bí thư chi bộ. Tên này được ghi vào hồ sơ của { $name }.
    Nếu không gửi nữa, gõ “hủy”.
ask-name-replaces =
    { $body } đã có đường dẫn còn dùng được
    Đồng chí { $sender } gửi { $to } lúc { $at }, dùng được đến { $until }. Nếu tạo đường dẫn mới, đường dẫn cũ và phiếu in từ đường dẫn cũ không dùng được nữa.
    Nếu vẫn thay, xin nhập họ tên và chức vụ người sẽ trả lời. Nếu giữ đường dẫn cũ, gõ “hủy”.
ask-name-again = Xin nhập họ tên người trả lời, từ { $least } đến { $most } ký tự. Nếu không gửi nữa, gõ “hủy”.
sent =
    Đường dẫn trả lời cho { $to } ({ $body })
    { $task } của { $name }
    { $link }
    Xin chuyển tin này hoặc đường dẫn đến đúng người nhận: ai có đường dẫn đều mở được. Dùng một lần, đến { $until }. Nếu trả lời trên giấy, xin in phiếu, ký rồi quét mã trên phiếu để nhập ý kiến.
told-replaced =
    Đường dẫn đồng chí gửi { $to } đã được thay
    { $task } của { $name }: đồng chí { $sender } vừa tạo đường dẫn mới. Đường dẫn cũ và phiếu in từ đường dẫn cũ không dùng được nữa; xin trao đổi với đồng chí { $sender } nếu phiếu đang chờ ký.
do-page = Mở trang trả lời
do-sheet = Phiếu in (PDF)
do-revoke = Thu hồi đường dẫn
revoked =
    Đã thu hồi đường dẫn
    Ai mở đường dẫn này sẽ không xem được gì nữa.
not-revoked =
    Đường dẫn này không còn dùng được
    Người nhận đã trả lời, hoặc đường dẫn đã được thu hồi.
not-there =
    Việc này không còn chờ người chưa dùng bot trả lời
    Có thể đã có ý kiến, hoặc phân công đã thay đổi.
own-work =
    Không ai tự gửi minh chứng của mình đi xin ý kiến
    Bí thư hoặc giám sát viên khác sẽ gửi đường dẫn này.
told-answered =
    { $to } ({ $body }) đã trả lời { $how }
    { $task } của { $name }: { $verdict }.
told-taken-back =
    ↩️ { $to } ({ $body }) đã rút lại ý kiến vừa gửi
    { $task } của { $name }: đường dẫn cũ trả lời lại được đến { $until }, đồng chí chưa cần gửi lại.
said-approved = đồng ý duyệt
said-returned = đề nghị bổ sung
how-page = trên trang
how-paper = trên phiếu giấy
verdict-approved = ✅ { $name } ({ $body }) đã duyệt { $how } lúc { $at }; đường dẫn do { $sender } gửi.
verdict-returned = 🔁 { $name } ({ $body }) đã đề nghị bổ sung { $how } lúc { $at }; đường dẫn do { $sender } gửi. Lý do: { $reason }

do-gallery = Xem ảnh khổ lớn
do-read = Đọc trên trang web
gallery =
    Trang ảnh của { $name }, { $task }
    { $link }
    Đường dẫn chỉ dành cho đồng chí, đến { $until }; xin không chuyển cho người khác.
do-open-gallery = Mở trang ảnh

# Trang

product = Hành trình đoàn viên ưu tú
review-title = Xin ý kiến về minh chứng của đoàn viên ưu tú
gallery-title = Minh chứng của { $name }
dear = Kính gửi: { $to } ({ $body })
only-this = Trang này chỉ có một nội dung dưới đây. Xin không chuyển đường dẫn cho người khác.
author = Đoàn viên
place = Đơn vị
version = Bản nộp
version-of = bản thứ { $n }
asks = Nội dung cần xem xét
stated = Đoàn viên ghi
fact = { $label }: { $value }
fact-outside = { $label }: { $value } (ngoài { $months }: nên xem lại)
pictures = Ảnh minh chứng ({ $n })
picture = Ảnh { $n }
documents = Tài liệu
document-of = Tài liệu { $n }
written = Đoàn viên viết ({ $n } chữ)
read-from = Nội dung đọc được trong { $name } ({ $n } chữ)
brought-document = Tài liệu { $name }{ $n ->
        [0] {""}
       *[other] {" "}(đọc được { $n } chữ)
    }
not-read = Không đọc được chữ trong tệp này; xin mở tệp để xem.
still-coming = Còn { $n } tệp đang được tải về; xin mở lại trang sau ít phút.
nothing-handed = Không có ảnh, tài liệu hay bài viết nào.
history = Các lần nộp trước
earlier = Bản thứ { $n }, nộp lúc { $at }
opinions = Ý kiến đã có
answer = Ý kiến của { $body }
approve = Đồng ý duyệt
return = Đề nghị bổ sung
opinion = Ý kiến (bắt buộc khi đề nghị bổ sung; đoàn viên sẽ đọc đúng lời này)
how = Ý kiến được cho
how-page-choice = trên trang này
how-paper-choice = trên phiếu giấy đã ký, tôi nhập lại
sheet = Ảnh phiếu đã ký (không bắt buộc)
signed-sheets = Phiếu đã ký
signed-by = { $to }, nhập lúc { $at }
send = Gửi ý kiến
once = Ý kiến chỉ gửi được một lần. Gửi xong, đồng chí còn rút lại được trong mười phút.
print = In phiếu xin ý kiến (PDF)
need-verdict = Xin chọn một trong hai: đồng ý duyệt hoặc đề nghị bổ sung.
need-opinion = Khi đề nghị bổ sung, xin ghi rõ cần bổ sung gì (tối đa { $most } ký tự).
need-picture = Ảnh phiếu không đọc được. Xin chụp lại (JPG, PNG, HEIC, dưới { $megabytes } MB) hoặc gửi không kèm ảnh.
thanks-title = Đã nhận ý kiến. Xin cảm ơn đồng chí.
thanks-text = { $task } của { $name }: { $verdict }. Đoàn viên và người phụ trách đã được báo. Đồng chí có thể đóng trang này.
take-back = Rút lại ý kiến
take-back-until = Nếu bấm nhầm hoặc cần sửa, đồng chí rút lại được đến { $until }, rồi trả lời lại bằng chính đường dẫn này.
taken-back-title = Đã rút lại ý kiến
taken-back-text = Đoàn viên và người phụ trách đã được báo. Đồng chí trả lời lại được bằng chính đường dẫn này, đến { $until }.
not-answered-title = Không có ý kiến nào để rút lại
not-answered-text = Ý kiến đã được rút lại trước đó, hoặc chưa được gửi. Đồng chí trả lời được bằng chính đường dẫn này, đến { $until }.
answer-again = Mở trang trả lời
too-late-title = Đã quá mười phút
too-late-text = Ý kiến chỉ rút lại tại đây được đến { $until }. Nếu cần thay đổi, xin trao đổi với người gửi đường dẫn.
followed-title = Không rút lại tại đây được nữa
followed-text = Sau ý kiến của đồng chí, minh chứng đã sang bước tiếp theo (bản nộp mới hoặc ý kiến khác). Nếu cần thay đổi, xin trao đổi với người gửi đường dẫn.

forged-title = Đường dẫn không đúng
forged-text = Có thể đường dẫn bị cắt khi chuyển. Xin mở lại từ tin nhắn gốc hoặc quét lại mã trên phiếu; nếu vẫn không được, xin nhờ người gửi tạo đường dẫn mới.
expired-title = Đường dẫn đã hết hạn
expired-text = Đường dẫn này dùng được đến { $until }. Xin nhờ người gửi tạo đường dẫn mới.
used-title = Đường dẫn đã dùng xong
used-text = Ý kiến đã được gửi lúc { $at }. Nếu cần thay đổi, xin trao đổi với người gửi đường dẫn.
revoked-title = Đường dẫn đã được thu hồi
revoked-text = Người gửi đã thu hồi hoặc đã thay bằng đường dẫn mới. Xin dùng đường dẫn mới nhất.
decided-title = Việc này đã có ý kiến
decided-text = { $name } { $verdict } lúc { $at }. Đồng chí không cần làm gì thêm.
gone-title = Nội dung không còn ở đây
gone-text = Bản nộp đã được thay, hoặc phân công đã thay đổi. Xin nhờ người gửi tạo đường dẫn mới nếu còn cần.
form-title = Xin mở lại trang
form-text = Nội dung chưa được gửi vì biểu mẫu không đầy đủ. Xin mở lại đường dẫn và gửi lại.
busy-title = Xin chờ một phút
busy-text = Trang được mở quá nhiều lần trong một phút. Xin thử lại sau ít phút.
trouble-title = Xin thử lại sau ít phút
trouble-text = Máy chủ đang bận, nội dung chưa được ghi. Xin gửi lại sau ít phút.
defect-title = Trang gặp lỗi
defect-text = Lỗi ở phía máy chủ, đã được ghi lại để sửa. Xin mở lại đường dẫn để xem nội dung đã gửi được chưa; nếu vẫn lỗi, xin báo người gửi đường dẫn.
large-title = Nội dung quá lớn
large-text = Nội dung gửi lên lớn hơn mức trang nhận được. Xin quay lại, rút gọn hoặc chọn tệp nhỏ hơn rồi gửi lại.
essay-used-title = Bài đã được nộp
essay-used-text = Bài này đã nộp lúc { $at }. Bạn mở chat để xem ai đang giữ bài; nếu bài được trả lại để bổ sung, bạn viết tiếp từ chat.
essay-expired-title = Đường dẫn đã hết hạn
essay-expired-text = Đường dẫn này dùng được đến { $until }. Bài đã lưu vẫn còn: trong chat, bạn chọn “Viết trên trang web” để có đường dẫn mới.
essay-revoked-title = Đường dẫn này không dùng nữa
essay-revoked-text = Đường dẫn đã được thu hồi hoặc thay bằng đường dẫn mới. Bài đã lưu vẫn còn: bạn mở đường dẫn mới nhất trong chat.
essay-gone-title = Bài viết không còn ở đây
essay-gone-text = Bản soạn này đã được bỏ, hoặc đường dẫn không dành cho bạn. Bạn mở chat và gõ “nộp” để xem các nhiệm vụ của mình.
upload-used-title = Phần này đã được nộp
upload-used-text = Minh chứng đã nộp lúc { $at }. Bạn mở chat để xem ai đang giữ; muốn nộp thêm, gõ “nộp”.
upload-expired-title = Đường dẫn đã hết hạn
upload-expired-text = Đường dẫn này dùng được đến { $until }. Những gì đã gửi vẫn còn: trong chat, bạn chọn “Gửi tệp qua trang web” để có đường dẫn mới.
upload-revoked-title = Đường dẫn này không dùng nữa
upload-revoked-text = Đường dẫn đã được thu hồi hoặc thay bằng đường dẫn mới. Những gì đã gửi vẫn còn: bạn mở đường dẫn mới nhất trong chat.
upload-gone-title = Bản soạn không còn ở đây
upload-gone-text = Bản soạn này đã được bỏ, hoặc đường dẫn không dành cho bạn. Bạn mở chat và gõ “nộp” để xem các nhiệm vụ của mình.
attend-revoked-title = Trang này đã đóng
attend-revoked-text = Đồng chí đã mở trang điểm danh mới. Xin dùng đường dẫn mới nhất trong chat.
attend-expired-title = Trang này đã hết hạn
attend-expired-text = Trang mở được đến { $until }. Xin mở lại từ chat: chọn buổi, “Điểm danh”, “Điểm danh trên màn hình, bản in”.
ticks-expired-title = Danh sách này đã hết hạn
ticks-expired-text = Danh sách mở được đến { $until }. Xin mở lại từ chat: chọn buổi, “Điểm danh”, “Tích danh sách trên trang web”.
attend-gone-title = Không còn điểm danh ở đây
attend-gone-text = Buổi học đã hủy, hoặc đồng chí không còn phụ trách buổi này. Xin xem lại trong chat.
oa-granted-title = Đã nhận quyền
oa-granted-text = Official Account đã cấp quyền cho Hành trình. Đồng chí có thể đóng trang này.
oa-not-granted-title = Chưa nhận được quyền
oa-not-granted-text = Mã cấp quyền chỉ dùng được một lần, trong mười phút. Xin chạy lại lệnh hanhtrinh oa grant và mở đường dẫn mới.
oa-wrong-account-title = Không đúng Official Account
oa-wrong-account-text = Quyền vừa cấp là của một Official Account khác với ZALO_OA_ID. Xin đăng nhập đúng tài khoản quản trị rồi cấp lại.
preview-title = Hành trình đoàn viên ưu tú
preview-text = Đường dẫn dành riêng cho người nhận. Xin mở bằng trình duyệt.

# Phiếu in

sheet-union = ĐOÀN TNCS HỒ CHÍ MINH
sheet-title = PHIẾU XIN Ý KIẾN
sheet-about = về kết quả thực hiện nhiệm vụ của đoàn viên ưu tú
sheet-task = Nhiệm vụ
sheet-brought = Minh chứng
sheet-opinion = Ý kiến
sheet-reason = Nội dung cần bổ sung (nếu có):
sheet-date = …………………, ngày …… tháng …… năm ………
sheet-sign = (Ký, ghi rõ họ tên)
sheet-scan = Quét mã để xem minh chứng và trả lời trên trang, hoặc nhập lại ý kiến đã ký. Dùng một lần, đến { $until }.
sheet-page = Trang
