"""Whose an output folder and a name are: plans that have one by mistake do not go on with each other's work."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.core import RashomonError, content_id
from rashomon.runs.own import BESIDE, MANIFEST
from rashomon.runs.plan import Plan, PlanError, read_plan
from rashomon.stores import MEMORY, POSTGRES

FILE = "file"
"""Under which it is kept beside what a plan says where its file is."""


class PartsError(RashomonError):
    """Parts that cannot be written where the plan has it."""

    code = "folder-taken"


class NameTakenError(RashomonError):
    """Another plan goes by the name of this one, in the same archive."""

    code = "name-taken"


class Sign(NamedTuple):
    """What a folder says of the run whose parts it has.

    The archive is a path as seen from the folder, so that both can be moved together; of one on a server it is a
    fingerprint of where it is there, into which neither user nor password go: these may change.
    """

    run: str
    archive: str


def sign_of(plan: Plan, folder: Path) -> Sign:
    """What a plan's parts are signed with in its folder."""
    if plan.archive == MEMORY:
        return Sign(plan.name, MEMORY)
    if plan.archive.startswith(POSTGRES):
        return Sign(plan.name, _on_server(plan.archive))
    return Sign(plan.name, os.path.relpath(Path(plan.archive).resolve(), folder.resolve()))


def see_folder(folder: Path, sign: Sign) -> None:
    """See that nobody else's parts are written over.

    Raises:
        PartsError: the folder holds the parts of another run, or of one of this name in another archive.
    """
    manifest = folder / MANIFEST
    half = beside(manifest)
    if (told := reads(manifest)) is not None:
        theirs, says = _sign_in(told or b"{}", sign), manifest
    elif (told := reads(half)) is not None:  # a run is at work, or was ended; what it says of itself may be cut
        theirs, says = _sign_in(told, sign) or sign, half
    else:
        return
    if theirs is None or theirs.run != sign.run:
        whose = f"the run {theirs.run}" if theirs else "something else"
        raise PartsError(f"{folder} holds the parts of {whose}: name another folder in the plan")
    if theirs.archive != sign.archive:
        raise PartsError(
            f"{folder} holds the parts of another run {sign.run}, whose archive is {theirs.archive} as seen from "
            f"there, and not {sign.archive}: name another folder in the plan; where it is the same archive at another "
            f"place, delete {says} and run again"
        )


def where_is(plan: Plan) -> str:
    """Where the file of a plan is, as seen from its archive, so that both can be moved together."""
    file = plan.file.resolve()
    return str(file) if (around := _around(plan)) is None else os.path.relpath(file, around)


def see_name(plan: Plan, before: Mapping[str, Any] | None) -> None:
    """See that no other plan goes by this name in the archive.

    A plan that was moved goes on; two that both are there, and both name this archive, are two.

    Args:
        plan: that is to be done.
        before: what is kept of the plan with which the run was last begun.

    Raises:
        NameTakenError: another one does.
    """
    if before is None or FILE not in before:
        return
    other = Path(os.path.normpath((_around(plan) or Path("/")) / str(before[FILE])))
    if other == plan.file.resolve() or not other.is_file():
        return
    try:
        theirs = read_plan(other)
    except PlanError:
        return
    if theirs.name == plan.name and _archive(theirs) == _archive(plan):
        raise NameTakenError(
            f"{plan.file}: name: the run {plan.name} of this archive is that of the plan {other}: give this one a name "
            "(and a folder) of its own, or another archive; where it takes the other's place, delete that one"
        )


def beside(path: Path) -> Path:
    """Where a file is written until it is whole."""
    return path.with_name(f".{path.name}{BESIDE}")


def reads(path: Path) -> bytes | None:
    """What is in a file; None where nobody can read it."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _sign_in(manifest: bytes, usual: Sign) -> Sign | None:
    """What a manifest is signed with, the usual where it does not say; None where it is no manifest."""
    try:
        told = json.loads(manifest)
        return Sign(str(told.get("run", usual.run)), str(told.get("archive", usual.archive)))
    except (ValueError, AttributeError):
        return None


def _around(plan: Plan) -> Path | None:
    """The folder of the archive; None where it is in none."""
    if plan.archive == MEMORY or plan.archive.startswith(POSTGRES):
        return None
    return Path(plan.archive).resolve().parent


def _archive(plan: Plan) -> str:
    if plan.archive.startswith(POSTGRES):
        return _on_server(plan.archive)
    return plan.archive if _around(plan) is None else str(Path(plan.archive).resolve())


def _on_server(address: str) -> str:
    """The fingerprint of an archive by its host, port, database and schema; of no address at all the same for each."""
    import sqlalchemy as sa

    from rashomon.stores.postgres.server import SCHEMA

    try:
        url = sa.make_url(address)
    except (sa.exc.ArgumentError, ValueError):  # opening it says so, without repeating it
        return content_id("archive", "")

    def told(key: str, usual: str) -> str:
        values = url.query.get(key, usual)
        return values if isinstance(values, str) else ",".join(values)

    host = url.host or told("host", "")
    port = str(url.port or told("port", "5432"))
    database = url.database or told("dbname", url.username or "")  # as libpq has it
    return content_id("archive", host.lower(), port, database, told("archive", SCHEMA))
