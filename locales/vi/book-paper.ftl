# Sổ hành trình trên giấy: bản PDF để in, bản Word để sửa và ký, bản có thể kiểm tra.

words = tải sổ | in sổ | tải sổ hành trình | xuất sổ

offer =
    { $document } năm { $year }, để in, để ký hoặc để gửi
    • PDF: để in, nội dung như đến hôm nay.
    • Word: để đơn vị sửa, ghi nhận xét và ký.
    • Bản có thể kiểm tra: để mang sang đơn vị khác; nơi nhận kiểm tra được rằng kết quả đúng như đơn vị đã ghi, không ai sửa. Không kèm ảnh và bài viết.
    { $essays }
essay-hint = Bài viết chỉ được in kèm khi bạn chọn “kèm bài viết”.
pdf = Tải sổ (PDF)
word = Tải sổ (Word)
pdf-essay = PDF kèm bài viết
word-essay = Word kèm bài viết
signed = Bản có thể kiểm tra
back = Về sổ
sent =
    { $document } năm { $year } của bạn ở ngay trên
    Số hiệu văn bản, ngày ký và chữ ký để trống cho đơn vị.
sent-signed =
    Bản có thể kiểm tra của { $document } năm { $year } ở ngay trên
    Đơn vị nhận kiểm tra bằng lệnh “hanhtrinh book verify”, và gọi điện cho đơn vị của bạn để đối chiếu dãy số của khóa:
    { $fingerprint }
no-key =
    Chưa lập được bản có thể kiểm tra
    Đơn vị chưa có khóa ký. Bạn báo giúp người vận hành, hoặc tải bản PDF.

season = Năm { $year }
name = Họ và tên:
unit = Đơn vị:
group = Tổ:
registered-on = Ngày đăng ký:
plan = Theo kế hoạch:
plan-version = { $number }, bản { $version }
caution = Kết quả trong sổ này để theo dõi rèn luyện; việc xem xét, kết nạp do cấp ủy quyết định.
made-on = Lập ngày { $day }
quarter = Quý { $quarter }/{ $year }

dropped-on = Đã đổi ngày { $day }
day = { $day }
change-waiting = Đang chờ
change-approved = Đồng ý, ngày { $on }{ $who }
change-returned = Chưa đồng ý, ngày { $on }{ $who }. { $answer }
change-withdrawn = Đoàn viên rút lại, ngày { $on }
change-outdated = Không còn hiệu lực, ngày { $on }
by = , đ/c { $name }

outcome = { $outcome }: { $done }/{ $needed } nhiệm vụ
state-todo = Chưa bắt đầu
state-draft = Chưa nộp
state-waiting = Đang chờ { $holders }, từ { $since }
state-returned = Cần bổ sung, từ { $since }
state-partial = Đã có kết quả, chưa đủ
state-provisional = Tạm đạt, chờ xác nhận
state-done = Hoàn thành
state-done-on = Hoàn thành, ngày { $since }
state-late-missed = Chưa hoàn thành, không còn kịp trong năm
state-exempt = Được miễn
state-dropped = Đã đổi sang nhiệm vụ khác, không tính vào kết quả
amount = { $n }{ $unit }
more-than = trên { $n }{ $unit }
asked-yes = có
unknown = chưa rõ
holds = đạt
short = chưa đạt
number = Lần { $part }, bản { $version }
evidence = { $count } minh chứng
essay = Bài viết { $words } chữ
result-waiting = Đang chờ
result-approved = Đạt
result-returned = Cần bổ sung
body = { $title } – đ/c { $name }
body-instead-of = { $title } – đ/c { $name } (thay đ/c { $first })
body-page = { $title } – đ/c { $name } (trả lời qua đường liên kết)
body-paper = { $title } – đ/c { $name } (trả lời trên phiếu giấy)
opinion-waiting = { $body }: chưa trả lời
opinion-approved = { $body }: đạt, ngày { $on }
opinion-returned = { $body }: đề nghị bổ sung, ngày { $on }. Lý do: { $reason }
ruled-exempt = Đ/c { $name } quyết định miễn, ngày { $on }. Lý do: { $reason }
ruled-provisional = Đ/c { $name } ghi tạm đạt, chờ xác nhận, ngày { $on }. Lý do: { $reason }
ruled-unmet = Đ/c { $name } ghi chưa đạt sau khi chờ xác nhận, ngày { $on }. Lý do: { $reason }
recorded-paper = Ghi lại từ sổ giấy: đ/c { $name } nhập ngày { $on }{ $assessed }
recorded-proof = Giấy tờ xác nhận: đ/c { $name } nhập ngày { $on }{ $assessed }
recorded-attend = Theo điểm danh{ $assessed }; đ/c { $name } ghi nhận
attended = { " " }tại { $at }, ngày { $on }
assessed = ; { $by } đánh giá
assessed-on = ; { $by } đánh giá ngày { $on }
on-evidence = Đạt theo minh chứng đã nộp, như kế hoạch quy định
taken-back-approved = Đ/c { $name } rút lại ý kiến đạt, ngày { $on }. Lý do: { $reason }
taken-back-returned = Đ/c { $name } rút lại ý kiến đề nghị bổ sung, ngày { $on }. Lý do: { $reason }
appealed = Đoàn viên xin xem lại, ngày { $on }. Lý do: { $reason }
nothing = Chưa nộp minh chứng.
essay-title = { $code }. { $title }
essay-about = { $words } chữ, nộp ngày { $on }

signer-member = ĐOÀN VIÊN ƯU TÚ
signer-person = { $title }
signer-body = TM. { $title }

word-union = Đoàn TNCS Hồ Chí Minh
word-registration = I. ĐĂNG KÝ NHIỆM VỤ TRONG NĂM
word-number = TT
word-task = Nhiệm vụ
word-months = Thời gian thực hiện
word-taken-on = Ngày đăng ký
word-note = Ghi chú
word-changes = Các lần xin đổi nhiệm vụ
word-asked-on = Ngày xin đổi
word-wanted = Nhiệm vụ sau khi đổi
word-reason = Lý do
word-answer = Giải quyết
word-results = II. KẾT QUẢ THỰC HIỆN
word-category = Nhóm nhiệm vụ
word-needed = Yêu cầu
word-done = Hoàn thành
word-provisional = Tạm đạt
word-requirement = Nội dung
word-approved = Đã xác nhận
word-version = Lần nộp
word-handed-in = Ngày nộp
word-evidence = Minh chứng
word-result = Kết quả
word-assessors = Người đánh giá, ý kiến
word-sessions = III. SINH HOẠT, HỌC TẬP, THỜI SỰ QUÝ
word-sessions-hint = (Ghi từng buổi đã dự; người phụ trách xác nhận)
word-quarter = Quý
word-day-and-place = Ngày, nơi tổ chức
word-topic = Nội dung
word-confirmed-by = Xác nhận
word-remarks = IV. NHẬN XÉT HẰNG QUÝ
word-remarks-hint = (Ưu điểm, hạn chế, phương hướng quý tới)
word-remarked-by = Người nhận xét (ký, ghi rõ họ tên)
word-signatures = V. XÁC NHẬN
word-place-and-day = ……………………, ngày …… tháng …… năm ………
word-sign = (Ký, ghi rõ họ tên)
word-essays = PHỤ LỤC: BÀI VIẾT
