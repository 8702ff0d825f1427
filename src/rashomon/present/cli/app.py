"""The commands and their help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from rashomon.present.cli.account import account
from rashomon.present.cli.add import add
from rashomon.present.cli.ask import claims, documents, figures, quotes, search
from rashomon.present.cli.check import check
from rashomon.present.cli.decide import decide
from rashomon.present.cli.decisions import decisions
from rashomon.present.cli.demo import demo
from rashomon.present.cli.doctor import doctor
from rashomon.present.cli.export import export
from rashomon.present.cli.filters import clean, copies, group, read
from rashomon.present.cli.keeping import backup, prune, restore
from rashomon.present.cli.keeping_check import check_archive, stats
from rashomon.present.cli.keeping_forget import forget, rebuild
from rashomon.present.cli.keys import keys
from rashomon.present.cli.mcp import mcp
from rashomon.present.cli.run import run
from rashomon.present.cli.schema import schema
from rashomon.present.cli.serve import serve
from rashomon.present.cli.stories import outlets, stories, story
from rashomon.present.cli.versions import versions
from rashomon.present.cli.watch import watch

EPILOG = """\b
Exit codes:
  0    done
  1    done, but some documents were set aside as unreadable (named on stderr)
  2    bad usage, no input, or output that cannot be written
  70   a fault in Rashomon itself, shown in full
  130  interrupted
  143  ended by SIGTERM"""

# Without rich markup the help needs no rich import, which would cost a third of a start.
app = typer.Typer(
    name="rashomon",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(*, wanted: bool) -> None:
    if wanted:
        from rashomon import __version__

        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda value: _version(wanted=value), is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """One event, many accounts: who said what, what is done and what is only proposed, and who copied whom.

    \b
    Examples:
      rashomon demo
      rashomon account reports/*.txt
      rashomon account reports/ -o account.html
    """


SHORT: dict[Callable[..., None], str] = {
    account: "One account of several reports.",
    check: "Who carries a sentence, who does not.",
    add: "Reports into an archive.",
    versions: "What became of a report.",
    clean: "Reports to documents, JSON lines.",
    read: "Documents to readings, JSON lines.",
    copies: "Documents to pairs that share words.",
    group: "Documents to stories, JSON lines.",
    stories: "The stories of an archive.",
    story: "The account of one of its stories.",
    claims: "Claims in an archive, and how they stand.",
    quotes: "Words said, and who said them.",
    figures: "Figures, and who tells which.",
    documents: "Reports in an archive.",
    outlets: "Outlets: who copies and credits whom.",
    search: "Words in all of an archive.",
    export: "Accounts in other programs' formats.",
    watch: "Feeds and folders into an archive.",
    run: "A large job, resumable, by its plan.",
    serve: "Show an archive: pages for people, an API for programs.",
    mcp: "Tools for assistants.",
    stats: "What an archive holds.",
    check_archive: "Whether an archive balances.",
    backup: "A whole archive in one file.",
    restore: "An archive from a backup.",
    rebuild: "What other versions made, anew.",
    forget: "A report or outlet removed for good.",
    prune: "What can go from an archive.",
    demo: "An account of six invented reports.",
    schema: "The JSON Schema of what is given.",
    doctor: "What is installed, what is degraded.",
}
"""The commands in the order of the help, each in words short enough for one line of it."""

for command, words in SHORT.items():
    app.command(short_help=words)(command)

GROUPS: dict[typer.Typer, str] = {
    decide: "Write down what a person decided.",
    decisions: "What people decided; as labels too.",
    keys: "Who may use an archive that is served.",
}
"""Commands that have commands of their own, in the same words."""

for group_of_commands, words in GROUPS.items():
    app.add_typer(group_of_commands, short_help=words)
