"""What a notebook shows of an account, a story, a claim: a few lines of HTML, without script, address or colour.

Everything from outside is shown, not obeyed (`characters.shown`), cut to a length, and escaped by Jinja's autoescape.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from rashomon.present.python.accounts import Account, Claim, StoryAccount, told_stories
from rashomon.present.report.characters import on_one_line, shortened
from rashomon.present.report.glossary import STATUS_SHAPES
from rashomon.present.report.statuses import told_standing
from rashomon.present.report.told import counted, outlet_name

if TYPE_CHECKING:
    from jinja2 import Environment

    from rashomon.core import DigestSentence, Problem, Status
    from rashomon.present.questions.facts import ClaimReport

STORIES, CLAIMS, SENTENCES, REPORTS, PROBLEMS = 5, 8, 4, 12, 5
"""How many of each a card shows; the rest is counted."""
WORDS_CHARS = 300
STANDING_SHAPES = {"agreed": "●", "disputed": "◐", "denied": "⊘", "single": "○"}


def account_card(account: Account) -> str:
    """An account: how much there is, its stories, and what could not be read."""
    return _rendered("account", account=account)


def story_card(story: StoryAccount) -> str:
    """A story: in brief, and its first claims with what each outlet says of them."""
    return _rendered("story", story=story)


def claim_card(claim: Claim) -> str:
    """A claim: how it stands, and each report with its status, its voice and its words."""
    return _rendered("claim", claim=claim)


def _rendered(card: str, **told: object) -> str:
    html: str = _environment().get_template("cards.html.j2").render(card=card, **told)
    return html


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("rashomon.present.python", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        cut=lambda words: shortened(words, to_chars=WORDS_CHARS), line=on_one_line, counted=_counted
    )
    environment.globals.update(
        most={"stories": STORIES, "claims": CLAIMS, "sentences": SENTENCES, "reports": REPORTS, "problems": PROBLEMS},
        standing_shapes=STANDING_SHAPES,
        status_shapes=STATUS_SHAPES,
        told_standing=told_standing,
        outlets_of=_outlets_of,
        tellings=_tellings,
        outlet=_outlet,
        first_words=_first_words,
    )
    return environment


def _counted(number: int, noun: str) -> str:
    return told_stories(number) if noun == "story" else counted(number, noun)


def _outlet(told: ClaimReport, claim: Claim) -> str:
    own = claim.press.documents.get(told.telling.document)
    return told.telling.document if own is None else outlet_name(own)


def _tellings(claim: Claim) -> dict[Status, list[tuple[str, str | None]]]:
    """Who tells it how: by status the outlets, each with the voice to which it lays it, once."""
    told: dict[Status, dict[tuple[str, str | None], None]] = {}
    for one in claim.told():
        told.setdefault(one.report.status, {})[_outlet(one, claim), one.voice] = None
    return {status: list(who) for status, who in told.items()}


def _outlets_of(sentence: DigestSentence, story: StoryAccount) -> str:
    """The outlets that a sentence cites."""
    cited = (story.press.documents.get(citation.document) for citation in sentence.citations)
    return ", ".join(dict.fromkeys(outlet_name(document) for document in cited if document is not None))


def _first_words(problems: Iterable[Problem]) -> list[str]:
    return [f"{problem.address or problem.document or ''}: {problem.message}".lstrip(": ") for problem in problems]
