# Tình hình tuần gửi bí thư, giám sát viên, ban tổ chức: số liệu, việc chờ lâu, ai cần quan tâm, buổi sắp tới.

words = tuần | tình hình | tình hình tuần | bản tin tuần | số liệu tuần | tình hình đơn vị

page =
    { $place }: tình hình đến { $at }
    { $lines }
registered = • Đã đăng ký: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
in-progress = • Đang thực hiện: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
provisional = • Tạm đạt, chờ xác nhận: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
done = • Hoàn thành năm: { $n }/{ $of }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
week = • 7 ngày qua: nộp { $handed }, được duyệt { $approved }
queue = • Đang chờ duyệt: { $n }{ $change ->
        [0] {""}
       *[other] {" "}({ $signed })
    }
since = (+/−): so với ngày { $on }

head-waits = Chờ duyệt lâu nhất
waits = • { $name } ({ $task }): { $on }, { $days } ngày
on = { $body }, { $who }
on-more = { $body }, { $who } và { $n } người nữa
on-nobody = { $body }, danh sách chưa có người
head-named = Cần quan tâm: { $n }/{ $of }
named = • { $name }: { $fact }
named-more = … và { $n } bạn nữa, có trong tệp
risk-out-of-reach = các nhiệm vụ đã chọn không còn đủ
risk-pace = còn { $tasks } nhiệm vụ, { $months } tháng
risk-quiet = { $days } ngày chưa nộp, còn { $tasks } nhiệm vụ
unreached = Bot chưa nhắn tới được { $n }/{ $of }: { $names }{ $rest ->
        [0] {""}
       *[other] {" "}và { $rest } bạn nữa
    }
barrier-blocked = đã chặn bot
barrier-window = lâu chưa nhắn cho bot
barrier-quota = kênh hết lượt tin tháng này
head-coming = Sinh hoạt 7 ngày tới
coming = • { $at } { $title }: dự { $going }, vắng { $away }
coming-more = … và { $n } buổi nữa

no-news =
    { $place }: tuần qua chưa có thay đổi
    Số liệu vẫn như ngày { $on }. Khi có thay đổi, đồng chí sẽ nhận bản tin tiếp theo.

do-remind = Nhắc những bạn này
do-remind-new = Nhắc bạn chưa đăng ký
do-queue = Mở việc chờ duyệt
do-one = Nhắn một bạn
do-file = Xem tệp
do-quarter = Thống kê quý
do-when = Đổi giờ nhận
do-open = Xem tình hình
do-menu = Danh mục
do-back = Về tình hình tuần
do-more = Xem thêm

people =
    Cần quan tâm ({ $n })
    { $lines }
    Chọn một bạn để nhắn.
people-one = { $name }
people-line = { $n }. { $name }: { $fact }
people-none =
    Hiện không có ai cần quan tâm riêng
    Khi có đoàn viên đã đăng ký mà khó kịp tiến độ, tên sẽ có tại đây.

file =
    { $place }: số liệu đến { $at }
    Tệp có tổng hợp theo tổ và từng đoàn viên. Xin giữ trong phạm vi người phụ trách, không đăng lên nhóm.
lines = { $lines }
file-cut = Tệp ghi { $n } đoàn viên đầu tiên theo tên; tổng hợp vẫn đủ.

quarter =
    { $place }: thống kê quý { $quarter }/{ $year }
    Số liệu đến { $at }, theo tổ hoặc đơn vị, không nêu tên; dùng để báo cáo cấp ủy và Đoàn cấp trên.

when =
    Đồng chí muốn nhận tình hình tuần lúc nào?
    { $now }
    Gặp ngày nghỉ, bản tin lùi sang ngày làm việc tiếp theo trong tuần.
when-on = Đang nhận: { $hour } giờ, { $weekday } hằng tuần.
when-off = Đang tắt.
when-hour =
    Nhận vào { $weekday }, lúc mấy giờ?
    Chọn một giờ trong giờ làm việc.
hour = { $hour } giờ
weekday-0 = thứ Hai
weekday-1 = thứ Ba
weekday-2 = thứ Tư
weekday-3 = thứ Năm
weekday-4 = thứ Sáu
do-weekday = { $weekday }
do-off = Không nhận nữa
set =
    Đã ghi nhận
    Đồng chí nhận tình hình tuần lúc { $hour } giờ, { $weekday } hằng tuần.
off =
    Đã tắt tình hình tuần
    Cần xem lúc nào, đồng chí gửi “tuần”.

not-for-you =
    Mục này dành cho người phụ trách
    Bí thư, giám sát viên, tổ trưởng và ban tổ chức xem tình hình của đơn vị hoặc tổ mình.
no-season =
    Chưa mở năm rèn luyện nào
    Khi ban tổ chức mở năm mới, số liệu sẽ có tại đây.
no-members =
    Chưa có đoàn viên nào trong phạm vi của đồng chí
    Khi danh sách được cập nhật, số liệu sẽ có tại đây.
not-there =
    Lựa chọn này đã cũ
    Xin mở lại tình hình tuần.

picture-title = Tiến độ { $year }
picture-at = Số liệu đến { $at }
picture-of = { $n }/{ $of }
picture-members = { $n } đoàn viên
picture-done = Hoàn thành
picture-provisional = Tạm đạt
picture-in-progress = Đang thực hiện
picture-unregistered = Chưa đăng ký
picture-note = Số bên phải: hoàn thành và tạm đạt, trên tổng số đoàn viên.
picture-no-group = Chưa xếp tổ
picture-rest = { $n } nơi khác

sheet-parts = Tổng hợp
sheet-members = Đoàn viên
sheet-waiting = Chờ duyệt
sheet-title = { $place }: số liệu đến { $at }
sheet-quarter = { $place }: thống kê quý { $quarter }/{ $year }, số liệu đến { $at }
total = Tổng cộng
column-part = Tổ, đơn vị
column-members = Đoàn viên
column-registered = Đã đăng ký
column-in-progress = Đang thực hiện
column-provisional = Tạm đạt
column-done = Hoàn thành
column-at-risk = Cần quan tâm
column-handed-in = Nộp 7 ngày qua
column-approved = Duyệt 7 ngày qua
column-handed-in-quarter = Nộp trong quý
column-approved-quarter = Duyệt trong quý
column-waiting = Đang chờ duyệt
column-name = Họ và tên
column-unit = Đơn vị
column-group = Tổ
column-registered-on = Ngày đăng ký
column-state = Tình trạng
column-tasks-done = Nhiệm vụ xong
column-tasks-needed = Nhiệm vụ cần
column-last = Nộp gần nhất
column-fact = Vì sao cần quan tâm
column-unreached = Bot chưa nhắn tới được
column-task = Nhiệm vụ
column-days = Số ngày chờ
column-on = Đang chờ
state-unregistered = Chưa đăng ký
state-in-progress = Đang thực hiện
state-provisional = Tạm đạt
state-passed = Hoàn thành
