"""PLOVER records: of the codebook's shape, and no status but done and underway gives the plain event of its claim."""

import json
from itertools import product

import jsonschema
import pytest
from tests.present.exports.accounts import ACCOUNTS, CODES, decided, every_status

from rashomon.core import Status
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.plover import QUADS, as_told, left_out, modes, records, rule_for, rules
from rashomon.stores.query import CODES as READ

ACTOR = {
    "type": "object",
    "required": ["actor_text"],
    "properties": {name: {"type": "string"} for name in ("actor_text", "identifier_id", "country")},
    "additionalProperties": False,
}
TEXTS = {"type": "array", "items": {"type": "string"}}
RECORD = {
    "type": "object",
    "required": ["id", "date", "source", "event"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "date": {"type": "string", "pattern": "^\\d{4}-\\d\\d-\\d\\d$"},
        "time": {"type": "string", "pattern": "^\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\+00:00$"},
        "source": {"type": "array", "items": ACTOR, "minItems": 1},
        "recipient": {"type": "array", "items": ACTOR, "minItems": 1},
        "event": TEXTS | {"minItems": 1},
        "event_text": TEXTS,
        "quad_code": {"enum": [1, 2, 3, 4]},
        "mode": TEXTS,
        "context": {"type": "array", "items": {"enum": ["future", "hypothetical", "negation"]}},
        "link": {"type": "string"},
        "text": {"type": "string"},
        "text_info": {"type": "object", "required": ["start", "end"]},
        "cite_info": {"type": "object", "required": ["codebook"]},
        "coder": {"type": "string"},
        "comment": {"type": "string"},
        "rashomon": {
            "type": "object",
            "required": ["story", "document", "act", "status", "told", "standing", "voice", "origin", "happened"],
            "properties": {
                "status": {"enum": [each.value for each in Status]},
                "told": {"enum": ["actual", "said", "future", "unreal", "negated"]},
            },
        },
    },
}


def made(account, **more):
    return [json.loads(line) for line in KINDS["plover"].make(account, **more).splitlines()]


@pytest.mark.parametrize("name", ACCOUNTS)
def test_every_record_has_the_shape_of_the_codebook_and_an_id_of_its_own(name):
    found = made(ACCOUNTS[name]())
    for record in found:
        jsonschema.Draft202012Validator(RECORD).validate(record)
    assert len({record["id"] for record in found}) == len(found)


def test_every_type_that_is_read_has_a_rule_for_every_status():
    assert set(CODES) == READ
    assert set(rules()) == set(Status)
    for status, code in product(Status, CODES):
        assert rule_for(status, code).reason
    assert set(QUADS) == READ - {"YIELD"}
    assert {code for code, _ in modes()} <= READ


def test_only_what_is_done_or_underway_is_told_as_an_event_that_happened():
    for record in made(every_status()):
        actual = record["rashomon"]["told"] == "actual"
        assert actual is (record["rashomon"]["status"] in {"done", "underway"})
        if actual:
            assert record["event"] == [record["rashomon"]["act"]]
            assert record["context"] == []


@pytest.mark.parametrize("status", ["refused", "denied"])
def test_what_is_refused_or_denied_is_never_the_plain_event(status):
    records = [record for record in made(every_status()) if record["rashomon"]["status"] == status]
    assert len(records) == len(CODES)
    for record in records:
        act = record["rashomon"]["act"]
        # that a rejection was refused in words is itself the rejection that is told
        plain = record["event"] == [act] and not record["context"]
        assert not plain or (status, act) == ("refused", "REJECT")
        assert record["rashomon"]["told"] in {"negated", "said"}


@pytest.mark.parametrize(
    ("code", "status", "event", "mode", "context"),
    [
        ("CONSULT", "refused", "REJECT", ["meet"], []),
        ("YIELD", "refused", "REJECT", ["yield"], []),
        ("ASSAULT", "refused", "ASSAULT", [], ["negation"]),
        ("ASSAULT", "threatened", "THREATEN", ["violence"], []),
        ("SANCTION", "planned", "SANCTION", [], ["future"]),
        ("SANCTION", "denied", "SANCTION", [], ["negation"]),
        ("COERCE", "alleged", "COERCE", [], ["hypothetical"]),
        ("REQUEST", "proposed", "REQUEST", [], []),
        ("AID", "proposed", "AID", [], ["hypothetical"]),
        ("AID", "underway", "AID", [], []),
    ],
)
def test_a_status_decides_what_becomes_of_a_type(code, status, event, mode, context):
    (record,) = [r for r in made(every_status()) if r["link"] == code.lower() and r["rashomon"]["status"] == status]
    assert (record["event"], record["mode"], record["context"]) == ([event], mode, context)
    assert record["comment"]


def test_an_action_gives_its_mode():
    assert modes()["SANCTION", "expel"] == "expel"
    assert modes()["COERCE", "arrest"] == "arrest"
    assert ("SANCTION", "do") not in modes()


def test_reports_of_one_claim_are_linked_and_their_origin_tells_copies_apart():
    records = [record for record in made(decided()) if record["link"] == "c1"]
    assert len(records) == 6
    assert {record["rashomon"]["origin"] for record in records} == {"o1", "o2", "o3"}
    assert records[0]["source"] == [{"actor_text": "Oda Fennimore", "identifier_id": "p1"}]
    assert records[0]["cite_info"]["url"] == "https://harrowcourier.example/bridge?a=1&b=2"
    assert records[0]["rashomon"]["happened"] == "2031-05-12"


def test_what_has_no_actor_or_no_date_is_left_out_and_counted():
    account = decided()
    (story,) = account.stories
    assert left_out(account, story) == 0
    (claim,) = [claim for claim in story.claims if claim.id == "c1"]
    assert len(list(records(account, story, version="1"))) == len(claim.reports)


def test_full_texts_come_when_they_are_asked_for():
    assert all("text" not in record for record in made(decided()))
    assert all(record["text"] for record in made(decided(), with_texts=True))


@pytest.mark.parametrize(
    ("name", "own", "told"),
    [
        ("11 people", "The fire killed 11 people.", "11 people"),
        ("11 people", "Nine people died in the fire.", "people"),
        ("About 300 drivers", "At least 500 drivers stayed at home.", "drivers"),
        ("nine sailors", "It detained 11 sailors.", "sailors"),
        ("the harbour", "It closed the port.", "the harbour"),
        ("46", "It cut 52 jobs.", ""),
    ],
)
def test_no_record_has_the_number_of_another_report(name, own, told):
    assert as_told(name, own) == told
