# Thông báo của cán bộ tới nhiều đoàn viên: chọn người nhận, viết, xem lại, gửi, dừng, ai chưa nhận.

words = thông báo | gửi thông báo | nhắn đoàn viên | soạn thông báo

# tin người nhận đọc
message-member =
    Thông báo của đồng chí { $name }, { $post }

    { $text }

    (Cần trao đổi, bạn liên hệ trực tiếp đồng chí { $name }: tin trả lời tại đây không đến được đồng chí ấy.)
message-officer =
    Thông báo của đồng chí { $name }, { $post }

    { $text }

    (Cần trao đổi, xin đồng chí liên hệ trực tiếp đồng chí { $name }: tin trả lời tại đây không đến được đồng chí ấy.)
message-one =
    Đồng chí { $name }, { $post }, nhắn riêng bạn

    { $text }

    (Cần trao đổi, bạn liên hệ trực tiếp đồng chí { $name }: tin trả lời tại đây không đến được đồng chí ấy.)
post-secretary = Bí thư { $place }
post-executive = Ủy viên Ban Chấp hành { $place }
post-standing-committee = Ủy viên Ban Thường vụ { $place }
post-organiser = Ban Tổ chức hành trình { $place }
post-supervisor = Giám sát viên { $place }
post-group-leader = Tổ trưởng { $place }

# chọn người nhận
not-yours =
    Không có nội dung này trong phần việc của đồng chí
    Có thể lựa chọn đã cũ, hoặc phân công đã thay đổi. Gõ “thông báo” để mở lại.
officers-only =
    Mục này dành cho cán bộ gửi thông báo
    Gõ “menu” để xem những việc bạn có thể làm.
choose =
    Gửi thông báo: { $place }
    Đồng chí chọn người nhận. Tin chỉ gửi sau khi đồng chí xem lại và xác nhận.
choose-place =
    Gửi thông báo cho nơi nào?
    Chọn tổ hoặc đơn vị.
one-place = { $name }
everywhere = Toàn hành trình
do-all = Tất cả đoàn viên: { $n }
do-new = Chưa đăng ký: { $n }
do-silent = Đã đăng ký, chưa nộp gì: { $n }
do-tasks = Còn thiếu một nhiệm vụ
do-risk = Cần quan tâm để kịp hoàn thành
do-sessions = Vắng buổi sinh hoạt
do-roles = Cán bộ
do-out = Chưa vào bot: { $n }
do-one = Nhắn riêng
do-places = Nơi khác
do-back = Quay lại
do-menu = Danh mục
do-more = Xem thêm
do-last = Thông báo gần nhất

tasks =
    Còn thiếu nhiệm vụ nào? ({ $place })
    Số đoàn viên đã đăng ký mà chưa có đủ kết quả được duyệt, cũng không có gì đang chờ duyệt.
tasks-none =
    Chưa có ai còn thiếu ({ $place })
    Đoàn viên đã đăng ký đều có kết quả được duyệt hoặc đang chờ duyệt.
one-task = { $task }: { $n }
roles =
    Gửi cán bộ: { $place }
    Chọn nhóm cán bộ. Tin đi trong giờ làm việc.
roles-none =
    Danh sách chưa có cán bộ nào ({ $place })
    Khi ban tổ chức cập nhật danh sách, cán bộ sẽ có tại đây.
one-role = { $role }: { $n }
sessions =
    Vắng buổi nào? ({ $place })
    { $lines }
session-line = • { $title } ({ $day })
sessions-none =
    Chưa có buổi nào có người vắng ({ $place })
    Khi có người xin vắng hoặc không dự, buổi đó sẽ có tại đây.
one-declined = Xin vắng { $day }: { $n }
one-missed = Không dự { $day }: { $n }
out =
    Chưa vào bot: { $n } đoàn viên ({ $place })
    { $lines }
    Tin trong bot không tới được: xin đồng chí gặp hoặc gọi, và trao thư mời có mã tham gia.
out-line = • { $name } ({ $place })
out-none =
    Đoàn viên đều đã vào bot ({ $place })
    Ai cũng từng mở bot bằng lời mời của đơn vị.

role-group-leader = Tổ trưởng
role-supervisor = Giám sát viên
role-secretary = Bí thư
role-executive = Ủy viên Ban Chấp hành
role-standing-committee = Ủy viên Ban Thường vụ
role-party-committee = Cấp ủy
role-organiser = Ban Tổ chức
who-all = Tất cả đoàn viên
who-new = Đoàn viên chưa đăng ký
who-silent = Đoàn viên đã đăng ký, chưa nộp gì
who-risk = Đoàn viên cần quan tâm để kịp hoàn thành năm
who-behind = Đoàn viên còn thiếu { $task }
who-declined = Đoàn viên xin vắng “{ $title }”
who-missed = Đoàn viên không dự “{ $title }”
who-in = { $who } · { $place }
who-again = { $who }, chỉ những người chưa nhận

# viết và xem lại
ask =
    Gửi tới: { $who } ({ $n } người)
    Đồng chí viết nội dung (tối đa { $limit } ký tự, chỉ chữ). Tin luôn ghi tên đồng chí; đồng chí xem lại trước khi gửi.
ask-one =
    Nhắn riêng { $who }
    Đồng chí viết nội dung (tối đa { $limit } ký tự, chỉ chữ). Tin luôn ghi tên đồng chí; đồng chí xem lại trước khi gửi.
only-text =
    Thông báo chỉ gồm chữ
    Ảnh hoặc tệp, xin đồng chí đặt ở một địa chỉ https rồi dán vào nội dung.
do-ready = Dùng lời nhắc viết sẵn
nobody =
    Không có ai để gửi: { $who }
    Có thể mọi người đã làm xong. Đồng chí chọn nhóm khác.
nobody-reached =
    Chưa ai nhận được tin qua bot: { $who }
    { $reach }
    Xin đồng chí gặp hoặc gọi trực tiếp.
sample =
    Tin trên đây sẽ được gửi đúng như vậy
    Gửi tới: { $who }
    { $reach }
    { $when }
    Muốn sửa, đồng chí gửi lại nội dung mới.
reach = { $people } người: { $reachable } người nhận được
reach-not-joined = • chưa vào bot: { $n }
reach-closed = • đã chặn bot: { $n }
when-now = Tin bắt đầu đi trong vòng một phút sau khi xác nhận.
when-later = Tin bắt đầu đi lúc { $at }, khi đến giờ gửi tin.
do-send = Gửi { $n } người
do-send-one = Gửi
do-not = Thôi, không gửi
not-sent =
    Đã bỏ, chưa gửi cho ai
    Gõ “thông báo” khi đồng chí muốn soạn tin khác.
ready-new = Đăng ký nhiệm vụ của năm đang chờ bạn. Bạn mở bot, gõ “đăng ký”, chọn nhiệm vụ rồi xác nhận; chỉ mất vài phút. Cần chọn giúp, bạn cứ hỏi mình.
ready-new-closed = Bạn chưa đăng ký nhiệm vụ của năm, mà đợt đăng ký hiện không mở. Bạn liên hệ trực tiếp mình để cùng tìm cách tham gia nhé.
ready-silent = Bạn đã đăng ký nhiệm vụ mà chưa nộp minh chứng nào. Có việc nào đã làm, bạn gõ “nộp” và gửi ảnh vào bot nhé; chưa làm, bạn gõ “sổ” để xem nên bắt đầu từ đâu.
ready-risk = Năm nay bạn còn một số nhiệm vụ cần làm tiếp. Bạn gõ “sổ” để xem nên làm việc nào trước, rồi gõ “nộp” khi có minh chứng nhé. Có gì vướng, bạn báo mình để cùng tháo gỡ.
ready-behind = Nhiệm vụ { $task } của bạn chưa có đủ kết quả. Bạn gõ “sổ” để xem còn thiếu gì, rồi gõ “nộp” để gửi minh chứng nhé. Có gì vướng, bạn báo mình để cùng tháo gỡ.

# gửi, dừng, kết quả
toast-sent = Đã xác nhận gửi
toast-stopped = Đã dừng
leaving =
    Đang gửi: { $sent }/{ $people }
    Xem số mới nhất: gõ “thông báo”, chọn “Thông báo gần nhất”. Dừng lại thì những tin chưa đi sẽ không đi nữa.
waits =
    Chờ đến giờ gửi tin: { $sent }/{ $people }
    Tin đi tiếp lúc { $at }. Dừng lại thì những tin chưa đi sẽ không đi nữa.
do-stop = Dừng lại
stopping =
    Đã dừng
    { $sent } người đã nhận; { $n } người không nhận nữa.
done =
    Đã gửi xong: { $sent }/{ $people }
    { $lines }
stopped =
    Đã dừng: { $sent }/{ $people } người đã nhận
    { $lines }
missed-not-joined = • chưa vào bot: { $n }
missed-blocked = • đã chặn bot: { $n }
missed-withdrawn = • đã rút lại sự đồng ý: { $n }
missed-gone = • không còn trong nhóm nhận: { $n }
missed-failed = • nền tảng không nhận tin: { $n }
missed-unclear = • chưa rõ đã tới hay chưa: { $n }
missed-stopped = • đồng chí đã dừng: { $n }
missed-late = • quá muộn so với lúc xác nhận: { $n }
missed-window = • lâu chưa nhắn cho bot nên nền tảng chưa cho gửi: { $n }
missed-quota = • kênh đã hết lượt tin trong tháng: { $n }
do-missed = Ai chưa nhận: { $n }
do-again = Gửi lại cho người chưa nhận
list =
    Chưa nhận tin: { $n } người
    { $lines }
    Người chưa vào bot hoặc đã chặn bot: xin đồng chí gặp hoặc gọi trực tiếp.
line = • { $name } ({ $place }): { $why }
line-reachable = • { $name } ({ $place }): { $why }; nay nhận được qua { $channel }
why-not-joined = chưa vào bot
why-blocked = đã chặn bot
why-withdrawn = đã rút lại sự đồng ý
why-gone = không còn trong nhóm nhận
why-failed = nền tảng không nhận tin
why-unclear = chưa rõ đã tới hay chưa
why-stopped = chưa kịp gửi khi dừng
why-late = quá muộn
why-window = lâu chưa nhắn cho bot nên nền tảng chưa cho gửi
why-quota = kênh đã hết lượt tin trong tháng
