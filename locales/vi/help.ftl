words = trợ giúp | giúp | giúp đỡ | giúp tôi | hướng dẫn | help | /help | ?

text =
    Trợ giúp
    { $topics }
    { $contact }
member =
    • “đăng ký”: chọn nhiệm vụ của năm.
    • “nộp”: gửi minh chứng; cũng có thể gửi ảnh vào đây trước rồi chọn nhiệm vụ sau.
    • “sổ”: việc đã xong, việc tiếp theo, đang chờ ai.
    • “lịch”: các buổi sinh hoạt sắp tới; báo sẽ dự hoặc xin vắng.
officer =
    • “duyệt”: xem những việc đang chờ đồng chí.
    • “đề nghị”: xem đề nghị đổi nhiệm vụ của đoàn viên.
    • “duyệt thay”: cử người duyệt thay khi đi vắng.
sessions =
    • “buổi học”: tạo, chép, dời, hủy buổi sinh hoạt; điểm danh.
broadcast =
    • “thông báo”: viết cho đoàn viên của tổ, của đơn vị, hay những người còn thiếu nhiệm vụ.
sender =
    • “đường dẫn”: gửi cấp ủy đường dẫn trả lời, hoặc in phiếu xin ý kiến.
secretary =
    • “đoàn viên”: xem sổ của đoàn viên; miễn, ghi tạm đạt, ghi kết quả từ sổ giấy, mở đăng ký riêng.
everyone =
    • “menu”: mở danh mục; “hủy”: dừng việc đang làm, bản nháp vẫn còn.
    • “nhắc việc”: xem việc sắp tới; chọn giờ nhận tin, tắt hoặc tạm dừng lời nhắc.
    • “dữ liệu của tôi”: xem những gì được lưu, rút lại sự đồng ý.
    Gõ không dấu cũng được.
contact = Cần người hỗ trợ, xin liên hệ { $name }.
contact-nobody = Cần người hỗ trợ, xin liên hệ Bí thư đơn vị.
menu = Danh mục
