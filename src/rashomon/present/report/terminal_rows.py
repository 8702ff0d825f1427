"""What the terminal says of one story, a row each: sentences, claims with their sides, wordings, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from rashomon.core import Citation, Claim, Report, Standing, Status, Utterance
from rashomon.present.report import glossary
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.differences import Change, Run, differences
from rashomon.present.report.resting import Part
from rashomon.present.report.screen import laid
from rashomon.present.report.sheet import Sheet, Telling
from rashomon.present.report.statuses import DENIAL_MADE, is_denial
from rashomon.present.report.told import told_acts

STYLES = {
    Standing.DENIED: "bold red",
    Standing.DISPUTED: "bold yellow",
    Standing.AGREED: "bold green",
    Standing.SINGLE: "",
}
MANY_REPORTS = 8
"""From more reports than this, the list of them runs on instead of giving each its line."""

NAMES_IN_A_SIDE = 4
MARK = 9
"""The column in which the standing or status stands, with the blank after it."""

BRIEF_LINES, SIDES_LINES, SAID_LINES = 3, 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One story on one console; `full` cuts nothing."""

    sheet: Sheet
    console: Console
    full: bool

    def most(self, lines: int) -> int | None:
        """How many lines a text may take."""
        return None if self.full else lines

    def names(self, places: Iterable[Citation | Report]) -> str:
        """The outlets of these places by name; the first few and a count where they are many."""
        places = list(places)
        cited = {place.document for place in places}
        gone = {place.document for place in places if isinstance(place, Report) and "retraction" in place.revised}
        found = [
            f"{column.short}{' [withdrawn]' if column.document.id in gone else ''}"
            for column in self.sheet.columns
            if column.document.id in cited
        ]
        if self.full or len(found) <= NAMES_IN_A_SIDE:
            return ", ".join(found)
        return f"{', '.join(found[: NAMES_IN_A_SIDE - 1])} and {len(found) - NAMES_IN_A_SIDE + 1} others"

    def letters(self, places: Iterable[Citation | Report]) -> tuple[str, str]:
        """The letters of these places, as a piece of a text; their number where they are many."""
        letters = self.sheet.letters(places)
        told = f"{len(letters)} reports" if len(letters) > MANY_REPORTS and not self.full else " ".join(letters)
        return f"[{told}]", "cyan"

    def row(self, mark: Text, body: Text, most: int, *, indent: int = MARK) -> tuple[Text, ...]:
        """A row with a hanging indent."""
        return tuple(laid(mark, body, self.console, indent=indent, most=self.most(most)))

    def one_line(self, words: str, *, besides: int, lines: int = 1) -> str:
        """Words cut at a blank to what is left of this many lines beside something else."""
        room = (self.console.width - MARK) * lines - besides - (6 if lines > 1 else 0)
        return on_one_line(words) if self.full else shortened(words, to_chars=max(room, 24))


def sentences(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """The digest, a sentence a row with the letters of its reports."""
    for sentence in screen.sheet.story.digest:
        letters, style = screen.letters(sentence.citations)
        words = screen.one_line(sentence.text, besides=len(letters) + 1, lines=BRIEF_LINES)
        yield screen.row(Text(" –"), Text.assemble(words, " ", (letters, style)), BRIEF_LINES, indent=3)


def _carried(screen: Screen, claim: Claim, twins: Sequence[Claim]) -> str:
    origins = screen.sheet.told_origins(claim) + _not_counted(claim)
    on = ", ".join(what for what in claim.differs if what != "status")
    origins += f"; differ on {on}" if on and claim.standing is Standing.DISPUTED else ""
    return origins + told_acts(claim, twins)


def _not_counted(claim: Claim) -> str:
    """How many of a claim's reports do not count, since a withdrawn one stands behind them."""
    gone = len({r.document for r in claim.reports if {"retraction", "rests-on-retracted"} & set(r.revised)})
    return f"; {gone} {'rests' if gone == 1 else 'rest'} on a withdrawn report" if gone else ""


def urgent(screen: Screen, claim: Claim, *twins: Claim) -> tuple[Text, ...]:
    """The claim on a line, and below it its sides: each status with the outlets that tell it so."""
    carried = f"  ({_carried(screen, claim, twins)})"
    words = Text.assemble((screen.one_line(claim.text, besides=len(carried)), "bold"), carried)
    mark = Text(claim.standing.value, style=STYLES[claim.standing])
    sides = Text()
    for number, telling in enumerate(screen.sheet.tellings(claim)):
        sides.append(" · " if number else "")
        sides.append_text(_side(screen, telling))
    reason = screen.row(Text(), Text(on_one_line(claim.standing_reason), style="dim"), 1) if screen.full else ()
    return (*screen.row(mark, words, 1), *reason, *screen.row(Text(), sides, SIDES_LINES), *_resting(screen, claim))


def _resting(screen: Screen, claim: Claim) -> tuple[Text, ...]:
    """Where all is asked for: on what a claim rests, each with its reports and the words in which they tell it."""
    if not screen.full:
        return ()
    lines: list[Text] = []
    for origin, ground in screen.sheet.resting(claim):
        gone = f"{glossary.RESTING[ground.part]}: " if ground.part is Part.WITHDRAWN else ""
        body = Text.assemble(gone, on_one_line(origin.reason), " ", screen.letters(ground.reports))
        lines += screen.row(Text(f"  {Part.ORIGIN if gone else ground.part}"), body, 2)
        for report in ground.reports:
            words = f"{screen.names([report])}, {report.status.value}: “{screen.sheet.words(report)}”"
            lines += screen.row(Text(), Text(words, style="dim"), 2, indent=MARK + 2)
    return tuple(lines)


def _side(screen: Screen, telling: Telling) -> Text:
    voice = f", says {telling.voice}" if telling.voice else ""
    return Text.assemble((telling.status.value, "bold"), f"{voice}: {screen.names(telling.reports)}")


def agreed(screen: Screen, claim: Claim, *twins: Claim) -> tuple[Text, ...]:
    """The claim on one line with its status; the voice where all lay it to one."""
    tellings = screen.sheet.tellings(claim)
    statuses = list(dict.fromkeys(telling.status.value for telling in tellings))
    voices = {telling.voice for telling in tellings}
    voice = next(iter(voices)) if len(voices) == 1 else None
    besides_first = [s for s in statuses[1:] if not (is_denial(claim) and s == Status.DENIED.value)]
    others = f", also {' and '.join(besides_first)}" if besides_first else ""
    others = f"; {DENIAL_MADE}" + others if is_denial(claim) else others
    says = f", says {voice}" if voice else ""
    letters, style = screen.letters(claim.reports)
    after = f" ({_carried(screen, claim, twins)}{says}{others})"
    besides = len(after) + len(letters) + 1
    words = screen.one_line(claim.text, besides=besides)
    body = Text.assemble((words, "bold"), after, " ", (letters, style))
    mark = Text(statuses[0] if statuses else "", style=STYLES[claim.standing])
    return (*screen.row(mark, body, 1), *_resting(screen, claim))


def said(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """Utterances of several documents, each wording against the fullest; altered ones first.

    Those of one document alone follow where all is asked for, and where there is no other document.
    """
    urgency = {"altered": 0, "retranslated": 1}
    for utterance in sorted(screen.sheet.told_by_several(), key=lambda u: urgency.get(u.differences, 2)):
        yield _utterance(screen, utterance)
    if screen.full or len(screen.sheet.columns) == 1:
        for utterance in screen.sheet.told_by_one():
            yield _utterance(screen, utterance)


def _utterance(screen: Screen, utterance: Utterance) -> tuple[Text, ...]:
    wordings = screen.sheet.wordings(utterance)
    speaker = screen.sheet.party(utterance.speaker) or "Speaker not named"
    several = len({q.document for q in utterance.quotations}) > 1
    told = f" – {glossary.told_differences(utterance.differences, len(wordings))}" if several else ""
    told = f" – {glossary.DENIED_WORDS}{told.replace(' – ', '; ')}" if screen.sheet.denied(utterance) else told
    more = f", {len(wordings)} wordings" if len(wordings) > 2 else ""
    lines = [*screen.row(Text(), Text.assemble((speaker, "bold"), f"{told}{more}"), 1, indent=1)]
    for number, group in enumerate(wordings if screen.full else wordings[:2]):
        letters, style = screen.letters(group.places)
        most = SAID_LINES if number else 1
        words = Text(group.words) if number == 0 else Text()
        for run in differences(wordings[0].words, group.words) if number else ():
            words.append(*_run(run))
        if not screen.full:
            room = max((screen.console.width - 3) * most - len(letters) - (8 if most > 1 else 2), 24)
            if len(words.plain) > room:
                at = words.plain[:room].rstrip().rfind(" ")
                words = words[: at if at > 0 else room].append("…")
        words.rstrip()
        words.append(" ").append(letters, style=style)
        lines += screen.row(Text(" ·"), words, most, indent=3)
    return tuple(lines)


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


def alone(screen: Screen) -> Iterable[tuple[Text, ...]]:
    """What each document alone tells: the first claim and how many there are, or all of them."""
    for column in screen.sheet.columns:
        claims = _only_here(screen.sheet, column.document.id)
        mark = Text(f" [{column.letter}]", style="cyan")
        rows = screen.sheet.told_alone(claims)
        for claim, *twins in rows if screen.full else rows[:1]:
            status = (claim.reports[0].status.value if claim.reports else "") + told_acts(claim, twins)
            left = len(claims) - len(rows[0])
            more = f"; {left} more" if left and not screen.full else ""
            words = screen.one_line(claim.text, besides=len(status) + len(more) + 3)
            yield screen.row(mark, Text(f"{words} ({status}){more}"), 1)


def _only_here(sheet: Sheet, document: str) -> list[Claim]:
    """The claims that a document alone tells; of a story of one report all that it tells."""
    if len(sheet.columns) == 1:
        return sheet.standing(Standing.SINGLE)
    coverage = next((c for c in sheet.story.coverage if c.document == document), None)
    return [sheet.claims[claim] for claim in coverage.only_here if claim in sheet.claims] if coverage else []
