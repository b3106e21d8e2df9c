"""Forged choices: real actions with the ids of others, old ones, made-up ones, and no ids at all."""

from inspect import signature
from random import Random

import handlers
from tests.rights.cast import TASKS

ACTIONS = tuple(f"{each.name}.{action}" for each in handlers.CONVERSATIONS for action in each.actions)
FINAL = ("my-data.withdraw-now", "evidence.drop", "evidence.start_again", "linking.let_go", "account.lock")
"""What would soon leave nothing to try, if it were drawn as often as the rest."""

OTHERS = (
    "joining.yes personal",
    "joining.yes confirm",
    "joining.no sensitive",
    "joining.yes",
    "trial.tick 1",
    "menu",
    "menu.",
    ".open",
    "..",
    "",
    " ",
    "reviews.approve  ",
    "evidence.__class__ 1",
    "reviews.decide 1",
    "menu.open" + " 1" * 40,
)
MADE_UP = (
    "0",
    "-1",
    "2147483647",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "9" * 400,
    "1.5",
    "1e3",
    "0x1",
    "１２",
    "٣",
    "²",
    "+1",
    "01",
    " 1",
    "NaN",
    "None",
    "true",
    "",
    "'",
    "%s",
    "{}",
    "../1",
    "\u202e1",
    "👍",
    "\ud800",
    "a\x00b",
)
USUAL = ("yes", "no", "keep", "fresh", "more", "again", "date", "blurred", "other", "vi", "en", "personal", "confirm")
CHANNELS = ("telegram", "telegram", "zalo", "oa", "web", "telegram:1001")
QUESTIONS = ("c.a", "c.b", "c.c", "f.place", "f.organiser", "f.held_on", "which", "c.", "f.", "c.z")
CODES = (*TASKS, "RL4", "TT1", "TT3", "RL", "BB", "ZZ9")
ANSWERS = ("1", "2", "0", "99", "100", "yes", "no", "2027-03-01", "2026-12-31", "2027-02-30", "Huế")
MOST = 400  # the largest id worth guessing


class Forger:
    """Draws choices; `known` are the ids in use, of everybody's things."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self.known: list[int] = [1]

    def choice(self) -> str:
        """Return a choice nobody offered."""
        draw = self._draw
        if draw.random() < 0.05:
            return draw.choice(OTHERS)
        action = draw.choice(ACTIONS)
        if action in FINAL and draw.random() < 0.95:
            action = draw.choice(ACTIONS)
        if draw.random() < 0.2:  # any number of anything
            args = [self._anything() for _ in range(draw.randrange(4))]
        else:
            name, _, key = action.partition(".")
            args = self._fitting(tuple(signature(handlers.BY_NAME[name].actions[key]).parameters)[1:])
        return " ".join([action, *args])

    def _fitting(self, parameters: tuple[str, ...]) -> list[str]:
        args = []
        for name in parameters:
            match name:
                case "submission" | "id_" | "raw" | "season" | "piece":
                    args.append(self._id())
                case "code" | "category":
                    args.append(self._draw.choice(CODES))
                case "question":
                    args.append(self._draw.choice(QUESTIONS))
                case "channel":
                    args.append(self._draw.choice(CHANNELS))
                case "value":
                    args.append(self._draw.choice(ANSWERS))
                case _:
                    args += [self._anything()] if self._draw.random() < 0.6 else []
        return args

    def _id(self) -> str:
        match self._draw.randrange(8):
            case 0:
                return self._draw.choice(MADE_UP)
            case 1:
                return str(self._draw.randrange(MOST))
            case _:
                return str(self._draw.choice(self.known))

    def _anything(self) -> str:
        pool = self._draw.choice((MADE_UP, USUAL, CODES, QUESTIONS, ANSWERS, ("0", "1", "2", "3")))
        return self._draw.choice((self._id(), self._draw.choice(pool)))
