"""Two reports side by side on a page."""

import re


def test_two_reports_of_one_story(served):
    page = served.get("/compare?left=strike-1&right=strike-2")
    assert page.status_code == 200
    assert "shared passage" in page.text
    numbers = re.findall(r'id="(left|right)-(\d+)" href="#(left|right)-(\d+)"', page.text)
    assert {side for side, *_ in numbers} == {"left", "right"}
    for side, own, other, there in numbers:
        assert side != other
        assert own == there
    assert 'class="shared quoted"' in page.text


def test_what_differs_is_marked_and_what_they_tell_stands_below(served):
    page = served.get("/compare?left=strike-1&right=strike-2").text
    assert "What they tell" in page
    assert re.search(r'class="[^"]*differs', page) or "copied" in page


def test_reports_that_share_nothing(served):
    page = served.get("/compare?left=strike-1&right=weir-1")
    assert page.status_code == 200
    assert "share no passage" in page.text
    assert "What they tell" not in page.text


def test_who_names_none_is_asked_and_who_names_one_twice_is_told(served):
    assert served.get("/compare").status_code == 200
    assert "<form" in served.get("/compare?left=strike-1").text
    assert served.get("/compare?left=strike-1&right=strike-1").status_code == 400
    assert served.get("/compare?left=strike-1&right=nowhere").status_code == 404
