"""What a page tells of itself: JSON-LD first (it has time and zone), then OpenGraph and meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from rashomon.clean.bylines import names_in
from rashomon.clean.times import stamp_in

_ARTICLE = frozenset(
    {
        "article",
        "newsarticle",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "liveblogposting",
        "blogposting",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "scholarlyarticle",
        "report",
        "socialmediaposting",
        "webpage",
    }
)
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—-]{2,40}$|\s+\|.*$")
_AND = re.compile(r"\s+(?:and|und|og|och|et|en|e|y|&)\s+")
_TIMES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "dc.date.issued",
    "dc.date",
    "date",
)
"""The names of meta elements with the publishing time, the surest first."""
MAX_JSON_CHARS = 2_000_000
"""The longest JSON-LD block that is parsed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTells:
    """The page's own account of itself; each field None or empty where it says nothing usable."""

    headline: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    published_at: datetime | None = None
    day_only: bool = False
    language: str | None = None
    canonical: str | None = None


def page_tells(tree: Any) -> PageTells:  # noqa: ANN401 - lxml is untyped
    """Read the head of a parsed page."""
    block = _main_block(tree)
    meta = _meta(tree)
    published, day_only = _published(block, meta, tree)
    outlet = (
        _name(block.get("publisher"))
        or meta.get("og:site_name")
        or meta.get("application-name")
        or meta.get("twitter:app:name:iphone")
    )
    bylines = _authors(block.get("author")) or _authors(block.get("creator")) or _meta_authors(tree, meta)
    return PageTells(
        headline=_headline(tree, block, meta, outlet),
        outlet=outlet,
        bylines=bylines,
        published_at=published,
        day_only=day_only,
        language=(tree.get("lang") or meta.get("og:locale") or "")[:2].lower() or None,
        canonical=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None) or meta.get("og:url"),
    )


def _main_block(tree: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The JSON-LD node of the page's article: the best of all nodes by type, then by having a date and headline."""
    best: Mapping[str, Any] = {}
    most = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        for node in _nodes(_loaded(script.text or "")):
            kinds = node.get("@type")
            names = {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}
            if not names & _ARTICLE:
                continue
            score = (
                4 * ("webpage" not in names) + 2 * ("datePublished" in node) + ("headline" in node) + ("author" in node)
            )
            if score > most:
                best, most = node, score
    return best


def _loaded(words: str) -> Any:  # noqa: ANN401
    words = words.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    if not words or len(words) > MAX_JSON_CHARS:
        return None
    try:
        return json.loads(words, strict=False)
    except (ValueError, RecursionError):
        try:  # control characters and trailing commas are the common faults
            return json.loads(re.sub(r",\s*([}\]])", r"\1", re.sub(r"[\x00-\x1f]+", " ", words)), strict=False)
        except (ValueError, RecursionError):
            return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    if depth > 6:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), html.unescape(content.strip()))
    return found


def _headline(tree: Any, block: Mapping[str, Any], meta: Mapping[str, str], outlet: str | None) -> str | None:  # noqa: ANN401
    """The headline as readers see it: the one h1 where it agrees with what the page tells, else what it tells."""
    told = block.get("headline") if isinstance(block.get("headline"), str) else None
    told = _clean(told) or _clean(meta.get("og:title")) or _clean(meta.get("twitter:title"))
    heads = [h for h in (_clean(" ".join(e.itertext())) for e in tree.iter("h1")) if h and len(h) > 8]
    if told is None:
        title = _clean(next((" ".join(e.itertext()) for e in tree.iter("title")), None))
        if len(heads) == 1:
            return heads[0]
        return _TITLE_TAIL.sub("", title) if title else None
    for head in heads:
        if _bare(head) != _bare(told) and _bare(head).endswith(_bare(told)):
            return told  # the h1 holds a label before the headline
        if _bare(head) == _bare(told) or _shared(head, told) >= 0.6:
            return head
    if outlet:
        told = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", told)
    return told


def _shared(left: str, right: str) -> float:
    a, b = set(_bare(left).split()), set(_bare(right).split())
    return len(a & b) / max(1, min(len(a), len(b)))


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _clean(words: str | None) -> str | None:
    return " ".join(html.unescape(words).split()) or None if words else None


def _published(block: Mapping[str, Any], meta: Mapping[str, str], tree: Any) -> tuple[datetime | None, bool]:  # noqa: ANN401
    """The first usable time, from the surest place to the least; the day that htmldate finds where none has one."""
    for told in _times(block, meta, tree):
        moment, day_only = moment_of(told)
        if moment is not None:
            return moment, day_only
    from htmldate import find_date

    return moment_of(find_date(tree, extensive_search=False, original_date=True))[0], True


def _times(block: Mapping[str, Any], meta: Mapping[str, str], tree: Any) -> Iterator[Any]:  # noqa: ANN401
    """What may be the publishing time, the surest first; the elements are looked for only where the head tells none."""
    yield block.get("datePublished")
    yield from (meta.get(key) for key in _TIMES)
    yield block.get("dateCreated")
    yield from tree.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime")[:2]
    yield from tree.xpath("//article//header//time/@datetime | //time[@pubdate]/@datetime")[:2]
    yield from tree.xpath("(//h1/following::time/@datetime)[1]")
    yield meta.get("article:modified_time")
    yield block.get("dateModified")


def moment_of(told: object) -> tuple[datetime | None, bool]:
    """A publishing time in UTC and whether only its day was told; a time without zone is taken as UTC."""
    if isinstance(told, list):
        told = told[0] if told else None
    if not isinstance(told, str) or not told.strip():
        return None, False
    words = told.strip()
    try:
        moment = datetime.fromisoformat(re.sub(r"\.(\d+)", lambda m: "." + (m[1] + "000000")[:6], words))
    except ValueError:
        stamp = stamp_in(words)
        return (stamp.when, not stamp.has_clock) if stamp is not None and stamp.when.year >= 1990 else (None, False)
    if moment.year < 1990:  # 0001-01-01 and 1970-01-01 stand for no date at all
        return None, False
    try:
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None, False
    return moment, len(words) <= 10


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = value[0] if value else None
    return _clean(value) if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        for words in name if isinstance(name, list) else [name]:
            if isinstance(words, str) and words.strip() and "://" not in words:
                found.extend(p for p in _persons(words) if p not in found)
    return tuple(found)


def _persons(words: str) -> list[str]:
    """The names in one author field: several may be joined; initials in brackets, addresses and numbers are none."""
    bare = _clean(re.sub(r"(?i)^by\s+|\([^()]*\)|\S+@\S+", " ", words)) or ""
    sides = _AND.split(bare)
    if len(sides) > 1 and all(len(s.split()) >= 2 for s in sides):
        return [p for s in sides for p in _persons(s)]
    parts = [bare] if len(bare.split()) <= 4 and "," not in bare else list(names_in(bare)) or [bare]
    return [p for p in parts if 1 < len(p) < 80 and not p.isdigit()]


def _meta_authors(tree: Any, meta: Mapping[str, str]) -> tuple[str, ...]:  # noqa: ANN401
    for key in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "cxenseparse:author",
    ):
        if found := _authors(meta.get(key)):
            return found
    for path in (
        "//*[@rel='author']",
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[contains(concat(' ', @class, ' '), ' byline ')]",
        "//*[contains(@class, 'byline-name') or contains(@class, 'author-name')]",
    ):
        names: list[str] = []
        for element in tree.xpath(path)[:6]:
            words = _clean(" ".join(element.itertext())) or ""
            if len(words) < 120:
                names.extend(n for n in names_in(words) if n not in names)
        if names:
            return tuple(names)
    return ()
