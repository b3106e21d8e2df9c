# Lịch sinh hoạt của đoàn viên: các buổi sắp tới, sẽ dự hay xin vắng, tệp lịch.

words = lịch | lịch sinh hoạt | xem lịch | lịch học | lịch học tập | buổi sắp tới

list =
    Lịch sinh hoạt
    { $lines }
    Chọn một buổi để xem và báo sẽ dự hoặc xin vắng.
none =
    Chưa có buổi nào sắp tới
    Khi có buổi dành cho bạn, mình báo tại đây.
mine-none = Bạn chưa trả lời
mine-before = Buổi đã dời sang ngày khác, bạn chưa trả lời lại
mine-going = Bạn: sẽ dự
mine-absent = Bạn: xin vắng
mine-absent-why = Bạn: xin vắng ({ $why })
one =
    { $note }
    { $title }
    { $when } ({ $soon }, { $minutes } phút)
    { $lines }
cancelled =
    { $note }
    { $off ->
        [after] KHÔNG DIỄN RA
       *[before] ĐÃ HỦY
    }: { $title }
    Lẽ ra diễn ra lúc { $when }.
    Lý do: { $reason }
do-going = Sẽ dự
do-absent = Xin vắng
do-going-after-all = Tôi dự được
do-no-reason = Không nêu lý do
do-file = Thêm vào lịch điện thoại
do-file-off = Xóa khỏi lịch điện thoại
do-file-all = Tải lịch các buổi
do-list = Xem lịch
do-attended = Tôi đã dự buổi này
do-elsewhere = Tôi học ở nơi khác, có minh chứng
ask-why =
    Đã ghi: bạn xin vắng
    { $title }
    Bạn cho biết lý do nhé (không bắt buộc, không cần nêu chuyện sức khỏe hay gia đình).
note-going = Đã ghi: bạn sẽ dự.
note-why = Đã ghi lý do.
file-sent =
    Lịch của bạn
    Mở tệp này để thêm vào lịch điện thoại. Khi buổi đổi lịch, mở tệp mới để cập nhật.
file-sent-off =
    Buổi này đã hủy
    Mở tệp này để xóa buổi khỏi lịch điện thoại. Nếu bạn chưa thêm vào lịch thì không cần mở.
counts-for = Dự buổi này được tính cho nhiệm vụ { $task }.
file-alarm = Sắp đến: { $title }
not-there =
    Không có buổi này trong lịch của bạn
    Có thể buổi đã bị hủy hoặc lựa chọn đã cũ. Xin mở lại lịch.
