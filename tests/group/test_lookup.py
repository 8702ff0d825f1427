"""The index by which stories are looked up."""

from tests.group.bags import Bags

from rashomon.group import StorySettings


def found(bags, member):
    """The names of the stories that share heavy terms with a report, in the order of the look-up."""
    vectors = tuple(bags.state.lookup.heaviest(vector) for vector in member.profile[:2])
    return [bags.state.numbered[number].id for number in bags.state.lookup.shared(vectors)]


def test_the_stories_that_share_most_come_first():
    bags = Bags()
    told = (("least", "rope quay flour kite"), ("most", "barge pier rope"), ("less", "barge pier kite flour"))
    for name, words in told:
        bags.story(name, bags.report(words))
    bags.story("none", bags.report("kite pension"))
    assert found(bags, bags.report("barge pier rope")) == ["most", "less", "least"]


def test_of_stories_that_share_as_much_the_one_opened_first_comes_first():
    bags = Bags()
    for name in ("first", "second", "third"):
        bags.story(name, bags.report("barge pier"))
    assert found(bags, bags.report("barge kite")) == ["first", "second", "third"]


def test_shared_names_count_beside_shared_words():
    bags = Bags()
    bags.story("words", bags.report("barge pier rope", "Ostrand"))
    bags.story("both", bags.report("barge pier quay", "Norholm"))
    assert found(bags, bags.report("barge pier rope", "Norholm")) == ["both", "words"]


def test_a_term_that_too_many_stories_hold_is_no_way_to_find_them():
    bags = Bags(StorySettings(common_term_stories=2))
    for name, words in (("one", "barge pier"), ("two", "barge kite"), ("three", "barge flour")):
        bags.story(name, bags.report(words))
    assert found(bags, bags.report("barge")) == []
    assert found(bags, bags.report("barge pier")) == ["one"]


def test_a_term_that_just_as_many_stories_hold_as_may_is_one():
    bags = Bags(StorySettings(common_term_stories=2))
    bags.story("one", bags.report("barge pier"))
    bags.story("two", bags.report("barge kite"))
    assert found(bags, bags.report("barge")) == ["one", "two"]


def test_a_term_is_telling_again_when_its_stories_are_forgotten():
    bags = Bags(StorySettings(common_term_stories=2))
    lives = [bags.story(name, bags.report(f"barge {name}")) for name in ("pier", "kite", "flour")]
    bags.state.forget(lives[1])
    assert found(bags, bags.report("barge")) == ["pier", "flour"]
