"""Work on a story: a form for each thing that people decide of it, and what is sent from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from rashomon.archive.deciding import DecideError, Desk, write
from rashomon.core import Document, StoryAccount
from rashomon.present import questions
from rashomon.present.questions import Asked
from rashomon.present.questions.asked import named
from rashomon.present.report.told import outlet_name, told_publishing, told_time
from rashomon.present.server.access import Scope, caller_of, checked_form, needs
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses
from rashomon.present.web.at_hand import accounts_of
from rashomon.present.web.decision_forms import FORMS, Sent, Typed, make, reason_of
from rashomon.present.web.decisions import about, after
from rashomon.present.web.rendering import rendered

router = APIRouter(include_in_schema=False)

MOST_STORIES = 40
"""So many of the newest stories are offered where another one is to be named."""


@router.get("/stories/{story}/work")
def work(request: Request, service: Served, story: str) -> HTMLResponse:
    """The forms of what can be decided about a story."""
    asked = request.query_params
    given = Typed(do=asked.get("do", ""), words={field: asked.getlist(field) for field in asked})
    return _forms(request, service, story, given)


@router.post("/stories/{story}/work", dependencies=[needs(Scope.DECIDE), Depends(checked_form)])
def decided(request: Request, service: Served, story: str, sent: Sent) -> Response:
    """Write down what somebody decided; where it cannot be, the form again with what is wrong."""
    by = caller_of(request).name
    try:
        reason = reason_of(sent, missing="a note says something" if sent.do == "note" else "say why")
        with service.view() as view:
            whole = named(view, "story", story)
            decision = make(Desk(view, by=by, reason=reason, at=service.now()), sent, whole)
        touched = write(service.store, decision)
    except DecideError as error:
        return _forms(request, service, story, sent, fault=str(error))
    return after(service, by, decision.id, touched, told=FORMS[sent.do])


def _forms(request: Request, service: Service, story: str, sent: Typed, *, fault: str | None = None) -> HTMLResponse:
    with service.view() as view:
        whole = named(view, "story", story)
        kept, account = view.story(whole), accounts_of(service)(view, whole)
        documents = view.documents_of(kept.story.documents) if kept is not None else {}
        others = [each for each in questions.stories(view, Asked(), limit=MOST_STORIES).results if each.id != whole]
        made, earlier = about(service, view, list(documents))
    own = StoryAccount(id=whole, title="", documents=tuple(documents)) if account is None else account
    said = _said(own, documents)
    return rendered(
        request,
        "work.html.j2",
        status=200 if fault is None else 422,
        story=own,
        title=own.title or _headline(documents.values()),
        documents=documents,
        others=others,
        forms=FORMS,
        sent=sent,
        fault=fault,
        made=made,
        earlier=earlier,
        said=said,
        offered={each.place for found in said.values() for each in found},
        may_decide=caller_of(request).may(Scope.DECIDE),
        name=outlet_name,
        told_time=told_time,
        told_publishing=told_publishing,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words said in one report, as a choice in a form."""

    place: str
    speaker: str | None
    words: str


def _said(account: StoryAccount, documents: Mapping[str, Document]) -> dict[str, list[Said]]:
    """The quotations of each report, in order, each once."""
    names = {party.id: party.name for party in account.parties}
    found: dict[str, dict[str, Said]] = {}
    for utterance in account.utterances:
        for wording in utterance.quotations:
            document = documents.get(wording.document)
            if document is None:
                continue
            place = f"{document.id}:{addresses.written(wording.whole)}"
            speaker = None if utterance.speaker is None else names.get(utterance.speaker)
            said = Said(place=place, speaker=speaker, words=document.words_at(wording.whole))
            found.setdefault(document.id, {}).setdefault(place, said)
    return {name: list(own.values()) for name, own in found.items()}


def _headline(documents: Iterable[Document]) -> str:
    return next((document.headline for document in documents if document.headline), "")
