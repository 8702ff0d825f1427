"""One report on its page: what is marked, what is set aside, where a citation leads, and how it came."""

import re
from datetime import timedelta

import pytest
from tests.present.served import NOW

from rashomon.core import Document, Passage, Role, Span
from rashomon.ingest import pages_of_stream
from rashomon.present.exports.identity import web_address
from rashomon.present.web.originals import harmless
from rashomon.present.web.places import place_of

OUTLET = "Orle Evening Star"


def put(service, name, text, **more):
    """Keep a report that nobody has read."""
    document = Document(
        id=name,
        text=text,
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
        published_at=NOW,
        **more,
    )
    with service.store.writer() as writer:
        return writer.add(document, seen_at=NOW, made_by="test.v1")


def test_a_report_shows_its_quotations_events_and_figures(served):
    page = served.get("/documents/strike-1")
    assert page.status_code == 200
    assert "Bus drivers in Orle begin strike" in page.text
    assert 'class="quotation direct' in page.text
    assert "Mira Holt, in their words" in page.text
    assert "denied" in page.text
    assert "figure" in page.text
    assert page.headers["vary"].lower().count("rashomon-part")


def test_the_switches_tell_what_the_address_asks_for(served):
    def checked(address):
        shown = re.findall(r'value="(\w+)" id="show-\w+"( checked)?', served.get(address).text)
        return {name for name, on in shown if on}

    assert checked("/documents/strike-1") == {"quotations", "events", "figures"}
    assert checked("/documents/strike-1?show=events") == {"events"}
    assert checked("/documents/strike-1?show=events,figures") == {"events", "figures"}
    assert checked("/documents/strike-1?show=events&show=figures&show=") == {"events", "figures"}
    assert checked("/documents/strike-1?show=") == set()


def test_the_place_of_a_citation_is_marked_once(served):
    text = served.get("/documents/strike-1").text
    page = served.get("/documents/strike-1?at=0-11").text
    assert 'id="at"' not in text
    assert page.count('id="at"') == 1
    assert "Bus drivers" in re.search(r'id="at"[^>]*>([^<]*)<', page)[1]


def test_a_place_in_a_headline_that_stands_outside_the_text(served):
    page = served.get("/documents/strike-1?at=headline:0-3").text
    assert re.search(r'id="at"[^>]*>Bus<', page)


@pytest.mark.parametrize("at", ["5", "9-3", "0-999999", "a-b", "0-0", "headline:0-4000", "1-2;drop", "-1-4"])
def test_a_place_that_is_none_is_told(served, at):
    assert served.get("/documents/strike-1", params={"at": at}).status_code == 400


def test_a_report_that_is_not_there(served):
    page = served.get("/documents/nowhere")
    assert page.status_code == 404
    assert "nowhere" in page.text


def test_furniture_is_folded_with_its_reason(served, service):
    text = "The weir opened.\nShare this story"
    document = Document(
        id="aside",
        text=text,
        passages=(Passage(span=Span(0, 16), role=Role.PARAGRAPH),),
        set_aside=(),
    )
    from dataclasses import replace

    from rashomon.core import SetAside

    document = replace(document, set_aside=(SetAside(span=Span(17, len(text)), reason="share-prompt"),))
    with service.store.writer() as writer:
        writer.add(document, seen_at=NOW, made_by="test.v1")
    page = served.get("/documents/aside").text
    assert re.search(
        r"<details class=\"set-aside\"><summary>Set aside: share prompt</summary>\s*<p>Share this story", page
    )
    opened = served.get("/documents/aside?at=17-22").text
    assert '<details class="set-aside" open>' in opened


def test_story_claims_and_work_are_at_hand(served, service):
    with service.view() as view:
        story = view.story_of("strike-1").story.id
        account = view.account(story).account
    page = served.get("/documents/strike-1").text
    assert f'href="/stories/{story}"' in page
    own = [c for c in account.claims if any(r.document == "strike-1" for r in c.reports)]
    assert own
    assert all(f"#claim-{claim.id}" in page for claim in own)
    assert f"/stories/{story}/work?do=speaker" in page


def test_only_addresses_of_the_web_become_links(served, service):
    put(service, "bad", "Words.", address="javascript:alert(1)", outlet=OUTLET)
    put(service, "good", "Other words.", address="https://orle.example/a?b=1", outlet=OUTLET)
    bad, good = served.get("/documents/bad").text, served.get("/documents/good").text
    assert 'href="javascript' not in bad
    assert '<a href="https://orle.example/a?b=1" rel="noopener noreferrer nofollow">' in good


HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe " onmouseover="x'


def test_a_hostile_report_is_shown_as_text(served, service):
    put(service, "hostile", HOSTILE, headline=HOSTILE, outlet=HOSTILE, address=HOSTILE, bylines=(HOSTILE,))
    for address in (
        "/documents/hostile",
        "/documents/hostile?at=0-8",
        "/words/hostile?at=0-8",
        "/documents/hostile/versions",
    ):
        page = served.get(address).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "\u202e" not in page
        assert '" onmouseover="' not in page


def test_an_id_with_a_stroke_in_it_has_a_page(served, service):
    put(service, "2031/05/weir", "The weir opened.")
    assert served.get("/documents/2031%2F05%2Fweir").status_code == 200
    assert served.get("/documents/2031%2F05%2Fweir/versions").status_code == 200


def test_words_beside_have_the_passages_around_the_place(served):
    page = served.get("/words/strike-1?at=0-11")
    part = served.get("/words/strike-1?at=0-11", headers={"Rashomon-Part": "words"})
    assert "<!doctype html>" in page.text
    assert "<!doctype html>" not in part.text
    assert 'id="at"' in part.text
    assert "Tarn Valley Post" in part.text
    assert served.get("/words/strike-1?at=0-99999").status_code == 400
    assert served.get("/words/strike-1").status_code == 400


def test_versions_word_by_word(served, service):
    put(service, "v1", "The lock has 28 pilots.", address="https://orle.example/lock")
    with service.store.writer() as writer:
        text = "The lock has 26 pilots."
        changed = Document(
            id="v2",
            text=text,
            passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
            address="https://orle.example/lock",
        )
        writer.add(changed, seen_at=NOW + timedelta(hours=1), made_by="test.v1")
    page = served.get("/documents/v2/versions").text
    assert "2 versions" in page
    assert re.search(r"<del[^>]*>28</del>\s*<ins[^>]*>26</ins>", page)
    old = served.get("/documents/v1").text
    assert "Version 1 of 2" in old
    assert "28 pilots" in old


def test_the_page_as_it_came_can_do_nothing(served, service):
    html = (
        b"<html><head><title>x</title><base href='https://evil.example/'><style>p{color:red}</style></head><body>"
        b"<p onclick='a()'>The weir at <b>Sandrow</b> opened.</p><script>alert(1)</script>"
        b"<img src='https://evil.example/pixel'><a href='https://evil.example/'>more</a>"
        b"<iframe src='https://evil.example/'></iframe><form action='/x'><input name=q></form>"
        b"<meta http-equiv=refresh content='0;url=https://evil.example/'>"
        b"<svg><script>alert(2)</script></svg><p style='background:url(//evil.example)'>"
        + b"The mayor opened the new weir at Sandrow on Thursday, and many people came to see it. " * 4
        + b"</p></body></html>"
    )
    import io

    (page,) = pages_of_stream(io.BytesIO(html), address="https://orle.example/weir.html", keep_octets=True)
    with service.store.writer() as writer:
        original = writer.keep_original(page.octets)
        document = Document(id="kept", text="The weir opened.", address="https://orle.example/weir.html")
        writer.add(document, seen_at=NOW, made_by="test.v1", original=original)
    shown = served.get("/documents/kept/original")
    policy = shown.headers["content-security-policy"]
    assert shown.status_code == 200
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "<b>Sandrow</b>" in shown.text
    body = shown.text.partition("<main>")[2]
    for gone in ("script", "evil.example", "onclick", "<img", "<a ", "iframe", "<form", "<meta", "style=", "svg"):
        assert gone not in body, gone


def test_a_text_as_it_came_is_text(served):
    shown = served.get("/documents/strike-1/original")
    assert shown.status_code == 200
    assert "<pre>" in shown.text
    assert "Bus drivers in Orle began a strike" in shown.text


def test_of_a_report_without_bytes_no_page_is_shown(served, service):
    put(service, "bare", "Words.")
    assert served.get("/documents/bare/original").status_code == 404


@pytest.mark.parametrize(
    "html",
    [
        "<a href='javascript:alert(1)'>x</a>",
        "<svg><a xlink:href='javascript:x'><text>x</text></a></svg>",
        "<math><mi xlink:href='javascript:x'>y</mi></math>",
        "<noscript><p title='</noscript><img src=x onerror=x>'>",
        "<p><!--[if IE]><script>x</script><![endif]--></p>",
        "<template><img src=x></template>",
        "<object data='javascript:x'></object><embed src=x>",
        "<table background='https://e.example/x'><tr><td>1</td></tr></table>",
        "<img src=x onerror=x>" * 3,
        "<p/onload=x>z",
    ],
)
def test_nothing_is_left_of_markup_but_its_layout(html):
    left = harmless(html)
    assert not re.search(r"<\w+[^>]*[\s/]\w+\s*=", left), left
    assert not re.search(r"<(?:a|img|svg|math|script|object|embed|template|style)\b", left), left


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://orle.example/a", True),
        ("http://orle.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//orle.example/a", False),
        ("https:/orle.example", False),
        ("https://orle.example/\u202egpj", False),
        ("https://orle.example/ a", False),
        ("java\nscript:x", False),
        ("reports/a.txt", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_what_may_be_a_link(address, link):
    assert (web_address(address) is not None) is link


def test_a_place_as_it_is_written():
    assert place_of("3-9") == Span(3, 9)
    assert place_of("headline:0-4").part.value == "headline"
