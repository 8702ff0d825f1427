"""Markup from outside, made safe for a parser: decoded once, without entities that grow, not too deep, not too much."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping

from rashomon.core import Problem
from rashomon.ingest.decode import decoded
from rashomon.ingest.faults import fault

MAX_DEPTH = 200
"""Elements within elements; feeds have five to ten, and reports within them some thirty."""
MAX_ELEMENTS = 1_500_000
"""The most elements of a site map or a list; 50,000 addresses with thirty each."""
MAX_GROWTH_CHARS = 100_000
"""By so much a text may grow by the entities that it declares itself, all told; honest ones name a letter each."""
_XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,300}\?>")
_DECLARED_BYTES = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']\s*([A-Za-z0-9_.:-]{2,40})")
_EBCDIC_START = b"\x4c\x6f\xa7\x94"
_ENTITY = re.compile(
    r"<!ENTITY\s+(%\s+)?([^\s<>%&;]{1,200})\s+(?:(SYSTEM|PUBLIC)\b|\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_ANY_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_CHARACTER = re.compile(r"&#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});")
_AMPERSAND = re.compile(r"&(?!#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});)(?:([A-Za-z][A-Za-z0-9]{0,30});)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_TAG = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|(<[A-Za-z_][^<>]{1000000})|<(/?)[A-Za-z_][^<>]*?(/?)>", re.DOTALL
)
_NO_ENCODINGS = frozenset(
    {"idna", "mbcs", "oem", "palmos", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
)
"""Codecs of Python that are no encodings of texts; some take time that grows with the square of the length."""
_SLICE = 65_536


def beginning(names: str) -> re.Pattern[str]:
    """What matches a text whose first element has one of these names (`urlset|sitemapindex`)."""
    # each comment ends at its first end, so that a run of them can be read in one way only
    before = r"[\s\ufeff]*(?:<!--(?:(?!-->).)*-->\s*|<\?[^>]*>\s*|<!doctype[^>\[]*(?:\[(?:(?!\]\s*>).)*\]\s*)?>\s*)*"
    return re.compile(f"{before}<(?:[a-z][\\w.-]{{0,30}}:)?(?:{names})(?=[\\s>/])", re.IGNORECASE | re.DOTALL)


def text_of(raw: bytes, address: str, *, charset: str | None = None) -> tuple[str, list[Problem]]:
    """The text of a feed without its XML declaration, and what had to be guessed or replaced.

    A byte order mark wins, then strict UTF-8 (which nothing else looks like), then the encoding that the server named,
    then the one that the document names, then a guess (`ingest/decode.py`).
    """
    text: str | None = None
    problems: list[Problem] = []
    for named in (charset, _declared(raw)):
        if text is None and named is not None and not _marked(raw):
            text = _read_as(raw, named)
    if text is None:
        text, problems = decoded(raw, address)
    text = text.replace("\x00", "")
    declaration = _XML_DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text, problems


def _marked(raw: bytes) -> bool:
    return raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))


def _declared(raw: bytes) -> str | None:
    if raw.startswith(_EBCDIC_START):
        return "cp037"
    for start, encoding in ((b"<\x00\x00\x00", "utf-32-le"), (b"\x00\x00\x00<", "utf-32-be")):
        if raw.startswith(start):
            return encoding
    found = _DECLARED_BYTES.match(raw)
    return found[1].decode("ascii") if found is not None else None


def _read_as(raw: bytes, named: str) -> str | None:
    """The text in a named encoding; None where there is no such, or the bytes are not in it."""
    try:
        found = codecs.lookup(named.strip(" \"'"))
    except (LookupError, ValueError):
        return None
    name = found.name.replace("_", "-")
    if name in _NO_ENCODINGS:
        return None
    if name in {"ascii", "iso8859-1", "latin-1"}:
        name = "cp1252"  # as browsers do: they differ only where Latin-1 has control characters
    if name == "gb2312":
        name = "gb18030"
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode(name)
    except (LookupError, ValueError):
        return None


def entity_fault(text: str, address: str) -> Problem | None:
    """The reason why a text must not be given to a parser for the entities it declares; None where it may.

    Entities that name one character ("nbsp") are as old as RSS and do no harm. External ones, those that stand for
    markup or further entities, and those by which the text would grow beyond bounds are refused unexpanded.
    """
    total = sum(1 for _ in _ANY_ENTITY.finditer(text))
    if not total:
        return None
    found = list(_ENTITY.finditer(text))
    if len(found) != total:
        return _refused("declares entities that cannot be told to be harmless", address)
    growth = 0
    for one in found:
        parameter, name, external, double, single = one.groups()
        if parameter or external:
            return _refused("declares external or parameter entities", address)
        value = double if double is not None else single
        rest = _CHARACTER.sub("", value)
        if re.search(r"[&%<]", rest):
            return _refused("declares entities that stand for further ones", address)
        if len(value) > 64 and (growth := growth + len(value) * text.count(f"&{name};")) > MAX_GROWTH_CHARS:
            return _refused("would grow beyond bounds by the entities it declares", address)
    return None


def _refused(why: str, address: str) -> Problem:
    return fault("entity-expansion", f"{address} {why}: it was not parsed.", address)


def depth_fault(text: str, address: str, *, most_tags: int) -> Problem | None:
    """The reason why a text has too many elements, or too deep ones, for a parser; None where it has not."""
    depth = tags = 0
    for tag in _TAG.finditer(text):
        endless, end, empty = tag.groups()
        if endless:
            return fault("too-large", f"{address} has a tag of more than a million characters.", address)
        if end is None:
            continue
        tags += 1
        if tags > most_tags:
            return fault("too-large", f"{address} has more than {most_tags:,} tags.", address)
        if end:
            depth = max(0, depth - 1)
        elif not empty:
            depth += 1
            if depth > MAX_DEPTH:
                return fault("too-deep", f"{address} has elements nested deeper than {MAX_DEPTH}.", address)
    return None


class Enough(Exception):  # noqa: N818 - no error: a reader that has all it takes
    """Raised by a reader of elements to end the walk."""


def walk(
    text: str, address: str, *, start: Callable[[str, Mapping[str, str]], None], end: Callable[[str, str], None]
) -> Problem | None:
    """Tell each element of an XML text as it begins and ends; for formats that machines write.

    Names come in small letters and without their namespaces, those of news site maps with `news:` before them. Loose
    ampersands and the named characters of HTML are mended. What had been told before a fault stays told.

    Args:
        text: without an XML declaration (see `text_of`).
        address: where it is from.
        start: is told the name and attributes; it may raise `Enough`.
        end: is told the name and the words of the element itself; it may raise `Enough`.

    Returns:
        None, or why not all was told: `entity-expansion`, `too-deep` or `broken-xml`.
    """
    from xml.parsers import expat

    if (refused := _ampersand_fault(text, address) or entity_fault(text, address)) is not None:
        return refused
    parser = expat.ParserCreate("utf-8", namespace_separator="\n")
    parser.buffer_text = True
    words: list[list[str]] = []
    elements = 0
    too_deep = fault("too-deep", f"{address} has elements nested deeper than {MAX_DEPTH}.", address)

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        words.append([])
        if len(words) <= MAX_DEPTH:
            start(_local(name), {_local(key): value for key, value in attributes.items()})

    def close(name: str) -> None:
        said = "".join(words.pop()).strip()
        if len(words) < MAX_DEPTH:
            end(_local(name), said)

    def hears(said: str) -> None:
        if words:
            words[-1].append(said)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, close, hears
    too_many = fault("too-large", f"{address} has more than {MAX_ELEMENTS:,} elements.", address)
    declared = frozenset(one[2] for one in _ENTITY.finditer(text))
    mended = _AMPERSAND.sub(lambda found: _written_out(found, declared), text.strip())
    try:
        for part in _slices(mended):
            parser.Parse(part, False)  # noqa: FBT003 - takes no keyword
            if len(words) > MAX_DEPTH or elements > MAX_ELEMENTS:
                return too_deep if elements <= MAX_ELEMENTS else too_many
        parser.Parse(b"", True)  # noqa: FBT003 - takes no keyword
    except Enough:
        return None
    except (expat.ExpatError, ValueError) as error:
        said = f"{address} is broken XML ({error}); what stood before was taken."
        return fault("broken-xml", said, address, fatal=False)
    return None


def _slices(text: str) -> Iterator[bytes]:
    for at in range(0, len(text), _SLICE):
        yield text[at : at + _SLICE].encode("utf-8", "replace")


def _ampersand_fault(text: str, address: str) -> Problem | None:
    """The reason why a text has too many ampersands to mend them one by one; None where it has not."""
    if (times := text.count("&")) <= MAX_ELEMENTS:
        return None
    return fault("too-large", f"{address} has {times:,} ampersands; the limit is {MAX_ELEMENTS:,}.", address)


def _written_out(found: re.Match[str], declared: frozenset[str]) -> str:
    """An ampersand as XML has it: a named character of HTML as itself, one that begins nothing written out."""
    from html.entities import html5

    name = found[1]
    if name is None:
        return "&amp;"
    if name in _OF_XML or name in declared:
        return found[0]
    known = html5.get(f"{name};")
    return known if known is not None else f"&amp;{name};"


def _local(name: str) -> str:
    space, _, local = name.lower().rpartition("\n")
    return f"news:{local}" if "sitemap-news" in space else local
