# Duyệt thay: cử người duyệt thay trong thời gian đi vắng.

words = duyệt thay | người duyệt thay | nhờ duyệt thay | cử người duyệt thay
tomorrow-words = ngày mai | mai

for = { $name } thay đồng chí { $first }
card-line = Đồng chí duyệt thay đồng chí { $names }.
queue-line = { $line }, duyệt thay đồng chí { $names }

overview =
    Duyệt thay khi đi vắng
    { $lines }
    Người duyệt thay cùng duyệt với người vắng trong những ngày đã chọn; hồ sơ ghi tên cả hai.
none = Hiện không có ai duyệt thay.
line = • Đồng chí { $name } duyệt thay đồng chí { $first }: từ { $begins } đến hết { $ends }
do-mine = Nhờ người duyệt thay tôi
do-other = Cử người thay cán bộ khác
do-end = Kết thúc: { $name }
more = Xem thêm
menu = Danh mục
back = Quay lại
one = { $name }

for-whom = Ai sẽ đi vắng?
nobody-below =
    Chưa có cán bộ nào khác trong đơn vị
    Danh sách của đơn vị chưa có tổ trưởng, giám sát viên hay Ban Chấp hành. Xin bổ sung danh sách.
who =
    Ai duyệt thay đồng chí { $name }?
    Chọn một cán bộ cùng đơn vị.
nobody =
    Chưa có ai duyệt thay được đồng chí { $name }
    Đơn vị chưa có cán bộ nào khác trong danh sách. Xin bổ sung danh sách.
from =
    Đồng chí { $name } duyệt thay đồng chí { $first } từ ngày nào?
    Chọn, hoặc gõ ngày, ví dụ 05/03.
to =
    Đồng chí { $name } duyệt thay đồng chí { $first } từ { $day } đến hết ngày nào?
    Chọn, hoặc gõ ngày, ví dụ 20/03. Tối đa { $most } ngày.
day = Từ { $day }
until = Đến hết { $day }
day-again =
    Xin gõ ngày, tháng, ví dụ { $example }
    Nếu không cử nữa, gõ “hủy”.

toast-set = Đã cử
toast-ended = Đã kết thúc
told-set =
    { $by } vừa cử người duyệt thay
    { $line }
told-ended =
    { $by } vừa kết thúc việc duyệt thay
    { $line }
do-queue = Xem việc cần duyệt
do-decline = Tôi không nhận được
not-there =
    Không tìm thấy việc duyệt thay này
    Có thể đã kết thúc, hoặc phân công đã thay đổi. Xin mở lại từ “duyệt thay”.
