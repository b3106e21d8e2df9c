# Mỗi điều được nhắc là một câu: việc gì, đến khi nào, làm gì. Không có câu nào trách móc.

# Đăng ký

registration-opens = Đợt đăng ký nhiệm vụ năm { $year } đã mở, đến hết ngày { $closes }. Mời bạn chọn nhiệm vụ của mình, chỉ mất khoảng hai phút.
registration-closes = { $days ->
        [0] Hôm nay ({ $closes }) là ngày cuối
       *[other] Còn { $days } ngày
    } đăng ký nhiệm vụ năm { $year }{ $days ->
        [0] {""}
       *[other] {" "}(đến hết ngày { $closes })
    }. Bạn chưa đăng ký; chỉ mất khoảng hai phút.
do-register = Đăng ký nhiệm vụ

# Buổi sinh hoạt

session = { $days ->
        [0] Hôm nay
        [1] Ngày mai
       *[other] Còn { $days } ngày
    }: “{ $title }”, { $at }{ $where }. { $answered ->
        [yes] Hẹn gặp bạn.
       *[no] Bạn cho biết có dự được không nhé.
    }
session-place = , tại { $place }
session-online = , trực tuyến
do-session = Xem buổi { $at }
attendance = “{ $title }” ngày { $day }: chưa thấy điểm danh của bạn. Nếu bạn có dự, hãy báo trước ngày { $until } để người phụ trách ghi nhận.
do-attendance = Tôi có dự
taking = “{ $title }” ngày { $day }: chưa ghi điểm danh ai. Mời đồng chí ghi những người có dự trước ngày { $until }, khi mọi người còn nhớ rõ.
do-taking = Ghi điểm danh
questions = “{ $title }” ngày { $day }: { $n } người báo có dự, đang chờ đồng chí xác nhận trước ngày { $until }.
do-questions = Trả lời câu hỏi

# Nhiệm vụ

task = { $code } · { $title }: { $days ->
        [0] hôm nay ({ $day }) là ngày cuối
       *[other] còn { $days } ngày (đến hết ngày { $day })
    }. { $begun ->
        [yes] Bạn đang soạn dở; mời bạn gửi nốt.
       *[no] Mời bạn gửi minh chứng khi đã làm.
    }
essay = { $code } · { $title }: { $days ->
        [0] hôm nay ({ $day }) là ngày cuối
       *[other] còn { $days } ngày (đến hết ngày { $day })
    }. { $begun ->
        [yes] Bài của bạn đang viết dở; mời bạn viết tiếp.
       *[no] Bạn có thể viết từng đoạn; hệ thống đếm chữ giúp bạn.
    }
count = { $code } · { $title }: đã có { $have }/{ $need } { $unit }, còn { NUMBER($missing, minimumIntegerDigits: 2) } { $unit } trong { $by ->
        [month] { $months } tháng
       *[day] { $days } ngày
    } (đến hết ngày { $day }).
returned = { $code } · { $title } được trả lại từ ngày { $since } để bổ sung. Những gì bạn đã gửi vẫn còn đó; mời bạn xem góp ý, bổ sung rồi nộp lại.
draft = { $code } · { $title }: bạn soạn dở từ ngày { $since }. Mời bạn xem lại và gửi khi đã đủ.
provisional = { $code } · { $title } đang tạm đạt, chờ xác nhận. Khi có kết quả, mời bạn gửi minh chứng trước hết ngày { $day }.
do-task = Làm { $code }
do-write = Viết tiếp { $code }
do-again = Xem góp ý { $code }
do-proof = Gửi minh chứng { $code }

# Cán bộ

quarter = { $days ->
        [0] Hôm nay ({ $day }) hết
       *[other] Còn { $days } ngày là hết
    } quý { $quarter }/{ $year }{ $days ->
        [0] {""}
       *[other] {" "}({ $day })
    }: mời đồng chí nhận xét quá trình rèn luyện của từng đoàn viên ưu tú và thông tin kết quả cho cấp ủy.
closing = Đơn vị còn kết quả tạm đạt chờ xác nhận. Mời đồng chí rà soát, ghi kết quả hoặc kết luận trước hết ngày { $day }.
do-members = Xem đoàn viên
do-awaiting = Xem kết quả tạm đạt
