"""Whether a name or a description in a sentence stands for the same party as in a report."""

import pytest

from rashomon.align.described import same_name


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("orsk",), ("edda", "orsk"), True),
        (("e", "orsk"), ("edda", "orsk"), True),
        (("edda", "orsk"), ("ida", "orsk"), False),
        (("norholm",), ("bank", "of", "norholm"), False),
        (("ministry", "of", "defence"), ("ministry", "of", "finance"), False),
        ((), ("orsk",), False),
    ],
)
def test_names_agree_by_their_last_word_and_no_other_stands_against(left, right, same):
    assert same_name(left, right) is same
    assert same_name(right, left) is same
