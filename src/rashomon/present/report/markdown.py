"""An account as a Markdown brief (CommonMark), to paste into a document or a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.core import Account, Claim, FigureValue, Standing
from rashomon.present.report import glossary
from rashomon.present.report.chains import chains
from rashomon.present.report.characters import on_one_line
from rashomon.present.report.sheet import Sheet, Telling, figures_to_show, sheets
from rashomon.present.report.statuses import counts, not_as_fact, told_standing
from rashomon.present.report.told import told_acts, told_decisions, told_number, told_sum, told_when

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&])")
ONLY_AT_THE_START = re.compile(r"^(\d+)([.)])")


def brief(account: Account) -> str:
    """The whole account as Markdown."""
    lines: list[str] = []
    for sheet in sheets(account):
        lines += [*_story(sheet), ""]
    rest = [p for p in account.problems if not any(p in s.problems for s in account.stories)]
    if rest:
        lines += ["## About the input", ""]
        lines += [f"- {plain(p.address or p.document or '')}: {plain(p.message)}" for p in rest]
        lines.append("")
    lines.append(f"{glossary.NOT_TRUTH} Letters name the reports. Made by Rashomon {account.provenance.version}.")
    return "\n".join(lines) + "\n"


def plain(words: str) -> str:
    """Words in which no character is markup: specials escaped, on one line."""
    escaped = SPECIAL.sub(r"\\\1", on_one_line(words))
    return ONLY_AT_THE_START.sub(r"\1\\\2", escaped)


def _story(sheet: Sheet) -> Iterator[str]:
    story = sheet.story
    yield from (f"# {plain(story.title)}", "")
    yield from _reports(sheet)
    if story.digest:
        yield from ("## In brief", "")
        yield from (f"- {plain(s.text)} {_marks(sheet.letters(s.citations))}" for s in story.digest)
        yield ""
    if story.problems:
        letters = {column.document.id: column.letter for column in sheet.columns}
        yield from ("## Look twice", "")
        yield from (
            f"- {_marks([letters[p.document]]) if p.document in letters else ''} {plain(p.message)}"
            for p in story.problems
        )
        yield ""
    yield from _claims(sheet, "Denied and disputed", sheet.standing(Standing.DENIED, Standing.DISPUTED))
    yield from _claims(sheet, "Agreed", sheet.standing(Standing.AGREED))
    yield from _said(sheet)
    yield from _figures(sheet)
    yield from _answers(sheet)
    yield from _timeline(sheet)
    yield from _framing(sheet)
    yield from _claims(sheet, "Told by one alone", sheet.standing(Standing.SINGLE))
    if decided := told_decisions(story):
        yield from (f"## {glossary.DECIDED}", "")
        yield from (f"- {plain(each)}" for each in decided)
        yield ""


def _marks(letters: list[str]) -> str:
    return r"\[" + " ".join(letters) + r"\]"


def _reports(sheet: Sheet) -> Iterator[str]:
    yield sheet.state()
    yield from ("", "| | Report | Published | Rests on |", "| --- | --- | --- | --- |")
    for column in sheet.columns:
        reasons = "; ".join(plain(o.reason) for o in sheet.story.origins if column.document.id in o.documents)
        yield f"| {column.letter} | {plain(column.name)} | {column.when} | {reasons} |"
    yield ""


def _claims(sheet: Sheet, head: str, claims: list[Claim]) -> Iterator[str]:
    if not claims:
        return
    yield from (f"## {head}", "")
    for claim, *twins in sheet.alike(claims):
        acts = plain(told_acts(claim, twins))
        tellings = "; ".join(
            f"{t.status.value}{f' (says {plain(t.voice)})' if t.voice else ''} {_marks(sheet.letters(t.reports))}"
            f"{_withdrawn(sheet, t)}"
            for t in sheet.tellings(claim)
        )
        if claim.standing is Standing.SINGLE:
            yield f"- {plain(claim.text)}: {tellings}{acts}"
            continue
        voices = sheet.told_origins(claim).partition(", ")[2]
        carried = f"outlets: {claim.outlets}, origins: {claim.origins}{f', {voices}' if voices else ''}"
        yield f"- **{plain(claim.text)}** ({told_standing(claim)}; {carried}{acts})"
        yield f"  {tellings}"
        if claim.root is not None:
            yield f"  Root: {plain(claim.root.reason)}"
    yield ""


def _withdrawn(sheet: Sheet, telling: Telling) -> str:
    gone = [report for report in telling.reports if not counts(report)]
    return f" (not counted, withdrawn: {' '.join(sheet.letters(gone))})" if gone else ""


def _said(sheet: Sheet) -> Iterator[str]:
    several = sheet.told_by_several()
    if not several:
        return
    yield from ("## What was said, in which words", "")
    for utterance in several:
        speaker = plain(sheet.party(utterance.speaker) or "Speaker not named")
        wordings = sheet.wordings(utterance)
        denied = f"{glossary.DENIED_WORDS}; " if sheet.denied(utterance) else ""
        yield f"- **{speaker}** ({denied}{glossary.told_differences(utterance.differences, len(wordings))})"
        for group in wordings:
            yield f"  - “{plain(group.words)}” {_marks(sheet.letters(group.places))}"
    yield ""


def _figures(sheet: Sheet) -> Iterator[str]:
    lines = figures_to_show(sheet.story)
    if not lines:
        return
    yield from ("## Figures", "")
    for line in lines:
        values = "; ".join(_value(sheet, value) for value in line.values)
        yield f"- {plain(line.counts)} ({glossary.RELATIONS[line.relation]}): {values}"
    yield ""


def _answers(sheet: Sheet) -> Iterator[str]:
    found = chains(sheet.story)
    if not found:
        return
    yield from ("## What answers what", "")
    for chain in found:
        for link in chain:
            claim = sheet.claims.get(link.claim)
            how = f"{glossary.ANSWERS[link.kind]}: " if link.kind else ""
            marks = f" {_marks(sheet.letters(link.citations))}" if link.citations else ""
            yield f"{'  ' * link.depth}- {how}{plain(claim.text if claim else link.claim)}{not_as_fact(claim)}{marks}"
    yield ""


def _timeline(sheet: Sheet) -> Iterator[str]:
    if not sheet.story.timeline:
        return
    yield from ("## Timeline", "")
    for entry in sheet.story.timeline:
        first = sheet.column(entry.first or "")
        otherwise = "".join(
            f"; otherwise {told_when(o.when)} {_marks(sheet.letters(o.citations))}" for o in entry.otherwise
        )
        reported = f"; first in {first.letter}" if first else ""
        marks = (
            f"{not_as_fact(sheet.claims.get(entry.claim)).lstrip()} {_marks(sheet.letters(entry.citations))}".lstrip()
        )
        yield f"- **{plain(told_when(entry.when))}**: {plain(entry.text)} {marks}{reported}{otherwise}"
    yield ""


def _framing(sheet: Sheet) -> Iterator[str]:
    if not sheet.story.framing:
        return
    yield from ("## Words chosen", "")
    for framing in sheet.story.framing:
        words = "; ".join(
            f"“{plain(w.words)}”{' (kept open)' if w.hedged else ''}{' (only in quotations)' if w.quoted else ''} "
            f"{_marks(sheet.letters(w.citations))}"
            for w in framing.wordings
        )
        yield f"- {plain(framing.of)} ({glossary.FRAMINGS[framing.kind].lower()}): {words}"
    yield ""


def _value(sheet: Sheet, value: FigureValue) -> str:
    total = told_sum(value)
    told = told_number(value) if total is None else f"{told_number(value)} {total}"
    return f"{plain(told)} {_marks(sheet.letters(value.reports))}"
