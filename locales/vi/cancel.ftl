words = hủy | hủy bỏ | thôi | dừng | dừng lại | thoát | cancel | /cancel | /stop
done =
    Đã dừng việc đang làm
    Bản nháp và những gì đã nộp vẫn được giữ. Bạn muốn làm gì tiếp?
