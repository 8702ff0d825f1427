"""Which names of one document stand for one party."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from rashomon.core import Kind
from rashomon.core.places import UNIONS, country_word
from rashomon.read.names_found import Found, folded
from rashomon.read.names_known import SUFFIXES, Known, Party
from rashomon.read.nouns import given_names

__all__ = ["Party", "bring_together"]


def bring_together(found: list[Found]) -> list[Party]:
    """For each name found in a document, its party."""
    kinds = _kinds(found)
    parties: dict[str, Party] = {}
    by_key: dict[str, list[Found]] = defaultdict(list)
    for name in found:
        by_key[_key(name)].append(name)
    order = sorted(by_key, key=lambda k: (-len(by_key[k][0].words), -len(by_key[k])))
    known = Known()
    for key in order:
        names = by_key[key]
        party = parties[key] = _party(key, names, kinds[key], known)
        for name in names:
            party.forms[" ".join(name.words)] += not name.headline
            party.gender = party.gender or name.gender
        if " " in key and party.kind is Kind.PERSON and not party.gender:
            party.gender = given_names().get(key.split(maxsplit=1)[0], "")
        known.add(party)
    seen: dict[str, int] = {}
    for place, name in enumerate(found):
        seen.setdefault(" ".join(name.words), place)
    for party in known.parties:
        party.name = _fullest(party, seen)
    return _assigned(found, parties, known)


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


def _party(key: str, names: list[Found], kind: Kind, known: Known) -> Party:
    words = [w for w in key.split() if w.strip(".,") not in SUFFIXES] or key.split()
    place = country_word(" ".join(names[0].words))
    if place is not None and place.sense == "name" and kind is not Kind.PERSON:
        role = ("union" if place.country in UNIONS else "country", frozenset({place.country}))
        sort = Kind.BODY if place.country in UNIONS else Kind.PLACE
        return known.country(sort, role) or Party(name=key, kind=sort, roles={role})
    if kind in {Kind.PERSON, Kind.THING, Kind.BODY, Kind.PLACE} and not any(
        n.sure and n.kind is not Kind.PERSON for n in names
    ):
        person = known.person(words, sure=kind is Kind.PERSON)
        if person is not None:
            return person
    if kind in {Kind.BODY, Kind.THING}:
        body = known.body(key, names[0].words)
        if body is not None:
            return body
    made = Party(name=" ".join(names[0].words), kind=kind)
    if kind is Kind.PERSON:
        known.bears(words, made)
    return made


def _assigned(found: list[Found], parties: dict[str, Party], known: Known) -> list[Party]:
    """The party of each name; a surname alone can mean somebody other than the one who bears it in full.

    `Mr Kerr` is not Anna Kerr. And where a surname stands alone first and the only full name that has it is that of
    `his daughter, Anna Kerr`, it is her father's, whom the report takes to be known.
    """
    early = _early(found)
    others: dict[str, Party] = {}
    fitting: dict[tuple[str, str], _Fitting] = {}
    assigned = []
    for name in found:
        party = parties[_key(name)]
        if len(name.words) > 1 or party.kind is not Kind.PERSON:
            assigned.append(party)
            continue
        word = folded(name.words[0])
        if (word, name.gender) not in fitting:
            fitting[word, name.gender] = _fitting(known.bearers(word), name.gender)
        fits = fitting[word, name.gender]
        if not fits.in_full:
            assigned.append(party)
            continue
        best = fits.best
        somebody = f"{name.gender} {word}" if best is None else word if word in early and not name.gender else ""
        if somebody:
            best = others.setdefault(somebody, Party(name=name.words[0], kind=Kind.PERSON, gender=name.gender))
        chosen = best or party
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


class _Fitting(NamedTuple):
    """Of the people who bear a surname: whether any is told in full, and who is most often among those who fit."""

    in_full: bool
    best: Party | None


def _fitting(bearers: list[Party], gender: str) -> _Fitting:
    fits = [p for p in bearers if not gender or p.gender in {"", gender}]
    in_full = any(" " in form for p in bearers for form in p.forms)
    return _Fitting(in_full, max(fits, key=_spelt_out, default=None))


def _spelt_out(party: Party) -> int:
    """How often a party is named by more than one word."""
    return sum(n for form, n in party.forms.items() if " " in form)


def _fullest(party: Party, seen: dict[str, int]) -> str:
    """The form of the name with most words, then the one used most often; what only a headline says counts last.

    Of two spellings told as often, that with a known given name is right, else the first of the text, by `seen`.

    A word before a given name that is mostly left out is no part of the name: `Crooked Anna Kerr`.
    """
    told = [f for f, n in party.forms.items() if n and " " in f] or list(party.forms)
    if party.kind is not Kind.PERSON:
        return max(told, key=lambda f: (len(f.split()), party.forms[f], len(f)))
    fits = [f for f in told if not _adorned(f, party.forms)]

    def rank(form: str) -> tuple[int, int, int, bool, int]:
        words = form.split()
        known = words[0].lower() in given_names()
        return min(len(words), 3), party.forms[form], len(words), known, -seen.get(form, len(seen))

    return max(fits or told, key=rank)


def _adorned(form: str, forms: Counter[str]) -> bool:
    """Whether a form is another with something set before it that most mentions do without."""
    words = form.split()
    for start in range(1, len(words) - 1):
        other = " ".join(words[start:])
        if words[start].lower() in given_names() and forms.get(other, 0) > forms[form]:
            return True
    return False
