"""What people decide on pages: written down, signed, undone; what cannot be decided is told in place."""

import re

import pytest

REASON = "the desk rang them up"


def story_of(service, document):
    with service.view() as view:
        return view.story_of(document).story.id


@pytest.fixture
def decide(served, service):
    """Send a form of the story in which a report is."""

    def send(report, do, /, **fields):
        address = f"/stories/{story_of(service, report)}/work"
        return served.post(address, data={"token": served.token, "do": do, "reason": REASON, **fields})

    return send


def decisions(service):
    with service.view() as view:
        return view.decisions()


def test_every_form_stands_on_the_page_of_a_story(served, service):
    page = served.get(f"/stories/{story_of(service, 'strike-1')}/work")
    assert page.status_code == 200
    kinds = ("merge", "split", "move", "speaker", "one-party", "not-that-claim", "not-a-copy", "note")
    assert re.findall(r'name="do" value="([\w-]+)"', page.text) == list(kinds)
    assert page.text.count('name="token"') >= len(kinds)
    assert served.get("/stories/nowhere/work").status_code == 404


def test_a_merge_is_written_and_leads_to_the_decision(decide, service):
    other = story_of(service, "weir-1")
    own = story_of(service, "strike-1")
    answer = decide("strike-1", "merge", **{"with": other})
    (decision,) = decisions(service)
    assert answer.status_code == 303
    assert answer.headers["location"].endswith(f"#decision-{decision.id}")
    assert decision.reason == REASON
    assert decision.by
    assert story_of(service, "weir-1") == story_of(service, "strike-1")
    assert own in {story_of(service, "strike-1"), other, own}


def test_a_split_and_a_move(decide, service):
    before = story_of(service, "strike-1")
    assert before == story_of(service, "strike-2")
    assert decide("strike-1", "split", document="strike-2").status_code == 303
    assert story_of(service, "strike-1") != story_of(service, "strike-2")
    assert decide("strike-2", "move", document="strike-2", to="weir-1").status_code == 303
    assert story_of(service, "strike-2") == story_of(service, "weir-1")


def test_a_speaker_is_corrected_by_the_place_offered(served, decide, service):
    page = served.get(f"/stories/{story_of(service, 'strike-1')}/work").text
    offered = re.search(r'<option value="(strike-1:\d+-\d+)"', page)[1]
    assert decide("strike-1", "speaker", said=offered, name="Ona Quill").status_code == 303
    (decision,) = decisions(service)
    assert decision.names == ("Ona Quill",)
    assert decide("strike-1", "speaker", said=offered, nobody="yes").status_code == 303
    assert decisions(service)[-1].names == ()


def test_names_are_one_here_or_everywhere(decide, service):
    assert decide("strike-1", "one-party", name=["Mira Holt"], other="the union leader").status_code == 303
    assert decide("strike-1", "one-party", name=["Mira Holt", "Holt"], everywhere="yes").status_code == 303
    here, everywhere = decisions(service)
    assert here.documents
    assert not everywhere.documents


def test_a_report_does_not_tell_a_claim(served, decide, service):
    page = served.get(f"/stories/{story_of(service, 'strike-1')}/work").text
    offered = re.search(r'<option value="(\w+@strike-1:[\w:]*\d+-\d+)"', page)[1]
    assert decide("strike-1", "not-that-claim", report=offered).status_code == 303
    assert decisions(service)[0].kind.value == "not-that-claim"


def test_no_copy(decide, service):
    assert decide("strike-1", "not-a-copy", pair="strike-1 strike-2").status_code == 303
    assert set(decisions(service)[0].documents) == {"strike-1", "strike-2"}


def test_notes_about_a_story_and_about_a_place(decide, service):
    assert decide("strike-1", "note").status_code == 303
    assert decide("strike-1", "note", about="strike-1:0-11").status_code == 303
    story, place = decisions(service)
    assert set(story.documents) == {"strike-1", "strike-2"}
    assert place.words == ("Bus drivers",)


@pytest.mark.parametrize(
    ("do", "fields", "told"),
    [
        ("merge", {"with": "nowhere"}, "no story and no document"),
        ("merge", {}, "say with which story"),
        ("split", {}, "choose the reports"),
        ("split", {"document": ["strike-1", "strike-2"]}, "nothing to split"),
        ("move", {"document": "strike-1", "to": "strike-2"}, "already"),
        ("speaker", {"said": "strike-1:0-4", "name": "Ona Quill"}, "no quotation stands at"),
        ("speaker", {"said": "", "name": "Ona Quill"}, "choose the words"),
        ("one-party", {"name": "Mira Holt"}, "two names or more"),
        ("not-that-claim", {"report": "none@strike-1:0-4"}, "no claim none"),
        ("not-a-copy", {"pair": "strike-1 weir-1"}, "no copy between"),
        ("shout", {}, "choose what you decide"),
    ],
)
def test_what_cannot_be_decided_is_told_in_place_with_what_was_typed(decide, service, do, fields, told):
    answer = decide("strike-1", do, **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'role="alert"' in answer.text
    if do != "shout":
        assert answer.text.count(f">{REASON}</textarea>") == 1
    assert not decisions(service)


def test_a_decision_has_a_reason(decide, service):
    answer = decide("strike-1", "note", reason="  ")
    assert answer.status_code == 422
    assert "a note says something" in answer.text
    assert not decisions(service)


def test_what_a_link_tells_already_is_chosen(served, service):
    story = story_of(service, "strike-1")
    page = served.get(f"/stories/{story}/work?do=speaker&said=strike-1:3-30").text
    assert '<option value="strike-1:3-30" selected>' in page
    assert re.search(r'id="speaker"[^>]*><details open>', page)


def test_a_decision_is_listed_and_undone(served, decide, service):
    decide("strike-1", "split", document="strike-2")
    (decision,) = decisions(service)
    page = served.get("/decisions")
    assert REASON in page.text
    assert f'id="decision-{decision.id}"' in page.text
    address = f"/decisions/{decision.id}/end"
    refused = served.post(address, data={"token": served.token, "reason": " "})
    assert refused.status_code == 422
    assert "say why it holds no longer" in refused.text
    ended = served.post(address, data={"token": served.token, "reason": "we were wrong"})
    assert ended.status_code == 303
    assert story_of(service, "strike-1") == story_of(service, "strike-2")
    after = served.get("/decisions").text
    assert "we were wrong" in after
    assert address not in after
    again = served.post(address, data={"token": served.token, "reason": "again"})
    assert again.status_code == 422
    assert "was ended by" in again.text


def test_decisions_about_one_report(served, decide):
    decide("strike-1", "note", about="strike-1")
    assert REASON in served.get("/decisions?document=strike-1").text
    assert REASON not in served.get("/decisions?document=weir-1").text
    assert served.get("/decisions?document=nowhere").status_code == 404


def test_hostile_words_of_people_are_shown_as_text(served, decide):
    decide("strike-1", "note", reason="<script>alert(1)</script>\u202e")
    for page in (served.get("/decisions").text, served.get("/documents/strike-1").text):
        assert "<script>alert" not in page
        assert "\u202e" not in page


def test_who_may_not_decide_sees_why_and_where_to_enter(visitor, service):
    address = f"/stories/{story_of(service, 'strike-1')}/work"
    page = visitor.get(address)
    assert page.status_code == 200
    assert "<textarea" not in page.text
    assert "needs a key" in page.text
    assert f"/enter?to={address}" in page.text
    assert visitor.post(address, data={"do": "note", "reason": REASON}).status_code in (401, 403)
    assert "not this?" not in visitor.get("/documents/strike-1").text
    assert not decisions(service)


def test_a_key_that_may_only_add_decides_nothing(keyed, service):
    program = keyed("read", "add")
    address = f"/stories/{story_of(service, 'strike-1')}/work"
    assert program.post(address, data={"do": "note", "reason": REASON}).status_code == 403
    assert not decisions(service)


def test_a_decision_is_signed_with_the_name_of_the_key(decide, service):
    decide("strike-1", "note", by="somebody else")
    assert decisions(service)[0].by == "the desk"


def test_a_form_of_another_browser_decides_nothing(served, service):
    address = f"/stories/{story_of(service, 'strike-1')}/work"
    assert served.post(address, data={"token": "none", "do": "note", "reason": REASON}).status_code == 403
    assert served.post("/decisions/none/end", data={"reason": REASON}).status_code == 403
    assert not decisions(service)
