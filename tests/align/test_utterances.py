"""What one speaker said once, across outlets."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.newsrooms import newsroom

from rashomon.align.sayings import sentence_parts
from rashomon.align.utterances import align_utterances
from rashomon.align.voices import Scene
from rashomon.core import Document, Form, Quotation, Span

POST, MAIL, ECHO = "The Harbour Post", "Norholm Mail", "Evening Echo"


@newsroom
def test_identical_and_shortened_wordings_are_one_utterance(room, ledger_of):
    """One in full, one the same, one cut.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Minister speaks

    "We will not reopen the northern quay before every crane has been inspected," Edda Orsk said on Friday.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Quay stays shut

    "We will not reopen the northern quay before every crane has been inspected," said Edda Orsk, the port minister.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Orsk on the quay

    Edda Orsk said: "We will not reopen the northern quay."
    """
    said = ledger_of(room).utterance(POST, "We will not reopen the northern quay")
    assert {w.document for w in said.quotations} == {d.id for d in room.documents}
    assert said.differences == "shortened"
    assert said.text.startswith("We will not reopen the northern quay before every crane")
    assert [w.number for w in said.quotations] == [1, 1, 2]


@newsroom
def test_identical_wordings_differ_in_nothing(room, ledger_of):
    """Marks and a comma at the end are no difference.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Minister speaks

    "The cranes of the northern quay are older than the port," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Old cranes

    “The cranes of the northern quay are older than the port.” With these words Edda Orsk opened the debate on Friday.
    """
    said = ledger_of(room).utterance(POST, "older than the port")
    assert len(said.quotations) == 2
    assert said.differences == "none"


@newsroom
def test_two_translations_of_one_sentence_are_one_utterance(room, ledger_of):
    """Spoken in another language, put into English twice.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Bolkan answers

    "We shall not sink to the level of such irresponsible harbour diplomacy," Sergei Bolkan said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Bolkan replies

    "We will not stoop to this level of irresponsible 'harbour' diplomacy," said Sergei Bolkan.
    """
    said = ledger_of(room).utterance(POST, "irresponsible harbour diplomacy")
    assert len(said.quotations) == 2
    assert said.differences == "retranslated"


@newsroom
def test_a_lost_negation_is_flagged(room, ledger_of):
    """One outlet loses the "not".

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "We will not compensate the owners of the damaged ferries this year," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk promises

    "We will compensate the owners of the damaged ferries this year," Edda Orsk said.
    """
    ledger = ledger_of(room)
    said = ledger.utterance(POST, "compensate the owners")
    assert len(said.quotations) == 2
    assert said.differences == "altered"
    assert {outlet for outlet, _ in ledger.problems("quotation-altered")} <= {POST, MAIL}
    assert len(ledger.problems("quotation-altered")) == 1


@newsroom
def test_another_figure_is_flagged(room, ledger_of):
    """One outlet has another number.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The port has dismissed 40 pilots since the beginning of the winter," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk tells figures

    "The port has dismissed 60 pilots since the beginning of the winter," Edda Orsk said.
    """
    assert ledger_of(room).utterance(POST, "dismissed 40 pilots").differences == "altered"


@newsroom
def test_the_same_words_of_two_speakers_are_two_utterances(room, ledger_of):
    """A slogan that two people use.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The northern quay belongs to the people of Norholm," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Bolkan speaks

    "The northern quay belongs to the people of Norholm," Sergei Bolkan said.
    """
    ledger = ledger_of(room)
    left = ledger.utterance(POST, "belongs to the people of Norholm")
    right = ledger.utterance(MAIL, "belongs to the people of Norholm")
    assert left.id != right.id
    assert left.speaker != right.speaker


@newsroom
def test_a_long_quotation_holds_two_shorter_ones(room, ledger_of):
    """Each of two outlets quotes one sentence of a statement that a third has in full.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk in full

    "The northern quay was never built for ships of this weight. Every captain in Norholm has known that for
    twenty years," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk on ships

    "The northern quay was never built for ships of this weight," Edda Orsk said.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Orsk on captains

    "Every captain in Norholm has known that for twenty years," Edda Orsk said.
    """
    ledger = ledger_of(room)
    first, second = ledger.utterance(POST, "was never built"), ledger.utterance(POST, "Every captain in Norholm")
    assert first.id != second.id
    assert {ledger.outlet(w.document) for w in first.quotations} == {POST, MAIL}
    assert {ledger.outlet(w.document) for w in second.quotations} == {POST, ECHO}
    whole = {w.whole for u in (first, second) for w in u.quotations if ledger.outlet(w.document) == POST}
    assert len(whole) == 1


@newsroom
def test_the_reporters_own_words_for_it_join_the_utterance(room, ledger_of):
    """Indirect speech.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The harbour police ignored three warnings about the broken crane," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk on police

    Edda Orsk said that the harbour police had ignored three warnings about the broken crane.
    """
    said = ledger_of(room).utterance(POST, "ignored three warnings")
    assert {w.form for w in said.quotations} == {Form.DIRECT, Form.INDIRECT}
    assert said.differences == "none"


@newsroom
def test_two_answers_to_one_question_are_two_utterances(room, ledger_of):
    """Much the same words, another thing said.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The inquiry will tell us who loaded the ferry," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk speaks again

    "The inquiry was paid for by the ferry's insurers in April," Edda Orsk said.
    """
    ledger = ledger_of(room)
    assert ledger.utterance(POST, "who loaded").id != ledger.utterance(MAIL, "insurers in April").id


@newsroom
def test_every_quotation_stands_in_an_utterance(room, ledger_of):
    """Whatever its form and length.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Quay is 'unsafe', says Orsk

    The quay is "unsafe", Edda Orsk said. "No," she added. "It has been so for years. Nobody listened."

    > I wrote to the port three times. I had no answer.

    The union says the port knew.
    """
    ledger = ledger_of(room)
    placed = {(w.document, w.whole) for u in ledger.story.utterances for w in u.quotations}
    assert {(r.document, q.span) for r in ledger.readings for q in r.quotations} == placed


WORD = st.sampled_from("the quay is not safe for 40 ships and Dr. Orsk knows “it” . ! No".split())


@given(st.lists(WORD, min_size=1, max_size=25))
def test_the_parts_of_a_quotation_lie_in_it_in_order_and_hold_all_its_words(words):
    text = " ".join(words)
    document = Document(id="d", text=text)
    quotation = Quotation(id="q", span=Span(0, len(text)), form=Form.DIRECT)
    parts = sentence_parts(document, quotation)
    assert all(a.end <= b.start for a, b in pairwise(parts))
    kept = "".join(p.of(text) for p in parts)
    assert sum(c.isalnum() for c in kept) == sum(c.isalnum() for c in text)


@given(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_every_quotation_is_aligned_and_no_utterance_has_two_speakers(quotations, chance):
    documents, quoted, speakers = [], {}, {}
    for n, words in enumerate(quotations):
        text = " ".join([*words, "quay"])
        documents.append(Document(id=f"d{n}", text=text))
        quoted[f"d{n}"] = (Quotation(id=f"q{n}", span=Span(0, len(text)), form=Form.DIRECT),)
        speakers[f"q{n}"] = chance.choice(["a", "b", None])
    found = align_utterances(documents, quoted, speakers, Scene())
    assert {w.document for u in found for w in u.quotations} == {d.id for d in documents}
    places = [(w.document, w.span) for u in found for w in u.quotations]
    assert len(places) == len(set(places))
    for u in found:
        assert len({speakers[f"q{w.document[1:]}"] for w in u.quotations} - {None}) <= 1


@newsroom
def test_two_sentences_that_one_report_quotes_are_not_one_utterance(room, ledger_of):
    """Both share words with the one sentence that the other outlet quotes.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk on the lock

    "There is so much that can go wrong with the lock here," Edda Orsk said. "There are many engineers who say that
    nobody can run 27 pumps at once and not have something go wrong with the lock."

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk warns

    "There is so much that can go wrong with the lock," said Edda Orsk.
    """
    ledger = ledger_of(room)
    first, second = ledger.utterance(POST, "There is so much"), ledger.utterance(POST, "27 pumps")
    assert first.id != second.id
    assert {ledger.outlet(w.document) for w in first.quotations} == {POST, MAIL}


@newsroom
def test_two_sentences_spliced_into_one_stay_with_it(room, ledger_of):
    """One outlet makes one sentence of two.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk answers

    "We will not make trouble for foreign pilots, we will not dismiss a single man," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk replies

    "We will not make any trouble for foreign pilots," Edda Orsk said. "We will not dismiss a single man."
    """
    ledger = ledger_of(room)
    said = ledger.utterance(POST, "make trouble")
    assert len([w for w in said.quotations if ledger.outlet(w.document) == MAIL]) == 2


@newsroom
def test_a_fragment_does_not_make_two_sentences_one(room, ledger_of):
    """Two sentences hold the fragment.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk in full

    "The destination is the northern lock," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk on barges

    "Half of the barges will go round by the canal and wait three days at the northern lock," Edda Orsk said.

    == Evening Echo, 2031-05-02 16:00 +02:00 ==
    Where to

    Edda Orsk said the barge was bound for the "northern lock".
    """
    ledger = ledger_of(room)
    assert ledger.utterance(POST, "destination").id != ledger.utterance(MAIL, "Half of the barges").id


@newsroom
def test_a_cut_that_turns_the_sense_is_flagged(room, ledger_of):
    """The condition is left out.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk in full

    "We will compensate the owners of the damaged ferries if the insurers pay first," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk promises

    "We will compensate the owners of the damaged ferries," Edda Orsk said.
    """
    assert ledger_of(room).utterance(POST, "compensate the owners").differences == "altered"


@newsroom
def test_another_name_is_flagged(room, ledger_of):
    """One outlet has another town.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Orsk speaks

    "The pilots of Torsund have broken every promise that they gave us," Edda Orsk said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Orsk angry

    "The pilots of Brannvik have broken every promise that they gave us," Edda Orsk said.
    """
    assert ledger_of(room).utterance(POST, "broken every promise").differences == "altered"


@newsroom
def test_words_of_somebody_unknown_are_not_those_of_one_whom_the_report_never_names(room, ledger_of):
    """Who `she` is stays open, but it is somebody of that report.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Marlow Fen bridge

    Marta Ullgren denied on Tuesday that the bridge would be closed. "No vote has been taken on the plan," she said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Brillon hospital

    Minister Ada Lind met Judge Eva Moor on Monday. "No vote has been taken on the plan," she said.
    """
    ledger = ledger_of(room)
    assert len(ledger.utterance(POST, "No vote has been taken").quotations) == 1
    assert ledger.utterance(MAIL, "No vote has been taken").speaker is None


@newsroom
def test_words_of_somebody_unknown_can_be_those_of_one_whom_the_report_names(room, ledger_of):
    """`She` is one of two, and another report tells which; or nothing is told of who speaks.

    == The Harbour Post, 2031-05-02 14:10 +02:00 ==
    Marlow Fen bridge

    Minister Ada Lind left the talks. "No vote has been taken on the plan," Lind said.

    == Norholm Mail, 2031-05-02 15:00 +02:00 ==
    Bridge talks

    Minister Ada Lind met Judge Eva Moor on Monday. "No vote has been taken on the plan," she said.
    """
    said = ledger_of(room).utterance(POST, "No vote has been taken")
    assert {w.document for w in said.quotations} == {d.id for d in room.documents}
