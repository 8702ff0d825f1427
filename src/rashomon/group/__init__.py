"""Documents -> copies (who took words from whom) and stories (which reports tell of one happening)."""

from rashomon.group.copies import Printed, find_copies, fingerprints_of, habits_of, in_question
from rashomon.group.languages.choice import languages_apart, stream_for
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.settings import CopySettings, StorySettings
from rashomon.group.state import Change, Decision, Signal
from rashomon.group.stories import Kept, Settled, Stories, Unsettled, find_stories
from rashomon.group.version import VERSION

__all__ = [
    "VERSION",
    "Change",
    "CopySettings",
    "Decision",
    "Kept",
    "LanguageSettings",
    "Printed",
    "Settled",
    "Signal",
    "Stories",
    "StorySettings",
    "Unsettled",
    "find_copies",
    "find_stories",
    "fingerprints_of",
    "habits_of",
    "in_question",
    "languages_apart",
    "stream_for",
]
