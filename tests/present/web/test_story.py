"""The served page of a story: the words beside by address, the same as a part, every link to a page that is there."""

import lxml.html
import pytest

from rashomon.core import Part, Span
from rashomon.present.report.page import page
from rashomon.present.report.sheet import sheets
from rashomon.present.web import addresses
from rashomon.present.web.story import OnTheServer, place_of


@pytest.fixture
def account(service):
    """The account of the bundled event, which six reports tell."""
    with service.view() as view:
        return service.account(view, view.story_of("strike-1").story.id)


@pytest.fixture
def told(account):
    return account.stories[0]


def get(served, address, **headers):
    reply = served.get(address, headers=headers)
    return reply, lxml.html.fromstring(reply.text)


def words(tree):
    return " ".join(tree.text_content().split())


def a_report(told):
    return next(report for claim in told.claims for report in claim.reports if report.span.part is Part.TEXT)


def test_a_story_has_its_page(served, told):
    reply, tree = get(served, addresses.story(told.id))
    assert reply.status_code == 200
    assert words(tree.xpath("//h1")[0]) == " ".join(told.title.split())
    for claim in told.claims:
        (part,) = tree.xpath("//*[@id=$name]", name=f"claim-{claim.id}")
        assert " ".join(claim.text.split()) in words(part)


def test_a_story_is_found_by_the_beginning_of_its_id_and_no_other_is(served, told):
    assert served.get(addresses.story(told.id[:8])).status_code == 200
    assert served.get("/stories/0000000000000000").status_code == 404


def test_a_story_that_is_not_there_leads_to_those_that_are(served, told):
    page = served.get("/stories/0000000000000000")
    assert "There is no story &#39;0000000000000000&#39; in this archive.</p>" in page.text
    assert "`" not in page.text
    assert '<a href="/?days=0">All stories</a>' in page.text
    assert told.title in served.get("/?days=0").text
    assert "rashomon stories" in served.get("/api/v1/stories/0000000000000000").text


def test_a_citation_opens_its_words_beside_without_a_script(served, told, account):
    report = a_report(told)
    address = addresses.story(told.id, at=(report.document, report.span))
    _, tree = get(served, address)
    (beside,) = tree.xpath("//*[@id='beside']")
    (mark,) = beside.xpath(".//*[@id='at']")
    document = next(d for d in account.documents if d.id == report.document)
    assert mark.text_content() == document.words_at(report.span)
    assert (document.outlet or "") in words(beside)


def test_every_citation_of_the_page_opens_words(served, told):
    address = addresses.story(told.id)
    _, tree = get(served, address)
    links = [link for link in tree.xpath("//*[@data-part='beside']/@href") if ":" in link]
    assert len(links) > 20
    for link in sorted(set(links))[::7]:
        place, _, near = link.partition("#")
        _, opened = get(served, address + place, **{"Rashomon-Part": "beside"})
        assert opened.xpath("//*[@id='at']")[0].text_content().strip()
        assert tree.xpath("//*[@id=$near]", near=near)


def test_the_part_is_what_the_page_has_beside_and_nothing_more(served, told):
    report = a_report(told)
    address = addresses.story(told.id, at=(report.document, report.span))
    whole, tree = get(served, address)
    part, fragment = get(served, address, **{"Rashomon-Part": "beside"})
    assert words(fragment) == words(tree.xpath("//*[@id='beside']")[0])
    assert "<html" not in part.text
    assert len(part.content) < len(whole.content) / 3
    assert "rashomon-part" in part.headers["vary"].lower()


def test_without_a_place_the_reports_stand_beside(served, told):
    _, tree = get(served, addresses.story(told.id))
    (beside,) = tree.xpath("//*[@id='beside']")
    letters = beside.xpath(".//a[contains(@class, 'cite')]")
    assert [link.text for link in letters] == ["A", "B"]
    _, opened = get(served, addresses.story(told.id) + letters[1].get("href").partition("#")[0])
    assert opened.xpath("//*[@id='beside']//h2[contains(@class, 'report-name')]")
    assert not opened.xpath("//*[@id='at']")


@pytest.mark.parametrize(
    "at",
    ["nothing", "strike-1:", "strike-1:5", "strike-1:9-3", "strike-1:0-999999", "strike-1:-1-3", "strike-1:a-b",
     "strike-1:headline:0-9999", ":0-3", "strike-1:٣-٤", "<script>x</script>:1-2", "x" * 5000],
)  # fmt: skip
def test_a_place_that_is_not_there_is_told_and_breaks_nothing(served, told, at):
    reply = served.get(addresses.story(told.id), params={"at": at})
    tree = lxml.html.fromstring(reply.text)
    assert reply.status_code == 200
    assert not tree.xpath("//*[@id='at'] | //script[not(@src)]")


def test_a_place_may_stand_in_a_headline_and_a_document_may_have_a_colon_in_its_id(account):
    from dataclasses import replace

    from rashomon.present.report.story_page import StoryPage

    document = next(d for d in account.documents if d.id == "strike-1")
    odd = replace(document, id="a:headline")
    story = replace(account.stories[0], documents=("a:headline",), claims=(), utterances=())
    (sheet,) = sheets(replace(account, documents=(odd,), stories=(story,)))
    one = StoryPage(sheet, OnTheServer("s"))
    assert place_of(one, "a:headline:0-4")[1] == Span(0, 4)
    assert place_of(one, "a:headline")[1] is None
    (sheet,) = sheets(account)
    one = StoryPage(sheet, OnTheServer("s"))
    assert place_of(one, "strike-1:headline:0-3")[1] == Span(0, 3, Part.HEADLINE)


def test_links_lead_to_pages_that_are_there(served, told):
    _, tree = get(served, addresses.story(told.id))
    (main,) = tree.xpath("//main")
    names = set(tree.xpath("//@id"))
    pages = set()
    for link in main.xpath(".//a/@href"):
        path, _, fragment = link.partition("#")
        if not path:
            assert fragment in names
        elif path.startswith("/"):
            pages.add(path)
    kinds = {page.split("/")[1].split("?")[0] for page in pages}
    assert kinds >= {"documents", "outlets", "parties", "stories"}
    for link in pages:
        if not link.endswith("/work"):  # needs a key
            assert served.get(link).status_code == 200, link


def test_nothing_on_the_page_needs_a_style_or_a_script_of_its_own(served, told):
    _, tree = get(served, addresses.story(told.id))
    assert not tree.xpath("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_account_is_laid_out_once(served, told, monkeypatch):
    from rashomon.present.web import story as module

    made = []
    laid = module._laid
    monkeypatch.setattr(module, "_laid", lambda account: made.append(account) or laid(account))
    first = served.get(addresses.story(told.id)).text
    assert served.get(addresses.story(told.id)).text == first
    assert len(made) == 1


def test_the_one_file_and_the_served_page_say_the_same(served, account, told):
    own = lxml.html.document_fromstring(page(account))
    _, tree = get(served, addresses.story(told.id))
    for name in ("brief", "disputed", "matrix", "said", "figures", "timeline"):
        here, there = (each.xpath("//section[@aria-labelledby=$name]", name=name) for each in (own, tree))
        assert [words(section) for section in here] == [words(section) for section in there]
