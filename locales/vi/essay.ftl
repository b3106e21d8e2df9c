# Bài viết: các phần gửi trong chat, bài gửi bằng tệp, đoạn chữ gửi khi chưa mở bài.

card =
    { $task }
    { $lines }

    Bạn viết tiếp, hoặc gõ “xong” khi đã đủ. Nghỉ bao lâu cũng được, phần đã gửi luôn được giữ. Ứng dụng nào cho sửa tin đã gửi thì sửa tin, bài được sửa theo.
length = Bài viết: { $parts } phần, { $have } chữ ({ $asked })
over = cần trên { $n } chữ
at-least = cần từ { $n } chữ
near = Số chữ sát mức yêu cầu: Word có thể đếm chênh một ít.
uncounted = Phần trong ảnh, tệp không đếm được chữ: người đánh giá sẽ đọc và xem độ dài.
opening = Mở đầu: “{ $words }”
closing = Kết thúc: “{ $words }”
whole = { $words }
short =
    Bài viết chưa đủ độ dài
    Bài có { $have } chữ ({ $asked }): còn thiếu { $more } chữ. Bạn viết tiếp tại đây, phần đã gửi vẫn được giữ.
    { $near }

do-read = Đọc lại toàn bài
do-go-on = Viết tiếp
do-take-back = Bỏ phần vừa gửi

understood =
    Mình đọc được { $n } chữ trong tệp { $name }
    { $lines }

    { $asked }
is-it-yours = Đúng bài của bạn không? Bạn xác nhận thì bài mới được tính.
together = Bạn đã có { $n } phần bài viết trước đó. Lấy bài trong tệp thay cho phần đã có, hay thêm vào?
too-long =
    Thêm tệp này thì bài dài quá mức
    Một bài nhận nhiều nhất { $most } ký tự. Bạn chọn “Thay phần đã có”, hoặc bỏ bớt phần đã gửi rồi thêm lại.
do-use = Đúng, đây là bài của tôi
do-replace = Thay phần đã có
do-add = Thêm vào phần đã có
do-not-it = Không đúng, bỏ tệp
do-drop-file = Bỏ tệp này
used = ✅ Đã lấy bài viết trong tệp.
not-it =
    Đã bỏ tệp này, tệp không được tính vào bài
    Bạn dán bài viết vào đây (dài thì chia nhiều tin), hoặc gửi tệp khác: Word (.docx), .odt, PDF, .txt.
file-gone = Tệp này không còn trong bản soạn. Bạn có thể gửi lại.
edited-out =
    Đoạn vừa sửa không còn trong bài viết
    Bạn đã bỏ đoạn này, hoặc bài đã được thay bằng bản khác. Muốn dùng, bạn gửi lại thành tin mới nhé.
coming =
    ⏳ Tệp của bạn đang được đọc
    Bạn chờ ít phút để xác nhận nội dung trong tệp, rồi nộp nhé.

# Vì sao chưa đọc được tệp, và cách gửi khác. Tên theo lý do (papers/essay_text.py).
unread-bomb =
    Tệp { $name } có nội dung nén bất thường nên không mở được an toàn
    Bạn mở tệp, chép bài viết rồi dán vào đây, hoặc lưu thành tệp .docx mới rồi gửi lại.
unread-damaged =
    Tệp { $name } bị hỏng hoặc tải lên chưa hết
    Bạn mở lại tệp trên máy, lưu thành tệp mới rồi gửi, hoặc dán bài viết vào đây.
unread-empty =
    Tệp { $name } chưa có chữ nào
    Có thể bạn gửi nhầm tệp. Bạn kiểm tra rồi gửi lại nhé.
unread-encrypted =
    Tệp { $name } đang đặt mật khẩu nên chưa đọc được
    Bạn bỏ mật khẩu (lưu lại không đặt mật khẩu) rồi gửi, hoặc dán bài viết vào đây. Xin đừng gửi mật khẩu.
unread-no-text =
    Tệp { $name } là ảnh chụp bài viết nên không đếm được chữ
    Tệp được giữ để người đánh giá đọc và xem độ dài. Nếu có bản đánh máy, bạn gửi tệp Word hoặc dán vào đây để được đếm chữ ngay.
unread-old-word =
    Tệp { $name } là Word bản cũ (.doc) nên chưa đọc được
    Trong Word, bạn chọn “Lưu thành” (Save As), loại tệp .docx hoặc PDF, rồi gửi lại.
unread-other-kind =
    Tệp { $name } không phải là văn bản
    Tên hoặc đuôi tệp có thể chưa đúng. Bạn gửi bài ở dạng Word (.docx), .odt, PDF, .txt, hoặc dán vào đây.
unread-too-large =
    Tệp { $name } dài hơn mức có thể đọc
    Bạn chỉ gửi riêng bài viết (bỏ phụ lục, hình ảnh), hoặc dán bài vào đây.
unread-too-many-pages =
    Tệp { $name } có quá nhiều trang
    Bạn chỉ gửi riêng các trang của bài viết, hoặc dán bài vào đây.
unread-too-slow =
    Tệp { $name } mất quá nhiều thời gian để đọc
    Bạn lưu lại thành tệp .docx chỉ có chữ rồi gửi, hoặc dán bài viết vào đây.
unread-unsafe =
    Tệp { $name } có macro hoặc mã lệnh nên không được nhận
    Bạn lưu lại thành .docx hoặc PDF thường (không macro) rồi gửi, hoặc dán bài viết vào đây.

offer =
    Đây có phải bài viết cho { $task } không?
    Đã giữ { $parts } đoạn, { $n } chữ:
    { $lines }

    Bạn chọn để đưa vào bài, hoặc gửi tiếp nếu chưa hết.
late =
    Bài { $task } đã nộp và đang chờ duyệt, nên đoạn này chưa được đưa vào
    Đoạn bạn vừa gửi được giữ lại. Nếu bài được trả lại để bổ sung, bạn có thể đưa đoạn này vào.
do-begin-with = Đúng, đưa vào bài viết
do-not-essay = Không phải bài viết
begun-with = ✅ Đã đưa { $n } chữ vào bài viết { $task }.
forgotten = Đã bỏ đoạn chữ này. Khi cần, bạn gõ “menu”.
