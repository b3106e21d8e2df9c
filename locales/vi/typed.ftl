# Nơi không có nút bấm: danh sách đánh số, mã để quyết định, lời đáp cho những gì người dùng gõ.

# Động từ của mã: từ đầu tiên được in ra, các từ sau cũng hiểu.
verb-reviews-approve = DUYET | ĐỒNG Ý
verb-reviews-return = TRA | TRẢ LẠI | TRALAI
verb-reviews-undo = HOANTAC | HOÀN TÁC
verb-reviews-reverse = RUTLAI | RÚT LẠI
verb-bulk-approve = DUYET | ĐỒNG Ý
verb-bulk-undo = HOANTAC | HOÀN TÁC
verb-changes-approve = DUYET | ĐỒNG Ý
verb-changes-return = TRA | TRẢ LẠI | TRALAI
verb-appeals-withdraw = RUTLAI | RÚT LẠI
verb-attendance-yes = CO | CÓ MẶT
verb-attendance-no = KHONG | KHÔNG
verb-attendance-everybody = CAHET | CẢ HẾT
verb-substitutes-end = THOI | KẾT THÚC
verb-pages-revoke = THUHOI | THU HỒI
verb-rulings-confirm = XACNHAN | XÁC NHẬN
verb-paper-confirm = XACNHAN | XÁC NHẬN
verb-broadcast-send = GUI | GỬI ĐI

# Từ đứng trước một con số: “chọn 2”, “số 2”.
before-number = chọn | số | chọn số | mục | chọn mục | câu | việc
# Nhãn bắt đầu bằng một trong những từ này là lối quay lại, mang số 0.
back-words = quay lại | trở lại | về

hint-numbers = Gõ số để chọn:
hint-ticks = Gõ số để chọn, nhiều mục một lúc cũng được (ví dụ 1 3 5):
# Các mục đầu đã có số trong tin, ở trên.
hint-listed = Gõ số của một mục ở trên, hoặc:
hint-ticks-listed = Gõ số của một hay nhiều mục ở trên (ví dụ 1 3 5), hoặc:
hint-above = Gõ số của một mục ở trên.
# Năm lựa chọn đầu là nút, các lựa chọn còn lại được liệt kê theo số.
hint-rest = Chọn nút bên dưới, hoặc gõ số:
hint-letters = Nhập câu trả lời, hoặc gõ chữ cái để chọn:
# Các số ở dòng dưới là câu trả lời, chữ cái là lối khác.
hint-own-keys = Gõ số, hoặc chữ cái để chọn:
hint-codes = Gõ số, hoặc gõ mã để chọn:
coded = { $verb } { $code } – { $label }
more = Xem thêm
more-title = Xem tiếp

echo = ✓ { $typed }. { $label }
echo-number = ✓ { $number }
echo-code = ✓ { $verb } { $code } – { $label }
alone = { $lines }

answered =
    Danh sách này đã trả lời rồi
    Gõ MENU để xem danh sách mới.
no-menu =
    Hiện không có danh sách nào để chọn bằng số
    Danh sách đã gửi hơn một ngày thì không chọn được nữa. Gõ MENU để xem những việc có thể làm.
not-listed =
    Trong danh sách không có mục { $said }
    Mời chọn lại một mục ở trên, hoặc gõ MENU.
one-decision =
    Mỗi lần chỉ quyết định một việc
    Xin gõ mã: { $codes }.
use-code =
    Còn nhiều việc đang chờ quyết định, nên xin dùng mã
    Với việc vừa nhận, gõ: { $codes }.
just-shown =
    Tin này vừa mới hiện ra, nên số chưa được tính
    Xin xem qua rồi gõ lại số.
just-shown-coded =
    Tin này vừa mới hiện ra, nên số chưa được tính
    Với việc trong tin, xin gõ mã: { $codes }.
long-ago =
    Tin này đã hiện hơn một ngày trước
    Với việc trong tin, xin gõ mã: { $codes }.
say-verb =
    Đây là mã của một việc, còn thiếu quyết định
    Xin gõ: { $codes }.
say-code =
    Còn thiếu mã của việc cần quyết định
    Với việc gần nhất, xin gõ: { $codes }.
code-gone =
    Không tìm thấy mã { $code }
    Mã có thể đã hết hạn hoặc đã được thay. Xin gõ MENU để mở lại việc cần làm.
