"""Which tellings a claim's reports are."""

from __future__ import annotations

import pytest

from rashomon.account.claims import told_for_themselves
from rashomon.core import Document, Event, Passage, Predicate, Role, Span, Status
from rashomon.core.alignment import Telling

TEXT = "The ferry sank off Norholm. Two men were asleep when the ferry sank. A pilot drowned."
DOCUMENT = Document(id="post", text=TEXT, passages=(Passage(span=Span(0, len(TEXT)), role=Role.PARAGRAPH),))


def telling(words: str, status: Status = Status.DONE) -> Telling:
    start = TEXT.index(words)
    place = Span(start, start + len(words))
    event = Event(
        id=words, span=place, sentence=place, predicate=Predicate(span=place, lemma="sink"), status=status, voice=None
    )
    return Telling(document="post", event=event, voice=None)


FULL, DATING = telling("The ferry sank off Norholm"), telling("when the ferry sank")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([FULL, DATING], [FULL]),
        ([DATING], [DATING]),
        ([telling("The ferry sank off Norholm", Status.DENIED), DATING], None),
    ],
)
def test_a_clause_that_only_dates_something_else_is_no_second_report(
    told: list[Telling], kept: list[Telling] | None
) -> None:
    assert told_for_themselves(told, {"post": DOCUMENT}) == (told if kept is None else kept)
