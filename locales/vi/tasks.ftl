# Giải thích nhiệm vụ: thế nào là đạt, khi nào, ai đánh giá, minh chứng gì.

words = nhiệm vụ | các nhiệm vụ | xem nhiệm vụ

overview =
    Các nhiệm vụ năm { $year }
    { $title }
    Chọn một nhóm để xem từng nhiệm vụ.
category = { $title }
of-category =
    { $title }
    { $tasks }

    Chọn một nhiệm vụ để xem cách thực hiện.
one = { $task }
item = • { $code } { $title }
line = { $n }. { $code } { $title }
more = Xem thêm
others = Nhiệm vụ khác
back = Về phần đăng ký
pick = Chọn nhiệm vụ này
hand-in = Nộp minh chứng
in-book = Xem trong sổ

explained =
    { $code } · { $title }
    { $criteria }

    { $when }

    { $assessed }

    Minh chứng (có thể gửi một hoặc nhiều loại):
    { $proof }

    Trích kế hoạch: “{ $wording }”
next-session = Buổi sắp tới: { $title }, { $when }. Gõ “lịch” để báo sẽ dự hoặc xin vắng.
not-this-year =
    Chương trình năm { $year } không có nhiệm vụ { $code }
    Có thể lựa chọn này thuộc năm trước. Mời xem các nhiệm vụ của năm { $year }.
criteria-all =
    Cần đạt:
    { $criteria }
criteria-any =
    Chỉ cần đạt một trong các nội dung:
    { $criteria }
criterion-count = • { $label }: { $strict ->
        [yes] trên
       *[no] ít nhất
    } { $value }{ $unit }{ $per ->
        [quarter] {" "}mỗi quý
       *[year] {""}
    }{ $when }{ $ours ->
        [yes] {" "}(số lượng do đơn vị xác nhận)
       *[no] {""}
    }
criterion-yes-no = • { $label }{ $when }
criterion-level = • { $label }{ $when }
criterion-words = • { $label }: { $strict ->
        [yes] trên
       *[no] từ
    } { $value }{ $unit }{ $when }
when = , trong { $months }
months-all = cả năm
months-range = tháng { $first } đến tháng { $last }
months-list = tháng { $months }
in-time = Thời gian: { $months } năm { $year }. Còn kịp.
out-of-time = Thời gian: { $months } năm { $year }. Không còn kịp.

assessed-by =
    Người đánh giá:
    { $bodies }
    { $alone }
assessed-by-any =
    Chỉ cần một trong các cấp sau đánh giá:
    { $bodies }
    { $alone }
assessed-by-all =
    Cần tất cả cùng đánh giá:
    { $bodies }
    { $alone }
assessed-by-organiser =
    Cấp (đơn vị) tổ chức đánh giá:
    { $bodies }
    { $alone }
alone = Hoặc chỉ cần có minh chứng đính kèm.
body-line = • { $body }
body = { $title }
body-named = { $title } – { $names }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } người khác
    }

proof = • { $title }
given = Khi nộp, bạn cho biết thêm: { $fields }.
