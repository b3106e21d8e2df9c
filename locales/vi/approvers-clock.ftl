# Nhắc việc chờ duyệt đã lâu: người duyệt, người duyệt thay, cấp trên. Mỗi người nhiều nhất một tin một ngày.

waiting =
    Có { $n } việc chờ duyệt đã lâu
    Lâu nhất từ { $since } ({ $days } ngày làm việc). Đoàn viên đang mong ý kiến của đồng chí.
    { $lines }
substitute = • { $n } việc đồng chí duyệt thay đồng chí { $names }.
next-level = • { $n } việc người phụ trách chưa kịp trả lời, nay chuyển đến đồng chí; người phụ trách vẫn duyệt được.
do-queue = Xem việc cần duyệt
