"""Propositions with their reports, standing and origins: the ledger."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rashomon.account.doers import actors_apart, as_called_off
from rashomon.account.grounds import Grounds
from rashomon.account.origins import Grounded, ground_each_document, origin_id, root_of
from rashomon.account.retracted import counted, standing_without
from rashomon.account.standing import HAPPENED, Setting, of_a_kind, standing_of, supposed, told_outright
from rashomon.core import Claim, Document, Event, Party, Referent, Report, Role, Span, Standing, Status
from rashomon.core.alignment import Proposition, Telling
from rashomon.core.called_off import called_off

SAYING = "say"
"""The class of plain speech: that somebody spoke stands among the utterances, and what was said is a claim."""

TOO_BARE = frozenset(
    """
    be have do get go come seem become remain appear aim base follow take use include contain mean regard consider
    relate concern involve need want try like know think
    """.split()
)

DATING = frozenset({"when", "after", "before", "since", "until", "while"})
"""Words that open a clause which says only when the clause around it happened."""


def worth_a_claim(proposition: Proposition) -> bool:
    """Whether a proposition says enough to stand in the ledger: somebody or something, and more than "is".

    What is nowhere told but as a condition ("if the dam broke") nobody claims.
    """
    told = [t.event for t in proposition.tellings]
    if all(supposed(e) for e in told):
        return False
    if proposition.action == SAYING or (proposition.action in TOO_BARE and not _contested(proposition)):
        return False
    if all(e.predicate.form == "noun" for e in told):
        return any(e.actor is not None and e.target is not None for e in told)
    return any(e.actor is not None or e.target is not None or _held_on_a_day(e) for e in told)


def _held_on_a_day(event: Event) -> bool:
    """Whether a clause tells only that something will be held, and when: "the election will be held on 4 May"."""
    return event.predicate.form == "light" and event.status is Status.PLANNED and event.time is not None


def without_suppositions(proposition: Proposition) -> Proposition:
    """A proposition without what nobody tells, where somebody tells it.

    "Any minister who lied" is no report that Brenn lied; nor is a condition one, where its document tells it otherwise
    too.
    """
    telling = {t.document for t in proposition.tellings if not supposed(t.event)}
    kept = tuple(
        t
        for t in proposition.tellings
        if not supposed(t.event) or (t.document not in telling and not of_a_kind(t.event))
    )
    return replace(proposition, tellings=kept) if telling and len(kept) < len(proposition.tellings) else proposition


def _contested(proposition: Proposition) -> bool:
    """Whether somebody denies it in so many words: "denied that she had taken a bribe" makes even "take" matter."""
    return any(
        t.event.status is Status.DENIED
        and t.event.actor is not None
        and t.event.target is not None
        and any("(deny)" in step or "of what was told before" in step for step in t.event.why)
        for t in proposition.tellings
    )


def told_by_one(
    proposition: Proposition, documents: Mapping[str, Document], grounds: Grounds, setting: Setting
) -> Proposition:
    """A proposition without what only names it, where one document tells it and the others say nothing of their own.

    "Editor will not resign" is told by one report; "calls to step aside" in another is no report of it.
    """
    tellings = proposition.tellings
    if len({t.document for t in tellings}) == 1:
        return proposition
    standing, _, _ = standing_of(tellings, root=grounds.root, setting=_of_these(setting, tellings, documents))
    if standing is not Standing.SINGLE:
        return proposition
    return replace(proposition, tellings=tuple(told_outright(tellings)) or tellings)


def _of_these(setting: Setting, tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Setting:
    return replace(setting, participles=participles(tellings, documents), withdrawn=withdrawn(tellings, documents))


def claim_of(
    proposition: Proposition,
    documents: Mapping[str, Document],
    parties: Mapping[str, Party],
    grounds: Grounds,
    *,
    figures_differ: bool,
    setting: Setting | None = None,
) -> tuple[Claim, Grounded]:
    """The claim of a proposition, and what its reports rest on."""
    # grounds, standing and reports are of the same tellings
    tellings = as_called_off(proposition.tellings)
    setting = replace(
        _of_these(setting or Setting(), tellings, documents), actors_apart=actors_apart(tellings, documents)
    )
    grounded = ground_each_document(tellings, grounds)

    def judge(some: Sequence[Telling]) -> tuple[Standing, tuple[str, ...], str]:
        return standing_of(some, figures_differ, grounds.root, setting=setting)

    standing, differs, reason = standing_without(tellings, judge, setting.retracted, grounds)
    left = counted(tellings, setting.retracted, grounds) or tellings
    done = [t for t in tellings if t.event.status in HAPPENED or t.event.status is Status.ALLEGED]
    done = done if any(says_who_did(t, documents[t.document]) for t in done) else []
    # a plan is not what is denied, and "did not take place" says by itself nothing of what was called off
    off = [t for t in tellings if called_off(t.event) is not None]
    best = representative((standing is Standing.DENIED and done) or off or tellings, documents)
    claim = Claim(
        id=proposition.id,
        text=title_of(best, documents[best.document]),
        actor=_shown(_filled(tellings, "actor", best), best.actor, parties),
        action=best.event.predicate.lemma,
        target=_shown(_filled(tellings, "target", best), best.target, parties),
        code=_commonest([t.event.code for t in tellings if t.event.code]),
        standing=standing,
        reports=tuple(
            Report(
                document=t.document,
                span=t.event.span,
                status=setting.told_as.get(t.event.id, t.event.status),
                voice=t.voice,
                origin=origin_id(grounded.of(t)),
                why=t.event.why,
            )
            for t in told_for_themselves(tellings, documents)
        ),
        outlets=len({documents[t.document].outlet or t.document for t in left}),
        origins=_origins(grounded, left),
        root=root_of(grounded, tellings),
        differs=differs,
        standing_reason=reason,
    )
    return claim, grounded


def _origins(grounded: Grounded, counted: Sequence[Telling]) -> int:
    """The independent roots of the reports that count; of a claim that all of these deny, those of all."""
    documents = {t.document for t in counted}
    return len(
        {g.key for d, g in grounded.carried.items() if d in documents} or {g.key for g in grounded.carried.values()}
    )


def disputed_on_time(claim: Claim) -> Claim:
    """A claim whose reports give times that cannot be the same; what is denied stays denied."""
    if claim.standing is Standing.DENIED:
        return claim
    reason = claim.standing_reason if claim.standing is Standing.DISPUTED else "the times differ"
    return replace(claim, standing=Standing.DISPUTED, differs=(*claim.differs, "time"), standing_reason=reason)


def participles(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> frozenset[tuple[str, str]]:
    """The tellings whose verb is an -ing form without an auxiliary: "entering the atmosphere"."""
    return frozenset(
        (t.document, t.event.id)
        for t in tellings
        if t.event.predicate.form == "verb"
        and documents[t.document].words_at(t.event.predicate.span).partition(" ")[0].lower().endswith("ing")
        and not any(step.startswith("progressive") for step in t.event.why)
    )


TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|correct(?:s|ed|ing)|t(?:ook|akes?|aken) back|(?:walk|row)(?:s|ed) back(?: on)?)"
    r" (?:its|their|his|her|the|an?|that)(?: \w+){0,3}"
    r" (?:report|statement|claim|story|remark|announcement|account) that\b"
    r"|\b(?:earlier|previous|original) version of (?:this|the|our|its) (?:report|story|article|item|post)"
    r" (?:\w+ly )?(?:said|stated|reported|wrote|claimed)\b"
    r"|\b(?:wrongly|incorrectly|mistakenly|erroneously|falsely) (?:said|stated|reported|wrote|claimed|announced)\b",
    re.IGNORECASE,
)
"""Words by which a report tells what is taken back behind them."""


def withdrawn(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> frozenset[tuple[str, str]]:
    """The tellings of what a sentence says was taken back or was told wrongly: "retracted its report that ..."."""
    found = set()
    for t in tellings:
        sentence = t.event.sentence
        before = documents[t.document].part(sentence.part)[sentence.start : t.event.predicate.span.start]
        wrong = any(n.wrong and n.wrong.covers(t.event.predicate.span) for n in documents[t.document].notices)
        if t.event.status is not Status.DENIED and (wrong or TAKEN_BACK.search(before)):
            found.add((t.document, t.event.id))
    return frozenset(found)


def told_for_themselves(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> list[Telling]:
    """The tellings without those that a document only takes up again, by a noun or to date something else by them.

    "... when the plane went down" and "the crash" say nothing that their document has not told; where the status is
    another than that of the full telling, or there is no other, they stay.
    """
    full = {(t.document, t.event.status) for t in tellings if not _takes_up(t, documents)}
    return [t for t in tellings if not _takes_up(t, documents) or (t.document, t.event.status) not in full]


def _takes_up(telling: Telling, documents: Mapping[str, Document]) -> bool:
    if telling.event.predicate.form == "noun":
        return True
    clause = documents[telling.document].words_at(telling.event.span)
    return clause.split(maxsplit=1)[0].lower() in DATING if clause.strip() else False


FIRST_OR_POINTING = frozenset(
    "i we he she it they his her its their our my this that these those who which what".split()
)


FACTUAL = frozenset({"when", "while", "after", "as", "since", "because"})
"""Words that open a clause within a sentence which tells a fact."""
SUBORDINATING = FACTUAL | {"if", "before", "until", "unless", "whether"}

RELATIVE = frozenset({"who", "which", "that"})
LONGEST_ABBREVIATION = 5
"""A last word of at most this many characters keeps its point: it may be an abbreviation ("U.S.", "Inc.")."""


def representative(tellings: Sequence[Telling], documents: Mapping[str, Document]) -> Telling:
    """The telling that says the claim best by itself: both roles named, in the body, of a readable length.

    What tells it as done comes before what only plans it, and that before what tells that it is not; a clause with its own subject and verb before a piece of
    one, and a subject that is only pointed to comes last.
    """

    def rank(t: Telling) -> tuple[bool, bool, bool, int, int, bool, int, str, Span]:
        event, document = t.event, documents[t.document]
        text = clause_text(t, document)
        named = sum(
            r is not None and document.words_at(r.span).lower().partition(" ")[0] not in FIRST_OR_POINTING
            for r in (event.actor, event.target)
        )
        readable = 25 <= len(text) <= LONGEST_TITLE
        whole = text.split()[0].lower() not in FIRST_OR_POINTING | SUBORDINATING if text else False
        headline = document.headline_span
        in_headline = headline is not None and headline.covers(event.span)
        # the text of a denied claim is what is denied, not the denial
        against = event.status in {Status.DENIED, Status.REFUSED}
        said_not = against and (bool(NOT.search(text)) or event.predicate.lemma in DENIALS)
        merit = 2 * named + readable + whole + (event.predicate.form == "verb")
        no_clause = not says_who_did(t, document)
        firm = 0 if event.status in HAPPENED else 2 if against else 1
        worst = said_not and event.status is Status.DENIED
        return (supposed(event), worst, no_clause, firm, -merit, in_headline, len(text), t.document, event.span)

    return min(tellings, key=rank)


NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|without|den(?:y|ies|ied|ying)|refus\w+|reject\w+)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""Words by which a clause itself says that something is not so."""
DENIALS = frozenset({"deny", "refuse", "reject", "decline", "dismiss"})
"""Verbs of a clause that tells the denial, and not what is denied."""


TYING = frozenset({"where", "when", "which", "who", "whom", "whose", "if", "unless", "whether", "because", "why", "how"})
"""Words behind which a clause is one of a phrase or of another clause."""
AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "am"})
LONGEST_TITLE = 160


def says_who_did(telling: Telling, document: Document) -> bool:
    """Whether a clause has a verb, and before it a subject that is named there."""
    event = telling.event
    if event.predicate.form not in {"verb", "light"}:
        return False
    first = document.words_at(event.span).lower().partition(" ")[0]
    if first in RELATIVE:  # it is called by the phrase it says something of: "a flood killed two", of one "that killed two"
        named = _named_before(event)
        return named is not None and document.words_at(named.span).lower().partition(" ")[0] not in FIRST_OR_POINTING
    subject = next(
        (
            r.span
            for r in (event.actor, event.target)
            if r is not None and r.span.start < event.predicate.span.start and event.span.covers(r.span)
        ),
        None,
    )
    if subject is None or document.words_at(subject).lower().partition(" ")[0] in FIRST_OR_POINTING:
        return False
    text, verb = document.part(event.span.part), document.words_at(event.predicate.span).lower().partition(" ")[0]
    before = text[event.span.start : subject.start].lower().split()
    between = text[subject.end : event.predicate.span.start].lower().split()
    if between == ["to"] or (verb.endswith("ing") and not AUXILIARIES.intersection(between)):
        return False  # "for the boat to sink", "a court reviewing it"
    return not TYING.intersection(before) and len(event.span) <= LONGEST_TITLE


def on_one_line(document: Document, place: Span) -> str:
    """The words at a place, without the marks and the point at its ends."""
    words = " ".join(document.words_at(place).split()).strip(" ,;:—–-”“")
    ends = words.endswith(".") and len(words.rsplit(" ", 1)[-1]) > LONGEST_ABBREVIATION
    return words[:-1] if ends else words


def denied_twice(event: Event) -> bool:
    """Whether what is told as so stands under two denials: "dismissed the claim that no sluice had been open"."""
    return event.status is not Status.DENIED and sum(w.endswith(": denied") for w in event.why) > 1


def clause_text(telling: Telling, document: Document) -> str:
    """The words of the clause on one line, with the phrase that it says something of where that stands outside it.

    "expelled from the country" is told of the phrase right before it ("35 diplomats"), and an infinitive or a
    participle of an actor named further off. Of a denial that is denied it is the sentence: "no sluice was open" would
    say the reverse of what is told.
    """
    event = telling.event
    if denied_twice(event):
        return on_one_line(document, event.sentence)
    words = on_one_line(document, event.span)
    first, _, rest = words.partition(" ")
    if first.lower() == "to" and event.actor is not None and event.actor.span.part == event.span.part:
        pointed = document.words_at(event.actor.span).lower().partition(" ")[0] in FIRST_OR_POINTING
        if pointed and event.sentence.covers(event.actor.span) and event.actor.span.end <= event.span.start:
            return on_one_line(document, Span(event.actor.span.start, event.span.end, event.span.part))
        return " ".join(f"{document.words_at(event.actor.span)} {words}".split())
    if first.lower() in RELATIVE and rest:
        subject = _named_before(event)
        if subject is not None:
            return " ".join(f"{document.words_at(subject.span)} {rest}".split())
    for role in (event.target, event.actor):
        if role is None or role.span.part != event.span.part or event.span.touches(role.span):
            continue
        between = document.part(event.span.part)[role.span.end : event.span.start]
        if role.span.end <= event.span.start and not between.strip():
            return " ".join(f"{document.words_at(role.span)} {words}".split())
        after = document.part(event.span.part)[event.span.end : role.span.start]
        if event.span.end <= role.span.start and not after.strip() and event.span == event.predicate.span:
            return " ".join(f"{words} {document.words_at(role.span)}".split())  # "blocked exits"
    return words


def title_of(telling: Telling, document: Document) -> str:
    """The words of a clause as a claim is called by them, on one line.

    A clause whose object is the subject of a further verb ("Brenn denies dam" in "Brenn denies dam is cracked") breaks
    off, and is called by its sentence.
    """
    event = telling.event
    behind = document.part(event.span.part)[event.span.end : event.sentence.end]
    if event.predicate.form == "verb" and event.predicate.lemma in DENIALS and FINITE.match(behind):
        return on_one_line(document, event.sentence)
    return _by_itself(clause_text(telling, document), telling, document)


FINITE = re.compile(r"^ (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b")
"""A finite verb that follows a clause without a mark."""


def _by_itself(text: str, telling: Telling, document: Document) -> str:
    """The words of a clause without what ties it to its sentence: "after talks collapsed" tells that they did."""
    tie, _, rest = text.partition(" ")
    subject = next((r for r in (telling.event.actor, telling.event.target) if r is not None), None)
    opens = subject is not None and rest.startswith(" ".join(document.words_at(subject.span).split()))
    return rest if opens and tie.lower() in FACTUAL | {"that"} and telling.event.predicate.form == "verb" else text


def short(text: str, most_chars: int = 90) -> str:
    """A text on one line, cut at a word to a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= most_chars else line[:most_chars].rsplit(" ", 1)[0] + " …"


def _named_before(event: Event) -> Referent | None:
    """The role of an event that is named before its clause begins."""
    return next((r for r in (event.actor, event.target) if r is not None and r.span.end <= event.span.start), None)


def _filled(tellings: Sequence[Telling], role: str, best: Telling) -> Referent | None:
    own: Referent | None = getattr(best.event, role)
    if own is not None:
        return own
    return next((r for t in tellings if (r := getattr(t.event, role)) is not None), None)


def _shown(referent: Referent | None, party: str | None, parties: Mapping[str, Party]) -> str | None:
    if party is not None and party in parties:
        return parties[party].name
    return " ".join(referent.name.split()) if referent is not None else None


def _commonest(codes: Sequence[str]) -> str | None:
    return max(sorted(set(codes)), key=codes.count) if codes else None


def ranked(claims: Sequence[Claim], lesser: Collection[str] = ()) -> tuple[Claim, ...]:
    """Claims in the order in which an editor needs them: what most carry first, the disputed before the agreed.

    Of equals, what is told comes before the act of telling it (`acts`, ids of claims: that somebody proposed
    something comes after what he proposed), what names both who and whom before the rest, what stands early in its
    report before what stands late.
    """
    weight = {Standing.DENIED: 0, Standing.DISPUTED: 1, Standing.AGREED: 2, Standing.SINGLE: 3}

    def key(c: Claim) -> tuple[int, int, int, bool, int, int, str]:
        documents = len({r.document for r in c.reports})
        unnamed = (c.actor is None) + (c.target is None)
        first = min((r.span.start for r in c.reports), default=0)
        return (-documents, weight[c.standing], -len(c.reports), c.id in lesser, unnamed, first, c.id)

    return tuple(sorted(claims, key=key))


def in_lead(span: Span, document: Document) -> bool:
    """Whether a place lies in the headline, standfirst or first two paragraphs."""
    seen = 0
    for p in document.prose():
        seen += p.role is Role.PARAGRAPH
        if p.span.covers(span):
            return seen <= 2
        if seen > 2:
            return False
    return False
