"""The page of an assessor without the bot: sent by the secretary, answered once, by whoever has the link."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from handlers.conversation import Link
from journey.people import Role
from locales import texts
from storage import audit, consents, evidence, links, reviews, sql
from tests.handlers.contention.racing import BINH, HUONG, state, trail
from tests.handlers.page_visits import CELL, CUONG, DUNG, Desk, address, desk, link_row, pieces
from tests.handlers.pictures import photo
from tests.support.harness import World

BOTS = ("TelegramBot (like TwitterBot)", "facebookexternalhit/1.1", "WhatsApp/2.23.20.0 A", "Googlebot/2.1")


@pytest.fixture
async def at(world: World) -> AsyncIterator[Desk]:
    async with desk(world) as laid:
        yield laid


def says(page: str, key: str, world: World, **facts: object) -> bool:
    return texts.render("vi", f"pages.{key}", facts, world.zone) in page


async def test_the_committee_approves_on_the_page_and_everybody_hears_who_it_was(at: Desk) -> None:
    where = await at.sends_link()
    page = await at.browser.get(where)
    assert page.status == 200
    for shown in (HUONG, CELL, "BB2", "Em xin kể &lt;b&gt;thật&lt;/b&gt;.", "Giấy khen.html"):
        assert shown in page.text
    assert "<li>•" not in page.text
    assert '#answer" enctype' in page.text  # what is missing is said beside the form, far down on a phone
    await at.dung.forges(f"reviews.show {at.submission}")

    done = await at.browser.answers(where, "approved")
    await at.world.settle()

    assert (done.status, says(done.text, "thanks-title", at.world)) == (200, True)
    assert await state(at.submission) == "approved"
    await at.huong.notices("reviews.told-approved", name=CELL)
    await at.cuong.notices("pages.told-answered", to=CELL, how=("pages.how-page", {}), name=HUONG)
    [given] = [each for each in await reviews.of_submission(at.submission) if each.state == "approved"]
    assert (given.body, given.way, given.answered_by) == ("cap_uy", "page", CELL)
    assert given.decided_by == at.ring.house.ids[CUONG]
    [(_, actor, _, _)] = [
        each for each in await audit.trail(f"submission {at.submission}") if each[2] == "review.approved"
    ]
    assert actor == at.ring.house.ids[CUONG]
    [row] = await sql.rows("SELECT chat FROM audit WHERE action = 'review.approved'")
    assert row["chat"] == f"page:{(await link_row())['id']}"
    assert CELL in (await at.dung.notices("reviews.card")).text

    again = await at.browser.send(where, page.form | {"verdict": "returned", "opinion": "Thôi"})
    assert (again.status, says(again.text, "used-title", at.world)) == (410, True)
    assert HUONG not in (await at.browser.get(where)).text
    assert await state(at.submission) == "approved"


async def test_an_answer_on_paper_is_entered_with_a_photo_of_the_sheet(at: Desk) -> None:
    await at.dung.forges(f"reviews.show {at.submission}")
    where = await at.sends_link()
    sheet = await at.browser.get(f"{where}/phieu.pdf")
    assert (sheet.status, sheet.body[:5], sheet.headers["Content-Type"]) == (200, b"%PDF-", "application/pdf")

    page = await at.browser.get(where)
    returned = page.form | {"verdict": "returned", "way": "paper"}
    asked = page
    for fields, picture, fault in (
        (page.form, b"", "need-verdict"),
        (returned, b"", "need-opinion"),
        (returned | {"opinion": "Thiếu xác nhận."}, b"no picture", "need-picture"),
    ):
        asked = await at.browser.send(where, fields, picture)
        assert (asked.status, says(asked.text, fault, at.world, most=500, megabytes=15)) == (400, True)
        assert await state(at.submission) == "waiting"
    assert "Thiếu xác nhận." in asked.text

    done = await at.browser.send(where, returned | {"opinion": "Thiếu xác nhận."}, photo(5))
    await at.world.settle()

    assert done.status == 200
    await at.huong.notices("reviews.told-returned", name=CELL, reason="Thiếu xác nhận.")
    [given] = [each for each in await reviews.of_submission(at.submission) if each.state == "returned"]
    assert (given.way, given.reason) == ("paper", "Thiếu xác nhận.")
    kept = await link_row()
    assert (kept["used_as"], str(kept["sheet"])[:7]) == ("paper", "sheets/")
    assert (await at.world.service.files.get(str(kept["sheet"])))[:2] == b"\xff\xd8"

    await at.dung.taps("pages.gallery")
    gallery = await at.browser.get(address(at.dung.hears("pages.gallery", name=HUONG).text))
    assert says(gallery.text, "signed-by", at.world, to=CELL, at=at.world.clock.now())
    [signed] = [each for each in gallery.files if "/phieu-" in each]
    shown = await at.browser.get(signed)
    assert (shown.status, shown.headers["Content-Type"], shown.body[:2]) == (200, "image/jpeg", b"\xff\xd8")


async def test_no_look_decides_and_a_preview_shows_nothing(at: Desk) -> None:
    where = await at.sends_link()
    for agent in BOTS:
        preview = await at.browser.get(where, agent)
        assert (preview.status, says(preview.text, "preview-text", at.world)) == (200, True)
        assert HUONG not in preview.text
    assert (await link_row())["opened_at"] is None

    assert (await at.browser.get(f"{where}?verdict=approved&opinion=x")).status == 200
    page = await at.browser.get(where)
    async with at.browser.session.head(where) as head:
        assert head.status == 200

    assert await state(at.submission) == "waiting"
    assert (await link_row())["used_at"] is None
    assert len(await trail(at.submission, "submission.read")) == 1
    for name, value in (
        ("X-Robots-Tag", "noindex"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Security-Policy", "default-src 'none'"),
    ):
        assert value in page.headers[name]
    assert "noindex" in page.text
    assert "style=" not in page.text
    assert "<script" not in page.text
    assert "Disallow: /" in (await at.browser.get("/robots.txt")).text


async def test_a_link_that_is_forged_expired_revoked_or_anothers_opens_nothing(at: Desk) -> None:
    where = await at.sends_link()
    page = await at.browser.get(where)
    seal, id_ = at.world.service.addresses.seal, (await link_row())["id"]
    assert isinstance(id_, int)
    head, _, tail = where.rpartition("/")
    flipped = tail[:-4] + ("AAAA" if tail[-4:] != "AAAA" else "BBBB")
    for forged in (flipped, str(id_), seal.form(id_), seal.token(id_ + 1000), "x", "." * 300):
        shut = await at.browser.get(f"{head}/{forged}")
        assert (shut.status, says(shut.text, "forged-title", at.world)) == (404, True)

    other = await at.ring.waits("RL2")
    await pieces(at, other)
    foreign = (await evidence.of_submission(other))[0].id
    for part in (str(foreign), "0", "999999999", "..%2Fevidence%2Fa.jpg", "evidence"):
        assert (await at.browser.get(f"{where}/{part}")).status == 404
    bare = await at.browser.send(where, {"verdict": "approved"})
    others_form = await at.browser.send(where, {"verdict": "approved", "form": seal.form(id_ + 1)})
    assert [bare.status, others_form.status] == [400, 400]

    newer = await at.sends_link("Lê Thị Mai, Phó Bí thư chi bộ", replaces=True)
    shut = await at.browser.send(where, page.form | {"verdict": "approved"})
    assert (shut.status, says(shut.text, "revoked-title", at.world)) == (410, True)
    await at.cuong.taps("pages.revoke")
    at.cuong.hears("pages.revoked")
    assert says((await at.browser.get(newer)).text, "revoked-title", at.world)

    last = await at.sends_link()
    await at.world.pass_time(timedelta(days=14, minutes=1))
    shut = await at.browser.get(last)
    assert (shut.status, says(shut.text, "expired-title", at.world)) == (410, True)
    assert HUONG not in shut.text
    assert await state(at.submission) == "waiting"


async def test_whoever_is_slower_than_the_chat_reads_who_decided(at: Desk) -> None:
    where = await at.sends_link()
    page = await at.browser.get(where)
    await at.dung.says("duyệt")
    await at.dung.taps(f"reviews.show {at.submission}")
    await at.dung.taps("reviews.approve")

    late = await at.browser.send(where, page.form | {"verdict": "returned", "opinion": "Chưa rõ."})

    assert (late.status, says(late.text, "decided-title", at.world), DUNG in late.text) == (410, True, True)
    assert await trail(at.submission, "review.%") == ["review.approved"]
    await at.dung.taps("reviews.undo")
    assert (await at.browser.answers(where, "approved")).status == 200


async def test_nobody_sends_a_link_about_their_own_work_or_in_place_of_an_assessor_in_the_chat(at: Desk) -> None:
    await at.huong.forges(f"pages.ask {at.submission}")
    at.huong.hears("pages.own-work")
    await at.dung.forges(f"pages.ask {at.submission}")
    at.dung.hears("pages.not-there")
    await at.cuong.forges(f"pages.to {at.submission} btv_doan_khoi")
    at.cuong.hears("pages.not-there")
    where = await at.sends_link()

    await sql.run("DELETE FROM posts WHERE role = 'secretary'")

    gone = await at.browser.get(where)
    assert (gone.status, says(gone.text, "gone-title", at.world)) == (404, True)


async def test_the_gallery_shows_pictures_large_with_earlier_versions_to_its_reader_alone(at: Desk) -> None:
    await sql.run("UPDATE submissions SET version = 2 WHERE id = ?1", at.submission)
    earlier = await at.ring.waits("BB2", state="returned")
    await sql.run("UPDATE submissions SET part = 1, version = 1 WHERE id = ?1", earlier)
    await pieces(at, earlier)
    where = await at.gallery()
    page = await at.browser.get(where)
    assert (page.status, page.text.count("<figure>")) == (200, 2)
    here, before = (await evidence.of_submission(at.submission), await evidence.of_submission(earlier))
    pictures = [each for each in page.files if not each.endswith("/phieu.pdf")]
    assert [int(each.rpartition("/")[2]) for each in pictures] == [
        each.id for each in (*here, *before) if each.kind != "text"
    ]
    for each in pictures:
        file = await at.browser.get(each)
        is_photo = file.headers["Content-Type"] == "image/jpeg"
        assert is_photo or "attachment" in file.headers["Content-Disposition"]
        assert (file.status, file.headers["X-Content-Type-Options"]) == (200, "nosniff")
    assert {(await at.browser.get(each)).headers["Content-Type"] for each in pictures} == {
        "image/jpeg",
        "application/octet-stream",
    }
    assert (await at.browser.send(where, {"verdict": "approved"})).status == 400

    link = await links.make(
        links.Purpose.GALLERY,
        made_by=at.ring.house.ids[HUONG],
        person=at.ring.house.ids[HUONG],
        now=at.world.clock.now(),
        submission=at.submission,
    )
    mine = at.world.service.addresses(Link(link.id))
    assert mine is not None
    assert (await at.browser.get(mine)).status == 404
    await sql.run("DELETE FROM posts WHERE role = 'standing_committee'")
    assert [(await at.browser.get(each)).status for each in (where, *pictures[:1])] == [404, 404]


async def test_whoever_tries_tokens_is_made_to_wait(at: Desk) -> None:
    where = await at.sends_link()
    head = where.rpartition("/")[0]
    tried = [(await at.browser.get(f"{head}/{number}")).status for number in range(21)]
    assert (set(tried[:20]), tried[20]) == ({404}, 429)
    assert (await at.browser.get(where)).status == 429
    await at.world.pass_time(timedelta(minutes=1))
    assert (await at.browser.get(where)).status == 200


async def test_what_no_browser_sends_gets_its_page_and_decides_nothing(at: Desk) -> None:
    where = await at.sends_link()
    for kind, body in (
        ("application/x-www-form-urlencoded; charset=nothing", b"form=x"),
        ("application/x-www-form-urlencoded", b"form=\xff"),
        ("multipart/form-data", b"form=x"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="form"\r\n\r\ncut'),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\nnameless\r\n--x--\r\n"),
    ):
        async with at.browser.session.post(where, data=body, headers={"Content-Type": kind}) as answer:
            assert (answer.status, says(await answer.text(), "form-title", at.world)) == (400, True)
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert await state(at.submission) == "waiting"


async def test_an_opinion_is_kept_as_the_chat_keeps_one(at: Desk) -> None:
    where = await at.sends_link()
    opinion = "a\0" + "dòng\r\n" * 99  # 496 characters as people count them
    assert (await at.browser.answers(where, "returned", opinion)).status == 200
    [given] = [each for each in await reviews.of_submission(at.submission) if each.state == "returned"]
    assert given.reason == ("a" + "dòng\n" * 99).strip()


async def test_a_defect_is_said_on_a_page_that_is_guarded_like_the_others(at: Desk) -> None:
    where = await at.sends_link()
    await sql.run("UPDATE submissions SET task = 'none of the plan' WHERE id = ?1", at.submission)
    broken = await at.browser.get(where)
    assert (broken.status, says(broken.text, "defect-title", at.world)) == (500, True)
    assert "no-store" in broken.headers["Cache-Control"]


async def test_a_withdrawn_consent_shuts_the_pages_with_what_was_handed_in(at: Desk) -> None:
    pages = [await at.sends_link(), await at.gallery()]
    files = (await at.browser.get(pages[1])).files[:1]
    huong, now = at.ring.house.ids[HUONG], at.world.clock.now()
    await consents.record("personal", True, person=huong, chat="", text_version="1", language="vi", at=now)
    assert [(await at.browser.get(each)).status for each in (*pages, *files)] == [200, 200, 200]
    await at.cuong.says("chờ cấp ủy")
    at.cuong.hears("pages.waiting", n=1)

    await at.huong.forges("my-data.withdraw-now")

    await at.cuong.says("chờ cấp ủy")
    at.cuong.hears("pages.nothing")
    assert [(await at.browser.get(each)).status for each in (*pages, *files)] == [404, 404, 404]
    await at.cuong.forges(f"pages.ask {at.submission}")
    at.cuong.hears("pages.not-there")


async def test_a_gallery_shuts_for_who_is_in_no_chat_any_more(at: Desk) -> None:
    where = await at.gallery()
    await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", at.ring.house.ids[DUNG])
    assert (await at.browser.get(where)).status == 404


async def test_whoever_replaces_a_link_is_warned_and_who_sent_it_is_told(at: Desk) -> None:
    first = await at.sends_link()
    supervisor = await at.ring.comes(BINH, Role.SUPERVISOR, share=1)

    await supervisor.says("chờ cấp ủy")
    await supervisor.taps(f"pages.ask {at.submission}")
    supervisor.hears("pages.ask-name-replaces", body="Cấp ủy", to=CELL, sender=CUONG)
    assert (await at.browser.get(first)).status == 200
    await supervisor.says("Lê Thị Mai, Phó Bí thư chi bộ")

    supervisor.hears("pages.sent", to="Lê Thị Mai, Phó Bí thư chi bộ")
    await at.cuong.notices("pages.told-replaced", to=CELL, sender=BINH, name=HUONG)
    assert says((await at.browser.get(first)).text, "revoked-title", at.world)
