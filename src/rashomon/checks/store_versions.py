"""A line has versions, one of them current; what decides is what was told and in what order, and never a clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from rashomon.checks.expecting import Maker, holds, keep, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Decision, DecisionKind, Document, Ending
from rashomon.stores.balance import imbalances
from rashomon.stores.base import Store, View
from rashomon.stores.facts import Derived, Outcome, Seen, Taken
from rashomon.stores.query import Sought, parse

LINE = "https://example.org/a"


def a_line_has_versions(maker: Maker) -> None:
    """Another text at the same address is another version, and current; one that is told to be a former one is not."""
    first = replace(made_up(1, documents=1).documents[0], address=None)
    texts = {day: replace(first, id=f"day {day}", text=f"{first.text} It was day {day}.") for day in (1, 2, 3)}
    with maker.new() as store:
        taken = []
        for day in (1, 3, 2):
            with store.writer() as writer:
                at = BEGAN + timedelta(days=day)
                added = writer.add(texts[day], seen_at=at, made_by=MADE_BY, line=LINE, former=day == 2)
                taken.append(added.taken)
        same(taken, [Taken.NEW, Taken.VERSION, Taken.VERSION], "what became of three texts of one address")
        with store.writer() as writer:
            late = BEGAN + timedelta(days=9)
            again = writer.add(texts[1], seen_at=late, made_by=MADE_BY, line=LINE, former=True)
            same(again.taken, Taken.AGAIN, "a former text told again as a former one")
            again = writer.add(texts[3], seen_at=late, made_by=MADE_BY, line=LINE)
            same(again.taken, Taken.AGAIN, "the current text")
            other = writer.add(texts[1], seen_at=BEGAN, made_by=MADE_BY, line="https://example.org/b")
            same(other.taken, Taken.ID_TAKEN, "another address with a document's id")
        with store.view() as view:
            versions = view.versions(LINE)
            same([v.document.id for v in versions], ["day 1", "day 3", "day 2"], "the versions of an address")
            same([v.current for v in versions], [False, True, False], "which of them is current")
            same([v.number for v in versions], [1, 2, 3], "their numbers")
            same(view.document("day 1"), texts[1], "a former version by its id")
            same(view.counts().documents, 1, "how many current documents there are")


def a_line_returns_to_an_earlier_text(maker: Maker) -> None:
    """A text that its address had before is current again when it is seen again; all versions stay, once each."""
    made = made_up(1)
    first = made.documents[0]
    line = first.address or ""
    other = replace(first, id="other", text=f"{first.text} Later it snowed.")
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
        with store.writer() as writer:
            same(writer.add(other, seen_at=BEGAN, made_by=MADE_BY, line=line).taken, Taken.VERSION, "another text")
        same(_found(store, "snowed"), ["other"], "what is found by a word of the later text")
        revision = _revision(store, made.story.id)
        with store.writer() as writer:
            writer.keep_account(made.account, revision=revision, made_by=MADE_BY, made_at=BEGAN)
            back = writer.add(first, seen_at=BEGAN, made_by=MADE_BY, line=line)
            same(back.taken, Taken.RETURNED, "a text that its address had before")
        with store.view() as view:
            same(back.version, view.version_of(first.id), "the version that is current again")
            versions = view.versions(line)
            same([v.document.id for v in versions], [first.id, "other"], "the versions of an address")
            same([v.current for v in versions], [True, False], "which of them is current")
            same(view.counts().documents, len(made.documents), "how many current documents there are")
            same(view.stale(Derived.ACCOUNTS, MADE_BY), (made.story.id,), "accounts over a text that came back")
            same(view.stale(Derived.READINGS, MADE_BY), (), "readings that are missing: it was read before")
            same(list(imbalances(view)), [], "what does not fit together")
        same(_found(store, "snowed"), [], "what is found by a word of a text that is not current")
        holds(first.id in _found(store, "boats"), "a text that came back is not found")
        with store.writer() as writer:
            sorted_anew = replace(other, passages=other.passages[:1])
            added = writer.add(sorted_anew, seen_at=BEGAN, made_by="clean.v2", line=line)
            same(added.taken, Taken.RETURNED, "a text that comes back cleaned by another version")
            same(writer.view.document("other"), sorted_anew, "it, cleaned anew")


def _found(store: Store, words: str) -> list[str]:
    with store.view() as view:
        return [found.document.id for found in view.documents(parse(words, Sought.DOCUMENTS)).results]


def _revision(store: Store, story: str) -> int:
    with store.view() as view:
        kept = view.story(story)
        return kept.revision if kept else 0


def a_clock_goes_back(maker: Maker) -> None:
    """Whatever times are told, later is what was told later: versions, the log, decisions, changes, holders."""
    made, next_made = made_up(2), made_up(3)
    first = made.documents[0]
    line = first.address or ""
    early = datetime(1970, 1, 1, tzinfo=BEGAN.tzinfo)
    texts = [replace(first, id=f"text {at}", text=f"{first.text} It was text {at}.") for at in range(3)]
    times = (BEGAN + timedelta(days=40_000), early, BEGAN)
    with maker.new() as store:
        with store.writer() as writer:
            same(writer.view.last_seen(), None, "when anything was seen in an empty archive")
            keep(writer, made)
        for at, (text, told) in enumerate(zip(texts, times, strict=True)):
            with store.writer() as writer:
                version = writer.add(text, seen_at=told, made_by=MADE_BY, line=line).version
                log = Seen(id=f"seen {at}", at=told, address=line, outcome=Outcome.TAKEN, version=version)
                writer.keep_seen(log)
                writer.keep_fingerprints(text.id, (7,))
                writer.decide(_note(f"note {at}", told, first))
                writer.end(Ending(decision=f"note {at}", by="B", at=told - timedelta(days=1), reason="why"))
        with store.view() as view:
            same([v.current for v in view.versions(line)], [False, False, False, True], "which version is current")
            same([v.seen_at for v in view.versions(line)][1:], list(times), "the times that were told")
            same([seen.at for _, seen in view.log()], list(times), "the log, in the order it was written")
            same(view.last_seen(), times[-1], "the time told last")
            same([d.id for d in view.decisions()], ["note 0", "note 1", "note 2"], "decisions, in their order")
            same(len(view.endings()), 3, "how many were ended")
            same(list(view.holders([7], most=2)), [(7, "text 0"), (7, "text 1")], "the first holders")
        with store.writer() as writer:
            keep(writer, next_made)
            revision = _revision_in(writer.view, made.story.id)
            writer.keep_account(made.account, revision=revision, made_by=MADE_BY, made_at=times[0])
        with store.writer() as writer:
            less = replace(made.account, claims=made.account.claims[:1])
            writer.keep_account(less, revision=revision, made_by=MADE_BY, made_at=early)
        with store.view() as view:
            kept = view.account(made.story.id)
            same((kept.account, kept.made_at) if kept else None, (less, early), "the account made last")
            same(view.stale(Derived.ACCOUNTS, MADE_BY), (), "accounts that are stale")
            same(list(imbalances(view)), [], "what does not fit together")


def _revision_in(view: View, story: str) -> int:
    kept = view.story(story)
    return kept.revision if kept else 0


def _note(name: str, at: datetime, document: Document) -> Decision:
    return Decision(id=name, kind=DecisionKind.NOTE, by="B", at=at, reason="why", documents=(document.id,))


def another_cleaning_is_no_version(maker: Maker) -> None:
    """The same words sorted by another cleaner stay the same version; what rested on them is stale."""
    made = made_up(5)
    first = made.documents[0]
    sorted_anew = replace(first, passages=first.passages[:1])
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            added = writer.add(sorted_anew, seen_at=BEGAN, made_by="clean.v2")
            same(added.taken, Taken.RECLEANED, "the same words cleaned by another version")
        with store.view() as view:
            same(view.document(first.id), sorted_anew, "the document, cleaned anew")
            same(len(view.versions(first.address or "")), 1, "how many versions its address has")
            same(view.stale(Derived.READINGS, MADE_BY), (added.version,), "readings of words sorted anew")
            same(view.stale(Derived.ACCOUNTS, MADE_BY), (made.story.id,), "accounts of words sorted anew")


CHECKS = (
    a_line_has_versions,
    a_line_returns_to_an_earlier_text,
    a_clock_goes_back,
    another_cleaning_is_no_version,
)
