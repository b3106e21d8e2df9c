"""Somebody with a browser who got a link, and the people around them: Hương, her secretary, a board member."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape

from aiohttp import ClientSession, FormData

from handlers.conversation import Link
from journey.people import Role
from storage import links, sql
from storage.evidence import EvidenceRow
from storage.links import Purpose
from tests.handlers.contention.racing import HUONG, Ring, ring
from tests.handlers.pictures import photo
from tests.support.harness import Person, World

CUONG, DUNG = "Trần Văn Cường", "Võ Quang Dũng"
CELL = "Nguyễn Văn An, Bí thư chi bộ"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"


@dataclass(frozen=True)
class Seen:
    """What a browser got."""

    status: int
    text: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        """Return the hidden fields of its form."""
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.text)
        return {name: unescape(value) for name, value in found}

    @property
    def files(self) -> list[str]:
        """Return the addresses of its pictures and files, in order, each once."""
        return list(dict.fromkeys(re.findall(r'(?:href|src)="(/l/[^"]+)"', self.text)))


@dataclass
class Browser:
    """A browser; `base` is the product's address."""

    session: ClientSession
    base: str

    async def get(self, address: str, agent: str = PHONE) -> Seen:
        """Open an address, whole or beginning with a slash."""
        where = address if address.startswith("http") else self.base + address
        async with self.session.get(where, headers={"User-Agent": agent}) as answer:
            body = await answer.read()
            return Seen(answer.status, body.decode("utf-8", "replace"), dict(answer.headers), body)

    async def send(self, address: str, fields: dict[str, str], sheet: bytes = b"") -> Seen:
        """Send a form as the page does."""
        form = FormData()
        for name, value in fields.items():
            form.add_field(name, value)
        form.add_field("sheet", sheet, filename="phieu.jpg" if sheet else "", content_type="image/jpeg")
        async with self.session.post(address, data=form, headers={"User-Agent": PHONE}) as answer:
            body = await answer.read()
            return Seen(answer.status, body.decode("utf-8", "replace"), dict(answer.headers), body)

    async def answers(self, address: str, verdict: str, opinion: str = "", **more: str) -> Seen:
        """Open the page, choose, send."""
        page = await self.get(address)
        return await self.send(address, {**page.form, "verdict": verdict, "opinion": opinion, **more})


@dataclass
class Desk:
    """The people, a hand-in that waits for the Party committee, and a browser."""

    world: World
    ring: Ring
    huong: Person
    cuong: Person
    dung: Person
    browser: Browser
    submission: int = 0

    async def sends_link(self, name: str = CELL, *, replaces: bool = False) -> str:
        """Let the secretary send the committee a link, in place of the one there is; return its address."""
        await self.cuong.says("chờ cấp ủy")
        await self.cuong.taps(f"pages.ask {self.submission}")
        self.cuong.hears("pages.ask-name-replaces" if replaces else "pages.ask-name", body="Cấp ủy")
        await self.cuong.says(name)
        return address(self.cuong.hears("pages.sent", to=name, body="Cấp ủy").text)

    async def link(self, submission: int) -> tuple[int, str]:
        """Let a link of the secretary's to the committee be there; return its id and address."""
        now = self.world.clock.now()
        made_by = self.ring.house.ids[CUONG]
        made = await links.make(
            Purpose.REVIEW, made_by=made_by, now=now, body="cap_uy", name=CELL, submission=submission
        )
        return made.id, self.world.service.addresses(Link(made.id)) or ""

    async def gallery(self) -> str:
        """Let the board member ask for the pictures; return the page's address."""
        await self.dung.says("duyệt")
        await self.dung.taps(f"reviews.show {self.submission}")
        await self.dung.taps("pages.gallery")
        return address(self.dung.hears("pages.gallery", name=HUONG).text)


def address(text: str) -> str:
    """Return the address that stands in a message."""
    found = re.search(r"https?://\S+", text)
    assert found, text
    return found[0]


@asynccontextmanager
async def desk(world: World, house: Ring | None = None) -> AsyncIterator[Desk]:
    """Lay everything down; Hương's BB2 waits, with a picture, a document and words. `house`: one that is there."""
    found = house or await ring(world)
    huong = await found.comes(HUONG, Role.MEMBER, share=2)
    cuong = await found.comes(CUONG, Role.SECRETARY, share=1, group=False)
    dung = await found.comes(DUNG, Role.STANDING_COMMITTEE, share=0, group=False)
    await found.registers()
    async with ClientSession() as session:
        browser = Browser(session, f"http://127.0.0.1:{world.service.port}")
        laid = Desk(world, found, huong, cuong, dung, browser)
        laid.submission = await found.waits("BB2")
        await pieces(laid, laid.submission)
        yield laid


async def pieces(desk: Desk, submission: int) -> None:
    """Put a picture, a document and words into a hand-in."""
    now, author = desk.world.clock.now(), desk.ring.house.ids[HUONG]
    for kind, key, name in (("photo", "evidence/a.jpg", ""), ("document", "evidence/b.html", "Giấy khen.html")):
        await desk.world.service.files.put(key, photo(3) if kind == "photo" else b"<script>alert(1)</script>")
        _ = await EvidenceRow.create(
            person_id=author, chat="", submission_id=submission, kind=kind, state="stored", file=key, name=name,
            thumbnail=key if kind == "photo" else "", arrived_at=now, remote="", same_as="", mime="", text="",
            refusal="", sha256="", taken_at="", dhash="", unread="", attempts=0, not_before=0,
        )  # fmt: skip
    _ = await EvidenceRow.create(
        person_id=author, chat="", submission_id=submission, kind="text", state="stored", text="Em xin kể <b>thật</b>.",
        arrived_at=now, file="", name="", thumbnail="", remote="", same_as="", mime="", refusal="", sha256="",
        taken_at="", dhash="", unread="", attempts=0, not_before=0,
    )  # fmt: skip


async def link_row() -> dict[str, object]:
    """Return the newest link as it is kept."""
    return (await sql.rows("SELECT * FROM links ORDER BY id DESC"))[0]
