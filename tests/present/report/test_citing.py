"""A citation names its report by letter and every further place in it by number, each place once."""

from dataclasses import replace

import lxml.html
from tests.present import ferry

from rashomon.core import Citation, Span
from rashomon.present.report.citing import Citing
from rashomon.present.report.links import OnThePage
from rashomon.present.report.sheet import sheets


def cited(citations, **more):
    (sheet,) = sheets(ferry.account())
    html = Citing(sheet.columns, OnThePage(frozenset(ferry.DOCUMENTS)))(citations, **more)
    return lxml.html.fragment_fromstring(str(html), create_parent="p")


def at(document, start, end):
    return Citation(document=document, span=Span(start, end))


def test_reports_stand_in_the_order_of_their_letters_and_places_in_theirs():
    tree = cited([at("gazette", 0, 5), at("courier", 9, 12), at("courier", 0, 8), at("courier", 9, 12)])
    assert [(a.text, a.get("href")) for a in tree.xpath(".//a")] == [
        ("A", "#courier:0-8"),
        ("2", "#courier:9-12"),
        ("D", "#gazette:0-5"),
    ]


def test_a_link_shows_a_glimpse_of_the_words_unless_they_stand_beside():
    (link,) = cited([at("courier", 0, 15)]).xpath(".//a")
    assert link.get("title") == "Harrow Courier: Minister orders"
    (link,) = cited([at("courier", 0, 15)], glimpse=False).xpath(".//a")
    assert link.get("title") == "Harrow Courier"


def test_a_document_that_is_not_in_the_story_is_not_cited():
    assert not cited([at("elsewhere", 0, 5)]).xpath(".//*")


def test_a_report_whose_words_are_not_on_the_page_is_named_without_a_link():
    (sheet,) = sheets(ferry.account())
    html = Citing(sheet.columns, OnThePage(frozenset()))([at("courier", 0, 5)])
    tree = lxml.html.fragment_fromstring(str(html), create_parent="p")
    assert not tree.xpath(".//a")
    assert tree.text_content().strip() == "A"


def test_words_of_a_report_stay_words_in_a_tooltip():
    hostile = replace(ferry.DOCUMENTS["courier"], text='"><script>x</script>' + ferry.COURIER)
    (sheet,) = sheets(replace(ferry.account(), documents=(hostile,)))
    html = str(Citing(sheet.columns, OnThePage(frozenset(ferry.DOCUMENTS)))([at("courier", 0, 20)]))
    assert "<script" not in html
