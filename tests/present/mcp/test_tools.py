"""The tools as the official client sees them, in memory."""

import json
from pathlib import Path

import anyio
import jsonschema
import pytest
from mcp import Client
from tests.present.mcp.given import WEIR

from rashomon.core import Part, Span
from rashomon.present.mcp import make_server
from rashomon.present.mcp.given import MOST_DOCUMENTS, MOST_TEXT_CHARS
from rashomon.present.mcp.quoted import ID_CHARS, UNTRUSTED
from rashomon.present.mcp.sizes import LEAST_CHARS, MOST_CHARS, USUAL_CHARS
from rashomon.stores import open_store

NAMES = ["account", "check_claim", "find_quotes", "story", "compare"]


def places(part):
    """Every place in an answer."""
    if isinstance(part, dict):
        if {"document", "start", "end", "words"} <= part.keys():
            yield part
        for value in part.values():
            yield from places(value)
    elif isinstance(part, list):
        for value in part:
            yield from places(value)


def assert_words_stand_there(answer, texts):
    found = list(places(answer))
    assert found
    for place in found:
        words = Span(place["start"], place["end"], Part(place["part"])).of(texts[place["document"]][place["part"]])
        assert words == place["words"] or (place["words"].endswith("…") and words.startswith(place["words"][:-1]))


GIVEN = {one["id"]: {"text": one["text"], "headline": one["headline"]} for one in WEIR}


@pytest.fixture(scope="module")
def tools(reader):
    from rashomon.pipeline import Pipeline

    async def listed():
        async with Client(make_server(Pipeline())) as client:
            return client.instructions, (await client.list_tools()).tools

    return anyio.run(listed)


def test_five_tools_are_there_that_only_read_and_say_what_is_quoted(tools):
    instructions, listed = tools
    assert UNTRUSTED in instructions
    assert [tool.name for tool in listed] == NAMES
    for tool in listed:
        assert tool.title
        assert tool.description
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.destructive_hint is False
        assert tool.annotations.open_world_hint is False
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        assert set(tool.output_schema["required"]) == set(tool.output_schema["properties"])
        assert {"untrusted", "left_out"} <= set(tool.output_schema["required"])


def test_the_page_names_every_tool_its_arguments_and_the_sizes(tools):
    page = (Path(__file__).parents[3] / "docs" / "how-to" / "mcp.md").read_text("utf-8")
    for tool in tools[1]:
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{tool.name}` |"))
        own = set(tool.input_schema["properties"]) - {"most_chars", "limit", "before"}
        assert {name for name in own if f"`{name}`" not in row} == set()
    for size in (LEAST_CHARS, USUAL_CHARS, MOST_CHARS, MOST_TEXT_CHARS):
        assert f"{size:,}" in page
    assert f"Up to {MOST_DOCUMENTS} documents" in page


def answered(result, tools=None, name=None):
    """The answer, which is the same as text, and fits the schema of its tool."""
    assert not result.is_error, result.content
    (content,) = result.content
    assert json.loads(content.text) == result.structured_content
    if tools is not None:
        (tool,) = (one for one in tools[1] if one.name == name)
        jsonschema.validate(result.structured_content, tool.output_schema)
    assert result.structured_content["untrusted"] == UNTRUSTED
    return result.structured_content


def test_an_account_of_texts_has_every_part_with_its_place(ask, tools):
    answer = answered(ask("account", documents=WEIR), tools, "account")
    assert [one["id"] for one in answer["documents"]] == ["post", "star", "echo"]
    (story,) = answer["stories"]
    opened = next(claim for claim in story["claims"] if {"done", "planned"} <= {r["status"] for r in claim["reports"]})
    assert opened["standing"] == "disputed"
    assert {report["outlet"] for report in opened["reports"]} == {"Tarn Valley Post", "Orle Evening Star", "Coast Echo"}
    assert opened["reports_in_all"] >= 3
    assert {"Peter Vance"} <= {quote["speaker"] for quote in story["quotes"]}
    assert [copy["copy"] for copy in story["copies"] if copy["kind"] != "shared-quotation"] == ["echo"]
    assert answer["left_out"] == []
    assert_words_stand_there(answer, GIVEN)


def test_an_answer_keeps_to_the_size_asked_for_and_says_what_is_left_out(ask, tools):
    whole = answered(ask("account", documents=WEIR))
    small = ask("account", documents=WEIR, most_chars=4000)
    answer = answered(small, tools, "account")
    assert len(small.content[0].text) <= 4000
    assert any(line.startswith("claims: ") and line.endswith(" shown") for line in answer["left_out"])
    shown, full = ([claim["id"] for claim in one["stories"][0]["claims"]] for one in (answer, whole))
    assert shown == full[: len(shown)]
    assert len(shown) < len(full)


def test_a_sentence_is_carried_told_otherwise_or_not_told(ask, tools):
    answer = answered(ask("check_claim", claim="Peter Vance opened the weir.", documents=WEIR), tools, "check_claim")
    assert [one["at"]["document"] for one in answer["carried"]] == ["post", "echo"]
    (otherwise,) = answer["otherwise"]
    assert otherwise["at"]["document"] == "star"
    assert otherwise["differs"][0]["on"] == "status"
    assert answer["absent"] == []
    assert_words_stand_there(answer, GIVEN)


def test_quotations_are_found_in_texts_by_speaker_and_words(ask, tools):
    answer = answered(ask("find_quotes", documents=WEIR, speaker="vance", words="cellar"), tools, "find_quotes")
    assert {quote["outlet"] for quote in answer["quotes"]} == {"Tarn Valley Post", "Orle Evening Star"}
    assert len({quote["utterance"] for quote in answer["quotes"]}) == 1
    assert_words_stand_there(answer, GIVEN)
    one = answered(ask("find_quotes", documents=WEIR, words="cellar", limit=1))
    assert len(one["quotes"]) == 1
    assert one["left_out"] == ["quotations: 1 of 2 shown"]
    assert answered(ask("find_quotes", documents=WEIR, speaker="Holt"))["quotes"] == []


def test_words_quoted_indirectly_come_with_their_cue_and_a_claim_with_what_it_is_told_as(ask, tools):
    answer = answered(ask("find_quotes", documents=WEIR, words="blocked"), tools, "find_quotes")
    assert [quote["form"] for quote in answer["quotes"]] == ["indirect"]
    assert "club denied that it had blocked the work" in answer["quotes"][0]["sentence"]
    direct = answered(ask("find_quotes", documents=WEIR, words="cellar"))
    assert [quote["sentence"] for quote in direct["quotes"]] == [None, None]
    account = answered(ask("account", documents=WEIR), tools, "account")
    claims = [claim for story in account["stories"] for claim in story["claims"] if "blocked" in claim["text"]]
    told = {claim["told"] for claim in claims}
    assert told == {"the denial told by one report", "told as denied by one report"}


def test_two_reports_stand_side_by_side(ask, tools):
    answer = answered(ask("compare", documents=WEIR[:2]), tools, "compare")
    assert (answer["left"]["id"], answer["right"]["id"], answer["one_story"]) == ("post", "star", True)
    first = answer["both"][0]
    assert first["same_status"] is False
    assert {one["status"] for one in first["left"]} == {"done"}
    assert {one["status"] for one in first["right"]} == {"planned"}
    assert {one["at"]["document"] for one in first["left"]} == {"post"}
    assert any("denied" in {r["status"] for r in claim["reports"]} for claim in answer["left_only"])
    assert {pair["left"]["document"] for pair in answer["shared"]} == {"post"}
    assert any("every cellar in Sandrow dry" in pair["right"]["words"] for pair in answer["shared"])
    assert_words_stand_there(answer, GIVEN)


def test_the_archive_is_asked_page_by_page(ask_archive, tools):
    first = answered(ask_archive("find_quotes", limit=3), tools, "find_quotes")
    second = answered(ask_archive("find_quotes", limit=3, before=first["before"]))
    every = answered(ask_archive("find_quotes", limit=6))
    assert [*first["quotes"], *second["quotes"]] == every["quotes"]
    small = answered(ask_archive("find_quotes", limit=60, most_chars=4000))
    rest = answered(ask_archive("find_quotes", limit=2, before=small["before"]))
    whole = answered(ask_archive("find_quotes", limit=60))
    assert [*small["quotes"], *rest["quotes"]] == whole["quotes"][: len(small["quotes"]) + 2]
    assert small["left_out"]


def test_a_story_of_the_archive_is_found_and_told(ask_archive, built, tools):
    found = answered(ask_archive("story", words="weir"), tools, "story")
    assert [one["title"] for one in found["found"]] == ["Weir at Sandrow opens"]
    assert found["story"] is None
    (crash, *_) = answered(ask_archive("story", words="lock", limit=1))["found"]
    assert crash["reports"] == 6
    told = answered(ask_archive("story", story=crash["id"][:8]), tools, "story")
    assert told["story"]["id"] == crash["id"]
    assert told["found"] == []
    store = open_store(built, create=False)
    with store.view() as view:
        texts = {
            one["id"]: {"text": (own := view.document(one["id"])).text, "headline": own.headline or ""}
            for one in told["documents"]
        }
    store.close()
    assert_words_stand_there(told, texts)


def test_a_sentence_is_held_against_a_story_of_the_archive(ask_archive, tools):
    (weir,) = answered(ask_archive("story", words="weir"))["found"]
    answer = answered(
        ask_archive("check_claim", claim="Peter Vance opened the weir.", story=weir["id"]), tools, "check_claim"
    )
    assert [one["at"]["document"] for one in answer["carried"]] == ["weir-1"]


def test_two_reports_of_the_archive_are_compared(ask_archive, tools):
    answer = answered(ask_archive("compare", left="strike-1", right="strike-2"), tools, "compare")
    assert (answer["left"]["outlet"], answer["right"]["outlet"]) == ("Tarn Valley Post", "Orle Evening Star")
    assert answer["one_story"] or (answer["left_only"] and answer["right_only"])


LONG = "The weir is open. " * (MOST_TEXT_CHARS // 18 + 1)


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("account", {"documents": []}, "give 1 to 60 documents; 0 were given"),
        ("account", {"documents": [WEIR[0]] * 61}, "give 1 to 60 documents; 61 were given"),
        ("account", {"documents": [{"text": " "}]}, "0 can be read, 1 are needed: The document's text is empty"),
        ("account", {"documents": [{"text": LONG}]}, "up to 200,000 characters"),
        ("account", {"documents": [{"text": "a", "id": "i" * (ID_CHARS + 1)}]}, "up to 100 characters"),
        ("account", {"documents": [{"headline": "No text"}]}, "text"),
        ("account", {"documents": WEIR, "most_chars": 100}, "most_chars"),
        ("check_claim", {"claim": "The weir is open."}, "give the documents to hold it against, or the id of a story"),
        ("check_claim", {"claim": "Is it?", "documents": WEIR[:1]}, "asks and tells nothing"),
        ("find_quotes", {"speaker": "Vance"}, "no archive"),
        ("find_quotes", {"speaker": "Vance", "since": "yesteryear", "documents": WEIR}, "yesteryear"),
        ("story", {"story": "abc"}, "no archive: give the documents, or start it as `rashomon mcp --archive ARCHIVE`"),
        ("compare", {"documents": WEIR}, "give two documents to compare, not 3"),
        ("compare", {"documents": [WEIR[0], WEIR[0]]}, "one report"),
        ("compare", {"left": "a"}, "give two documents"),
    ],
)
def test_what_cannot_be_answered_is_an_error_of_the_tool_that_says_what_to_do(pipeline, tool, arguments, said):
    from tests.present.mcp.conftest import asking

    result = asking(make_server(pipeline), "auto")(tool, **arguments)
    assert result.is_error
    assert said in result.content[0].text
    assert "Traceback" not in result.content[0].text
    assert len(result.content[0].text) < 2000


def test_what_the_archive_does_not_have_is_an_error_of_the_tool(ask_archive):
    for tool, arguments in (
        ("story", {"story": "nowhere"}),
        ("compare", {"left": "nowhere", "right": "strike-1"}),
        ("check_claim", {"claim": "The weir is open.", "story": "nowhere"}),
        ("story", {"words": "speaker:Holt"}),
        ("find_quotes", {"before": "x"}),
    ):
        result = ask_archive(tool, **arguments)
        assert result.is_error, tool
        assert "Error executing tool" in result.content[0].text
        assert len(result.content[0].text) > 50


def test_a_fault_of_the_program_is_told_without_its_inside(pipeline, monkeypatch, caplog):
    from tests.present.mcp.conftest import asking

    def broken(*_, **__):
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(type(pipeline), "account_of", broken)
    result = asking(make_server(pipeline), "auto")("account", documents=WEIR)
    assert result.is_error
    assert "secret" not in result.content[0].text
