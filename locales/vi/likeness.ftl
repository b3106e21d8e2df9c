# Bài viết và ảnh giống với những gì đã nộp trước: chỉ người đánh giá đọc.

essay = ⚠️ Nên xem lại: { $share }% bài viết trùng với bài của { $name } ({ $task }, năm { $year }).
essay-own = ⚠️ Nên xem lại: { $share }% bài viết trùng với bài { $task } năm { $year } của chính đoàn viên.
essay-hidden = ⚠️ Nên xem lại: { $share }% bài viết trùng với một bài không thuộc phạm vi đồng chí phụ trách.
everybodys = ⚠️ Nên xem lại: { $share }% bài viết là những câu có trong bài của rất nhiều người khác.
exact = ⚠️ Nên xem lại: ảnh { $n } chính là ảnh { $name } đã nộp ({ $task }, năm { $year }).
exact-own = ⚠️ Nên xem lại: ảnh { $n } đã được chính đoàn viên nộp cho { $task } năm { $year }.
exact-hidden = ⚠️ Nên xem lại: ảnh { $n } đã có người nộp, hồ sơ không thuộc phạm vi đồng chí phụ trách.
near = ⚠️ Nên xem lại: ảnh { $n } rất giống ảnh { $name } đã nộp ({ $task }, năm { $year }).
near-own = ⚠️ Nên xem lại: ảnh { $n } rất giống ảnh chính đoàn viên đã nộp cho { $task } năm { $year }.
near-hidden = ⚠️ Nên xem lại: ảnh { $n } rất giống ảnh đã có người nộp, hồ sơ không thuộc phạm vi đồng chí phụ trách.
taken = ⚠️ Nên xem lại: theo máy ảnh, ảnh { $n } chụp ngày { $day }, ngoài năm hành trình.
more = ⚠️ … và { $n } điểm khác nên xem lại.
do-show = So sánh

heading =
    So sánh với bài của { $name } ({ $task }, năm { $year })
    { $share }% số chữ trùng. Dưới đây là { $n } đoạn dài nhất; câu trích dẫn chung cũng có thể trùng. Kết luận là của người đánh giá.
passage =
    Đoạn { $n } ({ $words } chữ)
    ▸ { $author }: “{ $mine }”
    ▸ { $name }: “{ $theirs }”
text-gone =
    So sánh với bài của { $name } ({ $task }, năm { $year })
    { $share }% số chữ trùng. Lời văn của bài ấy không còn được lưu nên không đối chiếu được từng đoạn.
pictures =
    So sánh ảnh
    Ảnh thứ nhất: ảnh { $n } của { $author }, nộp lúc { $at }.
    Ảnh thứ hai: của { $name } ({ $task }, năm { $year }), nộp lúc { $before }.
nothing-to-see =
    Không có gì để đối chiếu
    Hồ sơ kia không thuộc phạm vi đồng chí phụ trách hoặc không còn được lưu. Nếu cần, xin trao đổi với Ban tổ chức.
