"""The Markdown brief: the same facts, and no word of a report becomes markup."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.present.report.characters import on_one_line
from rashomon.present.report.markdown import brief, plain


def test_the_brief_tells_who_gives_which_status(account):
    words = brief(account)
    assert (
        "- **The Harrow Sound bridge is closed** (disputed on status: done, underway, proposed; outlets: 4, origins: 3)"
        in words
    )
    assert r"done \[A C\]; underway (says the ministry) \[D\]" in words


def test_words_of_a_report_never_become_markup(account, story):
    words = brief(replace(account, stories=(replace(story, title="<b>*x*</b> [a](javascript:1) `c` | d"),)))
    assert words.startswith(r"# \<b\>\*x\*\</b\> \[a\](javascript:1) \`c\` \| d")


@given(st.text())
def test_escaped_words_read_the_same_without_the_escapes(words):
    assert re.sub(r"\\(.)", r"\1", plain(words)) == on_one_line(words)
