"""`rashomon export`: the accounts of an archive in the formats of other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.present.cli import asking, options
from rashomon.present.cli.asking import asked, looking
from rashomon.present.cli.edge import Messages, edge, read_from

if TYPE_CHECKING:
    from rashomon.present.exports.kinds import Kind
    from rashomon.present.exports.telling import Source
    from rashomon.present.questions import Asked
    from rashomon.stores import View


class As(StrEnum):
    """The formats, by the names of `exports.kinds`."""

    JSON = "json"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    PROV = "prov"
    PLOVER = "plover"
    CSV = "csv"
    PARQUET = "parquet"
    MARKDOWN = "markdown"
    STIX = "stix"


STANDARD_OUTPUT = "-"
Format = Annotated[As, typer.Option("--as", help="The format.", show_default=False)]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help="A file, for csv and parquet a folder; - for standard output.",
        show_default=False,
    ),
]
Stories = Annotated[
    list[str] | None,
    typer.Option("--story", metavar="ID", help="This story; again for more. By default all.", show_default=False),
]
WithTexts = Annotated[
    bool, typer.Option("--with-texts", help="Full texts of the reports, where else excerpts of them stand.")
]
Force = Annotated[bool, typer.Option("--force", help="Write into a folder that holds files; others in it stay.")]


def export(
    *,
    form: Format,
    output: Output,
    story: Stories = None,
    with_texts: WithTexts = False,
    force: Force = False,
    party: asking.Party = None,
    outlet: asking.Outlet = None,
    status: asking.Status = None,
    standing: asking.Standing = None,
    code: asking.Code = None,
    since: asking.Since = None,
    until: asking.Until = None,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Write the accounts of an archive in another program's format: whole stories, by default all of them.

    The filters choose stories as those of `rashomon stories` do. A file or folder is there whole or not at all. Of
    reports there are excerpts, unless --with-texts asks for all of them; json always has them, since its places count
    in them.

    \b
    Examples:
      rashomon export --as csv -o tables
      rashomon export --as jsonld --story 3f9a -o - | jq '."@graph"[0]'
      rashomon export --as stix --standing disputed --since 7d -o disputed.json
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.core import RashomonError
        from rashomon.pipeline import Pipeline
        from rashomon.present.cli.overwriting import see_apart
        from rashomon.present.exports.kinds import KINDS
        from rashomon.present.exports.telling import OfArchive

        kind = KINDS[form.value]
        if kind.several and output == STANDARD_OUTPUT:
            raise RashomonError(f"{kind.name} is several files: name a folder with -o")
        wanted = asked(
            None,
            since=since,
            until=until,
            party=party,
            outlet=outlet,
            status=status,
            standing=standing,
            code=code,
        )
        pipeline = Pipeline(read_from(settings, {"archive": archive}))
        see_apart(Path(output), archive=pipeline.settings.archive, settings=settings)
        with looking(archive, settings) as view:
            source = OfArchive(view, pipeline, _chosen(view, story or [], wanted))
            if kind.name == As.JSON and not with_texts:
                messages.note("json holds the full texts of the reports: its places count in them")
            for problem in source.behind:
                messages.problem(problem)
            _write(kind, source, output, with_texts=with_texts, force=force)
            if not source.names:
                messages.note("no story with an account is as asked: what is written holds none")


def _chosen(view: View, names: list[str], wanted: Asked) -> frozenset[str] | None:
    """The ids of the stories asked for; None for all.

    Raises:
        AskedError: there is no such story, or nothing can be asked so.
    """
    from rashomon.present.questions import Asked
    from rashomon.present.questions.asked import named
    from rashomon.present.questions.every_story import every_story

    chosen = frozenset(named(view, "story", name) for name in names) if names else None
    if wanted == Asked():
        return chosen
    found = frozenset(each.id for each in every_story(view, wanted))
    return found if chosen is None else chosen & found


def _write(kind: Kind, source: Source, output: str, *, with_texts: bool, force: bool) -> None:
    from rashomon.present.cli.target import write_folder, write_pieces

    if kind.several:
        write_folder(Path(output), kind.pieces(source, with_texts=with_texts), into=force)
    elif output == STANDARD_OUTPUT:
        for piece in kind.chunks(source, with_texts=with_texts):
            sys.stdout.buffer.write(piece)
    else:
        write_pieces(Path(output), kind.chunks(source, with_texts=with_texts))
