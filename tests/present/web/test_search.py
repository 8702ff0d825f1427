"""Searching: by kind, with the words marked, and faults in place."""

import re

import pytest


def text(page):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", page.text))


def test_a_few_of_each_kind_with_the_words_marked(served):
    page = served.get("/search?q=strike")
    assert page.status_code == 200
    for head in ("Stories", "Claims", "What was said", "Reports"):
        assert f">{head}</h2>" in page.text
    assert "<mark>strike</mark>" in page.text


def test_found_words_stand_in_what_was_said_and_lead_to_the_place(served):
    page = served.get("/search?q=drive+company&kind=quotations")
    assert re.search(r'href="/documents/strike-\d\?at=\d+-\d+#at"><bdi>[^<]*<mark>drive</mark>', page.text)
    assert '<a class="quiet" href="/parties/Mira%20Holt">' in page.text


def test_a_kind_of_its_own_page_by_page(served):
    page = served.get("/search?q=the&kind=claims")
    assert page.text.count('aria-labelledby="found-') == 1
    following = re.search(r'rel="next" href="([^"]+)"', page.text)
    assert following is not None
    second = served.get(following[1].replace("&amp;", "&"))
    assert second.status_code == 200
    assert re.findall(r"claim-[0-9a-f]+", page.text)[0] not in second.text


def test_filters_without_words(served):
    assert "Reports" in served.get("/search?outlet=Evening+Star").text
    assert "opened the new weir" in text(served.get("/search?party=Vance&kind=claims"))
    assert "denied" in text(served.get("/search?status=denied"))
    assert "Nothing." in served.get("/search?q=strike&until=2001-01-01").text


def test_without_a_question_it_says_how_to_ask(served):
    page = served.get("/search")
    assert page.status_code == 200
    assert "How to ask" in page.text
    assert served.get("/search?kind=claims").status_code == 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("q=%22strike", "the marks do not close"),
        ("q=strike+OR", "OR stands between"),
        ("q=colour:red", "fields are actor, code, document, form, "),
        ("q=unit:people&kind=claims", "nothing can be asked by all these fields"),
        ("q=strike&since=soon", "no time"),
        ("q=strike&kind=poems", "one can look among stories"),
        ("q=strike&kind=claims&before=x", "not what a page"),
        ("q=" + "a" * 500, "no more than 400"),
        ("q=status:lost", "status is one of"),
        ("party=%21", "no letter or digit"),
    ],
)
def test_faults_stand_in_place_and_say_what_to_do(served, asked, words):
    page = served.get(f"/search?{asked}")
    assert page.status_code == 400
    assert 'id="fault" role="alert"' in page.text
    assert words in text(page)
    assert 'aria-invalid="true" aria-describedby="fault"' in page.text


def test_a_kind_that_cannot_be_asked_so_says_so_beside_the_others(served):
    page = served.get("/search?q=speaker:holt")
    assert page.status_code == 200
    assert "We will not drive" in text(page)
    assert "cannot be asked by" in text(page)


def test_stories_are_found_by_a_filter_in_the_words_as_by_one_beside_them(served):
    one, other = (served.get(f"/search?{asked}&kind=stories") for asked in ("q=status:denied", "status=denied"))
    titles = re.findall(r'href="(/stories/[^"#?]+)"', one.text)
    assert titles
    assert titles == re.findall(r'href="(/stories/[^"#?]+)"', other.text)
    assert "cannot be asked by" not in text(served.get("/search?q=status:denied"))


def test_what_is_asked_is_shown_as_words(served):
    page = served.get("/search", params={"q": '<b onclick="x">\u202e'})
    assert "<b onclick" not in page.text
    assert "\u202e" not in page.text


def test_suggestions_are_options_that_lead_somewhere(served):
    page = served.get("/suggest?q=mira")
    assert page.status_code == 200
    assert page.text.lstrip().startswith('<div id="suggestions"')
    assert re.search(r'<a role="option" id="suggestion-1" href="/parties/Mira%20Holt"', page.text)
    assert 'data-value="party:&#34;Mira Holt&#34;"' in page.text
    assert 'href="/outlets/Orle%20Evening%20Star"' in served.get("/suggest?q=evening").text
    assert "Weir at Sandrow opens" in served.get("/suggest?q=weir").text


@pytest.mark.parametrize("begun", ["", "x", "<script>", "%22", "a" * 5000])
def test_too_little_suggests_nothing(served, begun):
    page = served.get("/suggest", params={"q": begun})
    assert page.status_code == 200
    assert 'role="option"' not in page.text
    assert 'id="suggestions"' in page.text
