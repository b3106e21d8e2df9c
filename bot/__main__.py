"""The command line: `hanhtrinh`, or `python -m bot`. Each command's work is a file of bot/commands."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    name="hanhtrinh",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Hành trình: trợ lý rèn luyện của đoàn viên ưu tú trên Telegram. / A Youth Union's journey, on Telegram.",
)
programme_app = typer.Typer(no_args_is_help=True)
roster_app = typer.Typer(no_args_is_help=True)
season_app = typer.Typer(no_args_is_help=True)
app.add_typer(programme_app, name="programme", help="Kiểm tra tệp chương trình. / Check a programme file.")
app.add_typer(roster_app, name="roster", help="Danh sách: tệp mẫu, nhập. / Roster: template, import.")
app.add_typer(season_app, name="season", help="Mở năm hành trình. / Open a season.")


@app.command()
def run() -> None:
    """Chạy; không có token thì mở bản thử. / Run; without a token, the sandbox."""
    from bot.commands.run import run as work

    _go(work())


@app.command()
def migrate() -> None:
    """Cập nhật cơ sở dữ liệu. / Bring the database up to date."""
    from bot.commands.migrate import migrate as work

    _go(work())


@app.command()
def doctor() -> None:
    """Kiểm tra cài đặt, kết nối, quyền. / Check settings and connections."""
    from bot.commands.doctor import doctor as work

    _go(work())


@programme_app.command("check")
def programme_check(file: Path) -> None:
    """Kiểm tra tệp chương trình, báo mọi lỗi. / Check a programme file, report every mistake."""
    from bot.commands.programme import check

    _go(check(file))


@roster_app.command("template")
def roster_template(out: Path) -> None:
    """Ghi tệp mẫu danh sách (XLSX). / Write the roster's template (XLSX)."""
    from bot.commands.roster import template

    _go(template(out))


@roster_app.command("import")
def roster_import(
    file: Path, dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ thử. / Only try.")] = False
) -> None:
    """Nhập danh sách, tất cả hoặc không gì cả. / Import a roster, all or nothing."""
    from bot.commands.roster import import_

    _go(import_(file, dry_run=dry_run))


@season_app.command("open")
def season_open(
    programme: Annotated[str, typer.Argument(help="Tệp .toml hoặc tên có sẵn. / A .toml file or a shipped name.")],
    year: int,
    opens: Annotated[str | None, typer.Option(help="Ngày mở đăng ký, dd/mm/yyyy. / Registration opens.")] = None,
    closes: Annotated[str | None, typer.Option(help="Ngày đóng đăng ký, dd/mm/yyyy. / Registration closes.")] = None,
) -> None:
    """Mở một năm hành trình cho mọi đoàn viên trong danh sách. / Open a season for every member of the roster."""
    from bot.commands.season import open_from_command_line

    _go(open_from_command_line(programme, year, opens, closes))


@app.command()
def invites(
    out: Path,
    unit: Annotated[str | None, typer.Option(help="Mã đơn vị. / A unit's code.")] = None,
    person: Annotated[str | None, typer.Option(help="Mã một người. / One person's code.")] = None,
    renew: Annotated[bool, typer.Option("--renew", help="Thu hồi mã cũ, cấp mã mới. / Revoke and make anew.")] = False,
) -> None:
    """In thư mời, PDF hoặc XLSX. / Write invitations, PDF or XLSX."""
    from bot.commands.invites import invites as work

    _go(work(out, unit=unit, renew=renew, person=person))


def _go(work: Coroutine[Any, Any, int]) -> None:
    """Run a command; its number is the exit status."""
    from bot.commands.console import Stopped

    try:
        sys.exit(asyncio.run(work))
    except Stopped:
        sys.exit(1)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
