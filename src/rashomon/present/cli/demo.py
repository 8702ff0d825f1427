"""`rashomon demo`: the bundled invented event, as a first look at everything."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, leave, read_from

PAGE = Path("rashomon-demo.html")
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where the page goes.")]


def demo(*, output: Output = PAGE, quiet: options.Quiet = False) -> None:
    """Show an account of six invented reports here, and write its page.

    \b
    Examples:
      rashomon demo
      rashomon demo -o /tmp/demo.html
    """
    messages = Messages(quiet=quiet)
    with edge(messages):
        from rashomon.demo import paths
        from rashomon.pipeline import Pipeline
        from rashomon.present.cli.overwriting import see_apart
        from rashomon.present.cli.target import deliver

        inputs = [str(path) for path in paths()]
        see_apart(output, inputs)
        made = Pipeline(read_from(None)).account(inputs, progress=messages.progress)
        messages.documents = len(made.documents)
        messages.end_progress()
        messages.problems(made.problems)
        deliver(made, options.Format.TERMINAL, None)
        deliver(made, options.Format.HTML, output)
        typer.echo(f"The page, with the reports beside the account: {output}")
    leave(messages)
