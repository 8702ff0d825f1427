"""The page is one file that leads nowhere outside, and every citation in it leads to words."""

import re
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest
from tests.present import ferry

from rashomon.core import Claim, DigestSentence, Passage, Problem, Role, Span, Standing
from rashomon.present.report.glossary import STANDING_SHAPES, STATUS_SHAPES
from rashomon.present.report.page import page

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> \" ' javascript:alert(3) \u202edrow\u202c " + "w" * 10_000
)


@pytest.fixture
def tree(account):
    return lxml.html.document_fromstring(page(account))


def marked(tree, anchor):
    """The words that a browser marks for a citation: those of the element, or of the pieces that its rule names."""
    (own,) = tree.xpath("//*[@id=$anchor]", anchor=anchor)
    rule = re.search(rf':root:has\(\[id="{re.escape(anchor)}"\]:target\) \.(\w+)', tree.xpath("//style")[0].text)
    if rule is None:
        return own.text_content()
    return "".join(
        piece.text_content() for piece in tree.xpath("//*[contains(concat(' ', @class, ' '), $c)]", c=f" {rule[1]} ")
    )


def cited(tree):
    """Where citations lead: to places, not to whole reports."""
    return [link for link in tree.xpath("//a[contains(@class, 'cite')]/@href") if ":" in link]


def test_every_link_leads_to_a_place_on_the_page(tree):
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = tree.xpath("//a/@href")
    assert len(links) > 60
    assert {link[0] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(ids)


def test_nothing_is_fetched_from_outside(account):
    html = page(account)
    tree = lxml.html.document_fromstring(html)
    assert not tree.xpath("//script | //link | //iframe | //object | //*[@src] | //base")
    assert not re.search(r"url\(|@import", html)


def test_a_citation_marks_exactly_the_words_cited(tree):
    for claim in ferry.CLAIMS:
        for report in claim.reports:
            words = report.span.of(ferry.DOCUMENTS[report.document].part(report.span.part))
            assert any(marked(tree, link[1:]) == words for link in cited(tree)), words


def test_a_place_over_two_paragraphs_is_marked_in_both(account, story):
    text = ferry.DOCUMENTS["courier"].text
    start = text.index("hired.")
    across = Span(start, text.index("The mayor") + 9)
    sentence = replace(story.digest[0], citations=(replace(story.digest[0].citations[0], span=across),))
    made = replace(account, stories=(replace(story, digest=(sentence,)),))
    html = page(made)
    tree = lxml.html.document_fromstring(html)
    anchor = tree.xpath("//ul[@class='digest']//a/@href")[0][1:]
    assert anchor == f"courier:{across.start}-{across.end}"
    assert marked(tree, anchor) == "hired.The mayor"


def test_the_skeleton_is_one_that_a_screen_reader_can_walk(tree):
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == len(tree.xpath("//header")) == 1
    levels = [int(h.tag[1]) for h in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert tree.xpath("//body/a[1]/@href") == ["#account"]
    assert all(th.get("scope") in {"row", "col", "rowgroup"} for th in tree.xpath("//th"))
    names = set(tree.xpath("//@id"))
    assert set(tree.xpath("//@aria-labelledby")) <= names


def test_what_is_disputed_stands_before_what_is_agreed(tree):
    words = tree.xpath("//main")[0].text_content()
    places = [words.index(claim.text, words.index("Denied and disputed")) for claim in ferry.CLAIMS[:3]]
    assert [places[1], places[0], places[2]] == sorted(places)


def test_a_status_is_a_word_in_every_cell(tree):
    cells = [cell.text_content() for cell in tree.xpath("//table[@class='matrix']/tbody[2]/tr[1]/td")]
    assert [" ".join(cell.split()) for cell in cells] == [
        "done 2",
        "proposed says engineers",
        "done 2",
        "underway says the ministry",
        "",
    ]
    links = tree.xpath("//table[@class='matrix']/tbody[2]/tr[1]/td[1]/a/@href")
    assert [marked(tree, link[1:]) for link in links] == [
        "Minister orders Harrow bridge shut",
        "Harrow Sound's only road bridge was closed on Monday",
    ]


def test_every_status_has_a_shape_of_its_own_in_the_style_sheet(tree):
    css = tree.xpath("//style")[0].text
    for status, shape in STATUS_SHAPES.items():
        assert f'.st-{status.value}::before {{ content: "{shape}"; content: "{shape}" / ""; }}' in css
    for standing, shape in STANDING_SHAPES.items():
        assert f'.badge.{standing.value}::before {{ content: "{shape}"; content: "{shape}" / ""; }}' in css
    assert len(set(STATUS_SHAPES.values())) == len(STATUS_SHAPES)


def test_a_table_has_what_several_tell_with_what_is_denied_first(tree):
    rows = [row.text_content() for row in tree.xpath("//table[@class='matrix']/tbody/tr/th/a")]
    assert rows == [ferry.CLAIMS[n].text for n in (1, 0, 2)]
    assert tree.xpath("//table[@class='matrix']/tbody/@class") == ["denied", "disputed", "agreed"]


def test_a_claim_has_one_address_made_of_its_id(tree):
    for claim in ferry.CLAIMS:
        (part,) = tree.xpath("//*[@id=$name]", name=f"claim-{claim.id}")
        assert claim.text in part.text_content()
    assert set(tree.xpath("//table[@class='matrix']//th/a/@href")) == {"#claim-c1", "#claim-c2", "#claim-c3"}


def test_a_report_shows_the_name_of_its_file_and_never_a_folder(account):
    document = replace(ferry.DOCUMENTS["overseas"], address="/home/someone/desk/overseas.txt")
    html = page(replace(account, documents=(*account.documents[:-1], document)))
    tree = lxml.html.document_fromstring(html)
    assert tree.xpath("//bdi[text()='overseas.txt']/@title") == ["in /home/someone/desk"]
    assert "/home/someone" not in tree.text_content()


def test_what_is_set_aside_is_shown_with_its_reason(tree):
    aside = [p.text_content() for p in tree.xpath("//p[@class='b-aside']")]
    assert aside == [
        "Set aside (share-prompt): Subscribe to our morning letter",
        "Set aside (share-prompt): Share this story",
    ]


def test_the_reports_are_there_word_for_word(tree):
    for document in ferry.DOCUMENTS.values():
        shown = [p.text_content().split(": ", 1)[-1] for p in tree.xpath("//article//p[@class='b-aside']")]
        shown += [p.text_content() for p in tree.xpath("//article//div[@class='text']/p")]
        assert all(line in shown for line in document.text.split("\n"))


def test_wordings_are_compared_with_marks_that_do_not_need_colour(tree):
    assert [e.text for e in tree.xpath("//ul[@class='wordings words']//span[@title]")] == ["…", "…"]


def test_hostile_words_are_shown_as_words(account, story):
    document = replace(
        ferry.DOCUMENTS["overseas"],
        text=HOSTILE,
        headline=HOSTILE,
        outlet=HOSTILE,
        headline_span=None,
        address=HOSTILE,
        language='en" onload="alert(4)',
        bylines=(HOSTILE,),
        passages=(Passage(span=Span(0, len(HOSTILE)), role=Role.PARAGRAPH),),
        set_aside=(),
    )
    claim = replace(ferry.CLAIMS[0], text=HOSTILE, reports=ferry.CLAIMS[0].reports[:1])
    told = replace(
        story,
        title=HOSTILE,
        claims=(claim,),
        digest=(DigestSentence(text=HOSTILE, citations=(), claims=()),),
        problems=(Problem(stage="x", code=HOSTILE, message=HOSTILE, document=document.id, span=Span(0, 9)),),
    )
    documents = tuple(document if d.id == document.id else d for d in account.documents)
    html = page(replace(account, documents=documents, stories=(told,)))
    tree = lxml.html.document_fromstring(html)
    assert not tree.xpath("//script | //img | //@onerror | //@onload | //*[@src]")
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert "\u202e" not in html
    assert tree.xpath("//h1")[0].text_content().startswith("<script>alert(1)</script> <img src=x onerror=alert(2)>")


def test_several_stories_share_a_page_without_sharing_a_name(account, story):
    tree = lxml.html.document_fromstring(page(replace(account, stories=(story, replace(story, id="s2")))))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href")} <= set(ids)
    assert len(tree.xpath("//h1")) == 1


def test_a_story_with_nothing_but_a_document_still_makes_a_page(account, story):
    bare = type(story)(id="s", title="Bare", documents=("courier",))
    html = page(replace(account, stories=(bare,)))
    assert "Harrow Courier" in html
    assert page(replace(account, stories=(), documents=()))


def test_a_claim_of_one_outlet_is_told_under_that_outlet(account, story):
    tree = lxml.html.document_fromstring(page(account))
    section = tree.xpath("//section[@aria-labelledby='alone']")[0].text_content()
    single = [claim for claim in ferry.CLAIMS if isinstance(claim, Claim) and claim.standing is Standing.SINGLE]
    assert all(claim.text in section for claim in single)


def test_the_page_is_the_same_twice(account):
    assert page(account) == page(ferry.account())


def section_of(tree, name):
    """One section."""
    return tree.xpath(f"//section[@aria-labelledby='{name}']")[0]


def section(tree, name):
    """The words of one section."""
    (found,) = tree.xpath(f"//section[@aria-labelledby='{name}']")
    return " ".join(found.text_content().split())


def test_figures_say_how_their_values_go_together(tree):
    words = section(tree, "figures")
    assert re.search(r"figures that cannot stand together .*14 cracks .*against 19 ", words)
    assert "parts and their sum" in words
    assert "12 boats = 9 + 3" in words
    assert section_of(tree, "figures").xpath(".//svg[@class='parts']/@aria-label") == ["a bar of 9 and 3"]


def test_answers_are_chains(tree):
    chain = tree.xpath("//ul[@class='chain']")
    assert len(chain) == 1
    assert [li.get("class") for li in chain[0]] == ["deep-0", "deep-1", "deep-2"]
    assert "corrects that" in chain[0][2].text_content()


def test_the_timeline_says_who_was_first_and_what_is_told_otherwise(tree):
    words = section(tree, "timeline")
    assert re.search(r"12 May 2031 The Harrow Sound bridge is closed", words)
    assert "first reported by A Harrow Courier" in words
    assert "otherwise between 10 May 2031 and 11 May 2031" in words


def test_words_chosen_stand_by_kind(tree):
    words = section(tree, "framing")
    assert re.search(r"Called differently .*the closing ?“shut”", words)
    assert re.search(r"Told as open by some, as bare fact by others .*the warning ?“alleged warning” kept open", words)
    assert "“warning” only in quotations" in words


def test_each_claim_opens_to_its_origins_and_the_words_of_each_report(tree):
    claim = ferry.CLAIMS[0]
    (card,) = tree.xpath("//*[@id=$name]", name=f"claim-{claim.id}")
    (opened,) = card.xpath(".//details")
    words = " ".join(opened.text_content().split())
    assert words.startswith(f"{claim.origins} independent origins of {claim.outlets} outlets")
    for report in claim.reports:
        told = report.span.of(ferry.DOCUMENTS[report.document].part(report.span.part))
        assert any(" ".join(told.split()) == quoted.text for quoted in opened.xpath(".//q"))
