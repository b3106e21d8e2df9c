heading-name = Việc
heading-cron = Lịch (cron)
heading-last = Lần chạy gần nhất
heading-next = Lần tới
heading-note = Lưu ý
what-approvers-clock = Theo dõi hồ sơ chờ duyệt quá lâu: nhắc, chuyển người thay, chuyển cấp trên
what-broadcasts = Gửi dần các thông báo tới nhiều người
what-digest = Bản tin tuần cho bí thư và cán bộ
what-find-reminders = Tìm xem hôm nay ai cần được nhắc điều gì
what-purge-handled = Dọn tin đã xử lý, tin đã gửi và lời nhắc đã qua
what-reminders = Gửi lời nhắc, mỗi người mỗi ngày một tin
what-session-news = Báo cho mọi người khi buổi sinh hoạt có thay đổi
what-tell-operator = Báo sự cố cho người vận hành
never = chưa chạy
last = xong lúc { $at }: { $rows } dòng, { $owed } tin (đã xét đến { $due })
next-owed = ngay khi chương trình chạy (của { $due })
missed = Đã bỏ lỡ { $due } vì quá trễ.
failing = Lỗi { $error } từ { $since }, đã thử { $tries } lần; chi tiết trong nhật ký.
how = Thử một việc mà không gửi gì: hanhtrinh jobs run TÊN --at "2027-03-01 08:00" --dry-run
unknown = Không có việc tên “{ $name }”. Có: { $names }.
not-a-moment = “{ $said }” không phải thời điểm dạng 2027-03-01 08:00.
too-far = Chỉ thử được trong khoảng { $days } ngày trước và sau hôm nay.
only-now = Chạy thật thì chỉ chạy ngay lúc này: chạy như ở giờ khác có thể gửi tin ngoài giờ. Bỏ --at, hoặc thêm --dry-run.
to = → { $who } ({ $channel })
leaves = gửi lúc { $at }
elsewhere = gửi lúc { $at } qua { $by }, vì { $why ->
        [window] người nhận lâu chưa nhắn cho bot
       *[quota] bot sắp hết lượt tin của tháng
    }
template = gửi lúc { $at } bằng tin mẫu (tính phí), vì người nhận lâu chưa nhắn cho bot
held = giữ lại từ { $at } { $why ->
        [window] đến khi người nhận nhắn cho bot, vì đã lâu không nhắn
        [card] đến khi người nhận nhắn cho bot: thẻ chỉ đổi nội dung, không cần báo
       *[quota] đến khi người nhận nhắn cho bot hoặc sang tháng, vì bot sắp hết lượt tin
    }
over = không gửi: quá hạn, hoặc có tin mới hơn nói thay
together = gộp một tin với { $n } tin khác đang chờ
calls = { $n } tin liền nhau
unreached = → { $who }: chưa nhắn được, vì { $why ->
        [window] người nhận lâu chưa nhắn cho bot
       *[quota] bot sắp hết lượt tin của tháng
    }
expires = bỏ nếu chưa gửi được trước { $at }
key = khóa { $said }
why = vì { $why }
tried = Thử như lúc { $at }: { $n } tin sẽ gửi, { $rows } dòng được xử lý, { $silent } tin đã có nên im lặng. Chưa gì được ghi.
count-elsewhere = { $n } tin trong đó đi bằng kênh khác của người nhận.
count-template = { $n } tin trong đó là tin mẫu, có tính phí.
count-held = { $n } tin nữa được giữ lại.
count-over = { $n } tin nữa không gửi.
count-unreached = { $n } người chưa nhắn được.
month = { $bot }: tháng { $month } còn { $left }/{ $of } tin (cả gửi và nhận); lần chạy này dùng { $used }.
say-yes = Chạy thật sẽ gửi tin tới mọi người. Hãy thêm --yes, hoặc thử trước với --dry-run.
confirm = Chạy ngay { $names }? Tin sẽ được gửi tới mọi người. (c/k)
yes = c có y yes
asked = Đã yêu cầu { $name }; chương trình đang chạy sẽ nhận trong { $seconds } giây…
not-taken = Không có chương trình nào đang chạy để làm { $name }; chưa có gì thay đổi. Hãy khởi động: hanhtrinh run
not-done = { $name } đã bắt đầu nhưng chưa xong; xem lại bằng: hanhtrinh jobs
failed = { $name } bị lỗi ({ $error }); chi tiết trong nhật ký, chương trình sẽ tự thử lại khi đến giờ.
done = { $name } đã xong: { $rows } dòng, { $owed } tin.
