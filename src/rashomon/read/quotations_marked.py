"""Quotations between marks: which word outside the marks reports a stretch, and whom it is laid to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.core import Kind, Referent, Span
from rashomon.read.cues import cues
from rashomon.read.names import Names
from rashomon.read.names_antecedents import gender_of
from rashomon.read.nouns import nouns
from rashomon.read.parse import Sentence
from rashomon.read.quotations_phrases import phrase_among, phrase_at
from rashomon.read.quotations_speaker import LABEL, speaker_at, teller_of
from rashomon.read.quotations_stretches import Block, Stretch
from rashomon.read.quotations_uttering import frames, is_heard, speaks, utters_before, utters_behind
from rashomon.read.syntax import owner_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNED = re.compile(r"\s*\.?\s*[―—–]\s*(?P<name>[A-Z@][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\s*(?:$|[.,(“\n])")
"""A dash and a name behind a closing mark, with nothing else in the line."""
TELLS = frozenset({"reports", "reported", "says", "said", "writes", "wrote", "notes", "noted", "put"})
MEANTIME = frozenset({"when", "while", "after", "before", "until"})
"""Words that open a clause of time behind closing marks: `"No," when Holt asked`."""
THINKING = frozenset(
    "believe doubt think feel fear hope expect want know consider regard find see regret trust hate love".split()
)
"""Verbs of what goes on in somebody, which only that one can tell."""
MOST_LABEL_TOKENS = 7
JOINS = frozenset(",?!.—–-…;:")


def attribute(block: Block, stretch: Stretch, names: Names) -> None:
    """Find the reporting word of a stretch in its own sentences, and its speaker."""
    if (name := _signed(block, stretch)) is not None:
        stretch.speech, stretch.speaker = True, _signature(name, block, names)
        return
    if (name := _labelled(block, stretch)) is not None:
        stretch.speech, stretch.speaker = True, names.called(name, block.text[name.start - block.offset :][: len(name)])
        return
    if (told := _as_told(block, stretch, names)) is not None:
        cue, teller = told
        stretch.cue, stretch.cue_sentence, stretch.speech = cue, stretch.first, True
        stretch.speaker = names.referent(teller, stretch.first)
        return
    before, after = _before(block, stretch), _after(block, stretch)
    if before[0] is not None and after[0] is not None and stretch.words[-1:] in {",", "?", "!"}:
        opening = stretch.span.start - 1 - before[1].span.start
        if opening - (before[0].idx + len(before[0])) > 3:
            before = (None, before[1])  # a comma inside the marks looks forward to the clause behind them
    for token, sentence in (before, after, _framed(block, stretch), _above(block, stretch)):
        if token is not None:
            lay_to(stretch, token, sentence, names)
            return
    if (speaker := _called_on(block, stretch, names)) is not None:
        stretch.speech, stretch.speaker = True, speaker


def _called_on(block: Block, stretch: Stretch, names: Names) -> Referent | None:
    """`Anna Kerr: "I liked it."`: the party whose name alone and a colon stand before marks in its paragraph."""
    sentence = stretch.first
    opening = stretch.span.start - 1 - sentence.span.start
    if block.headline or sentence is not block.sentences[0] or not stretch.words[:1].isupper():
        return None
    ahead = [t for t in sentence.doc if t.idx < opening and not t.is_space]
    if not 2 <= len(ahead) <= MOST_LABEL_TOKENS or ahead[-1].text != ":":
        return None
    pointer = names.pointer(ahead[-2], sentence)
    if pointer is None or pointer.form != "name" or pointer.start > ahead[0].i + 1:
        return None
    if pointer.party.kind not in {Kind.PERSON, Kind.BODY}:
        return None
    return names.referent(sentence.doc[pointer.start : pointer.end].root, sentence)


def _signed(block: Block, stretch: Stretch) -> Span | None:
    """`"..." — Anna Kerr`: the place of the name behind a dash."""
    match = SIGNED.match(block.text, stretch.span.end - block.offset + 1)
    if match is None or not stretch.closed:
        return None
    return Span(block.offset + match.start("name"), block.offset + match.end("name"), stretch.span.part)


def _labelled(block: Block, stretch: Stretch) -> Span | None:
    """`"KERR: We will not.`: the place of the label that a transcript sets before a turn."""
    match = LABEL.match(stretch.words)
    if match is None or block.text[: stretch.span.start - 1 - block.offset].strip():
        return None
    return Span(stretch.span.start, stretch.span.start + match.end("name"), stretch.span.part)


def _as_told(block: Block, stretch: Stretch, names: Names) -> tuple[Token, Token] | None:
    """`As the Lys Courier reports, "..."`, also where the parser takes `reports` for a noun: cue and teller."""
    sentence = stretch.first
    opening = stretch.span.start - 1
    tokens = [t for t in block.outside(sentence) if sentence.span.start + t.idx < opening and not t.is_space]
    if not 4 <= len(tokens) <= 14 or tokens[0].text != "As" or tokens[-1].text not in {",", ":"}:
        return None
    cue = tokens[-3] if tokens[-2].lower_ == "it" else tokens[-2]
    if cue.lower_ not in TELLS:
        return None
    for token in reversed(tokens[1 : tokens.index(cue)]):
        pointer = names.pointer(token, sentence)
        if pointer is not None and pointer.form == "name":
            return cue, sentence.doc[pointer.start : pointer.end].root
    return None


def _signature(name: Span, block: Block, names: Names) -> Referent | None:
    for sentence in block.sentences:
        for token in sentence.tokens_in(name):
            if names.pointer(token, sentence) is not None and token.pos_ == "PROPN":
                referent = names.referent(token, sentence)
                return replace(referent, span=name) if referent is not None else None
    words = block.text[name.start - block.offset : name.end - block.offset]
    return Referent(span=name, name=words, kind=Kind.PERSON, head=words.split()[-1].lower())


def lay_to(stretch: Stretch, cue: Token, sentence: Sentence, names: Names) -> None:
    """Lay a stretch to whoever the reporting word's subject stands for."""
    stretch.cue, stretch.cue_sentence, stretch.speech = cue, sentence, True
    phrase = phrase_at(cue)
    subject = subject_of(cue) if cue.pos_ in {"VERB", "AUX"} or cue.tag_.startswith("V") else cue
    if phrase is not None:
        subject = phrase.speaker
    if subject is not None and _in_marks(subject, sentence, stretch):
        subject = None
    if subject is None and phrase is None and cue.tag_.startswith("V"):
        subject = _nearest(cue, sentence, names, stretch)
    stretch.speaker = speaker_at(teller_of(cue, _who_says_so(cue, subject, sentence, names)), sentence, names)


def _who_says_so(cue: Token, subject: Token | None, sentence: Sentence, names: Names) -> Token | None:
    """`Hill said he doubted "every figure"`: what one says that he thinks is in his own words.

    Whom the pronoun means counts only where it cannot be the one who says so.
    """
    if subject is None or cue.lemma_.lower() not in THINKING or cue.dep_ != "ccomp" or not gender_of(subject):
        return subject
    sayer = subject_of(cue.head) if _reports(cue.head, "c") else None
    pointer = names.pointer(sayer, sentence) if sayer is not None and sayer.i < subject.i else None
    if pointer is None or pointer.party.kind is not Kind.PERSON:
        return subject
    return sayer if pointer.party.gender in {"", gender_of(subject)} else subject


def _in_marks(token: Token, sentence: Sentence, stretch: Stretch) -> bool:
    return stretch.span.start <= sentence.span.start + token.idx < stretch.span.end


def _nearest(cue: Token, sentence: Sentence, names: Names, stretch: Stretch) -> Token | None:
    """The name or role right beside a reporting word whose subject the parser did not see."""
    doc = cue.doc
    right = [doc[i] for i in range(cue.i + 1, min(cue.i + 6, len(doc)))]
    left = [doc[i] for i in range(max(cue.i - 14, 0), cue.i)]
    inverted = bool(right) and right[0].pos_ in {"PROPN", "DET", "NOUN", "ADJ"}
    inverted = inverted and right[0].ent_type_ not in {"DATE", "TIME"}
    for token in (*right, *left) if inverted else (*left, *right):
        if token.pos_ in {"VERB", "ADP", "SCONJ"} or _in_marks(token, sentence, stretch):
            continue
        pointer = names.pointer(token, sentence)
        if pointer is not None and token.dep_ not in {"compound", "poss", "amod", "nmod", "pobj"}:
            return doc[pointer.start : pointer.end].root
    return None


def _reports(token: Token, frames: str) -> bool:
    cue = cues().verb(token)
    return cue is not None and any(cue.takes(f) for f in frames)


def _puts_it(token: Token) -> bool:
    """`..., as one official put it`."""
    return token.lemma_ == "put" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in token.children)


def _before(block: Block, stretch: Stretch) -> tuple[Token | None, Sentence]:
    """`Kerr said, "..."`, `she told the paper: "..."`: the mark follows a comma, a colon or the word itself."""
    sentence = stretch.first
    opening = stretch.span.start - 1
    tokens = [t for t in block.outside(sentence) if sentence.span.start + t.idx < opening]
    solid = [t for t in tokens if not t.is_space]
    if not solid:
        return None, sentence
    last = solid[-1].text
    reach = {":": 60, ",": 14}.get(last, 3 if last.lower() != "that" else 14)
    for token in reversed(solid[-reach:]):
        if token.dep_ == "punct" and token.text == ";":
            break
        if _reports(token, "qc") and not (token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}):
            if last not in {",", ":"} and not speaks(subject_of(token)):
                break
            return token, sentence
    if last == ":" and (noun := _held(solid)) is not None:
        return noun, sentence
    if last == ":" and stretch.words[:1].isupper() and (verb := utters_before(solid[:-1])) is not None:
        return verb, sentence
    if last in {":", ","} and (phrase := phrase_among(solid)) is not None:
        return phrase.cue, sentence
    return None, sentence


def _held(tokens: list[Token]) -> Token | None:
    """The noun with an owner that a lead-in says holds the words: `Her message was simple:`, `Kerr's answer:`."""
    for token in tokens[:8]:
        noun = cues().nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if noun is not None and token.dep_ in {"nsubj", "ROOT"} and owner_of(token) is not None:
            return token
    return None


def _after(block: Block, stretch: Stretch) -> tuple[Token | None, Sentence]:
    """`"...," Kerr said`, `"...," said Kerr, the mayor`: the clause behind the closing mark names the speaker."""
    sentence = stretch.last
    if not stretch.closed:
        return None, sentence
    end = stretch.span.end - block.offset
    near = block.text[max(0, end - 1) : end + 2]
    if (
        not any(c in JOINS for c in near.strip("”\"'’ "))
        and block.text[: stretch.span.start - 1 - block.offset].strip()
    ):
        return None, sentence
    following = block.behind(stretch)
    limit = following.span.start - 1 if following is not None else block.end_of(sentence)
    tokens = [t for t in sentence.doc if stretch.span.end < sentence.span.start + t.idx < limit]
    if any((t.text in ".;" and t.i < tokens[-1].i) or t.lower_ in MEANTIME for t in tokens[:1]):
        return None, sentence
    for token in tokens[:40]:
        if (phrase := phrase_at(token)) is not None:
            return phrase.cue, sentence
        if _closes(token, tokens) and stretch.words[-1:] in {",", "?", "!"}:
            return token, sentence
        if (
            not token.tag_.startswith("V")
            or token.tag_ == "VBG"
            or token.dep_ in {"aux", "auxpass", "relcl", "acl", "compound", "amod"}
        ):
            if token.tag_ == "VBG" and token.i <= tokens[0].i + 1:
                return None, sentence
            if token.dep_ == "mark" or (token.pos_ == "CCONJ" and token.i == tokens[0].i):
                return None, sentence
            continue
        if (borne := is_heard(token)) is not None:
            return borne, sentence
        told = _reports(token, "qc") or _puts_it(token) or utters_behind(token, tokens, stretch.words[-1:])
        return (token, sentence) if told else (None, sentence)
    return None, sentence


def _closes(token: Token, tokens: list[Token]) -> bool:
    """`"...," the speaker, Olm Trask, called.`: a verb that the parser took for a participle of the name before it."""
    if token.dep_ != "acl" or token.tag_ not in {"VBN", "VBD"} or not _reports(token, "q"):
        return False
    ends = token.i + 1 >= len(token.doc) or token.nbor().text == "."
    return ends and token.i > tokens[0].i + 1 and token.nbor(-1).text == "," and token.head.dep_ == "appos"


def _framed(block: Block, stretch: Stretch) -> tuple[Token | None, Sentence]:
    """`ended with the words "..."`: the verb before the marks that says that they are somebody's words."""
    sentence = stretch.first
    opening = stretch.span.start - 1 - sentence.span.start
    return frames([t for t in block.outside(sentence) if t.idx < opening and not t.is_space]), sentence


def _above(block: Block, stretch: Stretch) -> tuple[Token | None, Sentence]:
    """`called the moves a "provocation"`: a reporting word that governs what stands in the marks."""
    sentence = stretch.first
    inside = sentence.tokens_in(stretch.span)
    if not inside:
        return None, sentence
    outside = {t.i for t in block.outside(sentence)}
    token = sentence.doc[inside[0].i : inside[-1].i + 1].root
    thought: Token | None = None
    while token.head != token:
        below, token = token, token.head
        if any(t.text == ";" and t.i in outside for t in sentence.doc[min(below.i, token.i) : max(below.i, token.i)]):
            break  # "It begins with the words ...; police do not know": two sentences in one
        if token.i not in outside:
            continue
        if _reports(token, "qcioar") and below.dep_ not in {"nsubj", "nsubjpass", "agent"}:
            if token.tag_ == "VBN" and token.dep_ in {"acl", "amod"} and subject_of(token) is None:
                return None, sentence
            if not _reports(token, "qoar"):
                thought = thought or (token if speaks(subject_of(token)) else None)
                continue  # what somebody thinks or finds is told by whoever says so, if anybody does
            fits = below.dep_ != "prep" or _reports(token, "oar") or below.lower_ in {"as", "that"}
            if fits and speaks(subject_of(token)):
                return token, sentence
        if _holds_words(token, outside):
            return token, sentence
    if thought is not None:
        return _inserted(sentence, outside) or thought, sentence
    if stretch.length_words >= 2 and (phrase := phrase_among(t for t in sentence.doc if t.i in outside)) is not None:
        return phrase.cue, sentence
    return None, sentence


def _holds_words(token: Token, outside: set[int]) -> bool:
    """`her remark that`, `his statement ended with`: somebody's words, or what a document does."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in cues().nouns:
        return any(c.dep_ == "poss" for c in token.children)
    subject = subject_of(token) if token.pos_ == "VERB" else None
    return subject is not None and subject.lemma_.lower() in nouns().documents and subject.i in outside


def _inserted(sentence: Sentence, outside: set[int]) -> Token | None:
    """The reporting verb of a clause put in between: `Most people, Kerr said, have come to believe "..."`."""
    for token in sentence.doc:
        above = token.i in outside and token.dep_ in {"ROOT", "parataxis", "ccomp"}
        if above and _reports(token, "q") and speaks(subject_of(token)):
            return token
    return None
