# What people call the channels.

telegram = Telegram
zalo = Zalo
oa = Zalo OA
web = the web page
