# Bí thư chăm lo sổ của đoàn viên: danh sách, sổ của một người, mở đăng ký riêng, kết quả tạm đạt.

words = đoàn viên | đoàn viên của đơn vị | danh sách đoàn viên | tìm đoàn viên
behind-words = miễn | miễn nhiệm vụ | tạm đạt | ghi tạm đạt | ghi kết quả | ghi kết quả sổ giấy | kết quả sổ giấy | sổ giấy

list =
    Đoàn viên của đơn vị: { $n }
    { $lines }
    Chọn một đoàn viên để xem sổ, hoặc gõ họ tên để tìm (không dấu cũng được). Miễn nhiệm vụ, ghi kết quả sổ giấy: chọn đoàn viên, rồi chọn nhiệm vụ.
choose-first =
    Đồng chí chọn đoàn viên trước
    Chọn trong danh sách hoặc gõ họ tên, rồi chọn nhiệm vụ: việc miễn, ghi tạm đạt, ghi kết quả từ sổ giấy ở đó.
line = { $n }. { $name } ({ $place })
one = { $name }
found =
    Tìm “{ $named }”: { $n } đoàn viên
    { $lines }
    Chưa đúng người, xin gõ lại họ tên.
found-more = … và { $n } người khác; xin gõ họ tên đầy đủ hơn.
found-nobody =
    Không tìm thấy “{ $named }” trong đơn vị
    Xin gõ lại họ tên, có thể chỉ gõ tên; không dấu cũng được.
no-members =
    Đơn vị chưa có đoàn viên nào trong danh sách
    Khi ban tổ chức cập nhật danh sách, đoàn viên sẽ có tại đây.
not-a-secretary =
    Mục này dành cho bí thư
    Bí thư xem sổ của đoàn viên thuộc đơn vị mình và các đơn vị trực thuộc.
not-there =
    Không có nội dung này trong phần việc của đồng chí
    Có thể lựa chọn đã cũ, hoặc đoàn viên không còn thuộc đơn vị. Xin mở lại danh sách.
do-more = Xem thêm
do-list = Danh sách đoàn viên
do-menu = Danh mục
do-book = Sổ của tôi
do-member = Về sổ của đoàn viên

member =
    { $name } · { $place }
    Năm { $year }: { $done }/{ $needed } nhiệm vụ. { $outcome }

    { $categories }
    { $opened }
not-registered = Chưa đăng ký nhiệm vụ nào.
opened-until = Đăng ký được mở riêng đến hết ngày { $until }.
task-label = { $code }
do-more-tasks = Nhiệm vụ khác
do-late = Mở đăng ký riêng

task =
    { $name }
    { $task }
    { $state }

    { $counts }

    { $history }
history-none = Chưa nộp minh chứng cho nhiệm vụ này.

do-awaiting = Kết quả tạm đạt
awaiting =
    Tạm đạt, chờ xác nhận
    { $lines }
    Chọn một kết quả để xác nhận khi đã có giấy tờ.
awaiting-line = { $n }. { $name } · { $task }
awaiting-one = { $name } · { $task }
awaiting-none =
    Không có kết quả nào tạm đạt
    Từ kỳ đánh giá, kết quả còn chờ giấy tờ cuối năm sẽ có tại đây.

ask-late-why =
    Mở đăng ký riêng cho { $name }: vì sao?
    Đăng ký chỉ mở cho đoàn viên này, đến ngày đồng chí chọn.
late-joined = Tham gia sau
late-away = Nghỉ dài ngày
late-other = Lý do khác
late-why-joined = tham gia hành trình sau thời gian đăng ký
late-why-away = vắng dài ngày trong thời gian đăng ký
late-why-other = hoàn cảnh riêng trong thời gian đăng ký
ask-late-until =
    Mở đăng ký cho { $name } đến hết ngày nào?
    Chọn một ngày, hoặc nhập ngày (muộn nhất { $last }), ví dụ 05/03.
late-until = Đến hết { $day }
late-summary =
    Xem lại trước khi mở đăng ký
    • Đoàn viên: { $name }
    • Mở đến hết ngày: { $day }
    • Lý do: { $why }
    Đoàn viên sẽ được báo ngay.
do-open-for = Mở đăng ký
do-other-day = Chọn ngày khác
late-already =
    Đăng ký đã mở cho đoàn viên này
    { $name } đã mở đến hết ngày { $day }. Muốn lâu hơn, xin chọn ngày sau đó.
late-over =
    Năm của hành trình đã kết thúc
    Đăng ký chỉ mở được trong năm của hành trình.
toast-opened = Đã mở đăng ký.
told-open =
    Đăng ký nhiệm vụ đã mở cho bạn
    { $name } mở đăng ký năm { $year } riêng cho bạn đến hết ngày { $day } vì bạn { $why }. Bạn chọn nhiệm vụ trong thời gian này nhé.
do-register = Đăng ký nhiệm vụ
