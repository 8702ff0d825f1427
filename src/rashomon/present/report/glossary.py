"""The words in which the faces tell statuses and reasons; declared once, shown everywhere."""

from __future__ import annotations

from rashomon.core import NoticeKind, Standing, Status

STATUS_SHAPES = {
    Status.DONE: "●",
    Status.UNDERWAY: "◐",
    Status.PLANNED: "▷",
    Status.PROPOSED: "◇",
    Status.THREATENED: "△",
    Status.REFUSED: "✕",
    Status.DENIED: "⊘",
    Status.ALLEGED: "≈",
    Status.POSSIBLE: "○",
}
"""A shape beside each word, so that a column can be scanned; the word is always there too."""

STANDING_SHAPES = {Standing.DENIED: "⊘", Standing.DISPUTED: "≠", Standing.AGREED: "="}
"""A shape beside the word of a standing; a claim of one report has none. The style sheet of the pages has the same."""

NOTICES = {
    NoticeKind.RETRACTION: ("✕", "withdrawn"),
    NoticeKind.CORRECTION: ("✎", "corrected"),
    NoticeKind.CLARIFICATION: ("✎", "clarified"),
    NoticeKind.UPDATE: ("↻", "updated"),
}
"""What a report says of itself, as shape and word; the gravest first."""

REVISED = {
    "retraction": "withdrawn by its outlet",
    "correction": "corrected since",
    "clarification": "clarified since",
    "update": "updated since",
    "said-before": "told otherwise in an earlier version",
    "rests-on-retracted": "rests on a withdrawn report and does not count",
}
"""What became of a report's telling since."""

RESTING = {
    "voice": "the same origin, in another voice",
    "denial": "a denial, no origin of it",
    "withdrawn": "withdrawn, not counted",
}
"""What stands in the list of a claim's origins and is not counted among them."""

STATUS_MEANINGS = {
    Status.DONE: "it happened",
    Status.UNDERWAY: "it is happening",
    Status.PLANNED: "the actor intends it",
    Status.PROPOSED: "somebody asks for it or suggests it",
    Status.THREATENED: "announced as a menace or a consequence",
    Status.REFUSED: "the actor says it will not",
    Status.DENIED: "somebody says it did not happen or is not so",
    Status.ALLEGED: "told as a suspicion or accusation",
    Status.POSSIBLE: "may, could, if",
}

DIFFERENCES = {
    "none": "the same words",
    "shortened": "shortened",
    "retranslated": "worded differently",
    "altered": "altered in sense",
}

RELATIONS = {
    "single": "told by one report",
    "equal": "the same figure",
    "compatible": "different figures that go together",
    "parts": "parts and their sum",
    "update": "a later count in place of an earlier one",
    "conflict": "figures that cannot stand together",
}
"""How the values of one count go together."""

JOINTS = {"conflict": "against", "update": "then"}
"""What stands between two values of one count; else "and"."""

FRAMINGS = {
    "name": "Called differently",
    "hedge": "Told as open by some, as bare fact by others",
    "headline": "In the verbs of headlines",
}

ANSWERS = {
    "responds": "in answer to that",
    "denies": "denies that",
    "refuses": "refuses that",
    "confirms": "confirms that",
    "corrects": "corrects that",
}
"""What a claim does to the one above it in a chain."""


IN_OTHER_WORDS = "in the reporters’ words"
"""For wordings that are reported speech: that their senses do not differ is not the same as having no difference."""


DENIED_WORDS = "denied by the speaker"
"""What is said of words that stand in reports as what their speaker denies."""


def told_differences(differences: str, wordings: int) -> str:
    """How the wordings of an utterance differ, in words."""
    if differences == "none" and wordings > 1:
        return IN_OTHER_WORDS
    return DIFFERENCES.get(differences, differences)


DECIDED = "Decided by people"
"""The head under which people's decisions and notes stand."""

NOT_TRUTH = "A status is what a report says, never whether it is true."
