"""What is kept comes back as it was, once, whole, and in its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from rashomon.checks.expecting import Maker, NotConforming, holds, keep, raises, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Change, Document, Given, Passage, Problem, Reading, Role, Signal, Span, Story, StoryAccount
from rashomon.stores.base import Store, Writer
from rashomon.stores.errors import ArchiveClosed, Refused
from rashomon.stores.facts import KeptAccount, KeptReading, Outcome, Seen

EXAMPLES = 25
STRANGE = (
    "",
    "\x00",
    "a\x00b",
    "\ud83d\ude00",
    "\ud800",
    "\\",
    "\\u0000",
    "\\\\",
    "é",
    "e\u0301",
    "𝒳",
    "\u202eabc",
    "'\"%_*",
)
"""Texts that some database or encoding is known to change."""


def any_text_comes_back(maker: Maker) -> None:
    """Whatever a text holds (lone surrogates, NUL, marks of every sort), all facts come back the same."""
    from hypothesis import HealthCheck, example, given, settings
    from hypothesis import strategies as st

    text = st.text(max_size=60) | st.text(st.characters(categories=("Cs", "Cc", "Mn", "Zs")), max_size=8)
    number = iter(range(1_000_000))
    with maker.new() as store:

        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(text, st.none() | text)
        def comes_back(words: str, told: str | None) -> None:
            _comes_back(store, words, told, f"{next(number)}")

        for strange in STRANGE:
            comes_back = example(strange, strange)(comes_back)
        comes_back()


def _comes_back(store: Store, words: str, told: str | None, own: str) -> None:
    at = datetime(2031, 5, 2, 10, 30, 15, 250, tzinfo=UTC)
    document = Document(
        id=f"{own} {words}",
        text=words,
        headline=told,
        outlet=told,
        bylines=(words,),
        published_at=at,
        language=told,
        passages=(Passage(span=Span(0, len(words)), role=Role.PARAGRAPH),) if words else (),
        problems=(Problem(stage="clean", code="odd", message=words, document=told),),
    )
    reading = Reading(document=document.id, sentences=(Span(0, len(words)),), models=(words,))
    seen = Seen(id=f"{own} {words}", at=at, address=words, via=told, given=Given(headline=told), outcome=Outcome.TAKEN)
    story = Story(id=f"story {own} {words}", documents=(document.id,), storyline=told)
    account = StoryAccount(id=story.id, title=words, documents=(document.id,))
    with store.writer() as writer:
        original = writer.keep_original(words.encode("utf-8", "surrogatepass"))
        added = writer.add(document, seen_at=at, made_by=words, line=f"{own}/{words}", original=original)
        version = added.version
        if version is None:
            raise NotConforming(f"a new document was not taken: {added.taken}")
        writer.keep_reading(version, reading, made_by=words)
        writer.keep_seen(seen)
        writer.settle([story], made_by=words)
        writer.keep_account(account, revision=1, made_by=words, made_at=at)
        writer.keep_stream(words, {words: words.encode("utf-8", "surrogatepass")})
    with store.view() as view:
        kept = view.version(version)
        same(view.document(document.id), document, "a document")
        same((kept.line, kept.made_by, kept.seen_at) if kept else None, (f"{own}/{words}", words, at), "its version")
        same(view.reading(version), KeptReading(version=version, reading=reading, made_by=words), "a reading")
        same(view.original(original), words.encode("utf-8", "surrogatepass"), "the bytes of an original")
        same(view.seen(seen.id), seen, "a line of the log")
        found = view.story_of(document.id)
        same(found.story if found else None, story, "a story")
        same(view.account(story.id), KeptAccount(account=account, revision=1, made_by=words, made_at=at), "an account")
        same(list(view.stream(words)), [(words, words.encode("utf-8", "surrogatepass"))], "a stream")


def a_whole_story_comes_back(maker: Maker) -> None:
    """Everything of a story is there after its block, and equal to what was written."""
    with maker.new() as store:
        for number in range(3):
            with store.writer() as writer:
                keep(writer, made_up(number))
        with store.view() as view:
            for number in range(3):
                made = made_up(number)
                for document, reading, placement in zip(made.documents, made.readings, made.placements, strict=True):
                    same(view.document(document.id), document, "a document")
                    kept = view.reading(view.version_of(document.id) or "")
                    same(kept.reading if kept else None, reading, "a reading")
                    same(view.placement(document.id), placement, "a placement")
                account = view.account(made.story.id)
                same(account.account if account else None, made.account, "an account")
                same(tuple(c.copy for c in view.copies(made.copies[0].copy)), made.copies, "the copies of a document")
            names = [kept.story.id for kept in view.stories(limit=2)]
            names += [kept.story.id for kept in view.stories(after=names[-1])]
            same(names, sorted(made_up(number).story.id for number in range(3)), "the stories, from one to the next")


def what_stands_stays(maker: Maker) -> None:
    """Writing the same again changes nothing; of what was told first, the first stays."""
    made = made_up(1)
    change = Change(
        kind="joined", story="a", other="b", documents=("x",), at=1.5, signals=(Signal(name="n", value=1, adds=2),)
    )
    seen = Seen(id="one", at=BEGAN, address="https://example.org/1", outcome=Outcome.TAKEN)
    with maker.new() as store:
        before: list[Any] = []
        for _ in range(2):
            with store.writer() as writer:
                keep(writer, made)
                writer.keep_seen(seen)
                writer.keep_change(change, made_by=MADE_BY)
                writer.place(replace(made.placements[0], story="another", score=None), made_by="later.v2")
            with store.view() as view:
                before.append((view.counts(), view.story(made.story.id), view.log(), view.changes("b")))
                same(view.placement(made.documents[0].id), made.placements[0], "what a document was told first")
        same(before[1], before[0], "an archive after the same was written twice")
        same(before[0][3], (change,), "a change, told once")


def a_block_is_whole_or_nothing(maker: Maker) -> None:
    """What an exception leaves is not written; a view sees the moment before it, whatever is written meanwhile."""
    made = made_up(2)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made_up(1))

        def broken() -> None:
            with store.writer() as writer:
                keep(writer, made)
                raise InterruptedError

        raises(InterruptedError, broken, "an exception of the block")
        with store.view() as early:
            before = early.counts()
            same(early.story(made.story.id), None, "a story of a block that failed")
            with store.writer() as writer:
                keep(writer, made)
            same(early.counts(), before, "a view that was opened before")
            same(early.story(made.story.id), None, "a story written after a view was opened")
        with store.view() as late:
            holds(late.story(made.story.id) is not None, "a story is not there for a view opened after its block")


def readers_cannot_write(maker: Maker) -> None:
    """A view has no way to write, and neither view nor writer outlives its block or its store."""
    ways = {way for way in vars(Writer) if not way.startswith("_")} - {"view"}
    store = maker.make()
    with store.view() as view:
        same([way for way in sorted(ways) if hasattr(view, way)], [], "the ways in which a view can write")
    raises(ArchiveClosed, view.counts, "a view after its block")
    with store.writer() as writer:
        pass
    raises(ArchiveClosed, lambda: writer.keep_original(b"late"), "a writer after its block")
    store.close()
    raises(ArchiveClosed, lambda: store.view().__enter__(), "a view of a closed store")
    raises(ArchiveClosed, lambda: store.writer().__enter__(), "a writer of a closed store")


def what_does_not_fit_is_refused(maker: Maker) -> None:
    """A fact that goes against what is stored is refused with a reason, and nothing of its block is written."""
    made = made_up(8)
    document, account = made.documents[0], made.account
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)

        def writing(act: Callable[[Any], object]) -> Callable[[], None]:
            def block() -> None:
                with store.writer() as writer:
                    act(writer)

            return block

        late = datetime(2031, 1, 1)  # noqa: DTZ001  # the fault
        elsewhere = replace(account, documents=("nowhere",))
        for what, act in (
            ("a time without a zone", lambda w: w.add(document, seen_at=late, made_by=MADE_BY)),
            ("a reading of no version", lambda w: w.keep_reading("none", made.readings[0], made_by=MADE_BY)),
            ("a story of unknown documents", lambda w: w.settle([Story(id="s", documents=("no",))], made_by=MADE_BY)),
            ("an account of no story", lambda w: w.keep_account(
                replace(account, id="none"), revision=1, made_by=MADE_BY, made_at=BEGAN)),
            ("an account of a revision to come", lambda w: w.keep_account(
                account, revision=99, made_by=MADE_BY, made_at=BEGAN)),
            ("an account of other documents", lambda w: w.keep_account(
                elsewhere, revision=0, made_by=MADE_BY, made_at=BEGAN)),
            ("an id of more than a thousand bytes", lambda w: w.add(
                replace(document, id="x" * 1001), seen_at=BEGAN, made_by=MADE_BY, line="elsewhere")),
        ):  # fmt: skip
            raises(Refused, writing(act), what)
        with store.view() as view:
            kept = view.account(made.story.id)
            same(kept.account if kept else None, account, "the account after all that was refused")


CHECKS = (
    any_text_comes_back,
    a_whole_story_comes_back,
    what_stands_stays,
    a_block_is_whole_or_nothing,
    readers_cannot_write,
    what_does_not_fit_is_refused,
)
