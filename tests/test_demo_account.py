"""The account of the bundled demo, held to what a careful reader finds in it.

Strict where a mistake would mislead (a wrong speaker, two happenings in one claim, furniture read as prose, times);
a share that may only rise where the question is how much is found.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.account.ledger import Desk
from tests.test_pipeline import CachedPipeline

from rashomon.core import Account, Claim, Document, FigureLine, Span, Standing, Status, StoryAccount, Utterance
from rashomon.demo import paths

EXPECTED = tomllib.loads((Path(__file__).parent / "newsrooms" / "demo.expected.toml").read_text("utf-8"))
SPEAKERS_LEAST = 0.9
"""Share of the quotations with a named speaker that have that speaker (measured 0.92)."""
WORDINGS_LEAST = 0.4
"""Share of the neighbouring wordings of one utterance that are in one (measured 0.43)."""
STATUS_LEAST = 0.7
"""Share of the key reports that are found with their status (measured 0.72)."""
STANDING_LEAST = 0.5
"""Share of the key claims whose fullest counterpart has their standing (measured 0.50)."""
CAUTIONS = {"headline-quotation-absent", "self-contradiction", "quotation-altered", "proposal-told-as-done"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """The demo's account, with places named by file and words."""

    account: Account
    files: dict[str, Document]

    @property
    def story(self) -> StoryAccount:
        return self.account.stories[0]

    def file(self, document: str) -> str:
        return next(f for f, d in self.files.items() if d.id == document)

    def span(self, entry: dict[str, str]) -> Span:
        """The place of the entry's words in its document."""
        text, around = self.files[entry["file"]].text, entry.get("in", entry["words"])
        assert text.count(around) == 1, (entry["file"], around)
        start = text.index(around) + around.index(entry["words"])
        return Span(start, start + len(entry["words"]))

    def utterances(self, entry: dict[str, str]) -> list[Utterance]:
        """The utterances with a wording of which at least half lies in these words."""
        place, document = self.span(entry), self.files[entry["file"]].id
        return [
            u
            for u in self.story.utterances
            if any(w.document == document and 2 * w.span.shared_chars(place) >= len(w.span) for w in u.quotations)
        ]

    def told(self, entry: dict[str, str]) -> list[tuple[Claim, str]]:
        """The claims told by these words with the status given, closest span first."""
        place, document = self.span(entry), self.files[entry["file"]].id

        def apart(span: Span) -> int:
            return len(span) + len(place) - 2 * span.shared_chars(place)

        found = [
            (apart(r.span), c, str(r.status))
            for c in self.story.claims
            for r in c.reports
            if r.document == document and 2 * r.span.shared_chars(place) >= len(place)
        ]
        return [(c, status) for _, c, status in sorted(found, key=lambda x: x[0])]

    def counterpart(self, expected: dict[str, Any]) -> Claim | None:
        """The claim that most of the expected reports tell with their status."""
        found = Counter(
            c.id for r in expected["reports"] for c in {c.id: c for c, s in self.told(r) if s == r["status"]}.values()
        )
        best = max(found, key=lambda i: (found[i], i), default=None)
        return next((c for c in self.story.claims if c.id == best), None)

    def line(self, file: str, words: str) -> FigureLine:
        """The one line of figures that cites a place in these words."""
        place, document = self.span({"file": file, "words": words}), self.files[file].id
        found = [
            f
            for f in self.story.figures
            if any(c.document == document and place.touches(c.span) for v in f.values for c in v.reports)
        ]
        assert len(found) == 1, (file, words, len(found))
        return found[0]


@pytest.fixture(scope="module")
def demo(reader) -> Demo:
    """The demo taken through the whole pipeline once."""
    account = CachedPipeline(Desk(reader=reader)).account([str(p) for p in paths()])
    return Demo(account=account, files={Path(d.address or "").name: d for d in account.documents})


DOCUMENTS = pytest.mark.parametrize("expected", EXPECTED["documents"], ids=lambda e: e["file"])


def test_the_six_reports_are_one_story(demo):
    assert len(demo.account.stories) == 1
    assert set(demo.files) == {e["file"] for e in EXPECTED["documents"]}
    assert [p for p in demo.account.problems if p.fatal or p.stage == "balance"] == []
    assert [p for p in demo.story.problems if p.stage == "balance"] == []
    assert not demo.account.provenance.degraded


@DOCUMENTS
def test_the_headline(demo, expected):
    assert demo.files[expected["file"]].headline == expected["headline"]


@DOCUMENTS
def test_bylines_outlet_and_time(demo, expected):
    document = demo.files[expected["file"]]
    assert [b.lower() for b in document.bylines] == [b.lower() for b in expected.get("bylines", [])]
    assert document.outlet == expected.get("outlet")
    told = expected.get("published_at")
    assert document.published_at == (datetime.fromisoformat(told) if told else None)


@DOCUMENTS
def test_prose_is_kept(demo, expected):
    document = demo.files[expected["file"]]
    prose = "\n".join(document.words_at(p.span) for p in document.prose())
    assert [words for words in expected["keep"] if words not in prose] == []


@pytest.mark.parametrize(("file", "words"), [(e["file"], w) for e in EXPECTED["documents"] for w in e["furniture"]])
def test_furniture_is_not_read(demo, file, words):
    document = demo.files[file]
    assert not any(words in document.words_at(p.span) for p in document.prose())


def test_the_order_is_that_of_real_time(demo):
    assert [demo.file(d) for d in demo.story.documents] == EXPECTED["order"]["published"] + EXPECTED["order"]["untimed"]


def named_at_all(name: str) -> bool:
    """Whether a speaker is given by a name and not by a role."""
    return not name.lower().startswith(("the ", "a ", "an ", "one of ", "two "))


def test_no_quotation_has_a_wrong_speaker_and_most_have_the_right_one(demo):
    names = {p.id: {p.name, *p.aliases} for p in demo.story.parties}
    right, wrong, named = 0, [], 0
    for entry in EXPECTED["quotations"]:
        if "speaker" not in entry or entry.get("optional"):
            continue
        named += 1
        speakers = {u.speaker for u in demo.utterances(entry)}
        given = [names[s] for s in speakers if s is not None]
        # "the prime minister" names nobody: a speaker that was not found, not a wrong one
        wrong += [(entry["words"], g) for g in given if entry["speaker"] not in g and any(map(named_at_all, g))]
        right += bool(given) and all(entry["speaker"] in g for g in given) and None not in speakers
    assert wrong == []
    assert right >= SPEAKERS_LEAST * named


def test_no_headline_quotation_has_a_wrong_speaker(demo):
    names = {p.id: {p.name, *p.aliases} for p in demo.story.parties}
    for entry in EXPECTED["quotations"]:
        if entry.get("optional"):
            given = [names[u.speaker] for u in demo.utterances(entry) if u.speaker is not None]
            assert all(entry["speaker"] in g for g in given), entry["words"]


def test_no_utterance_holds_two_things_said(demo):
    for u in demo.story.utterances:
        held = [
            x["name"]
            for x in EXPECTED["utterances"]
            if any(u.id in {v.id for v in demo.utterances(w)} for w in x["wordings"])
        ]
        assert len(held) <= 1


def test_wordings_of_one_utterance_are_together(demo):
    together = total = 0
    for expected in EXPECTED["utterances"]:
        for left, right in pairwise(expected["wordings"]):
            total += 1
            together += bool({u.id for u in demo.utterances(left)} & {u.id for u in demo.utterances(right)})
    assert together >= WORDINGS_LEAST * total


def test_statuses_of_the_key_claims(demo):
    right, told, missed = 0, 0, []
    for claim in EXPECTED["claims"]:
        for entry in claim["reports"]:
            told += 1
            found = {status for _, status in demo.told(entry)}
            if entry["status"] in found:
                right += 1
            else:
                missed.append((entry["file"], entry["words"], entry["status"], sorted(found)))
    assert right >= STATUS_LEAST * told, missed


@pytest.mark.parametrize(
    ("left", "right"),
    [pytest.param(a, b, id=f"{a['name']} / {b['name']}") for a, b in combinations(EXPECTED["claims"], 2)],
)
def test_two_happenings_are_never_one_claim(demo, left, right):
    told = [{c.id for r in x["reports"] for c, status in demo.told(r) if status == r["status"]} for x in (left, right)]
    assert not told[0] & told[1]


def test_standings_of_the_key_claims(demo):
    found = {x["name"]: demo.counterpart(x) for x in EXPECTED["claims"]}
    right = [x["name"] for x in EXPECTED["claims"] if (c := found[x["name"]]) and c.standing == x["standing"]]
    assert len(right) >= STANDING_LEAST * len(found), right


def test_the_copy_is_found_with_its_kind_and_direction(demo):
    found = {(demo.file(c.origin), demo.file(c.copy)): (str(c.kind), str(c.direction)) for c in demo.story.copies}
    for expected in EXPECTED["copies"]:
        assert found[expected["origin"], expected["copy"]] == (expected["kind"], expected["direction"])


@pytest.mark.xfail(reason="one attributed sentence in like words is taken for an excerpt")
def test_shared_quotations_make_no_copy(demo):
    found = {(demo.file(c.origin), demo.file(c.copy)) for c in demo.story.copies if c.kind != "shared-quotation"}
    assert found == {(c["origin"], c["copy"]) for c in EXPECTED["copies"]}


def test_the_copy_adds_no_origin(demo):
    together = {demo.files[f].id for group in EXPECTED["origins"]["together"] for f in group}
    shared = [c for c in demo.story.claims if {r.document for r in c.reports} == together]
    assert shared
    assert {c.origins for c in shared} == {1}
    assert all(c.origins <= EXPECTED["origins"]["count"] for c in demo.story.claims)


def test_what_rests_on_one_broadcaster_and_what_on_one_outlet(demo):
    (expected,) = [c for c in EXPECTED["claims"] if "root" in c]
    claim = demo.counterpart(expected)
    assert claim is not None
    assert len({r.document for r in claim.reports}) == 3
    names = {p.id: p.name for p in demo.story.parties}
    telling = [r for r in claim.reports if r.status is not Status.DENIED]
    assert {names.get(r.voice or "") for r in telling} <= {"TV Orbel", "Orbel"}


def test_figures_that_agree_and_values_told(demo):
    injured, sent = demo.line("quillon.txt", "14 people"), demo.line("quillon.txt", "28 Drovinian pilots and engineers")
    assert {(v.figure.value, v.figure.bound) for v in injured.values} >= {(14, "exact"), (14, "at least")}
    assert any(v.figure.value == 28 and len({c.document for c in v.reports}) >= 4 for v in sent.values)
    assert demo.line("quillon.txt", "41 barges").standing is not Standing.DISPUTED


def test_seventeen_against_fourteen_injured_is_a_dispute(demo):
    assert demo.line("sarrow-lantern.txt", "17 people").standing is Standing.DISPUTED


def test_twenty_two_and_six_are_twenty_eight(demo):
    line = demo.line("quillon.txt", "28 Drovinian pilots and engineers")
    assert [v.sum_of for v in line.values if v.figure.value == 28] == [(22, 6)]


@pytest.mark.parametrize("expected", EXPECTED["problems"], ids=lambda e: e["code"])
def test_an_editor_is_warned(demo, expected):
    assert expected["file"] in {demo.file(p.document) for p in demo.story.problems if p.code == expected["code"]}


def test_an_editor_is_not_warned_without_reason(demo):
    found = {(p.code, demo.file(p.document)) for p in demo.story.problems if p.code in CAUTIONS}
    assert found <= {(p["code"], p["file"]) for p in EXPECTED["problems"]}


@pytest.mark.parametrize("entry", EXPECTED["only_here"], ids=lambda e: e["file"])
def test_what_one_report_alone_tells_is_no_claim_of_another(demo, entry):
    document = demo.files[entry["file"]].id
    (coverage,) = [c for c in demo.story.coverage if c.document == document]
    assert {c.id for c, _ in demo.told(entry)} <= set(coverage.only_here)


def test_each_time_of_the_timeline_is_told_by_its_report(demo):
    entries = demo.story.timeline
    assert [e.when for e in entries] == sorted(e.when for e in entries)
    (shared,) = [e for e in entries if e.claim == demo.counterpart(EXPECTED["claims"][0]).id]
    assert (shared.when, shared.precision) == ("2024-02-08", "day")
    assert any(e.when.startswith("2009") for e in entries)


def test_the_digest_has_three_to_eight_sentences_with_citations(demo):
    assert 3 <= len(demo.story.digest) <= 8
    assert all(s.citations and s.claims for s in demo.story.digest)


def test_the_sentences_that_the_tutorial_shows_are_in_the_digest(demo):
    page = (Path(__file__).parents[1] / "docs" / "tutorial.md").read_text("utf-8")
    shown = [" ".join(b.replace("> ", "").split()) for b in re.findall(r"(?m)(?:^> .+\n)+", page)]
    told = [words for words in shown if ", according to" in words]
    assert len(told) == 2
    assert set(told) <= {s.text for s in demo.story.digest}


def test_the_links_times_and_words_that_the_tutorial_tells_of_are_there(demo):
    story = demo.story
    texts = {claim.id: claim.text for claim in story.claims}
    links = [(a.kind, texts[a.claim], texts[a.to]) for a in story.answers]
    assert any(kind == "denies" and "drinking water" in to for kind, _, to in links)
    assert any(kind == "responds" and "28 Drovinian" in to for kind, _, to in links)
    assert sum(entry.when == "2009" for entry in story.timeline) == 2
    names = [{w.words for w in f.wordings} for f in story.framing if f.kind == "name"]
    assert any({"28 Drovinian pilots", "28 Drovinian lock staff"} <= words for words in names)
    relations = {(line.relation, value.figure.value) for line in story.figures for value in line.values}
    assert {("conflict", 17.0), ("parts", 28.0)} <= relations
