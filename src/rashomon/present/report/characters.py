"""Words from outside made safe to look at: nothing that a report contains may steer a terminal or a page.

Control characters (an escape sequence would recolour or rewrite a terminal) and the marks that force a
writing direction (they can make a sentence read as another) are shown instead of obeyed; all else, marks
that right-to-left languages need among it, stays as it is.
"""

from __future__ import annotations

KEPT = "\n\t"
CLOSING = {"“": "”", "‘": "’", "„": "“”", "«": "»", '"': '"', "'": "'"}
"""Quotation marks with those that close them."""
FORCED_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Embeddings, overrides and isolates (Unicode Standard Annex 9); the plain marks U+200E and U+200F stay."""

_SHOWN = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in KEPT},
    **{code: f"[U+{code:04X}]" for code in (0x7F, *range(0x80, 0xA0))},
    **{ord(mark): f"[U+{ord(mark):04X}]" for mark in FORCED_DIRECTION},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def shown(words: str) -> str:
    """The words with every steering character made visible."""
    return words.translate(_SHOWN)


def on_one_line(words: str) -> str:
    """The words shown, with every run of blanks as one space."""
    return " ".join(shown(words).split())


def shortened(words: str, *, to_chars: int) -> str:
    """The words on one line, cut at a blank where they are longer than `to_chars`, with an ellipsis."""
    line = on_one_line(words)
    if len(line) <= to_chars:
        return line
    head = line[: to_chars - 1]
    at = head.rfind(" ")
    return (head[:at] if at > to_chars // 2 else head).rstrip(" ,;:") + "…"


def paired(words: str) -> str:
    """The words without a quotation mark at their head that nothing after it closes.

    A claim is cut from its sentence, and the mark that opened a longer quotation says nothing there.
    """
    if words[:1] in CLOSING and not _closed(words[1:], CLOSING[words[0]]):
        return words[1:].lstrip()
    return words


def _closed(rest: str, closing: str) -> bool:
    # between two letters the mark is an apostrophe
    return any(
        mark in closing and not (rest[at - 1 : at].isalpha() and rest[at + 1 : at + 2].isalpha())
        for at, mark in enumerate(rest)
    )
