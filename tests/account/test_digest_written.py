"""What a language model writes goes through the same checker; a local server tells truths and lies."""

from __future__ import annotations

import json
import re

import pytest
from tests.ingest.test_connections import says, served
from tests.newsrooms import parse_newsroom

from rashomon.account import Digest, account_of
from rashomon.account.digest_written import understood
from rashomon.core import Problem, Story
from rashomon.ingest.language_model import LanguageModel

ROOM = parse_newsroom("""
    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orlow closes bridge

    Tessa Orlow has closed the Lantern bridge. The collision injured 14 dockers. Ansel Greeve sued the harbour board.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Bridge closed

    Tessa Orlow closed the Lantern bridge. The collision injured 14 dockers. Ansel Greeve sued the harbour board.
    """)
TRUTHS = {
    "closed the Lantern": "The Lantern bridge has been closed by Tessa Orlow.",
    "injured 14": "Fourteen dockers were injured.",
    "sued": "The harbour board was sued by Ansel Greeve.",
}
LIES = {
    "closed the Lantern": "Tessa Orlow has not closed the Lantern bridge.",
    "injured 14": "The collision injured 41 dockers.",
    "sued": "The harbour board sued Ansel Greeve.",
}


@pytest.fixture(scope="module")
def digest_by(ledger_of, reader):
    """The digest of the press review as a model behind this address writes it."""
    ledger = ledger_of(ROOM)

    def made(address, **settings):
        model = LanguageModel(address=address, model="scribe", **settings)
        story = Story(id="story", documents=tuple(d.id for d in ROOM.documents))
        digest = Digest(form="composed", read=reader.read, write=model)
        account = account_of(story, ROOM.documents, ledger.readings, (), ledger.alignment, digest=digest)
        texts = [s.text for s in account.digest]
        return texts, [p for p in account.problems if p.code.startswith(("digest", "address", "answer"))]

    return made


def scribe(*choices):
    """A server that cites the report sentence holding some words for each text that it was told to write."""

    def answer(handler, body):
        prompt = json.loads(body)["messages"][0]["content"]
        lines = re.findall(r"(?m)^\[(r\d+)\] (.+)$", prompt)
        rows = [
            {"text": text, "cites": [next(name for name, line in lines if words in line)]}
            for told in choices
            for words, text in told.items()
        ]
        content = "Here it is:\n```json\n" + json.dumps({"sentences": rows}) + "\n```"
        says(json.dumps({"choices": [{"message": {"content": content}}]}).encode())(handler, body)

    return answer


def test_a_model_that_tells_truths_is_printed(digest_by):
    with served(scribe(TRUTHS)) as address:
        texts, problems = digest_by(address)
    assert texts == list(TRUTHS.values())
    assert problems == []


def test_a_model_that_lies_is_replaced_by_the_composed_form(digest_by):
    with served(scribe(LIES)) as address:
        texts, problems = digest_by(address)
    assert texts
    assert not set(texts) & set(LIES.values())
    assert all("according to" in text for text in texts)
    assert [p.code for p in problems] == ["digest-unverified"] * 3
    assert all(p.document and p.span for p in problems)


def test_of_truths_and_lies_the_truths_stay(digest_by):
    with served(scribe(LIES, TRUTHS)) as address:
        texts, problems = digest_by(address)
    assert texts[: len(TRUTHS)] == list(TRUTHS.values())
    assert not set(texts) & set(LIES.values())
    assert len(problems) == 3


def test_a_citation_that_was_not_given_is_no_citation(digest_by):
    rows = {"sentences": [{"text": "Tessa Orlow has closed the Lantern bridge.", "cites": ["r99"]}]}
    answer = json.dumps({"choices": [{"message": {"content": json.dumps(rows)}}]}).encode()
    with served(says(answer)) as address:
        texts, problems = digest_by(address)
    assert any("cites what it was not given" in p.message for p in problems)
    assert all("according to" in text for text in texts)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (says(b"out of order", 503), "address-not-fetched"),
        (says(b"<html>"), "digest-model-answer"),
        (says(b'{"choices": [{"message": {"content": "I would rather not."}}]}'), "digest-model-answer"),
    ],
)
def test_a_fault_of_the_service_is_a_problem_and_the_composed_form_stands_in(digest_by, answer, code):
    with served(answer) as address:
        texts, problems = digest_by(address)
    assert texts
    assert [p.code for p in problems] == [code]
    assert isinstance(problems[0], Problem)


@pytest.mark.parametrize("answer", ["", "[]", "{}", '{"sentences": [{"text": 1}]}', '{"sentences": 3}', "{{{", "} {"])
def test_what_is_not_the_json_asked_for_is_not_understood(answer):
    assert understood(answer) is None
