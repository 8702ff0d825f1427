"""Invented stories put into archives: the bridge of Harrow Sound, an expulsion, and any number of made-up ones."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.present import ferry

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import made_up
from rashomon.core import (
    Account,
    Claim,
    Copy,
    CopyKind,
    Direction,
    Document,
    Form,
    Kind,
    Origin,
    Party,
    Passage,
    Provenance,
    Report,
    Role,
    Span,
    Standing,
    Status,
    Story,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.stores.memory import MemoryStore

NOW = datetime(2031, 5, 15, 12, 30, tzinfo=UTC)
"""A Thursday; the bridge closed on the Monday before."""
MADE_BY = "test.v1"


def keep_account(store, account, readings=None):
    """Put an account into a store as an intake does: documents and readings, copies, story, account, in one block."""
    with store.writer() as writer:
        for document in account.documents:
            added = writer.add(document, seen_at=document.published_at or NOW, made_by=MADE_BY)
            if readings:
                writer.keep_reading(added.version, readings[document.id], made_by=MADE_BY)
        for story in account.stories:
            writer.keep_copies(story.copies, made_by=MADE_BY)
            writer.settle([Story(id=story.id, documents=story.documents)], made_by=MADE_BY)
            revision = writer.view.story(story.id).revision
            writer.keep_account(story, revision=revision, made_by="align.v1, account.v1", made_at=NOW)
    return store


def archive(*accounts):
    """An archive in memory with these accounts; with none, of the bridge and the expulsion."""
    store = MemoryStore()
    for account in accounts or (ferry.account(), expulsion()):
        keep_account(store, account)
    return store


def filled(store, stories, **sizes):
    """The same with so many made-up stories."""
    with store.writer() as writer:
        for number in range(stories):
            keep(writer, made_up(number, **sizes))
    return store


def document(id_, outlet, text, at, **more):
    """A report of one paragraph."""
    passages = (Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),)
    return Document(id=id_, text=text, outlet=outlet, published_at=at, passages=passages, language="en", **more)


def expulsion():
    """A week before the bridge: one agency and one paper, which tell it otherwise."""
    at = datetime(2031, 5, 5, 9, tzinfo=UTC)
    wire = document("wire", "Corvane Agency", "Tesmark expelled four envoys, Ada Orsk said.", at)
    ledger = document(
        "ledger", "Tesmark Ledger", "Ada Orsk denied that Tesmark had expelled anybody.", at + timedelta(hours=2)
    )

    def place(own, words):
        return Span(own.text.index(words), own.text.index(words) + len(words))

    def report(own, words, status, origin):
        return Report(document=own.id, span=place(own, words), status=status, voice="orsk", origin=origin)

    said = "Tesmark expelled four envoys"
    story = StoryAccount(
        id="e1",
        title="Envoys expelled",
        documents=("wire", "ledger"),
        origins=tuple(Origin(id=f"o-{d}", documents=(d,), reason="its own report") for d in ("wire", "ledger")),
        parties=(
            Party(id="orsk", name="Ada Orsk", kind=Kind.PERSON),
            Party(id="tesmark", name="Tesmark", kind=Kind.BODY),
        ),
        utterances=(
            Utterance(
                id="u1",
                speaker="orsk",
                text=said,
                differences="none",
                quotations=(
                    Wording(
                        document="wire",
                        span=place(wire, said),
                        whole=place(wire, said),
                        form=Form.INDIRECT,
                        number=1,
                    ),
                ),
            ),
        ),
        claims=(
            Claim(
                id="x1",
                text="Tesmark expelled four envoys",
                actor="tesmark",
                action="expel",
                target=None,
                code="SANCTION",
                standing=Standing.DENIED,
                reports=(
                    report(wire, said, Status.DONE, "o-wire"),
                    report(ledger, "Tesmark had expelled anybody", Status.DENIED, "o-ledger"),
                ),
                outlets=2,
                origins=2,
            ),
        ),
    )
    return Account(
        documents=(wire, ledger),
        stories=(story,),
        problems=(),
        provenance=Provenance(version="0", stages=(), models=(), degraded=False),
    )


def copied(left, right, share, *, direction=Direction.DECLARED, kind=CopyKind.VERBATIM):
    """That one document took words from another."""
    return Copy(
        origin=left,
        copy=right,
        shared_chars=100,
        share_of_copy=share,
        share_without_quotations=share,
        kind=kind,
        direction=direction,
    )


def press(reports, copies=(), *, story="p1"):
    """An account without claims, of reports of one line: of each its id, its outlet and whom it credits."""
    made = tuple(
        replace(
            document(row[0], row[1], f"Report {row[0]} of the regatta.", NOW + timedelta(minutes=n)),
            credits=tuple(row[2:]),
        )
        for n, row in enumerate(reports)
    )
    own = StoryAccount(id=story, title="Regatta", documents=tuple(d.id for d in made), copies=tuple(copies))
    return Account(
        documents=made,
        stories=(own,),
        problems=(),
        provenance=Provenance(version="0", stages=(), models=(), degraded=False),
    )
