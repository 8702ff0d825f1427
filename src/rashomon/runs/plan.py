"""A plan (TOML) -> what a run takes, where it works and what it gives; every fault in it named with its key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from rashomon.core import RashomonError
from rashomon.runs.plan_read import READ, USUAL_FORMS, FaultError
from rashomon.stores import MEMORY, POSTGRES

WORKING = "run.db"
"""The archive within the output folder, where the plan names none."""
OUTPUT = "output"
_OUTPUTS = frozenset({f"{OUTPUT}.archive", f"{OUTPUT}.folder"})
SETTINGS = ("engine", "workers", "scheduler", "work_seconds", "pipeline", "digest")
"""The keys that are settings too."""


class PlanError(RashomonError):
    """A plan that cannot be understood.

    Attributes:
        faults: each thing wrong in it, with the file and the key.
        rest: what of it is right, for who looks whether that can be done; None where nothing of it can be read.
    """

    def __init__(self, faults: tuple[str, ...], rest: Plan | None = None) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults
        self.rest = rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A large job, as its file says; paths are absolute, those that were relative count from the file's folder.

    Attributes:
        file: where it was read from.
        name: under which the marks are kept in the archive.
        inputs: files, folders and globs.
        archive: a file (SQLite) or a `postgresql://` address.
        folder: where parts are written; None for none.
        forms: of the parts: `parquet`, `jsonl`.
        stories_together: how many stories one part has.
        texts: whether the tables have the full texts of the reports.
        at: the time that the archive notes for all that the run does; None for when the run began.
        settings: the keys that are settings (`engine`, `workers` ...), where the plan says them.
    """

    file: Path
    name: str
    inputs: tuple[str, ...]
    archive: str
    folder: Path | None
    forms: tuple[str, ...]
    stories_together: int
    texts: bool
    at: datetime | None
    settings: Mapping[str, str]

    @property
    def writes_into(self) -> tuple[Path, ...]:
        """The folders in which it writes; each is made where it is not there."""
        of_archive = not self.archive.startswith(POSTGRES) and self.archive != MEMORY
        own = (Path(self.archive).parent if of_archive else None, self.folder)
        return tuple(folder for folder in own if folder is not None)

    @property
    def lasting(self) -> dict[str, object]:
        """What its result depends on; where that is another than when the run last began, it is said."""
        lasting: dict[str, object] = {
            "inputs": list(self.inputs),
            "at": None if self.at is None else self.at.isoformat(),
            "forms": list(self.forms) if self.folder is not None else [],
            "stories_together": self.stories_together,
            "texts": self.texts,
        }
        return lasting | {key: self.settings.get(key) for key in ("pipeline", "digest")}


def read_plan(file: Path) -> Plan:
    """The plan in a file.

    Raises:
        PlanError: it cannot be read, is no TOML, or says what cannot be done; with all that is wrong in it.
    """
    try:
        told = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise PlanError((f"the plan {file} cannot be read: {reason}",)) from error
    except tomllib.TOMLDecodeError as error:
        raise PlanError((f"{file} is not TOML: {error}",)) from error
    return plan_of(told, file)


def plan_of(told: Mapping[str, object], file: Path) -> Plan:
    """The plan that a table says.

    Raises:
        PlanError: the same.
    """
    faults: list[str] = []
    found = _table({key: value for key, value in told.items() if key != OUTPUT}, "", faults)
    output = told.get(OUTPUT, {})
    if isinstance(output, Mapping):
        found |= _table(output, f"{OUTPUT}.", faults)
    else:
        faults.append(f"{OUTPUT}: must be a table, [output]")
    if not faults or not any(fault.startswith(("inputs", OUTPUT)) for fault in faults):
        faults += _missing(found)
    nowhere = {} if _OUTPUTS & found.keys() else {f"{OUTPUT}.archive": MEMORY}
    made = _made({"inputs": ()} | nowhere | found, file)
    faults += _in_each_others_place(made)
    if faults:
        raise PlanError(tuple(f"{file}: {fault}" for fault in faults), made)
    return made


def _table(told: Mapping[str, object], above: str, faults: list[str]) -> dict[str, object]:
    """The values of a table by their full keys, each as it is to be; what is wrong goes to `faults`."""
    found: dict[str, object] = {}
    for key, value in told.items():
        name = f"{above}{key}"
        read = READ.get(name)
        if read is None:
            faults.append(f"{name}: {_unknown(name)}")
            continue
        try:
            found[name] = read(value)
        except FaultError as fault:
            faults += [f"{name}: {said}" for said in fault.said]
    return found


def _unknown(name: str) -> str:
    """That there is no such key, and which one may have been meant."""
    if get_close_matches(name, (OUTPUT,), cutoff=0.8):
        return f"there is no such key; did you mean the table [{OUTPUT}]?"
    by_last = {known.rpartition(".")[2]: known for known in READ}
    near = get_close_matches(name, READ, n=1, cutoff=0.6) or [
        by_last[last] for last in get_close_matches(name.rpartition(".")[2], by_last, n=1, cutoff=0.75)
    ]
    if not near:
        return f"there is no such key; there are {', '.join(sorted(READ))}"
    table, _, key = near[0].rpartition(".")
    return f"there is no such key; did you mean {key}{f' in [{table}]' if table else ''}?"


def _missing(found: Mapping[str, object]) -> list[str]:
    """What a plan has to say and does not, and what goes against something else in it."""
    faults = []
    if "inputs" not in found:
        faults.append('inputs: missing; name files, folders or globs, as in inputs = ["reports/"]')
    if not _OUTPUTS & found.keys():
        faults.append("output: missing; name an archive, a folder or both: [output] with archive = or folder =")
    if f"{OUTPUT}.folder" not in found:
        of_parts = (f"{OUTPUT}.{key}" for key in ("forms", "stories_together", "texts"))
        faults += [f"{key}: is of parts, and no output.folder is named" for key in of_parts if key in found]
    if found.get("scheduler") and found.get("engine") != "dask":
        faults.append('scheduler: is of the engine dask; say engine = "dask" or leave it out')
    return faults


def _in_each_others_place(plan: Plan) -> list[str]:
    """What is to be written where something else of the run is."""
    if plan.archive == MEMORY or plan.archive.startswith(POSTGRES):
        return []
    archive = Path(plan.archive)
    if archive == plan.file.resolve():
        return [f"{OUTPUT}.archive: {archive} is this plan: name another file"]
    if plan.folder is None:
        return []
    if archive == plan.folder:
        return [
            f"{OUTPUT}.archive: {archive} is the folder too, and the archive is a file: name one in it or elsewhere"
        ]
    if archive in plan.folder.parents:
        return [f"{OUTPUT}.archive: {archive} is a file, and {OUTPUT}.folder lies below it: name another one"]
    return []


def _made(found: Mapping[str, object], file: Path) -> Plan:
    here = file.resolve().parent
    folder = found.get(f"{OUTPUT}.folder")
    into = None if folder is None else Path(os.path.normpath(here / str(folder)))
    archive = found.get(f"{OUTPUT}.archive")
    inputs, forms, at = found["inputs"], found.get(f"{OUTPUT}.forms", USUAL_FORMS), found.get("at")
    together = found.get(f"{OUTPUT}.stories_together", 500)
    assert isinstance(inputs, tuple) and isinstance(forms, tuple) and isinstance(together, int)  # noqa: S101, PT018  as read
    return Plan(
        file=file,
        name=str(found.get("name", file.stem)),
        inputs=tuple(os.path.normpath(here / name) for name in inputs),
        archive=_archive(here, into, archive),
        folder=into,
        forms=forms,
        stories_together=together,
        texts=bool(found.get(f"{OUTPUT}.texts", False)),
        at=at.astimezone(UTC) if isinstance(at, datetime) else None,
        settings={key: str(found[key]) for key in SETTINGS if key in found},
    )


def _archive(here: Path, folder: Path | None, told: object) -> str:
    if told is None:
        return str((folder or here) / WORKING)
    named = str(told)
    return named if named == MEMORY or named.startswith(POSTGRES) else os.path.normpath(here / named)
