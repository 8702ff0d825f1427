"""How common words are in the news."""

from rashomon.group.background import Background, shipped
from rashomon.group.passages import shared_runs
from rashomon.group.settings import CopySettings
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


def test_shared_runs_join_over_small_edits_and_part_at_large_ones():
    left = list(range(100, 130))
    small = [*range(100, 110), 1, 2, *range(112, 122)]
    large = [*range(100, 110), *range(1, 20), *range(112, 122)]
    (joined,) = shared_runs(left, small, CopySettings())
    assert (joined.left_start, joined.left_end, joined.right_start, joined.right_end) == (0, 22, 0, 22)
    assert len(joined.equal) == 20
    assert len(shared_runs(left, large, CopySettings())) == 2


def test_a_text_that_repeats_itself_is_compared_in_bounded_time():
    left = [1, 2, 3, 4, 5] * 400
    runs = shared_runs(left, left, CopySettings())
    assert sum(len(run.equal) for run in runs) == len(left)
