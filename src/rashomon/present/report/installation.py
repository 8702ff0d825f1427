"""What is installed, and what is worse without what is not."""

from __future__ import annotations

import hashlib
import platform
import re
from dataclasses import dataclass
from importlib import metadata

from rashomon.settings import Settings

READS_NOTHING = "{name} is not installed: no quotations, speakers, events or figures are read"
WEIGHTS = re.compile(r"/(model|vectors|moves|lookups\.bin|strings\.json|key2row|patterns|tokenizer|config\.cfg)$")
"""The files of a spaCy pipeline that decide what it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that Rashomon asks for; the version is None where it is missing."""

    name: str
    version: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that reads, with a hash over all its weights in the order of their names."""

    name: str
    version: str | None
    licence: str | None
    sha256: str | None


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

    model = _model(settings.pipeline)
    return Installation(
        version=__version__,
        python=platform.python_version(),
        packages=_packages(),
        models=(model,),
        degraded=() if model.version else (READS_NOTHING.format(name=settings.pipeline),),
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


def _model(name: str) -> Model:
    try:
        distribution = metadata.distribution(name.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return Model(name=name, version=None, licence=None, sha256=None)
    digest = hashlib.sha256()
    for file in sorted(distribution.files or [], key=str):
        if WEIGHTS.search(f"/{file}"):
            path = distribution.locate_file(file)
            digest.update(f"{file}\0".encode())
            with open(str(path), "rb") as weights:  # noqa: PTH123 - locate_file gives a SimplePath, not a Path
                digest.update(hashlib.file_digest(weights, "sha256").digest())
    told = distribution.metadata
    licence = told["License-Expression"] or told["License"]
    return Model(name=name, version=distribution.version, licence=licence, sha256=digest.hexdigest())
