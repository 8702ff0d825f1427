"""Every question that the faces ask of an archive, as functions of a View; the answers are plain facts."""

from rashomon.present.questions.asked import Asked, AskedError
from rashomon.present.questions.by_outlet import LOOKED_AT as REPORTS_LOOKED_AT
from rashomon.present.questions.by_outlet import outlets
from rashomon.present.questions.by_story import stories
from rashomon.present.questions.by_words import AMONG, search
from rashomon.present.questions.facts import (
    Between,
    ClaimAnswer,
    ClaimReport,
    DocumentAnswer,
    FigureAnswer,
    Hit,
    HitPage,
    OutletAnswer,
    OutletPage,
    Page,
    QuotationAnswer,
    StoryAnswer,
    Telling,
)
from rashomon.present.questions.moments import MomentError
from rashomon.present.questions.one_story import STAGE as ARCHIVE_STAGE
from rashomon.present.questions.one_story import story
from rashomon.present.questions.told import claims, documents, figures, quotations

__all__ = [
    "AMONG",
    "ARCHIVE_STAGE",
    "REPORTS_LOOKED_AT",
    "Asked",
    "AskedError",
    "Between",
    "ClaimAnswer",
    "ClaimReport",
    "DocumentAnswer",
    "FigureAnswer",
    "Hit",
    "HitPage",
    "MomentError",
    "OutletAnswer",
    "OutletPage",
    "Page",
    "QuotationAnswer",
    "StoryAnswer",
    "Telling",
    "claims",
    "documents",
    "figures",
    "outlets",
    "quotations",
    "search",
    "stories",
    "story",
]
