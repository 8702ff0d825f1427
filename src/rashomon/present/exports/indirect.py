"""Indirect quotations as exports carry them: with the sentence that has their cue, and with what it says of them.

The words of an indirect quotation ("that it had cut pay") are not its speaker's until the cue is read with them: of
"denied that it had cut pay" they are the opposite. So they never stand as what somebody said without both.
"""

from __future__ import annotations

from rashomon.core import Document, Report, Span, Status, StoryAccount, Utterance
from rashomon.core.account import Wording
from rashomon.core.reading import Form
from rashomon.present.exports.contract import Row
from rashomon.present.exports.excerpts import excerpt
from rashomon.present.questions.sentences import sentence_of
from rashomon.present.report.statuses import ASSERTED, SAID_TO_BE_SO


class Places:
    """The reports of a story's claims by document, to find what is told at a quotation."""

    def __init__(self, story: StoryAccount) -> None:
        self._reports: dict[str, list[Report]] = {}
        for claim in story.claims:
            for report in claim.reports:
                self._reports.setdefault(report.document, []).append(report)

    def statuses(self, wording: Wording) -> tuple[Status, ...]:
        """What the passage says of an indirect quotation: of what is told within it, else of what it is a part of."""
        if wording.form is not Form.INDIRECT:
            return ()
        here = [each for each in self._reports.get(wording.document, ()) if each.span.part is wording.span.part]
        within = [each.status for each in here if _holds(wording.span, each.span)]
        # a clause around it that tells of a deed says nothing of the quotation
        around = [each.status for each in here if _holds(each.span, wording.span) and each.status not in ASSERTED]
        return tuple(dict.fromkeys(within or around))

    def of(self, utterance: Utterance) -> tuple[Status, ...]:
        """The same over all wordings of an utterance."""
        return tuple(dict.fromkeys(status for each in utterance.quotations for status in self.statuses(each)))

    def spoken(self, utterance: Utterance) -> bool:
        """Whether an utterance may be called what its speaker said.

        It is where a document has it word for word, or where all that is told in it is told as so.
        """
        if any(wording.form is not Form.INDIRECT for wording in utterance.quotations):
            return True
        found = self.of(utterance)
        return bool(found) and SAID_TO_BE_SO.issuperset(found)

    def told(self, wording: Wording, document: Document, *, whole: bool) -> Row:
        """How an indirect quotation is told: its sentence with the cue, and its statuses; nothing of any other."""
        if wording.form is not Form.INDIRECT:
            return {}
        row: Row = {"sentence": excerpt(sentence_of(document, wording.whole), whole=whole)}
        found = self.statuses(wording)
        return row | ({"status": [status.value for status in found]} if found else {})


def told_of(utterance: Utterance, known: dict[str, Document], places: Places, *, whole: bool) -> Row:
    """How an utterance is told that is quoted indirectly alone: the sentences with their cues, the statuses."""
    if not utterance.quotations or any(wording.form is not Form.INDIRECT for wording in utterance.quotations):
        return {}
    rows = [
        places.told(each, known[each.document], whole=whole) for each in utterance.quotations if each.document in known
    ]
    row: Row = {"form": Form.INDIRECT.value, "sentence": list(dict.fromkeys(each["sentence"] for each in rows))}
    found = places.of(utterance)
    return row | ({"status": [status.value for status in found]} if found else {})


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
