"""The published JSON of accounts, `rashomon-account/1`, written a document and a story at a time.

Byte for byte what `rashomon account --format json` writes of the same account.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.present.exports.account_rows import FORMAT, provenance_row, story_row
from rashomon.present.exports.contract import Row, document_row, problem_row
from rashomon.present.exports.encoding import indented
from rashomon.present.exports.telling import Source


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """The JSON in pieces.

    Args:
        source: what to write.
        with_texts: changes nothing: the places of this format count in the texts, so that it always carries them.
    """
    del with_texts
    yield f'{{\n  "format": "{FORMAT}",\n'.encode()
    yield from _member("documents", map(document_row, source.documents()))
    yield from _member("stories", (story_row(story) for one in source.stories() for story in one.stories))
    yield from _member("problems", map(problem_row, source.problems()))
    yield b'  "provenance": ' + _deeper(provenance_row(source.provenance), levels=1) + b"\n}\n"


def _member(name: str, rows: Iterable[Row]) -> Iterator[bytes]:
    written = False
    for row in rows:
        yield b",\n    " if written else f'  "{name}": [\n    '.encode()
        yield _deeper(row, levels=2)
        written = True
    yield b"\n  ],\n" if written else f'  "{name}": [],\n'.encode()


def _deeper(row: Row, *, levels: int) -> bytes:
    # a line feed within a JSON text is never one of its words: those are escaped
    return indented(row).rstrip(b"\n").replace(b"\n", b"\n" + b"  " * levels)
