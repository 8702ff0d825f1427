"""The stories among documents that are all there: all of them at once, or one after another as they come to rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rashomon.core import Copy, Document, RashomonError, Story
from rashomon.core.engine import Engine
from rashomon.group.background import Table
from rashomon.group.counted import told_each
from rashomon.group.languages.choice import stream_for
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.met import Met
from rashomon.group.numbers import number_of
from rashomon.group.settings import StorySettings
from rashomon.group.shelf import ordered
from rashomon.group.stories import Stories

RESTING = 10_000
"""So many stories at rest are handed over together."""


def each_story(
    documents: Iterable[Document],
    copies: Iterable[Copy] = (),
    *,
    settings: StorySettings | None = None,
    table: Table | None = None,
    engine: Engine | None = None,
) -> Iterator[Story]:
    """The same stories one after another, as they come to rest, and at the end those that still live.

    For more documents than memory holds (on a `Shelf`): in memory are the stories that live (`live_stories`), some
    20 KB for each of their latest documents (`members_compared`) and 1 KB for each other one, whose decision and copies
    are known for as long as its story lives; the terms of `Background`; and up to 19 bytes for each document that came
    with copies to come. Across languages none are looked for.

    Args:
        documents: cleaned.
        copies: by the later document, as `each_copy` has them; they are asked for as they are needed. Those of a
            document whose story was handed over say nothing any more, and are forgotten at once.
        settings: how stories are told apart.
        table: how common words are before the first document.
        engine: where it is found out what documents tell by themselves; the answer is the same.

    Raises:
        RashomonError: the copies are not in that order.
    """
    stream = Stories(settings, table=table)
    waiting = iter(copies)
    copy = next(waiting, None)
    came = Met()
    for document, tells in told_each(ordered(documents), stream.settings, engine):
        while copy is not None and document.id in (copy.copy, copy.origin):
            other = copy.origin if copy.copy == document.id else copy.copy
            if stream.where(other) is not None:
                stream.know((copy,))
            elif came.times(_number(other)) == [0]:
                break  # this is the earlier one: the copy waits for the later
            copy = next(waiting, None)
        stream.take(document, tells)
        if copy is not None:
            came.meet(_number(document.id))
        if stream.resting > RESTING:
            yield from stream.hand_over()
    if copy is not None:
        raise RashomonError(
            f"the copy {copy.copy} of {copy.origin} came out of turn: give copies by the later of their documents"
        )
    stream.settle()
    yield from stream.stories()


def _number(document: str) -> tuple[int]:
    """The number under which it is noted that a document came."""
    return (number_of(document),)


def find_stories(
    documents: Sequence[Document],
    copies: Sequence[Copy] = (),
    *,
    settings: StorySettings | None = None,
    table: Table | None = None,
    languages: LanguageSettings | None = None,
    engine: Engine | None = None,
) -> tuple[Story, ...]:
    """The stories among documents, in the order they opened; the order of the input changes nothing.

    Across languages stories are looked for where the optional packages for that are installed. What documents tell by
    themselves is found out on the `engine`; the answer is the same.
    """
    stream = stream_for(documents, settings, copies=copies, table=table, languages=languages)
    stream.feed(documents, engine=engine)
    stream.settle()
    return stream.stories()
