# Báo cáo diễn tập cho ban tổ chức đọc trước tháng 1, và vài lời trên dòng lệnh.

title = Diễn tập hành trình năm { $year }
about = { $members } đoàn viên ưu tú giả định, { $groups } tổ; mã diễn tập { $seed } (cùng mã thì cùng kết quả). Mọi người trong báo cáo đều không có thật.
would-finish = hoàn thành năm (kể cả tạm đạt)
to-change = { $must ->
        [0] điều nên xem lại
       *[other] điều nên xem lại, { $must } điều phải sửa
    }
a-week = tin bot chủ động gửi, mỗi đoàn viên mỗi tuần
messages-in-all = tin hệ thống gửi cả năm

change = Nên sửa gì trước tháng 1
must = Phải sửa:
ends-early = { $code } · { $title }: hết đợt đăng ký ({ $day }) thì không còn tháng nào làm kịp.
ends-early-do = Kéo dài các tháng của nhiệm vụ, hoặc đóng đăng ký sớm hơn.
too-few-tasks = { $category }: phải hoàn thành { $need } nhiệm vụ, sau đợt đăng ký chỉ còn { $left } nhiệm vụ làm kịp.
too-few-tasks-do = Thêm nhiệm vụ, mở thêm tháng, hoặc giảm số nhiệm vụ phải hoàn thành.
known-later = { $codes }: có tiêu chí chỉ biết kết quả sau kỳ đánh giá, nên nhiều đoàn viên sẽ ở mức “tạm đạt”.
known-later-do = Thống nhất trước: chờ kết quả cuối năm, hay lấy kết quả năm trước; báo cho cấp ủy biết ý nghĩa của “tạm đạt”.
no-spare-session = { $code } cần { $need } lần, mà cả năm chỉ tổ chức { $planned } buổi: vắng một buổi là thiếu.
no-spare-session-do = Tổ chức thêm ít nhất 01 buổi dự phòng, hoặc nhận minh chứng tham gia ở đơn vị khác.
too-few-sessions = { $code } cần { $need } lần, mà cả năm chỉ tổ chức { $planned } buổi: không ai đạt được nếu chỉ dự ở đơn vị.
too-few-sessions-do = Tổ chức thêm buổi, hoặc nhận minh chứng tham gia ở đơn vị khác.
nobody-assesses = { $code }: chương trình giao { $bodies } đánh giá, nhưng không có chức vụ nào ở cấp đó trong danh sách mẫu.
nobody-assesses-do = Xem lại vai trò và cấp (role, reach) của nơi đánh giá trong tệp chương trình.
after-last-year = Chương trình ghi năm cuối là { $last }; năm diễn tập là { $year }.
after-last-year-do = Hỏi ban tổ chức kế hoạch mới, rồi ghi lại tên, first_year và last_year trong tệp chương trình.
closes-quiet = Đăng ký đóng ngày { $day }, đúng lúc nghỉ lễ, Tết: những ngày cuối không nhắc ai được.
closes-quiet-do = Đóng đăng ký ngày { $better }, hoặc sau kỳ nghỉ: hanhtrinh season open … --closes
few-working-days = Tháng { $month } chỉ có { $days } ngày làm việc: phê duyệt sẽ dồn lại.
few-working-days-do = Không đặt hạn nộp trong tháng này; nhờ người duyệt xử lý hết trước kỳ nghỉ.
hand-in-by = Đánh giá xong ngày { $day }; một lần duyệt có thể mất tới { $days } ngày làm việc.
hand-in-by-do = Hẹn đoàn viên nộp chậm nhất ngày { $by }.
too-late = { $n }/{ $of } lần nhắc ({ $kind ->
        [session] buổi sinh hoạt
        [registration] đăng ký
        [attendance] thiếu điểm danh
       *[other] việc khác
    }) bị bỏ vì lúc phải gửi nằm ngoài giờ nhắn tin.
too-late-do = { $kind ->
        [session] Bắt đầu buổi sinh hoạt muộn hơn để còn kịp nhắc trước hai giờ, hoặc bỏ mốc nhắc đó trong tệp chương trình.
       *[other] Dời hạn sang ngày thường, giờ hành chính.
    }
still-waiting = { $body }: đến 31/12 còn { $n } lần duyệt chưa xong.
still-waiting-do = Hẹn ngày duyệt hết trước khi kết thúc năm; cử người thay khi người duyệt vắng.
slow-body = { $body }: một nửa số lần duyệt mất dưới { $half } ngày, nhưng lâu nhất tới { $most } ngày.
slow-body-do = Cử thêm người, hoặc hẹn mỗi tuần một buổi duyệt chung.
busy-officer = Có tuần, một { $role ->
        [supervisor] giám sát viên
        [secretary] bí thư
        [executive] ủy viên ban chấp hành
        [standing_committee] ủy viên ban thường vụ
        [party_committee] đồng chí trong cấp ủy
        [organiser] thành viên ban tổ chức
       *[other] tổ trưởng
    } phải duyệt khoảng { $minutes } phút.
busy-officer-do = Chia bớt cho người khác, hoặc giãn hạn nộp bài giữa các tổ.
nobody-stands-in = { $n } người duyệt vắng cả tháng mà không cử người duyệt thay.
nobody-stands-in-do = Nhắc mọi người duyệt cử người thay trước khi đi (gõ /duyetthay).
hard-task = { $code } · { $title }: chỉ { $done }/{ $of } người đã đăng ký hoàn thành.
hard-task-do = Tổ chức hoạt động chung cho nhiệm vụ này, hoặc gợi ý nhiệm vụ khác lúc đăng ký.

promises = Hệ thống giữ lời hứa
check-out-of-hours = Tin gửi ngoài giờ, ngày nghỉ hoặc dịp Tết: { $n }.
check-over-budget = Tuần có người bị nhắc quá { $budget } lần: { $n }.
check-stuck = Lần trò chuyện không đi tiếp được: { $n }{ $n ->
        [0] {""}
       *[other] {" "}({ $where })
    }.
check-defects = Lần hệ thống gặp lỗi: { $n }.
check-failed = Tin gửi hỏng: { $n }.
example = { $kind }, gửi { $who } lúc { $at }

finish = Ai sẽ hoàn thành
finish-how = Tình trạng ngày 31/12; con số bên phải là số người hoàn thành (kể cả tạm đạt) trên tổng số.
by-character = Theo tính cách
by-task = Theo nhiệm vụ (trong số người đã đăng ký)
by-group = Theo tổ
outcome-passed = đạt
outcome-provisional = tạm đạt
outcome-in-progress = chưa đủ
outcome-not-registered = chưa đăng ký
outcome-not-joined = chưa vào bot
state-done = hoàn thành
state-provisional = tạm đạt
state-waiting = chờ duyệt
state-returned = trả lại
state-partial = một phần
state-draft = soạn dở
state-todo = chưa làm
state-late-missed = không còn kịp

load = Tin nhắn mỗi ngày
replies = trả lời khi có người hỏi
unasked = bot chủ động gửi (báo tin, nhắc việc)
month = T{ $n }
load-notes = Khoảng trống đầu năm là dịp Tết. Từ chiều { $begins } đến sáng { $back } hệ thống ngừng chạy (giả định); những việc còn kịp được làm bù sau đó.
by-kind = Theo loại tin và người nhận
kind = Loại tin
total = Cộng
kind-reply = trả lời
kind-news = báo tin
kind-reminders = nhắc việc
kind-approvers-clock = nhắc duyệt
kind-digest = bản tin tuần
kind-digests = bản tin tuần
kind-broadcast = thông báo
kind-session = buổi sinh hoạt
kind-sessions = buổi sinh hoạt
kind-unassessed = báo thiếu người duyệt
who-diligent = chăm
who-ordinary = bình thường
who-late = chờ nhắc
who-forgetful = hay quên
who-silent = im lặng
who-supervisor = giám sát viên
who-secretary = bí thư
who-executive = BCH
who-standing-committee = BTV
who-party-committee = cấp ủy
who-organiser = ban tổ chức
post-group-leader = Tổ trưởng
post-supervisor = Giám sát viên
post-secretary = Bí thư
post-executive = Ủy viên ban chấp hành
post-standing-committee = Ủy viên ban thường vụ
post-party-committee = Cấp ủy
post-organiser = Ban tổ chức

burden = Có phiền ai không
burden-how = Số tin bot chủ động gửi, mỗi người mỗi tuần. Nhắc việc có hạn mức { $budget } lần một tuần; báo tin thì không.
burden-reminders = Đoàn viên: nhắc việc
burden-members = Đoàn viên: mọi tin bot chủ động gửi
burden-officers = Cán bộ: mọi tin bot chủ động gửi
mean = Trung bình
p95 = 95% không quá
most = Nhiều nhất
reminders = Những điều đã nhắc
reminder = Điều nhắc
became = Kết quả
count = Số lần
reminder-session = buổi sinh hoạt
reminder-attendance = thiếu điểm danh
reminder-taking = buổi chưa điểm danh
reminder-questions = câu hỏi điểm danh chờ xác nhận
reminder-registration = đăng ký
reminder-returned = bị trả lại
reminder-essay = bài cảm nhận
reminder-task = nhiệm vụ sắp hết tháng
reminder-count = còn thiếu lần
reminder-draft = soạn dở
reminder-provisional = tạm đạt
reminder-approvals = chờ duyệt
reminder-quarter = nhận xét quý
reminder-closing = kết luận tạm đạt
became-told = đã nhắc
became-dropped = bỏ
became-waiting = còn chờ
why-done = đã xong
why-late = quá hạn
why-partial = đã xong một phần
why-hours = ngoài giờ
why-today = hôm đó đã nhắc
why-kept = nhường việc gấp hơn
why-paused = người nhận tạm ngừng
why-later = hẹn nhắc sau
why-budget = đủ hạn mức tuần
why-muted = người nhận đã tắt
why-nearer = đã có lần nhắc gần hạn hơn
why-again = đã nộp lại
why-waiting = đang chờ duyệt
why-returned = đã nộp, bị trả lại
why-draft = đang soạn
why-approved = đã duyệt
why-todo = nay chưa phải nhắc
why-provisional = đã tạm đạt
why-late-missed = không còn kịp
why-exempt = được miễn
why-dropped = đã thôi nhiệm vụ
why-appealed = đang đề nghị xem lại
why-season-over = hết năm
why-registered = đã đăng ký
why-closed = đăng ký đã đóng
why-moved = đã đổi ngày
why-declined = đã xin vắng
why-seen = đã có mặt hoặc đã hỏi
why-taken = đã điểm danh
why-not-theirs = không còn là việc của người nhận
why-cancelled = buổi đã hủy
why-past = buổi đã qua
why-no-post = không còn giữ chức vụ
why-no-channel = không liên lạc được
why-no-chat = không liên lạc được
why-withdrawn = đã rút lại
why-nothing = không còn gì để nhắc
why-defect = lỗi của hệ thống, đã ghi nhật ký

zalo = Nếu đoàn viên dùng bot Zalo
zalo-enough = Một bot Zalo ({ $seats } người, { $limit } tin mỗi tháng) đủ cho { $seats } đoàn viên: trung bình mỗi tháng khoảng { $mean } tin, tháng nhiều nhất (tháng { $month }) khoảng { $used } tin, bằng { $percent }% gói.
zalo-short = Một bot Zalo ({ $seats } người, { $limit } tin mỗi tháng) không đủ cho { $seats } đoàn viên: trung bình mỗi tháng khoảng { $mean } tin, nhưng tháng nhiều nhất (tháng { $month }) khoảng { $used } tin, bằng { $percent }% gói. Một bot chỉ đủ cho { $people } đoàn viên.
zalo-how = Cả tin gửi và tin nhận đều tính. Khi đã dùng { $percent }% gói, bot thôi nhắc việc để dành tin trả lời, nên “đủ” nghĩa là tháng nhiều nhất không quá mức đó. Cả thanh dưới đây là gói một tháng, cho { $seats } đoàn viên đã vào bot.
zalo-said = bot gửi
zalo-heard = bot nhận
zalo-group = Tổ dùng nhiều nhất là { $group }, tháng { $month }: { $seats } người như vậy dùng khoảng { $used } tin, bằng { $percent }% gói.
zalo-each = Mỗi người, trong tháng nhiều nhất của mình
zalo-month = Tháng
who-member = đoàn viên
zalo-factor = Cán bộ cũng chiếm chỗ trong bot. Buổi diễn tập chạy trên kênh có nút bấm và sửa được tin; trên Zalo mỗi thay đổi là một tin mới, mỗi ảnh là một tin. Vì vậy số tin gửi ở mục này đã nhân { $members } (tháng đăng ký { $registering }; cán bộ { $officers }, tin nhận { $heard }): đo bằng cách diễn tập cùng một năm trên kênh chỉ làm được như bot Zalo.

approvals = Phê duyệt
body = Nơi duyệt
decided = Số lần duyệt
half = Một nửa dưới
open = Còn chờ
approvals-how = Số ngày chờ, kể cả ngày nghỉ.
busiest = Ai bận nhất
officer = Người duyệt
hours = Số giờ cả năm
fullest = Số phút tuần bận nhất
minutes-how = Ước lượng: mỗi lần duyệt { $card } phút, mỗi bài viết { $essay } phút. Dùng để so người này với người kia.

assumptions = Buổi diễn tập giả định gì
assumptions-how = Tỷ lệ và khoảng thời gian nằm trong bot/rehearsal/people.toml.
is-diligent = vào ngay, làm sớm, nộp lại trong vài ngày. Tổ trưởng đều như vậy.
is-ordinary = rải việc cả năm, có lúc quên, nhắc thì làm.
is-late = chỉ làm khi được nhắc hoặc đến ngày cuối.
is-forgetful = làm đều, nhưng bị trả lại thì để đó.
is-silent = không bao giờ mở thư mời.
officer-prompt = Cán bộ duyệt ngay
officer-slow = Cán bộ duyệt chậm
officer-covered = Cán bộ vắng, có người thay
officer-uncovered = Cán bộ vắng, không người thay
is-prompt = duyệt trong hai ngày làm việc.
is-slow = duyệt sau ba đến chín ngày làm việc.
is-covered = vắng một tháng, đã cử người duyệt thay.
is-uncovered = vắng một tháng, không cử ai.
studied = Mỗi đơn vị tổ chức { $n } buổi sinh hoạt tính cho { $code }, lúc { $at }: { $days }.
made-up = Cấp ủy được coi là có dùng bot. Kết quả cho biết chỗ nào dễ vướng, không dự đoán từng người.

# Dòng lệnh

begins = Diễn tập năm { $year }: { $members } đoàn viên, { $groups } tổ, mã { $seed }. Cơ sở dữ liệu thật không bị đụng tới.
month-over = Tháng { $month }: { $updates } lượt thao tác, { $messages } tin.
written = Đã ghi báo cáo: { $file }. { $must ->
        [0] Không có điều gì bắt buộc phải sửa; { $look } điều nên xem lại.
       *[other] { $must } điều phải sửa, { $look } điều nên xem lại.
    }
cost = Mất { $seconds } giây, { $each } micro giây CPU mỗi tin.
broken = Có lời hứa của hệ thống chưa giữ được: xem mục “Hệ thống giữ lời hứa”.
bad-members = --members phải từ 1 đến { $most }.
bad-groups = --groups phải từ 1 đến số đoàn viên ({ $members }): mỗi tổ cần ít nhất một người.
bad-year = --year phải từ { $first } đến { $last }.
cannot-read = Không đọc được chương trình { $file }. Có sẵn: { $shipped }; hoặc ghi đường dẫn tới tệp .toml.
no-folder = Không có thư mục { $folder } để ghi báo cáo. Hãy tạo thư mục, hoặc chọn chỗ khác bằng --out.
cannot-write = Không ghi được báo cáo vào { $file } ({ $reason }). Hãy chọn chỗ khác bằng --out.
stopped = Đã dừng; không có gì được giữ lại.
help = Diễn tập một năm với người giả định, ghi báo cáo HTML.
help-programme = Tệp .toml hoặc tên có sẵn.
help-members = Số đoàn viên ưu tú.
help-groups = Số tổ.
help-seed = Mã diễn tập: cùng mã, cùng kết quả.
help-year = Năm diễn tập.
help-out = Tệp báo cáo.
