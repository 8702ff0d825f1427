"""Where `he said` stays open: the sentence before was about somebody else, or about two who can both be meant.

A pronoun goes on from the subject of the sentence before (the backward-looking centre of Grosz, Joshi and Weinstein,
1995). Where that subject is a name of which it is not known whom or what it stands for, such as a bare surname that
the report never introduced, the one before it is not meant: his words would be laid to his adversary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Kind, Role
from rashomon.core.places import country_word
from rashomon.read.cues import cues
from rashomon.read.names_antecedents import HE, SHE, gender_of
from rashomon.read.names_found import KIN, folded
from rashomon.read.names_known import same_surname
from rashomon.read.names_memory import Memory
from rashomon.read.names_parties import Party
from rashomon.read.names_pointers import Bounds, Pointers, within
from rashomon.read.nouns import given_names, nouns
from rashomon.read.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BESIDE = frozenset({"det", "poss", "amod", "compound", "nummod", "prep", "relcl", "acl", "conj"})
"""What hangs on a common noun and on no bare surname."""


SPOUSES = {"f": frozenset({"wife", "widow", "girlfriend"}), "m": frozenset({"husband", "widower", "boyfriend"})}
"""Who goes with one of the other sex, as a rule: of `Kerr's wife said she left` Kerr is not meant."""
PERSONAL = KIN | frozenset(
    """
    lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent aide adviser advisor assistant
    representative publicist biographer friend neighbour neighbor colleague partner doctor nephew niece cousin uncle
    aunt grandson granddaughter grandfather grandmother
    """.split()
)
"""What people are to one who is a person, and not to a town or a country."""


@dataclass(frozen=True, slots=True)
class Before:
    """The last sentence outside quotation marks, as far as it tells against a pronoun's party."""

    rival: str = ""
    """The one word of its subject, where that is a name that is nobody known."""
    pair: tuple[Party, Party] | None = None
    """Two people of whom the one is told to have met, or done something to, the other."""


def told_before(sentence: Sentence, pointers: Pointers, memory: Memory, marks: Bounds, former: Before) -> Before:
    """What a sentence that has been read tells against the parties of pronouns in the next.

    Args:
        sentence: The sentence.
        pointers: Whom its tokens stand for.
        memory: Who was named lately.
        marks: What stands between quotation marks in it.
        former: What the sentence before it told, which stays where this one is all quoted or goes on from it.
    """
    if sentence.passage.role is Role.HEADLINE:
        return former
    verb = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
    if verb is None or within(marks, verb):
        return former
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and not within(marks, c)), None)
    if subject is None:
        return Before()
    party = pointers.party_of(sentence, subject)
    if party is None and subject.lower_ in HE | SHE:
        return former
    if party is None or (not party.named and party.kind is Kind.BODY):
        return Before(rival=subject.text if _surname(subject) else "")
    if party.kind is Kind.THING and party.named:
        alone = len(party.name.split()) == 1 and subject.tag_ in {"NNP", "NNPS"}
        return Before(rival=subject.text if alone else "")
    return Before(pair=_pair(sentence, pointers, memory, party, verb))


def _surname(subject: Token) -> bool:
    """Whether a sentence opens with a word that answers or speaks and may be a surname: `Banks rejected the charge`."""
    lemma = subject.lemma_.lower()
    return (
        subject.i == 0
        and subject.text.istitle()
        and subject.tag_ in {"NN", "NNS", "NNP", "NNPS"}
        and nouns().kinds.get(lemma) not in {Kind.PERSON, Kind.PEOPLE}
        and lemma not in nouns().documents
        and cues().nouns.get(lemma) is None
        and not any(c.dep_ in BESIDE for c in subject.children)
        and cues().verb(subject.head) is not None
    )


def _pair(
    sentence: Sentence, pointers: Pointers, memory: Memory, subject: Party, verb: Token
) -> tuple[Party, Party] | None:
    """The two people of `Lind met King` or `Lind met with King`, where neither has been told to speak."""
    if subject.kind is not Kind.PERSON or id(subject) in memory.reporters or cues().verb(verb) is not None:
        return None
    beside = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with"]
    objects = (
        pointers.party_of(sentence, c) for v in (verb, *beside) for c in v.children if c.dep_ in {"dobj", "pobj"}
    )
    other = next((p for p in objects if p is not None), None)
    if other is None or other is subject or other.kind is not Kind.PERSON or id(other) in memory.reporters:
        return None
    return subject, other


def stays_open(sentence: Sentence, token: Token, party: Party, pointers: Pointers, before: Before) -> bool:
    """Whether a pronoun cannot be laid to the party most in mind, since the sentence before tells against it."""
    word = token.lower_
    if word not in HE | SHE or token.dep_ not in SUBJECTS:
        return False
    speaks = cues().verb(token.head) is not None
    if not speaks and token.head.dep_ != "ROOT":
        return False
    if any(pointers.party_of(sentence, t) is party for t in sentence.doc[: token.i]):
        return False
    if before.rival:  # one who is written with a slip of the pen is no other
        return not same_surname(before.rival.lower(), folded(party.name).split()[-1])
    if before.pair is None or not speaks or all(party is not one for one in before.pair):
        return False
    subject, other = before.pair  # of the subject it may be unknown; another is meant only where the sex is known
    gender = gender_of(token)
    return _gender(subject) in {"", gender} and _gender(other) == gender


def spoken_for(sentence: Sentence, token: Token, party: Party, pointers: Pointers) -> bool:
    """Whether `she`, in what somebody's lawyer or brother says, may be that somebody as well as `party`.

    `Kerr's lawyer, Ivo Kant, said she knew of it`: not Kant, unless he is told to be a woman and she a man.
    """
    gender, below = gender_of(token), token
    for verb in token.ancestors:
        beside, below = below.dep_ == "conj", verb
        if beside:
            continue  # "Kerr's lawyer agreed; the board dismissed her": he does not tell of that
        teller = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if teller is None or cues().verb(verb) is None or teller.right_edge.i >= token.i:
            continue
        roles = [teller, *(c for c in teller.children if c.dep_ in {"appos", "compound", "nmod"})]
        owner = next((c for t in roles for c in t.children if c.dep_ == "poss"), None)
        lemmas = {t.lemma_.lower() for t in roles}
        known = pointers.party_of(sentence, teller)
        if owner is None or not lemmas.isdisjoint(SPOUSES[gender]):
            continue
        if (known is None or known.kind is not Kind.PERSON) and lemmas.isdisjoint(PERSONAL):
            continue
        whose = pointers.party_of(sentence, owner)
        if not _may_be_meant(owner, whose, gender, personal=not lemmas.isdisjoint(PERSONAL)):
            continue
        sex = known.gender if known is not None else ""
        sex = sex or next((nouns().gender[w] for w in lemmas if w in nouns().gender), "")
        return party is not whose or sex in {"", gender}
    return False


def _may_be_meant(owner: Token, whose: Party | None, gender: str, *, personal: bool) -> bool:
    """Whether the owner of a role is one of a sex; a lawyer's client may have a name that looks like a body's."""
    if owner.tag_ == "PRP$":
        return gender_of(owner) == gender
    if whose is None or whose.gender not in {"", gender}:
        return False
    alone = owner.pos_ == "PROPN" and " " not in whose.name and country_word(whose.name) is None
    return whose.kind is Kind.PERSON or (personal and alone and whose.kind is not Kind.PEOPLE)


def _gender(person: Party) -> str:
    """What is known of somebody's sex; `Eva King` may be read as a king, and is none for that."""
    words = person.name.split()
    if person.named or words[-1].islower():
        return person.gender
    return next((sex for word in words[:-1] if (sex := given_names().get(word.lower()))), "")
