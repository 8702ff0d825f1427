"""One event, many accounts: an account of who said what, done or only proposed, and who merely copied whom.

    import rashomon

    account = rashomon.account("reports/")
    for story in account.stories:
        for claim in story.claims:
            print(claim.standing, claim.text, claim.origins)
    account.to_frame("claims")

The module names are the pipeline (`ingest`, `clean`, `read`, `group`, `align`, `account`); everything below
loads on first use, so importing costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rashomon.core import Check, Document, Problem, RashomonError, Reading
    from rashomon.pipeline import Pipeline
    from rashomon.present.python import Account, Claim, Inputs, OpenArchive, StoryAccount
    from rashomon.settings import Settings, read_settings

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Check",
    "Claim",
    "Document",
    "OpenArchive",
    "Pipeline",
    "Problem",
    "RashomonError",
    "Reading",
    "Settings",
    "StoryAccount",
    "__version__",
    "account",
    "check",
    "open",
    "read_settings",
]

_HOMES = {
    "Account": "rashomon.present.python",
    "Check": "rashomon.core",
    "Claim": "rashomon.present.python",
    "Document": "rashomon.core",
    "OpenArchive": "rashomon.present.python",
    "Pipeline": "rashomon.pipeline",
    "Problem": "rashomon.core",
    "RashomonError": "rashomon.core",
    "Reading": "rashomon.core",
    "Settings": "rashomon.settings",
    "StoryAccount": "rashomon.present.python",
    "read_settings": "rashomon.settings",
}

# The verb `account` and the stage `rashomon.account` share a name, and the import system sets an attribute of a package
# when a module of it is first imported. So the stage is imported here, before the verb takes the name for good: whoever
# imports what in which order, `rashomon.account` is this function, and `from rashomon.account import ...` is the stage.
import_module("rashomon.account")


def account(inputs: Inputs, *, settings: Settings | None = None) -> Account:
    """The account of every story among these reports.

    Args:
        inputs: a path of a file or folder, a glob, or a mapping with a `text` (and what else a JSON line may have:
            `headline`, `outlet`, `published_at` ...); or several of these. An address is answered with a problem:
            nothing leaves the machine.
        settings: how to run; with None the defaults, whatever files or environment say.
    """
    from rashomon.present.python import account_of

    return account_of(inputs, settings=settings)


def check(claim: str, inputs: Inputs, *, settings: Settings | None = None) -> Check:
    """What these reports say of a sentence: carried, told otherwise, or not told.

    Args:
        claim: the sentence.
        inputs: as `account` takes them.
        settings: how to run; with None the defaults, whatever files or environment say.

    Raises:
        RashomonError: nothing was read in the sentence that a report could tell.
    """
    from rashomon.present.python import check_of

    return check_of(claim, inputs, settings=settings)


def open(archive: str | Path, *, settings: Settings | None = None) -> OpenArchive:  # noqa: A001  # as `gzip.open` is
    """An archive to ask questions of; reading only. Use it in a `with` block, or close it.

    Args:
        archive: a file (SQLite), or a `postgresql://` address.
        settings: which pipeline this program is set to, so that accounts that another made are told as such.

    Raises:
        RashomonError: there is no such archive, or it cannot be opened; the message says what to do.
    """
    from rashomon.present.python import open_archive

    return open_archive(archive, settings=settings)


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
