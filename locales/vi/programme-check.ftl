good = { $file }: “{ $title }” dùng được, { $categories } nhóm, { $tasks } nhiệm vụ.
faults = { $file } có { $count } chỗ cần sửa:
key = Vị trí
reason = Cần sửa
cannot-open = Không mở được { $file }. Hãy kiểm tra đường dẫn và quyền đọc.
