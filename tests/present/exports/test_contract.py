"""The JSON shapes and the published schemas say the same, and unknown values are null."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from tests.present import ferry

from rashomon.archive.history import History, step
from rashomon.clean import document
from rashomon.core import (
    Copy,
    CopyKind,
    Direction,
    Event,
    Figure,
    Form,
    Given,
    Kind,
    Mention,
    Moment,
    Page,
    Part,
    Predicate,
    Quotation,
    Reading,
    Referent,
    Root,
    Span,
    Status,
    Story,
)
from rashomon.group import Change, Decision, Signal
from rashomon.present.exports import schema_answers
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.check_rows import check_row
from rashomon.present.exports.contract import copy_row, document_row, group_rows, reading_row, why_row
from rashomon.present.exports.encoding import indented, line
from rashomon.present.exports.schema import NAMES as EVERY
from rashomon.present.exports.schema import schema
from rashomon.present.exports.version_rows import history_row
from rashomon.stores.facts import Version

NAMES = [name for name in EVERY if name not in schema_answers.NAMES]  # answers: tests/present/cli/test_ask.py
SPEAKER = Referent(span=Span(20, 24), name="Oda Fennimore", kind=Kind.PERSON)
READING = Reading(
    document="courier",
    sentences=(Span(0, 9),),
    mentions=(Mention(span=Span(20, 24), name="Oda Fennimore", kind=Kind.PERSON, form="name"),),
    quotations=(
        Quotation(id="q1", span=Span(0, 9, Part.HEADLINE), form=Form.HEADLINE),
        Quotation(id="q2", span=Span(0, 9), form=Form.DIRECT, cue=Span(10, 14), cue_lemma="say", speaker=SPEAKER),
    ),
    events=(
        Event(
            id="e1",
            span=Span(0, 9),
            sentence=Span(0, 30),
            predicate=Predicate(span=Span(3, 6), lemma="close"),
            status=Status.PLANNED,
            others=(("from", SPEAKER),),
        ),
    ),
    figures=(Figure(span=Span(0, 2), value=35.0, counts="boats", counts_span=Span(3, 8)),),
    times=(Moment(span=Span(0, 6), value=None, precision="unknown"),),
)
COPY = Copy(
    origin="a",
    copy="b",
    shared_chars=12,
    share_of_copy=1 / 3,
    share_without_quotations=0.0,
    kind=CopyKind.EXCERPT,
    direction=Direction.UNKNOWN,
)


def history():
    """Two versions of a report: a paragraph moved and changed, a correction came, the headline has more."""
    versions = []
    night = "Residents of the old town slept in schools and gyms, and volunteers brought soup and blankets."
    toll = "The fall of the Lantern bridge killed {} people on Friday, the Port Board said in Norvale."
    note = "Correction: The toll is 14, not 12."
    for number, text in enumerate(([toll.format(12), night], [night, toll.format(14), note])):
        given = Given(id=f"v{number}", headline="Bridge falls" + " again" * number)
        made = document(Page(address="-", kind="ready", text="\n\n".join(text), given=given))
        seen = datetime(2031, 5, 2, 12 + number, tzinfo=UTC)
        versions.append(Version(id=made.id, line="x", number=number, document=made, seen_at=seen, made_by="t"))
    one = step(versions[0], Reading(document="v0"), versions[1], Reading(document="v1"))
    return History(line="x", versions=tuple(versions), steps=(one,))


ROWS = {
    "versions": lambda: history_row(history()),
    "check": lambda: check_row(ferry.CHECK),
    "account": lambda: account_row(ferry.account()),
    "copy": lambda: copy_row(ferry.STORY.copies[0]),
    "document": lambda: document_row(ferry.DOCUMENTS["courier"]),
    "reading": lambda: reading_row(READING),
}


def keys_of_row(row):
    """The keys of an object and of everything in it, by path; lists are seen through."""
    if isinstance(row, list):
        return set().union(*map(keys_of_row, row)) if row else set()
    if not isinstance(row, dict):
        return set()
    return {(key, *rest) for key, value in row.items() for rest in ({()} | keys_of_row(value))}


def keys_of_schema(part, whole):
    """The same paths, as the schema names them."""
    if "$ref" in part:
        return keys_of_schema(whole["$defs"][part["$ref"].rsplit("/", 1)[1]], whole)
    found = set()
    for key, value in part.get("properties", {}).items():
        found |= {(key, *rest) for rest in ({()} | keys_of_schema(value, whole))}
    for other in (*part.get("anyOf", ()), *((part["items"],) if "items" in part else ())):
        found |= keys_of_schema(other, whole)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_real_output_is_valid_under_the_published_schema(name):
    published = schema(name)
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.Draft202012Validator(published).validate(json.loads(line(ROWS[name]())))


@pytest.mark.parametrize("name", NAMES)
def test_output_and_schema_name_the_same_keys(name):
    published = schema(name)
    given, named = keys_of_row(json.loads(line(ROWS[name]()))), keys_of_schema(published, published)
    assert given <= named
    objects = {path[:-1] for path in given}
    missing = {path for path in named - given if path[:-1] in objects}
    # there only where they apply: a place in the headline field, the other way to name a root, further sentences
    assert {path for path in missing if path[-1] != "in"} <= {("stories", "claims", "root", "document"), ("also",)}


def test_a_missing_key_is_refused_by_the_schema():
    row = account_row(ferry.account())
    del row["stories"][0]["claims"][0]["standing"]
    with pytest.raises(jsonschema.ValidationError, match="standing"):
        jsonschema.Draft202012Validator(schema("account")).validate(row)


def test_a_place_in_a_headline_outside_the_text_says_so_and_others_do_not():
    row = reading_row(READING)
    assert row["quotations"][0] == {
        "id": "q1", "start": 0, "end": 9, "in": "headline", "form": "headline", "cue": None, "speaker": None,
        "continues": None,
    }  # fmt: skip
    assert "in" not in row["quotations"][1]
    assert "in" not in row["quotations"][1]["speaker"]


def test_whole_numbers_are_written_whole_and_unknown_values_null():
    row = reading_row(READING)
    assert line(row["figures"][0]).startswith(b'{"start":0,"end":2,"value":35,"high":null')
    assert row["times"] == [{"start": 0, "end": 6, "value": None, "precision": "unknown"}]
    assert row["events"][0]["voice"] is None


def test_times_carry_their_offset():
    assert document_row(ferry.DOCUMENTS["courier"])["published_at"] == "2031-05-12T08:05:00+00:00"
    assert document_row(ferry.DOCUMENTS["overseas"])["published_at"] is None


def test_a_root_is_named_by_party_or_by_document():
    claim = replace(ferry.CLAIMS[0], root=Root(document="courier", reason="all rest on it"))
    row = account_row(replace(ferry.account(), stories=(replace(ferry.STORY, claims=(claim,)),)))
    assert row["stories"][0]["claims"][0]["root"] == {"document": "courier", "reason": "all rest on it"}
    assert account_row(ferry.account())["stories"][0]["claims"][2]["root"]["party"] == "p6"


def test_every_citation_of_an_account_rereads_to_words():
    row = account_row(ferry.account())
    documents = {d["id"]: d for d in row["documents"]}

    def places(part):
        if isinstance(part, dict):
            if {"document", "start", "end"} <= part.keys() and part["start"] is not None:
                yield part
            for value in part.values():
                yield from places(value)
        elif isinstance(part, list):
            for value in part:
                yield from places(value)

    found = list(places(row["stories"]))
    assert len(found) > 30
    for place in found:
        text = documents[place["document"]][place.get("in", "text")]
        assert text[place["start"] : place["end"]].strip()


def test_a_line_of_group_tells_the_story_as_told_and_as_settled():
    documents = [ferry.DOCUMENTS["courier"], ferry.DOCUMENTS["echo"]]
    stories = [Story(id="s", documents=("echo", "courier"), storyline="r")]
    rows = list(group_rows(documents, {"courier": "c", "echo": "s"}, stories))
    assert rows == [
        {"id": "courier", "story": "c", "settled": "s", "storyline": "r"},
        {"id": "echo", "story": "s", "settled": "s", "storyline": "r"},
    ]


def test_why_names_the_signals_and_what_changed_later():
    words = Signal(name="words", value=0.41234, adds=-1.26)
    joined = Decision(document="echo", story="s", opened=False, nearest="s", score=0.5, signals=(words,), runner_up="t",
                      runner_up_score=-4.0)  # fmt: skip
    change = Change(kind="joined", story="u", other="s", documents=("echo",), at=0.0, signals=(words,))
    row = why_row(joined, [change])
    assert row["text"] == "joined s: log-odds +0.5, of which words -1.3; the runner-up t has -4.0"
    assert row["signals"] == [{"name": "words", "value": 0.412, "adds": -1.26}]
    assert [(each["kind"], each["story"], each["at"]) for each in row["later"]] == [
        ("joined", "u", "1970-01-01T00:00:00+00:00")
    ]
    alone = why_row(Decision(document="echo", story="s", opened=True), [])
    assert alone["text"].startswith("opened a story")
    assert alone["score"] is None


def test_the_same_facts_give_the_same_bytes():
    assert indented(account_row(ferry.account())) == indented(account_row(ferry.account()))
    assert copy_row(COPY)["share_of_copy"] == 0.3333


def test_a_lone_surrogate_does_not_stop_the_output_or_move_an_offset():
    written = json.loads(line({"text": "a\ud800b"}))
    assert written == {"text": "a\ufffdb"}


def test_every_part_of_a_story_names_the_rules_that_decided_it():
    from rashomon.account import DECIDED as CONCLUDED
    from rashomon.align import DECIDED as ALIGNED

    decided = {**ALIGNED, **CONCLUDED}
    given = {"id", "title", "documents", "copies", "decisions", "notes"}  # the last two people decided
    assert set(schema("account")["$defs"]["story"]["properties"]) - given <= set(decided)
    for part, name in ALIGNED.items():
        assert re.fullmatch(rf"align\.{part}\.v\d+", name)
    for name in CONCLUDED.values():
        assert re.fullmatch(r"account\.[a-z]+\.v\d+", name)


def test_an_account_carries_the_names_of_what_decided_it(account):
    named = replace(account.provenance, decided=(("claims", "align.claims.v2"),))
    row = account_row(replace(account, provenance=named))
    assert row["provenance"]["decided"] == {"claims": "align.claims.v2"}
    jsonschema.validate(row, schema("account"))
