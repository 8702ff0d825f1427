"""An account in the terminal: for each story, what an editor needs on one screen.

Standings and statuses are words, never colour alone. What does not fit is counted, and shown with `--full`; the page
and the JSON have all of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from rashomon.core import Account, Problem, Standing
from rashomon.present.report import glossary
from rashomon.present.report.characters import on_one_line
from rashomon.present.report.screen import Section, fitted, laid
from rashomon.present.report.sheet import Column, Sheet, sheets
from rashomon.present.report.terminal_links import answers, figures, framing, timeline
from rashomon.present.report.terminal_rows import (
    MANY_REPORTS,
    Screen,
    agreed,
    alone,
    said,
    sentences,
    urgent,
)
from rashomon.present.report.told import counted, told_decisions, told_place

SCREEN_LINES = 48
"""A story's account is no longer than this where nobody asks for more."""

FEW_REPORTS = 6
"""Up to so many reports, each has a line for what it alone tells."""

WARNING_LINES = 2


def show(account: Account, console: Console, *, full: bool = False, screen_lines: int = SCREEN_LINES) -> None:
    """Print every story of an account, then what is in none.

    Args:
        account: what is shown.
        console: where; its width is kept to.
        full: everything, however long.
        screen_lines: how many lines a story may take otherwise.
    """
    for number, sheet in enumerate(sheets(account)):
        if number:
            console.print()
        for line in _story(Screen(sheet=sheet, console=console, full=full), screen_lines):
            # already wrapped: rich must neither wrap nor crop again
            console.print(line, soft_wrap=True)
    of_stories = {problem for story in account.stories for problem in story.problems}
    rest = [problem for problem in account.problems if problem not in of_stories and not problem.fatal]
    if rest:
        console.print(Text("\nAbout the input", style="bold underline"))
        for problem in rest if full else rest[:4]:
            where = told_place(problem.address or problem.document or "")[0]
            said = Text(f"{where + ': ' if where else ''}{on_one_line(problem.message)}")
            for line in laid(Text(" !"), said, console, indent=3, most=None if full else WARNING_LINES):
                console.print(line, soft_wrap=True)
        if len(rest) > 4 and not full:
            console.print(Text(f"   and {len(rest) - 4} more"))
    if account.provenance.degraded:
        console.print(Text("Degraded: no parser read these reports; run `rashomon doctor`.", style="bold"))


def _story(screen: Screen, screen_lines: int) -> list[Text]:
    head = [*_title(screen), *_reports(screen)]
    sections = [section for section in _sections(screen) if section.rows]
    room = None if screen.full else screen_lines - len(head)
    return [*head, *fitted(sections, room)]


def _sections(screen: Screen) -> list[Section]:
    """The sections in the order of the screen, each with the rows that it should have at least."""
    sheet = screen.sheet
    told_apart = sheet.alike(sheet.standing(Standing.DENIED, Standing.DISPUTED))
    told_alike = sheet.alike(sheet.standing(Standing.AGREED))
    few = len(sheet.columns) <= FEW_REPORTS
    return [
        Section(head="Look twice", rows=tuple(_warning(screen, p) for p in sheet.story.problems), first=1),
        Section(head="In brief", rows=tuple(sentences(screen)), first=4),
        Section(head="Denied and disputed", rows=tuple(urgent(screen, *same) for same in told_apart), first=2),
        Section(head="Agreed", rows=tuple(agreed(screen, *same) for same in told_alike), first=1),
        Section(head="What was said, in which words", rows=tuple(said(screen)), first=2),
        Section(head="Figures", rows=tuple(figures(screen)), first=1),
        Section(head="What answers what", rows=tuple(answers(screen)), first=0),
        Section(head="Timeline", rows=tuple(timeline(screen)), first=0),
        Section(head="Words chosen", rows=tuple(framing(screen)), first=0),
        Section(head="Told by one report alone", rows=tuple(alone(screen)), first=FEW_REPORTS if few else 1),
        Section(
            head=glossary.DECIDED,
            rows=tuple(
                screen.row(Text(" -"), Text(each), WARNING_LINES, indent=3) for each in told_decisions(sheet.story)
            ),
            first=1,
        ),
    ]


def _title(screen: Screen) -> list[Text]:
    title = on_one_line(screen.sheet.story.title)
    rows = laid(Text(), Text(title, style="bold"), screen.console, indent=0, most=screen.most(2))
    state = laid(Text(), Text(screen.sheet.state()), screen.console, indent=0)
    return [*rows, *state]


def _reports(screen: Screen) -> list[Text]:
    """The reports under their letters, who copied whom, and who names the same agency."""
    sheet = screen.sheet
    lines: list[Text] = []
    if len(sheet.columns) > MANY_REPORTS:
        words = Text()
        for column in sheet.columns:
            # a no-break space keeps the letter at its name
            words.append(f"[{column.letter}]", style="cyan").append(f"\u00a0{column.short}  ")
        lines += laid(Text(), words, screen.console, indent=1, most=screen.most(12))
        copied = [(column, told) for column in sheet.columns if (told := sheet.copied_from(column))]
        for column, told in copied if screen.full else copied[:2]:
            lines += screen.row(Text(f" [{column.letter}]", style="cyan"), Text(_few(told)), 1, indent=5)
        if len(copied) > 2 and not screen.full:
            lines.append(Text(f"     {len(copied) - 2} more share words with others"))
    else:
        for column in sheet.columns:
            lines += screen.row(Text(f" [{column.letter}]", style="cyan"), _report(sheet, column), 1, indent=5)
    for shared in sheet.told_credits():
        lines += laid(Text(), Text(shared), screen.console, indent=1, most=screen.most(1))
    return lines


def _report(sheet: Sheet, column: Column) -> Text:
    copied = sheet.copied_from(column)
    return Text.assemble((column.name, "bold"), f", {column.when}", f"; {_few(copied)}" if copied else "")


def _few(told: Sequence[str]) -> str:
    return told[0] if len(told) == 1 else f"{told[0]}; and so with {counted(len(told) - 1, 'other')}"


def _warning(screen: Screen, problem: Problem) -> tuple[Text, ...]:
    where, words = screen.sheet.where(problem)
    about = f", on “{words}”" if words else ""
    said = on_one_line(problem.message)
    return screen.row(Text(" !"), Text(f"{where}{about}: {said}" if where else said), WARNING_LINES, indent=3)
