"""An account as Python programs get it: the facts of the core, which also show themselves and become data frames.

The facts of the core import nothing of the faces. So these are types of their own, which add to the core's no field
that tells anything: whatever takes a `rashomon.core.Account` takes this one. A story and a claim of it keep at hand the
documents and parties that they name by id (`press`), so that each can be shown alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from rashomon import core
from rashomon.core import Document, RashomonError, Span, Standing
from rashomon.present.questions.facts import ClaimReport, Telling
from rashomon.present.report.characters import shortened
from rashomon.present.report.statuses import told_standing
from rashomon.present.report.told import counted

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

FactT = TypeVar("FactT")

TITLE_CHARS = 60
"""How much of a title or a claim a `repr` shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the parts of an account name by id: the documents, and the names of the parties."""

    documents: Mapping[str, Document] = field(repr=False)
    parties: Mapping[str, str] = field(repr=False)

    def telling(self, document: str, span: Span) -> Telling:
        """A place in a report with what stands there."""
        own = self.documents.get(document)
        return Telling(
            document=document,
            outlet=None if own is None else own.outlet,
            published_at=None if own is None else own.published_at,
            span=span,
            words="" if own is None else own.words_at(span),
        )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Claim(core.Claim):
    """A proposition over documents; `told()` gives its reports with their outlets, voices and words."""

    press: Press

    def told(self) -> tuple[ClaimReport, ...]:
        """Each report with the outlet that tells it, the name of the voice, and the words that stand there."""
        return tuple(
            ClaimReport(
                report=report,
                voice=None if report.voice is None else self.press.parties.get(report.voice),
                telling=self.press.telling(report.document, report.span),
            )
            for report in self.reports
        )

    def __repr__(self) -> str:
        words = shortened(self.text, to_chars=TITLE_CHARS)
        told = f"{counted(len(self.reports), 'report')}, {counted(self.origins, 'origin')}"
        return f"<Claim {self.id} ({told_standing(self)}): “{words}”, {told}>"

    def _repr_html_(self) -> str:
        from rashomon.present.python.cards import claim_card

        return claim_card(self)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class StoryAccount(core.StoryAccount):
    """Everything about one story."""

    claims: tuple[Claim, ...] = ()
    press: Press

    def claim(self, name: str) -> Claim:
        """The claim of this id, or the beginning of it.

        Raises:
            RashomonError: there is none, or there are several.
        """
        return _named("claim", name, {claim.id: claim for claim in self.claims})

    def __repr__(self) -> str:
        title = shortened(self.title, to_chars=TITLE_CHARS)
        told = f"{counted(len(self.documents), 'report')}, {_claims(self.claims)}"
        return f"<StoryAccount {self.id} “{title}”: {told}>"

    def _repr_html_(self) -> str:
        from rashomon.present.python.cards import story_card

        return story_card(self)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Account(core.Account):
    """The accounts of all the stories among the documents given."""

    stories: tuple[StoryAccount, ...]

    @classmethod
    def of(cls, account: core.Account) -> Account:
        """The account of a `Pipeline` or a store as this one, with the same facts."""
        if isinstance(account, cls):
            return account
        documents = {document.id: document for document in account.documents}
        stories = tuple(_story(story, documents) for story in account.stories)
        return cls(**{**_facts(account, core.Account), "stories": stories})

    def story(self, name: str) -> StoryAccount:
        """The story of this id, or the beginning of it.

        Raises:
            RashomonError: there is none, or there are several.
        """
        return _named("story", name, {story.id: story for story in self.stories})

    def document(self, name: str) -> Document:
        """The document of this id, or the beginning of it.

        Raises:
            RashomonError: there is none, or there are several.
        """
        return _named("document", name, {document.id: document for document in self.documents})

    @overload
    def to_frame(self, table: str = ..., *, library: Literal["pandas"], with_texts: bool = ...) -> pd.DataFrame: ...
    @overload
    def to_frame(self, table: str = ..., *, library: Literal["polars"], with_texts: bool = ...) -> pl.DataFrame: ...
    @overload
    def to_frame(self, table: str = ..., *, library: None = ..., with_texts: bool = ...) -> Any: ...  # noqa: ANN401
    def to_frame(  # which library is installed, no type can tell
        self, table: str = "claims", *, library: str | None = None, with_texts: bool = False
    ) -> Any:
        """One of the researchers' tables as a data frame: the columns that `rashomon export --as csv` writes.

        Args:
            table: its name, as in the codebook: "claims", "reports", "quotations" ...
            library: "pandas" or "polars"; with None the one that is installed, pandas where both are.
            with_texts: whether texts stand in full, and not as excerpts.

        Raises:
            RashomonError: there is no such table, or the library is not installed; the message says what to do.
        """
        from rashomon.present.python.frames import frame

        return frame(self, table, library=library, with_texts=with_texts)

    def __repr__(self) -> str:
        claims = [claim for story in self.stories for claim in story.claims]
        told = [counted(len(self.documents), "document"), told_stories(len(self.stories)), _claims(claims)]
        if self.problems:
            told.append(counted(len(self.problems), "problem"))
        return f"<Account: {', '.join(told)}>"

    def _repr_html_(self) -> str:
        from rashomon.present.python.cards import account_card

        return account_card(self)


def told_stories(number: int) -> str:
    """`1 story`, `2 stories`."""
    return "1 story" if number == 1 else f"{number} stories"


def _claims(claims: tuple[Claim, ...] | list[Claim]) -> str:
    """How many claims there are, and how many of them are not simply told."""
    apart = [
        f"{number} {standing.value}"
        for standing in (Standing.DISPUTED, Standing.DENIED)
        if (number := sum(claim.standing is standing for claim in claims))
    ]
    return counted(len(claims), "claim") + (f" ({', '.join(apart)})" if apart else "")


def _story(story: core.StoryAccount, documents: Mapping[str, Document]) -> StoryAccount:
    press = Press(
        documents={name: documents[name] for name in story.documents if name in documents},
        parties={party.id: party.name for party in story.parties},
    )
    claims = tuple(Claim(**_facts(claim, core.Claim), press=press) for claim in story.claims)
    return StoryAccount(**{**_facts(story, core.StoryAccount), "claims": claims}, press=press)


def _facts(fact: object, kind: type[Any]) -> dict[str, Any]:
    return {one.name: getattr(fact, one.name) for one in fields(kind)}


def _named(kind: str, name: str, among: Mapping[str, FactT]) -> FactT:
    """What has this id, or is alone in having an id that begins so."""
    if name in among:
        return among[name]
    found = [each for own, each in among.items() if name and own.startswith(name)]
    if len(found) == 1:
        return found[0]
    how = f"{len(found)} of them begin with {name!r}" if found else f"there is no {name!r}"
    few = ", ".join(list(among)[:5])
    raise RashomonError(f"no one {kind} is named so: {how}; there are {few}{' ...' if len(among) > 5 else ''}")
