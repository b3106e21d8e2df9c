# Tên các kênh, như người dùng gọi.

telegram = Telegram
zalo = Zalo
oa = Zalo OA
web = trang web
