"""Who is meant: names, roles and pronouns of one document brought together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from rashomon.core import Kind, Mention, Referent, Span
from rashomon.read.names_found import MONEY, find_names, folded
from rashomon.read.names_parties import Party, bring_together
from rashomon.read.names_people import with_people
from rashomon.read.names_pointers import Pointer
from rashomon.read.names_pointing import lay_to_parties
from rashomon.read.names_surnames import with_surnames
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.phrases import modifiers_of, noun_phrase
from rashomon.read.quotations_rubrics import rubric_tokens, told_behind

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_BEFORE = 3
"""A place before a colon at the head of a report ends within so many tokens."""


@dataclass(frozen=True, slots=True)
class Names:
    """The parties of one document and the mentions that stand for them."""

    mentions: tuple[Mention, ...]
    pointers: dict[tuple[int, int], Pointer]
    meant: dict[tuple[int, int], Pointer]
    """The pointers of those meant by a phrase that another word heads: `Lys Metro` in `Lys Metro chief Anna Kerr`."""
    bearers: dict[str, list[Party]] = field(default_factory=dict, compare=False, repr=False)
    """The people of the document by their surnames; made when first asked for."""

    @classmethod
    def of(cls, parsed: Parsed) -> Self:
        """Find the names of a document and bring together those of one party."""
        found = with_people(parsed, with_surnames(parsed, find_names(parsed)))
        pointers = lay_to_parties(parsed, found, bring_together(found))
        return cls(mentions=_mentions(parsed, pointers.by_token), pointers=pointers.by_token, meant=pointers.meant)

    def pointer(self, token: Token, sentence: Sentence) -> Pointer | None:
        """The name, role phrase or pronoun that a token belongs to."""
        return self.pointers.get((sentence.number, token.i))

    def referent(self, token: Token, sentence: Sentence) -> Referent | None:
        """What the noun phrase or pronoun headed by `token` stands for; None for a pronoun that stays open.

        Every noun phrase has a referent: one without a known party is named by its own words. The word of a label
        (`Analysis: Kerr said ...`) names nobody; whoever stands behind it is meant.
        """
        if label := rubric_tokens(token):
            told = told_behind(token, label)
            return self.referent(told, sentence) if told is not None else None
        meant = self.meant.get((sentence.number, token.i))
        if meant is not None:
            return Referent(
                span=sentence.place(token.doc[meant.start : meant.end]),
                name=meant.party.name,
                kind=meant.party.kind,
                head=token.doc[meant.head].lemma_.lower(),
                modifiers=modifiers_of(token),
            )
        if token.i < MOST_BEFORE and token.i + 1 < len(token.doc) and token.nbor().text == ":":
            near = [c for c in token.children if c.dep_ == "appos"]
            near += [c for c in token.head.children if c.dep_ == token.dep_ == "nsubj" and c.i > token.i]
            behind = [c for c in near if self._stands_for(c, sentence, Kind.PERSON)]
            if behind and not self._stands_for(token, sentence, Kind.PERSON):
                return self.referent(behind[0], sentence)  # "Lys: Mayor Anna Kerr left": where it was written
        pointer = self.pointers.get((sentence.number, token.i))
        if pointer is None and folded(token.text) in MONEY:
            return None
        if pointer is None and token.tag_ in {"PRP", "PRP$", "WP", "WDT", "WP$", "EX", "DT", "IN", "WRB"}:
            return None
        phrase = noun_phrase(token)
        if phrase[-1].tag_ == "POS" and len(phrase) > 1:
            phrase = phrase[:-1]
        if pointer is not None and pointer.form == "name" and pointer.end > phrase.end:
            phrase = token.doc[min(phrase.start, pointer.start) : pointer.end]
        lemma = token.lemma_.lower()
        # "35 diplomats" and later "the diplomats": groups are counted and named anew each time, so each keeps its words
        own = pointer is None or (
            pointer.form == "role" and pointer.party.kind is Kind.PEOPLE and not pointer.party.named
        )
        return Referent(
            span=sentence.place(phrase),
            name=phrase.text if own or pointer is None else pointer.party.name,
            kind=_kind_of(token) if pointer is None else pointer.party.kind,
            head=lemma,
            modifiers=modifiers_of(token),
        )

    def _stands_for(self, token: Token, sentence: Sentence, kind: Kind) -> bool:
        pointer = self.pointers.get((sentence.number, token.i))
        return pointer is not None and pointer.party.kind is kind

    def called(self, place: Span, words: str) -> Referent:
        """The one person whom a transcript's label (`KERR`) names; where none or several bear it, the label itself."""
        last = words.rsplit(maxsplit=1)[-1]
        name = self.person_called(last) or words
        return Referent(span=place, name=name, kind=Kind.PERSON, head=last.lower())

    def person_called(self, surname: str) -> str | None:
        """The name of the one person of the document who bears a surname, None where none or several do."""
        fits = self._people().get(surname.lower(), [])
        return fits[0].name if len(fits) == 1 else None

    def _people(self) -> dict[str, list[Party]]:
        """The people named in the document, by their surnames."""
        if not self.bearers:
            people = {id(p.party): p.party for p in self.pointers.values() if p.party.kind is Kind.PERSON}
            for party in people.values():
                if party.named:
                    self.bearers.setdefault(party.name.split()[-1].lower(), []).append(party)
        return self.bearers


def _kind_of(token: Token) -> Kind:
    """The kind of a phrase without a party, by its head."""
    kind = nouns().kinds.get(token.lemma_.lower(), Kind.THING)
    return Kind.PEOPLE if kind is Kind.PERSON and token.tag_ in {"NNS", "NNPS"} else kind


def _mentions(parsed: Parsed, pointers: dict[tuple[int, int], Pointer]) -> tuple[Mention, ...]:
    mentions = []
    for pointer in dict.fromkeys(pointers.values()):
        sentence = parsed.sentences[pointer.sentence]
        doc = sentence.doc
        span = sentence.place(
            doc[pointer.start : pointer.end] if pointer.end - pointer.start > 1 else doc[pointer.head]
        )
        mentions.append(Mention(span=span, name=pointer.party.name, kind=pointer.party.kind, form=pointer.form))
    return tuple(sorted(mentions, key=lambda m: (m.span.part, m.span.start, m.span.end)))
