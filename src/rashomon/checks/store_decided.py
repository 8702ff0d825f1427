"""What people decided stays on record; what they removed is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from rashomon.checks.expecting import Maker, holds, keep, raises, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Citation, Decision, DecisionKind, Ending, Given, Problem
from rashomon.stores.encoding import line_of, octets_id
from rashomon.stores.errors import Refused
from rashomon.stores.facts import Derived, Outcome, Seen, Taken
from rashomon.stores.query import Sought, parse


def decisions_are_only_added_to(maker: Maker) -> None:
    """A decision is never changed or erased, an ending is written beside it, and both outlive a re-run."""
    made = made_up(1)
    first = Decision(
        id="one",
        kind=DecisionKind.SPEAKER,
        by="Ana Norlo",
        at=BEGAN,
        reason="she was there",
        places=(Citation(document=made.documents[0].id, span=made.documents[0].passages[1].span),),
        names=("Ola Wikbor",),
    )
    second = Decision(id="two", kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="to be read", documents=("elsewhere",))
    ending = Ending(decision="one", by="Bo Tormar", at=BEGAN + timedelta(days=1), reason="she was not")
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            writer.decide(first)
            writer.decide(second)
            writer.decide(first)
        with store.view() as view:
            same(view.decisions(), (first, second), "what was decided")
            same(view.decisions(made.documents[0].id), (first,), "what was decided about a document")
            same(
                view.stale(Derived.ACCOUNTS, MADE_BY), (made.story.id,), "accounts of documents that were decided about"
            )

        def changed() -> None:
            with store.writer() as writer:
                writer.decide(replace(first, reason="another reason"))

        def unsigned() -> None:
            with store.writer() as writer:
                writer.decide(replace(first, id="three", by=" "))

        def of_nothing() -> None:
            with store.writer() as writer:
                writer.end(replace(ending, decision="none"))

        raises(Refused, changed, "a decision written again with another reason")
        raises(Refused, unsigned, "a decision that nobody signed")
        raises(Refused, of_nothing, "the ending of no decision")
        with store.writer() as writer:
            writer.end(ending)
            writer.end(replace(ending, reason="a later one"))
        with store.writer() as writer:
            keep(writer, made, made_by="all.v2")
        with store.view() as view:
            same(view.decisions(), (first, second), "what was decided, after one was ended and everything made anew")
            same(dict(view.endings()), {"one": ending}, "what was ended")


def what_is_forgotten_is_gone(maker: Maker) -> None:
    """A document that is removed takes all that rests on it along, is not taken again, and leaves a record."""
    made, other = made_up(2), made_up(3)
    gone = made.documents[1]
    line = gone.address or ""
    decision = Decision(id="d", kind=DecisionKind.NOTE, by="B", at=BEGAN, reason="why", documents=(gone.id,))
    where = tuple(Citation(document=each.id, span=each.passages[1].span) for each in made.documents[:2])
    quoting = replace(decision, id="q", documents=(), places=where, names=("Ola Wikbor",), words=("that", "this"))
    problem = Problem(stage="clean", code="odd", message="words of it", document=gone.id)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            keep(writer, other)
            writer.decide(decision)
            writer.decide(quoting)
            new = replace(gone, id="a later text", text=gone.text + " Later it rained.")
            version = writer.add(new, seen_at=BEGAN + timedelta(days=400), made_by=MADE_BY, line=line).version
            told = Given(headline="words of it")
            writer.keep_seen(
                Seen(
                    id="l", at=BEGAN, address=line, outcome=Outcome.TAKEN, given=told, problem=problem, version=version
                )
            )
        with store.writer() as writer:
            forgetting = writer.forget([line], by="Bo Tormar", at=BEGAN, reason="a court said so")
        same(forgetting.documents, tuple(sorted(("a later text", gone.id))), "the documents that were removed")
        with store.view() as view:
            same(view.forgettings(), (forgetting,), "the record")
            same((view.document(gone.id), view.document("a later text")), (None, None), "the documents")
            same(view.versions(line), (), "the versions of its address")
            same(view.placement(gone.id), None, "its placement")
            same(view.copies(gone.id), (), "its copies")
            same(view.account(made.story.id), None, "the account of its story")
            same(view.original(octets_id(gone.text.encode())), None, "the bytes of its page")
            story = view.story(made.story.id)
            rest = (made.documents[0].id, made.documents[2].id)
            same(story.story.documents if story else None, rest, "the documents of its story")
            for sought in Sought:
                find = getattr(view, sought.value)
                same(find(parse(f"document:{gone.id}", sought)).results, (), f"{sought} of it that are found")
            logged = view.seen("l")
            blank = logged is not None and not logged.address and logged.problem is None and logged.given == Given()
            holds(blank, "the log still tells of a document that was removed")
            left = (decision, replace(quoting, words=("that", "")))
            same(view.decisions(), left, "what was decided about it, without its words")
            holds(view.is_forgotten(line=line, document="x"), "a line that was removed is not known to be")
            holds(view.account(other.story.id) is not None, "another story has lost its account")
        with store.writer() as writer:
            again = writer.add(gone, seen_at=BEGAN + timedelta(days=500), made_by=MADE_BY)
            same(again.taken, Taken.FORGOTTEN, "a removed document that comes again")


def an_outlet_is_forgotten_whole(maker: Maker) -> None:
    """All documents of an outlet are removed together; a story of theirs alone ends."""
    alone, mixed = made_up(4, documents=1), made_up(5)
    outlet = alone.documents[0].outlet or ""
    same_outlet = replace(mixed.documents[0], outlet=outlet)
    mixed = replace(mixed, documents=(same_outlet, *(replace(d, outlet="Elsewhere") for d in mixed.documents[1:])))
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, alone)
            keep(writer, mixed)
        with store.writer() as writer:
            lines = writer.view.lines_by(outlet)
            made = writer.forget(lines, by="B", at=BEGAN, reason="they asked", outlet=outlet)
        same(set(made.documents), {alone.documents[0].id, same_outlet.id}, "the documents of an outlet")
        with store.view() as view:
            same(view.story(alone.story.id), None, "a story of this outlet alone")
            kept = view.story(mixed.story.id)
            same(kept.story.documents if kept else None, mixed.story.documents[1:], "what is left of a mixed story")
            same(view.counts().versions, 2, "how many versions are left")

        def removal(*lines: str) -> Callable[[], None]:
            def removed() -> None:
                with store.writer() as writer:
                    writer.forget(lines, by="B", at=BEGAN, reason="why")

            return removed

        raises(Refused, removal(), "a removal that names nothing")
        raises(Refused, removal(line_of(mixed.documents[1]), "nowhere"), "a removal of what is not there")
        with store.view() as view:
            same(view.counts().versions, 2, "how many versions are left after what was refused")


def the_lines_of_an_outlet_are_of_its_whole_name(maker: Maker) -> None:
    """A line is an outlet's by any of its versions, and by the whole of its name; no other is removed with it."""
    one, two, three = (each.documents[0] for each in map(made_up, (6, 7, 8)))
    outlet = "Wide Bay Courier " * 20
    texts = {
        "first": [replace(one, outlet=outlet + "North"), replace(one, id="later", text=one.text + "!", outlet="Mail")],
        "second": [replace(two, outlet=outlet + "South")],
        "third": [replace(three, outlet="Mail")],
    }
    with maker.new() as store:
        with store.writer() as writer:
            for line, versions in texts.items():
                for number, document in enumerate(versions):
                    writer.add(document, seen_at=BEGAN + timedelta(hours=number), made_by=MADE_BY, line=line)
        with store.view() as view:
            same(view.lines_by(outlet + "North"), ("first",), "the lines by one outlet")
            same(view.lines_by(outlet + "South"), ("second",), "those by another whose name begins so")
            same(view.lines_by("Mail"), ("first", "third"), "those by an outlet that has a later text of one")
            same((view.lines_by(outlet), view.lines_by("mail")), ((), ()), "those by outlets that there are not")
        with store.writer() as writer:
            lines = writer.view.lines_by(outlet + "North")
            made = writer.forget(lines, by="B", at=BEGAN, reason="they asked", outlet=outlet + "North")
        same(made.documents, tuple(sorted((one.id, "later"))), "the documents of the one line")
        with store.view() as view:
            left = (view.document(two.id), view.document(three.id))
            same(left, (texts["second"][0], texts["third"][0]), "what is left of the others")


CHECKS = (
    decisions_are_only_added_to,
    what_is_forgotten_is_gone,
    an_outlet_is_forgotten_whole,
    the_lines_of_an_outlet_are_of_its_whole_name,
)
