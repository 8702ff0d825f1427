"""What was concluded is replaced whole, and told where it is missing or stale."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from rashomon.checks.expecting import Maker, keep, same
from rashomon.checks.made_up import BEGAN, MADE_BY, made_up
from rashomon.core import Story
from rashomon.stores.facts import Derived


def an_account_is_replaced_whole(maker: Maker) -> None:
    """A new account stands in the place of the old one, and nothing of the old one is found any more."""
    from rashomon.stores.query import Sought, parse

    made = made_up(3)
    less = replace(made.account, claims=made.account.claims[:2], utterances=(), figures=())
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
        with store.writer() as writer:
            writer.keep_account(less, revision=1, made_by="later.v2", made_at=BEGAN)
        with store.view() as view:
            kept = view.account(made.story.id)
            same(kept.account if kept else None, less, "an account that took the place of another")
            found = view.claims(parse("", Sought.CLAIMS)).results
            same({f.claim.id for f in found}, {c.id for c in less.claims}, "the claims that are found")
            same(view.quotations(parse("", Sought.QUOTATIONS)).results, (), "the quotations that are found")


def what_is_stale_is_told(maker: Maker) -> None:
    """Readings, stories and accounts that are missing, of another make, or of what has changed since."""
    made = made_up(4)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            versions = sorted(writer.view.version_of(document.id) or "" for document in made.documents)
        with store.view() as view:
            for derived in Derived:
                same(view.stale(derived, MADE_BY), (), f"what of the {derived} is stale")
            same(view.stale(Derived.READINGS, "read.v9"), tuple(versions), "readings of another make")
            same(view.stale(Derived.DOCUMENTS, "clean.v9"), tuple(versions), "documents of another make")
            same(view.stale(Derived.READINGS, "read.v9", limit=1), tuple(versions[:1]), "the first of them")
            same(view.stale(Derived.ACCOUNTS, "account.v9"), (made.story.id,), "accounts of another make")
            same(len(view.stale(Derived.STORIES, "group.v9")), 3, "documents in stories of another make")
        first = made.documents[0]
        with store.writer() as writer:
            new = replace(first, id="another text", text=first.text + " Later it rained.")
            writer.add(new, seen_at=BEGAN + timedelta(days=400), made_by=MADE_BY, line=first.address)
        with store.view() as view:
            same(
                view.stale(Derived.ACCOUNTS, MADE_BY),
                (made.story.id,),
                "accounts over a document that has a new version",
            )
            same(view.stale(Derived.STORIES, MADE_BY), ("another text",), "documents that are in no story")
            same(len(view.stale(Derived.READINGS, MADE_BY)), 1, "versions that were not read")


def stories_share_no_document(maker: Maker) -> None:
    """A document that goes over to another story leaves its own; a story without documents ends with its account."""
    first, second = made_up(6), made_up(7)
    together = Story(id=first.story.id, documents=(*first.story.documents, *second.story.documents))
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, first)
            keep(writer, second)
        with store.writer() as writer:
            moved = Story(id=first.story.id, documents=(*first.story.documents, second.documents[0].id))
            writer.settle([moved], made_by=MADE_BY)
        with store.view() as view:
            left = view.story(second.story.id)
            same(left.story.documents if left else None, second.story.documents[1:], "the story that a document left")
            same(
                view.stale(Derived.ACCOUNTS, MADE_BY), tuple(sorted((first.story.id, second.story.id))), "both accounts"
            )
        with store.writer() as writer:
            writer.settle([together], made_by=MADE_BY)
        with store.view() as view:
            same(view.story(second.story.id), None, "a story that has no document")
            same(view.account(second.story.id), None, "the account of a story that has no document")
            own = view.story_of(second.documents[-1].id)
            same(own.story if own else None, together, "the story of a document that went over")


CHECKS = (an_account_is_replaced_whole, what_is_stale_is_told, stories_share_no_document)
