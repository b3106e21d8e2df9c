# Tin đã chờ trong lúc người nhận vắng mặt, gửi gộp một lần.

away =
    Khi bạn vắng:
    { $lines }
more = … và { $n } tin nữa; mọi việc có trong danh mục.
do-menu = Danh mục
