"""What a story without headlines is called."""

from rashomon.account import title_of
from rashomon.core import Document


def test_a_title_from_the_text_ends_with_a_word():
    text = "A gravel barge struck the second pier of the Lantern bridge in Norholm early on Tuesday, " * 2
    title = title_of([Document(id="a", text=text)])
    assert title.endswith(" …")
    assert len(title) <= 122
    assert text.startswith(title.removesuffix(" …"))
    assert text[len(title.removesuffix(" …"))] in " ,"


def test_a_short_first_line_is_the_title():
    assert title_of([Document(id="a", text="Barge strikes bridge\n\nNobody was hurt.")]) == "Barge strikes bridge"
    assert title_of([]) == ""
