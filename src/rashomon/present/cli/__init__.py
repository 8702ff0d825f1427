"""The command line: one module a command, each importing its work only when run."""

from __future__ import annotations

import errno
import os
import sys
from typing import NoReturn

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
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            _end_on_our_fault()
        from rashomon.present.cli.edge import BAD_USAGE, Messages, unwritten

        # help and versions are written outside of any command's edge
        Messages().refuse(*unwritten(f"the output could not be written: {error.strerror}", error))
        sys.exit(BAD_USAGE)
    except Exception:  # noqa: BLE001 - the outermost edge: whatever comes here is a fault of ours
        _end_on_our_fault()


def _end_on_our_fault() -> NoReturn:
    """Show the fault that is under way in full, and end."""
    import traceback

    traceback.print_exc()
    sys.exit(INTERNAL_FAULT)


def _open_what_is_closed() -> None:
    """Where a stream was closed by whoever started us (`>&-`), read nothing from it and write nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end
