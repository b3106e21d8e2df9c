alarm =
    Hành trình cần người vận hành xem:
    { $lines }
send = Hãy gửi cho bot (đang chạy) đúng dòng này, từ khung chat muốn nhận cảnh báo: { $code }
waiting = Đang đợi, tối đa { $minutes } phút… (Ctrl+C để thôi)
found = Đã nhận. Ghi dòng này vào .env rồi khởi động lại:
not-found = Chưa thấy tin nào có mã này. Chương trình có đang chạy (hanhtrinh run) với cùng cơ sở dữ liệu không? Hãy thử lại.
