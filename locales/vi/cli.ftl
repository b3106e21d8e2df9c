wrong-settings = Có { $count } cài đặt chưa đúng; chương trình chưa chạy, chưa có gì thay đổi:
setting = { $name }{ $line ->
        [0] { "" }
       *[other] { " " }({ $file }, dòng { $line })
    }: { $reason } Ví dụ: { $name }={ $example }
setting-unknown = không có cài đặt tên này; có phải bạn muốn viết { $guess }?
setting-token = không giống token của BotFather (Telegram) hay Zalo Bot Creator (số, dấu hai chấm, rồi chuỗi dài); nhiều bot thì viết “tên=token” cách nhau dấu phẩy.
setting-twice = một token hoặc một tên bot ghi hai lần.
setting-one-of = giá trị không nằm trong các giá trị được nhận.
setting-number = phải là một số.
setting-port = cổng phải từ 0 đến 65535.
setting-a-week = số ngày nhắc việc mỗi tuần phải từ 1 đến 7.
setting-pace = số tin mỗi giây phải từ 0 (không giới hạn) đến 1000.
setting-yes-no = chỉ nhận true hoặc false.
setting-url = phải là địa chỉ http:// hoặc https:// đầy đủ, không có dấu ?.
setting-secret = chỉ gồm chữ không dấu, số, gạch nối, gạch dưới; dài 1–256.
setting-zalo-secret = chỉ gồm chữ không dấu, số, gạch nối, gạch dưới; dài 8–256.
setting-plan = phải từ 0 (không giới hạn) đến 10.000.000.
setting-digits = chỉ gồm chữ số, chép nguyên từ trang quản trị Zalo.
setting-site = là phần content của thẻ zalo-platform-site-verification: chữ, số, gạch nối, gạch dưới.
setting-hosts = viết tên máy chủ, ví dụ zdn.vn; nhiều tên cách nhau dấu phẩy.
setting-needed-oa = cần có khi dùng Zalo OA: điền đủ ZALO_OA_ID, ZALO_OA_APP_ID và ZALO_OA_APP_SECRET.
setting-host = phải là tên máy hoặc địa chỉ IP, không kèm cổng.
setting-database = phải bắt đầu bằng sqlite:/// hoặc postgres:// và có tên cơ sở dữ liệu.
setting-files = phải bắt đầu bằng file:/// hoặc s3://tên-bucket.
setting-folder = phải là một thư mục; ở đường dẫn này đang có một tệp.
setting-zone = không phải múi giờ trong danh mục IANA.
setting-needed = cần có khi nhận tin qua webhook (TELEGRAM_MODE, ZALO_MODE) hoặc dùng Zalo OA.
nothing-to-run = Chưa có bot nào để chạy. Hãy đặt TELEGRAM_TOKEN; hoặc SANDBOX=true nếu muốn mở bản thử trên cơ sở dữ liệu của DATABASE_URL.
database-unreachable =
    Không mở được cơ sở dữ liệu: { $reason }
    Hãy kiểm tra DATABASE_URL, máy chủ PostgreSQL đang chạy, tài khoản có quyền; hoặc bỏ DATABASE_URL để dùng SQLite.
files-unusable = Kho tệp { $where } không dùng được: { $reason }. Hãy kiểm tra FILES_URL và quyền ghi (S3: các biến AWS_…).
cannot-listen = Không mở được cổng { $host }:{ $port } ({ $reason }). Có thể chương trình đang chạy rồi; hãy đổi HTTP_PORT hoặc HTTP_HOST.
already-running =
    Chương trình đang chạy rồi trên { $file } (tiến trình { $pid }); lần chạy này dừng, chưa có gì thay đổi.
    Mỗi tệp SQLite chỉ một tiến trình chạy. Muốn nhiều tiến trình thì dùng PostgreSQL (DATABASE_URL).
sandbox-open = Bản thử đã sẵn sàng. Mời mở { $address } (Ctrl+C để dừng).
bot-runs = Bot { $bot } đang nhận tin ({ $mode }).
stopping = Đang dừng: làm xong việc dở rồi tắt…
migrated = Cơ sở dữ liệu đã mới nhất.
doctor-settings = ✓ Cài đặt đọc được, không có tên viết nhầm.
doctor-sum = { $bad ->
    [0] Mọi thứ sẵn sàng.
   *[other] Có { $bad } điều cần sửa.
}
doctor-folder = Thư mục dữ liệu { $folder } ghi được, còn đủ chỗ.
doctor-folder-bad = Không ghi được vào thư mục { $folder } ({ $reason }). Hãy tạo thư mục hoặc đổi quyền: chown, chmod u+rwx; hoặc đổi DATA_DIR.
doctor-disk = Ổ đĩa của { $folder } chỉ còn { $free } MB trống. Hãy dọn bớt hoặc chuyển DATA_DIR.
doctor-database = Cơ sở dữ liệu { $kind } mở được, bảng đã mới nhất.
doctor-database-old = Cơ sở dữ liệu { $kind } mở được; bảng sẽ được tạo hoặc cập nhật ở lần chạy tới (hoặc ngay bây giờ: hanhtrinh migrate).
doctor-people = { $count ->
    [0] Chưa có ai trong danh sách. Bước tiếp theo: hanhtrinh roster template danh-sach.xlsx
   *[other] Danh sách có { $count } người.
}
doctor-no-season = Chưa mở năm hành trình nào. Bước tiếp theo: hanhtrinh season open nguoi-cong-san-tre { "<năm>" }
doctor-season = Năm hành trình đang chạy: { $code } { $year }.
doctor-files = Kho tệp { $where } ghi, đọc, xóa được.
doctor-no-token = Chưa có bot nào (TELEGRAM_TOKEN, ZALO_TOKEN, ZALO_OA_ID): chương trình sẽ mở bản thử trên máy này.
doctor-bot = Bot { $bot } trả lời: @{ $username }.
doctor-bot-refused = Telegram từ chối token của bot { $bot }. Hãy lấy token mới ở BotFather (/token) và ghi lại TELEGRAM_TOKEN.
doctor-bot-unreachable = Không gọi được Telegram cho bot { $bot } tại { $address }. Hãy kiểm tra mạng, tường lửa, TELEGRAM_API_URL.
doctor-no-pages = Chưa có PUBLIC_URL: không gửi được đường dẫn trả lời cho cấp ủy, trang ảnh và các trang khác. Đặt địa chỉ mà mọi người mở được, ví dụ https://hanhtrinh.example.vn
doctor-pages = Các trang (đường dẫn dùng một lần) sẽ ở { $address }.
doctor-pages-path = Các trang chỉ chạy ở gốc của một tên miền, không kèm đường dẫn con hay tên đăng nhập. Đặt PUBLIC_URL={ $address }
doctor-pages-near = Chỉ máy này hoặc mạng nội bộ mở được { $address }, và Telegram có thể từ chối tin có nút dẫn tới đó. Đặt PUBLIC_URL là địa chỉ mở được từ Internet.
doctor-pages-open = Các trang sẽ ở { $address }, không mã hóa: ai ở giữa đường truyền cũng đọc được. Nên dùng https://.
doctor-webhook = Webhook sẽ đặt tại { $address }.
doctor-webhook-bad = Telegram chỉ gọi webhook qua HTTPS ở cổng 443, 80, 88 hoặc 8443; PUBLIC_URL đang là { $address }.
doctor-sandbox = Bản thử (SANDBOX=true) đang mở cạnh bot thật: ai vào được máy này đều đóng vai được mọi người. Chỉ bật khi cần.
doctor-sandbox-open = Bản thử đang mở ra ngoài máy này (HTTP_HOST={ $host }). Hãy đặt HTTP_HOST=127.0.0.1 hoặc SANDBOX=false.
help-app = Hành trình: trợ lý rèn luyện của đoàn viên ưu tú trên Telegram.
help-programme = Kiểm tra tệp chương trình.
help-roster = Danh sách: tệp mẫu, nhập.
help-season = Mở năm hành trình.
help-run = Chạy; không có token thì mở bản thử.
help-migrate = Cập nhật cơ sở dữ liệu.
help-doctor = Kiểm tra cài đặt, kết nối, quyền.
help-programme-check = Kiểm tra tệp chương trình, báo mọi lỗi.
help-roster-template = Ghi tệp mẫu danh sách (XLSX).
help-roster-import = Nhập danh sách, tất cả hoặc không gì cả.
help-dry-run = Chỉ thử, không ghi.
help-season-open = Mở một năm hành trình cho mọi đoàn viên trong danh sách.
help-season-programme = Tệp .toml hoặc tên có sẵn.
help-opens = Ngày mở đăng ký, dd/mm/yyyy.
help-closes = Ngày đóng đăng ký, dd/mm/yyyy.
help-invites = In thư mời, PDF hoặc XLSX.
help-unit = Mã đơn vị.
help-person = Mã một người.
help-renew = Thu hồi mã cũ, cấp mã mới.
help-backup = Sao lưu cơ sở dữ liệu và tệp vào một tệp .tar, khi chương trình đang chạy cũng được.
help-backup-check = Chỉ kiểm tra bản sao lưu có sẵn.
help-restore = Phục hồi bản sao lưu vào cơ sở dữ liệu và kho tệp trống.
help-book = Sổ hành trình: kiểm tra bản có chữ ký, xem khóa ký.
help-book-verify = Kiểm tra một sổ có chữ ký do đơn vị khác gửi.
help-book-pin = Dãy số của khóa mà đơn vị gửi đã đọc cho bạn.
help-book-key = Dãy số của khóa ký của đơn vị này.
help-inbox = Tin đến bị lỗi: xem, làm lại, bỏ qua.
help-outbox = Tin đi không tới: xem, gửi lại, bỏ qua.
help-operator = Tìm khung chat nhận cảnh báo (OPERATOR_CHAT).
help-limit = Nhiều nhất bao nhiêu dòng.
help-channel = Chỉ một kênh, ví dụ telegram.
help-status = Chỉ một trạng thái; mặc định: những gì cần người xử lý.
help-since = Từ ngày, dd/mm/yyyy.
help-jobs = Việc theo giờ: lần chạy trước, lần tới; thử hoặc chạy ngay.
help-jobs-run = Thử các việc vào một thời điểm, hoặc chạy ngay.
help-jobs-names = TÊN…
help-jobs-at = Thời điểm để thử, ví dụ "2027-03-01 08:00" (giờ của chương trình).
help-jobs-dry-run = Chỉ thử: in ra ai sẽ nhận gì, vì sao; không ghi, không gửi.
help-jobs-yes = Không hỏi lại.
help-rows-show = Giải thích một dòng.
help-rows-body = In cả nội dung (dữ liệu cá nhân).
help-rows-retry = Làm lại các dòng.
help-rows-drop = Đánh dấu đã xử lý, không báo lại.
help-rows-all = Tất cả những gì cần người xử lý.
setting-chat = viết khung chat như lệnh hanhtrinh operator in ra; nhiều khung chat thì cách nhau dấu phẩy.
doctor-updates = Có { $count } tin đến bị lỗi cần xem: hanhtrinh inbox
doctor-messages = Có { $count } tin đi không tới cần xem: hanhtrinh outbox
doctor-no-operator = Chưa có OPERATOR_CHAT: khi có sự cố sẽ không ai được báo. Chạy: hanhtrinh operator
doctor-operator = Cảnh báo sẽ gửi tới { $chats }.
doctor-operator-no-bot = OPERATOR_CHAT ghi { $chat }, nhưng không có bot nào tên ấy. Chạy lại: hanhtrinh operator
doctor-operator-unreached = Cảnh báo gần nhất không tới được { $chat } ({ $reason }). Người ấy hãy mở bot, bấm Bắt đầu; hoặc chạy lại: hanhtrinh operator
holidays-fault = Tệp lịch nghỉ { $file }, mục { $place }: { $reason }
doctor-holidays = Tệp lịch nghỉ { $file } đọc được; có các năm: { $years }.
setting-file = phải là một tệp; ở đường dẫn này đang có một thư mục.
setting-hours = viết giờ bắt đầu và giờ kết thúc theo thứ tự trong ngày, các buổi cách nhau dấu cách.
setting-approver-days = cần ba số ngày làm việc tăng dần: nhắc, chuyển người duyệt thay, chuyển cấp trên.
