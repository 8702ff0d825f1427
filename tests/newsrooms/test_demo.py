"""The bundled demo holds what the list of a careful reader says it holds."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.core import CopyKind, Direction, Form, Standing, Status
from rashomon.demo import paths

EXPECTED = tomllib.loads((Path(__file__).parent / "demo.expected.toml").read_text("utf-8"))
FILES = {path.name: path.read_text("utf-8") for path in paths()}
PAGE = "upriver-today.html"


def stated(node: Any) -> Iterator[tuple[str, str]]:
    """Every (file, words) that the list states, at any depth."""
    if isinstance(node, dict):
        if "file" in node:
            for key in ("words", "in", "headline", "cue"):
                if key in node:
                    yield node["file"], node[key]
            for key in ("keep", "furniture", "parts", "bylines", "credits"):
                yield from ((node["file"], words) for words in node.get(key, ()))
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from stated(part)


def test_the_demo_is_five_texts_and_one_page_in_order():
    names = [path.name for path in paths()]
    assert names == sorted(names)
    assert [name.rpartition(".")[2] for name in names] == ["txt"] * 5 + ["html"]
    assert [entry["file"] for entry in EXPECTED["documents"]] == names


def test_all_words_stand_in_their_files():
    told = set(stated(EXPECTED))
    assert len(told) > 100
    assert [(file, words) for file, words in sorted(told) if words not in FILES[file]] == []


def test_evidence_leads_to_one_place():
    reports = [report for claim in EXPECTED["claims"] for report in claim["reports"]]
    reports += [report for line in EXPECTED["figures"] for value in line["values"] for report in value["reports"]]
    for entry in [*reports, *EXPECTED["problems"], *EXPECTED["only_here"]]:
        assert FILES[entry["file"]].count(entry["words"]) == 1, entry


@pytest.mark.parametrize("quotation", EXPECTED["quotations"], ids=lambda q: f"{q['file']}: {q['words'][:30]}")
def test_a_quotation_stands_once_between_marks_or_in_a_block(quotation):
    text = FILES[quotation["file"]]
    place = quotation.get("in", quotation["words"])
    assert text.count(place) == 1
    marked = re.search('[“‘"]' + re.escape(quotation["words"]) + '[”’"\n]', text)
    assert marked or quotation["form"] == "block"
    assert Form(quotation["form"])


def test_every_double_marked_stretch_is_in_the_list():
    listed = {(q["file"], q["words"]) for q in EXPECTED["quotations"]}
    for file, text in FILES.items():
        body = text if file != PAGE else text[text.index('class="article-body"') : text.index('class="tags"')]
        body = re.sub(r'<[^>]*>|class="[^"]*"', "", body)
        for paragraph in body.splitlines():
            for words in re.findall(r"[“\"]([^”\"]+)", re.sub(r"[”\"](?=[\s.,]|$)", "”", paragraph).replace('"', "“")):
                assert (file, words) in listed


def test_names_of_the_model_are_used():
    for claim in EXPECTED["claims"]:
        assert Standing(claim["standing"])
        assert all(Status(report["status"]) for report in claim["reports"])
    assert {report["status"] for claim in EXPECTED["claims"] for report in claim["reports"]} >= {
        "done", "planned", "proposed", "threatened", "refused", "denied", "alleged",
    }  # fmt: skip
    for copy in EXPECTED["copies"]:
        assert CopyKind(copy["kind"])
        assert Direction(copy["direction"])


def test_a_headline_quotation_stands_nowhere_else():
    (flagged,) = [p for p in EXPECTED["problems"] if p["code"] == "headline-quotation-absent"]
    assert FILES[flagged["file"]].lower().count(flagged["words"].lower()) == 1
    assert not any(flagged["words"].lower() in text.lower() for file, text in FILES.items() if file != flagged["file"])


def test_the_order_is_that_of_real_time_and_not_of_the_clock_figures():
    times = {entry["file"]: entry["published_at"] for entry in EXPECTED["documents"] if "published_at" in entry}
    assert sorted(times, key=lambda file: datetime.fromisoformat(times[file])) == EXPECTED["order"]["published"]
    assert set(FILES) - set(times) == set(EXPECTED["order"]["untimed"])
    assert "10:25 AM EST" in FILES["bargeline-ledger.txt"]
    assert "14:10 GMT" in FILES["quillon.txt"]


def test_the_page_tells_its_time_with_a_zone_and_its_outlet():
    page = FILES[PAGE]
    told = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert told is not None
    linked = json.loads(told[1])
    (expected,) = [entry for entry in EXPECTED["documents"] if entry["file"] == PAGE]
    assert linked["@type"] == "NewsArticle"
    assert datetime.fromisoformat(linked["datePublished"]) == datetime.fromisoformat(expected["published_at"])
    assert f'property="og:site_name" content="{expected["outlet"]}"' in page


def test_parts_add_up_to_their_whole():
    numbers = {"six": 6, "eight": 8, "five": 5, "nine": 9}
    for entry in EXPECTED["sums"]:
        parts = [part.split()[0].lower() for part in entry["parts"]]
        assert sum(numbers.get(part) or int(part) for part in parts) == entry["whole"]
        assert str(entry["whole"]) in FILES[entry["file"]] or "equal number" in FILES[entry["file"]]


def test_only_here_is_only_here():
    for entry in EXPECTED["only_here"]:
        assert [file for file, text in FILES.items() if entry["words"] in text] == [entry["file"]]


def test_reports_are_of_the_length_of_reports():
    for entry in EXPECTED["documents"]:
        text = FILES[entry["file"]]
        body = text if entry["file"] != PAGE else text[text.index('class="article-body"') : text.index('class="tags"')]
        for furniture in entry["furniture"]:
            body = body.replace(furniture, "")
        assert 200 <= len(re.sub(r"<[^>]*>", "", body).split()) <= 400, entry["file"]
