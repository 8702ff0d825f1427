"""Facts as bytes and back, without loss: JSON in the order of the fields, compressed where it is long.

Fields that the core gains later stand in old bytes as their defaults. A text may hold what UTF-8 and PostgreSQL do not
(lone surrogates, NUL): bytes keep them, and columns hold them escaped.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TypeVar

from rashomon.core import Document, content_id
from rashomon.stores.errors import Refused

T = TypeVar("T")

_LEVEL = 3


def encoded(fact: object) -> bytes:
    """A fact as JSON bytes, the same ones for the same fact."""
    import msgspec

    try:
        return msgspec.json.encode(fact, order="deterministic")
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(fact, order="deterministic")
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decoded(octets: bytes, kind: type[T]) -> T:
    """The fact again.

    Raises:
        ValueError: these are not the bytes of such a fact.
    """
    import msgspec

    try:
        return msgspec.json.decode(octets, type=kind)
    except UnicodeDecodeError:
        return msgspec.convert(json.loads(octets.decode("utf-8", "surrogatepass")), kind)


def packed(fact: object) -> bytes:
    """A fact as compressed JSON."""
    return squeezed(encoded(fact))


def unpacked(octets: bytes, kind: type[T]) -> T:
    """The fact again."""
    return decoded(whole(octets), kind)


def squeezed(octets: bytes) -> bytes:
    """Bytes compressed (Zstandard, RFC 8878)."""
    import zstandard

    return zstandard.compress(octets, _LEVEL)


def whole(octets: bytes) -> bytes:
    """The bytes before they were compressed."""
    import zstandard

    return zstandard.decompress(octets)


def octets_id(octets: bytes) -> str:
    """The id of bytes: thirty-two hexadecimal digits made from them alone (BLAKE2b, RFC 7693)."""
    return hashlib.blake2b(octets, digest_size=16).hexdigest()


_UNSTORABLE = re.compile(r"[\x00\\\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(\\|u[0-9a-f]{4})")


def column(text: str) -> str:
    """A text as a column can hold it; two texts are the same exactly where their columns are."""
    return _UNSTORABLE.sub(lambda m: "\\\\" if m[0] == "\\" else f"\\u{ord(m[0]):04x}", text)


def text_of(value: str) -> str:
    """The text that a column holds."""
    return _ESCAPED.sub(lambda m: "\\" if m[1] == "\\" else chr(int(m[1][1:], 16)), value)


NAME_BYTES = 1000
"""No id or line is longer in a column: PostgreSQL indexes no more than 2,704 bytes, and some indexes hold two."""


def handle(text: str) -> str:
    """An id or line as a column can hold and index it; one that is too long to be stored finds nothing."""
    made = column(text)
    return made if len(made.encode()) <= NAME_BYTES else f"\\#{octets_id(made.encode())}"


def nameable(text: str) -> str:
    """The id or line, where it is not too long.

    Raises:
        Refused: it is.
    """
    if handle(text).startswith("\\#"):
        raise Refused(f"{text[:40]!r}... is longer than {NAME_BYTES} bytes, too long for an id; use content_id")
    return text


def head(text: str | None) -> str | None:
    """As much of a text as a column can index; the body beside it holds the whole."""
    return None if text is None else column(text[: NAME_BYTES // 6])


def maybe(text: str | None) -> str | None:
    """The same for a text that may be missing."""
    return None if text is None else column(text)


def line_of(document: Document) -> str:
    """The line of a document of which nothing else is known: its address, or else its id."""
    address = document.address
    if address is None:
        return document.id
    return address if not handle(address).startswith("\\#") else content_id("line", address)


def version_id(line: str, document: Document) -> str:
    """The id of a version: made from its line and its words, so that another cleaning of these has the same."""
    published = None if document.published_at is None else document.published_at.isoformat()
    told = (document.id, document.headline, document.text, document.outlet, published)
    return content_id("version", line, *told)


def refusal(what: str, name: str) -> str:
    """Under what a line or document that was removed for good is known: of the name itself nothing is kept."""
    return content_id("refused", what, name)
