# Điểm danh theo danh sách trên trang web: đường dẫn trong chat, và trang.

do-make = Tích danh sách trên trang web
sent =
    Danh sách điểm danh: { $title }
    { $when }
    { $link }
    Đồng chí tích tên rồi bấm “Lưu điểm danh”, bao nhiêu lần cũng được, đến { $until }. Đường dẫn chỉ dành cho đồng chí, xin không chuyển cho người khác.
do-open = Mở danh sách

# Trang

title = Điểm danh
find = Tìm theo tên
do-find = Tìm
besides = ngoài danh sách
asked = báo có dự, chờ xác nhận
more = Còn { $n } người không hiện ở đây: xin tìm theo tên.
rules = Tên vừa tích nhầm bỏ được trong mười phút. Lâu hơn, hoặc do người khác điểm danh: xin bỏ trong chat và ghi lý do.
save = Lưu điểm danh
done = Đã lưu: điểm danh thêm { $counted }, bỏ { $out }.
