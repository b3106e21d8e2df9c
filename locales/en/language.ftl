words = language | english | vietnamese
ask = Chọn ngôn ngữ · Choose a language
vi = Tiếng Việt
en = English
set-vi = Từ bây giờ mình dùng tiếng Việt.
set-en = From now on I speak English.
menu-vi = Danh mục
menu-en = Menu
