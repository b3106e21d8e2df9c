words = hủy | hủy bỏ | thôi | dừng | dừng lại | thoát | cancel | /cancel | /stop
done =
    Đã dừng việc đang làm
    Những gì đã lưu và đã nộp vẫn được giữ. Mời chọn việc tiếp theo.
