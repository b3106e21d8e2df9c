"""The command line: `hanhtrinh`, or `python -m bot`. Each command's work is a file of bot/commands."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.commands.language import language
from locales import texts


def _help(name: str) -> str:
    """Return a line of help in the operator's language."""
    return _text(f"cli.help-{name}")


def _text(key: str) -> str:
    return texts.render(language(), key, {}, ZoneInfo("UTC"))


app = typer.Typer(
    name="hanhtrinh",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help=_help("app"),
)
programme_app = typer.Typer(no_args_is_help=True)
roster_app = typer.Typer(no_args_is_help=True)
season_app = typer.Typer(no_args_is_help=True)
app.add_typer(programme_app, name="programme", help=_help("programme"))
app.add_typer(roster_app, name="roster", help=_help("roster"))
inbox_app = typer.Typer()
outbox_app = typer.Typer()
app.add_typer(season_app, name="season", help=_help("season"))
app.add_typer(inbox_app, name="inbox", help=_help("inbox"))
app.add_typer(outbox_app, name="outbox", help=_help("outbox"))
jobs_app = typer.Typer()
app.add_typer(jobs_app, name="jobs", help=_help("jobs"))
book_app = typer.Typer(no_args_is_help=True)
app.add_typer(book_app, name="book", help=_help("book"))
zalo_app = typer.Typer(no_args_is_help=True)
webhook_app = typer.Typer(no_args_is_help=True)
zalo_app.add_typer(webhook_app, name="webhook", help=_text("zalo-webhook.help-webhook"))
app.add_typer(zalo_app, name="zalo", help=_text("zalo-webhook.help"))
oa_app = typer.Typer(no_args_is_help=True)
app.add_typer(oa_app, name="oa", help=_text("oa.help"))

Numbers = Annotated[list[int] | None, typer.Argument(metavar="ID…")]
Every = Annotated[bool, typer.Option("--all", help=_help("rows-all"))]


@app.command(help=_help("run"))
def run() -> None:
    """Run until stopped."""
    from bot.commands.run import run as work

    _go(work())


@app.command(help=_help("migrate"))
def migrate() -> None:
    """Bring the tables up to date."""
    from bot.commands.migrate import migrate as work

    _go(work())


@app.command(help=_help("doctor"))
def doctor() -> None:
    """Look at everything an operator can get wrong."""
    from bot.commands.doctor import doctor as work

    _go(work())


@programme_app.command("check", help=_help("programme-check"))
def programme_check(file: Path) -> None:
    """Check a programme file."""
    from bot.commands.programme import check

    _go(check(file))


@roster_app.command("template", help=_help("roster-template"))
def roster_template(out: Path) -> None:
    """Write an empty roster."""
    from bot.commands.roster import template

    _go(template(out))


@roster_app.command("import", help=_help("roster-import"))
def roster_import(
    file: Path, dry_run: Annotated[bool, typer.Option("--dry-run", help=_help("dry-run"))] = False
) -> None:
    """Bring a roster in."""
    from bot.commands.roster import import_

    _go(import_(file, dry_run=dry_run))


@season_app.command("open", help=_help("season-open"))
def season_open(
    programme: Annotated[str, typer.Argument(help=_help("season-programme"))],
    year: int,
    opens: Annotated[str | None, typer.Option(help=_help("opens"))] = None,
    closes: Annotated[str | None, typer.Option(help=_help("closes"))] = None,
) -> None:
    """Open a season."""
    from bot.commands.season import open_from_command_line

    _go(open_from_command_line(programme, year, opens, closes))


@app.command(help=_help("invites"))
def invites(
    out: Path,
    unit: Annotated[str | None, typer.Option(help=_help("unit"))] = None,
    person: Annotated[str | None, typer.Option(help=_help("person"))] = None,
    renew: Annotated[bool, typer.Option("--renew", help=_help("renew"))] = False,
) -> None:
    """Write invitations."""
    from bot.commands.invites import invites as work

    _go(work(out, unit=unit, renew=renew, person=person))


@app.command(help=_help("backup"))
def backup(file: Path, check: Annotated[bool, typer.Option("--check", help=_help("backup-check"))] = False) -> None:
    """Write a backup, or check one."""
    from bot.commands.backup import backup as work

    _go(work(file, check=check))


@app.command(help=_help("restore"))
def restore(file: Path) -> None:
    """Put a backup into an empty database and file store."""
    from bot.commands.restore import restore as work

    _go(work(file))


@inbox_app.callback(invoke_without_command=True)
def inbox(
    context: typer.Context,
    limit: Annotated[int, typer.Option(help=_help("limit"))] = 20,
    channel: Annotated[str, typer.Option(help=_help("channel"))] = "",
    status: Annotated[str, typer.Option(help=_help("status"))] = "",
    since: Annotated[str, typer.Option(help=_help("since"))] = "",
) -> None:
    """List updates that failed."""
    from bot.commands.inbox import list_

    if context.invoked_subcommand is None:
        _go(list_(limit, channel, status, since))


@inbox_app.command("show", help=_help("rows-show"))
def inbox_show(
    number: Annotated[int, typer.Argument(metavar="ID")],
    body: Annotated[bool, typer.Option("--body", help=_help("rows-body"))] = False,
) -> None:
    """Explain one row."""
    from bot.commands.inbox import show

    _go(show(number, body=body))


@inbox_app.command("retry", help=_help("rows-retry"))
def inbox_retry(numbers: Numbers = None, every: Every = False) -> None:
    """Put rows back."""
    from bot.commands.inbox import retry

    _go(retry(numbers or [], every=every))


@inbox_app.command("drop", help=_help("rows-drop"))
def inbox_drop(numbers: Numbers = None, every: Every = False) -> None:
    """Mark rows as dealt with."""
    from bot.commands.inbox import drop

    _go(drop(numbers or [], every=every))


@outbox_app.callback(invoke_without_command=True)
def outbox(
    context: typer.Context,
    limit: Annotated[int, typer.Option(help=_help("limit"))] = 20,
    channel: Annotated[str, typer.Option(help=_help("channel"))] = "",
    status: Annotated[str, typer.Option(help=_help("status"))] = "",
    since: Annotated[str, typer.Option(help=_help("since"))] = "",
) -> None:
    """List messages that did not arrive."""
    from bot.commands.outbox import list_

    if context.invoked_subcommand is None:
        _go(list_(limit, channel, status, since))


@outbox_app.command("show", help=_help("rows-show"))
def outbox_show(
    number: Annotated[int, typer.Argument(metavar="ID")],
    body: Annotated[bool, typer.Option("--body", help=_help("rows-body"))] = False,
) -> None:
    """Explain one row."""
    from bot.commands.outbox import show

    _go(show(number, body=body))


@outbox_app.command("retry", help=_help("rows-retry"))
def outbox_retry(numbers: Numbers = None, every: Every = False) -> None:
    """Put rows back."""
    from bot.commands.outbox import retry

    _go(retry(numbers or [], every=every))


@outbox_app.command("drop", help=_help("rows-drop"))
def outbox_drop(numbers: Numbers = None, every: Every = False) -> None:
    """Mark rows as dealt with."""
    from bot.commands.outbox import drop

    _go(drop(numbers or [], every=every))


@jobs_app.callback(invoke_without_command=True)
def jobs(context: typer.Context) -> None:
    """List what happens by the clock."""
    from bot.commands.jobs import list_

    if context.invoked_subcommand is None:
        _go(list_())


@jobs_app.command("run", help=_help("jobs-run"))
def jobs_run(
    names: Annotated[list[str], typer.Argument(metavar=_help("jobs-names"))],
    at: Annotated[str, typer.Option("--at", help=_help("jobs-at"))] = "",
    is_dry: Annotated[bool, typer.Option("--dry-run", help=_help("jobs-dry-run"))] = False,
    is_sure: Annotated[bool, typer.Option("--yes", help=_help("jobs-yes"))] = False,
) -> None:
    """Try jobs, or run them now."""
    from bot import logs
    from bot.commands.jobs_run import run

    logs.configure("WARNING")
    _go(run(names, at, is_dry=is_dry, is_sure=is_sure))


@book_app.command("verify", help=_help("book-verify"))
def book_verify(file: Path, key: Annotated[str, typer.Option(help=_help("book-pin"))] = "") -> None:
    """Check a signed book."""
    from bot.commands.book import verify

    _go(verify(file, key))


@book_app.command("key", help=_help("book-key"))
def book_key() -> None:
    """Show the fingerprint of our own key."""
    from bot.commands.book import key

    _go(key())


@webhook_app.command("show", help=_text("zalo-webhook.help-show"))
def zalo_webhook_show() -> None:
    """Show where updates are delivered."""
    from bot.commands.zalo import show

    _go(show())


@webhook_app.command("set", help=_text("zalo-webhook.help-set"))
def zalo_webhook_set() -> None:
    """Have updates delivered here."""
    from bot.commands.zalo import set_

    _go(set_())


@webhook_app.command("delete", help=_text("zalo-webhook.help-delete"))
def zalo_webhook_delete() -> None:
    """Have updates delivered nowhere."""
    from bot.commands.zalo import delete

    _go(delete())


@oa_app.command("grant", help=_text("oa.help-grant"))
def oa_grant(code: Annotated[str, typer.Argument(help=_text("oa.help-code"))] = "") -> None:
    """Ask for a grant, or take one."""
    from bot.commands.oa import grant

    _go(grant(code))


@oa_app.command("status", help=_text("oa.help-status"))
def oa_status() -> None:
    """Show how the grant stands."""
    from bot.commands.oa import status

    _go(status())


@app.command(help=_text("rehearsal.help"))
def rehearse(
    programme: Annotated[str, typer.Option(help=_text("rehearsal.help-programme"))] = "nguoi-cong-san-tre",
    members: Annotated[int, typer.Option(help=_text("rehearsal.help-members"))] = 300,
    groups: Annotated[int, typer.Option(help=_text("rehearsal.help-groups"))] = 20,
    seed: Annotated[int, typer.Option(help=_text("rehearsal.help-seed"))] = 1,
    year: Annotated[int, typer.Option(help=_text("rehearsal.help-year"))] = 2027,
    out: Annotated[Path, typer.Option(help=_text("rehearsal.help-out"))] = Path("dien-tap.html"),
) -> None:
    """Rehearse a year."""
    from bot.commands.rehearse import run as work
    from bot.rehearsal.year import Wanted

    _go(work(Wanted(programme, members, groups, seed, year), out))


@app.command(help=_help("operator"))
def operator() -> None:
    """Find the key of an operator's chat."""
    from bot.commands.operator import operator as work

    _go(work())


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
