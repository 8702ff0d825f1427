"""JSON documents -> pages: a line from anywhere, or one that `rashomon clean` printed itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise

from rashomon.core import Given, Page, Part, Passage, Problem, Role, SetAside, Span
from rashomon.ingest.faults import fault

_WORDS = (str,)
_WORD_LIST = (str, list)
_TYPES: Mapping[str, tuple[type, ...]] = {
    "id": (str, int),
    "address": _WORDS,
    "headline": _WORDS,
    "outlet": _WORDS,
    "bylines": _WORD_LIST,
    "published_at": _WORDS,
    "language": _WORDS,
    "credits": _WORD_LIST,
    "passages": (list,),
    "set_aside": (list,),
}
"""The JSON types that a field may have, beside null."""
FIELDS = frozenset({"text", *_TYPES})
"""The fields of a document."""
MOST_NESTED = 64
"""How deep a document's fields may be nested; its own go three deep."""
_MEANT: Mapping[tuple[type, ...], str] = {
    _WORDS: "a string",
    _WORD_LIST: "a list of strings",
    (str, int): "a string or number",
    (list,): "a list",
}
_DAY_ONLY = re.compile(r"\d{4}-?\d\d-?\d\d|\d{4}-?W\d\d(?:-?\d)?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def page_of(record: object, *, place: str) -> Page | Problem:
    """The page of one JSON object; `place` (`file#line=3`) is where problems point.

    Passages and set-aside stretches that a cleaned document carries are taken over when every span lies in the text.
    """
    if not isinstance(record, Mapping):
        return fault("bad-json", "A document is a JSON object with a text; this is none.", place)
    if _too_deep(record):
        return fault("bad-json", f"The document is nested more than {MOST_NESTED} deep.", place)
    text = record.get("text")
    if not isinstance(text, str):
        return fault("no-text", "The document has no `text`.", place)
    text, lone = _without_halves(text)
    if not text.strip() and not _words(record.get("headline")):
        return fault("empty", "The document's text is empty.", place)
    problems: list[Problem] = []
    if lone:
        said = f"{lone} half characters (lone surrogates) were replaced by U+FFFD."
        problems.append(fault("invalid-encoding", said, place, fatal=False))
    problems.extend(_wrong_types(record, place))
    published, faults = _time(record.get("published_at"), place)
    problems.extend(faults)
    passages, aside, faults = _spans(record, len(text), place)
    problems.extend(faults)
    return Page(
        address=place,
        kind="ready",
        text=text,
        given=Given(
            id=_id(record.get("id")),
            address=_words(record.get("address")),
            headline=_words(record.get("headline")),
            outlet=_words(record.get("outlet")),
            bylines=_list(record.get("bylines")),
            published_at=published,
            language=_language(record.get("language")),
            credits=_list(record.get("credits")),
            passages=passages,
            set_aside=aside,
        ),
        problems=tuple(problems),
    )


def records_in(whole: object) -> list[object]:
    """The documents of a JSON value: of an array its entries, of an account those under `documents`, else itself."""
    if isinstance(whole, Mapping) and "text" not in whole and isinstance(whole.get("documents"), list):
        whole = whole["documents"]
    return whole if isinstance(whole, list) else [whole]


def _too_deep(record: Mapping[str, object]) -> bool:
    """Whether telling or keeping the document could exhaust the stack."""
    level: list[object] = [record]
    for _ in range(MOST_NESTED):
        inner = [one.values() if isinstance(one, Mapping) else one for one in level]
        level = [value for values in inner for value in values if isinstance(value, dict | list)]  # type: ignore[attr-defined]
        if not level:
            return False
    return True


def _wrong_types(record: Mapping[str, object], place: str) -> list[Problem]:
    """A problem for each field whose value is of another type than it may have; such a value is left unused."""
    found: list[Problem] = []
    for name, types in _TYPES.items():
        value = record.get(name)
        if value is None:
            continue
        wrong = not isinstance(value, types) or isinstance(value, bool)
        if not wrong and name in {"bylines", "credits"} and isinstance(value, list):
            wrong = not all(isinstance(v, str) for v in value)
        if wrong:
            told = str(value)[:40]
            said = f"`{name}` is not {_MEANT[types]} ({told!r}); left out."
            found.append(fault("bad-field", said, place, fatal=False))
    return found


def _language(value: object) -> str | None:
    """The language of a tag (BCP 47) without script and region: "en" of "en-GB" and of "EN"."""
    tag = _words(value)
    return re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0] or None if tag else None


def _words(value: object) -> str | None:
    return _without_halves(value)[0] if isinstance(value, str) and value.strip() else None


def _without_halves(text: str) -> tuple[str, int]:
    """The text with lone surrogates replaced, and how many there were."""
    try:
        text.encode()  # fifty times as fast as looking for them
    except UnicodeEncodeError:
        return _SURROGATE.subn("\ufffd", text)
    return text, 0


def _id(value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words(value)


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    return tuple(v for v in value if isinstance(v, str) and v.strip()) if isinstance(value, list) else ()


def _time(value: object, place: str) -> tuple[datetime | None, list[Problem]]:
    if not isinstance(value, str) or not value.strip():
        return None, []
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if _DAY_ONLY.fullmatch(value):
            said = fault("published-day-only", f"published_at {value} is a day, not a time.", place, fatal=False)
            return moment.replace(tzinfo=UTC), [said]
        if moment.tzinfo is None:
            said = fault("zone-unknown", f"published_at {value} has no zone; taken as UTC.", place, fatal=False)
            return moment.replace(tzinfo=UTC), [said]
        return moment.astimezone(UTC), []
    except (ValueError, OverflowError):  # the year 1 has no time in UTC where its zone is east
        return None, [fault("bad-time", f"published_at {value[:60]!r} is not an ISO 8601 time.", place, fatal=False)]


def _spans(
    record: Mapping[str, object], length: int, place: str
) -> tuple[tuple[Passage, ...], tuple[SetAside, ...], list[Problem]]:
    passages, aside = record.get("passages"), record.get("set_aside")
    if not isinstance(passages, list) or not isinstance(aside, list):
        return (), (), []
    try:
        kept = tuple(Passage(span=_span(p, length), role=Role(p["role"])) for p in passages if _in_text(p))
        left = tuple(SetAside(span=_span(s, length), reason=str(s["reason"])) for s in aside if _in_text(s))
        _check_order([p.span for p in kept] + [s.span for s in left])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        said = fault(
            "bad-passages", f"The given passages do not fit the text ({error}); cleaned anew.", place, fatal=False
        )
        return (), (), [said]
    return kept, left, []


def _check_order(spans: list[Span]) -> None:
    for before, after in pairwise(sorted(spans)):
        if after.start < before.end:
            raise ValueError(f"{after.start}-{after.end} overlaps the stretch before it")


def _in_text(value: object) -> bool:
    if not isinstance(value, Mapping):
        raise TypeError("a stretch is an object with a start and an end")
    return bool(value.get("in", "text") != Part.HEADLINE.value)


def _span(value: Mapping[str, int], length: int) -> Span:
    span = Span(int(value["start"]), int(value["end"]))
    if span.end > length:
        raise ValueError(f"{span.start}-{span.end} is beyond the text's {length} characters")
    return span
