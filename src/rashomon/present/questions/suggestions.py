"""Names and titles of which a word begins as somebody has begun to write: parties, outlets, stories.

Everything is found by the words of what is told, the newest first, so that a name in today's news stands before one
of last year. The work is bounded, whatever the archive holds: each kind takes at most `TURNS` questions of `LOOKED_AT`
results, and each question leaves out the names that the ones before found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from rashomon.outlets import by_name, every
from rashomon.present.questions.shelf import Shelf
from rashomon.stores.base import View
from rashomon.stores.query import Clause, Phrase, Query, Sought
from rashomon.stores.words import HEAD_CHARS, folded, marked

MOST = 5
"""So many of each kind are suggested."""
LOOKED_AT = 20
"""So many claims, quotations or reports are looked at for one question."""
TURNS = 2
"""So many questions are put for one kind."""
LEAST_CHARS = 2
"""Nothing is suggested for fewer letters: too much begins so."""
WORDS = 6
"""So many words are looked at; more make no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A story by its title."""

    story: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What was found, of each kind the newest first; outlets that the table names but no report is of come last."""

    parties: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    stories: tuple[Title, ...] = ()


def suggestions(view: View, begun: str) -> Suggestions:
    """What somebody may mean who has written this much.

    Args:
        view: the archive.
        begun: words, of which the last may be the beginning of one; they stand beside each other in what is found.
    """
    words = folded(begun)[:WORDS]
    if sum(map(len, words)) < LEAST_CHARS:
        return Suggestions()
    return Suggestions(parties=_parties(view, words), outlets=_outlets(view, words), stories=_stories(view, words))


def begins(name: str, words: list[str]) -> bool:
    """Whether the words stand in a name beside each other, the last of them perhaps only begun."""
    own, many = folded(name), len(words)
    return any(
        own[at : at + many - 1] == words[:-1] and own[at + many - 1].startswith(words[-1])
        for at in range(len(own) - many + 1)
    )


def within_name(part: str, name: str | None) -> bool:
    """Whether the words of one name stand in another beside each other."""
    words, own = folded(part), [] if name is None else folded(name)
    return any(own[at : at + len(words)] == words for at in range(len(own) - len(words) + 1)) if words else False


def _parties(view: View, words: list[str]) -> tuple[str, ...]:
    def acting(query: Query) -> list[str | None]:
        return [name for found in view.claims(query, limit=LOOKED_AT).results for name in (found.actor, found.target)]

    def speaking(query: Query) -> list[str | None]:
        return [found.speaker for found in view.quotations(query, limit=LOOKED_AT).results]

    # "the company": what begins in lower case is what somebody is called, and no name
    found = [name for name in _names(acting, Sought.CLAIMS, "party", words) if not name[:1].islower()]
    if len(found) < MOST:
        spoken = _names(speaking, Sought.QUOTATIONS, "speaker", words)
        found = list(dict.fromkeys((*found, *(name for name in spoken if not name[:1].islower()))))
    return tuple(_first(words, found))[:MOST]


def _outlets(view: View, words: list[str]) -> tuple[str, ...]:
    def telling(query: Query) -> list[str | None]:
        return [found.document.outlet for found in view.documents(query, limit=LOOKED_AT).results]

    own = [_called(name) for name in _names(telling, Sought.DOCUMENTS, "outlet", words)]
    known = (outlet.name for outlet in every() if begins(outlet.name, words)) if len(own) < MOST else ()
    return tuple(dict.fromkeys((*_first(words, own), *known)))[:MOST]


def _first(words: list[str], names: Iterable[str]) -> list[str]:
    """Those that begin with the words before those that have them further back, else in the same order."""
    return sorted(names, key=lambda name: not begins(" ".join(folded(name)[: len(words)]), words))


def _called(outlet: str) -> str:
    known = by_name(outlet)
    return outlet if known is None else known.name


def _names(ask: Callable[[Query], Iterable[str | None]], sought: Sought, field: str, words: list[str]) -> list[str]:
    """Different names, the newest first: each turn asks for what none of those found so far is in."""
    query = Query(sought=sought, clauses=(Clause((Phrase(tuple(marked(field, " ".join(words))), prefix=True),)),))
    found: dict[str, None] = {}
    for _ in range(TURNS):
        new = [name for name in ask(query) if name is not None and name not in found and begins(name, words)]
        found |= dict.fromkeys(new)
        if not new or len(found) >= MOST:
            break
        barred = tuple(Phrase(tuple(marked(field, name))) for name in dict.fromkeys(new))
        query = replace(query, clauses=(*query.clauses, Clause(barred, excluded=True)))
    return list(found)


def _stories(view: View, words: list[str]) -> tuple[Title, ...]:
    """Stories with these words in their title, by the newest reports that have them anywhere."""
    short = len(words) == 1 and len(words[0]) <= HEAD_CHARS
    query = Query(sought=Sought.DOCUMENTS, clauses=(Clause((Phrase(tuple(words), prefix=True),)),))
    found = [one.document for one in view.documents(query, limit=LOOKED_AT * (1 if short else TURNS)).results]
    shelf, titles = Shelf(view), dict[str, str]()
    of = view.stories_of([document.id for document in found])
    for document in found:
        if document.id not in of or (story := of[document.id].story.id) in titles:
            continue
        title = shelf.title(story) or document.headline or ""
        if begins(title, words):
            titles[story] = title
        if len(titles) == MOST:
            break
    return tuple(Title(story=story, title=title) for story, title in titles.items())
