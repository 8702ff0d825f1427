"""Adding: words pasted, files sent, addresses of reports and feeds; the work goes on beside, and can be watched."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from rashomon.core import RashomonError
from rashomon.ingest.targets import understood
from rashomon.present.report.told import counted
from rashomon.present.server.access import MOST_FILES as MOST_PARTS
from rashomon.present.server.access import Scope, caller_of, checked_form, form_of, needs
from rashomon.present.server.service import Served
from rashomon.present.server.tasks import AddInputs, Upload
from rashomon.present.web import addresses
from rashomon.present.web.rendering import rendered

router = APIRouter(include_in_schema=False)

MOST_FILES = MOST_PARTS - 1
"""So many files are sent at once."""
MOST_BYTES = 50_000_000
"""So much is sent at once."""
MOST_ADDRESSES = 50
FIELDS = ("text", "headline", "outlet", "address", "published_at", "addresses")
GIVEN = ("headline", "outlet", "address", "published_at")
"""What can be told of words that were pasted."""


class GivenError(RashomonError):
    """What was given cannot be added so; the message says what to do."""


class Given:
    """What somebody gave to be added: the words of the fields, and the files."""

    def __init__(self, words: dict[str, str], uploads: list[Upload]) -> None:
        self.words = words
        self.uploads = uploads

    def task(self) -> AddInputs:
        """What is to be done.

        Raises:
            RashomonError: there is nothing to do, or too much, or an address that is none.
        """
        uploads = list(self.uploads)
        if sum(len(each.octets) for each in uploads) > MOST_BYTES:
            raise GivenError(f"these files are more than {MOST_BYTES // 1_000_000} MB: send fewer at once")
        if len(uploads) > MOST_FILES:
            raise GivenError(f"more than {MOST_FILES} files: send fewer at once")
        if self.words["text"].strip():
            uploads.append(self._pasted())
        asked = self.words["addresses"].split()
        if len(asked) > MOST_ADDRESSES:
            raise GivenError(f"more than {MOST_ADDRESSES} addresses: give fewer at once")
        if not uploads and not asked:
            raise GivenError("paste a text, choose files, or give an address")
        return AddInputs(uploads=tuple(uploads), addresses=tuple(asked))

    def _pasted(self) -> Upload:
        """The words that were pasted, with what was told of them."""
        told = {field: value for field in GIVEN if (value := self.words[field].strip())}
        if "address" in told and not told["address"].lower().startswith(("http://", "https://")):
            raise GivenError("the address of a text begins with http:// or https://")
        if not told:
            return Upload(name="pasted.txt", octets=self.words["text"].encode())
        if "published_at" in told and len(told["published_at"]) == len("2031-05-30T06:10"):
            told["published_at"] += ":00+00:00"  # the field says that it is UTC
        return Upload(name="pasted.jsonl", octets=json.dumps({**told, "text": self.words["text"]}).encode() + b"\n")

    def in_words(self) -> str:
        """What is added, in a few words."""
        told = [counted(len(self.uploads), "file")] if self.uploads else []
        told += ["a text"] if self.words["text"].strip() else []
        asked = self.words["addresses"].split()
        told += [_host(asked[0])] if len(asked) == 1 else [f"{len(asked)} addresses"] if asked else []
        return f"Add {', '.join(told)}"


def _host(address: str) -> str:
    """Of an address its host alone: a path or a query may hold what opens it, and everybody reads what a job does."""
    target = understood(address)
    return "an address" if isinstance(target, str) else target.host


async def given(request: Request) -> Given:
    """What a form of files and words sent."""
    form = await form_of(request)
    try:
        words = {field: value if isinstance(value := form.get(field, ""), str) else "" for field in FIELDS}
        files = [
            each for each in form.getlist("files") if isinstance(each, UploadFile) and (each.filename or each.size)
        ]
        uploads = [Upload(name=each.filename or "file", octets=await each.read()) for each in files]
    finally:
        await form.close()
    return Given(words, uploads)


@router.get("/add")
def adding(request: Request) -> HTMLResponse:
    """The form; who may not add sees why."""
    return _form(request, dict.fromkeys(FIELDS, ""))


@router.post("/add", dependencies=[needs(Scope.ADD), Depends(checked_form)])
def added(request: Request, service: Served, sent: Annotated[Given, Depends(given)]) -> Response:
    """Begin to add what was given, and go where that can be watched; else the form again with what is wrong."""
    try:
        task = sent.task()
        job = service.jobs.submit(task, by=caller_of(request).name, words=sent.in_words())
    except RashomonError as error:
        return _form(request, sent.words, fault=str(error), lost=len(sent.uploads), status=422)
    return RedirectResponse(addresses.job(job.id), status_code=303)


def _form(
    request: Request, words: dict[str, str], *, fault: str | None = None, lost: int = 0, status: int = 200
) -> HTMLResponse:
    return rendered(
        request,
        "add.html.j2",
        status=status,
        words=words,
        fault=fault,
        lost=lost,
        may_add=caller_of(request).may(Scope.ADD),
        most_files=MOST_FILES,
        most_megabytes=MOST_BYTES // 1_000_000,
    )
