"""A unit of thirty members as its secretary writes it into the roster's spreadsheet."""

from bot.commands.roster_words import roster_words
from papers.roster_layout import LAYOUT, Sheet
from tests.papers.workbooks import Rows, workbook

UNITS: Rows = [
    ["DK", "Đoàn Khối Sông Trà", "Đoàn khối", "", "01/01/2020", ""],
    ["STP", "Đoàn cơ sở Sở Tư pháp", "Đoàn cơ sở", "DK", "01/01/2020", ""],
    ["SXD", "Đoàn cơ sở Sở Xây dựng", "Đoàn cơ sở", "DK", "01/01/2020", ""],
]
GROUPS: Rows = [["T1", "Tổ 1", "DK"], ["T2", "Tổ 2", "DK"], ["T3", "Tổ 3", "DK"]]
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Thị", "Văn", "Ngọc", "Minh", "Thanh")
GIVEN = (
    "An",
    "Bích",
    "Châu",
    "Duy",
    "Giang",
    "Hà",
    "Khánh",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
)


def member(number: int) -> str:
    """Return the full name of member `number`, 0 to 29; no two are alike."""
    return f"{FAMILY[number % 10]} {MIDDLE[number % 5]} {GIVEN[number % 15]}"


def people() -> Rows:
    """Return the thirty members and four officers."""
    members = [
        [
            f"{number:03}",
            f"{member(number)}",
            "",
            ("STP", "SXD")[number % 2],
            f"T{number % 3 + 1}",
            "Có",
            "bạn",
        ]
        for number in range(30)
    ]
    officers = [
        ["B1", "Vũ Đức Thắng", "", "STP", "", "Không", "đồng chí"],
        ["G1", "Lý Thu Thuỷ", "", "DK", "", "Không", "đồng chí"],
        ["K1", "Cao Hữu Nghĩa", "", "DK", "", "Không", "đồng chí"],
        ["S1", "Mạc Kim Ngân", "", "DK", "", "Không", "đồng chí"],
    ]
    return [*members, *officers]


ROLES: Rows = [
    ["B1", "Ban Chấp hành Đoàn cơ sở", "STP", "", ""],
    ["G1", "Giám sát viên phụ trách tổ", "T1", "", ""],
    ["K1", "Ban Thường vụ", "DK", "", ""],
    ["S1", "Bí thư", "DK", "", ""],
]


def spreadsheet() -> bytes:
    """Return the roster as an .xlsx."""
    words = roster_words("vi")
    tables = zip(Sheet, (UNITS, GROUPS, people(), ROLES), strict=True)
    return workbook(
        {
            words.sheets[sheet]: [[words.headings[field.column] for field in LAYOUT[sheet]], *rows]
            for sheet, rows in tables
        }
    )
