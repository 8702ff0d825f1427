"""Documents -> copies (who took words from whom) and stories (which reports tell of one happening)."""

from rashomon.group.asked import Kept, Settled, Unsettled
from rashomon.group.copies import Printed, each_copy, find_copies, fingerprints_of, habits_of, in_question
from rashomon.group.finding import each_story, find_stories
from rashomon.group.languages.choice import languages_apart, stream_for
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.settings import CopySettings, StorySettings
from rashomon.group.shelf import Shelf
from rashomon.group.state import Change, Decision, Signal
from rashomon.group.stories import Stories
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
    "Shelf",
    "Signal",
    "Stories",
    "StorySettings",
    "Unsettled",
    "each_copy",
    "each_story",
    "find_copies",
    "find_stories",
    "fingerprints_of",
    "habits_of",
    "in_question",
    "languages_apart",
    "stream_for",
]
