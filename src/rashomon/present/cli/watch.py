"""`rashomon watch`: feeds, site maps and folders followed into an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, leave, read_from
from rashomon.present.cli.keeping_words import number_of
from rashomon.present.cli.running import where

if TYPE_CHECKING:
    from rashomon.archive.watching import Visited, Watcher
    from rashomon.settings import Settings

Feeds = Annotated[
    list[str],
    typer.Argument(
        metavar="FEEDS",
        help="Addresses of feeds or site maps, lists of them (OPML, or one a line), folders.",
        show_default=False,
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Visit once what is due, and end with a summary.")]
Now = Annotated[bool, typer.Option("--now", help="Ask every feed at first, also those that are not due yet.")]
_PARTS_OF_A_FILE = ("", "-wal", "-shm", "-journal")


def watch(
    feeds: Feeds,
    *,
    archive: options.Archive = None,
    once: Once = False,
    now: Now = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
    engine: options.EngineName = None,
    workers: options.Workers = None,
    scheduler: options.Scheduler = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Follow feeds, site maps and folders: new and changed reports are fetched and taken into the archive.

    Runs until it is interrupted (Ctrl-C), which loses nothing: another run goes on from there. How often a feed is
    asked is learned from how often it changes, between five minutes and six hours; what the feed
    and robots.txt ask for is kept to. A folder's files are taken in once they are no longer written to.

    \b
    Examples:
      rashomon watch feeds.opml
      rashomon watch https://example.org/rss https://example.org/news-sitemap.xml --once
      rashomon watch incoming/ --archive desk.db
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages, then="nothing is lost, and another `rashomon watch` goes on from there"):
        run = read_from(settings, {"pipeline": pipeline, "archive": archive, **where(engine, workers, scheduler)})
        _watch(feeds, run, messages, once=once, now=now)
    leave(messages)


def _watch(feeds: list[str], settings: Settings, messages: Messages, *, once: bool, now: bool) -> None:
    from rashomon.archive import Archive
    from rashomon.archive.watching import Clock, Watcher
    from rashomon.ingest.connections import Fetcher
    from rashomon.present.cli.archives import made_once_reached
    from rashomon.present.cli.running import pipeline_of
    from rashomon.settings import fetch_settings

    clock = Clock()
    with (
        pipeline_of(settings) as pipeline,
        made_once_reached(settings, pipeline.engine) as store,
        Fetcher(fetch_settings(settings)) as fetcher,
    ):
        desk = Archive(store, pipeline, now=clock.now)
        watcher = Watcher(
            feeds,
            store=store,
            fetcher=fetcher,
            take=lambda pages, via: desk.take_in(pages, via=via, progress=messages.progress),
            report=messages.problem,
            clock=clock,
            leave=_of_archive(settings.archive),
            at_once=now,
        )
        _follow(watcher, messages, once=once)


def _of_archive(archive: str) -> Callable[[Path], bool]:
    """Whether a file is one of the archive's own."""
    own = {Path(f"{archive}{part}").absolute() for part in _PARTS_OF_A_FILE}
    return lambda path: path.absolute() in own


def _follow(watcher: Watcher, messages: Messages, *, once: bool) -> None:
    feeds, folders = watcher.followed()
    if not feeds and not folders:
        return
    if not once:
        messages.tell(f"following {feeds:,} feeds and {folders:,} folders; Ctrl-C ends it and loses nothing")
        for visited in watcher.forever():
            messages.documents += 1
            messages.tell(_line(visited), where=visited.address)
        return
    seen = []
    for visited in watcher.once():
        if visited.outcome != "failed":
            messages.documents += 1
        messages.tell(_line(visited), where=visited.address)
        seen.append(visited)
    messages.end_progress()
    typer.echo(_summary(seen))


def _line(visited: Visited) -> str:
    """One visit in one line."""
    named = f"{visited.name} ({visited.address})" if visited.name else visited.address
    again = f"again in {_lasting(visited.again_seconds)}"
    if visited.outcome == "failed":
        return f"{named}: not read, {again}"
    if visited.outcome == "not-due":
        return f"{named}: not due yet, {again}"
    if visited.outcome == "unchanged" and visited.left:
        return f"{named}: {number_of(visited.left, 'file')} written a moment ago, {again}"
    if visited.outcome == "unchanged":
        return f"{named}: unchanged, {again}"
    told = [number_of(visited.entries, "entry"), f"{visited.new:,} new", f"{visited.changed:,} changed"]
    told.append(f"{visited.taken:,} taken in")
    told += [f"{visited.set_aside:,} set aside"] if visited.set_aside else []
    told += [f"{visited.left:,} left for the next visit"] if visited.left else []
    return f"{named}: {', '.join(told)}; {again}"


def _summary(visits: Iterable[Visited]) -> str:
    """All visits of a round in one line; what was looked at twice, as a folder with a new file is, counts once."""
    by_address: dict[str, list[Visited]] = {}
    for visited in visits:
        by_address.setdefault(visited.address, []).append(visited)
    outcomes = [_outcome(some) for some in by_address.values()]
    if outcomes and set(outcomes) == {"not-due"}:
        first = min((some[-1] for some in by_address.values()), key=lambda visited: visited.again_seconds)
        return f"Nothing is due: the next is {first.address}, in {_lasting(first.again_seconds)}; --now asks all now"
    parts = [f"{len(outcomes) - outcomes.count('not-due'):,} visited"]
    for outcome, said in (("unchanged", "unchanged"), ("failed", "not read"), ("not-due", "not due yet")):
        if outcomes.count(outcome):
            parts.append(f"{outcomes.count(outcome):,} {said}")
    every = [visited for some in by_address.values() for visited in some]
    fresh = sum(visited.new + visited.changed for visited in every)
    parts.append(number_of(fresh, "new or changed entry"))
    parts.append(f"{number_of(sum(visited.taken for visited in every), 'report')} taken in")
    if count := sum(visited.set_aside for visited in every):
        parts.append(f"{count:,} set aside")
    if count := sum(some[-1].left for some in by_address.values()):
        parts.append(f"{count:,} left for the next visit")
    return ", ".join(parts)


def _outcome(visits: list[Visited]) -> str:
    """How visits to one address ended: read where one of them read anything, else as the last one did."""
    return "read" if any(visited.outcome == "read" for visited in visits) else visits[-1].outcome.value


def _lasting(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
