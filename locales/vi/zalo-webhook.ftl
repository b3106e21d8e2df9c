help = Các bot Zalo.
help-webhook = Nơi Zalo gửi tin đến: xem, đặt, xóa.
help-show = Xem mỗi bot đang gửi tin về đâu.
help-set = Yêu cầu Zalo gửi tin về PUBLIC_URL của chương trình này.
help-delete = Thôi gửi, để nhận tin bằng ZALO_MODE=polling.
no-bot = Chưa có bot Zalo nào: hãy đặt ZALO_TOKEN trong .env.
polling = ZALO_MODE đang là polling. Hãy đặt ZALO_MODE=webhook, PUBLIC_URL và ZALO_WEBHOOK_SECRET, chạy hanhtrinh run, rồi làm lại.
refused = Bot { $bot }: Zalo từ chối token; xem lại ZALO_TOKEN.
unreachable = Bot { $bot }: Zalo không nhận yêu cầu ({ $reason }). Hãy thử lại sau.
none = Bot { $bot }: chưa có webhook; tin chỉ nhận được bằng polling.
ours = Bot { $bot }: tin được gửi về { $address }, đúng địa chỉ của chương trình này.
elsewhere = Bot { $bot }: tin được gửi về { $address }, không phải địa chỉ của chương trình này.
check-403 = Zalo gọi thử và bị từ chối (403): có thể tường lửa hoặc Cloudflare (Browser Integrity Check) chặn; hãy bỏ chặn cho đường dẫn /zalo/.
check-404 = Zalo gọi thử mà không thấy địa chỉ (404): proxy chưa chuyển đường dẫn /zalo/ vào chương trình, hoặc chương trình chạy với ZALO_MODE khác.
check-5xx = Zalo gọi thử và gặp lỗi máy chủ: chương trình có đang chạy sau proxy không?
check-tls = Zalo không tin chứng chỉ HTTPS của PUBLIC_URL.
check-dns = Zalo không tìm thấy tên miền của PUBLIC_URL.
check-timeout = Zalo gọi thử mà không có trả lời kịp thời.
check-conn = Zalo không kết nối được tới PUBLIC_URL: chương trình và proxy có đang chạy không?
check-proxy = Zalo không gọi được PUBLIC_URL qua proxy của họ.
check-blocked = Zalo không gọi địa chỉ trong mạng riêng; PUBLIC_URL phải là địa chỉ công khai.
check-other = Zalo gọi thử không thành: { $outcome }.
