# Mở mùa bằng dòng lệnh.

opened = Đã mở năm { $year } của { $title }: đăng ký từ { $opens } đến hết { $closes }; thêm { $enrolled } đoàn viên.
window-closes-first = Ngày cuối ({ $closes }) đứng trước ngày đầu ({ $opens }) của đăng ký. Hãy đổi lại hai ngày.
cannot-read = Không đọc được { $file }. Hãy ghi đường dẫn tới một tệp .toml, hoặc một tên có sẵn: { $shipped }.
not-a-day = “{ $said }” không phải một ngày. Hãy viết dd/mm/yyyy, ví dụ 05/01/2027.
after-last-year = Lưu ý: tệp chương trình ghi đến năm { $last }. Hãy sửa tên, giai đoạn và năm trong tệp cho đúng kế hoạch đang áp dụng.
next = Bước tiếp theo: hanhtrinh invites thu-moi.pdf
