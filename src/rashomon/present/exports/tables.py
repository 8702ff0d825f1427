"""Answers -> CSV: a row a result, the columns of which are named in the first row.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end would be run as a formula by a spreadsheet; it gets an
apostrophe in front, which spreadsheets read as "this is text" (OWASP, CSV Injection). Several values of a cell stand
with a semicolon between them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from rashomon.core import Standing
from rashomon.present.exports.contract import Row
from rashomon.present.report.characters import shown

STEERING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, also in its full-width forms."""
APOSTROPHE = "'"

Cells = dict[str, object]


def table(rows: Iterable[Row], cells: Callable[[Row], Cells], columns: Iterable[str]) -> bytes:
    """The rows as CSV (RFC 4180), in UTF-8.

    Args:
        rows: results in their JSON shape.
        cells: from a result to the cells of its row, by column.
        columns: the header, also where there are no rows.
    """
    written = StringIO(newline="")
    writer = csv.writer(written)
    names = list(columns)
    writer.writerow(names)
    for row in rows:
        own = cells(row)
        writer.writerow([safe(own[name]) for name in names])
    return written.getvalue().encode("utf-8")


def safe(value: object) -> str:
    """A cell that no spreadsheet runs and no terminal obeys."""
    text = "" if value is None else shown(str(value))
    return APOSTROPHE + text if text.startswith(STEERING) else text


def _several(values: Iterable[object]) -> str:
    return "; ".join(str(value) for value in values)


def story_cells(row: Row) -> Cells:
    """A story."""
    return {
        **{name: row[name] for name in ("id", "title", "first", "latest", "origins", "storyline")},
        "documents": len(row["documents"]),
        "outlets": _several(row["outlets"]),
        **row["claims"],
    }


def claim_cells(row: Row) -> Cells:
    """A claim, with what each report says of it in one cell."""
    plain = (*CLAIM_COLUMNS[:2], "title", "text", "actor", "action", "target", "code", "at", "outlets", "origins")
    told = (
        f"{report['outlet'] or report['document']}: {report['status']}"
        + (f" (says {report['voice']})" if report["voice"] else "")
        + _withdrawn(report["revised"])
        for report in row["reports"]
    )
    return {
        **{name: row[name] for name in plain},
        "standing": row["standing"],
        "counting": row["counting"],
        "differs": _several(row["differs"]),
        "reports": _several(told),
    }


def _withdrawn(revised: Iterable[str]) -> str:
    """What is said of a report that does not count."""
    marks = set(revised)
    if "retraction" in marks:
        return " [withdrawn]"
    return " [rests on a withdrawn report]" if "rests-on-retracted" in marks else ""


def quotation_cells(row: Row) -> Cells:
    """Words said."""
    return {name: row[name] for name in QUOTE_COLUMNS}


def figure_cells(row: Row) -> Cells:
    """A line of figures, with each value and who tells it in one cell."""
    values = (
        f"{_figure(value)} ({', '.join(dict.fromkeys(r['outlet'] or r['document'] for r in value['reports']))})"
        for value in row["values"]
    )
    plain = ("story", "title", "counts", "standing", "relation", "at", "claim")
    return {**{name: row[name] for name in plain}, "values": _several(values)}


def _figure(value: Row) -> str:
    number = "/".join(str(value[name]) for name in ("value", "low", "high") if value[name] is not None)
    bound = "" if value["bound"] == "exact" else f"{value['bound']} "
    return f"{bound}{number}{' ' + value['unit'] if value['unit'] else ''}"


def document_cells(row: Row) -> Cells:
    """A report."""
    lists = {name: _several(row[name]) for name in ("bylines", "credits")}
    return {**{name: row[name] for name in DOCUMENT_COLUMNS}, **lists}


def outlet_cells(row: Row) -> Cells:
    """An outlet, with whom it copies and who copies it in one cell each."""
    pairs = {
        name: _several(f"{pair['outlet'] or 'unknown'}: {pair['reports']}" for pair in row[name])
        for name in ("copied_from", "copied_by", "credits", "credited_by")
    }
    return {**{name: row[name] for name in OUTLET_COLUMNS}, **pairs}


def hit_cells(row: Row) -> Cells:
    """What was found, whatever it is."""
    own = row["claim"] or row["quotation"] or row["document"]
    return {
        **{name: row[name] for name in ("kind", "at", "story", "words")},
        "id": own.get("id") or own.get("utterance"),
        "outlet": own.get("outlet"),
        "speaker": own.get("speaker"),
        "standing": own.get("standing"),
        "document": own.get("document") or (own["id"] if row["kind"] == "document" else None),
    }


STORY_COLUMNS = ("id", "title", "first", "latest", "documents", "outlets", "origins", *Standing, "storyline")
CLAIM_COLUMNS = (
    *("story", "id", "standing", "text", "actor", "action", "target", "code", "at", "outlets", "origins", "differs"),
    *("counting", "reports", "title"),
)
QUOTE_COLUMNS = (
    *("story", "utterance", "speaker", "words", "form", "sentence", "outlet", "published_at", "document"),
    *("start", "end", "title"),
)
FIGURE_COLUMNS = ("story", "counts", "standing", "relation", "values", "at", "claim", "title")
DOCUMENT_COLUMNS = (
    *("id", "outlet", "headline", "published_at", "address", "language", "story", "bylines", "credits", "text_chars"),
)
OUTLET_COLUMNS = (
    *("name", "kind", "family", "reports", "first", "latest", "copies", "copies_share", "sharing", "copied_from"),
    *("copied_by", "credits", "credited_by"),
)
HIT_COLUMNS = ("kind", "at", "story", "words", "speaker", "outlet", "standing", "id", "document")
