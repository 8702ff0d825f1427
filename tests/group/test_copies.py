"""Who took words from whom, and what is only the same speech quoted twice."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.core import CopyKind, Direction, Document, Passage, Role, Span
from rashomon.group import CopySettings, find_copies
from rashomon.group.candidates import _long
from rashomon.group.words import PROMPTS, WORD

SETTINGS = settings(max_examples=25, deadline=None)


def only(copies):
    assert len(copies) == 1, [c.reason for c in copies]
    return copies[0]


@newsroom
def test_the_same_prose_is_a_verbatim_copy_of_the_earlier_report(documents):
    """Word for word, an hour later.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier.

    Divers will inspect the foundations at low tide, the harbour authority said, and lorries must use the tunnel.

    == Norholm Mail, 2031-05-02 15:10 Z ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier.

    Divers will inspect the foundations at low tide, the harbour authority said, and lorries must use the tunnel.
    """
    copy = only(find_copies(documents))
    assert (copy.origin, copy.copy) == ("the-harbour-post", "norholm-mail")
    assert (copy.kind, copy.direction) == (CopyKind.VERBATIM, Direction.EARLIER)
    assert copy.share_of_copy == copy.share_without_quotations == 1.0
    assert len(copy.passages) == 3, "a passage ends where a paragraph ends"


@newsroom
def test_a_copy_with_changed_words_is_edited(documents):
    """Synonyms, a dropped clause, another headline.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    Divers will inspect the foundations at low tide, the harbour authority said, and lorries must use the tunnel.

    == Norholm Mail, 2031-05-02 15:10 Z ==
    Barge hits bridge

    Engineers shut the Lantern bridge on Friday after a gravel barge drifted from its berth and struck the
    northern pier.

    Divers will examine the foundations at low tide, the harbour authority told reporters, and lorries must use the
    tunnel.
    """
    copy = only(find_copies(documents))
    assert copy.kind is CopyKind.EDITED
    assert 0.5 <= copy.share_without_quotations < 1.0


@newsroom
def test_a_paragraph_taken_into_another_report_is_an_excerpt(documents):
    """One paragraph of four is the other outlet's.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    == Norholm Mail, 2031-05-03 09:00 Z ==
    Who pays for the crossing?

    Shopkeepers on the northern shore count their losses while councillors argue about insurance.

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    Bakers had no flour by noon and the dairy poured away its milk, said Odile Varn, who keeps a stall there.

    A ferry was promised within the week, but its owner wants a guarantee from the treasury before sailing.
    """
    copy = only(find_copies(documents))
    assert copy.kind is CopyKind.EXCERPT
    assert copy.share_without_quotations < 0.5
    text = {d.id: d for d in documents}
    assert text[copy.copy].words_at(copy.passages[0].copy).startswith("Engineers closed")


@newsroom
def test_two_reports_that_quote_one_speech_have_not_copied(documents):
    """Nothing but the minister's words is the same; one outlet sets them without marks after a colon.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Minister defends toll

    The minister faced an angry hall on Friday.

    “We shall not sell this crossing to a company that counts coins while our grandmothers wait in the rain,” Tessa
    Orlow said.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Orlow: no sale

    Applause and whistles greeted Tessa Orlow, who told the meeting:

    We shall not sell this crossing to a company that counts coins while our grandmothers wait in the rain.
    """
    copy = only(find_copies(documents))
    assert copy.kind is CopyKind.SHARED_QUOTATION
    assert copy.share_without_quotations == 0.0
    assert copy.share_of_copy > 0.3


@newsroom
def test_a_quotation_reopened_paragraph_by_paragraph_is_shared_not_copied(documents):
    """The marks open again in each paragraph and close only in the last.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Minister defends toll

    Tessa Orlow wrote to the ferrymen on Friday.

    “We shall not sell this crossing to a company that counts coins while our grandmothers wait in the rain.

    “Neither shall we borrow from a banker who drowned three villages beneath his reservoir,” she added.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Letter from the ministry

    Ferrymen opened an envelope with a seal on it.

    “We shall not sell this crossing to a company that counts coins while our grandmothers wait in the rain.

    “Neither shall we borrow from a banker who drowned three villages beneath his reservoir,” the letter ran.
    """
    assert only(find_copies(documents)).kind is CopyKind.SHARED_QUOTATION


@newsroom
def test_the_copy_that_credits_the_other_outlet_is_the_copy_whatever_the_times(documents):
    """The credit decides against the clock.

    == Norholm Mail, 2031-05-02 09:00 Z; credits: The Harbour Post ==
    Bridge shut

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Lantern bridge closed

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.
    """
    copy = only(find_copies(documents))
    assert (copy.origin, copy.copy, copy.direction) == ("the-harbour-post", "norholm-mail", Direction.DECLARED)
    assert "The Harbour Post" in copy.reason


@newsroom
def test_a_day_without_a_time_does_not_say_who_was_first(documents):
    """Midnight is a date alone.

    == Norholm Mail, 2031-05-02 00:00 Z ==
    Bridge shut

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Lantern bridge closed

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.
    """
    copy = only(find_copies(documents))
    assert copy.direction is Direction.UNKNOWN
    assert copy.origin < copy.copy


@newsroom
def test_an_update_by_the_same_outlet_is_named_a_version(documents):
    """The outlet adds a paragraph to its own report.

    == The Harbour Post, 2031-05-02 14:10 Z; id: first ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    == The Harbour Post, 2031-05-02 18:30 Z; id: second ==
    Lantern bridge shut after barge strikes pier

    Engineers closed the Lantern bridge on Friday after a gravel barge drifted from its moorings and struck the
    northern pier, scattering fishermen from the quay.

    It may open again on Monday.
    """
    assert "a version of the same report by the same outlet" in only(find_copies(documents)).reason


@newsroom
def test_titles_and_stock_phrases_are_no_copy(documents):
    """Ten equal words that any writer on the matter would use.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Toll talks

    Transport Minister Tessa Orlow said in a statement on Friday that she would meet the ferrymen.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Railway strike looms

    Drivers vote next week. Transport Minister Tessa Orlow said in a statement on Friday that the railways were hers.
    """
    assert find_copies(documents) == ()


@newsroom
def test_furniture_is_never_a_shared_passage(documents):
    """The same caption under the same agency picture.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Bridge shut

    ~caption: Divers beside the splintered gravel barge beneath the northern pier of the Lantern bridge, photographed
    at low tide by a volunteer lifeboat crew.

    Lorries took the tunnel.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Barge adrift

    ~caption: Divers beside the splintered gravel barge beneath the northern pier of the Lantern bridge, photographed
    at low tide by a volunteer lifeboat crew.

    Nobody slept on the quay.
    """
    assert find_copies(documents) == ()


def plain(name, paragraphs):
    text = "\n\n".join(paragraphs)
    at, passages = 0, []
    for paragraph in paragraphs:
        passages.append(Passage(span=Span(at, at + len(paragraph)), role=Role.PARAGRAPH))
        at += len(paragraph) + 2
    return Document(id=name, text=text, passages=tuple(passages))


WORDS = st.text(alphabet="abcdefghijklmnoprstuvwz", min_size=2, max_size=9)
PARAGRAPH = (
    st.lists(WORDS, min_size=8, max_size=30)
    .map(" ".join)
    .filter(lambda text: not any(each in text for each in PROMPTS))
)
PROSE = st.lists(PARAGRAPH, min_size=1, max_size=4)


@SETTINGS
@given(PROSE)
def test_a_verbatim_copy_is_always_found(paragraphs):
    copy = only(find_copies([plain("a", paragraphs), plain("b", paragraphs)]))
    assert copy.kind is CopyKind.VERBATIM
    assert copy.share_of_copy == copy.share_without_quotations == 1.0


@SETTINGS
@given(st.lists(PROSE, min_size=2, max_size=4), st.data())
def test_the_order_of_input_changes_nothing(bodies, data):
    shared = "the barge drifted from its splintered moorings and struck a lantern pier while fishermen slept ashore"
    documents = [plain(f"d{i}", [*body, shared]) for i, body in enumerate(bodies)]
    assert find_copies(documents) == find_copies(data.draw(st.permutations(documents)))


@SETTINGS
@given(PROSE, PROSE, st.lists(PARAGRAPH, min_size=2, max_size=4), st.integers(min_value=3, max_value=9))
def test_every_shared_passage_reads_to_like_words(before, after, shared, every):
    """With each so many words one is changed; what is marked on both sides must still be mostly the same words."""
    edited = [
        " ".join(w if i % every else w + "x" for i, w in enumerate(paragraph.split(), start=1)) for paragraph in shared
    ]
    left, right = plain("a", [*before, *shared]), plain("b", [*edited, *after])
    for copy in find_copies([left, right]):
        for passage in copy.passages:
            here, there = (set(WORD.findall(x)) for x in (left.words_at(passage.origin), right.words_at(passage.copy)))
            assert len(here & there) >= 0.5 * min(len(here), len(there))
            assert here
            assert there
        assert 0.0 < copy.share_of_copy <= 1.0
        assert 0.0 <= copy.share_without_quotations <= 1.0


def test_a_document_without_prose_or_given_twice_is_no_copy_of_itself():
    one = plain("a", ["the barge drifted from its splintered moorings and struck a lantern pier"])
    assert find_copies([one, one, replace(one, id="empty", text="", passages=())]) == ()


@newsroom
def test_what_a_page_asks_of_its_reader_is_no_copied_prose(documents):
    """The same form stands under two reports of one outlet that share nothing else.

    == The Harbour Post, 2031-05-02 14:10 Z; id: first ==
    Bridge shut

    Engineers closed the Lantern bridge after a gravel barge struck its pier.

    Please verify you are not a robot by ticking the lantern. You must choose a newsletter to subscribe to. Sign up
    and agree to receive occasional letters and special offers for the products of the Harbour Post.

    == The Harbour Post, 2031-05-04 14:10 Z; id: second ==
    Flour is dear

    Bakers on the northern shore count their losses.

    Please verify you are not a robot by ticking the lantern. You must choose a newsletter to subscribe to. Sign up
    and agree to receive occasional letters and special offers for the products of the Harbour Post.
    """
    assert find_copies(documents) == ()


@newsroom
def test_speech_in_the_first_person_is_quoted_even_where_its_marks_are_lost(documents):
    """One outlet lost its marks in typesetting, the other set blanks around them.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Minister defends toll

    The minister faced an angry hall on Friday.

    We shall not sell this crossing to a company that counts coins while grandmothers wait in the rain, said Orlow.

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Orlow: no sale

    Applause and whistles greeted Tessa Orlow.

    " We shall not sell this crossing to a company that counts coins while grandmothers wait in the rain, " she said.
    """
    assert only(find_copies(documents)).kind is CopyKind.SHARED_QUOTATION


@newsroom
def test_marks_with_blanks_on_both_sides_open_and_close_by_turns(documents):
    """Text put together from tokens; the speech goes on in a second paragraph.

    == The Harbour Post, 2031-05-02 14:10 Z ==
    Minister defends toll

    The minister said : " This crossing feeds eleven villages whose ferries rotted while three treasurers slept .

    A company that counts coins would let the grandmothers of the valley wait in the rain " before she left .

    == Norholm Mail, 2031-05-02 16:00 Z ==
    Orlow: no sale

    “This crossing feeds eleven villages whose ferries rotted while three treasurers slept,” Tessa Orlow told us.

    She added: “A company that counts coins would let the grandmothers of the valley wait in the rain.”
    """
    assert only(find_copies(documents)).kind is CopyKind.SHARED_QUOTATION


def shuffled(rng, words):
    return " ".join(rng.sample(words, len(words)))


def stream(documents):
    """Reports of which each has a sentence of the one before, a stock phrase, and words of its own."""
    rng, sentence = random.Random(5), "nobody rang the harbour"
    words = "barge pier lantern ferry toll flour quay rope tide guard treaty sluice".split()
    found = []
    for number in range(documents):
        own = " ".join(f"{word}{rng.randint(0, 9)}" for word in rng.sample(words, 11)) + "."
        phrase = "It is too early to say what the inquest into the ferry will find."
        found.append(plain(f"d{number:03}", [sentence, phrase, own, f"“{shuffled(rng, words)},” he said."]))
        sentence = own
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("printed.DOCUMENTS_AT_ONCE", 1),
        ("printed.MOST_TOKENS", 1),
        ("spooled.MOST_BYTES", 1),
        ("blocks.PAIRS_TOGETHER", 1),
        ("blocks.HEADS_KEPT", 1),
        ("candidates.PRINTS_AT_ONCE", 1),
        ("candidates.EVENTS_AT_ONCE", 1),
        ("candidates.MARKED_BITS", 1),
        ("aligned.WORDS_AT_ONCE", 100),
        ("overlaps.CROWD", 1),
        ("tokens.MOST_TOKENS", 1),
    ],
)
def test_however_small_the_portions_the_copies_are_the_same(monkeypatch, name, value):
    documents = stream(30)
    whole = find_copies(documents)
    assert len(whole) >= 29
    monkeypatch.setattr(f"rashomon.group.{name}", value)
    assert find_copies(documents) == whole


@SETTINGS
@given(st.lists(st.lists(st.sampled_from("barge pier the lantern rope tide 40 Quay".split()), max_size=40), max_size=5))
def test_the_words_beside_fingerprints_lose_no_pair(bodies):
    documents = [plain(f"d{n}", [" ".join(body)]) for n, body in enumerate(bodies)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.group.candidates._long", lambda unlike, _: unlike == unlike)
        wanted = find_copies(documents)
    assert find_copies(documents) == wanted


def test_a_report_printed_many_times_pairs_each_with_the_earliest_only():
    words = "engineers closed the bridge after a gravel barge drifted from its moorings and struck a northern pier"
    documents = [plain(f"d{n:02}", [words, words[::-1]]) for n in range(60)]
    copies = find_copies(documents)
    most = CopySettings().common_fingerprint_documents
    assert {copy.kind for copy in copies} == {CopyKind.VERBATIM}
    assert len(copies) == sum(min(n, most) for n in range(60))
    assert {copy.origin for copy in copies} == {f"d{n:02}" for n in range(most)}


def test_an_address_that_is_none_costs_no_run():
    words = "engineers closed the bridge after a gravel barge drifted from its moorings and struck a northern pier"
    left, right = plain("a", [words]), replace(plain("b", [words]), address="http://[broken")
    assert only(find_copies([left, right])).kind is CopyKind.VERBATIM


def test_a_report_in_the_first_person_throughout_is_copied_whole():
    words = "we closed the bridge after a gravel barge drifted from its moorings and struck a northern pier"
    copy = only(find_copies([plain("a", [words]), plain("b", [words])]))
    assert copy.kind is CopyKind.VERBATIM
    assert copy.share_without_quotations == 1.0


@pytest.mark.parametrize(
    ("unlike", "long"),
    [
        (0x00000000, True),
        (0x55550000, True),
        (0x00005555, True),
        (0x55005500, True),
        (0x55000055, False),
        (0x00555500, False),
        (0x55555555, False),
    ],
)
def test_two_words_more_on_either_side_make_a_long_run(unlike, long):
    """Bytes from the lowest: one word before, two before, one behind, two behind."""
    assert _long(np.array([unlike], dtype=np.uint32), CopySettings()).tolist() == [long]


@pytest.mark.parametrize(
    ("before", "after"),
    [("nine people", "nineteen people"), ("all passengers", "not all passengers"), ("by 14 crowns", "by 41 crowns")],
)
def test_an_edit_that_turns_a_figure_or_a_negation_is_not_verbatim(before, after):
    body = (
        "The ferry Silver Tern struck a rock off Norholm at dawn and nine people were hurt when shelves fell. "
        "Lifeboats took all passengers ashore before noon while the captain stayed with the hull and its cargo. "
        "The harbour office raised the towing fee by 14 crowns the same evening, which shipowners called a disgrace."
    )
    assert before in body
    copy = only(find_copies([plain("a", [body]), plain("b", [body.replace(before, after)])]))
    assert copy.kind is CopyKind.EDITED
    spelled = only(find_copies([plain("a", [body]), plain("b", [body.replace("harbour", "harbor")])]))
    assert spelled.kind is CopyKind.VERBATIM


def test_the_credit_of_a_picture_declares_no_copy():
    body = "The ferry Silver Tern struck a rock off Norholm at dawn and nine people were hurt when shelves fell."
    at = datetime(2031, 5, 2, 11, tzinfo=UTC)
    post = replace(plain("post", [body]), outlet="Harbour Post", published_at=at, credits=("Tarn Agency",))
    agency = replace(plain("agency", [body]), outlet="Tarn Agency", published_at=at + timedelta(hours=1))
    assert only(find_copies([post, agency])).origin == "agency"
    pictured = replace(post, picture_credits=("Tarn Agency",))
    copy = only(find_copies([pictured, agency]))
    assert (copy.origin, copy.direction) == ("post", Direction.EARLIER)
