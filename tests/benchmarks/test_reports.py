"""The invented stream with and without words that only one report has."""

from collections import Counter

from benchmarks.reports import stream


def test_own_words_come_on_top_and_are_in_no_report_that_is_no_copy():
    plain, own = stream(160), stream(160, own_words=15)
    assert [key for key, _ in plain] == [key for key, _ in own]
    known = {word for _, document in plain for word in document.text.split()}
    holders: Counter[str] = Counter()
    for (_, without), (_, document) in zip(plain, own, strict=True):
        words = document.text.split()
        new = [word for word in words if word not in known]
        assert len(new) == 15
        assert [word for word in words if word in known] == without.text.split(), "all else is the same"
        holders.update(set(new))
    texts = Counter(document.text for _, document in own)
    assert sum(texts.values()) - len(texts) >= 8, "copies are copies still"
    assert max(holders.values()) == max(texts.values())


def test_the_same_seed_gives_the_same_stream():
    assert stream(40, own_words=5) == stream(40, own_words=5)
    assert stream(40, own_words=5) != stream(40, seed=2, own_words=5)
