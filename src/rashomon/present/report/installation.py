"""What is installed, and what is worse without what is not."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib import metadata

from rashomon.read.models import Model, model_named
from rashomon.settings import Settings

WITHOUT = "{name} is not installed: only what stands between quotation marks, figures and times are read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that Rashomon asks for; the version is None where it is missing."""

    name: str
    version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The findings of an examination."""

    version: str
    python: str
    packages: tuple[Package, ...]
    models: tuple[Model, ...]
    degraded: tuple[str, ...]


def examine(settings: Settings) -> Installation:
    """Look at the installed packages and at the model that the settings name; nothing is loaded."""
    from rashomon import __version__

    model = model_named(settings.pipeline)
    return Installation(
        version=__version__,
        python=platform.python_version(),
        packages=_packages(),
        models=(model,),
        degraded=() if model.version else (WITHOUT.format(name=settings.pipeline),),
    )


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
