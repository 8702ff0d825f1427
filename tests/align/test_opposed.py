"""Words that say which of several things is meant."""

import pytest

from rashomon.align.opposed import against, poles_of

PHRASES = (
    "the northern gate",
    "the southbound lane",
    "the north-eastern gate",
    "a north-south road",
    "the eastern gate",
    "the upper lock",
    "the lower lock",
    "the first lock",
    "the 3rd lock",
    "the last lock",
    "the left bank",
    "the right bank",
    "the old mill",
    "the new mill",
    "female prisoners",
    "male prisoners",
    "the morning train",
    "the evening train",
    "the inner ring",
    "the outer ring",
)


def excluded(left, right):
    """Whether one phrase excludes the other."""
    return any(other in poles_of(right) for pole in poles_of(left) for other in against(pole))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the northern gate", "the southern gate of the harbour"),
        ("the northern gate", "the western gate"),
        ("the northeastern gate", "the south-western gate"),
        ("the upper lock", "the lower lock"),
        ("the first lock", "the third lock"),
        ("the 2nd lock", "the 21st lock"),
        ("the first lock", "the last lock"),
        ("the left bank", "the right bank"),
        ("an old mill", "a new mill"),
        ("an old man", "a young man"),
        ("male prisoners", "female prisoners"),
        ("the morning train", "the evening train"),
        ("the inner ring", "the outer ring"),
    ],
)
def test_opposed_words_exclude_one_another(left, right):
    assert excluded(left, right)
    assert excluded(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the northern gate", "the north gate"),
        ("the northern gate", "the gate"),
        ("the northern gate", "the north-eastern gate"),
        ("a north-south road", "the southern road"),
        ("the northern gate", "the upper gate"),
        ("the second lock", "the 2nd lock"),
        ("the first and second locks", "the third lock"),
        ("the first-ever race", "the fifth race"),
        ("a second-hand car", "the first car"),
        ("a 20-year-old man", "a young man"),
        ("male and female prisoners", "male prisoners"),
    ],
)
def test_words_that_go_together_exclude_nothing(left, right):
    assert not excluded(left, right)
    assert not excluded(right, left)


@pytest.mark.parametrize("left", PHRASES)
@pytest.mark.parametrize("right", PHRASES)
def test_excluding_is_mutual(left, right):
    assert excluded(left, right) == excluded(right, left)
    assert not excluded(left, left)
