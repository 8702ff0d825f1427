"""Every page of an archive: on a desk and a phone, in both themes, on paper, by keyboard, with scripts and without."""

import pytest
from tests.browser import axe, keyboard, layout, serving
from tests.browser.inside_page import inside
from tests.browser.made import SEEDS
from tests.browser.served_pages import PAGES, addresses_in
from tests.browser.visits import DESKTOP, NARROW, PHONE, visiting

ALIKE = {"story-claim", "story-alone", "document-switched", "search-nothing"}
"""Pages in which axe-core would look at the same again."""


@pytest.fixture(scope="session")
def places(plain):
    return addresses_in(plain.service)


@pytest.fixture(params=[name for name in PAGES if name != "original"])
def place(request, places):
    """The address of each kind of page."""
    return places[request.param]


@pytest.fixture
def visit(visit_plain):
    return visit_plain


def assert_is_a_page(page) -> None:
    """Fail where a page lacks what every page has."""
    __tracebackhide__ = True
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.title().strip()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("main").count() == 1


def test_it_holds_at_every_width_prints_whole_and_is_walked_by_keyboard(visit, place):
    page = visit(place)
    assert_is_a_page(page)
    stops = keyboard.assert_walks(page, most=60)
    assert stops[0]["href"].startswith("#"), "the first stop leads past what every page has"
    layout.assert_holds_at(page, PHONE, NARROW, DESKTOP)
    layout.assert_prints_whole(page)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ALIKE])
def test_axe_finds_nothing_serious(visit, places, name):
    # the page as it came runs no scripts, those of axe-core neither
    page = visit(places[name], heeding=name != "original")
    axe.assert_accessible(page)
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    assert axe.violations(page) == []


def test_the_page_as_it_came_holds_and_prints_whole(visit, places):
    page = visit(places["original"])
    layout.assert_holds_at(page, PHONE, NARROW, DESKTOP)
    layout.assert_prints_whole(page)


def test_without_scripts_every_page_is_whole(visit, places):
    page = visit("/", scripts=False)
    for name, place in places.items():
        visit.go(page, place)
        if name != "original":
            assert_is_a_page(page)
        layout.assert_holds_at(page, NARROW, DESKTOP)


def test_every_link_leads_somewhere(visit, plain, places):
    import httpx

    seen, waiting = {}, [places["front"]]
    with httpx.Client(base_url=plain.home, follow_redirects=True, timeout=60) as client:
        page = visit(places["front"])
        while waiting and len(seen) < 150:
            at = waiting.pop(0)
            answer = client.get(at)
            seen[at] = answer.status_code
            if not answer.headers["content-type"].startswith("text/html") or at.partition("?")[0].endswith("/original"):
                continue
            for found in links_in(answer.text):
                path = found.partition("#")[0]
                if path.startswith("/") and path not in seen and path not in waiting:
                    waiting.append(path)
        page.close()
    assert {at: code for at, code in seen.items() if code >= 400} == {}
    assert len(seen) > 20


def links_in(text: str) -> list[str]:
    """Where the links of a page lead."""
    import lxml.html

    return lxml.html.document_fromstring(text).xpath("//a/@href")


def test_every_place_on_a_page_that_a_link_names_is_there(visit, places):
    for name in ("story", "document-words", "compare", "party", "outlet"):
        page = visit(places[name])
        missing = page.evaluate(inside("missing"))
        assert missing == [], name


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_what_is_not_there_says_so_on_a_page(visit, scripts):
    visit.watch.excuse("404")
    page = visit("/stories/st_nothing", scripts=scripts)
    assert_is_a_page(page)
    assert page.locator("a[href='/']").count()


BESIDE_A_STORY = ("front", "document", "compare", "party", "outlet")
"""Their story itself is what the one-file report of the seeds shows, where it is looked over."""


@pytest.mark.skipif(not SEEDS.is_dir(), reason="labelled data are not beside the checkout")
def test_the_seeds_as_pages(browser, making):
    archive = making.seeds_archive(SEEDS)
    with serving.over(archive) as server, visiting(browser, server.home) as visits:
        page = visits("/")
        for name, place in addresses_in(server.service).items():
            visits.go(page, place)
            layout.assert_holds_at(page, PHONE, NARROW, DESKTOP)
            layout.assert_prints_whole(page)
            if name != "original":
                assert_is_a_page(page)
            if name in BESIDE_A_STORY:
                axe.assert_accessible(page)
