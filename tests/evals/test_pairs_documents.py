"""How alike documents of one topic are, and the model that knows it."""

import pytest
from evals.event_pairs import topic_model
from evals.pairs_documents import DocumentLikeness

from rashomon.core import Document


def test_the_topic_model_joins_what_agrees_and_leaves_what_says_nothing():
    model = topic_model()
    assert set(model.model.weights) == {"related", "other"}
    alike = {"lemma": 1.0, "class": 0.0, "derived": 0.0, "target_count": 1.0, "company": 1.0, "company_names": 1.0}
    assert model.joins(alike)
    assert not model.joins({"lemma": 0.0, "class": 0.0, "derived": 0.0})


def test_two_happenings_of_a_kind_are_told_apart_by_their_company():
    texts = {
        "a": "A quake of magnitude 6 shook Norholm on Monday. Two houses fell, said mayor Edda Orsk.",
        "b": "Norholm shook on Monday: a quake of magnitude 6. Mayor Edda Orsk said two houses fell.",
        "c": "A quake of magnitude 5 shook Brallheim on Friday. No house fell, said mayor Pablo Rengo.",
        "d": "Brallheim shook on Friday: a quake of magnitude 5. Mayor Pablo Rengo said no house fell.",
    }
    likeness = DocumentLikeness([Document(id=name, text=text) for name, text in texts.items()])
    one, two = likeness.measures("a", "b"), likeness.measures("a", "c")
    for measure in ("document", "document_names", "document_figures", "company", "company_names"):
        assert one[measure] > two[measure], measure
    assert two["document"] > 0.0


def test_two_documents_have_no_company():
    likeness = DocumentLikeness([Document(id="a", text="Port shut."), Document(id="b", text="Port shut.")])
    assert likeness.measures("a", "b")["company"] == 0.0
    assert likeness.measures("a", "b")["document"] == pytest.approx(1.0)
