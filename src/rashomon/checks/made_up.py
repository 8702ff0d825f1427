"""Invented stories with everything that an archive keeps of one.

The same number gives the same story everywhere and in every version, since archives of releases hold some. Places,
people and outlets are made of syllables; the reports are plain sentences, each of which is a claim or a quotation of
the account, so that every span of it can be read again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rashomon.core import (
    Citation,
    Claim,
    Copy,
    CopyKind,
    Direction,
    Document,
    Event,
    Figure,
    FigureLine,
    FigureValue,
    Form,
    Kind,
    Origin,
    Party,
    Passage,
    Placement,
    Predicate,
    Quotation,
    Reading,
    Report,
    Role,
    SharedPassage,
    Span,
    Standing,
    Status,
    Story,
    StoryAccount,
    Utterance,
    Wording,
    content_id,
)

SYLLABLES = "ba bor da del fen gar hol ina jor kel lan mar nor ola pen quin ros sel tor una vik wes yor zan".split()
DEEDS = """
    close open repair sell inspect paint flood dredge rent survey clear block widen guard empty drain visit lease
    rebuild fence light register insure search
""".split()
THINGS = """
    harbour bridge mill orchard quarry lighthouse ferry library tunnel reservoir market station brewery archive canal
    hospital theatre warehouse vineyard observatory
""".split()
REASONS = (
    "because of the storm; after the vote; for the third time; without a word; before noon; at the old price".split(
        "; "
    )
)
BEGAN = datetime(2031, 1, 1, tzinfo=UTC)
MADE_BY = "made-up.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeUp:
    """One story: its documents in the order they came, a reading and a placement of each, and its account."""

    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    placements: tuple[Placement, ...]
    copies: tuple[Copy, ...]
    story: Story
    account: StoryAccount


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of one document."""

    document: str
    span: Span
    status: Status


def made_up(number: int, *, documents: int = 3, claims: int = 8, filler: int = 0) -> MadeUp:
    """The story of a number.

    Args:
        number: which.
        documents: by how many it is told.
        claims: how many claims it has; each is told by one document at least.
        filler: how many more words each document has.
    """
    dice = random.Random(number)  # noqa: S311  # nothing hangs on it
    people = [name(dice) for _ in range(4)]
    told: list[list[_Told]] = [[] for _ in range(claims)]
    deeds = [(dice.choice(people), dice.choice(DEEDS), f"{dice.choice(THINGS)} of {word(dice)}") for _ in range(claims)]
    quoted: list[tuple[str, Span]] = []
    counted: list[tuple[str, Span, int]] = []
    count = dice.randrange(3, 400)
    made = [_document(dice, number, at, deeds, told, quoted, counted, count, filler) for at in range(documents)]
    story = Story(id=content_id("story", made[0].id), documents=tuple(document.id for document in made))
    parties = tuple(
        Party(id=content_id("party", story.id, person), name=person, kind=Kind.PERSON, aliases=(person.split()[1],))
        for person in people
    )
    account = StoryAccount(
        id=story.id,
        title=made[0].headline or "",
        documents=story.documents,
        copies=(),
        origins=tuple(Origin(id=f"o{at}", documents=(d.id,), reason="its own words") for at, d in enumerate(made)),
        parties=parties,
        utterances=(_utterance(story.id, parties[0], made, quoted),),
        claims=tuple(_claim(story.id, at, *deeds[at], told[at], parties, made) for at in range(claims) if told[at]),
        figures=(_figure(counted, count),),
    )
    return MadeUp(
        documents=tuple(made),
        readings=tuple(_reading(document, told, quoted) for document in made),
        placements=tuple(Placement(document=d.id, story=story.id, opened=at == 0) for at, d in enumerate(made)),
        copies=(_copy(made[0], made[1]),) if documents > 1 else (),
        story=story,
        account=account,
    )


def word(dice: random.Random) -> str:
    """A name of two or three syllables."""
    return "".join(dice.choices(SYLLABLES, k=dice.choice((2, 3)))).capitalize()


def name(dice: random.Random) -> str:
    """A person's name."""
    return f"{word(dice)} {word(dice)}"


def _document(  # noqa: PLR0913, PLR0917  # all that the documents of a story share
    dice: random.Random,
    number: int,
    at: int,
    deeds: list[tuple[str, str, str]],
    told: list[list[_Told]],
    quoted: list[tuple[str, Span]],
    counted: list[tuple[str, Span, int]],
    count: int,
    filler: int,
) -> Document:
    outlet = f"{SYLLABLES[dice.randrange(24)].capitalize()} {('Post', 'Courier', 'Mail')[at % 3]}"
    headline = f"{deeds[0][0]} and the {deeds[0][2]}"
    own = content_id("made up", number, at)
    text, passages = headline, [Passage(span=Span(0, len(headline)), role=Role.HEADLINE)]

    def say(words: str) -> Span:
        nonlocal text
        start = len(text) + 2
        text += f"\n\n{words}"
        passages.append(Passage(span=Span(start, len(text)), role=Role.PARAGRAPH))
        return Span(start, len(text))

    for which, (who, deed, what) in enumerate(deeds):
        if at == which % 3 or dice.random() < 0.5:
            status = dice.choice(list(Status))
            span = say(f"{who} is {status} to {deed} the {what} {dice.choice(REASONS)}.")
            told[which].append(_Told(own, span, status))
    span = say(f"“We will never {deeds[0][1]} the {deeds[0][2]},” said {deeds[0][0]}.")
    quoted.append((own, Span(span.start + 1, text.index(",”", span.start))))
    span = say(f"{count + at} boats lay there.")
    counted.append((own, Span(span.start, span.start + len(str(count + at))), count + at))
    if filler:
        say(" ".join(dice.choices(SYLLABLES + DEEDS + THINGS, k=filler)))
    return Document(
        id=own,
        text=text,
        headline=headline,
        headline_span=passages[0].span,
        address=f"https://example.org/{number}/{at}",
        outlet=outlet,
        published_at=BEGAN + timedelta(minutes=7 * number + at),
        language="en",
        passages=tuple(passages),
    )


def _claim(  # noqa: PLR0913, PLR0917  # the same
    story: str,
    at: int,
    who: str,
    deed: str,
    what: str,
    told: list[_Told],
    parties: tuple[Party, ...],
    made: list[Document],
) -> Claim:
    actor = next(party for party in parties if party.name == who)
    reports = tuple(
        Report(
            document=one.document,
            span=one.span,
            status=one.status,
            voice=parties[at % 4].id if at % 2 else None,
            origin=f"o{next(n for n, d in enumerate(made) if d.id == one.document)}",
        )
        for one in told
    )
    statuses = {report.status for report in reports}
    standing = Standing.SINGLE if len(reports) == 1 else Standing.AGREED if len(statuses) == 1 else Standing.DISPUTED
    return Claim(
        id=content_id("claim", story, at),
        text=f"{who} to {deed} the {what}",
        actor=actor.id,
        action=deed,
        target=None,
        code="CONSULT" if at % 5 == 0 else None,
        standing=standing,
        reports=reports,
        outlets=len({d.outlet for d in made if any(r.document == d.id for r in reports)}),
        origins=len(reports),
        differs=("status",) if standing is Standing.DISPUTED else (),
    )


def _utterance(story: str, speaker: Party, made: list[Document], quoted: list[tuple[str, Span]]) -> Utterance:
    return Utterance(
        id=content_id("utterance", story),
        speaker=speaker.id,
        text=made[0].words_at(quoted[0][1]),
        differences="none",
        quotations=tuple(
            Wording(document=document, span=span, whole=span, form=Form.DIRECT, number=1) for document, span in quoted
        ),
    )


def _figure(counted: list[tuple[str, Span, int]], count: int) -> FigureLine:
    values = tuple(
        FigureValue(
            figure=Figure(span=span, value=float(value), counts="boats", head="boat"),
            sum_of=None,
            reports=(Citation(document=document, span=span),),
        )
        for document, span, value in counted
    )
    standing = Standing.SINGLE if len(values) == 1 else Standing.DISPUTED
    return FigureLine(counts="boats" if count % 2 else "small boats", claim=None, standing=standing, values=values)


def _reading(document: Document, told: list[list[_Told]], quoted: list[tuple[str, Span]]) -> Reading:
    own = [one for some in told for one in some if one.document == document.id]
    return Reading(
        document=document.id,
        sentences=tuple(passage.span for passage in document.passages[1:]),
        quotations=tuple(
            Quotation(id=f"{document.id}-q", span=span, form=Form.DIRECT)
            for name, span in quoted
            if name == document.id
        ),
        events=tuple(
            Event(
                id=f"{document.id}-{at}",
                span=one.span,
                sentence=one.span,
                predicate=Predicate(span=Span(one.span.start, one.span.start + 3), lemma="do"),
                status=one.status,
                why=("made up",),
            )
            for at, one in enumerate(own)
        ),
        models=("made-up",),
    )


def _copy(origin: Document, copy: Document) -> Copy:
    shared = SharedPassage(origin=origin.passages[0].span, copy=copy.passages[0].span)
    return Copy(
        origin=origin.id,
        copy=copy.id,
        shared_chars=len(shared.origin),
        share_of_copy=len(shared.origin) / len(copy.text),
        share_without_quotations=0.1,
        kind=CopyKind.EXCERPT,
        direction=Direction.EARLIER,
        passages=(shared,),
        reason="published first",
    )
