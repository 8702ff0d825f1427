"""What is said of a run: what it did in some lines, what it would do, and both as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.present.exports.contract import Row
    from rashomon.runs import Report

STAGES = ("clean", "read", "group", "account", "write")
"""The stages in their order."""


def in_words(report: Report) -> str:
    """What became of a run."""
    counts = report.counts
    lines = [f"Run {report.name}: {_engine(report)}, {_files(report)}."]
    lines.append(f"In: {counts.came:,}. Out: {counts.out:,}{_taken(report)}. Set aside: {_number(report):,}.")
    lines += _own(report)
    width = max(map(len, counts.aside), default=0)
    lines += [
        f"  {code:{width}}  {aside.number:,}, as {_shown(aside.example)}"
        for code, aside in sorted(counts.aside.items(), key=lambda each: (-each[1].number, each[0]))
    ]
    lines += [
        f"{_FALLEN[stage]}: {aside.number:,}, as {_shown(aside.example)}: {_WHY}; the next run tries again."
        for stage, aside in report.fallen.items()
    ]
    if not report.files and not report.stories:
        return "\n".join((*lines, "Nothing was done."))
    lines.append(
        f"Read {report.read:,}, grouped {report.placed:,}, accounts made {report.accounts:,}; the archive has "
        f"{_of(report.stories, 'story', 'stories')}."
    )
    if report.folder is not None:
        lines.append(f"Wrote {report.written:,} of {_of(report.parts, 'part', 'parts')} in {report.folder}.")
    told = ", ".join(f"{stage} {report.seconds[stage]:.1f} s" for stage in STAGES if stage in report.seconds)
    lines.append(f"Time: {told}." if told else "Nothing was left to do.")
    if not report.whole:
        lines.append("Some documents of the archive are not read, grouped or accounted: run it again.")
    return "\n".join(lines)


def would(report: Report) -> str:
    """What a run would do."""
    into = [f"the archive {report.archive}", *([f"parts in {report.folder}"] if report.folder is not None else [])]
    left = [f"{number:,} {_LEFT[name.value]}" for name, number in sorted(report.files.items())]
    files = f"{_files(report)} of {report.bytes:,} bytes"
    lines = [
        f"Run {report.name}: {_engine(report)}, {files}, into {' and '.join(into)}.",
        f"Files: {', '.join(left) or 'none'}.",
    ]
    lines += _own(report)
    if report.kinds:
        kinds = sorted(report.kinds.items(), key=lambda each: (-each[1], each[0]))
        lines.append(f"To take: {', '.join(f'{number:,} {kind}' for kind, number in kinds)}.")
    if report.counts.came:
        lines.append(f"So far: in {report.counts.came:,}, out {report.counts.out:,}, set aside {_number(report):,}.")
    return "\n".join(lines)


def row(report: Report, *, rehearsed: bool) -> Row:
    """The same as JSON."""
    counts = report.counts
    return {
        "run": report.name,
        "rehearsed": rehearsed,
        "whole": report.whole,
        "engine": report.engine,
        "workers": report.workers,
        "archive": report.archive,
        "folder": report.folder,
        "files": {name.value: number for name, number in sorted(report.files.items())},
        "own": report.own,
        "bytes": report.bytes,
        "kinds": dict(sorted(report.kinds.items())),
        "notes": report.notes,
        "in": counts.came,
        "out": counts.out,
        "taken": {taken.value: number for taken, number in sorted(counts.taken.items())},
        "set_aside": {
            code: {"number": aside.number, "example": aside.example} for code, aside in sorted(counts.aside.items())
        },
        "fallen": {stage: {"number": aside.number, "example": aside.example} for stage, aside in report.fallen.items()},
        "read": report.read,
        "grouped": report.placed,
        "accounts": report.accounts,
        "stories": report.stories,
        "parts": report.parts,
        "parts_written": report.written,
        "seconds": {stage: round(report.seconds[stage], 3) for stage in STAGES if stage in report.seconds},
    }


_FALLEN = {"read": "Out and not read", "account": "Stories not told"}
_WHY = "processes ended, or by a fault of Rashomon, as said above"
_LEFT = {
    "new": "new",
    "begun": "taken in part",
    "done": "done already",
    "changed": "changed since they were taken",
    "again": "that could not be read whole the last time",
}


def _engine(report: Report) -> str:
    return f"engine {report.engine}" + (f" with {_of(report.workers, 'worker', 'workers')}" if report.workers else "")


def _own(report: Report) -> list[str]:
    """What was passed over, where there is any."""
    if not report.own:
        return []
    return [f"Passed over: {_of(report.own, 'file', 'files')} of the run's own (its plan, its archive, its output)."]


def _files(report: Report) -> str:
    return _of(sum(report.files.values()), "file", "files")


def _taken(report: Report) -> str:
    told = [f"{number:,} {taken.value}" for taken, number in sorted(report.counts.taken.items())]
    return f" ({', '.join(told)})" if told else ""


def _number(report: Report) -> int:
    return sum(aside.number for aside in report.counts.aside.values())


def _of(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _shown(place: str) -> str:
    from rashomon.present.report.characters import on_one_line

    return on_one_line(place)
