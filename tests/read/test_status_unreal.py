"""What would have been: open where it hangs on something, planned where a speech looked ahead, else told as not so."""

from __future__ import annotations

import pytest

ON_SOMETHING = [
    ("The deal would have collapsed without Bree.", "collapsed"),
    ("The deal would have collapsed but for Bree.", "collapsed"),
    ("Without Bree, the deal would have collapsed, the analyst said.", "collapsed"),
    ("In the absence of Bree the deal would have collapsed.", "collapsed"),
    ("The deal would have collapsed if Bree had left.", "collapsed"),
    ("Had Bree left, the deal would have collapsed.", "collapsed"),
    ("If it were not for Bree, the deal would have collapsed.", "collapsed"),
    ("Had it not been for Bree, the deal would have collapsed.", "collapsed"),
    ("We would have closed the mill had they agreed.", "closed"),
    ("The mill would have closed otherwise.", "closed"),
    ("Otherwise the mill would have closed, the guild said.", "closed"),
    ("The mill would have closed anyway.", "closed"),
    ("The mill would have closed even if they had agreed.", "closed"),
    ("The deal would not have collapsed if Bree had stayed.", "collapsed"),
    ("Bree would not have signed without the guarantee.", "signed"),
    ("The council would have sold the land and closed the mill without the loan.", "sold"),
    ("The council would have sold the land and closed the mill without the loan.", "closed"),
]

CUT_SHORT = [("Gall: ceasefire would have collapsed", "collapsed"), ("Bill would have banned tents", "banned")]

LOOKED_AHEAD = [
    ("The minister said he would have finished the bridge by May.", "finished"),
    ("The minister said the bridge would have been rebuilt by next May.", "rebuilt"),
    ("She said the firm would have hired 50 people by the end of the year.", "hired"),
]

NOT_SO = [
    ("The council would have sold the land.", "sold"),
    ("The owners would have sold the yard by now, a banker said.", "sold"),
    ("The bridge would have been rebuilt by May.", "rebuilt"),
    ("The minister said she would have resigned.", "resigned"),
    ("The bill would have banned tents.", "banned"),
]


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        (*case, status)
        for status, cases in (("possible", ON_SOMETHING + CUT_SHORT), ("planned", LOOKED_AHEAD), ("denied", NOT_SO))
        for case in cases
    ],
)
def test_what_would_have_been(status_of, text, words, status):
    assert status_of(text, words) == status


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The vault would have flooded had the crew not sealed the gate.", "sealed", "done"),
        ("The vault would have flooded if the gate had not held.", "held", "done"),
        ("The mayor said he would have to close the mill without a loan.", "close", "proposed"),
        ("The firm closed the mill without a loan.", "closed", "done"),
    ],
)
def test_beside_it(status_of, text, words, status):
    assert status_of(text, words) == status
