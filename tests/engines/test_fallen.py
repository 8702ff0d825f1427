"""What two processes ended over is named by the pipeline, and the rest goes on; no worker is sent a secret."""

import pickle

import pytest

from rashomon.core import Document, Page, Problem, RashomonError, Story
from rashomon.core.batches import batched
from rashomon.core.engine import Fallen
from rashomon.pipeline import Pipeline
from rashomon.pipeline.seams import Material
from rashomon.settings import Settings, sent


class Falling:
    """An engine whose processes end over what it is told."""

    def __init__(self, over):
        self.over, self.asked = over, 0

    def each(self, work, given, *, together, alone=0):
        for batch in batched(given, together):
            for thing in batch:
                self.asked += 1
                yield Fallen(given=thing) if self.over(thing) else work([thing])[0]

    def close(self):
        """Nothing is held."""


def is_story(thing):
    return isinstance(thing, tuple)


def material(reader, document):
    """What a story of one document is told from."""
    return Material(documents={document.id: document}, readings={document.id: reader.read(document)}, copies=())


def test_a_page_that_ends_two_processes_is_a_problem_with_its_address_and_others_are_cleaned():
    given = [Page(address=f"{name}.txt", kind="text", text="The quay was closed on Monday.") for name in ("a", "b")]
    engine = Falling(lambda page: page.address == "a.txt")
    fallen, cleaned = Pipeline(engine=engine).cleaned(given)
    assert isinstance(fallen, Problem)
    assert (fallen.stage, fallen.code, fallen.address, fallen.fatal) == ("clean", "process-ended", "a.txt", True)
    assert isinstance(cleaned, Document)
    assert cleaned.address == "b.txt"


def test_a_story_that_ends_two_processes_is_an_empty_account_that_says_so_and_others_are_told(document_of, reader):
    documents = [document_of(f"{name} closed the quay, the harbour master said.") for name in ("Orlow", "Tessin")]
    stories = [Story(id=f"s{number}", documents=(document.id,)) for number, document in enumerate(documents)]
    given = [(story, material(reader, document)) for story, document in zip(stories, documents, strict=True)]
    engine = Falling(lambda thing: thing[0].id == "s0")
    fallen, told = Pipeline(engine=engine).story_accounts(given)
    assert (fallen.id, fallen.documents, fallen.claims) == ("s0", (documents[0].id,), ())
    assert [(problem.stage, problem.code) for problem in fallen.problems] == [("account", "process-ended")]
    assert (told.id, told.problems) == ("s1", ())


@pytest.mark.parametrize("ours", [True, False])
def test_a_fault_of_ours_in_one_story_of_many_keeps_no_other_back_unless_it_is_to_be_raised(
    document_of, reader, monkeypatch, ours
):
    document = document_of("Orlow closed the quay, the harbour master said.")
    given = [(Story(id="s0", documents=(document.id,)), material(reader, document))]

    def broken(*_, **__):
        raise IndexError("no such word") if ours else RashomonError("another model is needed")

    monkeypatch.setattr(Pipeline, "story_told", broken)
    if ours:
        (told,) = Pipeline().story_accounts(given)
        assert [(problem.stage, problem.code) for problem in told.problems] == [("account", "account-failed")]
        assert told.problems[0].message.endswith(
            "(IndexError in test_a_fault_of_ours_in_one_story_of_many_keeps_no"
            "_other_back_unless_it_is_to_be_raised.<locals>.broken); please report it"
        )
    for pipeline, tells in (
        (Pipeline(tolerant=False), lambda pipeline: list(pipeline.story_accounts(given))),
        (Pipeline(tolerant=ours), lambda pipeline: pipeline.account_of([document])),
    ):
        with pytest.raises(IndexError if ours else RashomonError):
            tells(pipeline)


def test_an_account_whose_story_ends_two_processes_says_so_in_it(document_of):
    document = document_of("The quay at Torsund was closed, the harbour master said.")
    (story,) = Pipeline(engine=Falling(is_story)).account_of([document]).stories
    assert story.documents == (document.id,)
    assert [problem.code for problem in story.problems] == ["process-ended"]


SECRET = "k-7719-torsund"
ARCHIVE = f"postgresql://desk:{SECRET}@db/r"
ADDRESS = "http://localhost:1/v1"


def test_what_is_sent_to_a_worker_holds_no_key_and_no_archive():
    kept = Settings(llm_address=ADDRESS, llm_model="m", llm_key=SECRET, archive=ARCHIVE, digest="extracted")
    octets = pickle.dumps(Pipeline(kept))
    assert SECRET.encode() not in octets
    assert pickle.loads(octets).settings == sent(kept)
    assert (sent(kept).digest, sent(kept).llm_model, sent(kept).llm_address) == ("extracted", "m", kept.llm_address)


def test_where_a_model_is_asked_with_a_key_the_stories_are_told_here(document_of, reader):
    document = document_of("The quay at Torsund was closed, the harbour master said.")
    material = Material(documents={document.id: document}, readings={document.id: reader.read(document)}, copies=())
    given = [(Story(id="s", documents=(document.id,)), material)]
    for chosen, asked in (
        (Settings(), 1),
        (Settings(llm_key=SECRET), 1),
        (Settings(llm_address="http://127.0.0.1:9/v1", llm_key=SECRET, llm_seconds="1"), 0),
        (Settings(llm_address=f"http://desk:{SECRET}@127.0.0.1:9/v1", llm_seconds="1"), 0),
    ):
        engine = Falling(is_story)
        list(Pipeline(chosen, engine=engine).story_accounts(given))
        assert engine.asked == asked
