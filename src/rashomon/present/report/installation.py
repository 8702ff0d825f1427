"""What is installed, and what is worse without what is not."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec

from rashomon.group.languages.vectors import installed as languages_installed
from rashomon.present.report.characters import on_one_line
from rashomon.read.models import Model, load, model_named
from rashomon.settings import Settings

CANNOT_LOAD = "{name} cannot be loaded ({reason}): nothing can be read"
WITHOUT = "{name} is not installed: only what stands between quotation marks, figures and times are read"

EXTRAS = (
    ("cluster", "work on a cluster of machines", "distributed"),
    ("mcp", "tools for assistants", "mcp"),
    ("parquet", "tables of documents", "pyarrow"),
    ("postgres", "archives on a PostgreSQL server", "psycopg"),
    ("web", "pages and an API of an archive", "fastapi"),
)
"""Further extras: what each is for, and a module that it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that Rashomon asks for; the version is None where it is missing."""

    name: str
    version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Optional packages: what they are for, and whether they are installed."""

    name: str
    purpose: str
    installed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The findings of an examination."""

    version: str
    python: str
    packages: tuple[Package, ...]
    extras: tuple[Extra, ...]
    models: tuple[Model, ...]
    loads: bool
    degraded: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """In one line, whether all is well."""
        return (
            f"Degraded: {'; '.join(self.degraded)}"
            if self.degraded
            else "All is well: the parser loads, nothing is degraded"
        )


def examine(settings: Settings) -> Installation:
    """Look at the installed packages and at the model that the settings name, and try to load it."""
    from rashomon import __version__

    model = model_named(settings.pipeline)
    fault = None if model.version is None else _loading_fault(settings.pipeline)
    degraded = () if fault is None else (CANNOT_LOAD.format(name=settings.pipeline, reason=fault),)
    if model.version is None:
        degraded = (WITHOUT.format(name=settings.pipeline),)
    return Installation(
        version=__version__,
        python=platform.python_version(),
        packages=_packages(),
        extras=(
            Extra(name="languages", purpose="stories across languages", installed=languages_installed()),
            *(
                Extra(name=name, purpose=purpose, installed=find_spec(module) is not None)
                for name, purpose, module in EXTRAS
            ),
        ),
        models=(model,),
        loads=model.version is not None and fault is None,
        degraded=degraded,
    )


def _loading_fault(name: str) -> str | None:
    """Why an installed pipeline cannot be loaded, in a line; None where it can."""
    try:
        load(name)
    except Exception as error:  # noqa: BLE001 - whatever a model's own code raises is a finding here
        return on_one_line(str(error) or type(error).__name__)
    return None


def _packages() -> tuple[Package, ...]:
    try:
        asked = metadata.requires("rashomon") or []
    except metadata.PackageNotFoundError:
        asked = []
    names = sorted({re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0] for line in asked if "extra ==" not in line})
    return tuple(Package(name=name, version=_version(name)) for name in names)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
