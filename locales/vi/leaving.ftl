told =
    Tin nhắn không còn đến được { $name }
    { $name }, { $unit }, đã chặn hoặc xóa cuộc trò chuyện này. Xin liên hệ trực tiếp để không bỏ lỡ việc cần làm. Mở lại cuộc trò chuyện và gõ “menu” là nhận tin như trước.
