"""Speech in headlines, which say who speaks by place and point and often leave out the verbs that a parser needs.

Three ways of writing: the speaker before a colon (`Kerr: We will not sign`), the speaker behind a colon or, in lower
case, a dash (`Bridge unsafe: police`, `Jobs will go - union`), and a clause behind the last comma (`Bridge unsafe,
inspector warns`, `..., says Kerr`). The first is also how headlines set a topic before the news (`Storm Ida: thousands
without power`), so a label speaks only where it names somebody who can and the words read as theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.core import Form, Kind, Quotation, Referent, Span
from rashomon.core.places import country_word
from rashomon.read.clauses import FINITE
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.nouns import nouns
from rashomon.read.parse import Parsed, Sentence
from rashomon.read.quotations_made import quotation
from rashomon.read.quotations_rubrics import RUBRICS, behind_rubric
from rashomon.read.quotations_stretches import FIRST_PERSON, Block, Stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

FRONT = re.compile(r"(?P<label>[^:“”\"‘,]{2,60}):\s+(?P<words>\S.*\S)", re.DOTALL)
BEHIND = re.compile(r"(?P<words>.{10,}\S)\s*:\s+(?P<label>[^:“”\"‘]{2,60})", re.DOTALL)
DASHED = re.compile(r"(?P<words>.{10,}\S)\s+(?P<cue>[-–—])\s+(?P<label>[a-z][a-z ]{3,40})", re.DOTALL)
CLAUSE = re.compile(r"(?P<words>.{5,}\S),[”\"’']?\s+(?P<clause>[^,:“”\"‘]{5,60})", re.DOTALL)
MOST_LABEL_TOKENS = 7
MODALS = frozenset("will would can could may might must shall should is are was were has have had".split())
LESSER = frozenset("as after before while when if since until because although though despite amid over".split())
"""What opens words that tell when or why something was said, and not what."""
SPEAKERS = frozenset({Kind.PERSON, Kind.BODY, Kind.PEOPLE})


@dataclass(frozen=True, slots=True)
class _Told:
    """A headline's words `[start, end)` in its text, with whoever says them and by what sign or word."""

    start: int
    end: int
    form: Form
    cue: tuple[Span, str]
    speaker: Referent | None


def headline(parsed: Parsed, block: Block, names: Names) -> Quotation | None:
    """The words of a headline that its own form lays to somebody; marks within them become speech, in place."""
    if not block.headline or not block.sentences:
        return None
    told = _labelled(block, names) or _going_on(block, names) or _clause(block, names)
    if told is None:
        return None
    span = Span(block.offset + told.start, block.offset + told.end, block.passage.span.part)
    spoken = [s for s in block.stretches if span.touches(s.span)]
    for stretch in spoken:
        if not stretch.speech and (stretch.length_words > 1 or len(stretch.span) >= 0.8 * len(span)):
            stretch.speech, stretch.speaker = True, told.speaker
    if any(_fills(s, span) for s in spoken):
        return None  # the marks already hold all of it
    return quotation(parsed, span, told.form, cue=told.cue, speaker=told.speaker)


def _fills(stretch: Stretch, span: Span) -> bool:
    return stretch.speech and stretch.span.shared_chars(span) >= 0.8 * len(span)


def _labelled(block: Block, names: Names) -> _Told | None:
    """`Kerr: We will not sign`, `Bridge unsafe: police`, `Jobs will go - union`."""
    for pattern in (FRONT, BEHIND, DASHED):
        match = pattern.fullmatch(block.text, behind_rubric(block.text))
        if match is None:
            continue
        speaker = _label(block, match.start("label"), match.end("label"), names)
        words = _Words(block, match.start("words"), match.end("words"))
        if speaker is None or not (_speaks_first if pattern is FRONT else _speaks_last)(speaker, words):
            continue
        at = match.start("cue") if pattern is DASHED else block.text.index(":", match.start())
        place = Span(block.offset + at, block.offset + at + 1, block.passage.span.part)
        form = Form.HEADLINE if words.own else Form.INDIRECT
        return _Told(words.start, words.end, form, (place, block.text[at]), speaker)
    return None


class _Words:
    """What stands on the other side of a headline's colon."""

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.text = block.text[start:end]
        span = Span(block.offset + start, block.offset + end, block.passage.span.part)
        self.tokens = [t for s in block.sentences for t in s.tokens_in(span)]
        self.marked = any(s.span.shared_chars(span) >= 0.8 * len(span) for s in block.stretches)

    @property
    def own(self) -> bool:
        """Whether the words can only be somebody's own: between marks, or in the first person."""
        return self.marked or FIRST_PERSON.search(self.text) is not None

    @property
    def clause(self) -> bool:
        """Whether they tell something, with a verb of their own, and do not only name it."""
        return any(
            t.tag_ in FINITE and t.dep_ not in {"relcl", "advcl"} and t.pos_ != "NOUN" for t in self.tokens
        ) and self.tokens[0].tag_ not in {"WRB", "WP", "WDT"}

    @property
    def tells(self) -> bool:
        """Whether they have a verb in any form, as headlines leave out `is` and `are`."""
        return any(t.tag_.startswith(("V", "MD")) and t.dep_ not in {"relcl", "amod", "acl"} for t in self.tokens)


def _speaks_first(speaker: Referent, words: _Words) -> bool:
    """Whether a label before a colon is the speaker: a name may as well be the topic, unless the words are its own."""
    if words.own:
        return True
    if speaker.kind is Kind.PERSON:
        return words.clause
    return _is_role(speaker)


def _speaks_last(speaker: Referent, words: _Words) -> bool:
    """Whether a label behind a colon is the speaker, as where the words tell something it nearly always is."""
    if len(words.text.split()) < 3:
        return False
    return words.own or words.tells or _is_role(speaker)


def _is_role(speaker: Referent) -> bool:
    return nouns().speaks(speaker.head) and country_word(speaker.name) is None


def _label(block: Block, start: int, end: int, names: Names) -> Referent | None:
    """Whom a label names: a known party, somebody by role, or a document; None for a topic or a kind of piece."""
    place = Span(block.offset + start, block.offset + end, block.passage.span.part)
    sentence = next((s for s in block.sentences if s.span.touches(place)), None)
    tokens = [t for t in sentence.tokens_in(place) if not t.is_space] if sentence is not None else []
    if sentence is None or not 1 <= len(tokens) <= MOST_LABEL_TOKENS or any(t.lower_ in RUBRICS for t in tokens):
        return None
    return _named(tokens, sentence, names)


def _named(tokens: list[Token], sentence: Sentence, names: Names) -> Referent | None:
    """The party of a short phrase: by its last noun before any preposition or verb, or by the document's names."""
    head = None
    for token in tokens:
        if token.pos_ in {"ADP", "VERB", "AUX", "PRON", "SCONJ"} or token.like_num or token.lower_ in "no?!;":
            break
        head = token if token.pos_ in {"NOUN", "PROPN"} else head
    if head is None:
        return None
    lemma = head.lemma_.lower()
    place = sentence.place(sentence.doc[tokens[0].i : head.i + 1])
    pointer = names.pointer(head, sentence)
    if pointer is not None and (pointer.form == "name" or pointer.party.kind is Kind.PERSON):
        speaker = names.referent(head, sentence)
        if speaker is not None and (speaker.kind in SPEAKERS or country_word(speaker.name) is not None):
            return speaker
    if (party := names.person_called(head.text)) is not None:
        return Referent(span=place, name=party, kind=Kind.PERSON, head=lemma)
    kind = nouns().kinds.get(lemma, Kind.THING)
    if nouns().speaks(lemma):  # a headline has nothing before it that "union" or "report" could point back to
        name = " ".join(t.text for t in sentence.doc[tokens[0].i : head.i + 1])
        return Referent(span=place, name=name, kind=Kind.PEOPLE if head.tag_ == "NNS" else kind, head=lemma)
    return None


def _going_on(block: Block, names: Names) -> _Told | None:
    """`Kerr drops plan, says port will not close`: the subject of what came first goes on to say a whole clause."""
    start = behind_rubric(block.text)
    whole = Span(block.offset + start, block.offset + len(block.text), block.passage.span.part)
    for sentence in block.sentences:
        tokens = [t for t in sentence.tokens_in(whole) if not t.is_space]
        for at, cue in enumerate(tokens[:-2]):
            lemma = _says(cue) if at > 1 and tokens[at - 1].text == "," else None
            if lemma is None or not _opens_clause(tokens[at + 1 :]) or tokens[0].tag_.startswith("PRP"):
                continue
            first = sentence.place(tokens[at + 1]).start - block.offset
            end = len(block.text.rstrip(" .!"))
            speaker = _actor(tokens[: at - 1], sentence, names)
            if speaker is None and not any(t.tag_ in FINITE for t in tokens[: at - 1]):
                return None  # "No deal, says man held in Lys": the words told may come first
            return _Told(first, end, Form.INDIRECT, (sentence.place(cue), lemma), speaker)
    return None


def _opens_clause(tokens: list[Token]) -> bool:
    """Whether a subject and a finite verb of its own stand here, with no word between that opens a lesser clause."""
    for at, token in enumerate(tokens):
        if token.tag_ in FINITE or token.lower_ in MODALS:
            held = token.tag_ == "VBD" and at + 1 < len(tokens) and tokens[at + 1].tag_ == "IN"  # "man held in Lys"
            return at > 0 and not held and token.dep_ not in {"relcl", "advcl"}
        if token.tag_ in {"WP", "WDT", "WRB"} or token.text in ",;:-–—" or (token.lower_ in LESSER and at):
            return False
    return False


def _actor(tokens: list[Token], sentence: Sentence, names: Names) -> Referent | None:
    """Who does what the first words of a headline tell: its subject, or the one person whose surname it opens with."""
    verb = next((n for n, t in enumerate(tokens) if t.tag_ in FINITE), None)
    found = _named(tokens[:verb], sentence, names) if verb else None
    if found is None and len(tokens) > 1 and tokens[1].lower_.endswith("s"):
        party = names.person_called(tokens[0].text)
        if party is not None and nouns().kinds.get(tokens[1].lemma_.lower()) is None:
            found = Referent(span=sentence.place(tokens[0]), name=party, kind=Kind.PERSON, head=tokens[0].lower_)
    return found


def _clause(block: Block, names: Names) -> _Told | None:
    """`Bridge unsafe, inspector warns`, `Roads will flood, says Kerr`."""
    match = CLAUSE.fullmatch(block.text.rstrip(" .!"), behind_rubric(block.text))
    if match is None:
        return None
    clause = Span(block.offset + match.start("clause"), block.offset + match.end("clause"), block.passage.span.part)
    sentence = block.sentences[-1]
    tokens = [t for t in sentence.tokens_in(clause) if not t.is_space]
    if not 2 <= len(tokens) <= MOST_LABEL_TOKENS + 1:
        return None
    for cue, label in ((tokens[0], tokens[1:]), (tokens[-1], tokens[:-1])):
        lemma = _says(cue)
        speaker = _named(label, sentence, names) if lemma is not None else None
        if lemma is not None and speaker is not None:
            told = (match.start("words"), match.end("words"))
            return _Told(*told, Form.INDIRECT, (sentence.place(cue), lemma), speaker)
    return None


def _says(token: Token) -> str | None:
    """The lemma of a finite verb of saying, which a parser may take for a plural noun: `inspector warns`."""
    low = token.lower_
    for lemma in (token.lemma_.lower(), low.removesuffix("s"), low.removesuffix("es")):
        cue = cues().verbs.get(lemma)
        if cue is not None and cue.takes("q") and cue.takes("c") and (low.endswith("s") or low in {"said", "say"}):
            return lemma
    return None
