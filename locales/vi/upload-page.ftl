# Gửi ảnh và tệp qua trang web: đường dẫn trong chat, và trang gửi.

do-send = Gửi tệp qua trang web
do-look = Xem ảnh trên trang web
sent =
    Trang gửi ảnh và tệp cho { $task }
    { $link }
    Mở trên điện thoại hoặc máy tính, đến { $until }. Gửi xong, bạn quay lại đây, gõ “xong” để xem lại và nộp. Đường dẫn chỉ dành cho bạn, xin đừng gửi cho người khác.
do-open = Mở trang gửi tệp
do-revoke = Thu hồi đường dẫn
do-anew = Tạo đường dẫn mới
revoked =
    Đã thu hồi đường dẫn gửi tệp
    Những gì đã gửi vẫn được giữ. Bạn gửi tiếp tại đây, hoặc tạo đường dẫn mới.
not-there =
    Đường dẫn này không còn dùng được
    Những gì đã gửi vẫn được giữ. Gõ “nộp” để mở lại nhiệm vụ.

# Trang

title = Gửi ảnh và tệp
choose = Chọn ảnh hoặc tệp
send = Gửi
limits = Ảnh, PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), .odt, .txt. Mỗi tệp tối đa { $megabytes } MB.
room = { $room ->
        [0] Nhiệm vụ đã đủ số mục cho một lần nộp.
       *[other] Gửi được thêm { $room } mục.
    }
files = Đã gửi ({ $n })
none = Chưa có ảnh hay tệp nào.
picture = Ảnh { $n }
file-arrived = Đang kiểm tra
file-stored = Đã nhận
waiting = Chờ gửi
sending = Đang gửi { $percent }%
again = Mất mạng, sẽ tự gửi lại
large = Tệp lớn hơn { $megabytes } MB nên chưa gửi. Bạn gửi ảnh thay cho tệp, hoặc nén nhỏ lại.
full = Đã đủ { $most } mục cho một lần nộp nên tệp này chưa được nhận.
nothing = Bạn chưa chọn tệp nào.
empty = Tệp không có nội dung. Bạn kiểm tra lại nhé.
stay = Xin giữ trang này mở cho đến khi gửi xong. Mất mạng thì trang tự gửi lại, không mất, không trùng.
done = Gửi xong, bạn quay lại chat (Zalo hoặc Telegram) và gõ “xong” để xem lại và nộp.
done-essay = Bài viết gửi bằng tệp: bạn quay lại chat để xác nhận nội dung đọc được, rồi gõ “xong” để nộp.
