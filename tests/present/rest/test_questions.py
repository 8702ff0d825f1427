"""What the API answers to questions: what the commands print, page by page, by the same filters."""

import json

import pytest
from typer.testing import CliRunner

from rashomon.present.cli import app as cli
from rashomon.present.questions import AMONG, Asked
from rashomon.present.questions.by_story import OF_CLAIMS, OF_REPORTS
from rashomon.present.rest.asking import FILTERS
from rashomon.stores.query import FIELDS, Sought

OF = {
    "claims": FIELDS[Sought.CLAIMS],
    "quotes": FIELDS[Sought.QUOTATIONS],
    "figures": FIELDS[Sought.FIGURES],
    "documents": FIELDS[Sought.DOCUMENTS],
    "search": frozenset().union(*(FIELDS[each] for each in AMONG)),
    "stories": {*OF_CLAIMS, *OF_REPORTS, "since", "until"},
    "outlets": {"outlet", "language", "since", "until"},
}


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/stories", ["stories"]),
        ("/stories?standing=agreed&outlet=Orle", ["stories", "--standing", "agreed", "--outlet", "Orle"]),
        ("/stories?least_origins=2&limit=2", ["stories", "--least-origins", "2", "--limit", "2"]),
        ("/claims?standing=disputed&limit=3", ["claims", "--standing", "disputed", "--limit", "3"]),
        ("/claims?status=planned&outlet=Star", ["claims", "--status", "planned", "--outlet", "Star"]),
        ("/claims?words=driver*+OR+weir", ["claims", "driver* OR weir"]),
        ("/quotes?speaker=Holt&form=direct", ["quotes", "--speaker", "Holt", "--form", "direct"]),
        ("/figures?words=drivers", ["figures", "drivers"]),
        ("/documents?language=en&until=2031-05-29", ["documents", "--language", "en", "--until", "2031-05-29"]),
        ("/outlets?look_at=3", ["outlets", "--look-at", "3"]),
        ("/search?words=strike&limit=2", ["search", "strike", "--limit", "2"]),
    ],
)
def test_the_reply_is_what_the_command_prints(reading, address, command):
    archive = reading.client.app.state.service.settings.archive
    printed = CliRunner().invoke(cli.app, [*command, "--archive", archive, "--format", "json"])
    assert printed.exit_code == 0, printed.stderr
    told = json.loads(printed.stdout)
    assert told["results"]
    assert reading.get(address).json() == told


@pytest.mark.parametrize("noun", OF)
def test_a_noun_has_the_filters_that_it_can_be_asked_by_and_no_other(reading, noun):
    given = {each["name"] for each in reading.documented.operation("GET", f"/api/v1/{noun}")["parameters"]}
    assert given & set(FILTERS) == OF[noun]
    assert {"words", "limit", "before"} <= given


def test_every_filter_of_a_question_is_a_parameter_of_the_same_name():
    assert set(FILTERS) | {"words"} == set(Asked.__slots__)


@pytest.mark.parametrize("noun", ["stories", "claims", "quotes", "documents", "outlets"])
def test_pages_go_on_from_where_the_one_before_ended(reading, noun):
    every = reading.results(f"/{noun}?limit=500")
    page = reading.get(f"/{noun}?limit=1")
    found = list(page.json()["results"])
    while (before := page.json()["before"]) is not None:
        assert page.headers["link"] == f'</api/v1/{noun}?limit=1&before={before}>; rel="next"'
        page = reading.client.get(page.headers["link"].partition(">")[0][1:])
        found += page.json()["results"]
    assert found == every
    assert "link" not in page.headers
    assert len(every) > 1


def test_times_are_as_people_say_them_against_the_clock_of_the_server(reading):
    assert [each["id"] for each in reading.results("/documents?since=3d&until=yesterday")] == [
        "strike-2",
        "strike-1",
        "weir-1",
    ]
    assert [each["id"] for each in reading.results("/documents?since=2031-05-30")] == ["strike-2", "strike-1"]


def test_the_beginning_of_an_id_does(reading, strike):
    whole = reading.get(f"/claims?story={strike}").json()
    assert whole["results"]
    assert reading.get(f"/claims?story={strike[:6]}").json() == whole


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/claims?standng=disputed", "there is no parameter 'standng' here"),
        ("/claims?speaker=Holt", "there is no parameter 'speaker' here"),
        ("/claims?outlet=a&outlet=b", "outlet is given more than once"),
        ("/claims?standing=sure", "'agreed', 'disputed', 'denied' or 'single'"),
        ("/claims?limit=0", "greater than or equal to 1"),
        ("/claims?limit=1001", "less than or equal to 1000"),
        ("/claims?limit=ten", "valid integer"),
        ("/claims?before=x", "not what a page gave"),
        ("/claims?before=99999999999999999999999", "not what a page gave"),
        ("/claims?since=never", "'never' is no time"),
        ("/claims?words=status:sure", "status is one of"),
        ("/claims?words=%22open", "the marks do not close"),
        ("/claims?party=%2A%2A", "no letter or digit"),
        ("/claims?party=", "at least 1 character"),
        ("/claims?story=nosuch", "there is no story 'nosuch'"),
        ("/claims?words=a%00b", "pattern"),
        ("/claims?words=" + "x" * 1001, "at most 1000 characters"),
        ("/search", "nothing is looked for"),
        ("/outlets?look_at=10001", "less than or equal to 10000"),
        ("/exports", "query as: Field required"),
    ],
)
def test_a_question_that_cannot_be_put_says_why(reading, address, said):
    assert said in reading.detail("GET", address, 422)


def test_each_place_that_is_wrong_is_named(reading):
    told = reading.get("/claims?limit=0&standing=sure").json()
    assert [(each["in"], each["name"]) for each in told["errors"]] == [("query", "standing"), ("query", "limit")]
