"""Essays as members write them, and as the files they send."""

import io

from docx import Document

SENTENCE = "Được đứng trong hàng ngũ của Đảng là niềm vinh dự lớn lao của mỗi đoàn viên thanh niên."
WORDS_OF_IT = 18


def words(n: int) -> str:
    """Return a text of `n` chữ, a paragraph every four sentences, with a bullet that is none."""
    lines = []
    spoken = (f"{SENTENCE} " * (n // WORDS_OF_IT + 1)).split()[:n]
    for start in range(0, n, 4 * WORDS_OF_IT):
        lines.append("– " + " ".join(spoken[start : start + 4 * WORDS_OF_IT]))
    return "\n".join(lines)


def docx(text: str) -> bytes:
    """Return a Word file with a paragraph a line."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
