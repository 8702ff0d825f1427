"""A page's column read in one walk: what holds it, which words are the report's, what in it is set apart."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import tostring
from tests.clean.newsroom import FIRST, SECOND, THIRD

from rashomon.clean.column_names import MOST_NAMED_CHARS
from rashomon.clean.columns import FEW_CHARS, column
from rashomon.clean.trees import tree_of
from rashomon.core import Role

LONG = f"{FIRST} {SECOND} {THIRD}"
FOURTH = "The ferry that takes the place of the bridge will run each half hour, and longer on market days, she said."
FULL = "".join(f"<p>{words}</p>" for words in (LONG, FOURTH, LONG + " Again.", FOURTH + " Again."))
"""Words enough that no others need to be looked for."""
assert len(FULL) > FEW_CHARS
NUMBERED = re.compile(r"\bw\d+\b")


def words(body: str) -> list[str]:
    """The paragraphs of the column of a page with this body."""
    return [block for block, _ in column(tree_of(f"<!doctype html><html><body>{body}</body></html>")) or []]


def read(inside: str) -> list[str]:
    """The paragraphs of a column with full paragraphs and this before them."""
    return words(f"<div class='article-body'>{inside}{FULL}</div>")[: -FULL.count("<p>")]


def test_the_column_is_the_element_that_is_named_so_and_nothing_around_it():
    inside = f"<section class='story-body'>{FULL}</section>"
    assert words(f"<div class='page'><p>{LONG} Outside.</p>{inside}<p>{LONG} Below.</p></div>") == [
        LONG,
        FOURTH,
        f"{LONG} Again.",
        f"{FOURTH} Again.",
    ]


def test_the_surest_name_wins_over_an_earlier_one():
    body = f"<main><p>Above</p><article><p>Beside</p><div class='article-body'>{FULL}</div></article></main>"
    assert words(body)[0] == LONG


def test_a_name_of_a_column_within_a_list_or_comments_is_none():
    teaser = f"<ul><li><div class='article-body'>{FULL.replace('bridge', 'barge')}</div></li></ul>"
    comment = f"<div class='comments'><article>{FULL.replace('bridge', 'barge')}</article></div>"
    assert words(f"{teaser}{comment}<main>{FULL}</main>")[0] == LONG


def test_a_page_that_names_nothing_or_has_too_little_in_it_has_none():
    assert words(f"<div class='x1'>{FULL}</div>") == []
    assert words(f"<article><p>{FIRST}</p></article>") == []


def test_the_roles_are_those_of_the_elements():
    inside = f"<h2>What was found</h2><ul><li>Two pillars</li></ul><blockquote><p>{SECOND}</p></blockquote>"
    found = column(tree_of(f"<html><body><article>{inside}{FULL}</article></body></html>"))
    assert found is not None
    assert [role for _, role in found[:4]] == [Role.SUBHEADING, Role.LIST_ITEM, Role.BLOCK_QUOTE, None]


def test_headings_at_the_end_lead_to_nothing():
    assert words(f"<article>{FULL}<h3>More on bridges</h3></article>")[-1] == f"{FOURTH} Again."


@pytest.mark.parametrize(
    "attribute",
    [
        "class='newsletter-box'",
        "class='newsCaption'",
        "id='related-reports'",
        "style='display: none'",
        "aria-hidden='true'",
        "class='comments'",
        "role='navigation'",
    ],
)
def test_what_its_attributes_set_apart_is_left_out(attribute):
    assert read(f"<div {attribute}><p>{FIRST}</p></div>") == []


@pytest.mark.parametrize("attribute", ["class='hasCaption'", "class='commentary'", "style='color: red'", "class='x7'"])
def test_other_attributes_leave_an_element_where_it_is(attribute):
    assert read(f"<div {attribute}><p>{FIRST}</p></div>") == [FIRST]


def test_names_that_would_leave_next_to_nothing_say_nothing():
    assert words(f"<article><div class='widget'>{FULL}</div></article>")[0] == LONG


def test_lists_of_links_are_left_out_and_paragraphs_with_links_stay():
    links = "".join(f"<li><a href='/{n}'>Norvale report number {n}</a></li>" for n in range(6))
    assert read(f"<ul>{links}</ul><p>The <a href='/b'>bridge</a> was built by the Port Board in 1931.</p>") == [
        "The bridge was built by the Port Board in 1931."
    ]


def test_documents_each_in_a_paragraph_of_its_own_stay():
    title = "of the Port Board to the mayor of Norvale on the pillars of the bridge"
    listed = "".join(f"<p><a href='/{n}'>Letter {n} {title}</a></p>" for n in range(9))
    assert len(read(f"<div>{listed}</div>")) == 9


def test_bare_words_count_behind_a_break_a_heading_or_a_paragraph_only():
    assert read(f"<div>Share this<span>now</span></div><div>Bare<br>{FIRST}<br><br>{SECOND}</div>") == [FIRST, SECOND]
    assert read(f"<div><h2>Found</h2>{THIRD}</div>") == ["Found", THIRD]


def test_where_a_page_has_hardly_a_paragraph_the_words_of_its_divisions_count():
    bare = "".join(f"<div>{each}</div>" for each in (LONG, FOURTH, f"{LONG} Again."))
    assert words(f"<article>{bare}</article>") == [LONG, FOURTH, f"{LONG} Again."]


def test_figures_go_but_the_tables_and_quotations_in_them_stay():
    assert read("<figure><img src='/b.jpg'><figcaption>The bridge</figcaption></figure>") == []
    assert read(f"<figure><blockquote><p>{SECOND}</p></blockquote></figure>") == [SECOND]
    assert read("<table><tr><th>Pillar</th><td>cracked</td></tr></table>") == ["Pillar", "cracked"]


def test_a_paragraph_that_only_names_a_button_is_left_out_and_one_that_stands_twice_stands_once():
    assert read("<p>Facebook</p><p>E-Mail</p>") == []
    assert read(f"<p>{FIRST}</p><div><p>{FIRST}</p></div>") == [FIRST]


def test_reading_changes_nothing_of_the_tree():
    tree = tree_of(f"<!doctype html><html><body><article><div class='widget'>Out</div>{FULL}</article></body></html>")
    before = tostring(tree)
    assert column(tree)
    assert tostring(tree) == before


def spent(inside: str) -> float:
    """The processor's seconds for the column of a page with this in it."""
    tree = tree_of(f"<!doctype html><html><body>{inside}</body></html>")
    began = process_time()
    column(tree)
    return process_time() - began


LINKED = "<a href='/b'>Bridge</a> and some words after it here"


@pytest.mark.parametrize(
    "inside",
    [
        f"<article>{f'<p class=widget>{LINKED}</p>' * 15_000}</article>",
        f"<article>{f'<p>{LINKED}</p><p></p>' * 10_000}</article>",
        f"<ul><li>{'<div>' * 200}{'<div class=article-body><p>Bridge</p></div>' * 15_000}{'</div>' * 200}</ul>",
        f"<article></article><div>{'<p>Bridge</p>' * 30_000}</div>",
    ],
    ids=["siblings set apart by name", "empty siblings", "frames that are barred", "paragraphs outside"],
)
def test_a_page_of_as_many_elements_as_are_taken_costs_no_more_than_a_walk(inside):
    assert spent(inside) < 10  # a step for each two elements takes minutes


def test_an_attribute_is_read_only_so_far():
    assert read(f"<div class='{'x' * (MOST_NAMED_CHARS - 6)}widget'><p>{FIRST}</p></div>") == []
    assert read(f"<div class='{'x' * MOST_NAMED_CHARS}widget'><p>{FIRST}</p></div>") == [FIRST]


TAGS = st.sampled_from("div p span b a ul li h2 blockquote br figure table td section aside".split())
ATTRIBUTES = st.sampled_from(["", "", "", " class='widget'", " id='nav'", " class='comments'", " style='display:none'"])
TREES = st.recursive(
    st.just(()), lambda below: st.lists(st.tuples(TAGS, ATTRIBUTES, below), max_size=5).map(tuple), max_leaves=40
)


@given(TREES)
def test_words_come_in_the_order_of_the_page_and_none_twice(tree):
    said = iter(range(10_000))

    def spoken():
        return f" w{next(said)} "

    def markup(below):
        return "".join(f"<{tag}{named}>{spoken()}{markup(inner)}</{tag}>{spoken()}" for tag, named, inner in below)

    inside = markup(tree)
    found = [int(word[1:]) for block in words(f"<article>{inside}{FULL}</article>") for word in NUMBERED.findall(block)]
    assert found == sorted(set(found))


def test_a_column_has_two_paragraphs_and_its_least_of_characters():
    assert words(f"<article><p>{LONG} {FOURTH} {LONG}</p></article>") == []
    assert words(f"<article><p>{LONG} {FOURTH}</p><p>{SECOND}</p></article>") == [f"{LONG} {FOURTH}", SECOND]


def test_a_frame_that_holds_no_element_is_passed_for_the_next():
    assert words(f"<div class='article-body'>Loading.</div><div class='article-body'>{FULL}</div>")[0] == LONG


def test_short_paragraphs_may_stand_twice():
    assert read("<p>Two pillars.</p><p>Two pillars.</p>") == ["Two pillars."] * 2


def test_words_in_paragraphs_elsewhere_on_the_page_make_bare_ones_none_but_not_those_left_out():
    bare = "".join(f"<div>{each}</div>" for each in (LONG, FOURTH, f"{LONG} Again."))
    assert words(f"<article>{bare}</article><aside>{FULL}</aside>") == [LONG, FOURTH, f"{LONG} Again."]
    assert words(f"<article>{bare}</article><div>{FULL}</div>") == []


def test_bare_words_do_not_count_where_a_column_in_a_form_has_paragraphs():
    assert words(f"<form><article><div>Share this now</div>{FULL}</article></form>")[0] == LONG


def test_bare_words_that_something_else_leads_do_not_count():
    bare = "".join(f"<div>{each}</div>" for each in (LONG, FOURTH, f"{LONG} Again."))
    found = words(
        f"<article><div><img src='/b.jpg'>The bridge at noon</div><div><i></i><b>Ida</b> said.</div>{bare}</article>"
    )
    assert found == ["Ida said.", LONG, FOURTH, f"{LONG} Again."]


def test_links_of_what_is_set_apart_do_not_make_a_list():
    links = "<div class='social'>" + "<a href='/'>Norvale Post on bridges</a> " * 6 + "</div>"
    assert read(f"<div><p>{FIRST[:80]}<a href='/b'>bridge</a>.</p>{links}</div>") == [f"{FIRST[:80]}bridge."]


def test_pairs_of_links_beside_empty_lines_are_no_list_of_documents():
    title = "of the Port Board to the mayor of Norvale on the pillars of the bridge"
    pair = "".join(f"<a href='/{n}'>Letter {n} {title}</a> " for n in range(2))
    assert read(f"<div>{f'<p>{pair}</p><p>.</p>' * 6}</div>") == []


def test_bare_words_of_a_list_are_items_of_it():
    found = column(tree_of(f"<html><body><article><ul><li>One</li>Two pillars</ul>{FULL}</article></body></html>"))
    assert found is not None
    assert found[:2] == [("One", Role.LIST_ITEM), ("Two pillars", Role.LIST_ITEM)]


def test_a_heading_stays_whatever_it_is_named():
    assert read("<h2 class='message'>What was found</h2>") == ["What was found"]


@pytest.mark.parametrize("sign", ["» Facebook", "Mehr zum Thema:", "More on this story", "WHATSAPP"])
def test_what_stands_on_buttons_is_left_out(sign):
    assert read(f"<p>{sign}</p>") == []


@pytest.mark.parametrize("sign", ["More on this tomorrow, she said", "Facebook said no", "<b>Facebook</b>"])
def test_what_only_begins_so_or_is_marked_up_stays(sign):
    assert len(read(f"<p>{sign}</p>")) == 1


@pytest.mark.parametrize(
    ("surer", "other"),
    [
        ("div itemprop='articleBody'", "article"),
        ("div id='article-body'", "article"),
        ("article", "div class='story'"),
        ("div class='FullText'", "div id='content'"),
        ("div id='primary-column'", "div class='main-content'"),
        ("section role='article'", "div class='content_main'"),
        ("div id='contentBody'", "div class='mainly'"),
        ("div class='story__text'", "main"),
    ],
)
def test_some_names_are_surer_than_others(surer, other):
    inside = f"<{other}>{FULL.replace('bridge', 'barge')}</{other.split()[0]}>"
    assert words(f"{inside}<{surer}>{FULL}</{surer.split()[0]}>")[0] == LONG


@pytest.mark.parametrize("named", ["div class='mainly'", "div id='main'", "section role='main'", "main"])
def test_what_is_only_called_main_is_a_column_too(named):
    assert words(f"<{named}>{FULL}</{named.split()[0]}>")[0] == LONG


@pytest.mark.parametrize(
    "attribute",
    [
        "id='disqus_thread'",
        "class='post-comments'",
        "data-lp-replacement-content='1'",
        "data-component='MostPopularStoriesBox'",
        "class='navigator'",
        "id='ad-3'",
        "class='top ad-3'",
        "class='is hidden'",
    ],
)
def test_names_of_comments_advertising_and_navigation_set_apart(attribute):
    assert read(f"<div {attribute}><p>{FIRST}</p></div>") == []


@pytest.mark.parametrize("attribute", ["class='unnavigable'", "id='bad-3'", "class='unhidden'", "id='ourcomments'"])
def test_names_that_only_look_like_these_do_not(attribute):
    assert read(f"<div {attribute}><p>{FIRST}</p></div>") == [FIRST]
