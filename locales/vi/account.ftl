# Bí thư giúp đoàn viên vào Hành trình: kênh đang dùng, lời mời mới, khóa tài khoản đã mất.

channels =
    Tài khoản của { $name } · { $place }
    { $lines }
    Mất máy hoặc mất tài khoản: khóa tài khoản cũ, rồi cấp lời mời mới. Sổ và mọi thứ đã nộp giữ nguyên.
line = • { $channel }, kết nối từ { $since }
line-blocked = • { $channel }, kết nối từ { $since }; tin gửi không đến được
nowhere = Chưa kết nối kênh nào.
not-there = Kênh này không còn kết nối.
do-account = Tài khoản đoàn viên
do-renew = Cấp lời mời mới
do-lock = Khóa { $channel } đã mất
do-keep = Giữ như hiện nay

lock-sure =
    Khóa { $channel } của { $name }?
    Từ lúc khóa, người cầm tài khoản ấy không xem được gì nữa; tin đang chờ gửi và các đường dẫn đã gửi cũng hết tác dụng. Đoàn viên vào lại bằng lời mời mới.
lock-done = Đã khóa { $channel }.
locked =
    { $channel } của bạn đã được khóa
    { $by } đã khóa theo yêu cầu vì tài khoản ấy bị mất. Nếu bạn không yêu cầu, xin liên hệ ngay Bí thư đơn vị.
renew-sure =
    Cấp lời mời mới cho { $name }?
    Lời mời cũ sẽ hết hiệu lực. Khi đoàn viên dùng lời mời mới, tài khoản cũ trên cùng ứng dụng tự ngừng kết nối.
renewed =
    Lời mời mới của { $name }
    Mã tham gia: { $code }
    Đoàn viên mở trợ lý Hành trình trên Zalo hoặc Telegram và gửi mã này. Mã dùng một lần, có hiệu lực đến hết ngày { $until }; chỉ đưa tận tay đoàn viên.
