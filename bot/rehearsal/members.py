"""What members do: join, register, hand in, correct, by what their phones show them."""

from collections.abc import Collection, Mapping, Sequence
from random import Random

from bot.rehearsal.acting import Act, Hand, Stuck
from journey.criteria import need
from journey.programme import Kind, Programme, Task

LONGER = 1.1
"""How much longer than asked an essay is."""

PARAGRAPH = 60
"""Words of one sentence's run in a made-up essay; a part of it has eight of them, within what one message holds."""

A_PART = 8
MOST = 30
"""Questions of one conversation, after which somebody gives up."""

Said = Mapping[str, Sequence[str]]


def join(hand: Hand, token: str) -> Act:
    """Open the invitation, and say yes to everything."""
    yield hand.starts(token)
    for _ in ("personal", "sensitive", "confirm"):
        yield hand.taps("joining.yes")


def choose(programme: Programme, chance: Random, one_more: float) -> list[str]:
    """Return the codes somebody chooses: as many of each category as it asks for, at times one more."""
    chosen: list[str] = []
    mandatory = programme.mandatory_tasks()
    for category in programme.categories:
        codes = [task.code for task in programme.tasks_in(category.code) if task not in mandatory]
        chance.shuffle(codes)
        if category.counts and category.min_completed:
            chosen += codes[: category.min_completed + (chance.random() < one_more)]
    return chosen


def register(hand: Hand, codes: Sequence[str]) -> Act:
    """Tick `codes` screen by screen, and confirm; nothing when the window is not open."""
    yield hand.says("/dangky")
    if hand.phone.offered("registration.page") is None:
        return
    for screen in range(1, MOST):
        for action in hand.phone.all("registration.tick"):
            if action.split(" ")[-1] in codes:
                yield hand.taps_exactly(action)
        if hand.phone.find("registration.confirm"):
            yield hand.taps("registration.confirm")
            return
        onward = [each for each in hand.phone.all("registration.page") if each.endswith(f" {screen}")]
        if not onward:
            raise Stuck("registration.confirm")
        yield hand.taps_exactly(onward[-1])


def hand_in(hand: Hand, task: Task, said: Said, chance: Random, *, picture: str = "", is_known: bool = False) -> Act:
    """Hand in one part of `task`.

    Args:
        picture: sent as proof; without one a few words are, or the essay that is asked for.
        is_known: what may be known only at the year's end is known now.
    """
    yield hand.says(task.code)
    if another := hand.phone.offered("evidence.start"):
        yield hand.taps_exactly(another)
    begun = hand.phone.offered("evidence.later")
    if begun is None:
        return  # it is done, or waits already
    if picture:
        yield hand.sends(picture)
    yield hand.says(*_proof(task, said, chance), "xong")
    unknown = {each.id for each in task.criteria if each.known_later and not is_known}
    yield from _finish(hand, begun.split(" ")[1], unknown, said, chance)


def correct(hand: Hand, returned: str, said: Said, chance: Random) -> Act:
    """Hand in again what was returned; `returned` is the choice that the news offers."""
    yield hand.taps_exactly(returned)
    if keep := hand.phone.offered(f"{returned} keep"):
        yield hand.taps_exactly(keep)
    begun = hand.phone.offered("evidence.later")
    if begun is None:
        return  # it was taken back, or the season is over
    yield hand.says(chance.choice(said["note"]), "xong")
    yield from _finish(hand, begun.split(" ")[1], set(), said, chance)


def _finish(hand: Hand, submission: str, unknown: Collection[str], said: Said, chance: Random) -> Act:
    """Answer what is asked, and hand in; the criteria `unknown` are not known yet."""
    for _ in range(MOST):
        if submit := hand.phone.find(f"evidence.submit {submission}"):
            yield hand.taps_exactly(submit)
            return
        answers = hand.phone.all(f"evidence.answer {submission}")
        if answers:
            yield hand.taps_exactly(_answer(answers, unknown))
        elif hand.phone.find(f"evidence.later {submission}"):
            yield hand.says(chance.choice(said["place"]))
        else:
            break
    raise Stuck("evidence.submit")


def _answer(answers: Sequence[str], unknown: Collection[str]) -> str:
    """Return the first answer; "none yet" where that is offered and true."""
    none = [each for each in answers if each.endswith(" 0")]
    about = answers[0].split(" ")[2].removeprefix("c.")
    return none[0] if none and about in unknown else answers[0]


def _proof(task: Task, said: Said, chance: Random) -> list[str]:
    """Return what is written as proof."""
    for each in task.criteria:
        if each.kind is Kind.WORDS:
            return essay(int(need(task, each) * LONGER), said["words"], chance)
    return [f"{chance.choice(said['note'])}, {chance.choice(said['organiser'])}, {chance.choice(said['place'])}."]


def essay(syllables: int, words: Sequence[str], chance: Random) -> list[str]:
    """Return a made-up essay of at least `syllables`, in as many messages as it takes."""
    paragraphs: list[str] = []
    left = syllables
    while left > 0:
        run = [chance.choice(words) for _ in range(PARAGRAPH)]
        left -= sum(word.count(" ") + 1 for word in run)
        paragraphs.append(" ".join(run) + ".")
    return ["\n".join(paragraphs[at : at + A_PART]) for at in range(0, len(paragraphs), A_PART)]
