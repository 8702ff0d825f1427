"""The tree of a page: the same as trafilatura's, whatever is wrong with the page."""

import pytest
from lxml.html import tostring
from trafilatura import load_html

from rashomon.clean.trees import HEAD_CHARS, MOST_NESTED, MOST_RUN_CHARS, cut_short, tree_of

BODY = "<body><h1>Bridge – closed</h1><p>Until Friday.<!-- note --></p></body>"


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html><html lang='en'>{BODY}</html>",
        f"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://norvale.example/x.dtd'>\n<html>{BODY}</html>",
        f"<html lang='en'/>\n{BODY}",
        f"<html>{BODY}</html>".replace("Friday", "Fri\x00\x0bd\ufffeay"),
        f"<html><!--{'x' * HEAD_CHARS}-->\n{BODY}</html>",
        f"<html><!--{'x' * HEAD_CHARS}-->{BODY}</html>",
        f"<div>{BODY}</div><p>Second</p>",
        "<html><body></body></html>",
    ],
)
def test_a_page_is_mended_as_the_library_does_it(page):
    expected = load_html(page)
    assert expected is not None
    assert tostring(tree_of(page)) == tostring(expected)


def test_a_declaration_of_xml_does_not_hide_the_head():
    tree = tree_of(f"<?xml version='1.0' encoding='iso-8859-1'?><html><head><title>Bridge</title></head>{BODY}</html>")
    assert [title.text for title in tree.iter("title")] == ["Bridge"]
    assert [head.text for head in tree.iter("h1")] == ["Bridge – closed"]


@pytest.mark.parametrize("page", ["", "no page at all", "<p>one</p>", "<html"])
def test_what_is_no_page_has_no_tree(page):
    assert tree_of(page) is None


def nested(deep):
    """A page whose last paragraph stands so deep, the page itself being the first."""
    around = deep - len(("html", "body", "p"))
    return f"<html><body>{'<div>' * around}<p>Bridge</p>{'</div>' * around}<p>Closed</p></body></html>"


def test_a_page_nested_as_deep_as_the_parser_goes_is_whole_and_one_deeper_is_known_to_be_cut_short():
    tree = tree_of(nested(MOST_NESTED))
    assert ["".join(tree.itertext()), cut_short(tree)] == ["BridgeClosed", False]
    tree = tree_of(nested(MOST_NESTED + 1))
    assert ["".join(tree.itertext()), cut_short(tree)] == ["", True]
    tree = tree_of(f"<p>{'x' * HEAD_CHARS}</p>{nested(MOST_NESTED + 1)}")
    assert tree is None or cut_short(tree)


def test_a_stretch_without_elements_that_is_too_long_cuts_a_page_short():
    assert cut_short(tree_of(f"<html><body><p>{'x' * (MOST_RUN_CHARS + 1)}</p><p>Closed</p></body></html>"))


def test_a_page_with_faults_that_is_read_to_its_end_is_not_cut_short():
    tree = tree_of("<html><body><p>Bridge</b><p id='1' id='1'>Closed</div></body></html>")
    assert [len(tree.getroottree().parser.error_log) > 0, cut_short(tree)] == [True, False]
