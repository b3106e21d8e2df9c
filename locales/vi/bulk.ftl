# Duyệt nhiều hồ sơ cùng lúc: chỉ những hồ sơ không có gì cần xem riêng.

ask =
    Duyệt { $n } hồ sơ sạch?
    { $lines }
    { $left_out }
    Đồng chí xem lại danh sách rồi xác nhận một lần; trong 10 phút có thể hoàn tác tất cả.
line = • { $name } · { $task }
do-approve = Duyệt { $n } hồ sơ
do-open = Duyệt { $n } hồ sơ sạch
left-out = Để riêng { $n } hồ sơ cần xem từng việc:
left-line = • { $name } · { $task }: { $why }
left-more = … và { $n } hồ sơ khác.
why-sensitive = nhiệm vụ cần xem riêng
why-above = đoàn viên xin xem lại, hoặc hai ý kiến khác nhau
why-differ = ý kiến trước đã trả lại
why-again = bản nộp lại sau khi bổ sung
why-reversed = đã có quyết định được rút lại
why-files = có tệp chưa nhận được hoặc không dùng được
why-essay = bài viết trong tệp chưa được đọc
why-words = chưa có ảnh hoặc giấy tờ
why-same = trùng minh chứng với lần nộp khác
why-date = ngày diễn ra ngoài thời gian của nhiệm vụ, nên xem lại
why-alike = có điểm giống bài hoặc ảnh khác, nên xem lại
nothing =
    Hiện không có hồ sơ nào duyệt nhanh được
    { $left_out }
    Xin mở từng việc trong danh sách để xem và duyệt.
nothing-oldest =
    Trong { $n } hồ sơ chờ lâu nhất chưa có hồ sơ nào duyệt nhanh được
    { $left_out }
    Xin mở từng việc trong danh sách để xem và duyệt; các hồ sơ nộp sau sẽ được xét tiếp.
approved =
    ✅ Đã duyệt { $n }/{ $of } hồ sơ
    { $lines }
undone =
    Đã hoàn tác { $n }/{ $of } hồ sơ
    { $lines }
lost-approved = { $name } đã duyệt lúc { $at }
lost-returned = { $name } đã trả lại lúc { $at }
gone = không còn chờ đồng chí duyệt
changed = sau đó đã được quyết định riêng, nên giữ nguyên
do-undo = Hoàn tác tất cả (trong 10 phút)
toast-approved = Đã duyệt { $n } hồ sơ
already =
    Danh sách này đã được xử lý
    Xin mở lại danh sách cần duyệt.
undone-before =
    Danh sách này đã được hoàn tác
    Xin mở lại danh sách cần duyệt.
undo-too-late =
    Đã hết thời gian hoàn tác (đến { $until })
    Có thể mở từng việc trong “Đã quyết định gần đây” để rút lại quyết định và nêu lý do.
# những gì một đoàn viên nhận được về nhiều hồ sơ, trong một tin
told = { $lines }
