"""What a decision comes to now: whether it shapes anything, told from the accounts of the stories that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.archive.decided_findings import LOST, OVERRULED, WITHOUT_EFFECT, told
from rashomon.archive.laying import Grouping, current_of, naming
from rashomon.core import Decision, DecisionKind, StoryAccount
from rashomon.stores import View

IN_EFFECT, READ_BESIDE, ENDED, NOT_LAID = "in-effect", "note", "ended", "not-laid"
"""It shapes an account; it is a note in one; it was ended; no account was made with it yet."""
MOST_STORIES = 50
"""Of names everywhere, so many stories that tell them are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionState:
    """What a decision comes to now.

    `code` is in-effect, note, ended, not-laid, decision-overruled, decision-without-effect or decision-lost; `words`
    say it; `stories` are the ids of those that it is about.
    """

    code: str
    words: str
    stories: tuple[str, ...] = ()


Accounts = Callable[[str], StoryAccount | None]
"""The account of a story by its id, None where it has none."""


def state_of(view: View, decision: Decision, *, ended: bool = False, accounts: Accounts | None = None) -> DecisionState:
    """What a decision comes to now.

    Args:
        view: of the archive.
        decision: one of its decisions.
        ended: whether it was ended.
        accounts: those of the same view; read from it where none are at hand.
    """
    accounts = accounts or (lambda story: account_kept(view, story))
    named = _stories(view, decision)
    stories = tuple(sorted(named))
    if ended:
        return DecisionState(code=ENDED, words="was ended", stories=stories)
    untold = told_nowhere(view, decision, accounts)
    if untold:
        names, where = " or ".join(untold), "there" if decision.documents else "in this archive"
        words = f"has no effect now: {names} is told nowhere; no claim and no quotation {where} has the name"
        return DecisionState(code=WITHOUT_EFFECT, words=words, stories=stories)
    own = [account for each in stories if (account := accounts(each)) is not None]
    if decision.kind is DecisionKind.NOTE:
        shown = any(note.id == decision.id for account in own for note in account.notes)
        if not shown and not stories:
            return DecisionState(code=LOST, words="names what is not here any more")
        return DecisionState(code=READ_BESIDE, words="is read beside what it is about", stories=stories)
    effects = dict.fromkeys(_effects(own, decision))
    if effects:
        return DecisionState(code=IN_EFFECT, words=f"in effect: {'; '.join(effects)}", stories=stories)
    for code, message in _problems(own, decision):
        return DecisionState(code=code, words=message, stories=stories)
    if not stories and decision.concerned():
        return DecisionState(code=LOST, words="has no effect now: what it names is not here any more")
    if decision.kind is DecisionKind.ONE_PARTY:
        words = "has no effect now: no story tells these names as different parties"
        return DecisionState(code=WITHOUT_EFFECT, words=words, stories=stories)
    return DecisionState(code=NOT_LAID, words="no account was made with it yet", stories=stories)


def told_nowhere(view: View, decision: Decision, accounts: Accounts | None = None) -> tuple[str, ...]:
    """The names of a decision on parties that no account tells where it holds."""
    if decision.kind is not DecisionKind.ONE_PARTY:
        return ()
    known = accounts or (lambda story: account_kept(view, story))
    return tuple(name for name in decision.names if not _told(view, name, decision, known))


def account_kept(view: View, story: str) -> StoryAccount | None:
    """The account of a story as the archive keeps it; None where it has none."""
    kept = view.account(story)
    return None if kept is None else kept.account


def _told(view: View, name: str, decision: Decision, accounts: Accounts) -> bool:
    if not decision.documents:
        return next(naming(view, [name]), None) is not None
    wanted = name.casefold()
    for story in _stories(view, decision):
        account = accounts(story)
        parties = account.parties if account is not None else ()
        if any(wanted in _as_told(known) for party in parties for known in (party.name, *party.aliases)):
            return True
    return any(story in _stories(view, decision) for story in naming(view, [name]))


def _as_told(name: str) -> str:
    return " ".join(name.split()).casefold()


def _stories(view: View, decision: Decision) -> set[str]:
    """The stories that a decision is about, also those in which grouping has what it took out of them."""
    if not decision.concerned():
        found: set[str] = set()
        for story in naming(view, decision.names):
            found.add(story)
            if len(found) == MOST_STORIES:
                break
        return found
    now = {current_of(view, each) for each in decision.concerned()}
    if decision.kind in (DecisionKind.SPLIT, DecisionKind.MOVE):
        grouping = Grouping(view)
        now |= {each for name in sorted(now) if (own := grouping.own(name)) is not None for each in own.documents}
    return {kept.story.id for kept in view.stories_of(sorted(now)).values()}


def _effects(accounts: Iterable[StoryAccount], decision: Decision) -> Iterator[str]:
    for account in accounts:
        for applied in account.decisions:
            if applied.id == decision.id and applied.effect is not None:
                yield applied.effect


def _problems(accounts: Iterable[StoryAccount], decision: Decision) -> Iterator[tuple[str, str]]:
    """What accounts say of why a decision changes nothing, without the decision's name."""
    begin = f"the decision {told(decision)} "
    for account in accounts:
        for problem in account.problems:
            if problem.code in (OVERRULED, WITHOUT_EFFECT, LOST) and problem.message.startswith(begin):
                yield problem.code, problem.message.removeprefix(begin)
