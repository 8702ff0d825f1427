"""No export tells as happened what no report does: every status, voice and standing, in every format."""

import csv
import io
import json
from dataclasses import replace
from itertools import product

import pytest
from tests.present.exports.accounts import AT
from tests.present.ferry import account as ferry_account
from tests.present.questions.kept import document

from rashomon.core import (
    Account,
    Claim,
    Kind,
    Origin,
    Party,
    Report,
    Root,
    Span,
    Standing,
    Status,
    StoryAccount,
    Utterance,
    Wording,
)
from rashomon.core.reading import Form
from rashomon.present.exports.identity import iri
from rashomon.present.exports.kinds import KINDS

CLAIM = "it had cut pay"
TEXT = "Buses stood still. The Orle Transport Company denied that it had cut pay. Nobody drove."
SPAN = Span(TEXT.index(CLAIM), TEXT.index(CLAIM) + len(CLAIM))
UNSAID = [status for status in Status if status not in {Status.DONE, Status.UNDERWAY, Status.PLANNED}]
NAMES = ("post", "star")
COMPANY = iri("story", "strike", "party", "company")


def report(name, status, *, voice="company", **more):
    return Report(document=name, span=SPAN, status=status, voice=voice, origin="o", **more)


def told(*reports, standing=Standing.AGREED, **more):
    """Two outlets on one claim, which the company is quoted with indirectly."""
    claim = Claim(
        id="c",
        text=CLAIM,
        actor="Orle Transport Company",
        action="cut",
        target=None,
        code="COERCE",
        standing=standing,
        reports=reports,
        outlets=2,
        origins=1,
        root=Root(party="company", reason="all rest on the company"),
    )
    quoted = Span(SPAN.start - len("that "), SPAN.end)
    story = StoryAccount(
        id="strike",
        title="Buses stand still",
        documents=NAMES,
        origins=(Origin(id="o", documents=NAMES, reason="the company"),),
        parties=(Party(id="company", name="Orle Transport Company", kind=Kind.BODY),),
        claims=(replace(claim, **more),),
        utterances=(
            Utterance(
                id="u",
                speaker="company",
                text="that it had cut pay",
                differences="none",
                quotations=(Wording(document="post", span=quoted, whole=quoted, form=Form.INDIRECT, number=1),),
            ),
        ),
    )
    documents = tuple(document(name, name.title(), TEXT, AT) for name in NAMES)
    return Account(documents=documents, stories=(story,), problems=(), provenance=ferry_account().provenance)


def nodes(kind, account):
    made = json.loads(KINDS[kind].make(account))
    return {row["id"]: row for row in made["@graph" if "@graph" in made else "objects"]}


def tables(account):
    made = KINDS["csv"].make(account)
    return {name: list(csv.DictReader(io.StringIO(octets.decode()))) for name, octets in made.items() if "csv" in name}


def records(kind, account):
    """The records of a format in which the bare proposition stands, each as text."""
    made = KINDS[kind].make(account)
    match kind:
        case "jsonld" | "prov" | "stix":
            rows = [json.dumps(row) for row in nodes(kind, account).values()]
        case "annotations":
            rows = [json.dumps(row["body"]) for row in json.loads(made)["first"]["items"]]
        case "plover":
            rows = made.decode().splitlines()
        case "csv":
            rows = [
                json.dumps(row)
                for of in ("claims", "reports", "utterances", "quotations")
                for row in tables(account)[f"{of}.csv"]
            ]
        case "markdown":
            rows = [row for row in made.decode().splitlines() if not row.startswith("# ")]
    return [row for row in rows if CLAIM in row and '"NewsArticle"' not in row]


@pytest.mark.parametrize("kind", ["jsonld", "prov", "stix", "annotations", "plover", "csv", "markdown"])
@pytest.mark.parametrize(
    ("status", "voice", "standing"), list(product(UNSAID, ["company", None], [Standing.AGREED, Standing.SINGLE]))
)
def test_no_record_has_the_proposition_without_what_is_said_of_it(kind, status, voice, standing):
    account = told(*(report(name, status, voice=voice) for name in NAMES), standing=standing)
    found = records(kind, account)
    assert found
    for record in found:
        assert status.value in record


@pytest.mark.parametrize("status", Status)
def test_a_claim_is_attributed_to_those_alone_who_say_it_is_or_will_be_so(status):
    graph = nodes("prov", told(*(report(name, status) for name in NAMES)))
    claim = graph[iri("story", "strike", "claim", "c")]
    said = status in {Status.DONE, Status.UNDERWAY, Status.PLANNED}
    assert claim.get("wasAttributedTo", []) == ([COMPANY] if said else [])
    assert claim.get("rashomon:deniedBy", []) == ([COMPANY] if status is Status.DENIED else [])
    utterance = graph[iri("story", "strike", "utterance", "u")]
    assert utterance.get("wasAttributedTo", []) == ([COMPANY] if said else [])
    reports = [graph[name] for name in claim["rashomon:report"]]
    assert [(each["rashomon:status"], each["rashomon:voice"]) for each in reports] == [(status.value, [COMPANY])] * 2


@pytest.mark.parametrize("standing", Standing)
def test_the_standing_of_a_claim_is_its_own(standing):
    account = told(report("post", Status.DONE), report("star", Status.DENIED), standing=standing)
    assert nodes("prov", account)[iri("story", "strike", "claim", "c")]["rashomon:standing"] == standing.value
    assert nodes("jsonld", account)[iri("story", "strike", "claim", "c")]["rashomon:standing"] == standing.value
    (note,) = (row for row in nodes("stix", account).values() if row["type"] == "note")
    assert note["labels"][0] == standing.value
    assert f"({standing.value}: told as done by 1 of 2 reports, as denied by 1)" in note["abstract"]


@pytest.mark.parametrize("status", Status)
def test_a_claim_appears_in_reports_alone_that_tell_it_as_a_fact(status):
    claim = nodes("jsonld", told(*(report(name, status) for name in NAMES)))[iri("story", "strike", "claim", "c")]
    assert bool(claim.get("appearance")) is (status in {Status.DONE, Status.UNDERWAY})
    assert "firstAppearance" not in claim
    one = told(report("post", Status.DONE), report("star", status))
    found = nodes("jsonld", one)[iri("story", "strike", "claim", "c")]["appearance"]
    assert (iri("document", "star") in found) is (status in {Status.DONE, Status.UNDERWAY})


def test_what_was_withdrawn_is_told_as_withdrawn_and_asserts_nothing():
    account = told(report("post", Status.DONE, revised=("retraction",)), report("star", Status.DENIED))
    claim = nodes("jsonld", account)[iri("story", "strike", "claim", "c")]
    assert "appearance" not in claim
    assert claim["rashomon:status"] == ["denied"]
    assert "wasAttributedTo" not in nodes("prov", account)[iri("story", "strike", "claim", "c")]
    (note,) = (row for row in nodes("stix", account).values() if row["type"] == "note")
    assert "told as denied by one report; 1 report not counted, withdrawn" in note["abstract"]
    assert "done (says Orle Transport Company) [withdrawn]" in note["content"]
    assert "(not counted, withdrawn: " in KINDS["markdown"].make(account).decode()


def test_what_is_quoted_indirectly_comes_with_its_cue():
    account = told(*(report(name, Status.DENIED) for name in NAMES))
    sentence = "The Orle Transport Company denied that it had cut pay."
    utterance = nodes("jsonld", account)[iri("story", "strike", "utterance", "u")]
    assert "spokenByCharacter" not in utterance
    assert (utterance["rashomon:sentence"], utterance["rashomon:status"]) == ([sentence], ["denied"])
    (quoted,) = tables(account)["quotations.csv"]
    assert (quoted["sentence"], quoted["statuses"]) == (sentence, "denied")
    items = json.loads(KINDS["annotations"].make(account))["first"]["items"]
    (body,) = (each["body"] for each in items if each["body"]["rashomon:part"] == "utterance")
    assert (body["value"], body["rashomon:status"]) == (sentence, ["denied"])


@pytest.mark.parametrize(
    ("action", "why", "context"),
    [
        ("deny", (), []),
        ("deny", ("deny (deny): denied",), ["negation"]),
        ("refuse", ("deny (deny): denied",), ["negation"]),
        ("refuse", (), ["negation"]),
    ],
)
def test_a_denial_that_is_made_is_no_negated_one(action, why, context):
    account = told(report("post", Status.DENIED, why=why), action=action, code="REJECT")
    (record,) = map(json.loads, KINDS["plover"].make(account).splitlines())
    assert (record["event"], record["context"]) == (["REJECT"], context)
    assert record["rashomon"]["told"] == ("negated" if context else "said")
