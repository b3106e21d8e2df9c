# Khi một bot đã đủ số người mà nền tảng cho phép.

full =
    Kênh { $channel } này đã đủ người
    Mã của bạn chưa bị dùng và vẫn còn hiệu lực. Bạn mở lại qua một trong các kênh sau:
    { $others }
    Nếu chưa rõ cách mở, bạn hỏi Bí thư đơn vị.
full-everywhere =
    Kênh { $channel } này đã đủ người
    Mã của bạn chưa bị dùng và vẫn còn hiệu lực. Bạn báo Bí thư đơn vị để được mở thêm chỗ; người vận hành cũng đã được báo.
