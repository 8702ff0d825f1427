"""The notices by which a report says that it was corrected, clarified, withdrawn or updated.

A report about somebody else's correction is none: what a sentence says of itself must be "this" report's, or stand
behind a label ("Correction:"), or be the last words of the report. Which words those are stands in `notices.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from rashomon.clean.notice_rules import rules as declared_rules
from rashomon.clean.notice_words import wrong_and_right
from rashomon.core import Notice, NoticeKind, Part, Passage, Role, SetAside, Span
from rashomon.core.calendar import MONTHS
from rashomon.core.marks import DOUBLE_OPEN, SINGLE_OPEN

LONGEST_CHARS = 2000
"""No notice is longer; what is looked at in a paragraph ends here."""
LAST = 2
"""So many of the last paragraphs may speak of "the story" and mean themselves."""
LOOKED_AT = frozenset({"kicker-label", "credit-line", "print-notice", "transcript-notice"})
"""Reasons of set-aside stretches that may be notices; lists of other reports and captions are not."""
_OURSELVES = frozenset({"we", "this newspaper", "this paper", "this website", "report", "story", "article"})
_REPORTED = re.compile(
    r"(?P<who>(?:[Tt]he |[Tt]his )?[\w.’'&-]+(?: (?:[A-Z][\w.’'&-]*|of|the|and)){0,5}) (?:had |has |have )?(?:\w+ly )?"
    r"(?:reported|said|stated|wrote|claimed)(?: (?:on|in|last|earlier|yesterday)\b[^,.;:]{0,30}?)?,? that "
    r"(?P<wrong>[^;]{3,240}?)(?=\.(?:\s|$))"
)
"""How an outlet begins to tell what it reported, and what that was."""
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]wn?|retract\w*"
    r"|(?:was|were|is) (?:\w+ly )?(?:wrong|false|untrue|incorrect|mistaken|unfounded|inaccurate)"
    r"|apologi[sz]e\w*|regrets?)\b"
)
_RANK = {NoticeKind.RETRACTION: 3, NoticeKind.CORRECTION: 2, NoticeKind.CLARIFICATION: 2, NoticeKind.UPDATE: 1}
_GRAVE = frozenset({NoticeKind.CORRECTION, NoticeKind.CLARIFICATION, NoticeKind.RETRACTION})
"""What a label within a paragraph may say; "Update:" goes on with the news."""
_OPENING = re.compile(r"[(\[*•·†–—\s_-]{0,4}")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ENDS_SAID = re.compile(
    r"[,?!”\"] (?:[\w’'.-]+ ){1,8}?"
    r"(?:says?|said|told|tells|adds?|added|wrote|writes|explained|insisted)\b[^.?!]{0,80}\.$"
)


def notices_in(  # noqa: PLR0913  # what a document says of itself
    text: str,
    passages: Sequence[Passage],
    set_aside: Sequence[SetAside],
    *,
    headline: str | None = None,
    headline_span: Span | None = None,
    published_at: datetime | None = None,
    names: Collection[str] = (),
) -> tuple[Notice, ...]:
    """All notices of one document about itself, in order of place, those in the headline first.

    `names` are those of its outlet and of the agencies that it credits: what these withdrew is this report.
    """
    found = [*_of_headline(headline, headline_span)]
    headed = [n for n in found if n.kind is NoticeKind.RETRACTION]  # says less than the paragraph that tells what
    pieces = _pieces(passages, set_aside)
    taken = -1
    for number, (span, role) in enumerate(pieces):
        if span.start < taken or role in {Role.HEADLINE, Role.BYLINE, Role.DATELINE}:
            continue
        words = text[span.start : min(span.end, span.start + LONGEST_CHARS)]
        last = len(pieces) - number <= LAST or bool(found and found[-1].span.part is Part.TEXT)
        made = _notice(words, last=last, quoted=role is Role.BLOCK_QUOTE)
        if made is None and role is not Role.BLOCK_QUOTE and (kind := _by_name(words, names)) is not None:
            made = len(words), kind, False
        if made is None and headed and (gone := _of_what_was_withdrawn(words, names)) is not None:
            found = [*(n for n in found if n not in headed), _moved(gone, span.start)]
            continue
        if made is None:
            found += (_moved(notice, span.start) for notice in _within(words, published_at))
            continue
        end, kind, bare = made
        whole = Span(span.start, span.start + end)
        if bare and (follows := _after_label(pieces, number, text)) is not None:
            whole = Span(span.start, follows.end)
            taken = follows.end
        found.append(_complete(text, whole, kind, published_at))
    return tuple(_once_dated(found))


def _pieces(passages: Sequence[Passage], aside: Sequence[SetAside]) -> list[tuple[Span, Role | None]]:
    """What may be a notice, in order of place; without a role what is set aside."""
    every: list[tuple[Span, Role | None]] = [(p.span, p.role) for p in passages if p.span.part is Part.TEXT]
    every += [(a.span, None) for a in aside if a.reason in LOOKED_AT]
    return sorted(every, key=lambda piece: piece[0])


def _notice(words: str, *, last: bool, quoted: bool) -> tuple[int, NoticeKind, bool] | None:
    """How far the notice reaches that a paragraph is, its kind, and whether it is only its label."""
    rules = declared_rules()
    opening = _OPENING.match(words)
    at = opening.end() if opening is not None else 0
    bracketed = "(" in words[:at] or "[" in words[:at]
    for kind, pattern in rules.bracket if bracketed else ():
        if (found := pattern.match(words, at)) is not None:
            return found.end(), kind, False
    if quoted or words[at : at + 1] in DOUBLE_OPEN | SINGLE_OPEN or _ENDS_SAID.search(words) is not None:
        return None
    for label, pattern in rules.label:
        found = pattern.match(words, at)
        if found is None:
            continue
        body = found.end()
        if not words[body:].strip(" .:)]") or rules.stamp.fullmatch(words, body) is not None:
            if label is None or (label is NoticeKind.UPDATE and any(c.isdigit() for c in words)):
                return None  # "Updated: 3 May, 10:20" is when the page was last touched
            return len(words), label, label is not NoticeKind.UPDATE and "append" not in words.lower()
        if found["closed"] is None:
            continue
        told = _strongest(words, body, (*rules.own, *rules.last, *rules.labelled))
        kinds = [k for k in (label, told) if k is not None]
        if kinds:
            return len(words), max(kinds, key=lambda k: _RANK[k]), False
        return None
    told = _first(words, at, rules.own) or (_first(words, at, rules.last) if last and not bracketed else None)
    return (len(words), told, False) if told is not None else None


def _strongest(words: str, start: int, patterns: Sequence[tuple[NoticeKind, re.Pattern[str]]]) -> NoticeKind | None:
    """What the sentences behind a label say, the gravest first."""
    starts = [start, *(m.end() for m in _SENTENCE.finditer(words, start))]
    kinds = [k for at in starts if (k := _first(words, at, patterns)) is not None]
    return max(kinds, key=lambda k: _RANK[k], default=None)


def _first(words: str, start: int, patterns: Sequence[tuple[NoticeKind, re.Pattern[str]]]) -> NoticeKind | None:
    return next((kind for kind, pattern in patterns if pattern.match(words, start)), None)


def _by_name(words: str, names: Collection[str]) -> NoticeKind | None:
    """What the outlet of a report, named as such, says that it did with it: "the Courier has withdrawn its story"."""
    own = {_name(name) for name in names}
    for kind, pattern in declared_rules().named:
        if (found := pattern.match(words)) is not None and _name(found["who"]) in own:
            return kind
    return None


def _name(name: str) -> str:
    plain = " ".join(name.casefold().split())
    return plain.removeprefix("the ")


def _of_what_was_withdrawn(words: str, names: Collection[str]) -> Notice | None:
    """A paragraph below "Retraction: ..." in which the outlet tells what it reported, and that it was wrong."""
    told = _REPORTED.match(words)
    if told is None or _TAKEN_BACK.search(words, told.end()) is None:
        return None
    if _name(told["who"]) not in {*_OURSELVES, *map(_name, names)}:
        return None
    wrong = Span(*told.span("wrong")).trimmed(words, ' ,.“”"')
    return Notice(span=Span(0, len(words)), kind=NoticeKind.RETRACTION, wrong=wrong)


def _within(words: str, published_at: datetime | None) -> Iterator[Notice]:
    """Notices inside a paragraph: between brackets, or behind a label that begins a sentence, to its end."""
    behind = _behind_label(words)
    for found in declared_rules().within.finditer(words, 0, behind.start if behind is not None else len(words)):
        inner = _notice(found[0], last=False, quoted=False)
        if inner is not None:
            yield _complete(words, Span(*found.span()), inner[1], published_at)
    if behind is not None and (made := _notice(behind.of(words), last=False, quoted=False)) is not None:
        yield _complete(words, behind, made[1], published_at)


def _behind_label(words: str) -> Span | None:
    """The rest of a paragraph from a label on: "... on Sunday. Correction: An earlier version of this report said ...".

    A label with its colon alone, in capitals as a sentence begins, and not within what somebody says.
    """
    for found in _SENTENCE.finditer(words):
        at = found.end()
        if not words[at].isupper() or _within_marks(words[:at]):
            continue
        for kind, pattern in declared_rules().label:
            label = pattern.match(words, at)
            if kind in _GRAVE and label is not None and ":" in (label["closed"] or ""):
                return Span(at, len(words))
    return None


def _within_marks(before: str) -> bool:
    """Whether quotation marks are open behind these words."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _after_label(pieces: Sequence[tuple[Span, Role | None]], number: int, text: str) -> Span | None:
    """The paragraph that a label alone stands over; None where what follows is a notice itself, or nothing is."""
    if number + 1 == len(pieces) or pieces[number][1] in {None, Role.KICKER}:
        return None
    span, role = pieces[number + 1]
    words = span.of(text)
    if role is not Role.PARAGRAPH or len(words) > LONGEST_CHARS or _notice(words, last=False, quoted=False) is not None:
        return None
    return span


def _of_headline(headline: str | None, span: Span | None) -> Iterator[Notice]:
    if not headline or span is None:
        return
    rules = declared_rules()
    for kind, pattern in rules.headline:
        if (found := pattern.match(headline)) is not None:
            place = Span(span.start, span.start + len(found[0].rstrip()), span.part)
            yield Notice(span=place, kind=kind)
            return
    for kind, pattern in rules.headline_end:
        if (found := pattern.search(headline)) is not None and headline[: found.start()].strip():
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Notice(span=Span(span.start + start, span.start + found.end(), span.part), kind=kind)
            return


def _complete(text: str, span: Span, kind: NoticeKind, published_at: datetime | None) -> Notice:
    words = span.of(text)
    day, place = _dated(words, published_at)
    wrong, right = wrong_and_right(words) if kind is not NoticeKind.UPDATE else (None, None)
    made = Notice(span=Span(0, len(words)), kind=kind, date=day, date_span=place, wrong=wrong, right=right)
    return _moved(made, span.start)


def _moved(notice: Notice, by: int) -> Notice:
    def moved(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    places = {name: moved(getattr(notice, name)) for name in ("date_span", "wrong", "right")}
    return replace(notice, span=Span(notice.span.start + by, notice.span.end + by), **places)  # type: ignore[arg-type]


def _once_dated(found: list[Notice]) -> list[Notice]:
    """The notices; a label that only gives the day lends it to the sentence below it, and goes up in it."""
    kept: list[Notice] = []
    for notice in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.span.part is notice.span.part is Part.TEXT
            and before.kind is notice.kind
            and before.date is not None
            and notice.date is None
            and before.date_span is not None
            and before.span.end - before.date_span.end <= LABEL_REST
            and notice.span.start - before.span.end <= LABEL_REST
        ):
            kept[-1] = replace(
                notice,
                span=Span(before.span.start, notice.span.end),
                date=before.date,
                date_span=before.date_span,
            )
            continue
        kept.append(notice)
    return kept


LABEL_REST = 12
"""So few characters behind the date, and between the two, make one notice of a dated label and a paragraph."""


def _dated(words: str, published_at: datetime | None) -> tuple[str | None, Span | None]:
    """The day that a notice gives itself, as far as it can be told, and where."""
    found = declared_rules().day.match(words)
    if found is None:
        return None, None
    told = next(name for name in ("on", "label", "lead") if found[name] is not None)
    day = _day(found[told], published_at)
    return (None, None) if day is None else (day.isoformat(), Span(*found.span(told)).trimmed(words, " ,."))


_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NAMED = re.compile(
    r"(?P<a>\d{1,2})?(?:st|nd|rd|th)?\s*(?P<month>[A-Za-z]{3,9})\.?\s*(?P<b>\d{1,2})?(?!\d)(?:st|nd|rd|th)?,?\s*(?P<year>\d{4})?"
)


def _day(words: str, published_at: datetime | None) -> date | None:
    try:
        if (iso := _ISO.search(words)) is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        named = next((m for m in _NAMED.finditer(words) if m["month"].lower() in MONTHS and (m["a"] or m["b"])), None)
        if named is None:
            return None
        month, day = MONTHS[named["month"].lower()], int(named["a"] or named["b"])
        if named["year"]:
            return date(int(named["year"]), month, day)
        if published_at is None:
            return None
        first = published_at.date() - timedelta(days=1)  # a day of another zone may be the one before
        return next(d for year in (first.year, first.year + 1) if (d := date(year, month, day)) >= first)
    except (ValueError, StopIteration):
        return None
