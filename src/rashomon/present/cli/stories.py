"""`rashomon stories|story|outlets`: an archive by what happened, and by who told it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.present.cli import asking, options
from rashomon.present.cli.asking import AnswerFormat, Shapes, answer, asked, looking
from rashomon.present.cli.edge import Messages, edge, read_from

LIMIT = 20

LeastOrigins = Annotated[
    int,
    typer.Option("--least-origins", metavar="N", min=0, help="Stories with a claim on so many independent origins."),
]
LookAt = Annotated[
    int | None,
    typer.Option(
        "--look-at", metavar="N", min=1, max=100_000, help="How many of the newest reports to count.  [default: 200]"
    ),
]
StoryId = Annotated[
    str, typer.Argument(metavar="ID", help="The story's id, or the beginning of it.", show_default=False)
]
AccountForm = Annotated[
    options.Format | None,
    typer.Option(
        "--format", help="The account's form.  [default: by the ending of -o, else terminal]", show_default=False
    ),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
]
Full = Annotated[bool, typer.Option("--full", help="In the terminal: everything, instead of one screen.")]


def stories(
    words: asking.Words = None,
    *,
    party: asking.Party = None,
    voice: asking.Voice = None,
    outlet: asking.Outlet = None,
    status: asking.Status = None,
    standing: asking.Standing = None,
    code: asking.Code = None,
    least_origins: LeastOrigins = 0,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """List the stories of an archive, the latest first: reports, outlets, origins, and how the claims stand.

    WORDS are looked for in the reports; they and --outlet must hold of one report of the story. --party, --voice,
    --status, --standing and --code must hold of one and the same claim. A page looks at no more than 400 reports or
    claims; where few of them are as asked it may be short, and `before` goes on from there.

    \b
    Examples:
      rashomon stories
      rashomon stories --standing disputed --since "this week"
      rashomon stories bridge --outlet Courier --least-origins 3
      rashomon stories --party Orsk --status denied --format csv
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import story_answer_row
        from rashomon.present.report import listed

        wanted = asked(
            words,
            since=since,
            until=until,
            party=party,
            voice=voice,
            outlet=outlet,
            status=status,
            standing=standing,
            code=code,
        )
        with looking(archive, settings) as view:
            page = questions.stories(view, wanted, least_origins=least_origins, limit=limit, before=before)
        shapes = Shapes(story_answer_row, tables.story_cells, tables.STORY_COLUMNS, listed.stories)
        answer(page, form, messages, what="stories", shapes=shapes)


def story(
    name: StoryId,
    *,
    form: AccountForm = None,
    output: Output = None,
    full: Full = False,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """Give the account of one story of an archive, with its documents, in the forms of `rashomon account`.

    \b
    Examples:
      rashomon story 3f9a
      rashomon story 3f9a0c1b2d4e5f60 -o story.html
      rashomon story 3f9a --format json | jq '.stories[0].claims'
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.cli.overwriting import see_apart
        from rashomon.present.cli.target import chosen, deliver

        wanted = chosen(form, output)
        from rashomon.pipeline import Pipeline

        pipeline = Pipeline(read_from(settings, {"archive": archive}))
        see_apart(output, archive=pipeline.settings.archive, settings=settings)
        with looking(archive, settings) as view:
            made = questions.story(view, name, pipeline=pipeline)
        for problem in made.problems:
            if problem.stage == questions.ARCHIVE_STAGE:
                messages.problem(problem)
        deliver(made, wanted, output, full=full)


def outlets(
    words: asking.Words = None,
    *,
    outlet: asking.Outlet = None,
    language: asking.Language = None,
    look_at: LookAt = None,
    since: asking.Since = None,
    until: asking.Until = None,
    limit: asking.Limit = LIMIT,
    before: asking.Before = None,
    form: asking.Form = AnswerFormat.TERMINAL,
    archive: options.Archive = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
    log: options.LogForm = options.Log.PLAIN,
) -> None:
    """List outlets: how many reports, how many of them are copies and of whom, and who copies and credits them.

    Those with the most reports first; those at the end have none themselves and are copied or credited. With --outlet
    one of them: who copies it most stands first under "copied by". The newest reports are counted, and the answer
    says how many these were; --look-at counts more of them.

    \b
    Examples:
      rashomon outlets --since 7d
      rashomon outlets --outlet "Northern News Agency" --look-at 10000
      rashomon outlets --format csv > outlets.csv
    """
    messages = Messages(log=log, quiet=quiet)
    with edge(messages):
        from rashomon.present import questions
        from rashomon.present.exports import tables
        from rashomon.present.exports.answers import outlet_answer_row
        from rashomon.present.report import listed

        wanted = asked(words, since=since, until=until, outlet=outlet, language=language)
        with looking(archive, settings) as view:
            page = questions.outlets(
                view, wanted, limit=limit, before=before, look_at=look_at or questions.REPORTS_LOOKED_AT
            )
        note = f"Counted over {page.looked_at} reports: {'all' if page.whole else 'the newest; --look-at counts more'}."
        shapes = Shapes(outlet_answer_row, tables.outlet_cells, tables.OUTLET_COLUMNS, listed.outlets)
        answer(page, form, messages, what="outlets", shapes=shapes, note=note)
