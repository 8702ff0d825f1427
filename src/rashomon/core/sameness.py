"""Which words may stand for one another when a sentence is checked; stricter than what may be compared.

A predicate class holds "sold" and "donated", a noun class a man and a woman: both may be compared, neither is the
same. What is the same is declared in `data/predicate_senses.tsv` and `data/noun_synonyms.tsv`, and what words do in
`data/check_words.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.core.predicates import predicate_class, predicate_classes
from rashomon.core.words import stem

OF_NO_CLASS = "-"


@cache
def _senses() -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Verb -> the senses that hold it, each with its class."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for line in files("rashomon.core").joinpath("data/predicate_senses.tsv").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, members = line.split("\t")
        sense = frozenset(m.strip() for m in members.split(","))
        for verb in sense:
            found.setdefault(verb, []).append((name, sense))
    return found


@cache
def _divided() -> frozenset[str]:
    return frozenset(name for senses in _senses().values() for name, _ in senses)


def declared_apart(left: str, right: str) -> bool:
    """Whether two verbs are declared to tell different deeds: of other classes, or in other lines of one class."""
    ours, theirs = _senses().get(left, ()), _senses().get(right, ())
    if any(right in sense for _, sense in ours):
        return False
    if {name for name, _ in ours} & {name for name, _ in theirs} - {OF_NO_CLASS}:
        return True
    if _classes_of(left) and _classes_of(right) and not _classes_of(left) & _classes_of(right):
        return True
    # a verb of a class that is divided, in none of its lines, is not what another of that class is
    return bool(_classes_of(left) & _classes_of(right) & _divided())


@dataclass(frozen=True, slots=True)
class DeedPhrase:
    """A phrase for which there is one verb: how its noun hangs on it, the nouns, the verb, where its target stands."""

    how: str
    nouns: frozenset[str]
    deed: str
    target: tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    """The lines of a declared table, in columns."""
    lines = files("rashomon.core").joinpath(f"data/{name}").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def _members(column: str) -> list[str]:
    return [m.strip() for m in column.split(",") if m.strip()]


@cache
def deed_phrases() -> dict[str, tuple[DeedPhrase, ...]]:
    """Verb -> the phrases that begin with it, from `data/deed_phrases.tsv`."""
    found: dict[str, tuple[DeedPhrase, ...]] = {}
    for verbs, how, nouns, deed, target in _rows("deed_phrases.tsv"):
        places = () if target == "-" else tuple(_members(target))
        phrase = DeedPhrase(how=how, nouns=frozenset(_members(nouns)), deed=deed, target=places)
        for verb in _members(verbs):
            found[verb] = (*found.get(verb, ()), phrase)
    return found


@cache
def _converses() -> dict[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for parting, coming in _rows("converses.tsv"):
        for verb in _members(parting):
            found.setdefault(verb, (_members(coming)[0], True))
        for verb in _members(coming):
            found.setdefault(verb, (_members(parting)[0], False))
    return found


def converse_of(lemma: str) -> tuple[str, bool] | None:
    """The verb that tells a deal from its other side, and whether this one's subject parts with the thing."""
    return _converses().get(lemma)


@cache
def known_deed(lemma: str) -> bool:
    """Whether a verb with its particle is declared anywhere."""
    return lemma in _senses() or bool(_classes_of(lemma)) or lemma in _converses() or lemma in deed_phrases()


@cache
def is_form_of(word: str, verb: str) -> bool:
    """Whether a word is a form of a verb ("took", "take")."""
    if word in {verb, f"{verb}s", f"{verb}es", f"{verb}ed", f"{verb}d", f"{verb}ing", f"{verb[:-1]}ing"}:
        return True
    irregular = {one: frozenset(formed.split()) for one, formed in _rows("verb_forms.tsv")}
    return word in irregular.get(verb, frozenset())


@cache
def _acting() -> dict[str, frozenset[str]]:
    return {body: frozenset(people.split()) for body, people in _rows("members.tsv")}


def acts_for(body: str, people: str) -> bool:
    """Whether such people act for such a body: soldiers for the army."""
    return people in _acting().get(body, frozenset())


@cache
def _told_for() -> dict[str, frozenset[tuple[int, frozenset[str]]]]:
    found: dict[str, frozenset[tuple[int, frozenset[str]]]] = {}
    for number, (done_to, verbs) in enumerate(_rows("deeds_told_for.tsv")):
        for verb in _members(verbs):
            found[verb] = found.get(verb, frozenset()) | {(number, frozenset(done_to.split()))}
    return found


def told_for(left: str, right: str, done_to: frozenset[str]) -> bool:
    """Whether news tells one verb's deed for the other's, where all else agrees; not that they mean the same.

    Args:
        left: one verb, with its particle.
        right: the other.
        done_to: what is told of that to which it is done in both: "people" or "things", and its noun.
    """
    both = _told_for().get(left, frozenset()) & _told_for().get(right, frozenset())
    return any("any" in kinds or kinds & done_to for _, kinds in both)


@cache
def _under_deeds() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(_members(v)), frozenset(n.split())) for v, n in _rows("nouns_under_deeds.tsv"))


def same_under(deed: str, left: str, right: str) -> bool:
    """Whether two nouns mean the same as what a deed is done to: jobs are cut where staff are."""
    return any(deed in verbs and {left, right} <= nouns for verbs, nouns in _under_deeds())


@cache
def _synonyms() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    lines = files("rashomon.core").joinpath("data/noun_synonyms.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for noun in () if line.startswith("#") else line.split():
            found.setdefault(noun, set()).add(number)
    return found


@cache
def words_that(kind: str) -> frozenset[str]:
    """The words of one kind in `data/check_words.tsv`: `labile`, `classifier`, `business`, `body`, `predicating`."""
    for line in files("rashomon.core").joinpath("data/check_words.tsv").read_text("utf-8").splitlines():
        name, _, members = line.partition("\t")
        if name == kind:
            return frozenset(m.strip() for m in members.split(","))
    raise KeyError(kind)


@cache
def _classes_of(lemma: str) -> frozenset[str]:
    return frozenset(one.name for one in predicate_classes() if lemma in one.verbs or lemma in one.nouns)


def same_deed(left: str, right: str) -> bool:
    """Whether two predicates' lemmas tell the same deed: one word, one sense, or one class that has no senses."""
    left, right = left.lower(), right.lower()
    if left == right or (" " not in left + right and stem(left) == stem(right)):
        return True
    if any(right in sense for _, sense in _senses().get(left, ())):
        return True
    return bool((_classes_of(left) & _classes_of(right)) - _divided())


def comparable_deeds(left: str, right: str) -> bool:
    """Whether two predicates tell deeds of one kind, so that one may be told instead of the other."""
    left, right = left.lower(), right.lower()
    shared = _classes_of(left) & _classes_of(right)
    return same_deed(left, right) or bool(shared) or predicate_class(left) == predicate_class(right) is not None


def same_noun(left: str, right: str) -> bool:
    """Whether two nouns' lemmas may stand for one another."""
    left, right = left.lower(), right.lower()
    if left == right:
        return True
    if len(left) > 4 and stem(left) == stem(right):
        return left.endswith("ee") == right.endswith("ee")  # an employer is no employee
    return bool(_synonyms().get(left, set()) & _synonyms().get(right, set()))
