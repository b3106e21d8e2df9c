# Sổ của tôi: từng nhiệm vụ đang ở đâu, việc tiếp theo, đang chờ ai, từ bao giờ.

words = sổ | sổ của tôi | sổ hành trình | tiến độ

overview =
    { $document } năm { $year }: { $done }/{ $needed } nhiệm vụ
    { $outcome }

    { $categories }

    Kết quả trong sổ để theo dõi rèn luyện; việc xem xét, kết nạp do cấp ủy quyết định.
amount = { $have }/{ $need }{ $unit }
amount-over = { $have }{ $unit } (cần { $need })
category = { $title }: { $amount }{ $provisional ->
        [0] {""}
       *[other] {" "}(tạm đạt { $provisional })
    }
block =
    { $category }
    { $tasks }
line = • { $task }: { $state }
one = { $code }
more = Nhiệm vụ khác
hand-in = Nộp minh chứng
picture = Xem ảnh tiến độ
paper = Tải sổ
back = Về sổ
explain = Cách thực hiện
register = Đăng ký nhiệm vụ
dropped = Nhiệm vụ đã đổi (không tính vào kết quả): { $codes }.

outcome-in-progress = Đang thực hiện
outcome-provisional = Tạm đạt, chờ xác nhận
outcome-passed = Đã đạt yêu cầu của năm

state-todo = chưa bắt đầu ({ $months })
state-draft = đang soạn, chưa nộp { $counted }
state-waiting = ⏳ chờ { $holders }, từ { $since } { $counted }
state-returned = cần bổ sung (từ { $since }), hãy nộp lại { $counted }
state-partial = đã có kết quả, chưa đủ { $counted }
state-provisional = tạm đạt, chờ xác nhận { $counted }
state-done = ✓ hoàn thành
state-late-missed = không còn kịp trong năm { $counted }
state-exempt = được miễn
state-dropped = đã đổi sang nhiệm vụ khác, không tính vào kết quả
counted = (đã duyệt { $have }/{ $need }{ $unit })
counted-over = (đã duyệt { $have }{ $unit }, cần { $need })
note-waiting = { $holders }, từ { $since }
note-partial = Đã duyệt { $amount }
holder-nobody = { $title } (danh sách chưa có người đánh giá)
or = { $first }; { $then }

task =
    { $code } · { $title }
    { $state }

    { $counts }

    { $history }
state-line = Trạng thái năm { $year }: { $state }
count = • { $label }: { $amount }
criterion-unknown = • { $label }: chưa rõ
criterion-holds = • { $label }: đạt
criterion-short = • { $label }: chưa đạt
counts =
    Đã được duyệt:
    { $counts }

history =
    Đã nộp:{ $earlier ->
        [0] {""}
       *[other] {" "}(và { $earlier } bản trước đó)
    }
    { $versions }
history-none = Bạn chưa nộp minh chứng cho nhiệm vụ này.
version =
    Lần { $part }, bản { $version } ({ $evidence } minh chứng): { $state }{ $at }
    { $opinions }
handed-in = , nộp { $at }
handin-draft = đang soạn
handin-waiting = đang chờ duyệt
handin-approved = đã duyệt
handin-returned = cần bổ sung
handin-withdrawn = đã rút
opinion-waiting = – Chờ { $who }, từ { $since }
opinion-approved = – { $who } đã duyệt, { $at }
opinion-returned = – { $who } đề nghị bổ sung, { $at }: { $reason }
taken-back-approved = – { $who } rút lại ý kiến duyệt, { $at }: { $reason }
taken-back-returned = – { $who } rút lại ý kiến trả lại, { $at }: { $reason }
appealed = – Bạn xin xem lại, { $at }: { $reason }

recorded-paper =
    Lần { $part } ({ $evidence } minh chứng): ghi nhận từ sổ giấy
    – Người (cấp) đánh giá: { $assessor }, ngày { $day }; { $name } ghi vào hệ thống ngày { $at }
recorded-proof =
    Lần { $part } ({ $evidence } minh chứng): đã có kết quả xác nhận
    – { $name } ghi nhận ngày { $at }
recorded-attend =
    Lần { $part }: điểm danh tại { $assessor }, ngày { $day }
    – { $name } ghi nhận ngày { $at }
ruled-exempt = Được miễn từ { $at } ({ $name }): “{ $reason }”
ruled-provisional = Tạm đạt từ { $at } ({ $name }): “{ $reason }”
ruled-unmet = Chưa đạt theo kết quả xác nhận, { $at } ({ $name }): “{ $reason }”

start = Nộp minh chứng
continue = Soạn tiếp
hand-in-more = Nộp thêm minh chứng
hand-in-proof = Nộp giấy tờ xác nhận
again = Nộp lại

not-yours =
    Không có nhiệm vụ này trong sổ năm { $year } của bạn
    Có thể lựa chọn này đã cũ hoặc thuộc năm trước. Bạn mở lại sổ nhé.
not-registered =
    Sổ năm { $year } chưa có nhiệm vụ nào
    Bạn đăng ký nhiệm vụ của năm để bắt đầu, chưa đến hai phút.

caption =
    Tiến độ năm { $year }: { $done }/{ $needed } nhiệm vụ
    Ảnh này bạn có thể lưu lại hoặc gửi cho người phụ trách.
picture-season = Năm { $year }
picture-done = nhiệm vụ
picture-printed = Cập nhật ngày { $day }
drawn-done = Hoàn thành
drawn-provisional = Tạm đạt
drawn-waiting = Chờ duyệt
drawn-returned = Cần bổ sung
drawn-in-progress = Đang thực hiện
drawn-not-started = Chưa bắt đầu
drawn-missed = Không còn kịp
exempt = Được miễn
