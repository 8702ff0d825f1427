"""On what reports rest: copies, shared voices and credited agencies never add an origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.account.grounds import Ground, Grounds, Joining
from rashomon.account.rests import Rests
from rashomon.account.standing import HAPPENED
from rashomon.core import Origin, Root, Status, content_id
from rashomon.core.alignment import Telling
from rashomon.core.words import words as in_words


@dataclass(frozen=True, slots=True)
class Grounded:
    """On what a claim's reports rest: `carried` by document, for those that tell it, and `denied` by event id.

    A denier is no root of what he denies, nor is a threat one of the deed, so `denied` counts neither as origins nor
    towards the root, unless there is nothing but denials. `credits` says in words which documents credit another report
    for it. `besides` holds by event id what a document tells in another voice than the one on which it rests: that
    report is its own speaker's, and adds no origin.
    """

    carried: Mapping[str, Ground]
    denied: Mapping[str, Ground]
    credits: Mapping[str, str]
    besides: Mapping[str, Ground] = field(default_factory=dict)

    def of(self, telling: Telling) -> Ground:
        """The ground of one report."""
        own = self.denied.get(telling.event.id) or self.besides.get(telling.event.id)
        return own if own is not None else self.carried[telling.document]


def ground_each_document(tellings: Sequence[Telling], grounds: Grounds) -> Grounded:
    """One ground for each document that tells a claim: one for all that share words, shared voices preferred.

    A document that tells a claim both in its own words and as somebody's rests on that somebody: its own words
    may only repeat them. Copies, documents that credit one agency and documents of one outlet have one ground
    between them, whatever voices were read in each: they do not confirm one another; nor does a document that credits
    another outlet for the claim, nor one that prints the words of a statement which another prints too. So the number
    of grounds is never above the number of outlets.
    """
    asserting = _telling_it(tellings)
    homes, credited = _homes(asserting, grounds)
    rests = Rests(tellings, grounds)
    passed = grounds.passed_on(asserting)
    said = {g.key for t in asserting for g in rests.options(t) if not g.key.startswith(("document ", "outlet "))}
    by_home: dict[str, list[tuple[bool, bool, Ground]]] = {}
    for t in asserting:
        options = rests.options(t)
        deed = grounds.of_its_deed(t)
        options += [deed] if deed is not None and deed.key in said else []
        options = [*options, *(rests.called(passed[g.key], t) for g in options if g.key in passed)]
        by_home.setdefault(homes[t.document], []).extend(
            (grounds.of_a_speaker(t), t.event.status is Status.POSSIBLE or grounds.in_headline(t), g) for g in options
        )
    shared = Counter(g.key for found in by_home.values() for g in {g.key: g for *_, g in found}.values())
    chosen = {
        home: min(found, key=lambda o: (-shared[o[2].key], not o[0], o[1], o[2].key))[2]
        for home, found in by_home.items()
    }
    chosen = _without_hearsay(chosen, shared, grounds)
    carried = {t.document: chosen[homes[t.document]] for t in asserting}
    kept = {t.event.id for t in asserting}
    return Grounded(
        carried=carried,
        denied={t.event.id: rests.of(t) for t in tellings if t.event.id not in kept},
        credits=credited,
        besides=_besides(asserting, carried, passed, grounds, rests),
    )


def _telling_it(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings on whose grounds a claim rests: denials are none of them, nor are threats of what came to pass.

    Of a claim that is only denied all are.
    """
    happened = any(t.event.status in HAPPENED for t in tellings)
    without = {Status.DENIED, Status.THREATENED} if happened else {Status.DENIED}
    return [t for t in tellings if t.event.status not in without] or list(tellings)


def _without_hearsay(chosen: Mapping[str, Ground], shared: Mapping[str, int], grounds: Grounds) -> dict[str, Ground]:
    """The grounds by home, with media that nobody names on the ground that most of the others share.

    They may have it from any report that is known, so that they add no origin to it; where nothing else is known, they
    stay the one.
    """
    known = [ground for ground in chosen.values() if not grounds.of_no_outlet(ground)]
    if not known:
        return dict(chosen)
    best = min(known, key=lambda ground: (-shared[ground.key], ground.key))
    return {home: best if grounds.of_no_outlet(ground) else ground for home, ground in chosen.items()}


def _besides(
    tellings: Sequence[Telling],
    carried: Mapping[str, Ground],
    passed: Mapping[str, Ground],
    grounds: Grounds,
    rests: Rests,
) -> dict[str, Ground]:
    """What each document tells in another voice than the one on which it rests.

    That is the voice of another of its tellings, or somebody's whom another report names for what is one origin: a
    copy that lays the words to a new name has another speaker. A headline calls by a word ("hospital says") whom the
    text names.
    """
    spoken = [(t, rests.of(t)) for t in tellings if grounds.of_a_speaker(t)]
    own = {(t.document, g.key) for t, g in spoken}
    named = {g.key for t, g in spoken if grounds.quoted.names(t)}
    found = {}
    for t, ground in spoken:
        on = carried[t.document]
        if on.key in {o.key for o in rests.own(t)} or ground.key in passed:
            continue
        if grounds.in_headline(t) and _names_it(on, t):
            continue
        if (t.document, on.key) in own:
            found[t.event.id] = ground
        elif on.key in named and grounds.quoted.names(t):
            found[t.event.id] = replace(ground, joinings=ground.joinings or grounds.joined(t.document))
    return found


def _names_it(ground: Ground, telling: Telling) -> bool:
    """Whether all words for a telling's voice stand in what is said of a ground."""
    return telling.event.voice is not None and set(in_words(telling.event.voice.name)) <= set(in_words(ground.itself))


def _homes(tellings: Sequence[Telling], grounds: Grounds) -> tuple[dict[str, str], dict[str, str]]:
    """What each document's telling of a claim goes back to, and in words whom it credits.

    A document that lays the claim to another outlet goes with that outlet's report, and with all that credit it where
    the story has none; of several credited, with one that tells the claim, so that it joins no two. A document that
    has it also from a speaker of its own does not.
    """
    homes = {t.document: grounds.root(t.document) for t in tellings}
    credited: dict[str, dict[str, Ground]] = {}
    for t in tellings:
        ground = grounds.credited(t)
        if ground is not None:
            credited.setdefault(t.document, {})[ground.key] = ground
    for t in tellings:
        if grounds.has_its_own_voice(t):
            credited.pop(t.document, None)
    weight = Counter(key for keys in credited.values() for key in keys)
    told, words = set(homes.values()), {}
    for document in sorted(credited):
        best = min(credited[document].values(), key=lambda g: (g.key not in told, -weight[g.key], g.key))
        left, right = homes[document], next((homes[d] for d in homes if grounds.root(d) == best.key), best.key)
        homes = {d: right if home == left else home for d, home in homes.items()}
        words[document] = f"{grounds.named(document)} credits {best.name or best.reason}"
    return homes, words


def origin_id(ground: Ground) -> str:
    """The id under which a ground is listed among the story's origins."""
    return content_id("origin", ground.key)


def origins_of(claims: Sequence[tuple[Sequence[Telling], Grounded]], order: Sequence[str]) -> tuple[Origin, ...]:
    """All grounds on which some claim rests, with their documents in the story's order."""
    places = {document: place for place, document in enumerate(order)}
    grounds: dict[str, Ground] = {}
    documents: dict[str, set[str]] = {}
    joinings: dict[str, set[Joining]] = {}
    for tellings, grounded in claims:
        for t in tellings:
            ground, credits_ = grounded.of(t), grounded.credits.get(t.document)
            for each in (ground, *([grounded.carried[t.document]] if t.event.id in grounded.besides else [])):
                grounds.setdefault(each.key, each)
                documents.setdefault(each.key, set()).add(t.document)
                joinings.setdefault(each.key, set()).update(each.joinings)
            if credits_ is not None:
                joinings[ground.key].add(Joining(places[t.document], credits_, t.document))
    found = []
    for key, ground in grounds.items():
        ids = documents[key]
        whole = replace(ground, joinings=tuple(joinings[key]))
        # a voice is told before those who credit a report of it; a document itself by what joins others to it
        voice = [ground.itself] if joinings[key] and not ground.key.startswith("document ") else []
        reason = "; ".join((*voice, whole.reason_of(ids)))
        found.append(Origin(id=origin_id(ground), documents=tuple(d for d in order if d in ids), reason=reason))
    return tuple(sorted(found, key=lambda o: (-len(o.documents), o.reason, o.id)))


def root_of(grounded: Grounded, tellings: Sequence[Telling]) -> Root | None:
    """The one party or document on which all reports of a claim rest, or None where there are several."""
    keys = {g.key for g in grounded.carried.values()}
    if len(keys) != 1 or _laid_to_others(grounded, tellings):
        return None
    ground = next(iter(grounded.carried.values()))
    ground = replace(ground, joinings=tuple({j for g in grounded.carried.values() for j in g.joinings}))
    why = ground.reason_of(grounded.carried)
    n = len(grounded.carried)
    how = "the one report rests" if n == 1 else f"all {n} reports rest"
    if ground.party is not None:
        why = f"{ground.itself}; {why}" if ground.joinings else why
        return Root(party=ground.party, reason=f"{how} on {why}")
    if ground.key.startswith("document ") and n > 1:
        return Root(document=ground.key.removeprefix("document "), reason=f"{how} on one document: {why}")
    return None


def _laid_to_others(grounded: Grounded, tellings: Sequence[Telling]) -> bool:
    """Whether some document tells all that it tells of a claim in another voice than that on which it is counted."""
    counted = [t for t in tellings if t.event.id not in grounded.denied]
    theirs = {t.document for t in counted if t.event.id in grounded.besides}
    return bool(theirs - {t.document for t in counted if t.event.id not in grounded.besides})
