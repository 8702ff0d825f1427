"""Whether words taken out of a report can be read by themselves: rules of English, none of any one text."""

from __future__ import annotations

import re

from rashomon.core.calendar import MONTHS, WEEKDAYS
from rashomon.core.marks import quoted
from rashomon.core.words import FUNCTION_WORDS

DATELINE = re.compile(r"^[A-Z][A-Z.,’' ]{2,40}(?:\([\w .]+\) ?)?\s?[—–―-]{1,2}\s+(?=[A-Z“\"])")
OPENING = re.compile(
    r"^(?P<mark>[“\"]?)(?:Moreover|However|In addition|Also|And|But|So|Therefore|Nevertheless|For example|For instance"
    r"|Indeed|In fact|Of course|As usual|Still|Yet|Thus|Meanwhile|Accordingly|Rather|Recall that),? "
)
"""A dateline, and words that tie a sentence to the one before it: taken off, nothing else is said."""
DANGLING = re.compile(
    r"^(?:[“\"'‘]?)(?:He|She|It|They|His|Her|Their|Its|This|That|These|Those|But|And|However|Meanwhile|In addition|Also"
    r"|Instead|Then|So|Earlier|Later|The same|The former|The latter|Such|Another|Others|Both|There|Here|Not only|Or|Nor"
    r"|Yet|Still|Too|Either|Neither)\b"
)
OF_ANY = re.compile(r"^(?:Any|Anyone|Anybody|Anything|Either|Ever|Whoever|Whatever|What|Who|Which|If|Whether|Unless)\b")
"""What stands only within a question, a negation or a superlative ("the first time anyone has seen them")."""
SPEAKING = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves|[Yy]ou|[Yy]ours?|[Yy]ourself)\b(?!\.[A-Z.])(?<!U\.S)"
)
POINTING = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
POINTED_SUBJECT = re.compile(r"^(?:\w+ ){1,3}(?:on|of|in|with|for|from|to|about) (?:it|them|him|her)\b")
ALSO = re.compile(r"\balso (?=[a-z])")
THEIRS = re.compile(r"\b(?:they|them|their|it|its)\b", re.IGNORECASE)
NAMED = re.compile(r"\b[A-Z][\w’'-]+")
NO_NAMES = (
    FUNCTION_WORDS
    | {*MONTHS, *WEEKDAYS}
    | frozenset("despite since until although though because unlike yesterday today tomorrow following like".split())
)
"""Words that open a sentence or name a day, and nobody."""
OF_TIME = frozenset(
    """
    last next first again ago past coming recent early late later earlier soon then now once today tomorrow yesterday
    tonight second minute hour day night week weekend month year decade morning afternoon evening noon midnight dawn
    dusk spring summer autumn fall winter seconds minutes hours days nights weeks weekends months years decades mornings
    evenings one two three four five six seven eight nine ten several few many some same
    """.split()
)
"""Further words by which a phrase says only when."""
DESCRIBED = re.compile(r"^(?:The|A|An|One|Two|Three|Four|Five|\d+)\b")
OPEN_MARK = re.compile(r"(?<![\w’'])['‘](?=\w)")
CLOSE_MARK = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
SAID_BY_POINTING = re.compile(
    r"^According to |[,”\"’] (?:he|she|they|it) (?:\w+)\.?$|, (?:he|she|they|it) (?:said|says|added|adds|told \w+),"
)
"""A sentence with a teller of its own at its head, or one whose speaker is only pointed to."""
THERE = re.compile(r"^(?!.*\b(?:in|at|to|on|from|near|into|of) .*\bthere\b).*\bthere\.?$", re.IGNORECASE)
"""A sentence that ends by pointing to a place and names none."""
SMALL = re.compile(r"\b[a-z]{2,}\b")
FEWEST_SMALL = 2
CUT_SPEECH = re.compile(r"^(?:Because|And|But|Or|So|Which|Who|That|To|If|As|Than|He|She|They|His|Her|Their|It)\b")
LONG_WORD_CHARS = 4
TITLED = 0.75
"""Share of a line's longer words with a capital from which it is a headline."""
FEWEST_WORDS, FEWEST_SPOKEN = 4, 5


def freed(text: str) -> str:
    """A sentence without its dateline and without the words that tie it to the sentence before it."""
    found = OPENING.sub(r"\g<mark>", DATELINE.sub("", text))
    if "“" not in found and '"' not in found:
        found = ALSO.sub("", found, count=1)
    return found if found == text else found[:1].upper() + found[1:]


def readable(text: str) -> bool:
    """Whether a sentence says by itself what it says: no loose pronoun, nobody addressed, no headline, no half mark."""
    plain = outside_marks(text)
    return (
        len(text.split()) >= FEWEST_WORDS
        and not DANGLING.match(text)
        and not OF_ANY.match(text)
        and not POINTED_SUBJECT.match(text)
        and not SAID_BY_POINTING.search(text)
        and not THERE.search(text)
        and len(SMALL.findall(text)) >= FEWEST_SMALL
        and not SPEAKING.search(plain)
        and not _loose(plain)
        and not _titled(text)
        and balanced(text)
    )


def speakable(words_said: str) -> bool:
    """Whether words somebody said can be given by themselves as what was said."""
    return (
        len(words_said.split()) >= FEWEST_SPOKEN
        and not CUT_SPEECH.match(words_said)
        and words_said[:1].isupper()
        and "@" not in words_said
        and not words_said.endswith(("?", ":", "-", "–", "—"))
        and balanced(words_said)
    )


def outside_marks(text: str) -> str:
    """A text with what stands between quotation marks blanked."""
    found = text
    for q in quoted(text):
        found = found[: q.start] + " " * (q.end - q.start) + found[q.end :]
    return found


def _loose(plain: str) -> bool:
    """Whether a pronoun stands before anybody who could be meant."""
    pronoun = POINTING.search(plain)
    if pronoun is not None and not DESCRIBED.match(plain):
        before = (m.group().lower() for m in NAMED.finditer(plain, 0, pronoun.start()))
        if all(w in NO_NAMES or w.endswith(("ly", "ing", "ed")) for w in before):
            return True
    theirs = THEIRS.search(plain)
    return theirs is not None and not _names_something(plain[: theirs.start()])


def _names_something(before: str) -> bool:
    """Whether words may name what a pronoun behind them stands for; "last Thursday" and "for a week" only date it."""
    if len(before.split()) < 2:
        return False
    found = re.findall(r"[\w’'-]+", before)
    dating = (w.lower() in NO_NAMES or w.lower() in OF_TIME or w.isdigit() or w.lower().endswith("ly") for w in found)
    return not all(dating)


def _titled(text: str) -> bool:
    longer = [w for w in re.findall(r"[^\W\d_][\w’'-]*", text) if len(w) > LONG_WORD_CHARS]
    capital = sum(w[:1].isupper() for w in longer)
    return len(longer) >= FEWEST_WORDS and capital >= TITLED * len(longer)


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens closes."""
    singles = len(OPEN_MARK.findall(text)), len(CLOSE_MARK.findall(text))
    if text.count("(") != text.count(")"):
        return False
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and singles[0] <= singles[1]


TOLD_INSIDE = re.compile(r"\baccording to\b", re.IGNORECASE)


def names_its_teller(text: str) -> bool:
    """Whether a sentence itself says by "according to" who tells it: a second one behind it would be read with it."""
    return bool(TOLD_INSIDE.search(outside_marks(text)))
