# Một người, nhiều kênh: nối, ngắt, chọn nơi nhận tin.

words = kết nối | kết nối zalo | kết nối telegram | liên kết | liên kết zalo | nối kênh | nối zalo | nối telegram | kênh của tôi

channels =
    Kết nối Zalo, Telegram
    { $lines }
    Sổ và việc đang làm là một, ở kênh nào cũng như nhau. Muốn nối thêm kênh, xin lấy mã.
channels-alone =
    Các kênh đang kết nối
    { $lines }
    Trợ lý Hành trình hiện chỉ có ở đây, chưa có ứng dụng khác để nối thêm.
line = • { $channel }, nối ngày { $since }: { $state }
line-here = • { $channel } (kênh này), nối ngày { $since }: { $state }
state-preferred = nhận tin tại đây
state-open = dùng được
state-blocked = tin gửi không đến được
do-code = Lấy mã kết nối
do-another-code = Lấy mã khác
do-prefer = Nhận tin ở { $channel }
do-let-go = Ngắt { $channel }
do-keep = Giữ như hiện nay
do-channels = Xem các kênh
do-menu = Danh mục

code =
    Mã kết nối
    { $code }
    Mở trợ lý Hành trình ở nơi muốn nối thêm, gửi mã vào đó rồi xác nhận:
    { $doors }
    Mã dùng một lần, có hiệu lực đến { $until }. Đừng đưa mã cho ai: người có mã xem được sổ.
door-opens = • { $channel }: mở { $address } rồi bấm Bắt đầu (Start), mã tự được gửi
door-address = • { $channel }: mở { $address } rồi gửi mã
door-called = • { $channel }: tìm “{ $called }” trong ứng dụng rồi gửi mã
door-unknown = • Chưa rõ mở ở đâu thì xin hỏi Bí thư đơn vị.
wrong =
    Mã kết nối chưa đúng hoặc đã hết hạn
    Mã có 6 số và dùng được 15 phút. Lấy mã ở kênh đang dùng: mở danh mục, chọn “Kết nối Zalo, Telegram”. Trong giờ này bạn còn thử được { $left } lần.
wrong-last =
    Mã kết nối chưa đúng hoặc đã hết hạn
    Bạn đã thử nhiều lần, xin nghỉ một giờ rồi lấy mã mới và thử lại.
blocked =
    Xin thử lại sau { $until }
    Có quá nhiều mã chưa đúng được gửi từ đây.
resting =
    Việc kết nối đang tạm nghỉ
    Vừa có quá nhiều mã chưa đúng được gửi đến từ nhiều nơi. Bạn thử lại sau một giờ; mã 8 ký tự của lời mời vẫn dùng được.
confirm =
    Đây có phải là bạn?
    { $name }
    Nếu đúng, từ nay nơi này dùng chung một sổ với tài khoản ấy.
over =
    Mã kết nối không còn dùng được
    Mã đã dùng, đã hết hạn hoặc đã có mã mới hơn. Bạn lấy mã mới ở kênh đang dùng rồi gửi lại.
not-me =
    Cảm ơn bạn đã báo
    Chưa có gì được kết nối. Bạn xem lại mã của mình, hoặc tham gia bằng mã 8 ký tự trên phiếu mời.
linked =
    Đã kết nối { $channel }
    Từ nay { $who } dùng được Hành trình ở đây như ở kênh cũ: một sổ, việc đang làm có thể tiếp tục ở bất cứ kênh nào.
added =
    Vừa kết nối thêm { $channel }
    Tài khoản này nay dùng được cả trên { $channel }. Nếu không phải chính mình kết nối, hãy ngắt ngay và báo Bí thư đơn vị.
replaced =
    Cuộc trò chuyện này đã ngừng kết nối
    Tài khoản đã chuyển sang nơi khác. Nếu không phải bạn chuyển, xin báo ngay Bí thư đơn vị.
already =
    Cuộc trò chuyện này đã kết nối rồi
    Mã 6 số được gửi ở ứng dụng muốn nối thêm, không gửi ở đây.

prefers = Từ nay tin được gửi đến { $channel }.
no-such-channel = Kênh này không còn kết nối.
let-go-sure =
    Ngắt kết nối { $channel }?
    Tin sẽ không đến { $channel } nữa, các đường dẫn đã gửi hết tác dụng; các kênh khác và mọi việc trong sổ giữ nguyên. Muốn nối lại chỉ cần lấy mã mới.
let-go-sure-last =
    Ngắt kết nối { $channel }?
    Đây là kênh cuối cùng: sẽ không nhận được lời nhắc, kết quả nào nữa. Những gì đã nộp giữ nguyên, sự đồng ý không đổi; muốn quay lại cần lời mời mới của đơn vị.
let-go = Đã ngắt { $channel }.
let-go-here =
    Đã ngắt kết nối cuộc trò chuyện này
    Những gì đã nộp giữ nguyên. Muốn nối lại, gửi vào đây mã 6 số lấy ở kênh còn dùng, hoặc mã lời mời mới của đơn vị.
let-go-there =
    Cuộc trò chuyện này đã được ngắt kết nối
    Việc này vừa được làm ở một kênh khác của cùng tài khoản. Nếu không phải bạn ngắt, xin báo Bí thư đơn vị.
others =
    Vẫn còn kết nối: { $channels }
    Nếu đó là máy đã mất hoặc không dùng nữa, xin ngắt để không ai khác đọc được.
