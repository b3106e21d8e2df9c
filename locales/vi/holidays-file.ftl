# Lỗi trong tệp lịch nghỉ (HOLIDAYS_FILE). Mỗi câu: sai ở đâu, sửa thế nào.

cannot-open = không mở được ({ $why }). Hãy kiểm tra đường dẫn và quyền đọc; hoặc bỏ HOLIDAYS_FILE để dùng lịch có sẵn.
not-utf8 = có ký tự không đọc được. Hãy lưu lại tệp theo bảng mã UTF-8.
syntax = dòng { $line } viết chưa đúng cú pháp TOML. Hãy xem lại dấu ngoặc vuông, dấu phẩy; ngày viết 2027-02-20, không có dấu ngoặc kép.
not-a-year = “{ $found }” không phải là năm. Hãy mở đầu mỗi năm bằng [2027].
expected-table = mục này phải gồm nhiều khóa. Hãy mở đầu bằng [2027], rồi viết off, work, quiet ở các dòng dưới.
unknown-key = không có mục “{ $found }”. Hãy dùng: { $known }; hoặc bỏ dòng này.
expected-days = mục này phải là danh sách ngày. Hãy viết dạng [{ $year }-02-20, { $year }-03-06], không có dấu ngoặc kép.
other-year = ngày { $found } không thuộc năm { $year }. Hãy chuyển sang đúng năm hoặc sửa lại ngày.
off-and-worked = ngày { $found } vừa nghỉ vừa làm việc. Hãy giữ một trong hai mục off, work.
expected-span = cần đúng hai ngày, ngày đầu và ngày cuối. Hãy viết dạng [{ $year }-01-30, { $year }-02-12].
