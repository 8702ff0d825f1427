"""What jobs tell of addresses: whoever may read sees every job, and an address can hold what opens it."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.core import Problem
from rashomon.present.server.jobs import Job

_ADDRESS = re.compile(r"(?i)(https?:[/\\]+)([^\s/\\?#]*@)?([^\s?#]*)([?#]\S*)?")
"""Scheme; name and password; host and path; the query, which is where tokens stand, and the fragment."""


def without_secrets(text: str) -> str:
    """A text in which no address of the web has a name, a password or a query."""
    return _ADDRESS.sub(lambda found: found[1] + found[3] + ("?…" if found[4] else ""), text)


def problems_of(job: Job, *, most: int) -> tuple[Problem, ...]:
    """The first problems of a job, as everybody may read them."""
    return tuple(
        replace(each, message=without_secrets(each.message), address=each.address and without_secrets(each.address))
        for each in job.problems[:most]
    )


def fault_of(job: Job) -> str | None:
    """Why a job failed, as everybody may read it."""
    return job.fault and without_secrets(job.fault)
