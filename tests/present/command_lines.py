"""Command lines of pages, run in the process of the tests: what they load is loaded once."""

import shlex
from glob import glob
from pathlib import Path

from typer.testing import CliRunner

from rashomon.present.cli.app import app


def here(line):
    """What a line shows, run in this process: globs, one `<` and one `>` are done as a shell does them."""
    words = shlex.shlex(line, posix=True, punctuation_chars="<>")
    words.whitespace_split = True
    given, kept, arguments = b"", None, []
    for word in words:
        if word == "<":
            given = Path(next(words)).read_bytes()
        elif word == ">":
            kept = Path(next(words))
        else:
            arguments += sorted(glob(word)) or [word]  # noqa: PTH207 - absolute names are given too
    name, *rest = arguments
    assert name == "rashomon", line
    done = CliRunner().invoke(app, rest, input=given, prog_name=name)
    assert done.exit_code == 0, (line, done.stderr, done.exception)
    assert "Traceback" not in done.stderr
    if kept is None:
        return done.stdout
    kept.write_bytes(done.stdout_bytes)
    return ""
