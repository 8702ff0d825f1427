"""Reports as Python programs have them: paths, folders, texts, and what is none of these."""

import pytest

import rashomon
from rashomon.pipeline import Pipeline
from rashomon.present.python import documents_of

POST = {
    "text": "The ferry sank on Monday.",
    "outlet": "Tarn Post",
    "published_at": "2031-05-30T06:10:00Z",
    "id": "post",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry sank off Tarn on Monday, the coast guard said.\n")
    (tmp_path / "b.txt").write_text("The ferry did not sink, the line said on Tuesday.\n")
    return tmp_path


def found(inputs):
    documents, problems = documents_of(Pipeline(), inputs)
    return [document.text.split()[3] for document in documents], [problem.code for problem in problems]


def test_one_path_is_no_row_of_letters(folder):
    texts, problems = found(str(folder))
    assert len(texts) == 2
    assert not problems
    assert found(folder) == found([folder]) == found(str(folder)) == found([str(folder / "*.txt")])


def test_texts_and_paths_go_together_in_their_order(folder):
    documents, problems = documents_of(Pipeline(), [POST, folder / "b.txt", {"text": "Ferries sail again."}])
    assert [document.text.split()[0] for document in documents] == ["The", "The", "Ferries"]
    assert documents[0].id == "post"
    assert documents[0].outlet == "Tarn Post"
    assert not problems
    assert documents_of(Pipeline(), POST)[0] == documents[:1]
    assert documents_of(Pipeline(), (one for one in (POST,)))[0] == documents[:1]


def test_what_cannot_be_read_is_a_problem_with_its_place(folder):
    codes = found([folder / "c.txt", {"headline": None}, {"text": " "}, "https://tarn.example/ferry"])[1]
    assert codes == ["not-found", "no-text", "empty", "address-not-fetched"]


@pytest.mark.parametrize("missing", ["none*", "none.txt", "empty"])
def test_inputs_without_any_report_are_an_error_that_names_them(tmp_path, missing):
    (tmp_path / "empty").mkdir()
    path = str(tmp_path / missing)
    for ask in (rashomon.account, lambda given: rashomon.check("The ferry sank on Monday.", given)):
        with pytest.raises(rashomon.RashomonError, match="no report could be read") as error:
            ask(path)
        assert path in str(error.value)
    with pytest.raises(rashomon.RashomonError, match="and 2 more"):
        rashomon.account([path] * 7)
    assert rashomon.account([]).documents == ()


def test_the_verbs_take_them(reader, monkeypatch):
    monkeypatch.setattr(Pipeline, "reader", reader)
    account = rashomon.account([POST, {"text": "The ferry sank on Monday, a diver said.", "id": "echo"}])
    assert repr(account).startswith("<Account: 2 documents")
    check = rashomon.check("The ferry sank on Monday.", POST)
    assert [report.document for report in check.carried] == ["post"]
    with pytest.raises(rashomon.RashomonError, match="nothing was read"):
        rashomon.check("Of the ferry.", POST)


@pytest.mark.parametrize(("given", "kind"), [(5, "int"), ([5], "int"), (b"The quay is closed.", "bytes")])
def test_what_is_no_input_is_refused_by_its_kind(given, kind):
    with pytest.raises(rashomon.RashomonError, match=f"an input is a path, .* and no {kind}"):
        rashomon.account(given)


def test_a_pipeline_takes_names_and_says_where_documents_are_taken():
    with pytest.raises(rashomon.RashomonError, match=r"and no dict; `rashomon\.account` takes documents too"):
        Pipeline().account([{"text": "The quay is closed."}])
