"""`rashomon keys`: who may use an archive that is served, and for what."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from

if TYPE_CHECKING:
    from rashomon.present.exports.contract import Row
    from rashomon.settings import Settings
    from rashomon.stores.facts import AccessKey

keys = typer.Typer(name="keys", rich_markup_mode=None, no_args_is_help=True)


class ScopeName(StrEnum):
    """What a key allows."""

    READ = "read"
    ADD = "add"
    DECIDE = "decide"
    ADMIN = "admin"


Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose it is; decisions are signed with it.")]
ScopesOption = Annotated[
    list[ScopeName],
    typer.Option("--scope", help="What it allows: read, add reports, decide, admin (make keys); give it for each."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help="When it ends by itself, as 2031-12-31.", show_default=False),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", help="Who does this.  [default: the setting `by`, else the login name]",
        show_default=False,
    ),
]  # fmt: skip
Id = Annotated[str, typer.Argument(metavar="ID", help="The id of the key, as `rashomon keys list` has it.")]


@keys.command(short_help="A new key, shown once.")
def add(
    name: Name,
    *,
    scope: ScopesOption = [ScopeName.READ],  # noqa: B006  # typer reads it and changes nothing
    until: Until = None,
    by: By = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
) -> None:
    """Make a key to an archive that is served. It is shown this once: the archive keeps its digest alone.

    \b
    Examples:
      rashomon keys add "night desk" --scope read --scope decide
      rashomon keys add feeds --scope add --until 2031-12-31 --archive desk.db
    """
    with edge(Messages()):
        from rashomon.present.cli.archives import opened
        from rashomon.present.server.keys import Scope, new_key

        chosen = read_from(settings, {"archive": archive, "by": by})
        wanted = [Scope(each.value) for each in scope]
        made, kept = new_key(name, wanted, by=_signed(chosen), at=datetime.now(UTC), until=_day(until))
        with opened(chosen, create=True) as store, store.writer() as writer:
            writer.keep_key(kept)
        typer.echo(made)


@keys.command("list", short_help="The keys, without their secrets.")
def listed(
    *,
    form: options.SummaryForm = options.SummaryFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
) -> None:
    """The keys of an archive, ended or not, in the order they were made.

    \b
    Examples:
      rashomon keys list
      rashomon keys list --format json
    """
    with edge(Messages()):
        from rashomon.present.cli.archives import opened
        from rashomon.present.exports.encoding import line
        from rashomon.present.report.characters import on_one_line

        now = datetime.now(UTC)
        with opened(read_from(settings, {"archive": archive})) as store, store.view() as view:
            kept = view.keys()
        rows = [_row(each, now) for each in kept]
        if form is options.SummaryFormat.JSON:
            sys.stdout.buffer.write(b"".join(line(row) for row in rows))
            return
        for row in rows:
            state = "" if row["holds"] else "  ended"
            used = f"used {row['used_at'][:10]}" if row["used_at"] else "never used"
            typer.echo(f"{row['id']}  {on_one_line(row['name'])}  {', '.join(row['scopes'])}  {used}{state}")


@keys.command(short_help="A key that opens nothing any more.")
def end(
    key: Id,
    *,
    by: By = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
) -> None:
    """End a key, at once and for good; whoever entered with it is out. A whole key may be given in place of its id.

    \b
    Example:
      rashomon keys end 9f86d08188
    """
    with edge(Messages()):
        from rashomon.present.cli.archives import opened
        from rashomon.present.server.keys import id_of

        chosen = read_from(settings, {"archive": archive, "by": by})
        with opened(chosen) as store, store.writer() as writer:
            writer.end_key(id_of(key) or key, by=_signed(chosen), at=datetime.now(UTC))
        typer.echo(f"Ended {id_of(key) or key}")


def _row(key: AccessKey, now: datetime) -> Row:
    """A key as it is told: never its digest."""
    return {
        "id": key.id,
        "name": key.name,
        "scopes": list(key.scopes),
        "made_at": key.made_at.isoformat(),
        "made_by": key.made_by,
        "until": _iso(key.until),
        "ended_at": _iso(key.ended_at),
        "ended_by": key.ended_by,
        "used_at": _iso(key.used_at),
        "holds": key.holds_at(now),
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _day(told: str | None) -> datetime | None:
    from rashomon.settings import SettingsError

    if told is None:
        return None
    try:
        day = datetime.strptime(told, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise SettingsError(f"{told} is no day: write it as 2031-12-31") from error
    if day <= datetime.now(UTC):
        raise SettingsError(f"{told} is over: a key ends on a day that is to come")
    return day


def _signed(settings: Settings) -> str:
    from rashomon.present.cli.signing import login_name
    from rashomon.settings import SettingsError

    name = settings.by or login_name()
    if name is None:
        raise SettingsError("nobody is named who does this: give --by NAME, or set `by`")
    return name
