# Zalo Official Account: lệnh hanhtrinh oa, trang nhận quyền
home = Trang này dành cho đoàn viên và cán bộ Đoàn được mời. Xin mở đường dẫn đã được gửi trong chat.

help = Official Account của Zalo.
help-grant = Lấy đường dẫn để quản trị viên cấp quyền, hoặc nhận quyền bằng mã.
help-code = Mã cấp quyền, hoặc cả địa chỉ có mã ấy.
help-status = Xem quyền của Official Account còn hiệu lực không.

no-account = Chưa cài Official Account: hãy ghi ZALO_OA_ID, ZALO_OA_APP_ID và ZALO_OA_APP_SECRET vào .env.
grant-open = Quản trị viên của Official Account mở đường dẫn này và đồng ý cấp quyền:
grant-then =
    Khi Hành trình đang chạy ở { $address }, quyền được nhận ngay trên trang hiện ra sau đó.
    Nếu trang không mở được, chép cả địa chỉ của trang ấy (hoặc phần code=…) rồi chạy: hanhtrinh oa grant 'ĐỊA-CHỈ'
grant-done = Đã nhận quyền; dùng được đến { $until } và được gia hạn tự động.
grant-refused = Zalo không nhận mã này (lỗi { $reason }). Mã chỉ dùng được một lần, trong mười phút: hãy chạy lại hanhtrinh oa grant.
grant-wrong-account = Quyền này là của một Official Account khác với ZALO_OA_ID; không có gì được ghi lại.
unreachable = Không gọi được Zalo. Hãy xem kết nối mạng, ZALO_OA_API_URL và ZALO_OA_OAUTH_URL, rồi thử lại.

status-none = Official Account chưa cấp quyền, hoặc ZALO_OA_APP_SECRET đã đổi. Hãy chạy: hanhtrinh oa grant
status-refused = Zalo không gia hạn quyền nữa, từ { $at }. Quản trị viên cần cấp lại: hanhtrinh oa grant
status-good = Quyền còn hiệu lực đến { $until }; gia hạn gần nhất lúc { $renewed }.
status-account = Official Account: { $name }{ $verified ->
    [yes] , đã xác thực
   *[no] , CHƯA xác thực
} (gói { $package }).
status-down = Zalo từ chối: { $reason }
status-webhook = Webhook khai trong trang quản lý ứng dụng: { $address }
