"""Who speaks in turn: in a dialogue `he said` need not mean whoever spoke last, nor whoever was named last.

Two people speak to each other where one answers the other (`Kerr replied`), tells the other something (`Tarn told
Kerr`) or says `you` in few words. A report that only quotes one witness after another is no dialogue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rashomon.core import Kind
from rashomon.read.cues import cues
from rashomon.read.names_antecedents import gender_of
from rashomon.read.names_parties import Party
from rashomon.read.names_pointers import Pointers
from rashomon.read.parse import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

ANSWERS = frozenset({"answer", "interruption"})
"""Classes of verbs that tell of two who speak to each other."""
YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
MOST_ANSWER_TOKENS = 9
"""Words with `you` in them are somebody's to whoever spoke before where they are no more than so many."""
MOST_BLOCKS = 3
"""A dialogue goes on over so many paragraphs without a turn."""
MOST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody said in a paragraph, and whether it was said to whoever speaks before or next."""

    block: int
    party: Party | None
    addressed: bool


@dataclass(slots=True)
class Dialogue:
    """The last turns of the report."""

    turns: list[Turn] = field(default_factory=list)

    def said(self, sentence: Sentence, token: Token, pointers: Pointers, inside: Sequence[Token]) -> None:
        """Somebody, whom `token` stands for if that is told, said what stands between the marks of a sentence."""
        cue = cues().verb(token.head) if token.dep_ == "nsubj" else None
        if cue is None or not cue.takes("q") or not inside:
            return
        turn = Turn(sentence.block, pointers.party_of(sentence, token), _addressed(sentence, token, pointers, inside))
        self.turns = [*self.turns[1 - MOST_TURNS :], turn]

    def leaves_open(self, sentence: Sentence, token: Token, party: Party, inside: Sequence[Token]) -> bool:
        """Whether `she said` behind marks may be another's turn than that of the party most in mind."""
        cue = cues().verb(token.head) if token.dep_ == "nsubj" else None
        before = [t for t in self.turns if sentence.block - t.block <= MOST_BLOCKS]
        if cue is None or not cue.takes("q") or not 0 < len(inside) <= MOST_ANSWER_TOKENS or len(before) < 2:
            return False
        if before[-1].party is before[-2].party is not None:
            return False
        if "addition" in cue.classes and before[-1].party is party:
            return False
        spoken_to = any(t.addressed for t in before[-2:])
        others = [t.party for t in before if t.party is not party]
        return spoken_to and (party.gender != gender_of(token) or any(_may_be(p, token) for p in others))


def _addressed(sentence: Sentence, token: Token, pointers: Pointers, inside: Sequence[Token]) -> bool:
    """Whether a turn is said to somebody: an answer, told to a person, or few words with `you`."""
    cue = cues().verb(token.head)
    if cue is not None and not ANSWERS.isdisjoint(cue.classes):
        return True
    hearers = [pointers.party_of(sentence, c) for c in token.head.children if c.dep_ in {"dobj", "dative"}]
    if any(p is not None and p.kind is Kind.PERSON for p in hearers):
        return True
    return len(inside) <= MOST_ANSWER_TOKENS and any(t.lower_ in YOU for t in inside)


def _may_be(party: Party | None, token: Token) -> bool:
    """Whether a pronoun can mean who had another turn: a person of that sex or of none told, or one unknown."""
    if party is None:
        return True
    alone = party.kind is not Kind.PEOPLE and " " not in party.name  # a surname may have been taken for a body's
    return (party.kind is Kind.PERSON or alone) and party.gender in {"", gender_of(token)}
