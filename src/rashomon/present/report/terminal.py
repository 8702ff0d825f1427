"""An account in the terminal: for each story, what an editor needs on one screen.

Standings and statuses are words, never colour alone. Every list is cut where it would outgrow the screen and
says how much more there is; the page and the JSON have all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rashomon.core import Account, Claim, Problem, Standing, Utterance
from rashomon.present.report import glossary
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.differences import Change, Run, differences
from rashomon.present.report.sheet import Sheet, counted, figures_to_show, sheets, told_number, told_sum

STYLES = {
    Standing.DENIED: "bold red",
    Standing.DISPUTED: "bold yellow",
    Standing.AGREED: "bold green",
    Standing.SINGLE: "",
}
CLAIM_CHARS = 110
SENTENCE_CHARS = 220
ROWS = {
    "origins": 3,
    "digest": 4,
    "urgent": 5,
    "agreed": 6,
    "said": 3,
    "wordings": 3,
    "figures": 4,
    "alone": 1,
    "warnings": 4,
}
"""How many of each a screen holds."""


def show(account: Account, console: Console) -> None:
    """Print every story of an account, then what is in none."""
    for sheet in sheets(account):
        console.print(_story(sheet))
    of_stories = {problem for sheet in sheets(account) for problem in sheet.story.problems}
    rest = [problem for problem in account.problems if problem not in of_stories and not problem.fatal]
    if rest:
        console.print(_head("About the input"), _warnings(rest, letters={}))
    if account.provenance.degraded:
        console.print(Text("Degraded: no parser read these reports; run `rashomon doctor`.", style="bold"))


def _story(sheet: Sheet) -> RenderableType:
    story = sheet.story
    parts: list[RenderableType] = [
        Rule(Text(on_one_line(story.title), style="bold"), align="left", characters="─"),
        _reports(sheet),
    ]
    if story.digest:
        some = story.digest[: ROWS["digest"]]
        sentences = [_cited(shortened(s.text, to_chars=SENTENCE_CHARS), sheet.letters(s.citations)) for s in some]
        parts += [_head("In brief"), _listed((Text("–"), sentence) for sentence in sentences)]
        parts += _more(ROWS["digest"], len(story.digest))
    urgent = sheet.standing(Standing.DENIED, Standing.DISPUTED)
    parts += _claims(sheet, "Denied and disputed", urgent, ROWS["urgent"])
    parts += _claims(sheet, "Agreed", sheet.standing(Standing.AGREED), ROWS["agreed"])
    parts += _said(sheet)
    parts += _figures(sheet)
    parts += _alone(sheet)
    if story.problems:
        letters = {column.document.id: column.letter for column in sheet.columns}
        parts += [_head("Look twice"), _warnings(story.problems, letters=letters)]
    return Group(*parts, Text(""))


def _head(words: str) -> Text:
    return Text("\n" + words, style="bold underline")


def _listed(rows: Iterable[tuple[Text, RenderableType]]) -> RenderableType:
    """Rows with a mark in front and a hanging indent."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for mark, row in rows:
        grid.add_row(mark, row)
    return Padding(grid, (0, 0, 0, 1))


def _more(shown: int, of: int) -> list[RenderableType]:
    return [Padding(Text(f"and {of - shown} more", style="dim"), (0, 0, 0, 3))] if of > shown else []


def _cited(words: str, letters: Sequence[str], style: str = "") -> Text:
    return Text.assemble((words, style), " ", ("[" + " ".join(letters) + "]", "cyan"))


def _reports(sheet: Sheet) -> RenderableType:
    """The documents, each with its letter, and the origins on which several of them rest."""
    rows: list[tuple[Text, RenderableType]] = []
    for column in sheet.columns:
        words = Text.assemble((column.name, "bold"), f", {column.when}")
        words.append("".join(f"; {copied}" for copied in sheet.copied_from(column)))
        rows.append((Text(f"[{column.letter}]", style="cyan"), words))
    origins = sheet.shared_origins()
    line = f"{counted(len(sheet.columns), 'report')}, {counted(len(sheet.story.origins), 'independent origin')}"
    shown: list[RenderableType] = [Text(line), _listed(rows)]
    if origins:
        words = Text("Several rest on ")
        for number, origin in enumerate(origins[: ROWS["origins"]]):
            words.append("; " if number else "")
            words.append_text(_cited(shortened(origin.reason, to_chars=CLAIM_CHARS), sheet.origin_letters(origin)))
        shown.append(Padding(words, (0, 0, 0, 1)))
    return Group(*shown)


def _claims(sheet: Sheet, head: str, claims: list[Claim], most: int) -> list[RenderableType]:
    if not claims:
        return []
    rows = [(Text(c.standing.value, style=STYLES[c.standing]), _claim(sheet, c)) for c in claims[:most]]
    return [_head(head), _listed(rows), *_more(most, len(claims))]


def _claim(sheet: Sheet, claim: Claim) -> Text:
    """The claim's words and how many carry it; who gives it which status, on a line of its own where they differ."""
    text = Text(shortened(claim.text, to_chars=CLAIM_CHARS), style="bold")
    counts = f"  {counted(claim.outlets, 'outlet')}, {counted(claim.origins, 'origin')}"
    if claim.differs and claim.standing is Standing.DISPUTED:
        counts += f", differ on {', '.join(claim.differs)}"
    text.append(counts, style="not bold")
    tellings = sheet.tellings(claim)
    text.append("  " if len(tellings) == 1 else "\n")
    for number, telling in enumerate(tellings):
        voice = f" (says {telling.voice})" if telling.voice else ""
        words = _cited(f"{telling.status.value}{voice}", sheet.letters(telling.reports), "not bold")
        text.append_text(Text("; " if number else "", style="not bold")).append_text(words)
    return text


def _said(sheet: Sheet) -> list[RenderableType]:
    """Utterances of several documents, each wording against the fullest."""
    several = sheet.told_by_several()
    urgency = {"altered": 0, "retranslated": 1}
    several.sort(key=lambda u: urgency.get(u.differences, 2))
    if not several:
        return []
    shown = [_utterance(sheet, utterance) for utterance in several[: ROWS["said"]]]
    return [_head("What was said, in which words"), *shown, *_more(ROWS["said"], len(several))]


def _utterance(sheet: Sheet, utterance: Utterance) -> RenderableType:
    speaker = sheet.party(utterance.speaker) or "Speaker not named"
    wordings = sheet.wordings(utterance)
    told = glossary.told_differences(utterance.differences, len(wordings))
    line = Text.assemble(" ", (speaker, "bold"), f" – {told}")
    rows: list[tuple[Text, RenderableType]] = []
    for number, group in enumerate(wordings[: ROWS["wordings"]]):
        words = Text()
        if number == 0:
            words.append(f"“{group.words}”")
        else:
            for run in differences(wordings[0].words, group.words):
                words.append(*_run(run))
        words.append(" [" + " ".join(sheet.letters(group.places)) + "]", style="cyan")
        rows.append((Text(" ·"), words))
    return Group(line, _listed(rows), *_more(ROWS["wordings"], len(wordings)))


def _run(run: Run) -> tuple[str, str]:
    """A run's words and style; what was put in stands in braces, so that it shows without colour."""
    match run.change:
        case Change.SAME | Change.REWORDED:
            return run.words + " ", ""
        case Change.PUT_IN:
            return "{" + run.words + "} ", "bold"
        case Change.CUT:
            return "… ", "dim"
        case Change.REPLACED:
            return "", ""
        case Change.LEFT_OUT:
            return f"(left out: {run.words}) ", "dim"


def _figures(sheet: Sheet) -> list[RenderableType]:
    lines = figures_to_show(sheet.story)
    if not lines:
        return []
    rows = []
    for line in lines[: ROWS["figures"]]:
        words = Text(on_one_line(line.counts) + ": ")
        for number, value in enumerate(line.values):
            told = told_number(value) + (f" {total}" if (total := told_sum(value)) else "")
            words.append_text(Text("; " if number else "")).append_text(
                _cited(told, sheet.letters(value.reports), "bold")
            )
        rows.append((Text(line.standing.value, style=STYLES[line.standing]), words))
    return [_head("Figures"), _listed(rows), *_more(ROWS["figures"], len(lines))]


def _alone(sheet: Sheet) -> list[RenderableType]:
    """What each document alone tells: the first claims and how many there are."""
    rows = []
    for coverage in sheet.story.coverage:
        column = sheet.column(coverage.document)
        claims = [sheet.claims[claim] for claim in coverage.only_here if claim in sheet.claims]
        if column is None or not claims:
            continue
        some = "; ".join(
            f"{shortened(c.text, to_chars=90)} ({c.reports[0].status.value})"
            for c in claims[: ROWS["alone"]]
            if c.reports
        )
        more = f"; and {len(claims) - ROWS['alone']} more" if len(claims) > ROWS["alone"] else ""
        rows.append((column.letter, Text(f"[{column.letter}]", style="cyan"), Text(some + more)))
    if not rows:
        return []
    return [_head("Told by one alone"), _listed((mark, row) for _, mark, row in sorted(rows, key=lambda r: r[0]))]


def _warnings(problems: Sequence[Problem], *, letters: dict[str, str]) -> RenderableType:
    rows = []
    for problem in problems[: ROWS["warnings"]]:
        where = letters.get(problem.document or "") or problem.address or problem.document
        words = shortened(problem.message, to_chars=240)
        rows.append((Text("!"), _cited(words, [on_one_line(where)]) if where else Text(words)))
    return Group(_listed(rows), *_more(ROWS["warnings"], len(problems)))
