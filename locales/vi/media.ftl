# Tài liệu mà kênh chat không chuyển được: dòng có địa chỉ để tải về.

download = Tải { $name }
