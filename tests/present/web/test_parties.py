"""Parties as pages."""

from tests.present.web.test_search import text


def test_what_a_party_said_with_its_places(served):
    page = served.get("/parties/Mira%20Holt")
    assert page.status_code == 200
    assert "We will not drive until the company talks to us" in text(page)
    assert 'href="/documents/strike-1?at=' in page.text
    assert text(page).index("Said, over time") < text(page).index("Denied or refused") < text(page).index("Announced")


def test_what_it_denied_and_announced(served):
    page = text(served.get("/parties/Orle%20Transport%20Company"))
    denied = page[page.index("Denied or refused") : page.index("Announced")]
    announced = page[page.index("Announced") : page.index("Told otherwise")]
    assert "cut pay" in denied
    assert "hire other drivers" in announced


def test_a_party_that_is_not_there(served):
    page = served.get("/parties/Nobody%20Atall")
    assert page.status_code == 404
    assert "Nobody of this name" in page.text
    assert served.get("/parties/%21").status_code == 400
    assert served.get("/parties/Mira%20Holt?before=x").status_code == 400
    assert "<script>" not in served.get("/parties/%3Cscript%3E").text


def test_a_name_given_in_the_query_leads_to_its_page(served):
    assert served.get("/parties?name=Mira Holt").headers["Location"] == "/parties/Mira%20Holt"
    assert served.get("/parties").headers["Location"] == "/search"
