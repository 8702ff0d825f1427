"""Answers in the terminal: a row a result, wrapped to the width; nothing is cut without a sign, standings are words.

Stories, reports and outlets stand in tables where there is room; all else is a mark with text that hangs beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.core import Span, Standing
from rashomon.outlets import by_name
from rashomon.present.questions import (
    Between,
    ClaimAnswer,
    ClaimReport,
    DocumentAnswer,
    FigureAnswer,
    Hit,
    OutletAnswer,
    QuotationAnswer,
    StoryAnswer,
    Telling,
)
from rashomon.present.report.characters import on_one_line, shortened, shown
from rashomon.present.report.screen import laid
from rashomon.present.report.statuses import not_as_fact, statuses
from rashomon.present.report.told import NAME_CHARS, counted, told_number

MARK = 10
"""The column in which the standing or the form stands, with the blank after it."""
WORDS_CHARS = 400
"""So much of what was said or of a claim is shown; the rest is in the other forms."""
HEADLINE_CHARS = 200
"""So much of a headline or a title is shown."""
FEW = 4
"""So many outlets are named; more are counted."""
WIDE = 120
"""From this width on there are tables; narrower, the rest of a row hangs below its title."""
ID = 18
"""The column in which a title stands beside an id of sixteen characters or a time."""
PAIRS = ("from", "copied by", "credited by")
STYLES = {Standing.DENIED: "bold red", Standing.DISPUTED: "bold yellow", Standing.AGREED: "bold green"}


def stories(answers: Sequence[StoryAnswer], console: Console) -> None:
    """The stories, the latest first."""
    rows = []
    for answer in answers:
        rests = f", up to {counted(answer.origins, 'origin')} a claim" if answer.origins else ""
        many = counted(len(answer.documents), "report") + rests
        state = [f"{number} {standing.value}" for standing, number in answer.standings.items() if number]
        told = ", ".join(state) or ("no claims" if answer.accounted else "no account yet")
        behind = "; changed since" if answer.accounted and not answer.fresh else ""
        title = Text(_headline(answer.title) or "untitled", style="bold")
        outlets = _few(list(map(_outlet, answer.outlets))) or "outlet unknown"
        rows.append((answer.id, _when(answer.latest, answer.latest_day_only), title, [outlets, many, told + behind]))
    _listed(rows, ("id", "latest", "story", "outlets", "reports", "claims"), console)


def documents(answers: Sequence[DocumentAnswer], console: Console) -> None:
    """The reports, the latest first."""
    rows = []
    for answer in answers:
        headline = Text(_headline(answer.headline or "") or "no headline", style="bold")
        of = f"story {shown(answer.story)}" if answer.story else "no story"
        address = on_one_line(answer.address or "no address")
        rows.append(
            (answer.id, _when(answer.published_at, answer.day_only), headline, [_outlet(answer.outlet), of, address])
        )
    _listed(rows, ("id", "published", "headline", "outlet", "story", "address"), console)


def _listed(rows: Iterable[tuple[str, str, Text, list[str]]], heads: Sequence[str], console: Console) -> None:
    """Rows of an id, a time, a title and more: in a table on wide terminals, else the rest hangs below the title."""
    if console.width >= WIDE:
        table = _table(*heads)
        for name, when, title, rest in rows:
            table.add_row(_id(name), when, title, *rest)
        console.print(table)
        return
    for name, when, title, rest in rows:
        beside = len(name) < ID
        if not beside:  # an id that somebody gave may be long; it stands alone and whole
            _print(laid(Text(), _id(name), console, indent=0), console)
        for mark, body in ((_id(name) if beside else Text(), title), (Text(when), Text("; ".join(rest)))):
            _print(laid(mark, body, console, indent=ID), console)


def outlets(answers: Sequence[OutletAnswer], console: Console) -> None:
    """The outlets, those with the most reports first."""
    wide = console.width >= WIDE
    table = _table("outlet", "reports", "copies", "of whom", "copied by", "credited by")
    for answer in answers:
        share = f" ({answer.copies / answer.reports:.0%})" if answer.copies else ""
        kind = f" ({answer.known.kind})" if answer.known is not None and answer.known.kind != "outlet" else ""
        name = Text.assemble((_outlet(answer.name), "bold"), kind)
        pairs = [_between(answer.copied_from), _between(answer.copied_by), _between(answer.credited_by)]
        if wide:
            table.add_row(name, str(answer.reports), f"{answer.copies}{share}", *pairs)
            continue
        told = f"{counted(answer.reports, 'report')}, {answer.copies} copied{share}"
        told += "".join(f"; {how} {who}" for how, who in zip(PAIRS, pairs, strict=True) if who)
        for indent, body in ((0, name), (3, Text(told))):
            _print(laid(Text(), body, console, indent=indent), console)
    if wide:
        console.print(table)


def claims(answers: Sequence[ClaimAnswer], console: Console) -> None:
    """The claims with their standing in words, and each status with the outlets that give it."""
    for answer in answers:
        _claim(answer, (), console)


def quotations(answers: Sequence[QuotationAnswer], console: Console) -> None:
    """The words said, with speaker and outlet."""
    for answer in answers:
        _said(answer, (), console)


def figures(answers: Sequence[FigureAnswer], console: Console) -> None:
    """The figures with each value and the outlets that tell it."""
    for answer in answers:
        line = answer.figure
        head = Text.assemble((on_one_line(line.counts), "bold"), f"  ({line.relation})")
        _print(laid(_standing(line.standing), head, console, indent=MARK), console)
        for value, places in zip(line.values, answer.tellings, strict=True):
            told = Text(f"{told_number(value)}: {_few(_names(places))}")
            _print(laid(Text(), told, console, indent=MARK), console)
        _footing(_when(answer.at, answer.day_only), answer.title, answer.story, console)


def hits(answers: Sequence[Hit], console: Console) -> None:
    """What was found, with the words looked for in bold and between arrows where there is no bold."""
    for hit in answers:
        match hit.answer:
            case ClaimAnswer():
                _claim(hit.answer, hit.marks, console)
            case QuotationAnswer():
                _said(hit.answer, hit.marks, console)
            case DocumentAnswer():
                _piece(hit, hit.answer, console)


def _claim(answer: ClaimAnswer, marks: Sequence[Span], console: Console) -> None:
    claim = answer.claim
    on = f"; differ on {', '.join(claim.differs)}" if claim.differs and claim.standing is Standing.DISPUTED else ""
    counting = f"; {answer.counting}" if answer.counting else ""
    plain = claim.standing in (Standing.DISPUTED, Standing.DENIED) or not statuses(claim)
    alike = "" if plain else not_as_fact(claim)
    rest = f"{alike}  ({counted(claim.origins, 'origin')}{on}{counting})"
    words = _marked(claim.text, marks, console).append(rest)
    _print(laid(_standing(claim.standing), words, console, indent=MARK), console)
    sides: dict[tuple[str, str | None], list[ClaimReport]] = {}
    for report in answer.reports:
        sides.setdefault((report.report.status.value, report.voice), []).append(report)
    for (status, voice), reports in sides.items():
        says = f", says {on_one_line(voice)}" if voice else ""
        side = Text.assemble((status, "bold"), f"{says}: {_few(_marked_names(reports))}")
        _print(laid(Text(), side, console, indent=MARK), console)
    _footing(_when(answer.at, answer.day_only), answer.title, answer.story, console)


def _said(answer: QuotationAnswer, marks: Sequence[Span], console: Console) -> None:
    telling = answer.telling
    speaker = on_one_line(answer.speaker) if answer.speaker else "speaker unknown"
    words = Text.assemble("“", _marked(telling.words, marks, console), "”")
    _print(laid(Text(f" {answer.form.value}"), words, console, indent=MARK), console)
    if answer.sentence:  # the words alone may be what was denied
        around = Text.assemble("in: ", (on_one_line(answer.sentence), "dim"))
        _print(laid(Text(), around, console, indent=MARK), console)
    told = Text.assemble("– ", (speaker, "bold"), f", in {_outlet(telling.outlet)}")
    _print(laid(Text(), told, console, indent=MARK), console)
    _footing(_when(telling.published_at, telling.day_only), answer.title, answer.story, console)


def _piece(hit: Hit, answer: DocumentAnswer, console: Console) -> None:
    head = Text.assemble((_outlet(answer.outlet), "bold"), f": {_headline(answer.headline or 'no headline')}")
    _print(laid(Text(" report"), head, console, indent=MARK), console)
    more = hit.offset + len(hit.words) < answer.text_chars
    words = _marked(hit.words, hit.marks, console)
    body = Text.assemble("… " if hit.offset else "", words, " …" if more else "")
    _print(laid(Text(), body, console, indent=MARK), console)
    _footing(_when(hit.at, hit.day_only), f"document {answer.id}", hit.story, console)


def _footing(when: str, title: str, story: str | None, console: Console) -> None:
    """When it was told, and in which story; then a blank line."""
    of = f"story {shown(story)}" if story else "no story"
    named = f"“{shortened(title, to_chars=80)}”, " if title and not title.startswith("document ") else ""
    named = f"{title}, " if title.startswith("document ") else named
    _print(laid(Text(), Text(f"{when}, {named}{of}", style="dim"), console, indent=MARK), console)
    console.print()


def _marked(words: str, marks: Sequence[Span], console: Console) -> Text:
    """The words on one line, cut with a sign where they are long, with what was looked for made plain."""
    before, after = ("", "") if console.color_system else ("»", "«")
    made, at = Text(), 0
    for mark in marks:
        made.append(_run(words[at : mark.start]))
        made.append(f"{before}{_run(words[mark.start : mark.end])}{after}", style="bold reverse")
        at = mark.end
    made.append(_run(words[at:]))
    if len(made) > WORDS_CHARS:
        made = made[:WORDS_CHARS].append("…")
    return made


def _run(words: str) -> str:
    """A piece of a line, its blanks at either end kept as one."""
    line = on_one_line(words)
    head = " " if words[:1].isspace() and line else ""
    return f"{head}{line}{' ' if words[-1:].isspace() else ''}"


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold underline")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _id(name: str) -> Text:
    return Text(shown(name), style="cyan")


def _standing(standing: Standing) -> Text:
    return Text(standing.value, style=STYLES.get(standing, ""))


def _outlet(name: str | None) -> str:
    known = by_name(name) if name else None
    return shortened(known.name if known else name, to_chars=NAME_CHARS) if name else "outlet unknown"


def _names(places: Iterable[Telling]) -> list[str]:
    return list(dict.fromkeys(_outlet(place.outlet) for place in places))


def _marked_names(reports: Iterable[ClaimReport]) -> list[str]:
    """Outlets, each with the word for it where its report does not count."""
    names = (f"{_outlet(r.telling.outlet)}{f' [{r.withdrawn}]' if r.withdrawn else ''}" for r in reports)
    return list(dict.fromkeys(names))


def _few(names: Sequence[str]) -> str:
    if len(names) <= FEW:
        return ", ".join(map(on_one_line, names))
    return f"{', '.join(map(on_one_line, names[: FEW - 1]))} and {len(names) - FEW + 1} others"


def _headline(words: str) -> str:
    return shortened(words, to_chars=HEADLINE_CHARS)


def _between(pairs: Sequence[Between]) -> str:
    told = [f"{_outlet(pair.outlet)} {pair.reports}" for pair in pairs[:FEW]]
    rest = len(pairs) - FEW
    return ", ".join([*told, *([f"and {rest} others"] if rest > 0 else [])])


def _when(at: datetime | None, day_only: bool) -> str:  # noqa: FBT001
    """A day and a time; the day alone where no more is known."""
    return "no date" if at is None else f"{at:%Y-%m-%d}" if day_only else f"{at:%Y-%m-%d %H:%M}"


def _print(lines: Iterable[Text], console: Console) -> None:
    for line in lines:
        console.print(line, soft_wrap=True)  # already wrapped: rich must neither wrap nor crop again
