"""Which names of one document stand for one party."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from rashomon.core import Kind
from rashomon.core.places import UNIONS, country_word
from rashomon.read.names_found import Found, folded
from rashomon.read.nouns import given_names

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})


@dataclass(slots=True)
class Party:
    """A person, body, place or people of one document, named or only described.

    `forms` counts the forms of its name; `roles` holds the heads of the phrases that describe it, each with its
    modifiers (nationalities as the country's name).
    """

    name: str
    kind: Kind
    gender: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    roles: set[tuple[str, frozenset[str]]] = field(default_factory=set)
    named: bool = True
    age: str = ""
    """Years of age as told, in digits."""
    speaks_for: Party | None = None
    """The body whose spokesperson it is, where the body stands before the role: `Waymark spokeswoman Ida Brandt`."""


def bring_together(found: list[Found]) -> list[Party]:
    """For each name found in a document, its party."""
    kinds = _kinds(found)
    parties: dict[str, Party] = {}
    by_key: dict[str, list[Found]] = defaultdict(list)
    for name in found:
        by_key[_key(name)].append(name)
    order = sorted(by_key, key=lambda k: (-len(by_key[k][0].words), -len(by_key[k])))
    surnames: dict[str, list[Party]] = defaultdict(list)
    known: dict[int, Party] = {}
    for key in order:
        names = by_key[key]
        party = _party(key, names, kinds[key], known.values(), surnames)
        parties[key] = known.setdefault(id(party), party)
        for name in names:
            parties[key].forms[" ".join(name.words)] += not name.headline
            party.gender = party.gender or name.gender
        if " " in key and party.kind is Kind.PERSON and not party.gender:
            party.gender = given_names().get(key.split(maxsplit=1)[0], "")
    for party in known.values():
        party.name = _fullest(party)
    return _assigned(found, parties, surnames)


def _key(name: Found) -> str:
    return folded(" ".join(name.words))


def _kinds(found: list[Found]) -> dict[str, Kind]:
    """One kind for each name: what is sure wins, then the most votes."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for name in found:
        if name.kind is not None:
            votes[_key(name)][name.kind] += 10 if name.sure else 1
        else:
            votes[_key(name)][Kind.THING] += 0
    kinds = {key: max(count, key=lambda k: (count[k], k == Kind.PERSON)) for key, count in votes.items()}
    for key in [k for k, kind in kinds.items() if kind is Kind.THING and " " in k]:
        first, *_, last = key.split()
        if kinds.get(last) is Kind.PERSON or (first in given_names() and len(key.split()) == 2):
            kinds[key] = Kind.PERSON  # missed by the recogniser, but told by a given name or by the surname alone
    return kinds


def _party(
    key: str, names: list[Found], kind: Kind, known: Collection[Party], surnames: dict[str, list[Party]]
) -> Party:
    words = [w for w in key.split() if w.strip(".,") not in SUFFIXES] or key.split()
    place = country_word(" ".join(names[0].words))
    if place is not None and place.sense == "name" and kind is not Kind.PERSON:
        role = ("union" if place.country in UNIONS else "country", frozenset({place.country}))
        sort = Kind.BODY if place.country in UNIONS else Kind.PLACE
        return _first(p for p in known if p.kind is sort and role in p.roles) or Party(
            name=key, kind=sort, roles={role}
        )
    if kind in {Kind.PERSON, Kind.THING, Kind.BODY, Kind.PLACE} and not any(
        n.sure and n.kind is not Kind.PERSON for n in names
    ):
        person = _same_person(words, known, surnames, sure=kind is Kind.PERSON)
        if person is not None:
            return person
    if kind in {Kind.BODY, Kind.THING}:
        body = _same_body(key, names[0].words, known)
        if body is not None:
            return body
    made = Party(name=" ".join(names[0].words), kind=kind)
    if kind is Kind.PERSON:
        for word in dict.fromkeys(words):
            surnames[word].append(made)
    return made


def _first(parties: Iterable[Party]) -> Party | None:
    return next(iter(parties), None)


def _same_person(
    words: list[str], known: Collection[Party], surnames: dict[str, list[Party]], *, sure: bool
) -> Party | None:
    """A person already known under a fuller or slightly different name.

    A shorter name is somebody's whole name where it leaves words out of it: the second surname, as Spanish names do
    (`Luis Arn Vela`, `Luis Arn`), the given names before two surnames, a middle name.
    """
    if len(words) == 1:
        word = words[0]
        people = [p for p in surnames.get(word, ()) if _last(p) == word] or surnames.get(word, [])
        if people:
            return people[0]
        if sure and len(word) >= 6:
            people = [p for p in known if p.kind is Kind.PERSON and len(_last(p)) >= 6]
            near = [p for p in people if _same_surname(word, _last(p))]
            return near[0] if len(near) == 1 else None
        return None
    for party in known:
        if party.kind is not Kind.PERSON:
            continue
        other = folded(max(party.forms, key=len, default=party.name)).split()
        if len(other) < 2:
            continue
        if _same_surname(words[-1], other[-1]) and _same_given(words[0], other[0]):
            return party
        shorter, longer = sorted((words, other), key=len)
        if len(shorter) >= 2 and shorter[0] == longer[0] and all(w in longer for w in shorter):
            return party
        if len(shorter) >= 2 and shorter == longer[-len(shorter) :]:
            return party
    return None


def _last(party: Party) -> str:
    words = [w for w in folded(max(party.forms, key=len, default=party.name)).split() if w not in SUFFIXES]
    return words[-1] if words else ""


def _same_surname(left: str, right: str) -> bool:
    if left == right:
        return True
    if min(len(left), len(right)) < 5 or abs(len(left) - len(right)) > 1:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(left, right) <= 1


def _same_given(left: str, right: str) -> bool:
    if left == right or (1 in {len(left), len(right)} and left[0] == right[0]):
        return True
    if left[0] != right[0] or min(len(left), len(right)) < 3:
        return False
    from rapidfuzz.distance import OSA

    return (
        left.startswith(right)
        or right.startswith(left)
        or OSA.distance(left, right) <= 1 + (min(len(left), len(right)) >= 6)
    )


def _same_body(key: str, words: tuple[str, ...], known: Collection[Party]) -> Party | None:
    """A body already known by a fuller name that ends in this one, or by the long form of this acronym."""
    acronym = words[0] if len(words) == 1 and words[0].replace(".", "").isupper() and 2 <= len(words[0]) <= 8 else ""
    fits = []
    for party in known:
        if party.kind not in {Kind.BODY, Kind.PLACE, Kind.THING}:
            continue
        long = party.name.split()
        if acronym:
            if len(long) > 1 and acronym.replace(".", "") in _initials(long):
                fits.append(party)
        elif len(words) > 1 and folded(party.name).endswith(" " + key):
            fits.append(party)
    return fits[0] if len(fits) == 1 else None


def _initials(words: list[str]) -> set[str]:
    return {
        "".join(w[0] for w in words if w[0].isalnum()).upper(),
        "".join(w[0] for w in words if w.lower() not in SMALL and w[0].isalnum()).upper(),
    }


def _assigned(found: list[Found], parties: dict[str, Party], surnames: dict[str, list[Party]]) -> list[Party]:
    """The party of each name; a surname alone can mean somebody other than the one who bears it in full.

    `Mr Kerr` is not Anna Kerr. And where a surname stands alone first and the only full name that has it is that of
    `his daughter, Anna Kerr`, it is her father's, whom the report takes to be known.
    """
    early = _early(found)
    known: dict[str, Party] = {}
    assigned = []
    for name in found:
        party = parties[_key(name)]
        bearers = _bearers(name, surnames) if len(name.words) == 1 and party.kind is Kind.PERSON else []
        if not any(" " in form for p in bearers for form in p.forms):
            assigned.append(party)
            continue
        word = folded(name.words[0])
        fits = [p for p in bearers if not name.gender or p.gender in {"", name.gender}]
        somebody = f"{name.gender} {word}" if not fits else word if word in early and not name.gender else ""
        if somebody:
            known.setdefault(somebody, Party(name=name.words[0], kind=Kind.PERSON, gender=name.gender))
        chosen = known.get(somebody) or max(fits, key=_spelt_out)
        chosen.forms[name.words[0]] += bool(somebody)
        assigned.append(chosen)
    return assigned


def _early(found: list[Found]) -> set[str]:
    """Surnames that stand alone before the only longer name that ends in them, that of somebody's wife or son."""
    alone: set[str] = set()
    relatives: dict[str, set[str]] = defaultdict(set)
    for name in found:
        word = folded(name.words[-1])
        if len(name.words) > 1:
            relatives[word].add(_key(name) if name.kin else "")
        elif word not in relatives and not name.gender and not name.headline:
            alone.add(word)
    return {word for word in alone if len(relatives.get(word, ())) == 1 and "" not in relatives[word]}


def _bearers(name: Found, surnames: dict[str, list[Party]]) -> list[Party]:
    """The people whose surname a single word is."""
    word = folded(name.words[0])
    return [p for p in surnames.get(word, ()) if _last(p) == word]


def _spelt_out(party: Party) -> int:
    """How often a party is named by more than one word."""
    return sum(n for form, n in party.forms.items() if " " in form)


def _fullest(party: Party) -> str:
    """The form of the name with most words, then the one used most often; what only a headline says counts last.

    A word before a given name that is mostly left out is no part of the name: `Crooked Anna Kerr`.
    """
    told = [f for f, n in party.forms.items() if n and " " in f] or list(party.forms)
    if party.kind is not Kind.PERSON:
        return max(told, key=lambda f: (len(f.split()), party.forms[f], len(f)))
    fits = [f for f in told if not any(_adorns(f, other, party.forms) for other in told)]
    return max(fits or told, key=lambda f: (min(len(f.split()), 3), party.forms[f], len(f)))


def _adorns(form: str, other: str, forms: Counter[str]) -> bool:
    """Whether a form is another with something set before it that most mentions do without."""
    given = other.split(maxsplit=1)[0].lower() in given_names() and " " in other
    return given and form.endswith(f" {other}") and forms[other] > forms[form]
