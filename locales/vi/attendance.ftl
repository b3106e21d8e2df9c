# Điểm danh: mã QR, từ của buổi, danh sách, câu hỏi khi quét hụt. Không ai bị phạt vì quét hụt.

# Từ của buổi: hai tiếng dễ nghe, dễ viết, không lẫn với nhau khi bỏ dấu; bot thêm hai chữ số.
day-words = hoa sen | hoa mai | hoa cúc | cây tre | cây đa | cây bàng | cây thông | dòng sông | bến cảng | con đường | cánh đồng | ngọn núi | ngọn đèn | ngôi sao | mặt trời | bầu trời | biển xanh | cầu vồng | mùa thu | mùa xuân | ban mai | bình minh | hạt gạo | bông lúa | quả cam | quả dừa | chim én | đàn cò | con tàu | cánh buồm | ngôi nhà | mái trường

online = Trực tuyến
not-there =
    Không tìm thấy buổi này, hoặc buổi này không thuộc phần của đồng chí
    Gõ “menu” để xem những việc có thể làm.
not-a-code =
    Mã này không dùng được
    Bạn quét lại mã trên màn hình hoặc trên giấy tại buổi học nhé.
not-oneself =
    Không ai tự điểm danh cho mình trên danh sách
    Đồng chí quét mã như mọi người; người phụ trách khác sẽ xác nhận.
cancelled =
    Buổi này đã hủy: { $title }
    { $when }. { $reason }
    Bạn không cần điểm danh.
early =
    Chưa đến giờ điểm danh: { $title }
    { $when }. Điểm danh mở từ { $opens }, bạn quét lại sau nhé.
expired =
    Mã này đã hết hạn, xin quét mã mới trên màn hình
    Mã đổi 20 giây một lần. Nếu mạng yếu, bạn gõ từ của buổi mà người tổ chức đọc; nếu đã ra về, chọn bên dưới.
over =
    Đã quá hạn bổ sung điểm danh: { $title }
    { $when }. Nếu bạn có dự, xin trao đổi với bí thư: kết quả vẫn có thể được ghi nhận từ danh sách giấy, hoặc bạn nộp minh chứng cho nhiệm vụ.
over-officer =
    Đã quá { $days } ngày từ khi kết thúc: { $title }
    Danh sách đã chốt. Nếu còn thiếu người, bí thư ghi kết quả cho từng đoàn viên kèm ảnh danh sách (gõ “đoàn viên”).
counted =
    ✅ Đã điểm danh: { $title }
    Ghi nhận lúc { $at }.
    { $gain }
gain = { $task }: { $amount }
gain-register = Bạn chưa đăng ký { $task }; khi bạn đăng ký, buổi này được tính ngay.
gain-sign = { $task } cần người phụ trách xác nhận: bạn nộp minh chứng, điểm danh này được ghi kèm.
already-counted =
    Bạn đã được điểm danh: { $title }
    Đã ghi nhận lúc { $at }.
already-asked =
    Đã hỏi người tổ chức: { $title }
    Bạn báo có dự lúc { $at }; khi có trả lời, bạn được nhắn tại đây.
already-refused =
    Người tổ chức chưa xác nhận được: { $title }
    Đồng chí { $name } chưa nhận ra bạn có dự. Bạn trao đổi trực tiếp, hoặc nộp minh chứng khác (ảnh, thư mời).
asked =
    Đã hỏi giúp bạn: { $title }
    Đồng chí { $names } sẽ xác nhận. Trong lúc chờ, kết quả của bạn không bị ảnh hưởng; khi có trả lời, bạn được nhắn tại đây.
asked-nobody =
    Đã ghi lại là bạn có dự: { $title }
    Hiện chưa có ai phụ trách buổi này trong danh sách; xin báo bí thư đơn vị.
do-mine = Tôi có dự mà chưa được điểm danh
do-book = Mở sổ

word-wrong =
    Chưa đúng từ của buổi
    { $left ->
        [0] Bạn đã thử nhiều lần, xin quét mã hoặc nhờ người tổ chức điểm danh giúp.
       *[other] Bạn nghe lại rồi gõ lại nhé, còn { $left } lần.
    }
word-blocked =
    Bạn đã thử nhiều lần
    Gõ lại được từ { $until }. Trong lúc này bạn quét mã, hoặc nhờ người tổ chức điểm danh giúp.
word-no-session = Lúc này không có buổi nào của bạn đang điểm danh.

# Người tổ chức
card =
    Điểm danh: { $title }
    { $when } · { $where }
    Có mặt: { $counted }/{ $listed } người
    { $lines }
card-asked = ❓ { $n } người báo có dự, chờ đồng chí xác nhận
card-sheets = 📎 Đã lưu { $n } ảnh danh sách giấy
do-page = Điểm danh trên màn hình, bản in
do-list = Điểm danh theo danh sách
do-waiting = Trả lời câu hỏi ({ $n })
do-paper = Danh sách ký tên (PDF)
do-sheet = Gửi ảnh danh sách đã ký
do-sheets = Xem ảnh danh sách
do-session = Về buổi này
do-open = Về điểm danh
page =
    Trang điểm danh: { $title }
    { $when }
    Từ của buổi: { $word } (đọc cho người không quét được)
    { $link }
    Trang này dành cho đồng chí, mở đến { $until }; mở lần nữa thì đường dẫn cũ đóng lại. Bản in giấy dùng được từ { $opens } đến { $closes }.
do-open-page = Mở trang điểm danh
do-printed = Bản in giấy (PDF)
paper =
    Danh sách ký tên: { $title }
    { $n } người, xếp theo tên. Sau buổi học, đồng chí chụp lại và gửi ảnh vào đây rồi đánh dấu theo ảnh.

list =
    Danh sách: { $title }
    Có mặt { $counted }/{ $listed }. Chọn tên để đánh dấu hoặc bỏ; gõ một tên để tìm.
    { $lines }
line-numbered = { $n }. { $line }
line-in = ✅ { $name } · { $way }{ $besides }
line-out = ▫️ { $name }
line-asked = ❓ { $name } · báo có dự, chờ xác nhận{ $besides }
line-refused = ✖️ { $name } · chưa xác nhận được{ $besides }
line-besides = , ngoài danh sách
way-scan = quét mã
way-paper = quét mã giấy
way-word = từ của buổi
way-ticked = theo danh sách
way-sheet = theo danh sách ký
way-asked = xác nhận sau
do-tick = ▫️ { $name }
do-untick = ✅ { $name }
do-more = Trang sau
do-all = Đánh dấu tất cả, trừ…
do-undo = ↩️ Hoàn tác
do-not = Quay lại, không thay đổi
do-everybody = Không ai vắng
found =
    Tìm thấy
    { $lines }
no-name = Không có tên này trong danh sách.
toast-in = Đã đánh dấu.
toast-out = Đã bỏ.
toast-changed = Danh sách vừa thay đổi.
changed = Danh sách vừa được người khác thay đổi; xin xem lại dưới đây.
ask-why =
    Bỏ điểm danh của { $name }: vì sao?
    Đã ghi nhận ({ $way }) lúc { $at }. Viết một câu (tối đa { $limit } ký tự); đoàn viên đọc nguyên văn.
ask-absent =
    Ai vắng? { $title }
    Còn { $n } người chưa được điểm danh. Gõ tên những người vắng, cách nhau bằng dấu phẩy; mọi người còn lại được ghi là có mặt.
absent-nobody =
    Không thấy “{ $name }” trong số người chưa điểm danh
    Chưa ghi gì. Xin gõ lại cả danh sách người vắng.
absent-several =
    Có nhiều người tên “{ $name }”
    Chưa ghi gì. Xin gõ cả họ tên trong danh sách người vắng.
all-done = ✅ Đã điểm danh { $n } người. Hoàn tác được đến { $until }.
all-done-but =
    ✅ Đã điểm danh { $n } người, trừ: { $names }
    Hoàn tác được đến { $until }.
undone = ↩️ Đã bỏ điểm danh { $n } người vừa đánh dấu.
undo-too-late = Đã quá 10 phút: xin bỏ từng người và ghi lý do.

ask-sheet =
    Gửi ảnh danh sách đã ký: { $title }
    Chụp thẳng, đủ sáng, mỗi trang một ảnh. Ảnh được lưu cùng buổi học để đối chiếu; chỉ người phụ trách xem được.
sheet-kept = 📎 Đã nhận { $n } ảnh. Gửi tiếp, hoặc đánh dấu theo danh sách.
sheet-too-many = Mỗi buổi lưu tối đa { $most } ảnh, mỗi ảnh không quá { $megabytes } MB.
sheets = Ảnh danh sách đã ký: { $title }
sheets-coming =
    Ảnh danh sách đang được tải về: { $title }
    Xin xem lại sau ít phút.

question =
    { $name } báo có dự mà chưa được điểm danh
    { $title }, { $when }
    Báo lúc { $at }. Đồng chí xác nhận giúp.
question-not-listed =
    { $name } có mặt nhưng không có trong danh sách
    { $title }, { $when }
    Quét mã lúc { $at }. Đồng chí xác nhận giúp.
do-yes = Có dự
do-no = Không thấy
do-yes-of = Có: { $name }
waiting =
    { $n } người báo có dự
    { $title }
    { $lines }
waiting-none =
    Không còn câu hỏi nào: { $title }
asked-line = • { $name }, báo lúc { $at }
answered-counted =
    ✅ Đã ghi nhận { $name } có dự
    { $title }, { $when }
answered-refused =
    Đã trả lời: chưa xác nhận được { $name }
    { $title }, { $when }. Đoàn viên được báo để trao đổi trực tiếp hoặc nộp minh chứng khác.
answered-before =
    Câu hỏi này đã có trả lời
    { $member }, { $title }: { $verdict }, { $name } lúc { $at }.
state-asked = đang hỏi
state-counted = có dự
state-refused = chưa xác nhận được
state-withdrawn = đã bỏ điểm danh
told-counted =
    ✅ Đã ghi nhận bạn có dự: { $title }
    { $when }. Đồng chí { $name } đã xác nhận.
    { $gained }
told-refused =
    Người tổ chức chưa xác nhận được: { $title }
    { $when }. Đồng chí { $name } chưa nhận ra bạn có dự. Bạn trao đổi trực tiếp, hoặc nộp minh chứng khác (ảnh, thư mời); kết quả khác của bạn không bị ảnh hưởng.
told-withdrawn =
    Điểm danh của bạn vừa được bỏ: { $title }
    { $when }. Đồng chí { $name }: “{ $reason }”
    Nếu bạn có dự, bạn hỏi lại ở đây nhé.

# Người chưa vào
stranger =
    Trước hết, mời bạn vào bằng lời mời của mình
    Bạn quét mã trong lời mời (hoặc gõ mã 8 ký tự) ngay bây giờ: lần quét điểm danh này được giữ lại cho bạn.

# Trang điểm danh
page-title = Điểm danh
page-scan = Quét mã bằng camera điện thoại, bấm mở trong Telegram
page-in = có mặt
page-word = Không quét được, hoặc dùng Zalo? Gõ cho bot từ của buổi:
page-word-only = Điểm danh: gõ cho bot từ của buổi
page-by-word = Điểm danh đang mở: gõ cho bot từ của buổi.
page-renewed = Mã tự đổi sau mỗi 20 giây, ảnh chụp lại không dùng được
page-lost = Mất kết nối, đang nối lại…
page-stale = Mã cũ đã ẩn. Có mạng lại, mã mới tự hiện.
page-no-code = Chưa lấy được mã. Xin dùng từ của buổi hoặc điểm danh theo danh sách.
page-early = Điểm danh mở từ { $opens }
page-over = Buổi học đã kết thúc, điểm danh đã đóng
page-open-here = Mở mã trên máy này

# Giấy
paper-union = ĐOÀN TNCS HỒ CHÍ MINH
paper-heading = DANH SÁCH THAM DỰ
paper-number = TT
paper-name = Họ và tên
paper-sign = Ký tên
paper-note = Ghi chú
paper-present = Có mặt: ……… người
paper-date = …………, ngày …… tháng …… năm ………
paper-organiser = NGƯỜI TỔ CHỨC
paper-signed = (Ký, ghi rõ họ tên)
paper-page = Trang
paper-when = Thời gian: { $when }
paper-where = Địa điểm: { $where }
code-heading = ĐIỂM DANH
code-scan = Quét mã bằng camera điện thoại, bấm mở trong Telegram rồi bấm “Bắt đầu”
code-word = Không quét được, hoặc dùng Zalo? Gõ cho bot: { $word }
code-word-only =
    Gõ cho bot từ của buổi:
    { $word }
code-valid = Dùng được từ { $from } đến { $until }
