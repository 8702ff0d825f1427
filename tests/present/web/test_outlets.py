"""Outlets as pages."""

import re

from tests.present.web.test_search import text


def test_outlets_with_their_reports_and_links(served):
    page = served.get("/outlets")
    assert page.status_code == 200
    assert 'href="/outlets/Orle%20Evening%20Star"' in page.text
    assert "Counted over all 9 reports" in text(page)


def test_an_outlet_whose_reports_have_no_time_says_so(served):
    told = text(served.get("/outlets?outlet=Sarrow"))
    assert re.search(r"Sarrow Lantern 1\b.*time unknown", told)


def test_outlets_by_filter_and_faults_in_place(served):
    assert "Tarn Valley Post" not in served.get("/outlets?outlet=Evening").text
    page = served.get("/outlets?since=soon")
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert "No report is as asked." in served.get("/outlets?outlet=Nowhere").text


def test_one_outlet_tells_what_it_reported(served):
    page = served.get("/outlets/Orle%20Evening%20Star")
    assert page.status_code == 200
    assert "<h1><bdi>Orle Evening Star</bdi></h1>" in page.text
    assert "Weir at Sandrow opens" in page.text
    for head in ("What it had alone", "Ties to others", "Corrections and withdrawals"):
        assert head in page.text
    assert re.search(r'href="/documents/strike-2"', page.text)


def test_what_it_had_alone_has_its_status(served):
    page = served.get("/outlets/Orle%20Evening%20Star")
    assert "planned hire other drivers" in text(page) or "to hire other drivers" in text(page)


def test_an_outlet_that_is_not_there(served):
    page = served.get("/outlets/No%20Such%20Gazelle")
    assert page.status_code == 404
    assert "No report here is by an outlet of this name." in page.text
    assert served.get("/outlets/%2C").status_code == 400
    assert served.get("/outlets/a%2Fb").status_code == 404
    assert "<script>" not in served.get("/outlets/%3Cscript%3E").text
