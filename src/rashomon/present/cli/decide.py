"""`rashomon decide`: what a person decides, signed and dated; it holds whatever is run again, until it is ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from

if TYPE_CHECKING:
    from rashomon.archive.deciding import Desk
    from rashomon.core import Decision
    from rashomon.settings import Settings
    from rashomon.stores import Store

decide = typer.Typer(
    name="decide",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="""Write down what a person decided about stories, speakers, parties, claims or copies of an archive.

    Stories are named by their ids or by that of a document in them, places as accounts print them: DOCUMENT:START-END.
    A decision is signed, dated and has a reason. It is laid over whatever is found again; a later one wins over an
    earlier one, and it can be ended but not erased.

    \b
    Examples:
      rashomon decide merge 5f1c0d2a9e8b7c66 d12 --reason "one strike, two towns"
      rashomon decide speaker d1:231-285 --name "Ada Orsk" --reason "she told us so"
      rashomon decide not-that-claim d4:29-64 --reason "these are last year's dismissals"
      rashomon decide end 0b1c2d3e4f5a6b7c --reason "we were wrong"
    """,
)

_THEN = "`rashomon decisions` shows whether it is written; the next `rashomon add` makes the accounts that are missing"
"""What is so where somebody interrupts a decision."""

Stories: TypeAlias = Annotated[list[str], typer.Argument(metavar="STORY|DOCUMENT", show_default=False)]
Documents: TypeAlias = Annotated[list[str], typer.Argument(metavar="DOCUMENT", show_default=False)]
OneDocument: TypeAlias = Annotated[str, typer.Argument(metavar="DOCUMENT", show_default=False)]
OneStory: TypeAlias = Annotated[str, typer.Argument(metavar="STORY|DOCUMENT", show_default=False)]
Within: TypeAlias = Annotated[
    str | None, typer.Option("--in", metavar="STORY|DOCUMENT", help="In this story.", show_default=False)
]
By: TypeAlias = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who decides.  [default: the setting `by`, else the login name]"),
]
Reason: TypeAlias = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.", show_default=False)]
At: TypeAlias = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help="When it was decided: ISO 8601 with its offset.  [default: now]"),
]


@decide.command()
def merge(
    stories: Stories,
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """These stories are one; it keeps the id of the elder."""
    _decide(lambda desk: desk.merge(stories), reason, by, at, archive, settings, quiet=quiet)


@decide.command(short_help="These documents leave their story.")
def split(
    documents: Documents,
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """These documents leave their story together, for one of their own."""
    _decide(lambda desk: desk.split(documents), reason, by, at, archive, settings, quiet=quiet)


@decide.command()
def move(
    document: OneDocument,
    story: OneStory,
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """A document belongs in another story."""
    _decide(lambda desk: desk.move(document, story), reason, by, at, archive, settings, quiet=quiet)


@decide.command(short_help="Who speaks in these quotations.")
def speaker(
    said: Annotated[list[str], typer.Argument(metavar="PLACE|UTTERANCE", show_default=False)],
    *,
    reason: Reason,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Who speaks.", show_default=False)] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="It is not known who speaks.")] = False,
    within: Within = None,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Who speaks in the quotations at these places, or in all quotations of an utterance (with --in)."""

    def made(desk: Desk) -> Decision:
        from rashomon.archive.deciding import DecideError

        if nobody == (name is not None):
            raise DecideError("say who speaks: --name NAME, or --nobody where it is not known")
        return desk.speaker(said, name=name, within=within)

    _decide(made, reason, by, at, archive, settings, quiet=quiet)


@decide.command(name="one-party", short_help="These names stand for one party.")
def one_party(
    names: Annotated[list[str], typer.Argument(metavar="NAME NAME", show_default=False)],
    *,
    reason: Reason,
    within: Within = None,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """These names stand for one party: in one story (--in), or everywhere."""
    _decide(lambda desk: desk.one_party(names, within=within), reason, by, at, archive, settings, quiet=quiet)


@decide.command(name="not-that-claim")
def not_that_claim(
    report: Annotated[str, typer.Argument(metavar="PLACE", help="What tells another claim.", show_default=False)],
    claim: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLAIM|PLACE]...",
            help="The claim that it does not tell, or places of its reports; without it, the one it is told in.",
            show_default=False,
        ),
    ] = None,
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """What a report tells at a place is not that claim."""
    _decide(lambda desk: desk.not_that_claim(report, claim or ()), reason, by, at, archive, settings, quiet=quiet)


@decide.command(name="not-a-copy")
def not_a_copy(
    left: OneDocument,
    right: OneDocument,
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Neither of two documents took words from the other."""
    _decide(lambda desk: desk.not_a_copy(left, right), reason, by, at, archive, settings, quiet=quiet)


@decide.command(short_help="Something to be read beside them.")
def note(
    about: Annotated[list[str], typer.Argument(metavar="STORY|DOCUMENT|PLACE", show_default=False)],
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="What the note says.", show_default=False)],
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Something to be read beside stories, documents or places."""
    _decide(lambda desk: desk.note(about), reason, by, at, archive, settings, quiet=quiet)


@decide.command()
def end(
    decision: Annotated[str, typer.Argument(metavar="ID", help="Of the decision.", show_default=False)],
    *,
    reason: Reason,
    by: By = None,
    at: At = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """A decision holds no longer; it stays on record."""
    messages = Messages(quiet=quiet)
    with edge(messages, then=_THEN):
        from rashomon.archive.deciding import DecideError, decision_named, end
        from rashomon.core import Ending
        from rashomon.present.cli.archives import opened

        chosen = read_from(settings, {"archive": archive, "by": by})
        name, how = _signed(chosen, given=by is not None)
        if not reason.strip():
            raise DecideError("an ending says why: give --reason")
        with opened(chosen) as store:
            with store.view() as view:
                whole = decision_named(view, decision).id
            ending = Ending(decision=whole, by=name, at=_time(at), reason=reason.strip())
            touched = end(store, ending)
            typer.echo(f"Ended {whole}, by {name}{how}; {_follow(store, chosen, touched, messages)}")


def _decide(
    make: Callable[[Desk], Decision],
    reason: str,
    by: str | None,
    at: str | None,
    archive: str | None,
    settings: Path | None,
    *,
    quiet: bool,
) -> None:
    """Make a decision, write it down, and bring the accounts that it shapes up to date."""
    messages = Messages(quiet=quiet)
    with edge(messages, then=_THEN):
        from rashomon.archive.decided_state import state_of
        from rashomon.archive.deciding import Desk, write
        from rashomon.present.cli.archives import opened

        chosen = read_from(settings, {"archive": archive, "by": by})
        name, how = _signed(chosen, given=by is not None)
        with opened(chosen) as store:
            with store.view() as view:
                decision = make(Desk(view, by=name, reason=reason, at=_time(at)))
            touched = write(store, decision)
            done = _follow(store, chosen, touched, messages)
            typer.echo(f"Decided {decision.id} ({decision.kind.value}), by {name}{how}; {done}")
            with store.view() as view:
                state = state_of(view, decision)
            if decision.kind.value != "note":
                from rashomon.present.report.characters import on_one_line

                typer.echo(f"It {on_one_line(state.words).replace('in effect:', 'is in effect:', 1)}")


def _signed(settings: Settings, *, given: bool) -> tuple[str, str]:
    """Who decides, and where that is known from, if it was not given.

    Raises:
        DecideError: nobody is named anywhere.
    """
    from rashomon.archive.deciding import DecideError

    if settings.by:
        return settings.by, "" if given else " (the setting `by`)"
    from rashomon.present.cli.signing import login_name

    name = login_name()
    if name is None:
        raise DecideError("nobody is named who decides: give --by NAME, or set `by`")
    return name, " (the login name)"


def _time(at: str | None) -> datetime:
    from rashomon.archive.deciding import DecideError

    if at is None:
        return datetime.now(UTC)
    try:
        read = datetime.fromisoformat(at)
    except ValueError as error:
        raise DecideError(f"{at} is no time: write it as 2031-05-02T14:10+02:00") from error
    if read.tzinfo is None:
        raise DecideError(f"{at} has no zone: write it as 2031-05-02T14:10+02:00")
    return read.astimezone(UTC)


def _follow(store: Store, settings: Settings, touched: tuple[str, ...], messages: Messages) -> str:
    """Make the accounts anew that a decision shapes, and say so; the decision is written whatever becomes of them."""
    if not touched:
        return "it bears on no story now"
    from rashomon.archive import Archive
    from rashomon.pipeline import Pipeline

    summary = Archive(store, Pipeline(settings)).bring_up_to_date(messages.progress)
    messages.end_progress()
    for problem in summary.problems:
        messages.problem(problem)
    stories = "1 story" if len(touched) == 1 else f"{len(touched)} stories"
    accounts = "1 account" if summary.accounts == 1 else f"{summary.accounts} accounts"
    return f"it bears on {stories} ({', '.join(touched)}); {accounts} made anew"
