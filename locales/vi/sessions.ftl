# Buổi học tập, sinh hoạt: cán bộ tạo, chép, dời, hủy; đoàn viên được báo một lần.

words = buổi học | điểm danh | buổi sinh hoạt | buổi thời sự | các buổi sinh hoạt | tạo buổi | tạo buổi sinh hoạt | sinh hoạt

# Cách đọc ngày giờ người dùng gõ (không dấu cũng được)
hour-words = giờ | h | g
half-words = rưỡi
minute-words = phút | p | ph
morning-words = sáng
afternoon-words = chiều | tối
month-words = tháng
year-words = năm
today-words = hôm nay | nay | bữa nay
tomorrow-words = ngày mai | mai
overmorrow-words = ngày kia | ngày mốt | mốt
this-week-words = tuần này
next-week-words = tuần sau | tuần tới
weekday-0 = thứ hai | thứ 2 | t2
weekday-1 = thứ ba | thứ 3 | t3
weekday-2 = thứ tư | thứ 4 | t4
weekday-3 = thứ năm | thứ 5 | t5
weekday-4 = thứ sáu | thứ 6 | t6
weekday-5 = thứ bảy | thứ 7 | t7
weekday-6 = chủ nhật | cn

# Ngày giờ, nơi, đối tượng
moment = { $time } { $weekday }, { $day }
day-0 = thứ Hai
day-1 = thứ Ba
day-2 = thứ Tư
day-3 = thứ Năm
day-4 = thứ Sáu
day-5 = thứ Bảy
day-6 = Chủ nhật
soon-past = đã qua
soon-today = hôm nay
soon-tomorrow = ngày mai
soon-days = còn { $days } ngày
where-both = { $place } · { $link }
where-later = địa điểm báo sau
scope-all = mọi đoàn viên của hành trình
scope-unit = đoàn viên { $name }
scope-units = đoàn viên { $name } và các đơn vị trực thuộc
scope-group = { $name }
for-task = Tính cho nhiệm vụ { $code } { $title }
no-task = Không tính cho nhiệm vụ nào
held-nobody = chưa ghi
line =
    • { $title }
    {"   "}{ $when } ({ $soon })
    {"   "}{ $where }
    {"   "}{ $mine }
line-cancelled =
    • { $off ->
        [after] KHÔNG DIỄN RA
       *[before] ĐÃ HỦY
    }: { $title }
    {"   "}{ $when }
    {"   "}Lý do: { $reason }
counts = { $going } sẽ dự, { $absent } xin vắng, { $silent } chưa trả lời
one = { $name }
suggested = { $task } · { $name }

# Danh sách
list-open =
    Các buổi sắp tới
    { $lines }
    Chọn một buổi để xem, điểm danh, dời hoặc hủy.
list-open-none =
    Chưa có buổi nào sắp tới
    Đồng chí có thể tạo buổi mới trong chưa đầy một phút.
list-past =
    Các buổi đã qua
    { $lines }
    Chọn một buổi để xem, điểm danh bổ sung hoặc chép thành buổi mới.
list-past-none = Chưa có buổi nào đã qua.
do-new = Tạo buổi mới
do-copy-last = Chép buổi trước
do-past = Các buổi đã qua
do-more = Xem thêm
do-menu = Danh mục
do-list = Các buổi sinh hoạt
do-show = Xem buổi này
do-back = Quay lại
do-calendar = Lịch sinh hoạt
not-an-organiser =
    Mục này dành cho người tổ chức buổi sinh hoạt
    Để điểm danh, bạn quét mã tại buổi học hoặc gõ từ của buổi. Lịch các buổi dành cho bạn có trong “lịch sinh hoạt”.
not-there =
    Không có buổi này trong phần việc của đồng chí
    Có thể lựa chọn đã cũ, buổi vừa được người khác thay đổi, hoặc phân công đã khác. Xin mở lại danh sách.

# Tạo buổi
ask-title =
    Buổi gì?
    Chọn một gợi ý, hoặc gõ tên buổi.
ask-when =
    { $title }: khi nào?
    Gõ ngày giờ, ví dụ: 15/7 14h · thứ 6 tuần sau 14:00-16:30 · mai 8h30
ask-where =
    Ở đâu?
    Gõ địa điểm, hoặc dán đường dẫn họp trực tuyến (https), hoặc cả hai.
when-again =
    Xin gõ lại ngày và giờ
    Ví dụ: 15/7 14h · thứ 6 tuần sau 14:00 · mai 8h30. Muốn dừng, gõ “hủy”.
when-time =
    Ngày { $day }, mấy giờ?
    Gõ giờ, ví dụ: 14h · 8h30 · 14:00-16:30
when-weekday =
    Ngày { $day } là { $weekday }
    Thứ và ngày chưa khớp nhau, xin gõ lại ngày giờ đúng.
when-length =
    Giờ kết thúc chưa hợp lý
    Xin gõ lại giờ bắt đầu và kết thúc trong cùng một ngày, ví dụ: 15/7 14:00-16:30
when-past =
    { $when } đã qua
    Xin gõ một thời gian sắp tới, ví dụ: 15/7 14h
when-far =
    { $when } còn xa quá
    Buổi sinh hoạt được lên lịch trước tối đa một năm. Xin gõ lại ngày giờ.
when-quiet =
    { $when } rơi vào ngày nghỉ lễ hoặc dịp Tết
    Đồng chí vẫn chọn thời gian này? Nếu không, xin gõ thời gian khác.
when-night =
    { $when }, đúng giờ này chứ?
    Nếu chưa đúng, xin gõ lại, ví dụ: 15/7 14h hoặc 2 giờ chiều 15/7
do-keep = Đúng, giữ thời gian này
where-again =
    Xin gõ địa điểm hoặc đường dẫn
    Ví dụ: Hội trường A, hoặc https://…
where-not-secure =
    Đường dẫn chưa dùng được
    Để an toàn cho đoàn viên, chỉ nhận đường dẫn bắt đầu bằng https://. Xin gõ lại.
do-later = Địa điểm báo sau
summary =
    Xem lại trước khi tạo buổi
    • { $title }
    • { $when } ({ $minutes } phút)
    • Nơi: { $where }
    • Dành cho: { $scope } ({ $n } đoàn viên)
    • { $task }
    • Đơn vị tổ chức: { $held }
    Chưa ai được báo. Khi đồng chí tạo buổi, mỗi người được báo một lần.
do-plan = Tạo buổi
do-when = Đổi thời gian
do-where = Đổi nơi
do-scope = Đổi đối tượng
do-task = Đổi nhiệm vụ
do-title = Đổi tên
do-held = Đổi đơn vị tổ chức
do-drop = Bỏ, không tạo
ask-scope = Buổi này dành cho ai?
ask-task = Tham dự buổi này được tính cho nhiệm vụ nào?
edit-title = Gõ tên buổi.
edit-held = Gõ tên đơn vị tổ chức.
dropped = Đã bỏ, chưa ai được báo.
planned =
    Đã tạo buổi: { $title }
    { $when }
    Mọi người được báo trong ít phút nữa, ngoài giờ thì vào đầu giờ nhắn tin kế tiếp.
toast-planned = Đã tạo buổi.

# Một buổi
card =
    { $note }
    { $title }
    { $when } ({ $soon }, { $minutes } phút)
    Nơi: { $where }
    Dành cho: { $scope } ({ $n } đoàn viên)
    { $task }
    Đơn vị tổ chức: { $held }

    { $going } sẽ dự, { $absent } xin vắng, { $silent } chưa trả lời
    { $away }
card-cancelled =
    { $note }
    { $off ->
        [after] KHÔNG DIỄN RA
       *[before] ĐÃ HỦY
    }: { $title }
    { $when } ({ $minutes } phút)
    Nơi: { $where }
    Dành cho: { $scope } ({ $n } đoàn viên)
    { $task }
    Lý do: { $reason }

    Trước đó: { $going } sẽ dự, { $absent } xin vắng, { $silent } chưa trả lời
answered-before = • { $n } người đã trả lời cho ngày cũ, chưa trả lời lại
away = • { $name } xin vắng: { $why }
away-no-reason = không nêu lý do
away-more = • …
do-attendance = Điểm danh
do-move = Dời lịch
do-cancel = Hủy buổi
do-remind = Nhắc người chưa trả lời
do-copy = Chép thành buổi mới

# Dời, hủy
ask-move =
    Đổi gì ở buổi này?
    { $title }
    { $when }
    Chọn bên dưới, hoặc gõ luôn ngày giờ mới.
ask-new-where =
    { $title }: chuyển đến đâu?
    Gõ địa điểm mới, đường dẫn họp trực tuyến (https), hoặc cả hai.
sure-move =
    Dời buổi “{ $title }”?
    Từ: { $before }
    Sang: { $after }
    { $n } đoàn viên sẽ được báo một lần. Chưa đúng, xin gõ lại ngày giờ.
odd-quiet = Xin lưu ý: ngày mới là ngày nghỉ lễ hoặc trong dịp Tết.
odd-night = Xin lưu ý: giờ mới rất sớm hoặc rất muộn.
do-shift = Dời lịch
do-not = Giữ như cũ
note-moved = Đã đổi. Mọi người được báo sau ít phút; nếu còn sửa ngay, mọi người chỉ nhận một tin.
ask-why =
    Hủy buổi này vì sao?
    { $title }
    { $when }
    Chọn hoặc gõ lý do; mọi người sẽ đọc được.
why-clash = Trùng lịch công tác của đơn vị
why-room = Chưa bố trí được địa điểm
why-later = Hoãn, sẽ báo lịch mới
do-not-held = Buổi không diễn ra
ask-not-held =
    Buổi này không diễn ra?
    { $title }
    { $when }
    { $n ->
        [0] Chưa có ai được ghi có mặt.
       *[other] { $n } người đã được ghi có mặt: kết quả của họ ở buổi này được bỏ, mỗi người được báo một lần.
    } Chọn hoặc gõ lý do, hoặc giữ như cũ.
note-not-held = Đã ghi: buổi không diễn ra. Không ai bị hỏi hoặc nhắc về buổi này nữa.
note-cancelled = Đã hủy. Những người chưa xin vắng được báo sau ít phút.
note-asked = Đang nhắc những người chưa trả lời.
note-asked-lately = Những người chưa trả lời đã được nhắc trong 24 giờ qua.

# Tin báo cho đoàn viên
told-new =
    Mời bạn dự: { $title }
    { $when }
    { $lines }
    Bạn báo giúp có dự được không nhé.
told-moved =
    Dời lịch: { $title }
    Thời gian mới: { $when } (trước đây: { $before })
    Nơi: { $where }
    Bạn báo giúp có dự được theo lịch mới không nhé.
told-changed =
    Có thay đổi: { $title }
    { $when }
    Nơi: { $where }
    Lịch cũ của buổi này được thay bằng thông tin trên.
told-cancelled =
    Đã hủy: { $title }
    Lẽ ra diễn ra lúc { $when }.
    Lý do: { $reason }
told-not-held =
    Buổi này được ghi là không diễn ra: { $title }
    { $when }. Đồng chí { $name }: “{ $reason }”
    { $was ->
        [asked] Câu hỏi điểm danh của bạn vì thế khép lại; bạn không cần làm gì thêm.
       *[other] Điểm danh của bạn ở buổi này vì thế được bỏ; các kết quả khác không thay đổi. Nếu bạn có dự, bạn trao đổi với đồng chí { $name } nhé.
    }
at = Nơi: { $where }
held-by = Đơn vị tổ chức: { $held }
told-ask =
    Bạn có dự được không: { $title }
    { $when }
    Nơi: { $where }
    Người tổ chức cần biết số người dự để chuẩn bị.
