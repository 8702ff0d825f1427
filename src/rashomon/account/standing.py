"""How a claim stands over all its reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rashomon.account.named import within_sentence
from rashomon.core import Event, Standing, Status
from rashomon.core.alignment import Telling

HAPPENED = frozenset({Status.DONE, Status.UNDERWAY})
ASSERTED = frozenset({Status.DONE, Status.UNDERWAY, Status.ALLEGED, Status.PLANNED, Status.THREATENED})

GROUP = {
    Status.DONE: "it happened",
    Status.UNDERWAY: "it happened",
    Status.PLANNED: "it is planned",
    Status.THREATENED: "it is open",
    Status.PROPOSED: "it is asked for",
    Status.ALLEGED: "it is open",
    Status.POSSIBLE: "it is open",
    Status.REFUSED: "it is not done",
    Status.DENIED: "it is not done",
}
"""The answers that a status gives to "did it happen?"; documents that give different ones are in dispute, unless
the answers go together."""

ASKED, NOT_DONE = "it is asked for", "it is not done"

OPEN = frozenset({"it is planned", "it is asked for", "it is open"})

ON_ITS_WAY = frozenset({"it is planned", "it happened"})
"""What one report tells as decided and another, later, as done is one matter on its way."""

TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("it is planned", "it is open"),
        ("it is planned", "it is asked for"),
        ("it is open", "it is asked for"),
    )
)
"""Answers that go together whenever they are told."""


STATING = frozenset({"verb", "light"})
"""Forms that state something of a happening. A bare noun ("the use of bots") mentions it; what it is taken to say of
it is too weak to set one report against another."""


PLAIN_NEGATIONS = ("not:", "n't:", "n’t:", "no:", "never:", "unable", "without", "fail")
"""Steps by which a clause negates what it tells itself, and denies nothing that was told by another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """When a claim's reports were published, by document, and for when its plans are told, by event.

    `told_as` is the status that an act of telling confers on what it tells, by event (see `force`);
    `participles` are the tellings, by document and event, whose verb is a bare participle and says no time at all, and
    `withdrawn` those of what was told before and is taken back; `retracted` are documents withdrawn as a whole.
    `figures_apart` tells that the claim's own clauses give figures which cannot both be right, `actors_apart` that two
    reports give the deed to two who cannot both have done it.
    """

    published: Mapping[str, datetime | None] = field(default_factory=dict)
    due: Mapping[str, date] = field(default_factory=dict)
    told_as: Mapping[str, Status] = field(default_factory=dict)
    participles: frozenset[tuple[str, str]] = frozenset()
    withdrawn: frozenset[tuple[str, str]] = frozenset()
    retracted: frozenset[str] = frozenset()
    figures_apart: bool = False
    actors_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two answers by two documents that do not go together, and why where it needs a word."""

    answers: tuple[str, str]
    because: str = ""

    def __str__(self) -> str:
        return f"“{self.answers[0]}” against “{self.answers[1]}”{self.because}"


def standing_of(
    tellings: Sequence[Telling],
    figures_differ: bool = False,  # noqa: FBT001, FBT002
    root: Callable[[str], str] = str,
    *,
    setting: Setting | None = None,
) -> tuple[Standing, tuple[str, ...], str]:
    """The standing, on what the reports differ, and the reason in words.

    Args:
        tellings: what tells the claim.
        figures_differ: whether its figures are in conflict.
        root: on what a document rests as a whole; documents of one root speak with one voice, so that a copy never
            denies what its original tells.
        setting: what surrounds the tellings.
    """
    setting = setting or Setting()
    deniers = [t for t in tellings if t.event.status is Status.DENIED and _denies(t)]
    asserters = [
        t for t in tellings if t.event.status in ASSERTED and (t.document, t.event.id) not in setting.withdrawn
    ]
    for d in deniers:
        against = [a for a in asserters if _party(a, root) != _party(d, root) and _speaks_against(d, a)]
        if against:
            return Standing.DENIED, (), f"{_told_by(against[0])}, denied by {_who(d)}"
    groups = groups_by_document(tellings, setting)
    if len(groups) == 1:
        return Standing.SINGLE, (), "one document tells it"
    stating = [t for t in tellings if t.event.predicate.form in STATING] or list(tellings)
    clash = clashing(stating, setting)
    several = len({root(d) for d in groups}) > 1  # of one root and its copies, one report gives the figure
    by_figure = setting.figures_apart or (figures_differ and several)
    by_actor = setting.actors_apart and several
    differs = (*("status",) * (clash is not None), *("figure",) * by_figure, *("actor",) * by_actor)
    if differs:
        return Standing.DISPUTED, differs, str(clash) if clash else f"the {differs[0]}s differ"
    turned_down = _turned_down(stating, set(groups.values()), setting, root)
    if turned_down is not None:
        return turned_down[0], (), turned_down[1]
    threatened = _threatened_first(stating, setting, root)
    if threatened is not None:
        return threatened[0], (), threatened[1]
    outright = {t.document for t in told_outright(tellings)} or set(groups)
    carriers = len(outright)
    if len({root(d) for d in outright}) == 1 and len(set(groups.values())) > 1:
        return Standing.SINGLE, (), "one document tells it; others only name it"
    if carriers == 1:
        return Standing.AGREED, (), "one document tells it, and what the others mention agrees"
    return Standing.AGREED, (), f"{carriers} documents tell it, none otherwise{_on_its_way(stating, setting)}"


def _turned_down(
    tellings: Sequence[Telling], answers: set[frozenset[str]], setting: Setting, root: Callable[[str], str]
) -> tuple[Standing, str] | None:
    """How it stands with what some ask for or plan and others tell that it is not done; None where that is not all.

    Who votes against a proposal does not agree with it, though neither report says that the other is wrong.
    """
    ahead = answers - {frozenset({NOT_DONE})}
    answer = next((a for some in ahead for a in some), "")
    if len(answers) != 2 or ahead != {frozenset({answer})} or answer not in OPEN:
        return None
    asked = {root(t.document) for t in tellings if answer_of(t, setting) == answer}
    against = {root(t.document) for t in tellings if answer_of(t, setting) == NOT_DONE}
    agreed = max(len(asked), len(against)) > 1
    told = [f"{len(asked)} tell{'s' * (len(asked) == 1)} that {answer}", f"{len(against)} that {NOT_DONE}"]
    return (Standing.AGREED if agreed else Standing.SINGLE), ", ".join(told)


def _threatened_first(
    tellings: Sequence[Telling], setting: Setting, root: Callable[[str], str]
) -> tuple[Standing, str] | None:
    """How it stands with what some tell as threatened and others as done; None where that is not all.

    A threat does not bear out the deed, so that only those agree who tell it as done.
    """
    threats = {t.document for t in tellings if t.event.status is Status.THREATENED}
    answers = groups_by_document(tellings, setting)
    done = {d for d, some in answers.items() if some == {GROUP[Status.DONE]}}
    if not threats - done or not done or threats | done != set(answers):
        return None
    agreed = len({root(d) for d in done}) > 1
    told = f"{len(done)} tell{'s' * (len(done) == 1)} that it happened, after a threat of it"
    return (Standing.AGREED if agreed else Standing.SINGLE), told


def told_outright(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that state something of a happening, and do not only name it by a noun, an aim or a condition."""
    stating = [t for t in tellings if t.event.predicate.form in STATING] or list(tellings)
    return [t for t in stating if _stated(t)]


def _on_its_way(tellings: Sequence[Telling], setting: Setting) -> str:
    """What to say of a claim that some tell as planned and some as done."""
    answers = groups_by_document(tellings, setting)
    if not {a for some in answers.values() for a in some} >= ON_ITS_WAY:
        return ""
    if all(setting.published.get(d) is not None for d in answers):
        return "; told as planned first, and then as done"
    return "; some tell it as planned, some as done, and not all say when they were published"


def _denies(telling: Telling) -> bool:
    """Whether a party denies, and not the report itself tells what did not come about."""
    voice = telling.event.voice
    return voice is not None and not any(NO_DENIAL.search(step) for step in telling.event.why)


def _speaks_against(denier: Telling, asserter: Telling) -> bool:
    """Whether a denial is of what another tells.

    A plain negation ("was unable to land") is no denial of what somebody only mentions by a noun ("their arrival"), and
    who denies a deed denies no plan.
    """
    if (asserter.event.status in AHEAD or only_ordered(asserter.event)) and of_the_deed(denier):
        # unless it is the order that is denied
        return only_ordered(asserter.event) and any(ORDERING.match(step) for step in denier.event.why)
    if asserter.event.predicate.form in STATING or asserter.event.status is Status.ALLEGED or not denier.event.why:
        return True
    return not denier.event.why[-1].startswith(PLAIN_NEGATIONS)


def of_the_deed(telling: Telling) -> bool:
    """Whether it is denied that something was done ("has not closed"), and not that it will be."""
    why = telling.event.why
    return telling.event.status is Status.DENIED and bool(why) and not any(TO_COME.search(step) for step in why)


SUPPOSED = "supposed"
"""The reader's step of what nobody tells: a condition, or what only says which of a kind are meant."""

NOT_STATED = (
    SUPPOSED,
    "purpose:",
    "to + infinitive: possible",
    "wh-clause: taken for granted",
    "if:",
    "whether:",
    "question:",
    "will + condition:",
    "would + condition:",
    "would have + condition:",
)
"""Steps to a status of what a clause only names: an aim, a bare infinitive, a condition, a question."""

AHEAD = frozenset({Status.PLANNED, Status.THREATENED})
TO_COME = re.compile(r": (?:planned|threatened|underway|possible|refused)$")
"""Steps by which what is denied is still ahead or under way: "denied that she would close it"."""

NO_DENIAL = re.compile(r"\((?:prevent|avoid|fail|cancel|forbear|pretend)\)")
"""Steps by which something is told not to have happened, where nobody denies that it did."""

HEARSAY = re.compile(r"^(?:unnamed source|according to reports|reportedly|\w+ \(say\)): alleged$")
"""Steps by which an outlet passes on what it does not vouch for; that alone is no other answer than the bare one."""

SOMEBODY = ("a ", "an ", "another ", "some ", "unknown ", "unidentified ")
"""How a phrase begins that says of nobody in particular who acted."""

FUTURE_IN_THE_PAST = "would:"
"""What somebody "would" do, when a past speech or story told it, is not told as still ahead."""


def answer_of(telling: Telling, setting: Setting) -> str:
    """What a telling answers to "did it happen?"."""
    event = telling.event
    if (telling.document, event.id) in setting.withdrawn:
        return "it is taken back"
    if event.status is Status.ALLEGED:
        alleging = [step for step in event.why if step.endswith(": alleged")]
        if alleging and all(HEARSAY.match(step) for step in alleging):
            ahead = any(step.endswith(": planned") for step in event.why)
            return GROUP[Status.PLANNED if ahead else Status.DONE]
    return GROUP[Status.PLANNED if only_ordered(event) else event.status]


def only_ordered(event: Event) -> bool:
    """Whether what is told as done is that a deed was ordered, which is not yet that it was done."""
    return event.status is Status.DONE and any(step.endswith(f"{ORDERED}: done") for step in event.why)


def groups_by_document(tellings: Sequence[Telling], setting: Setting) -> dict[str, frozenset[str]]:
    """The groups of statuses that each document gives a claim.

    A document that has it as proposed and as done tells that it was done: the proposal is how it came about.
    """
    found: dict[str, set[str]] = {}
    for t in tellings:
        found.setdefault(t.document, set()).add(answer_of(t, setting))
    return {d: frozenset(g - OPEN or g) for d, g in found.items()}


def clashing(tellings: Sequence[Telling], setting: Setting) -> Clash | None:
    """Two answers by two documents that have none in common, if there are such.

    Only what a clause states speaks against another: not an aim, an infinitive or a participle by itself.
    """
    firm = [
        t
        for t in tellings
        if _stated(t) and not (t.event.status in HAPPENED and (t.document, t.event.id) in setting.participles)
    ]
    answers = groups_by_document(firm, setting)
    documents = sorted(answers)
    found = []
    for n, left in enumerate(documents):
        for right in documents[n + 1 :]:
            pairs = [(a, b) for a in answers[left] for b in answers[right]]
            if any(a == b or frozenset({a, b}) in TOGETHER for a, b in pairs):
                continue
            if {frozenset({"it is asked for"}), frozenset({"it is not done"})} == {answers[left], answers[right]}:
                continue  # what somebody asks for, another may refuse
            if _planned_and_not_done(firm, answers, left, right) or _carried_out(firm, answers, left, right, setting):
                continue
            if any({a, b} == ON_ITS_WAY for a, b in pairs):
                planned, done = (left, right) if "it is planned" in answers[left] else (right, left)
                because = out_of_order(planned, done, firm, setting)
                if because is not None:
                    found.append(Clash(answers=("it happened", "it is planned"), because=because))
                continue
            both = [t for t in firm if t.document in (left, right)]
            if {"it happened", "it is open"} in ({a, b} for a, b in pairs) and _only_who_is_open(both):
                continue
            first, second = sorted((min(answers[left]), min(answers[right])))
            found.append(Clash(answers=(first, second)))
    return min(found, key=lambda c: (bool(c.because), c.answers, c.because), default=None)


def _planned_and_not_done(
    tellings: Sequence[Telling], answers: Mapping[str, frozenset[str]], left: str, right: str
) -> bool:
    """Whether one document tells a plan or threat, and the other only that it has not been carried out."""
    told = {
        d: {Status.PLANNED if only_ordered(t.event) else t.event.status for t in tellings if t.document == d}
        for d in (left, right)
    }
    ahead = next((d for d in (left, right) if told[d] <= AHEAD), None)
    other = right if ahead == left else left
    if ahead is None or answers[other] != {NOT_DONE}:
        return False
    return all(of_the_deed(t) for t in tellings if t.document == other and GROUP[t.event.status] == NOT_DONE)


def _carried_out(
    tellings: Sequence[Telling], answers: Mapping[str, frozenset[str]], left: str, right: str, setting: Setting
) -> bool:
    """Whether one document tells only a threat, and the other, not earlier, that it was carried out.

    What is told as done before the term of the threat is over is another matter.
    """
    told = {d: {t.event.status for t in tellings if t.document == d} for d in (left, right)}
    threat = next((d for d in (left, right) if told[d] == {Status.THREATENED}), None)
    other = right if threat == left else left
    if threat is None or GROUP[Status.DONE] not in answers[other]:
        return False
    told_at = setting.published.get(other)
    terms = [setting.due[t.event.id] for t in tellings if t.document == threat and t.event.id in setting.due]
    if told_at is not None and any(term > told_at.date() for term in terms):
        return False
    return out_of_order(threat, other, tellings, setting) is None


def _stated(telling: Telling) -> bool:
    """Whether a clause says something of a happening, and does not only name it."""
    return not any(step.startswith(NOT_STATED) for step in telling.event.why)


def supposed(event: Event) -> bool:
    """Whether an event is only a condition, or says which of a kind are meant: "any minister who lied"."""
    return event.status is Status.POSSIBLE and SUPPOSED in event.why


def _only_who_is_open(tellings: Sequence[Telling]) -> bool:
    """Whether it is told as done by nobody in particular, and only who did it is alleged.

    "A woman was killed" and "he is accused of killing a woman" do not differ on what happened.
    """
    happened = [t for t in tellings if t.event.status in HAPPENED]
    others = [t for t in tellings if t.event.status not in HAPPENED]
    nobody = all(t.event.actor is None or t.event.actor.name.lower().startswith(SOMEBODY) for t in happened)
    accused = all(t.event.status is Status.ALLEGED and t.event.actor is not None for t in others)
    return bool(happened) and bool(others) and nobody and accused


def out_of_order(planned: str, done: str, tellings: Sequence[Telling], setting: Setting) -> str | None:
    """Why one document's plan does not go with another's deed; None where nothing says that it came after the deed.

    A report published later than one that tells the deed, and which still tells it as planned, is at odds with it. A
    past decision ("decided to expel") is none: it says nothing of what came of it. A bare day of publishing says
    nothing of the order within that day; and a plan for a day before the other report was published is an old one.
    """
    first, second = setting.published.get(planned), setting.published.get(done)
    if first is None or second is None or first <= second:
        return None
    if first.date() == second.date() and (_bare(first) or _bare(second)):
        return None
    plans = [t for t in tellings if t.document == planned and t.event.status is Status.PLANNED]
    due = [setting.due[t.event.id] for t in plans if t.event.id in setting.due]
    if any(DECIDED in why for t in plans for why in t.event.why) or any(
        only_ordered(t.event) for t in tellings if t.document == planned
    ):
        return None
    if any(why.startswith(FUTURE_IN_THE_PAST) for t in plans for why in t.event.why):
        # "would be doubled next week" is still to come, whoever told it in the past tense
        return ", told later as still planned" if due and max(due) > first.date() else None
    if due and max(due) < second.date():
        return None
    return ", told later as still planned"


ORDERED = "(order)"
"""The step by which a deed is told to be ordered."""
ORDERING = re.compile(r"order\b|.*\(order\)")

DECIDED = "(decide)"
"""The step by which a plan is told as a decision that was taken."""


def _bare(at: datetime) -> bool:
    """Whether a time of publishing is only a day."""
    return (at.hour, at.minute, at.second) == (0, 0, 0)


def _party(telling: Telling, root: Callable[[str], str]) -> str:
    voice = telling.event.voice
    return telling.voice or (voice.name if voice else f"document {root(telling.document)}")


def _who(telling: Telling) -> str:
    return within_sentence(telling.event.voice.name) if telling.event.voice else "the report itself"


def _told_by(telling: Telling) -> str:
    voice = telling.event.voice
    return f"told by {within_sentence(voice.name)}" if voice else "told"
