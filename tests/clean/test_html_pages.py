"""HTML pages: the column with its roles, and what the page tells of itself."""

import json
from time import process_time

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels

from rashomon.clean import document
from rashomon.clean.html_pages import column_of
from rashomon.core import Page, Part, Problem

LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "x"},
        {
            "@type": ["NewsArticle"],
            "headline": "Harbour bridge stays closed",
            "datePublished": "2021-03-03T10:15:00+02:00",
            "author": [{"@type": "Person", "name": "Ada Moor"}, {"name": "By Jon Vance"}],
            "publisher": {"@type": "Organization", "name": "Norvale Post"},
        },
    ],
}


def page(head="", body=""):
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Bridge | Norvale Post</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>Harbour bridge stays closed</h1>{body}"
        f"<p>{FIRST}</p><h2>What was found</h2><p>{THIRD}</p><blockquote><p>{SECOND}</p></blockquote>"
        f"<ul><li>Two pillars are cracked, the board said.</li><li>One is sound, the board said.</li></ul>"
        f"<p>{FIRST} {THIRD}</p><p>The Associated Press contributed to this report.</p></article>"
        "<footer><p>© 2021 Norvale Post</p></footer></body></html>"
    )


def test_roles_come_from_the_elements_and_marks_stay():
    made = cleaned(page(), kind="html", address="p.html")
    found = labels(made)
    assert found[FIRST] == "paragraph"
    assert found["What was found"] == "subheading"
    assert found[SECOND] == "block-quote"
    assert found["Two pillars are cracked, the board said."] == "list-item"
    assert found["The Associated Press contributed to this report."] == "(credit-line)"
    assert "“We will not open it" in made.text
    assert made.credits == ("Associated Press",)


def test_json_ld_gives_time_with_zone_names_and_outlet():
    made = cleaned(page(f'<script type="application/ld+json">{json.dumps(LD)}</script>'), kind="html", address="p.html")
    assert made.headline == "Harbour bridge stays closed"
    assert made.headline_span is not None
    assert made.headline_span.part in (Part.HEADLINE, Part.TEXT)
    assert made.bylines == ("Ada Moor", "Jon Vance")
    assert made.outlet == "Norvale Post"
    assert made.published_at is not None
    assert made.published_at.isoformat() == "2021-03-03T08:15:00+00:00"
    assert made.address == "p.html"


def test_meta_elements_serve_where_there_is_no_json_ld_and_broken_json_is_passed_over():
    head = (
        '<script type="application/ld+json">{"@type": broken</script>'
        '<meta property="article:published_time" content="2021-03-03T10:15:00Z">'
        '<meta property="og:site_name" content="Norvale Post"><meta name="author" content="Ada Moor">'
    )
    made = cleaned(page(head), kind="html", address="p.html")
    assert (made.outlet, made.bylines) == ("Norvale Post", ("Ada Moor",))
    assert made.published_at is not None
    assert made.published_at.hour == 10


def test_impossible_dates_are_none():
    head = '<meta property="article:published_time" content="0001-01-01T00:00:00Z">'
    assert cleaned(page(head), kind="html", address="p.html").published_at is None


def test_a_day_without_time_is_said():
    made = cleaned(page('<meta name="date" content="2021-03-03">'), kind="html", address="p.html")
    assert "published-day-only" in [p.code for p in made.problems]


def test_a_page_from_standard_input_takes_its_canonical_address():
    head = '<link rel="canonical" href="https://norvale.example/1">'
    assert cleaned(page(head), kind="html", address="-").address == "https://norvale.example/1"


def test_a_page_without_a_column_says_so():
    made = document(Page(address="p.html", kind="html", text="<html><body><div id='app'></div></body></html>"))
    assert isinstance(made, Problem)
    assert (made.code, made.fatal) == ("no-report", True)


STANDFIRST = "Mayor waits for the engineers before she decides on the pillars"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", f"<div class='article-standfirst'><p>{STANDFIRST}</p></div>"),
        ("", f"<h2 data-testid='dek'>{STANDFIRST}</h2>"),
        (f"<meta name='description' content='{STANDFIRST}'>", f"<div class='x1'>{STANDFIRST}</div>"),
    ],
)
def test_a_standfirst_beside_the_column_is_part_of_the_report(head, body):
    headline = "<h1>Harbour bridge stays closed</h1>"
    whole = page(head).replace(f"<article>{headline}", f"<header>{headline}{body}</header><article>")
    made = cleaned(whole, kind="html", address="p.html")
    assert [r for w, r in labels(made).items() if w == STANDFIRST] == ["standfirst"]


def test_a_byline_under_a_standfirsts_name_is_none():
    whole = page(body="<div class='subtitle'>By Ada Moor for the Norvale Post, 3 March 2021, 10:15</div>")
    assert "standfirst" not in labels(cleaned(whole, kind="html", address="p.html")).values()


def test_a_very_short_page_keeps_its_headline_byline_and_body_apart():
    body = (
        "<p class='byline'>By Ada Moor</p><p>The Norvale Post has withdrawn this report. It said the bridge fell.</p>"
    )
    made = cleaned(
        "<!DOCTYPE html><html lang='en'><head><title>Bridge</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>On the bridge</h1>{body}</article><footer>All rights reserved.</footer></body></html>",
        kind="html",
        address="p.html",
    )
    found = labels(made)
    assert found["On the bridge"] == "headline"
    assert found["By Ada Moor"] == "byline"
    assert [n.kind.value for n in made.notices] == ["retraction"]


def test_a_column_nested_very_deep_is_still_read():
    deep = 220
    nested = (
        f"<!DOCTYPE html><html><body><article>{'<div>' * deep}<p>{FIRST}</p><p>{THIRD} {SECOND}</p>{'</div>' * deep}"
    )
    assert FIRST in cleaned(f"{nested}</article></body></html>", kind="html", address="p.html").text


def test_a_page_that_nests_deeper_than_is_read_says_so():
    deep = 10_000
    column = f"<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{'<div>' * deep}<p>Below.</p></article>"
    made = cleaned(f"<!DOCTYPE html><html><body>{column}</body></html>", kind="html", address="p.html")
    assert FIRST in made.text
    assert "Below" not in made.text
    assert [p.code for p in made.problems if p.document == made.id] == ["page-cut-short"]
    page = f"<!DOCTYPE html><html><body>{'<div>' * deep}<p>{FIRST}</p></body></html>"
    lost = document(Page(address="p.html", kind="html", text=page))
    assert isinstance(lost, Problem)
    assert (lost.code, lost.fatal) == ("too-large", True)


@pytest.mark.parametrize("times", [8_000, 2_400])
def test_one_paragraph_is_not_held_against_all_of_a_long_page(times):
    aside = f"<aside>{'<p>a</p>' * 12_000}</aside>"
    page = f"<html><body>{aside}<div><p>{'a ' * times}The bridge stays closed until Friday.</p></div></body></html>"
    began = process_time()
    column = column_of(page, None)
    assert process_time() - began < 10
    assert column is not None
    assert column.text.endswith("a a The bridge stays closed until Friday.")
    assert "\n\n" not in column.text
