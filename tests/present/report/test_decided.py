"""What people decided and noted stands in every form of an account, and nothing where nobody did."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from rich.console import Console

from rashomon.core import AppliedDecision, Citation, Note, Span
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.schema import schema
from rashomon.present.report.glossary import DECIDED
from rashomon.present.report.markdown import brief
from rashomon.present.report.page import page
from rashomon.present.report.terminal import show

AT = datetime(2031, 5, 14, 9, tzinfo=UTC)
MADE = AppliedDecision(
    id="d1", kind="split", by="Ana Norlo", at=AT, reason="another strike", effect="the Gazette's report stands apart"
)
VOID = replace(MADE, id="d2", effect=None)
NOTE = Note(
    id="d3",
    by="Bo Tormar",
    at=AT,
    text="She said so on the quay.",
    places=(Citation(document="courier", span=Span(0, 8)),),
)


def terminal(account):
    console = Console(width=100, color_system=None, record=True, file=io.StringIO())
    show(account, console, full=True)
    return console.export_text()


@pytest.fixture
def decided(account, story):
    return replace(account, stories=(replace(story, decisions=(MADE, VOID), notes=(NOTE,)),))


@pytest.mark.parametrize("form", [brief, page, terminal])
def test_every_form_tells_who_decided_what_when_and_why(form, decided, account):
    words = " ".join(form(decided).replace("\\", "").replace("&#39;", "'").split())
    made = "the Gazette's report stands apart: split, decided by Ana Norlo on 14 May 2031 (another strike)"
    assert words.count(made) == 1
    assert "“She said so on the quay.”: note by Bo Tormar on 14 May 2031" in words
    assert DECIDED not in form(account)


def test_the_json_has_them_all(decided):
    row = json.loads(json.dumps(account_row(decided)))
    jsonschema.validate(row, schema("account"))
    made, void = row["stories"][0]["decisions"]
    assert made == {
        "id": "d1",
        "kind": "split",
        "by": "Ana Norlo",
        "at": "2031-05-14T09:00:00+00:00",
        "reason": "another strike",
        "effect": "the Gazette's report stands apart",
    }
    assert void["effect"] is None
    (note,) = row["stories"][0]["notes"]
    assert (note["text"], note["places"]) == (
        "She said so on the quay.",
        [{"document": "courier", "start": 0, "end": 8}],
    )
