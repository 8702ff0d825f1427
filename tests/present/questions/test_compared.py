"""Two reports held side by side: what is copied, what both quote, what differs, what each has alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present import ferry
from tests.present.questions.kept import NOW, archive, document

from rashomon.core import CopyKind, Document, Part, Passage, Role, SharedPassage, Span
from rashomon.present.questions import AskedError
from rashomon.present.questions.compared import Pair, claims_beside, comparison, pair_of
from rashomon.present.questions.joined import Fate, quotations_of
from rashomon.stores.facts import Version
from rashomon.stores.memory import MemoryStore

WIRE = (
    "The harbour of Tollan was closed on Friday after a crane fell across both of its piers, the port authority said.\n"
    "“Nobody was hurt, and nobody was near the crane when it fell,” said harbour master Ilse Brandt.\n"
    "Forty boats wait outside."
)
PAPER = (
    "The harbour of Tollan was shut on Friday after a crane fell across both of its piers, the port authority said.\n"
    "Ilse Brandt told reporters: “Nobody was hurt, and nobody was near the crane when it fell.”\n"
    "The mayor wants an inquiry."
)


def report(name, text):
    """A report of a paragraph a line."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(span=Span(at, at + len(line)), role=Role.PARAGRAPH))
        at += len(line) + 1
    return Document(id=name, text=text, passages=tuple(passages))


def version(own, *, line=None, number=1):
    return Version(
        id=f"v-{own.id}-{number}", line=line or own.id, number=number, document=own, seen_at=NOW, made_by="test.v1"
    )


def pair(left, right, **more):
    return Pair(left=version(report("left", left)), right=version(report("right", right)), **more)


def told(found, side):
    """The stretches of one side in words, by what they are."""
    document = found.left.document if side == "left" else found.right.document
    parts = [p for each in found.joined for p in (each.left_parts if side == "left" else each.right_parts)]
    return [(part.fate, document.words_at(part.span)) for part in parts]


def test_copied_prose_and_shared_quotations_are_told_apart():
    found = comparison(pair(WIRE, PAPER))
    left = told(found, "left")
    assert any(fate is Fate.COPIED and "a crane fell across both" in words for fate, words in left)
    assert any(fate is Fate.QUOTED and "Nobody was hurt" in words for fate, words in left)
    assert not any(fate is Fate.COPIED and "Nobody was hurt" in words for fate, words in left)


def test_a_word_that_differs_is_marked_on_both_sides():
    found = comparison(pair(WIRE, PAPER))
    assert (Fate.DIFFERS, "closed") in told(found, "left")
    assert (Fate.DIFFERS, "shut") in told(found, "right")


def test_capitals_and_the_shape_of_marks_make_no_difference():
    plain = WIRE.replace("“", '"').replace("”", '"').replace("The harbour", "THE HARBOUR")
    found = comparison(pair(WIRE, plain))
    assert found.joined
    assert Fate.DIFFERS not in {fate for fate, _ in told(found, "left")}


def test_what_each_has_alone_is_counted():
    found = comparison(pair(WIRE, PAPER))
    assert found.alone_left.passages == 1
    assert found.alone_right.passages == 1
    assert found.alone_left.words >= len("Forty boats wait outside.".split())
    assert 0 < found.alone_left.share < 1


def test_passages_are_numbered_in_the_order_of_the_left_one():
    found = comparison(pair(WIRE, "\n".join(reversed(PAPER.split("\n")))))
    assert [each.number for each in found.joined] == list(range(1, len(found.joined) + 1))
    assert sorted(each.left for each in found.joined) == [each.left for each in found.joined]


def test_reports_that_share_nothing_have_all_words_alone():
    found = comparison(pair(WIRE, "The choir of Sandrow sang in the town hall on Sunday evening."))
    assert not found.joined
    assert found.copy is None
    assert found.alone_left.share == 1
    assert found.alone_right.share == 1


def test_what_the_archive_knows_of_a_pair_is_what_is_shown():
    known = replace(ferry.STORY.copies[0], origin="left", copy="right", kind=CopyKind.EXCERPT)
    known = replace(known, passages=(SharedPassage(origin=Span(0, 20), copy=Span(0, 20)),))
    found = comparison(pair(WIRE, PAPER, copy=known))
    assert found.kept
    assert [(each.left, each.right) for each in found.joined] == [(Span(0, 20), Span(0, 20))]
    turned = comparison(pair(WIRE, PAPER, copy=replace(known, origin="right", copy="left")))
    assert len(turned.joined) == 1
    assert not comparison(pair(WIRE, PAPER)).kept


def test_around_a_shared_quotation_the_same_words_are_no_copy():
    known = replace(ferry.STORY.copies[0], origin="left", copy="right", kind=CopyKind.SHARED_QUOTATION)
    second = [Span(p.start, p.end) for p in (report("x", WIRE).passages[1].span, report("y", PAPER).passages[1].span)]
    known = replace(known, passages=(SharedPassage(origin=second[0], copy=second[1]),))
    found = comparison(pair(WIRE, PAPER, copy=known))
    fates = {fate for fate, _ in told(found, "left")}
    assert Fate.QUOTED in fates
    assert Fate.COPIED not in fates


def test_two_versions_of_one_are_joined_by_their_paragraphs():
    old, new = report("one", WIRE), report("one", WIRE.replace("Forty", "Fifty") + "\nIt opens on Monday.")
    found = comparison(Pair(left=version(old, line="l"), right=version(new, line="l", number=2)))
    assert found.versions
    assert len(found.joined) == len(old.passages)
    assert (Fate.DIFFERS, "Forty") in told(found, "left")
    assert (Fate.DIFFERS, "Fifty") in told(found, "right")
    assert found.alone_right.passages == 1
    assert found.alone_left.passages == 0


def test_headlines_outside_the_text_are_joined_in_versions():
    def headed(words):
        return replace(report("one", WIRE), headline=words, headline_span=Span(0, len(words), Part.HEADLINE))

    old, new = headed("Crane falls in Tollan"), headed("Crane falls on Tollan")
    found = comparison(Pair(left=version(old, line="l"), right=version(new, line="l", number=2)))
    assert found.joined[0].left.part is Part.HEADLINE
    assert (Fate.DIFFERS, "in") in told(found, "left")


def test_a_title_between_marks_is_no_quotation():
    own = report("x", "She read “The Weir” aloud. He said: “I have not slept for three nights.”")
    (only,) = quotations_of(own, None)
    assert "slept" in own.words_at(only)


def test_claims_of_both_come_first_and_those_told_otherwise_before_them():
    found = claims_beside(ferry.STORY, "courier", "sentinel")
    assert found[0].otherwise
    together = [bool(each.left and each.right) for each in found]
    assert together == sorted(together, reverse=True)
    assert {each.claim.id for each in found} == {"c1", "c2", "c3", "c4"}


def test_a_pair_of_an_archive_has_its_copy_its_story_and_its_claims():
    with archive(ferry.account()).view() as view:
        made = pair_of(view, "courier", "echo")
        other = pair_of(view, "courier", "overseas")
        with pytest.raises(AskedError, match="name two"):
            pair_of(view, "courier", "courier")
        with pytest.raises(AskedError, match="no document"):
            pair_of(view, "courier", "nowhere")
    assert made.copy == ferry.STORY.copies[0]
    assert made.story == "s1"
    assert made.claims
    assert other.copy is None


def test_an_earlier_version_is_compared_by_its_own_id():
    store = MemoryStore()
    with store.writer() as writer:
        first = writer.add(document("d", "Post", "Forty boats wait.", NOW), seen_at=NOW, made_by="t", line="x")
        later = document("d", "Post", "Fifty boats wait.", NOW)
        second = writer.add(later, seen_at=NOW + timedelta(hours=1), made_by="t", line="x")
    with store.view() as view:
        found = comparison(pair_of(view, first.version, second.version))
    assert found.versions
    assert (Fate.DIFFERS, "Forty") in told(found, "left")


words = st.text(alphabet='ab “”"’.\n1é', max_size=120)


@given(words, words)
def test_stretches_are_in_order_and_lie_in_their_passage(left, right):
    made = Pair(left=version(report("one", left), line="l"), right=version(report("one", right), line="l", number=2))
    found = comparison(made)
    for each in found.joined:
        for whole, parts in ((each.left, each.left_parts), (each.right, each.right_parts)):
            at = whole.start
            for part in parts:
                assert whole.covers(part.span)
                assert part.span.start >= at
                at = part.span.end
