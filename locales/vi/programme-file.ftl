# Lỗi trong tệp chương trình. Mỗi câu: sai ở đâu, sửa thế nào. Tên tệp và vị trí do nơi gọi in ra.

not-utf8 = Dòng { NUMBER($line, useGrouping: 0) } có ký tự không đọc được. Hãy lưu lại tệp theo bảng mã UTF-8.
syntax = Dòng { NUMBER($line, useGrouping: 0) } viết chưa đúng cú pháp TOML. Hãy xem lại dấu ngoặc kép, dấu ngoặc vuông, dấu phẩy ở dòng này và dòng ngay trên.
schema = Tệp ghi cấu trúc phiên bản { $found }, hệ thống đọc phiên bản { $known }. Hãy ghi schema = { $known } và viết theo chương trình mẫu.
unknown-key = Không có mục “{ $found }” ở đây. Hãy dùng: { $known }; hoặc bỏ dòng này.
missing = Thiếu mục này. Hãy bổ sung theo chương trình mẫu.
empty = Mục này đang để trống. Hãy điền nội dung.
expected-text = Mục này phải là chữ. Hãy đặt nội dung trong dấu ngoặc kép, ví dụ "Nhiệm vụ bắt buộc".
expected-number = Mục này phải là số nguyên. Hãy viết số, không có dấu ngoặc kép, dấu chấm hay dấu phẩy, ví dụ 1000.
expected-yes-no = Mục này chỉ nhận true (có) hoặc false (không). Hãy viết một trong hai từ, không có dấu ngoặc kép.
expected-list = Mục này phải là danh sách. Hãy đặt các phần tử trong dấu ngoặc vuông, ví dụ [3, 4, 9, 10]; mục lớn thì viết [[tên mục]].
expected-table = Mục này phải gồm nhiều khóa. Hãy viết dạng {"{"} khóa = giá trị {"}"} hoặc mở đầu bằng [tên mục].
not-nfc = Chữ có dấu ở đây đang ở dạng tách rời (không phải Unicode dựng sẵn). Hãy gõ lại mục này, hoặc chuyển tệp sang Unicode dựng sẵn (NFC).
too-long = Nội dung dài { $length } ký tự, tối đa { $limit }. Hãy rút gọn để đọc được trên điện thoại; câu đầy đủ để ở mục text.
bad-code = Mã “{ $found }” chưa hợp lệ. Hãy dùng tối đa { $limit } ký tự gồm chữ cái không dấu, chữ số, dấu gạch dưới hoặc gạch ngang.
duplicate = “{ $found }” đã có ở trên. Hãy giữ một và bỏ hoặc đổi cái còn lại.
not-a-choice = Không dùng được “{ $found }” ở đây. Hãy chọn: { $known }.
unknown-reference = “{ $found }” chưa được khai báo ở [[{ $section }]]. Hãy dùng mã đã có: { $known }; hoặc khai báo thêm ở trên.
not-a-month = { $found } không phải là tháng. Hãy ghi số từ 1 đến 12.
outside-task-months = Tháng { $found } không nằm trong các tháng của nhiệm vụ. Hãy thêm tháng này vào months của nhiệm vụ hoặc bỏ ở tiêu chí.
out-of-range = Số { NUMBER($found, useGrouping: 0) } nằm ngoài khoảng cho phép. Hãy ghi từ { NUMBER($least, useGrouping: 0) } đến { NUMBER($most, useGrouping: 0) }.
misplaced = Mục này không đi cùng “{ $owner }”. Hãy bỏ mục này, hoặc chọn loại khác.
not-in-scale = “{ $found }” không có trong thang bậc (scale), hoặc không còn bậc nào cao hơn. Hãy dùng: { $known }.
one-expression = Cần đúng một cách đánh giá. Hãy giữ một trong các khóa: { $known }.
too-many-required = Yêu cầu hoàn thành { $needed } nhiệm vụ nhưng nhóm chỉ có { $there }. Hãy giảm số này hoặc thêm nhiệm vụ.
no-tasks = Nhóm yêu cầu hoàn thành tất cả (“{ $found }”) nhưng chưa có nhiệm vụ nào. Hãy thêm nhiệm vụ, hoặc đặt rule = "none".
no-period = Lịch năm thiếu “{ $found }”. Hãy thêm một mục [[calendar]] có code = "{ $found }" và các tháng.
