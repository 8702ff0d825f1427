"""One event, many accounts: an account of who said what, done or only proposed, and who merely copied whom.

    import rashomon

    account = rashomon.account_of(["reports/*.txt"])
    for story in account.stories:
        for claim in story.claims:
            print(claim.standing, claim.text, claim.origins)

The module names are the pipeline (`ingest`, `clean`, `read`, `group`, `align`, `account`); everything below
loads on first use, so importing costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rashomon.core import Account, Check, Document, Problem, RashomonError, Reading, StoryAccount
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings, read_settings

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Check",
    "Document",
    "Pipeline",
    "Problem",
    "RashomonError",
    "Reading",
    "Settings",
    "StoryAccount",
    "__version__",
    "account_of",
    "check",
    "read_settings",
]

_HOMES = {
    "Account": "rashomon.core",
    "Check": "rashomon.core",
    "Document": "rashomon.core",
    "Pipeline": "rashomon.pipeline",
    "Problem": "rashomon.core",
    "RashomonError": "rashomon.core",
    "Reading": "rashomon.core",
    "Settings": "rashomon.settings",
    "StoryAccount": "rashomon.core",
    "read_settings": "rashomon.settings",
}


def account_of(inputs: Iterable[str], *, settings: Settings | None = None) -> Account:
    """The account of every story among the documents at these paths, folders or globs.

    Args:
        inputs: what the command line takes, except `-`.
        settings: how to run; with None the defaults, whatever files or environment say.
    """
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings

    return Pipeline(settings or Settings()).account(inputs)


def check(claim: str, inputs: Iterable[str], *, settings: Settings | None = None) -> Check:
    """What the documents at these paths, folders or globs say of a sentence: carried, told otherwise, or not told.

    Args:
        claim: the sentence.
        inputs: what the command line takes, except `-`.
        settings: how to run; with None the defaults, whatever files or environment say.
    """
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings

    return Pipeline(settings or Settings()).check(claim, inputs)


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
