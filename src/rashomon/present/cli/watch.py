"""`rashomon watch`: feeds, site maps and folders followed into an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, leave, read_from

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
_PARTS_OF_A_FILE = ("", "-wal", "-shm", "-journal")


def watch(
    feeds: Feeds,
    *,
    archive: options.Archive = None,
    once: Once = False,
    settings: options.SettingsFile = None,
    pipeline: options.Pipeline = None,
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
        run = read_from(settings, {"pipeline": pipeline, "archive": archive})
        _watch(feeds, run, messages, once=once)
    leave(messages)


def _watch(feeds: list[str], settings: Settings, messages: Messages, *, once: bool) -> None:
    from rashomon.archive import Archive
    from rashomon.archive.watching import Clock, Watcher
    from rashomon.ingest.connections import Fetcher
    from rashomon.pipeline import Pipeline
    from rashomon.present.cli.archives import opened
    from rashomon.settings import fetch_settings

    clock = Clock()
    with opened(settings, create=True) as store, Fetcher(fetch_settings(settings)) as fetcher:
        desk = Archive(store, Pipeline(settings), now=clock.now)
        watcher = Watcher(
            feeds,
            store=store,
            fetcher=fetcher,
            take=lambda pages, via: desk.take_in(pages, via=via, progress=messages.progress),
            report=messages.problem,
            clock=clock,
            leave=_of_archive(settings.archive),
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
    if visited.outcome == "unchanged":
        return f"{named}: unchanged, {again}"
    told = [f"{visited.entries:,} entries", f"{visited.new:,} new", f"{visited.changed:,} changed"]
    told.append(f"{visited.taken:,} taken in")
    told += [f"{visited.set_aside:,} set aside"] if visited.set_aside else []
    told += [f"{visited.left:,} left for the next visit"] if visited.left else []
    return f"{named}: {', '.join(told)}; {again}"


def _summary(visits: Iterable[Visited]) -> str:
    """All visits of a round in one line."""
    visits = list(visits)
    outcomes = [visited.outcome.value for visited in visits]
    parts = [f"{len(outcomes) - outcomes.count('not-due'):,} visited"]
    for outcome, said in (("unchanged", "unchanged"), ("failed", "not read"), ("not-due", "not due yet")):
        if outcomes.count(outcome):
            parts.append(f"{outcomes.count(outcome):,} {said}")
    fresh = sum(visited.new + visited.changed for visited in visits)
    parts.append(f"{fresh:,} new or changed entries")
    parts.append(f"{sum(visited.taken for visited in visits):,} reports taken in")
    for name, said in (("set_aside", "set aside"), ("left", "left for the next visit")):
        if count := sum(getattr(visited, name) for visited in visits):
            parts.append(f"{count:,} {said}")
    return ", ".join(parts)


def _lasting(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
