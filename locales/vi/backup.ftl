# Sao lưu và phục hồi bằng dòng lệnh.

taken = Đã sao lưu vào { $file }.
good = Bản sao lưu { $file } nguyên vẹn, chụp lúc { $at }. Chưa có gì bị thay đổi.
holds =
    { $rows } dòng: { $tables }
    { $files } tệp, { $size } MB
keep-settings = Tệp .env (token, mật khẩu) không nằm trong bản sao lưu: hãy cất riêng. Bản sao lưu có dữ liệu cá nhân: hãy mã hóa trước khi chép đi nơi khác.
missing = Lưu ý: cơ sở dữ liệu nhắc tới { $count } tệp không có trong kho: { $names }. Hãy kiểm tra FILES_URL; tệp nào mất hẳn thì mời bạn ấy nộp lại.
restored = Đã phục hồi từ { $file }.
restored-next =
    Việc tiếp theo:
    1. Bảo đảm bản cũ đã tắt: hai nơi cùng một token sẽ giành tin của nhau.
    2. hanhtrinh doctor
    3. hanhtrinh run
    Tin đang chờ gửi lúc sao lưu sẽ được gửi đi. Những gì mọi người gửi sau lúc sao lưu thì không còn: hãy nhắc họ mở sổ xem lại.
exists = { $file } đã có sẵn, nên không ghi đè. Hãy chọn tên khác hoặc chuyển tệp cũ đi.
being-written = Một lần sao lưu khác đang ghi vào { $file }. Hãy chờ lần ấy xong hoặc chọn tên khác.
full = Không đủ chỗ ({ $reason }). Hãy dọn bớt ổ đĩa hoặc chọn ổ khác, rồi chạy lại lệnh này.
no-way = Không đọc, ghi được { $file } ({ $reason }). Hãy kiểm tra đường dẫn và quyền của tài khoản đang chạy lệnh.
no-database = Chưa có gì để sao lưu: cơ sở dữ liệu trong cài đặt chưa được tạo. Hãy kiểm tra DATABASE_URL và DATA_DIR.
newer-database = Cơ sở dữ liệu do một bản mới hơn tạo ra ({ $migration }). Hãy dùng lệnh của bản ấy.
files-down = Kho tệp không dùng được: { $reason }. Hãy kiểm tra FILES_URL, quyền và chỗ trống rồi chạy lại lệnh này.
file-changed = Tệp { $name } thay đổi trong lúc sao lưu. Hãy chạy lại lệnh này.
database-trouble = Cơ sở dữ liệu gặp sự cố: { $reason }. Hãy kiểm tra máy chủ, chỗ trống rồi chạy lại lệnh này.
not-a-backup = { $file } không phải bản sao lưu của Hành trình. Không có gì bị thay đổi.
newer-backup = { $file } do bản mới hơn ({ $release }) tạo ra. Hãy cập nhật chương trình rồi phục hồi. Không có gì bị thay đổi.
damaged = { $file } bị hỏng hoặc bị cắt ngang (tại { $member }). Hãy chép lại từ nơi cất giữ, hoặc dùng bản sao lưu khác. Không có gì bị thay đổi.
database-not-empty = Cơ sở dữ liệu trong cài đặt đã có dữ liệu (bảng { $table }); chỉ phục hồi được vào cơ sở dữ liệu trống. Hãy đặt DATABASE_URL hoặc DATA_DIR khác. Không có gì bị thay đổi.
files-not-empty = Kho tệp trong cài đặt đang giữ tệp khác ({ $name }); chỉ phục hồi được vào kho trống. Hãy đặt FILES_URL hoặc DATA_DIR khác. Không có gì bị thay đổi.
rows-refused = Cơ sở dữ liệu không nhận dữ liệu của bảng { $table }: { $reason }. Chưa dòng nào được ghi; sửa xong, hãy chạy lại lệnh này.
differs = Dữ liệu đọc lại không giống bản sao lưu (bảng { $table }). Chưa dòng nào được ghi; hãy báo cho người phát triển.
