"""Whether stories are looked for across languages: what the documents call for, and what is installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rashomon.core import Copy, Document, Problem
from rashomon.group.background import Table
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.vectors import LANGUAGES, installed
from rashomon.group.settings import StorySettings

if TYPE_CHECKING:
    from rashomon.group.languages.across import StoriesAcross
    from rashomon.group.stories import Stories

NOT_INSTALLED = (
    "stories are looked for within each language only: the reports are in {languages}, and the optional packages of "
    "`rashomon[languages]` are not installed"
)


def known_languages(documents: Iterable[Document]) -> tuple[str, ...]:
    """The languages of documents that stories can be looked for across."""
    return tuple(sorted({d.language for d in documents if d.language is not None} & LANGUAGES))


def stream_for(
    documents: Iterable[Document],
    settings: StorySettings | None = None,
    *,
    copies: Iterable[Copy] = (),
    table: Table | None = None,
    languages: LanguageSettings | None = None,
) -> Stories | StoriesAcross:
    """A stream for these documents: across languages where there are several and the extra is installed."""
    if len(known_languages(documents)) > 1 and installed():
        from rashomon.group.languages.across import StoriesAcross

        return StoriesAcross(settings, copies=copies, table=table, languages=languages)
    from rashomon.group.stories import Stories

    return Stories(settings, copies=copies, table=table)


def languages_apart(documents: Iterable[Document]) -> Problem | None:
    """That stories are not looked for across the languages of these documents, where that is so."""
    found = known_languages(documents)
    if len(found) < 2 or installed():
        return None
    return Problem(stage="group", code="languages-apart", message=NOT_INSTALLED.format(languages=", ".join(found)))
