"""The longer story to which a happening belongs."""

from tests.newsrooms import newsroom

from rashomon.group import Stories


def grouped(documents):
    stream = Stories()
    stream.feed(documents)
    return {document: story for story in stream.stories() for document in story.documents}


@newsroom
def test_the_same_people_in_the_news_again_are_another_story_of_one_storyline(documents):
    """A clinic is fined, and six weeks later pays for something else; elsewhere a festival ends.

    == The Harbour Post, 2031-05-02 14:10 Z; id: first ==
    Glen Harrow clinic fined over lost samples

    The Glen Harrow clinic in Norholm was fined 240,000 crowns on Friday for losing the samples of eleven patients.
    Judge Odile Varn said that its director, Bram Steyn, had known for months. Steyn called the Glen Harrow fine harsh.

    == Norholm Mail, 2031-06-16 16:00 Z; id: second ==
    Glen Harrow pays out again, this time over a fall

    Norholm's Glen Harrow clinic agreed on Monday to pay 90,000 crowns to the family of a man who fell from a broken
    bed. Director Bram Steyn apologised to the widow, Hanne Dorn, on the steps of the town hall.

    A rusted hinge gave way under the retired tram driver in March, and nobody heard him until the night nurse came at
    four. Inspectors have since had every bed of the ward weighed and tested.

    == Vastermund Courier, 2031-06-18 16:00 Z; id: other ==
    Kite festival ends in Ostrand

    Forty thousand people watched the last kites fall on Ostrand beach on Tuesday, and hotels sold every bed.
    """
    told = grouped(documents)
    assert told["first"].id != told["second"].id
    assert told["second"].storyline == told["first"].storyline == told["first"].id
    assert told["other"].storyline == told["other"].id


@newsroom
def test_a_like_happening_to_other_people_elsewhere_is_no_storyline(documents):
    """Two clinics.

    == The Harbour Post, 2031-05-02 14:10 Z; id: first ==
    Glen Harrow clinic fined over lost samples

    The Glen Harrow clinic in Norholm was fined 240,000 crowns on Friday for losing the samples of eleven patients.
    Judge Odile Varn said that its director, Bram Steyn, had known for months.

    == Vastermund Courier, 2031-05-04 16:00 Z; id: second ==
    Ferrin clinic fined over wrong pills

    A court fined the Saint Ada clinic in Ferrin 80,000 crowns on Sunday for handing out wrong pills. Its director,
    Una Weir, told judge Kofi Dahl that a label had been misread.
    """
    told = grouped(documents)
    assert told["first"].storyline != told["second"].storyline
