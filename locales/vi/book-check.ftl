# Lệnh "hanhtrinh book": kiểm tra sổ có chữ ký, xem khóa của đơn vị.

cannot-open = Không đọc được tệp { $file }.
too-large = Tệp { $file } quá lớn ({ $limit } MB là nhiều nhất): không phải sổ hành trình có chữ ký.
not-json = Tệp { $file } không đọc được: không phải JSON, hoặc bị cắt mất một phần. Hãy xin đơn vị gửi lại đúng tệp gốc.
not-a-book = Tệp { $file } không phải sổ hành trình có chữ ký: thiếu hoặc sai ở { $where }.
other-form = Tệp { $file } theo mẫu { $form }, bản này chỉ biết mẫu { $known }. Hãy cập nhật hanhtrinh rồi kiểm tra lại.
altered =
    CHỮ KÝ KHÔNG ĐÚNG: nội dung tệp { $file } đã bị sửa sau khi ký, hoặc chữ ký không phải của khóa này.
    Không dùng tệp này. Hãy xin đơn vị gửi lại.
not-a-fingerprint = “{ $given }” không phải dãy số của khóa: cần đủ { $digits } chữ số, ví dụ 4821 0937 5560 1284 7731 9046.
other-key =
    KHÓA KHÁC: tệp được ký bằng khóa { $found }, không phải { $wanted }.
    Có thể tệp do nơi khác lập. Không dùng tệp này khi chưa hỏi lại đơn vị.
good =
    Chữ ký đúng: không ai sửa tệp từ khi ký.
    Họ và tên: { $name }
    Đơn vị: { $unit }{ $group }
    Đơn vị lập sổ (tự ghi): { $issuer }
    Chương trình: { $title } ({ $number }, bản { $version }), năm { $year }
    Lập lúc: { $made }
    Kết quả: { $outcome }, { $done }/{ $needed } nhiệm vụ
group = , { $group }
task = • { $code } { $title }: { $state }; { $times } lần nộp, { $assessments } lượt đánh giá, { $files } tệp minh chứng
pinned = Khóa: { $fingerprint }, đúng dãy số bạn đưa vào.
not-pinned =
    Khóa: { $fingerprint }
    Chưa biết khóa này của ai: hãy gọi cho đơn vị lập sổ, nhờ đọc dãy số (hanhtrinh book key) và đối chiếu; hoặc chạy lại với --key.
own-key =
    Khóa ký sổ của { $issuer }: { $fingerprint }
    Khi đơn vị khác gọi hỏi, hãy đọc đúng dãy số này.
nobody = đơn vị này
outcome-in-progress = đang thực hiện
outcome-provisional = tạm đạt, chờ xác nhận
outcome-passed = đã đạt yêu cầu của năm
state-todo = chưa bắt đầu
state-draft = chưa nộp
state-waiting = đang chờ đánh giá
state-returned = cần bổ sung
state-partial = chưa đủ
state-provisional = tạm đạt
state-done = hoàn thành
state-late-missed = không còn kịp
state-exempt = được miễn
state-dropped = đã đổi sang nhiệm vụ khác
