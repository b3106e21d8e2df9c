# Xin xem lại: đoàn viên đề nghị cấp trên xem lại một lần trả lại.

ask =
    Xin xem lại { $task }
    Ý kiến trả lại: “{ $reason }”
    Bạn viết ngắn gọn vì sao cần xem lại, tối đa { $most } ký tự. Mỗi bản nộp được xin xem lại một lần; nếu bổ sung được ngay thì nộp lại sẽ nhanh hơn.
ask-words =
    Bạn viết lý do xin xem lại, tối đa { $most } ký tự.
    Nếu không cần nữa, gõ “hủy”.
sent =
    🙋 Đã gửi đề nghị xem lại { $task }
    Đang chờ { $who }, từ { $since }. Bạn sẽ nhận được tin ngay khi có ý kiến.
do-withdraw = Rút đề nghị xem lại
withdrawn =
    Đã rút đề nghị xem lại { $task }
    Bạn bổ sung rồi nộp lại nhé, bản trước vẫn được giữ.
once =
    Bản nộp này đã được xin xem lại một lần
    Bạn xem trong sổ để biết đang chờ ai; nếu đã có ý kiến, bạn bổ sung rồi nộp lại nhé.
not-returned =
    Bản nộp này hiện không ở trạng thái trả lại
    Bạn xem trong sổ để biết việc đang ở đâu nhé.
begun =
    Bạn đã bắt đầu bản nộp mới
    Bạn nộp bản mới, hoặc bỏ bản đang soạn rồi xin xem lại.
nobody =
    Chưa có cấp trên trong danh sách để xem lại
    Bạn trao đổi trực tiếp với người đã trả lại, hoặc bổ sung rồi nộp lại nhé.
not-waiting =
    Đề nghị xem lại này không còn chờ ý kiến
    Bạn xem kết quả trong sổ nhé.
