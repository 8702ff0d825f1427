"""How common words are in the news."""

from rashomon.group.background import Background, shipped
from rashomon.group.words import stem


def test_the_shipped_table_knows_common_words_from_rare_ones():
    background = Background()
    said, barge, unseen = (background.rarity(stem(w)) for w in ("said", "barge", "zzyzx"))
    assert 0.0 <= said < 2.0 < barge <= unseen


def test_what_is_learned_stays_with_its_background():
    learning, other = Background(), Background()
    before = learning.rarity("n:norholm")
    for _ in range(50):
        learning.learn(["n:norholm"])
    assert learning.rarity("n:norholm") < before - 2
    assert other.rarity("n:norholm") == before
    assert "n:norholm" not in shipped().frequency
