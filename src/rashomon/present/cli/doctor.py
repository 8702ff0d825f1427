"""`rashomon doctor`: what is installed, which models with which weights, and what is degraded."""

from __future__ import annotations

import sys
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from rashomon.present.cli import options
from rashomon.present.cli.edge import Messages, edge, read_from


class Form(StrEnum):
    """How the findings are shown."""

    TERMINAL = "terminal"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="How the findings are shown.")]


def doctor(
    *, form: FormOption = Form.TERMINAL, settings: options.SettingsFile = None, pipeline: options.Pipeline = None
) -> None:
    """Say what is installed, whether the parser loads, with which SHA-256 of its weights, and what is degraded.

    \b
    Examples:
      rashomon doctor
      rashomon doctor --format json
    """
    with edge(Messages()):
        from rashomon.present.exports.encoding import indented
        from rashomon.present.report.installation import examine

        found = examine(read_from(settings, {"pipeline": pipeline}))
        if form is Form.JSON:
            sys.stdout.buffer.write(indented(asdict(found)))
            return
        typer.echo(f"Rashomon {found.version}, Python {found.python}\n\nPackages")
        for package in found.packages:
            typer.echo(f"  {package.name:<26} {package.version or 'missing'}")
        typer.echo("\nExtras")
        for extra in found.extras:
            there = "installed" if extra.installed else f"missing: pip install 'rashomon[{extra.name}]'"
            typer.echo(f"  {extra.name:<26} {extra.purpose}; {there}")
        typer.echo("\nModels")
        for model in found.models:
            loads = "loads" if found.loads else "cannot be loaded" if model.version else ""
            typer.echo(f"  {model.name:<26} {model.version or 'missing'}  {model.licence or ''}  {loads}".rstrip())
            if model.sha256:
                typer.echo(f"  {'':<26} weights sha256 {model.sha256}")
        typer.echo(f"\n{found.verdict}")
