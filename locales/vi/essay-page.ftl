# Viết bài trên trang web: đường dẫn trong chat, và trang viết.

do-write = Viết trên trang web
sent =
    Trang viết bài { $task }
    { $link }
    Bài được lưu ngay khi bạn viết. Mở được trên điện thoại và máy tính, đến { $until }. Đường dẫn chỉ dành cho bạn, xin đừng gửi cho người khác.
do-open = Mở trang viết bài
do-revoke = Thu hồi đường dẫn
do-anew = Tạo đường dẫn mới
revoked =
    Đã thu hồi đường dẫn viết bài
    Bài đã lưu vẫn còn. Bạn viết tiếp tại đây, hoặc tạo đường dẫn mới.
not-there =
    Đường dẫn này không còn dùng được
    Bài đã lưu vẫn còn. Gõ “nộp” để mở lại bài.
go-on =
    Bài { $task } đã lưu, còn một bước trước khi nộp
    Bạn trả lời ở đây rồi bấm nộp nhé.
do-go-on = Làm tiếp và nộp

# Trang

placeholder = Bạn viết bài tại đây…
count = { $have }/{ $over } chữ
more = Còn thiếu { $n } chữ.
enough = Bài đã đủ độ dài.
saving = Đang lưu…
saved = Đã lưu { $at }
offline = Mất mạng: bài vẫn ở máy này, sẽ lưu khi có mạng
busy = Chưa lưu được: bài vẫn ở máy này, đang thử lại
stays = Bài vẫn ở máy này.
save = Lưu
hand-in = Nộp bài
confirm = Nộp bài { $n } chữ? Nộp rồi thì không sửa được, trừ khi bài được trả lại để bổ sung.
newer = Bài vừa được sửa ở nơi khác (trong chat hoặc trang khác). Bạn dùng bản nào?
newer-plain = Bài vừa được sửa ở nơi khác (trong chat hoặc trang khác), nên bản trong khung dưới chưa được lưu. Bấm “Lưu” nếu bạn chọn bản này. Nếu không:
left = Máy này còn giữ một bản chưa lưu. Bạn dùng bản nào?
mine = Bản ở máy này: { $n } chữ
theirs = Bản đã lưu: { $n } chữ
take-mine = Dùng bản ở máy này
take-theirs = Dùng bản đã lưu
take-both = Giữ cả hai, nối vào nhau
too-long = Bài dài quá { $most } ký tự nên chưa lưu được. Bạn rút gọn bài rồi lưu lại nhé.
in-chat = Bài đã lưu nhưng chưa nộp: còn một bước cần làm trong chat. Bạn mở chat để làm tiếp và nộp.
done-title = Đã nộp bài
done-text = { $task } đang chờ được duyệt. Tin trong chat cho biết ai đang giữ bài; có kết quả, bạn sẽ được báo ở đó. Bạn có thể đóng trang.
