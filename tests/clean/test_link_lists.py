"""Lists of links told from paragraphs with links, each limit from both its sides."""

import pytest
from lxml.html import fromstring

from rashomon.clean.link_lists import LinkLists

WORDS = "<p>Words below.</p>"


def is_one(markup, links, chars, *, after="", listing=False):
    """Whether the first element of a body is a list of links, by the characters of its links and all of its own."""
    element = fromstring(f"<html><body>{markup}{after}</body></html>").body[0]
    return LinkLists().is_one(element, links, chars, listing=listing)


@pytest.mark.parametrize(
    ("markup", "links", "chars", "found"),
    [
        ("<table></table>", [170], 200, True),
        ("<table></table>", [150], 200, False),
        ("<table></table>", [170], 199, False),
        ("<table></table>", [600], 1000, True),
        ("<table></table>", [600], 999, False),
        ("<p>x</p>", [25], 29, True),
        ("<p>x</p>", [20], 29, False),
        ("<p>x</p>", [29], 31, False),
        ("<div>x</div>", [90], 99, True),
        ("<div>x</div>", [90], 101, False),
        ("<ul></ul>", [90], 99, True),
        ("<section></section>", [90], 99, False),
        ("<div>x</div>", [0], 60, True),
        ("<div>x</div>", [190], 200, True),
        ("<div>x</div>", [170], 200, False),
        ("<div>x</div>", [100], 105, False),
        ("<div>x</div>", [5, 5, 9], 99, True),
        ("<div>x</div>", [5, 5, 10], 99, False),
        ("<div>x</div>", [9], 99, False),
        ("<div><b>x</b><b>x</b><b>x</b></div>", [20], 99, True),
        ("<div><b>x</b><b>x</b><aside>x</aside></div>", [20], 99, False),
        ("<ul><li>x</li><li>x</li><li>x</li></ul>", [20], 99, False),
        ("<div>x</div>", [90] * 5, 480, True),
        ("<div>x</div>", [90] * 4, 390, False),
        ("<div>x</div>", [90] * 5, 520, False),
        ("<div>x</div>", [100] * 5, 520, False),
    ],
)
def test_shares_and_lengths_tell_a_list_that_words_follow(markup, links, chars, found):
    assert is_one(markup, links, chars, after=WORDS) is found


def test_links_each_alone_in_a_paragraph_are_a_list_of_documents():
    assert not is_one("<div>x</div>", [90] * 5, 480, after=WORDS, listing=True)


@pytest.mark.parametrize("after", ["", "<aside>Words.</aside>", "<p></p>", "<p class='widget'>Words.</p>"])
def test_the_last_with_words_among_its_siblings_is_short_sooner(after):
    assert is_one("<p>x</p>", [55], 59, after=after)
    assert not is_one("<p>x</p>", [55], 60, after=after)
    assert is_one("<div>x</div>", [90, 90, 90], 299, after=after)
    assert not is_one("<div>x</div>", [90, 90, 90], 300, after=after)
    assert not is_one("<p>x</p>", [55], 59, after=f"{after}{WORDS}{after}")


def test_a_paragraph_in_a_list_or_a_table_is_none_of_its_own():
    for around in ("<ul><li><p>x</p></li></ul>", "<table><tr><td><p>x</p></td></tr></table>"):
        element = next(fromstring(f"<html><body>{around}</body></html>").iter("p"))
        assert not LinkLists().is_one(element, [20], 20, listing=False)


def test_siblings_are_looked_through_once_and_each_gets_its_own_answer():
    body = fromstring(f"<html><body>{'<p>x</p>' * 3}<p></p></body></html>").body
    lists = LinkLists()
    assert [lists.is_one(each, [55], 59, listing=False) for each in body] == [False, False, True, True]
