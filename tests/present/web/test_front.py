"""The front page and the frame of all pages."""

import re
from dataclasses import replace

import pytest
from starlette.testclient import TestClient
from tests.present import ferry
from tests.present.questions.kept import archive, document, keep_account, press
from tests.present.served import NOW

from rashomon.present.server.app import make_app
from rashomon.present.server.service import Service
from rashomon.settings import Settings
from rashomon.stores.memory import MemoryStore

EVIL = "<script>alert(1)</script>\u202e<img src=x onerror=alert(1)>"


def titles(page):
    return [re.sub("<[^>]+>", "", found) for found in re.findall(r'class="lead-head">(.*?)</h2>', page.text)]


def over(store):
    """A client over pages of this store."""
    service = Service(Settings(archive="desk.db"), store, now=lambda: NOW)
    return service, TestClient(make_app(service), base_url="http://127.0.0.1:8000")


@pytest.fixture
def client_over():
    made = []

    def client(store):
        service, found = over(store)
        made.append(service)
        return found

    yield client
    for service in made:
        service.close()


def test_the_newest_day_is_shown_with_the_rule(served):
    page = served.get("/?days=1")
    assert page.status_code == 200
    assert "Friday, 30 May 2031" in page.text
    assert titles(page) == ["Orle buses stand still"]
    assert "First those that rest on the most independent origins" in page.text


def test_a_front_of_few_stories_is_of_more_days(served):
    plain = served.get("/")
    assert titles(plain) == titles(served.get("/?days=0"))
    assert len(titles(plain)) > len(titles(served.get("/?days=3")))


def test_a_story_has_its_state_its_outlets_and_a_link(served):
    page = served.get("/").text
    assert re.search(r'<a href="/stories/[0-9a-f]{16}">', page)
    assert 'class="st st-' in page
    assert '<a class="quiet" href="/outlets/Tarn%20Valley%20Post">' in page
    assert "2 reports" in page
    assert 'class="sparkline"' in page


def test_days_lengths_and_pages_are_links(served):
    page = served.get("/?days=1").text
    assert 'href="/?days=1&amp;day=2031-05-29"' in page
    assert 'href="/?days=7"' in page
    before = served.get("/?day=2031-05-29")
    assert "Thursday, 29 May 2031" in before.text
    assert 'href="/?day=2031-05-30"' in before.text
    assert titles(before) == ["Weir at Sandrow opens"]
    assert len(titles(served.get("/?days=3"))) == 2
    assert len(titles(served.get("/?days=0"))) > 2


def test_a_day_without_reports_says_so_and_where_to_go(served):
    page = served.get("/?day=2031-05-20").text
    assert "No report here is of this day" in page
    assert "Earlier" in page


def test_filters_stand_in_the_form_and_can_be_taken_away(served):
    page = served.get("/?days=0&outlet=Evening&standing=agreed").text
    assert '<option value="agreed" selected>' in page
    assert 'aria-label="Without Outlet: Evening"' in page
    assert 'href="/?days=0&amp;standing=agreed"' in page
    assert titles(served.get("/?days=0&outlet=Evening&party=Vance")) == ["Weir at Sandrow opens"]
    nothing = served.get("/?days=0&outlet=Nowhere")
    assert nothing.status_code == 200
    assert "No story is as asked" in nothing.text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("status=lost", "status is one of"),
        ("standing=true", "standing is one of"),
        ("day=yesterday", "is no day"),
        ("day=0001-01-01&days=30", "choose a later day"),
        ("days=2", "days (0 for all time)"),
        ("q=%22a", "the marks do not close"),
        ("outlet=%2C", "no letter or digit"),
        ("before=x", "not what a page gave"),
        ("party=" + "a" * 500, "no more than 400"),
    ],
)
def test_what_cannot_be_asked_is_said_in_place(served, asked, words):
    page = served.get(f"/?{asked}")
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert words in page.text
    assert '<form action="/" method="get">' in page.text


def test_an_empty_archive_says_what_to_do(client_over):
    page = client_over(MemoryStore()).get("/")
    assert page.status_code == 200
    assert "This archive has no reports yet." in page.text
    assert 'href="/add"' in page.text
    assert "<code>rashomon add FILES</code>" in page.text


def test_where_the_archive_is_stands_on_no_page(client_over):
    client = client_over(MemoryStore())
    service = client.app.state.service
    service.settings = replace(service.settings, archive="postgresql://desk:s3cret@base.example/news")
    for path in ("/", "/?q=x", "/outlets", "/jobs", "/add", "/metrics", "/healthz", "/none", "/api/v1/stories"):
        told = client.get(path).text
        assert "s3cret" not in told, path
        assert "base.example" not in told, path


def test_reports_in_no_story_say_so(client_over):
    store = MemoryStore()
    with store.writer() as writer:
        writer.add(document("a", "Quay Times", "A fish.", NOW), seen_at=NOW, made_by="test.v1")
    assert "in no story yet" in client_over(store).get("/").text


def test_next_and_previous_pages(client_over):
    store = archive(*(press([(f"d{n}", "Quay Times")], story=f"s{n:02}") for n in range(23)))
    client = client_over(store)
    first = client.get("/")
    assert len(titles(first)) == 20
    assert 'rel="next" href="/?before=20"' in first.text
    second = client.get("/?before=20")
    assert len(titles(second)) == 3
    assert 'rel="prev" href="/"' in second.text
    assert 'start="21"' in second.text


def test_a_story_without_an_account_says_so(client_over):
    store = archive(press([("a", "Quay Times")]))
    with store.writer() as writer:
        writer.add(document("b", "Quay Times", "A fish.", NOW), seen_at=NOW, made_by="test.v1")
        writer.settle([replace(writer.view.story("p1").story, id="new", documents=("b",))], made_by="test.v1")
    assert "No account yet." in client_over(store).get("/").text


def test_hostile_words_are_shown_as_words(client_over):
    account = press([("a", EVIL)])
    story = replace(account.stories[0], title=EVIL)
    page = client_over(archive(replace(account, stories=(story,)))).get("/").text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_the_frame_has_a_skip_link_a_search_and_the_place(served):
    page = served.get("/").text
    assert page.index('class="skip" href="#main"') < page.index("<header")
    assert '<input id="search" name="q" type="search"' in page
    assert 'id="suggestions"' in page
    assert '<a href="/" aria-current="page">Front</a>' in page
    outlets = served.get("/outlets").text
    assert '<a href="/outlets" aria-current="page">Outlets</a>' in outlets
    assert '<a href="/outlets" aria-current="true">Outlets</a>' in served.get("/outlets/Orle%20Evening%20Star").text


@pytest.mark.parametrize(
    "path", ["/", "/search?q=strike", "/outlets", "/outlets/Orle%20Evening%20Star", "/parties/Mira%20Holt"]
)
def test_nothing_of_style_or_script_stands_in_a_page(served, path):
    page = served.get(path).text
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", page)
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert address.startswith(("/", "#")), address


def test_the_style_and_the_mark_are_there(served):
    page = served.get("/").text
    for address in re.findall(r'"(/assets/[^"]+)"', page):
        assert served.get(address).status_code == 200


def test_the_leading_claim_is_told_as_it_stands(client_over):
    store = keep_account(MemoryStore(), ferry.account())
    page = re.sub("<[^>]+>", "", client_over(store).get("/").text)
    assert re.search(r"origins? tells? it as|independent origins agree|told by one report|told as", page)
