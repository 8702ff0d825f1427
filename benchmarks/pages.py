"""Readers at a server while an intake writes: `python -m benchmarks.pages ARCHIVE [--readers 50] [--seconds 60]`.

The archive is one of invented stories, as `benchmarks.archive` grows it, and is written to: give a copy. Three
processes beside this one, all on this machine: `rashomon serve ARCHIVE`, as people run it; so many readers, each with
a connection of its own, who ask for the front, stories, reports, searches and the API, drawn from a seed; and an
intake, which takes in as many documents a second as one reader of language can read, each in a transaction of its own.
Told are milliseconds from the question to the last byte of the answer (the middle one, the ones that 19 of 20 and 99
of 100 are below, the longest), of each kind of address too; errors, which are answers other than 200 and connections
that broke; answers a second; and the milliseconds of a processor that the server spent on one.

The readers come twice: with a time to think between two questions (each draws it between half and one and a half times
`--think`), and without, each asking again as soon as it is answered. The same readers then ask a bare page of the same
framework, made anew for each, so that the ratio says what is Rashomon's own. A line of JSON, and words.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.serving import FIRST, some_stories, take_in
from rashomon.checks.made_up import DEEDS, SYLLABLES, THINGS
from rashomon.stores import open_store

MIX = {"front": 15, "story": 30, "words": 15, "document": 15, "search": 10, "outlet": 5, "api": 10}
"""Of a hundred questions so many are for each kind of address."""
A_SECOND = 8.0
"""Documents that the intake takes in: one of 400 words is read in some 105 ms, and cleaned, grouped and accounted."""
STARTS_WITHIN_SECONDS = 60.0
BARE_SECONDS = 10.0
SEED = 1
RASHOMON = "from rashomon.present.cli import main; main()"


class Asked(NamedTuple):
    """A question and its answer; a status of 0 is a connection that broke."""

    kind: str
    status: int
    ms: float
    octets: int


class Plan(NamedTuple):
    """What readers do.

    Attributes:
        readers: how many come at once.
        seconds: for so long.
        think: seconds between two questions; 0 for none.
        seed: from which each draws.
    """

    readers: int
    seconds: float
    think: float
    seed: int


def addresses(archive: str) -> dict[str, list[str]]:
    """Addresses of each kind, from all over the archive."""
    store = open_store(archive, create=False)
    dice = random.Random(SEED)
    stories = some_stories(store)
    told = dice.sample(stories, min(1000, len(stories)))
    documents, words, outlets = [], [], set()
    with store.view() as view:
        for story in told:
            kept = view.account(story)
            if kept is None or not kept.account.claims:
                continue
            documents.append(dice.choice(kept.account.documents))
            report = dice.choice(kept.account.claims).reports[0]
            words.append(f"/stories/{story}?at={report.document}:{report.span.start}-{report.span.end}")
        for version in view.newest_of(documents[:50]).values():
            outlets.add(version.document.outlet or "")
    store.close()
    api = [f"/api/v1/stories/{story}" for story in told] + ["/api/v1/stories", "/api/v1/claims?words=harbour"] * 50
    search = [f"/search?q={deed}+{thing}" for deed in DEEDS for thing in THINGS]
    search += [f"/search?q={one}{other}*&kind=claims" for one in SYLLABLES for other in SYLLABLES]
    return {
        "front": ["/", "/?days=7", "/?days=3"],
        "story": [f"/stories/{story}" for story in told],
        "words": words,
        "document": [f"/documents/{document}" for document in documents],
        "search": search,
        "outlet": ["/outlets", *(f"/outlets/{name.replace(' ', '%20')}" for name in sorted(outlets) if name)],
        "api": api,
    }


async def answered(pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter], host: str, path: str) -> tuple[int, int]:
    """Ask on an open connection; the status, and the octets of the answer."""
    incoming, outgoing = pipe
    outgoing.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html,*/*\r\n\r\n".encode())
    head = (await incoming.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(" ", 2)[1])
    lines = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "content-length" in lines:
        return status, len(await incoming.readexactly(int(lines["content-length"])))
    octets = 0
    while size := int((await incoming.readline()).split(b";")[0], 16):
        octets += len(await incoming.readexactly(size + 2)) - 2
    await incoming.readexactly(2)
    return status, octets


async def reader(number: int, port: int, plan: Plan, known: Mapping[str, Sequence[str]], found: list[Asked]) -> None:
    """Ask until the time is over."""
    dice = random.Random(plan.seed * 10_000 + number)
    kinds, weights = [kind for kind in MIX if kind in known], [MIX[kind] for kind in MIX if kind in known]
    end = time.perf_counter() + plan.seconds
    pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    await asyncio.sleep(dice.random() * min(plan.think, 1.0))  # people do not come at the same moment
    while time.perf_counter() < end:
        kind = dice.choices(kinds, weights)[0]
        path, began = dice.choice(known[kind]), time.perf_counter()
        try:
            pipe = pipe or await asyncio.open_connection("127.0.0.1", port)
            status, octets = await answered(pipe, f"127.0.0.1:{port}", path)
        except (OSError, EOFError, ValueError):
            status, octets, pipe = 0, 0, None
        found.append(Asked(kind, status, (time.perf_counter() - began) * 1000, octets))
        if status not in {0, 200} and len([one for one in found if one.status == status]) == 1:
            sys.stderr.write(f"{path}: {status}\n")
        if plan.think:
            await asyncio.sleep(plan.think * (0.5 + dice.random()))
    if pipe is not None:
        pipe[1].close()


def readers(port: int, plan: Plan, known: Mapping[str, Sequence[str]], answer: Connection) -> None:
    """All readers, in a process of their own."""

    async def all_of_them() -> list[Asked]:
        found: list[Asked] = []
        await asyncio.gather(*(reader(number, port, plan, known, found) for number in range(plan.readers)))
        return found

    answer.send(asyncio.run(all_of_them()))


def intake(archive: str, first: int, a_second: float, pipe: Connection) -> None:
    """Take documents in at a pace until the process is ended; 0 for as fast as it goes."""
    store = open_store(archive)
    pipe.send("writing")
    began = time.perf_counter()
    number = 0
    while True:
        with store.writer() as writer:
            take_in(writer, first * 3 + number)
        number += 1
        if a_second and (ahead := number / a_second - (time.perf_counter() - began)) > 0:
            time.sleep(ahead)


def bare(port: int) -> None:
    """The least that the same framework answers with: one page of some words, made anew."""
    import uvicorn
    from fastapi import FastAPI
    from fastapi.responses import HTMLResponse

    app = FastAPI()

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(f"<!doctype html><title>A page</title><p>{time.time()}")

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


@contextmanager
def process(target: Callable[..., None], *given: object) -> Iterator[Any]:
    """A process of its own, ended with the block."""
    running = multiprocessing.get_context("spawn").Process(target=target, args=given, daemon=True)
    running.start()
    try:
        yield running
    finally:
        running.kill()
        running.join()


@contextmanager
def served(archive: str, port: int) -> Iterator[int]:
    """`rashomon serve`, as people run it, but for the limit of questions a minute; the id of its process."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "rashomon.toml"
        settings.write_text("reads_a_minute = 0\n", "utf-8")
        asked = [sys.executable, "-c", RASHOMON, "serve", archive, "--port", str(port), "--settings", str(settings)]
        with (Path(folder) / "log").open("wb") as log:
            running = subprocess.Popen([*asked, "--quiet"], stdout=log, stderr=log)
            try:
                yield running.pid
            finally:
                running.terminate()
                running.wait(30)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def wait_for(port: int) -> None:
    """Until somebody listens."""
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def spent(process_id: int) -> float:
    """Seconds of a processor that a process has had."""
    fields = Path(f"/proc/{process_id}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def come(port: int, process_id: int, plan: Plan, known: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Have the readers come, and tell what they met."""
    here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
    before = spent(process_id)
    with process(readers, port, plan, known, there):
        found: list[Asked] = here.recv()
    took = spent(process_id) - before
    errors = [one for one in found if one.status != 200]
    kinds = sorted({one.kind for one in found})
    return {
        "answers": len(found),
        "errors": len(errors),
        "statuses_of_errors": sorted({one.status for one in errors}),
        "answers_a_second": round(len(found) / plan.seconds, 1),
        "ms": shares([one.ms for one in found]),
        "ms_of_a_processor": round(took * 1000 / max(1, len(found)), 2),
        "kb": round(sum(one.octets for one in found) / max(1, len(found)) / 1000, 1),
        "by_kind": {kind: shares([one.ms for one in found if one.kind == kind]) for kind in kinds},
    }


def shares(times: Sequence[float]) -> dict[str, float]:
    """The middle one, and those that 19 of 20 and 99 of 100 are below, and the longest."""
    ranked = sorted(times) or [0.0]
    places = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "longest": 1.0}
    return {name: round(ranked[min(len(ranked) - 1, int(len(ranked) * share))], 1) for name, share in places.items()}


def measured(archive: str, plan: Plan, a_second: float | None) -> dict[str, Any]:
    """Both ways of coming, with an intake beside unless there is to be none."""
    known, port = addresses(archive), free_port()
    store = open_store(archive, create=False)
    with store.view() as view:
        counts = view.counts()
    told: dict[str, Any] = {"documents": counts.versions, "claims": counts.claims, **plan._asdict(), "mix": MIX}
    with served(archive, port) as server:
        wait_for(port)
        come(port, server, plan._replace(readers=4, seconds=4.0, think=0.0), known)  # what is loaded once is loaded
        for name, think in (("thinking", plan.think), ("unthinking", 0.0)):
            with store.view() as view:
                before = view.counts().versions
            here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
            if a_second is None:
                told[name] = come(port, server, plan._replace(think=think), known)
                continue
            with process(intake, archive, FIRST + before, a_second, there):
                here.recv()
                told[name] = come(port, server, plan._replace(think=think), known)
            with store.view() as view:
                told[name]["written_a_second"] = round((view.counts().versions - before) / plan.seconds, 1)
    store.close()
    return told


def measured_bare(plan: Plan) -> dict[str, Any]:
    """The same readers at a page that does nothing, without a time to think."""
    port = free_port()
    with process(bare, port) as server:
        wait_for(port)
        return come(port, server.pid, plan._replace(think=0.0, seconds=BARE_SECONDS), {"front": ["/"]})


def in_words(told: Mapping[str, Any]) -> Iterator[str]:
    """What was measured, a line each."""
    yield f"{told['documents']} documents, {told['claims']} claims; {told['readers']} readers, {told['seconds']:.0f} s"
    for name in ("thinking", "unthinking", "bare"):
        one = told[name]
        ms = one["ms"]
        written = f"; {one['written_a_second']} documents written a second" if "written_a_second" in one else ""
        yield (
            f"{name}: {one['answers']} answers, {one['answers_a_second']} a second, {one['errors']} errors; ms: p50 "
            f"{ms['p50']}, p95 {ms['p95']}, p99 {ms['p99']}, longest {ms['longest']}; {one['ms_of_a_processor']} ms of "
            f"a processor an answer of {one['kb']} kB{written}"
        )
        for kind, own in one["by_kind"].items():
            yield f"    {kind}: p50 {own['p50']}, p95 {own['p95']}, p99 {own['p99']}, longest {own['longest']}"
    yield f"one answer costs {told['ratio_of_processor']} bare pages; {told['ratio_a_second']} fewer answers a second"


def main() -> None:
    """Measure, and print a line of JSON and words."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("archive")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--think", type=float, default=3.0, help="seconds between an answer and the next question")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--intake", type=float, default=A_SECOND, help="documents a second; 0: as fast as it goes")
    parser.add_argument("--no-intake", action="store_true")
    given = parser.parse_args()
    plan = Plan(given.readers, given.seconds, given.think, given.seed)
    told = measured(given.archive, plan, None if given.no_intake else given.intake)
    told["bare"] = measured_bare(plan)
    own, least = told["unthinking"], told["bare"]
    told["ratio_of_processor"] = round(own["ms_of_a_processor"] / max(0.01, least["ms_of_a_processor"]), 1)
    told["ratio_a_second"] = round(least["answers_a_second"] / max(0.1, own["answers_a_second"]), 1)
    told["load"] = round(os.getloadavg()[0], 1)
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stderr.write("\n".join(in_words(told)) + "\n")


if __name__ == "__main__":
    main()
