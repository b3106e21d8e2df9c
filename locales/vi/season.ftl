# Mở mùa bằng dòng lệnh.

opened = Đã mở năm { $year } của { $title }: đăng ký từ { $opens } đến hết { $closes }; thêm { $enrolled } đoàn viên.
window-closes-first = Ngày cuối ({ $closes }) đứng trước ngày đầu ({ $opens }) của đăng ký. Hãy đổi lại hai ngày.
