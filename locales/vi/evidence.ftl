# Nộp minh chứng: chọn nhiệm vụ, gửi, xem lại, nộp; và những tệp không nhận được.

words = nộp | nộp bài | nộp minh chứng | gửi minh chứng | minh chứng
done-words = xong | gửi | đã xong | gửi xong | hoàn tất | xong rồi
today-words = hôm nay | nay
yesterday-words = hôm qua
yes-words = có | rồi | đạt | đúng
no-words = không | chưa | chưa có | chưa biết

pick =
    Bạn nộp minh chứng cho nhiệm vụ nào?
    { $tasks }
which-task =
    Minh chứng này cho nhiệm vụ nào?
    Đã nhận { $n } tệp, chưa gắn với nhiệm vụ.
    { $tasks }
task = { $name }
task-line = { $n }. { $name }: { $state }
state-todo = chưa nộp
state-draft = đang soạn
state-waiting = đang chờ duyệt
state-returned = cần bổ sung
state-partial = nộp thêm
state-provisional = chờ giấy tờ xác nhận
state-done = hoàn thành
state-late-missed = đã qua thời gian thực hiện
state-exempt = được miễn
do-more = Xem thêm
do-forget = Bỏ, không nộp
all-done =
    ✅ Các nhiệm vụ bạn đăng ký đều đã hoàn thành
    Hiện không có nhiệm vụ nào cần nộp thêm. Gõ “sổ” để xem lại kết quả.
attached = Đã gắn tệp vào nhiệm vụ { $task }.
forgotten =
    Đã bỏ { $n } tệp
    Các tệp này không được nộp cho nhiệm vụ nào.

start =
    { $task }
    Còn cần:
    { $missing }

    Minh chứng có thể là: { $kinds }.
    { $how }
    { $never }
how-essay = Bạn viết ngay tại đây (bao nhiêu tin cũng được, số chữ được cộng lại) hoặc gửi một tệp Word (.docx), .odt, PDF, .txt.
how-files = Bạn gửi ảnh, tệp, đường dẫn hoặc ghi chú, bao nhiêu lần cũng được.
never = Xin đừng gửi: { $forbidden }.
missing = • { $label }: { $have }/{ $need }
missing-words = • { $label }: { $asked }

card =
    { $task }
    Đã nhận:
    { $lines }
    Gửi tiếp, hoặc chọn “Xem trước và nộp” khi đã đủ.
holds-photo = • { $n } ảnh
holds-document = • { $n } tệp
holds-text = • { $n } đoạn chữ
holds-coming = • ⏳ { $n } tệp đang tải về
holds-refused = • { $n } tệp không nhận được
holds-nothing = • chưa có gì
note = Ghi chú: { $words }
fact = • { $label }: { $value }
fact-outside = • { $label }: { $value } (ngoài { $months }: nên xem lại)
claim-unknown = chưa có
claim-yes = Có
claim-no = Không
claim-count = { $n } { $unit }

preview =
    Xem lại trước khi nộp: { $task }
    { $lines }
    Nếu đã đúng, chọn “Nộp”.

do-preview = Xem trước và nộp
do-take-back = Bỏ mục vừa gửi
do-start-again = Làm lại từ đầu
do-later = Để sau
do-edit = Sửa thông tin
do-submit = Nộp
do-add = Thêm minh chứng
do-clear = Xóa hết, làm lại
do-keep-all = Giữ nguyên
do-go-on = Soạn tiếp
do-another = Nộp nhiệm vụ khác
do-book = Sổ của tôi
do-register = Đăng ký nhiệm vụ
do-keep = Dùng lại minh chứng cũ
do-fresh = Bắt đầu từ đầu
do-start-more = Nộp thêm minh chứng
do-drop = Bỏ bản soạn
do-correct = Bổ sung lần bị trả lại
do-another-activity = Hoạt động khác

ask-count =
    { $label }
    Lần nộp này tính cho bao nhiêu { $unit }? Bạn chọn hoặc nhập số.
ask-yes-no =
    { $label }
    Bạn đã đạt nội dung này chưa?
ask-level =
    { $label }
    Bạn đạt mức nào? Nếu chưa có kết quả, chọn “Chưa có”.
ask-text =
    { $label }
    Bạn nhập giúp nội dung này.
ask-date =
    { $label }
    Bạn nhập ngày, ví dụ 05/03/2027.
ask-which =
    Minh chứng này cho nội dung nào?
    { $options }
option = { $n }. { $label }
option-label = { $n }. { $label }
today = Hôm nay
yesterday = Hôm qua
none-yet = Chưa có
level = { $name }
number = { $n }
not-a-count = Bạn nhập giúp một số từ { $least } đến { $most }.
not-yes-or-no = Bạn trả lời giúp “Có” hoặc “Không”.
not-a-level = Bạn chọn giúp một mức trong danh sách.
not-one-of-these = Bạn chọn giúp một nội dung trong danh sách.
not-a-date = Chưa đọc được ngày này. Bạn nhập ngày/tháng/năm, ví dụ 05/03/2027.
not-yet = Ngày { $day } chưa đến. Bạn kiểm tra lại ngày diễn ra nhé.
not-this-year = Ngày { $day } không thuộc năm { $year }. Hành trình năm { $year } chỉ tính hoạt động trong năm.
not-a-name = Bạn nhập giúp nội dung ngắn, từ 1 đến { $most } ký tự.

handed-in =
    ✅ Đã nộp: { $task }{ $version }
    { $lines }
    Đang chờ:
    { $holders }
    Có kết quả, bạn sẽ nhận được tin ngay.
version = {" "}(bản { $n })
nobody-yet = Chưa có người đánh giá trong danh sách; bí thư đã được báo.
nothing-yet =
    Chưa có minh chứng nào
    Bạn gửi ít nhất một ảnh, tệp, đường dẫn hoặc ghi chú rồi nộp nhé.
no-draft =
    Bản soạn này không còn nữa
    Có thể bạn đã nộp rồi. Gõ “sổ” để xem, hoặc gõ “nộp” để nộp minh chứng.
added = Đã bổ sung { $n } tệp vào minh chứng bạn vừa nộp.
again =
    Nộp lại { $task } (bản { $version })
    Lý do cần bổ sung: { $reason }
    Bản trước có { $n } mục. Bạn muốn dùng lại hay bắt đầu từ đầu?
again-too-late =
    Bản này không cần nộp lại
    Có thể bạn đã nộp bản mới, hoặc quyết định đã được rút lại. Gõ “sổ” để xem.
sure =
    Xóa { $n } mục đã gửi?
    Các mục này sẽ không còn trong bản soạn.
drop-sure =
    Bỏ bản soạn { $task }?
    { $n } mục trong bản soạn sẽ không được nộp.
dropped =
    Đã bỏ bản soạn { $task }
    Những gì bạn đã nộp trước đó vẫn được giữ.
correct-or-another =
    { $task } có lần nộp cần bổ sung
    Bạn bổ sung lần bị trả lại, hay nộp cho một hoạt động khác?
edited-too-late =
    Bản đã nộp vẫn giữ nguyên như lúc nộp
    Tin bạn vừa sửa thuộc minh chứng đã nộp. Nếu cần, bạn nộp thêm bằng cách gõ “nộp”.
unsupported =
    Chưa nhận được nội dung bạn vừa gửi
    Tin thoại, video, nhãn dán không nhận được ở đây; có ứng dụng chat không chuyển được cả tệp. Bạn gửi chữ, ảnh hoặc đường dẫn thay thế. { $file }
unsupported-file = Nếu là tệp (PDF, Word…), bạn nộp theo lựa chọn dưới đây.
do-hand-in = Nộp minh chứng
nothing-left =
    Lần nộp { $task } không còn minh chứng nào đọc được
    Bạn chọn “Nộp thêm minh chứng” rồi gửi lại ảnh hoặc tệp khác, người đánh giá sẽ xem lần nộp mới.
left = Đã để sau. Khi cần, bạn gõ “nộp”.
kept =
    Đã giữ bản soạn { $task }
    Bạn có thể quay lại bất cứ lúc nào, không mất gì cả.

not-a-member =
    Tệp này chưa được lưu
    Tại đây chỉ đoàn viên tham gia hành trình nộp minh chứng. Bí thư ghi kết quả từ sổ giấy: gõ “đoàn viên”, chọn người, chọn nhiệm vụ. Việc khác: gõ “menu”.
not-registered-yet =
    Bạn cần đăng ký nhiệm vụ trước
    Đăng ký xong, bạn nộp minh chứng cho từng nhiệm vụ. Tệp gửi lúc này chưa được lưu.
not-your-task =
    Bạn chưa đăng ký nhiệm vụ này
    Gõ “nộp” để chọn trong các nhiệm vụ bạn đã đăng ký.
task-done =
    ✅ { $task } đã hoàn thành
    Bạn không cần nộp thêm cho nhiệm vụ này.
task-waits =
    ⏳ { $task } đang chờ duyệt
    Nếu còn minh chứng khác, bạn có thể nộp thêm một lần nữa.
too-many =
    Đã đủ { $most } mục cho một lần nộp
    Bạn nộp phần đã có, hoặc bỏ bớt rồi gửi tiếp.

unnamed = vừa gửi
refused-file-too-big =
    Tệp lớn hơn 20 MB nên chưa nhận được
    Bạn gửi dưới dạng ảnh (không phải tệp), hoặc nén nhỏ lại rồi gửi.
refused-empty-file =
    Tệp { $name } không có nội dung
    Bạn kiểm tra lại và gửi tệp khác nhé.
refused-not-a-picture =
    Tệp { $name } không phải là ảnh
    Tên là ảnh nhưng nội dung thì không. Bạn mở tệp xem lại, hoặc chụp màn hình rồi gửi.
refused-broken-picture =
    Ảnh { $name } bị hỏng hoặc tải lên chưa hết
    Bạn gửi lại ảnh này khi mạng ổn định nhé.
refused-too-many-pixels =
    Ảnh { $name } có kích thước quá lớn
    Bạn gửi dưới dạng ảnh (không phải tệp) để ứng dụng tự thu nhỏ, hoặc chụp màn hình rồi gửi.
refused-unsupported-picture =
    Chưa đọc được định dạng ảnh này (thường là HEIC của iPhone)
    Bạn gửi dưới dạng ảnh thay vì tệp; hoặc trên iPhone vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất”.
refused-unsupported-document =
    Chưa nhận loại tệp { $name }
    Bạn gửi ảnh, PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), .odt, .txt hoặc .md. Tệp kiểu cũ hoặc có mật khẩu: lưu thành PDF rồi gửi.
refused-dangerous-document =
    Tệp { $name } có nội dung không an toàn nên không được nhận
    Bạn lưu tệp thành PDF, không có macro, rồi gửi lại.
refused-broken-document =
    Tệp { $name } bị hỏng
    Bạn mở lại tệp, lưu thành PDF rồi gửi nhé.
refused-inspection-failed =
    Chưa đọc được tệp { $name }
    Bạn lưu lại dưới dạng PDF hoặc ảnh JPG rồi gửi nhé.
refused-file-gone =
    Chưa tải được tệp { $name }
    Đường truyền gián đoạn quá lâu. Bạn gửi lại tệp này nhé.
