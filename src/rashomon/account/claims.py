"""Propositions with their reports, standing and origins: the ledger."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rashomon.account.doers import actors_apart, as_called_off
from rashomon.account.grounds import Grounds
from rashomon.account.origins import Grounded, ground_each_document, origin_id, root_of
from rashomon.account.retracted import counted, standing_without
from rashomon.account.standing import HAPPENED, Setting, standing_of, supposed, told_outright
from rashomon.account.titles import claim_title, representative, says_who_did
from rashomon.core import Claim, Document, Event, Party, Referent, Report, Role, Span, Standing, Status
from rashomon.core.alignment import Proposition, Telling
from rashomon.core.called_off import called_off
from rashomon.core.reading import GRANTED

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


AS_TOLD = re.compile(
    r"as (?:\w+ly )?(?:planned|scheduled|expected|agreed|promised|announced|feared|hoped|reported|ordered|intended"
    r"|predicted|requested|foreseen|proposed|threatened)(?: (?:on|in|at|last|next|this|earlier)\b.{,30})?",
    re.IGNORECASE,
)
"""A phrase that likens what is told to what was told or thought before: "will close as planned"."""


def only_likened(proposition: Proposition, documents: Mapping[str, Document]) -> bool:
    """Whether a proposition is told nowhere but in such a phrase, which says nothing by itself."""
    return all(
        AS_TOLD.fullmatch(" ".join(documents[t.document].words_at(t.event.span).split()).strip(" ,.;"))
        for t in proposition.tellings
    )


def _held_on_a_day(event: Event) -> bool:
    """Whether a clause tells only that something will be held, and when: "the election will be held on 4 May"."""
    return event.predicate.form == "light" and event.status is Status.PLANNED and event.time is not None


def without_suppositions(proposition: Proposition) -> Proposition:
    """A proposition without what nobody tells, where somebody tells it.

    "Any minister who lied" is no report that Brenn lied; nor is a condition one: who will strike unless the council
    raises their pay does not say that it did. "It was not Brenn who lied" takes it that somebody lied, and is no report
    that Brenn did, whom it rules out.
    """
    ruling_out = {t.document for t in proposition.tellings if t.event.status is Status.DENIED}
    kept = tuple(
        t
        for t in proposition.tellings
        if not supposed(t.event) and not (GRANTED in t.event.why and t.document in ruling_out)
    )
    return replace(proposition, tellings=kept) if kept and len(kept) < len(proposition.tellings) else proposition


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
    # nor is a threat what was done
    past = [t for t in tellings if t.event.status is not Status.THREATENED] if done else []
    best = representative((standing is Standing.DENIED and done) or off or past or tellings, documents)
    claim = Claim(
        id=proposition.id,
        text=claim_title(best, documents[best.document]),
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
