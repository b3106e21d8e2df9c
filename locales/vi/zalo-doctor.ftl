# Điều hanhtrinh doctor nói về Zalo.

bot = Bot { $bot } trả lời: { $account }.
bot-refused = Zalo từ chối token của bot { $bot }. Hãy lấy lại token trong ứng dụng Zalo Bot Creator và ghi lại ZALO_TOKEN.
bot-unreachable = Không gọi được Zalo cho bot { $bot } tại { $address }. Hãy kiểm tra mạng, tường lửa, ZALO_API_URL.
polling = Bot { $bot } nhận tin bằng cách hỏi (ZALO_MODE=polling): chỉ nên dùng để thử, tin gửi lúc chương trình dừng sẽ mất. Khi chạy thật: ZALO_MODE=webhook.
webhook = Zalo gửi tin của bot { $bot } tới { $address }.
webhook-in-the-way = Zalo đang gửi tin của bot { $bot } tới { $host }, nên hỏi tin không được gì. Chạy: hanhtrinh zalo webhook delete; hoặc đặt ZALO_MODE=webhook.
webhook-elsewhere = Zalo đang gửi tin của bot { $bot } tới nơi khác ({ $host }). Hãy xem lại PUBLIC_URL rồi chạy: hanhtrinh zalo webhook set
webhook-none = Zalo chưa biết gửi tin của bot { $bot } tới đâu. Chạy: hanhtrinh zalo webhook set
no-address = Chưa có PUBLIC_URL: thành viên dùng Zalo không nhận được ảnh và tệp, không mở được các trang. Đặt địa chỉ https mở được từ Internet.
address = Zalo lấy ảnh, thành viên mở tệp và trang ở { $address }: từ máy này mở được.
address-open = Zalo chỉ lấy ảnh qua https. Đặt PUBLIC_URL bắt đầu bằng https:// (đang là { $address }).
address-silent = Từ máy này chưa mở được { $address } ({ $reason }). Khi chương trình đang chạy: kiểm tra tên miền, chứng thư, proxy (phải chuyển /media/, /l/, /pages/, /robots.txt); dùng Cloudflare thì tắt Browser Integrity Check cho /zalo/ và /media/.
month = Bot { $bot }: tháng này đã dùng { $used }/{ $limit } tin, tính cả gửi và nhận.
month-nearly = Bot { $bot }: tháng này đã dùng { $used }/{ $limit } tin. Từ mức này lời nhắc dừng trước, câu trả lời vẫn gửi. Hãy thêm bot vào ZALO_TOKEN, hoặc mời thành viên nối thêm Telegram.
month-spent = Bot { $bot }: tháng này đã dùng hết { $used }/{ $limit } tin; tin còn lại chờ sang tháng. Hãy thêm bot vào ZALO_TOKEN, nâng gói rồi ghi lại ZALO_A_MONTH, hoặc mời thành viên nối thêm Telegram.
month-refused = Zalo báo bot { $bot } hết lượt gửi; thử lại lúc { $until }. Nếu đã nâng gói, hãy ghi lại ZALO_A_MONTH.
people = Bot { $bot }: { $count }/{ $limit } người.
people-nearly = Bot { $bot } đã có { $count }/{ $limit } người. Nên tạo thêm bot và ghi vào ZALO_TOKEN trước khi đầy.
people-full = Bot { $bot } đã đủ { $count }/{ $limit } người, người mới không vào được. Hãy tạo thêm bot và ghi vào ZALO_TOKEN, hoặc nâng gói rồi ghi lại ZALO_USERS.
oa = Zalo OA trả lời: { $name }, gói { $package }.
oa-not-verified = Zalo OA { $name } chưa được xác thực: nhiều chức năng của API bị khóa. Xác thực tại oa.zalo.me.
oa-refused = Zalo từ chối quyền của OA. Quản trị viên OA cấp lại: hanhtrinh oa grant
oa-unreachable = Không gọi được Zalo OA tại { $address }. Hãy kiểm tra mạng, tường lửa, ZALO_OA_API_URL.
grant = Quyền của OA còn dùng được, làm mới lúc { $at }.
grant-none = OA chưa cấp quyền cho ứng dụng (hoặc ZALO_OA_APP_SECRET đã đổi). Quản trị viên OA cấp: hanhtrinh oa grant
grant-over = Quyền của OA hết hiệu lực từ { $at }. Quản trị viên OA cấp lại: hanhtrinh oa grant
grant-idle = Quyền của OA làm mới lần cuối lúc { $at }. Chương trình tự làm mới khi đang chạy; nếu dừng đến { $until } thì phải cấp lại.
template = Ai quá 7 ngày chưa nhắn cho OA: việc gấp được gửi bằng mẫu { $template } (có phí).
no-template = Chưa có ZALO_OA_TEMPLATE: ai quá 7 ngày chưa nhắn cho OA thì lời nhắc đi qua kênh khác, hoặc chờ người ấy nhắn; bản tổng hợp tuần nêu tên người không gửi tới được.
