"""A made-up member's journey book."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from locales import texts
from papers.journey_book import (
    CategoryResults,
    CategorySum,
    Change,
    Essay,
    Fact,
    JourneyBook,
    RegisteredCategory,
    RegisteredTask,
    Requirement,
    Signer,
    TaskResult,
    Version,
    Word,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_RL2 = TaskResult(
    "RL2",
    "Tình nguyện vì cộng đồng, hiến máu, bảo vệ môi trường",
    "Hoàn thành, ngày 20/04/2027",
    "",
    (Requirement("Tham gia hoạt động tình nguyện", "2 hoạt động", "2 hoạt động"),),
    (
        Version(
            "Lần 1, bản 1", "02/03/2027", "3 minh chứng", "Cần bổ sung",
            ("BCH Đoàn cơ sở – đ/c Võ Quang Dũng: đề nghị bổ sung, ngày 04/03/2027. Lý do: Ảnh không rõ ngày.",),
        ),
        Version(
            "Lần 1, bản 2", "05/03/2027", "4 minh chứng", "Đạt",
            ("BCH Đoàn cơ sở – đ/c Võ Quang Dũng: đạt, ngày 06/03/2027",),
        ),
        Version(
            "Lần 2, bản 1", "18/04/2027", "2 minh chứng", "Đạt",
            ("BCH Đoàn cơ sở – đ/c Võ Quang Dũng: đạt, ngày 20/04/2027",),
        ),
    ),
    "",
)  # fmt: skip

_BB3 = TaskResult(
    "BB3",
    "Viết bài cảm nhận trên 1.000 chữ về Đảng, về lý tưởng của tuổi trẻ",
    "Đang chờ BTV Đoàn Khối, từ 12/05/2027",
    "",
    (Requirement("Bài viết trên 1.000 chữ", "trên 1.000 chữ", "chưa rõ"),),
    (Version("Lần 1, bản 1", "12/05/2027", "Bài viết 1.204 chữ", "Đang chờ", ("BTV Đoàn Khối: chưa trả lời",)),),
    "",
)

SAMPLE = JourneyBook(
    superior="Đoàn Khối Dân - Chính - Đảng Thành phố Hồ Chí Minh",
    issuer="Đoàn cơ sở Sở Văn hóa",
    title="Sổ hành trình",
    programme="Hành trình “Người Cộng sản trẻ”",
    season="Năm 2027",
    facts=(
        Fact("Họ và tên:", "Nguyễn Thị Hương"),
        Fact("Đơn vị:", "Đoàn cơ sở Sở Văn hóa"),
        Fact("Tổ:", "Tổ 1"),
        Fact("Ngày đăng ký:", "05/01/2027"),
        Fact("Theo kế hoạch:", "44-KH/ĐTN, bản 1"),
    ),
    caution="Kết quả trong sổ này để theo dõi rèn luyện; việc xem xét, kết nạp do cấp ủy quyết định.",
    made_on="Lập ngày 02/06/2027",
    registration=(
        RegisteredCategory(
            "Nhiệm vụ bắt buộc", (RegisteredTask(1, "BB3", _BB3.title, "tháng 2 đến tháng 10", "05/01/2027", ""),)
        ),
        RegisteredCategory(
            "Nhiệm vụ rèn luyện",
            (
                RegisteredTask(
                    2, "RL1", "Sáng kiến, cải tiến trong công tác", "cả năm", "05/01/2027", "Đã đổi ngày 03/03/2027"
                ),
                RegisteredTask(3, "RL2", _RL2.title, "tháng 2 đến tháng 10", "05/01/2027", ""),
            ),
        ),
    ),
    changes=(Change("01/03/2027", "BB3, RL2, RL4", "Lịch trực thay đổi", "Đồng ý, 03/03/2027, đ/c Trần Văn Bình"),),
    sums=(CategorySum("Nhiệm vụ bắt buộc", 3, 0, 0), CategorySum("Nhiệm vụ rèn luyện", 3, 1, 0)),
    outcome="Đang thực hiện: 1/7 nhiệm vụ",
    results=(
        CategoryResults("Nhiệm vụ bắt buộc", (_BB3,)),
        CategoryResults(
            "Nhiệm vụ rèn luyện",
            (
                _RL2,
                TaskResult(
                    "RL6",
                    "Sinh hoạt tổ",
                    "Được miễn",
                    "Đ/c Trần Thị Thu quyết định miễn, ngày 07/03/2027. Lý do: nghỉ thai sản.",
                    (Requirement("Dự sinh hoạt", "4 lần", "0 lần"),),
                    (),
                    "Chưa nộp minh chứng.",
                ),
            ),
        ),
    ),
    quarters=("Quý I/2027", "Quý II/2027", "Quý III/2027", "Quý IV/2027"),
    signers=(
        Signer("ĐOÀN VIÊN ƯU TÚ", "Nguyễn Thị Hương"),
        Signer("TỔ TRƯỞNG", ""),
        Signer("GIÁM SÁT VIÊN PHỤ TRÁCH TỔ", ""),
        Signer("TM. BAN CHẤP HÀNH ĐOÀN CƠ SỞ", ""),
        Signer("TM. CẤP ỦY", ""),
    ),
    essays=(),
    words={word: texts.render("vi", f"book-paper.word-{word.replace('_', '-')}", {}, ZONE) for word in Word},
)

WITH_ESSAY = replace(
    SAMPLE,
    essays=(
        Essay(
            "BB3. Viết bài cảm nhận",
            "1.204 chữ, nộp ngày 12/05/2027",
            ("Tuổi trẻ chúng tôi & Tổ quốc <thân yêu>. " * 12, "{{ 7 * 7 }} #[không phải mã] " * 4),
        ),
    ),
)
