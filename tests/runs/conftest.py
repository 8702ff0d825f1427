"""Runs in this process, with one reader that reads each document once over all tests."""

from __future__ import annotations

import json
from contextlib import closing

import pytest
from tests.account.ledger import Desk
from tests.properties.test_accounts import OneDesk

from rashomon.pipeline import silent
from rashomon.runs import Run, read_plan
from rashomon.runs.run import Written
from rashomon.stores import open_store


@pytest.fixture(scope="session")
def desk(reader):
    """Reads each document once."""
    return Desk(reader=reader)


def writes(view, names, part):
    """A file of the titles of stories, and one of their claims: what parts are for these tests."""
    for name in names:
        account = view.account(name).account
        yield f"titles/{part}.jsonl", json.dumps({"story": name, "title": account.title}).encode() + b"\n"
        for claim in account.claims:
            yield f"claims/{part}.jsonl", json.dumps({"story": name, "claim": claim.text}).encode() + b"\n"


WRITTEN = Written(writes=writes, make="titles.v1", beside={"codebook.md": b"# Codebook\n"})


@pytest.fixture(scope="session")
def go(desk):
    """Go on with the run of a plan, each time as another process would; gives the report."""

    def run(file, *, over=lambda store: store, progress=silent, notes=None, problems=None, written=WRITTEN):
        plan = read_plan(file)
        with closing(open_store(plan.archive)) as store:
            made = Run(plan, over(store), OneDesk(desk), written=written)
            note = (lambda line: None) if notes is None else notes.append
            tell = (lambda problem: None) if problems is None else problems.append
            return made.go(progress, note=note, tell=tell)

    return run
