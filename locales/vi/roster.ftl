guidance-sheet = Hướng dẫn
guidance =
    Danh sách đoàn viên ưu tú và người đồng hành
    1. Điền lần lượt bốn trang: Đơn vị, Tổ, Danh sách, Vai trò. Cột xanh đậm là bắt buộc.
    2. Dòng chữ nghiêng màu xám là ví dụ, được bỏ qua khi nhập; có thể xóa hoặc giữ nguyên. Mã thật không bắt đầu bằng “VD-”.
    3. Mỗi đơn vị, mỗi tổ có một mã ngắn do đơn vị tự đặt; các trang khác gọi lại bằng mã ấy.
    4. Mã số của một người có thể để trống. Khi đó người ấy được nhận ra bằng đơn vị và họ tên; hai người trùng họ tên trong một đơn vị thì cần mã số.
    5. Cột “Là ĐVUT”: ghi Có với đoàn viên ưu tú tham gia hành trình; để trống là Không.
    6. Trang Vai trò chỉ dành cho người có trách nhiệm: tổ trưởng, giám sát viên, bí thư, ban chấp hành…
    7. Ngày ghi theo ngày/tháng/năm, ví dụ 05/01/2027.
    8. Có thể nhập lại nhiều lần: dòng cũ không bị nhân đôi, dòng sửa được cập nhật. Người không còn trong tệp được báo lại, không bị xóa; vai trò không còn trong tệp thì kết thúc.
    9. Không ghi số căn cước, gia đình, tôn giáo hay hồ sơ Đảng vào tệp này.
lists-sheet = Danh mục
sheet-units = Đơn vị
sheet-groups = Tổ
sheet-people = Danh sách
sheet-roles = Vai trò
heading-units-code = Mã đơn vị
heading-units-name = Tên đơn vị
heading-units-kind = Loại
heading-units-parent = Mã đơn vị cấp trên
heading-units-from = Hiệu lực từ
heading-units-to = Hiệu lực đến
heading-groups-code = Mã tổ
heading-groups-name = Tên tổ
heading-groups-unit = Mã đơn vị
heading-people-code = Mã số
heading-people-name = Họ và tên
heading-people-called = Tên gọi
heading-people-unit = Mã đơn vị
heading-people-group = Mã tổ
heading-people-member = Là ĐVUT
heading-people-address = Cách xưng hô
heading-roles-person = Mã số hoặc họ và tên
heading-roles-role = Vai trò
heading-roles-scope = Phạm vi (mã đơn vị hoặc mã tổ)
heading-roles-from = Từ ngày
heading-roles-to = Đến ngày
note-units-code = Mã ngắn do đơn vị tự đặt, ví dụ DCS hoặc CD01.
note-units-name = Tên đầy đủ, viết đúng như con dấu hoặc quyết định.
note-units-kind = Ví dụ: Đoàn cơ sở, Chi đoàn. Có thể ghi loại khác.
note-units-parent = Mã của đơn vị cấp trên trực tiếp; đơn vị cao nhất để trống.
note-units-from = Ngày đơn vị bắt đầu hoạt động; có thể để trống.
note-units-to = Ngày đơn vị kết thúc (sáp nhập, giải thể); có thể để trống.
note-groups-code = Mã ngắn của tổ, ví dụ TO1.
note-groups-name = Tên tổ, ví dụ Tổ 1.
note-groups-unit = Mã của đơn vị tổ chức tổ này.
note-people-code = Mã đoàn viên hoặc mã do đơn vị đặt; để trống nếu không có.
note-people-name = Họ, tên đệm và tên, đủ dấu.
note-people-called = Chỉ ghi khi tên gọi không phải là chữ cuối của họ tên.
note-people-unit = Mã ở trang Đơn vị.
note-people-group = Mã ở trang Tổ; để trống nếu chưa chia tổ.
note-people-member = Có hoặc Không; để trống là Không.
note-people-address = Trợ lý gọi người này là gì; để trống: “bạn” với ĐVUT, “đồng chí” với cán bộ.
note-roles-person = Mã số ở trang Danh sách, hoặc họ tên nếu không trùng ai.
note-roles-role = Chọn trong danh sách.
note-roles-scope = Tổ trưởng: mã tổ. Giám sát viên: mã tổ hoặc mã đơn vị. Vai trò khác: mã đơn vị. Ban tổ chức có thể để trống.
note-roles-from = Ngày bắt đầu; có thể để trống.
note-roles-to = Ngày kết thúc; có thể để trống.
example-prefix = VD-
example-units-code = VD-CD01
example-units-name = Chi đoàn Văn phòng (ví dụ)
example-units-kind = Chi đoàn
example-units-parent = VD-DCS
example-units-from = 01/01/2027
example-groups-code = VD-TO1
example-groups-name = Tổ 1 (ví dụ)
example-groups-unit = VD-DCS
example-people-code = VD-001
example-people-name = Nguyễn Thị Ví Dụ
example-people-unit = VD-CD01
example-people-group = VD-TO1
example-people-member = Có
example-people-address = bạn
example-roles-person = VD-001
example-roles-role = Tổ trưởng
example-roles-scope = VD-TO1
example-roles-from = 01/01/2027
example-roles-to = 31/12/2027
kinds = Đoàn cấp trên trực tiếp | Đoàn cơ sở | Chi đoàn cơ sở | Chi đoàn | Cụm hoạt động
yes = Có | x | yes
no = Không | no
address-ban = bạn
address-anh = anh
address-chi = chị
address-dong-chi = đồng chí | đ/c
role-member = Đoàn viên ưu tú | ĐVUT
role-group-leader = Tổ trưởng
role-supervisor = Giám sát viên | Giám sát viên phụ trách tổ
role-secretary = Bí thư
role-executive = Ban Chấp hành Đoàn cơ sở | BCH Đoàn cơ sở | BCH
role-standing-committee = Ban Thường vụ | BTV
role-party-committee = Cấp ủy
role-organiser = Ban tổ chức hành trình
wrong-choice = Xin chọn một giá trị trong danh sách.
wrong-date = Xin ghi ngày/tháng/năm, ví dụ 05/01/2027.

written = Đã ghi tệp mẫu { $file }. Điền xong, chạy thử: hanhtrinh roster import { $file } --dry-run
cannot-open = Không mở được { $file }. Hãy kiểm tra đường dẫn và quyền đọc.
cannot-write = Không ghi được { $file }. Hãy kiểm tra thư mục và quyền ghi.
refused-not-a-spreadsheet = Tệp này không phải bảng tính .xlsx đọc được. Hãy mở tệp bằng Excel hoặc LibreOffice và lưu lại dưới dạng .xlsx.
refused-missing-sheet = Không tìm thấy trang “{ $name }”. Hãy dùng tệp mẫu (hanhtrinh roster template) và giữ nguyên tên các trang.
refused-missing-columns = Trang “{ $sheet }” thiếu cột: { $names }. Hãy ghi lại tên cột như trong tệp mẫu.
refused-too-many-rows = Trang “{ $sheet }” có quá { $limit } dòng. Hãy chia tệp theo đơn vị, hoặc xóa các dòng trống ở cuối trang.
refused-too-many-columns = Trang “{ $sheet }” có quá { $limit } cột. Hãy xóa các cột thừa bên phải.

fault-empty = Ô này chưa có gì. Hãy điền.
fault-missing = Ô này chưa có gì. Hãy điền.
fault-too-long = Dài quá { $limit } ký tự. Hãy viết ngắn lại.
fault-formula = Ô này là công thức. Hãy chép rồi dán lại dưới dạng giá trị.
fault-broken-date = “{ $found }” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/01/2027.
fault-date-for-text = Bảng tính đã đổi ô này thành ngày ({ $found }). Hãy định dạng ô là Văn bản rồi ghi lại.
fault-unknown-word = Không hiểu “{ $found }”. Hãy chọn: { $known }.
fault-example-kept = Mã “{ $found }” là mã của dòng ví dụ. Hãy đổi thành mã thật, hoặc xóa dòng.
fault-unknown-unit = Không có đơn vị mã “{ $found }”. Hãy thêm vào trang Đơn vị hoặc sửa mã.
fault-unknown-group = Không có tổ mã “{ $found }”. Hãy thêm vào trang Tổ hoặc sửa mã.
fault-unit-under-itself = Đơn vị “{ $found }” nằm dưới chính nó. Hãy sửa mã đơn vị cấp trên.
fault-duplicate-code = Mã “{ $found }” đã có ở dòng { $other }. Hãy đặt mã khác hoặc xóa dòng trùng.
fault-bad-code = Mã “{ $found }” không dùng được. Hãy đặt mã không bắt đầu bằng dấu ~.
fault-unknown-address = Không hiểu cách xưng hô “{ $found }”. Hãy chọn: { $known }.
fault-same-name = { $found } trùng họ tên với dòng { $other } trong cùng đơn vị. Nếu là hai người, hãy ghi mã số cho cả hai; nếu là một người, hãy xóa một dòng.
fault-unknown-person = Không có ai là “{ $found }”. Hãy thêm vào trang Danh sách, hoặc ghi đúng mã số hay họ tên.
fault-several-people = Có { $count } người tên “{ $found }”. Hãy ghi mã số.
fault-duplicate-role = Vai trò này đã có ở dòng { $other }. Hãy xóa một dòng.
fault-missing-scope = Vai trò này cần phạm vi. Hãy ghi mã đơn vị hoặc mã tổ.
fault-unknown-scope = Không có đơn vị hay tổ nào mã “{ $found }”. Hãy thêm vào trang Đơn vị hoặc Tổ, hoặc sửa mã.
fault-needs-a-group = “{ $found }” là đơn vị; vai trò này phụ trách một tổ. Hãy ghi mã tổ.
fault-needs-a-unit = “{ $found }” là tổ; vai trò này thuộc một đơn vị. Hãy ghi mã đơn vị.
fault-ends-before-it-begins = Ngày kết thúc { $to } trước ngày bắt đầu { $from }. Hãy sửa một trong hai.

report-sheet = Trang
report-row = Dòng
report-column = Cột
report-fault = Cần sửa
report-refused = Chưa nhập gì. Có { $count } chỗ cần sửa:
report-done = Đã nhập danh sách.
report-dry-run = Chạy thử, chưa thay đổi gì. Nếu nhập thật:
report-nothing-new = Danh sách đã có đủ, không có gì thay đổi.
report-count = • { $sheet }: { $new } mới, { $changed } sửa, { $unchanged } giữ nguyên
report-enrolled = • Đưa vào hành trình năm nay: { $count } người
report-ended = • Kết thúc vai trò: { $name }, { $role }
report-unlisted =
    • Có { $count } người không còn trong tệp, vẫn được giữ:
    { $names }
report-ignored = • Trang { $sheet }: bỏ qua cột “{ $heading }”
