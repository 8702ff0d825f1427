"""Claims as PLOVER event records (JSON lines): one for each report that tells a claim of a PLOVER type.

PLOVER (Open Event Data Alliance, codebook draft 0.7, 2021) records who did what to whom. A report's status decides what
becomes of the claim's type: `data/plover_statuses.tsv` says it row by row with the reason, and no status but done and
underway gives the plain event of its claim. Modes are those of the codebook, by `data/plover_modes.tsv`. What PLOVER
has no field for stands under `rashomon`: the status, the standing, the voice, the origin; `told` sorts statuses into
`actual`, `said` (an act of speech that was done), `future`, `unreal` and `negated`.

`date` is the day of publishing, as in other event data; the claim's own time, where it is told, is `happened`. Reports
without an actor or a date are left out, since the format asks for both; `left_out` counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.align.wordings import NUMBER_WORDS
from rashomon.core import Account, Claim, Document, Report, Status, StoryAccount, content_id
from rashomon.core.places import stands_for
from rashomon.present.exports.contract import Row, place
from rashomon.present.exports.encoding import line
from rashomon.present.exports.excerpts import words_at
from rashomon.present.exports.identity import web_address
from rashomon.present.exports.roles import Roles
from rashomon.present.exports.telling import Source
from rashomon.present.report.statuses import denies_itself

CODEBOOK = "plover-0.7b1"
QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""Verbal and material cooperation, verbal and material conflict; YIELD holds deeds and words, and has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What becomes of a claim's type under a status."""

    acts: frozenset[str] | None
    """The types it is for; None for all others."""
    denial: bool
    """Whether it is for actions alone that are denials themselves and are told as denied by nobody."""
    event: str | None
    """The type of the record; None for the claim's own."""
    context: str | None
    told: str
    reason: str


@cache
def rules() -> dict[Status, tuple[Rule, ...]]:
    """The rules of each status, those for named types first."""
    found: dict[Status, tuple[Rule, ...]] = {}
    for row in _rows("plover_statuses.tsv"):
        status, acts, actions, event, context, told, reason = row
        rule = Rule(
            acts=None if acts == "*" else frozenset(acts.split()),
            denial=actions == "denials",
            event=None if event == "own" else event,
            context=context or None,
            told=told,
            reason=reason,
        )
        found[Status(status)] = (*found.get(Status(status), ()), rule)
    return found


def rule_for(status: Status, act: str, *, denial: bool = False) -> Rule:
    """The rule of a status for a claim's type.

    Args:
        status: that a report gives the claim.
        act: the claim's type.
        denial: whether what was done is a denial itself.
    """
    return next(
        rule for rule in rules()[status] if (rule.acts is None or act in rule.acts) and (denial or not rule.denial)
    )


@cache
def modes() -> dict[tuple[str, str], str]:
    """The mode of a type by the lemma of an action, or by the type of what is threatened or refused."""
    return {
        (code, each.strip()): mode for code, mode, actions in _rows("plover_modes.tsv") for each in actions.split(",")
    }


def _rows(name: str) -> Iterator[list[str]]:
    for row in files("rashomon.present.exports").joinpath(f"data/{name}").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            yield row.split("\t")


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """The records, a line each.

    Args:
        source: what to write.
        with_texts: whether records carry the report's full text.
    """
    version = source.provenance.version
    for account in source.stories():
        for story in account.stories:
            for record in records(account, story, version=version, with_texts=with_texts):
                yield line(record)


def records(account: Account, story: StoryAccount, *, version: str, with_texts: bool = False) -> Iterator[Row]:
    """The records of one story."""
    known = {document.id: document for document in account.documents}
    roles = Roles(story)
    happened = {entry.claim: entry.when for entry in reversed(story.timeline)}
    for claim in story.claims:
        for report in claim.reports:
            document = known.get(report.document)
            if claim.code is None or claim.actor is None or document is None or document.published_at is None:
                continue
            record = _record(story, claim, report, document, roles)
            record["coder"] = f"rashomon {version}"
            record["rashomon"]["happened"] = happened.get(claim.id)
            yield record | ({"text": document.text} if with_texts else {})


def left_out(account: Account, story: StoryAccount) -> int:
    """How many reports of claims with a type have no record, for want of an actor or a date."""
    typed = sum(len(claim.reports) for claim in story.claims if claim.code is not None)
    return typed - sum(1 for _ in records(account, story, version=""))


def _record(story: StoryAccount, claim: Claim, report: Report, document: Document, roles: Roles) -> Row:
    act = claim.code or ""
    rule = rule_for(report.status, act, denial=denies_itself(claim, report))
    event = rule.event or act
    mode = modes().get((event, claim.action)) if event == act else modes().get((event, act))
    voice = roles.party(report.voice)
    own = words_at(document, report.span)
    published = document.published_at.isoformat() if document.published_at else ""
    row: Row = {
        "id": content_id(
            "plover", story.id, claim.id, document.id, str(place(report.span)), report.status, report.voice
        ),
        "date": published[:10],
        "time": published[11:],
        "source": [_actor(claim.actor or "", own, roles)],
        "event": [event],
        "event_text": [own],
        "quad_code": QUADS.get(event),
        "mode": [mode] if mode else [],
        "context": [rule.context] if rule.context else [],
        "link": claim.id,
        "text_info": place(report.span),
        "cite_info": _cited(document),
        "comment": rule.reason,
        "rashomon": {
            "story": story.id,
            "document": document.id,
            "act": act,
            "status": report.status.value,
            "told": rule.told,
            "standing": claim.standing.value,
            "voice": None if voice is None else voice.name,
            "origin": report.origin,
            "revised": list(report.revised),
        },
    }
    if claim.target is not None and (as_told(claim.target, own) or roles.party(claim.target) is not None):
        row["recipient"] = [_actor(claim.target, own, roles)]
    return {key: value for key, value in row.items() if value is not None}


def as_told(name: str, own: str) -> str:
    """Who acts or is acted on, without a number that stands in another report of the claim and not in this one.

    Nothing is left of a bare number.

    Args:
        name: as the claim has it: "11 people".
        own: the words of this report.
    """
    words, known = name.split(), {_bare(word) for word in own.split()}
    numbers = [at for at, word in enumerate(words) if _is_number(_bare(word)) and _bare(word) not in known]
    if not numbers:
        return name
    return " ".join(words[numbers[-1] + 1 :])


def _bare(word: str) -> str:
    return word.strip(".,;:()“”\"'").lower()


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in NUMBER_WORDS


def _actor(told: str, own: str, roles: Roles) -> Row:
    party = roles.party(told)
    row: Row = (
        {"actor_text": as_told(told, own)} if party is None else {"actor_text": party.name, "identifier_id": party.id}
    )
    country = stands_for(row["actor_text"])
    return row if country is None else row | {"country": country.country}


def _cited(document: Document) -> Row:
    row = {
        "citation": document.id,
        "url": web_address(document.address),
        "title": document.headline,
        "language": document.language,
        "publication": document.outlet,
        "codebook": CODEBOOK,
    }
    return {key: value for key, value in row.items() if value is not None}
