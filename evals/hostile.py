"""The door against hostile files: `python -m evals.hostile [COUNT] [SEED]`.

Some hundred broken files (`evals.broken`) are read one after the other in one process, whose memory has a ceiling
(RLIMIT_AS) and each file a time limit. Of each page the kept bytes must make the same page again. Printed are the
counts by kind and outcome; the exit code is 1 where anything crashed, took too long or came out otherwise, and those
files are left in the folder that is named.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from evals.broken import files
from rashomon.core import Page
from rashomon.ingest import again, pages

COUNT, SEED = 600, 1
CEILING_BYTES = 2_000_000_000
"""Of address space, of which Arrow reserves half and touches little."""
LIMIT_SECONDS = 10


class TooSlowError(BaseException):
    """A file took more than its time; no fault of the world, so that the door does not name it."""


def outcomes_of(path: Path) -> Counter[str]:
    """What came of one file: pages, problems by code, and what must not be."""
    found: Counter[str] = Counter()
    for page in pages([str(path)], keep_octets=True):
        if not isinstance(page, Page):
            found[page.code] += 1
            continue
        found["page"] += 1
        second = again(page.octets, address=page.address)
        if _told(page) != _told(second):
            found["NOT THE SAME AGAIN"] += 1
    return found


def _told(page: object) -> object:
    if not isinstance(page, Page):
        return page
    return page.text, page.kind, page.given, [(one.code, one.fatal) for one in page.problems]


def run(folder: Path) -> int:
    """Read the files of a folder, print what came of them, and remove those that are well."""
    resource.setrlimit(resource.RLIMIT_AS, (CEILING_BYTES, CEILING_BYTES))
    signal.signal(signal.SIGPROF, _too_slow)
    counts: dict[str, Counter[str]] = {}
    slowest, bad = (0.0, ""), 0
    paths = sorted(folder.iterdir())
    for path in paths:
        name = path.name
        kind = name.split("-", 1)[1].rsplit("-", 1)[0]
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT_SECONDS)
        try:
            found = outcomes_of(path)
        except TooSlowError:
            found = Counter({"TOO SLOW": 1})
        except Exception as error:  # noqa: BLE001  whatever is raised is what is looked for
            found = Counter({f"CRASH {type(error).__name__}: {str(error)[:60]}": 1})
        signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, (time.process_time() - began, name))
        counts.setdefault(kind, Counter()).update(found or {"nothing": 1})
        if not found or any(word[:1].isupper() for word in found):
            bad += 1
            print(f"bad: {path}: {dict(found)}", flush=True)
        else:
            path.unlink()
    for kind, found in counts.items():
        print(f"{kind}: " + ", ".join(f"{n} {word}" for word, n in found.most_common()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(paths)} files, {bad} bad; slowest {slowest[0]:.2f} s ({slowest[1]}); at most {peak:.0f} MB")
    return min(bad, 1)


def _too_slow(*_: object) -> None:
    raise TooSlowError


def main(argv: list[str]) -> int:
    """Run in a process of its own, so that one that is killed is told too."""
    if argv[:1] == ["--here"]:
        return run(Path(argv[1]))
    count, seed = (*map(int, argv), *(COUNT, SEED)[len(argv) :])
    folder = Path(tempfile.mkdtemp(prefix="hostile-"))
    for name, raw in files(seed, count):
        (folder / name).write_bytes(raw)
    done = subprocess.run([sys.executable, "-m", "evals.hostile", "--here", str(folder)], check=False)
    if done.returncode < 0:
        print(f"killed by signal {-done.returncode}; the file is the first that is left in {folder}")
    elif not done.returncode:
        folder.rmdir()
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
