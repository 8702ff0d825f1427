"""Accounts as Markdown briefs, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.present.exports.telling import Source


def chunks(source: Source, *, with_texts: bool = False) -> Iterator[bytes]:
    """A brief a story, as `rashomon story --format markdown` writes it, a rule between them.

    Args:
        source: what to write.
        with_texts: changes nothing: a brief holds no texts.
    """
    from rashomon.present.report.markdown import brief

    del with_texts
    for number, account in enumerate(source.stories()):
        yield (b"\n---\n\n" if number else b"") + brief(account).encode("utf-8", "replace")
