# Nhắc việc: tin nhắc gộp mỗi ngày, nhắc lại sau, tắt từng loại, giờ nhận tin.

words = nhắc việc | lời nhắc | nhắc nhở | cài đặt nhắc việc | tắt nhắc | giờ nhắc

for-member =
    Bạn có { $n } việc cần nhớ
    { $lines }
    { $rest }
for-officer =
    Đồng chí có { $n } việc cần nhớ
    { $lines }
    { $rest }
line = • { $line }
rest = … và { $n } việc khác.
do-rest = Xem { $n } việc còn lại
do-later = Nhắc tôi sau
do-mute = Tắt nhắc loại này
do-kinds = Tắt bớt loại nhắc

overview =
    Nhắc việc
    { $lines }
    Mỗi ngày nhiều nhất một tin, gộp các việc; không gửi ban đêm, ngày lễ và dịp Tết.
set-house = • Giờ nhận tin: giờ chung của đơn vị
set-own = • Giờ nhận tin: { $opens }–{ $closes }
set-week = • Mỗi tuần nhiều nhất { $n } ngày có tin
off = • Đã tắt: { $kind }
paused = • Đang tạm dừng, đến hết ngày { $day }
do-upcoming = Xem việc sắp tới
do-hours = Giờ nhận tin
do-week = Số ngày mỗi tuần
do-choose = Chọn loại nhắc
do-pause = Tạm dừng nhắc
do-resume = Nhắc lại ngay từ bây giờ
menu = Danh mục
back = Về nhắc việc
more = Xem thêm
toast = Đã ghi

coming =
    Việc sắp được nhắc
    { $lines }
    { $rest }
coming-none =
    Chưa có việc nào chờ nhắc
    Khi có việc sắp đến hạn, tin nhắc sẽ tự gửi đến.
told =
    Các việc trong tin nhắc
    { $lines }
    { $rest }
told-none =
    Không còn tin nhắc này
    Chọn “Xem việc sắp tới” trong mục nhắc việc để biết việc đang chờ.
on = • { $day }: { $what }
of-task = { $kind } ({ $task })

ask-later =
    Nhắc lại vào lúc nào?
    Việc nào xong trước thì không nhắc nữa.
do-tonight = Tối nay, { $at }
do-tomorrow = Ngày mai, { $at }
do-next-week = Tuần sau, { $at }
put-off =
    Sẽ nhắc lại { $n } việc
    Vào lúc { $at }. Việc nào xong trước thì không nhắc nữa.
no-later =
    Việc này không để nhắc muộn hơn được
    Hạn đã gần, hoặc việc đã được xếp lịch nhắc lại. Xin xem và làm ngay khi có thể.

kinds =
    Chọn loại nhắc
    Chọn để tắt, hoặc bật lại. Tin trả lời và kết quả duyệt vẫn gửi như thường.
kind-on = Tắt: { $kind }
kind-off = Bật lại: { $kind }
muted =
    Đã tắt nhắc: { $kind }
    Cần thì bật lại ở đây, hoặc gõ “nhắc việc”.
do-unmute = Bật lại
kind-session = Buổi học tập, sinh hoạt
kind-attendance = Điểm danh còn thiếu
kind-taking = Buổi chưa điểm danh
kind-questions = Câu hỏi điểm danh chờ xác nhận
kind-registration = Đợt đăng ký nhiệm vụ
kind-returned = Bài, minh chứng được trả lại
kind-essay = Hạn viết bài
kind-task = Nhiệm vụ sắp hết hạn
kind-count = Số lần còn thiếu
kind-draft = Bài đang làm dở
kind-provisional = Kết quả tạm đạt chờ xác nhận
kind-approvals = Việc chờ duyệt đã lâu
kind-quarter = Nhận xét quý
kind-closing = Kết quả tạm đạt cần chốt

ask-hours =
    Nhận tin nhắc vào lúc nào?
    Tin về công việc cán bộ chỉ gửi trong giờ làm việc.
hours-morning = Buổi sáng ({ $opens }–{ $closes })
hours-afternoon = Buổi chiều ({ $opens }–{ $closes })
hours-evening = Chiều tối ({ $opens }–{ $closes })
do-house = Như chung của đơn vị
ask-week =
    Nhận tin nhắc nhiều nhất mấy ngày một tuần?
    Việc chưa nhắc được gộp vào tin sau.
days-a-week = { $n } ngày một tuần
ask-pause =
    Tạm dừng nhắc trong bao lâu?
    Việc đến hạn trong lúc tạm dừng có thể lỡ lời nhắc.
days = { $n } ngày, kể từ hôm nay
