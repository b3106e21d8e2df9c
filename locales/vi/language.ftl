words = ngôn ngữ | đổi ngôn ngữ | tiếng anh | language | english | tiếng việt
ask = Chọn ngôn ngữ · Choose a language
vi = Tiếng Việt
en = English
set-vi = Từ bây giờ mình dùng tiếng Việt.
set-en = From now on I speak English.
menu-vi = Danh mục
menu-en = Menu
