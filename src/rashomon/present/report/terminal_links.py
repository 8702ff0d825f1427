"""What the terminal says beside the claims, a row each: figures, times, what answers what, the words chosen."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from rashomon.present.report import glossary
from rashomon.present.report.chains import chains
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.sheet import figures_to_show
from rashomon.present.report.statuses import not_as_fact
from rashomon.present.report.terminal_rows import STYLES, Screen
from rashomon.present.report.told import told_number, told_sum, told_when

RELATION_CHARS = 11
"""The column in which the relation of figures stands, with the blank after it."""
CLAIM_CHARS = 64
LINKS = 3
"""How many claims of a chain one screen shows."""
STEP = 2
"""How far an answer stands to the right of what it answers."""


def figures(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """Figures with how their values go together, each value with the letters of its reports."""
    for line in figures_to_show(screen.sheet.story):
        words = Text(on_one_line(line.counts) + ": ")
        joint = f" {joint} " if (joint := glossary.JOINTS.get(line.relation)) else "; "
        for number, value in enumerate(line.values):
            told = told_number(value) + (f" {total}" if (total := told_sum(value)) else "")
            words.append(joint if number else "").append(told, style="bold")
            words.append(" ").append(*screen.letters(value.reports))
        if line.relation == "update":
            words.append(" (later counts in place of earlier ones)", style="dim")
        yield screen.row(Text(line.relation, style=STYLES[line.standing]), words, 2, indent=RELATION_CHARS)


def timeline(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """Happenings at their own time, who reported them first, and the times told otherwise."""
    for entry in screen.sheet.story.timeline:
        letters, style = screen.letters(entry.citations)
        words = Text.assemble((told_when(entry.when), "bold"), ": ")
        words.append(on_one_line(entry.text) if screen.full else shortened(entry.text, to_chars=CLAIM_CHARS))
        words.append(not_as_fact(screen.sheet.claims.get(entry.claim))).append(" ").append(letters, style=style)
        first = screen.sheet.column(entry.first or "")
        if first is not None:
            words.append(f"; first in {first.letter}")
        for other in entry.otherwise:
            words.append("; otherwise ", style="bold yellow").append(told_when(other.when), style="bold").append(" ")
            words.append(*screen.letters(other.citations))
        yield screen.row(Text(" –"), words, 2, indent=3)


def answers(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """Chains of answers, each below what it answers."""
    for chain in chains(screen.sheet.story):
        lines: list[Text] = []
        shown = chain if screen.full else chain[:LINKS]
        for link in shown:
            claim = screen.sheet.claims.get(link.claim)
            text = on_one_line(claim.text if claim else link.claim)
            words = Text(text if screen.full else shortened(text, to_chars=CLAIM_CHARS)).append(not_as_fact(claim))
            if link.kind:
                words = Text.assemble((f"{glossary.ANSWERS[link.kind]}: ", "bold"), words, " ")
                words.append(*screen.letters(link.citations))
            deep = 3 + STEP * link.depth
            lines += screen.row(Text(" " * (deep - 2) + ("↳" if link.kind else "–")), words, 1, indent=deep)
        if len(shown) < len(chain):
            lines += screen.row(Text(), Text(f"and {len(chain) - len(shown)} more below", style="dim"), 1, indent=5)
        yield tuple(lines)


def framing(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """The words that reports choose for one thing, with who chooses which."""
    for kind in glossary.FRAMINGS:
        for one in screen.sheet.story.framing:
            if one.kind != kind:
                continue
            words = Text(f"{on_one_line(one.of)}: ")
            for number, wording in enumerate(one.wordings):
                marks = [*(["kept open"] if wording.hedged else []), *(["only quoted"] if wording.quoted else [])]
                words.append("; " if number else "").append(f"“{on_one_line(wording.words)}”", style="bold")
                words.append(f" ({', '.join(marks)})" if marks else "").append(" ")
                words.append(*screen.letters(wording.citations))
            yield screen.row(Text(kind), words, 2)
