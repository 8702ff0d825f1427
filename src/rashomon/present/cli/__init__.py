"""The command line: one module a command, each importing its work only when run."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
INTERNAL_FAULT = 70
"""The exit code of a fault in Rashomon itself (EX_SOFTWARE of sysexits.h), so that it never reads as `done`."""


def main() -> None:
    """Run the command that `sys.argv` names, and exit with its code."""
    _open_what_is_closed()
    try:
        from rashomon.present.cli.app import app

        app(prog_name="rashomon")
    except KeyboardInterrupt:
        sys.stderr.write("rashomon: interrupted\n")
        sys.exit(INTERRUPTED)
    except Exception:  # noqa: BLE001 - the outermost edge: whatever comes here is a fault of ours, shown in full
        import traceback

        traceback.print_exc()
        sys.exit(INTERNAL_FAULT)


def _open_what_is_closed() -> None:
    """Where a stream was closed by whoever started us (`>&-`), read nothing from it and write nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end
