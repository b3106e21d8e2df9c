"""To whom a text goes and by which post: checked whenever something is shown or decided, never by a button."""

from dataclasses import dataclass, replace

from handlers.arguments import number
from handlers.conversation import InboxMessage, Text, Turn, choice, say, text
from handlers.member.wording import short
from handlers.secretary.sessions_scopes import Places, places
from journey.announcement import Announcement
from journey.people import Post, Role
from journey.person import Person
from journey.segments import Segment, Who, post_for, read
from journey.sessions import Scope
from storage import people, programmes, sessions
from storage.sessions import Session


@dataclass(frozen=True, slots=True)
class Target:
    """A segment that the person who writes may write to: by which post, for which place, and how it is called."""

    segment: Segment
    post: Post
    place: str
    words: Text

    def announcement(self, message: InboxMessage, written: str) -> Announcement:
        """Return what is read when `message.person` writes it."""
        return Announcement(written, writer(message).full_name, self.post.role, self.place, self.segment.who)


def writer(message: InboxMessage) -> Person:
    """Return who writes; the dispatch lets nobody else through."""
    assert message.person is not None
    return message.person


async def target(message: InboxMessage, raw: str) -> Target | None:
    """Return the segment that `raw` names, None for anything that is not this person's to write to."""
    segment = read(raw)
    if segment is None:
        return None
    everywhere = await places()
    if segment.who is Who.ONE:
        return await _one(message, segment, everywhere)
    post = _post(message, segment.scope, everywhere)
    what = await _subject(message, segment, everywhere) if post is not None else None
    if post is None or what is None:
        return None
    where = everywhere.name(segment.scope) or text("broadcast.everywhere")
    words = text("broadcast.who-in", who=what, place=where)
    return Target(segment, post, everywhere.name(Scope(post.unit, post.group)), words)


def _post(message: InboxMessage, scope: Scope, everywhere: Places) -> Post | None:
    if not everywhere.may_hold(writer(message), scope):
        return None
    return post_for(writer(message), scope, everywhere.path(scope))


async def _one(message: InboxMessage, segment: Segment, everywhere: Places) -> Target | None:
    """Return one person of a group or unit that the writer writes to; never the writer."""
    id_ = number(segment.subject)
    person = (await people.load([id_], message.today)).get(id_) if id_ is not None else None
    if person is None or person.id == writer(message).id or not person.posts:
        return None
    scopes = [Scope(group=person.group)] if person.group is not None else []
    scopes += [Scope(unit=person.unit)] if person.unit is not None else []
    post = next((post for scope in scopes if (post := _post(message, scope, everywhere))), None)
    if post is None:
        return None
    return Target(
        segment, post, everywhere.name(Scope(post.unit, post.group)), text("broadcast.one-place", name=person.full_name)
    )


async def _subject(message: InboxMessage, segment: Segment, everywhere: Places) -> Text | None:
    """Return who they are in words; None for a task or a session that is not there for them."""
    match segment.who:
        case Who.BEHIND:
            season = await programmes.current_season()
            programme = await programmes.parsed(season.programme) if season is not None else None
            tasks = programme.tasks if programme is not None else ()
            task = next((each for each in tasks if each.code == segment.subject), None)
            return None if task is None else text("broadcast.who-behind", task=short(task, message.language))
        case Who.ROLE:
            return role_words(Role(segment.subject))
        case Who.DECLINED | Who.MISSED:
            session = await sessions.get(int(segment.subject))
            if session is None or not concerns(session, segment.scope, everywhere):
                return None
            return text(f"broadcast.who-{segment.who}", title=session.title)
        case _:
            return text(f"broadcast.who-{segment.who}")


def role_words(role: Role) -> Text:
    """Return the name of a role."""
    return text(f"broadcast.role-{role.replace('_', '-')}")


def concerns(session: Session, scope: Scope, everywhere: Places) -> bool:
    """Say whether a session is for people of `scope`: it, what it lies in, or what lies in it."""
    if session.group is not None and session.group == scope.group:
        return True
    theirs = everywhere.path(Scope(session.unit, session.group))
    if not theirs or scope == Scope():
        return True
    return (scope.unit in theirs) or (session.group is None and session.unit in everywhere.path(scope))


def lost() -> Turn:
    """Answer a choice that is old, or was never this person's."""
    back = choice("menu.open", label="broadcast.do-menu")
    return Turn(says=(replace(say("broadcast.not-yours"), choices=((back,),)),), step=None)
