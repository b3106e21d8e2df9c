"""The sheet to print: one hand-in on one page of paper, with the code that leads back to its page."""

import re
from collections.abc import Callable

from handlers.conversation import Text, text
from handlers.pages.opening import Asked
from handlers.pages.view import View, brought
from papers.review_sheet import Label, ReviewSheet

_MARK = re.compile(r"^\W+")
"""The sign before a verdict in the chat; the paper's font has none."""

NAME = "phieu.pdf"
"""What the sheet is called behind its link."""

Say = Callable[[Text], str]


def values(asked: Asked, view: View, link: str, said: Say) -> ReviewSheet:
    """Return what is printed; `link` is the address of the page."""
    facts = {"body": asked.body, "to": asked.link.name, "until": asked.link.expires_at}
    version = view.version
    return ReviewSheet(
        link=link,
        to=said(text("pages.dear", to=facts["to"], body=facts["body"])),
        task=view.task,
        task_text=view.text,
        author=view.author,
        place=view.place,
        handed_in=said(view.handed_in) if view.handed_in else "",
        asks=tuple(view.asks),
        stated=tuple(said(line) for line in version.stated),
        brought=tuple(said(line) for line in brought(version)),
        history=tuple(
            "\n".join(
                [
                    said(text("pages.earlier", n=each.number, at=each.at)),
                    *(_MARK.sub("", said(verdict)) for verdict in each.verdicts),
                ]
            )
            for each in view.earlier
        ),
        labels={
            Label.UNION: said(text("pages.sheet-union")),
            Label.TITLE: said(text("pages.sheet-title")),
            Label.ABOUT: said(text("pages.sheet-about")),
            Label.AUTHOR: said(text("pages.author")),
            Label.TASK: said(text("pages.sheet-task")),
            Label.ASKS: said(text("pages.asks")),
            Label.STATED: said(text("pages.stated")),
            Label.BROUGHT: said(text("pages.sheet-brought")),
            Label.HISTORY: said(text("pages.history")),
            Label.OPINION: said(text("pages.sheet-opinion")),
            Label.APPROVE: said(text("pages.approve")),
            Label.RETURN: said(text("pages.return")),
            Label.REASON: said(text("pages.sheet-reason")),
            Label.DATE: said(text("pages.sheet-date")),
            Label.BODY: asked.body,
            Label.SIGN: said(text("pages.sheet-sign")),
            Label.NAME: asked.link.name,
            Label.SCAN: said(text("pages.sheet-scan", until=facts["until"])),
            Label.PAGE: said(text("pages.sheet-page")),
        },
    )
