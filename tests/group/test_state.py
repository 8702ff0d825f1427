"""A stream of stories that was kept and taken up goes on as if it had never stopped."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from rashomon.core import Document, Passage, Role, Span
from rashomon.group import Stories, StorySettings
from rashomon.group.background import Background, Table

BEGAN = datetime(2031, 5, 2, 10, tzinfo=UTC)
TEXTS = (
    "Edda Orsk closed the northern quay of Norholm on Friday after a crane had collapsed across two rail tracks.",
    "The northern quay of Norholm was closed by Edda Orsk on Friday. A crane had collapsed on the tracks.",
    "Vastermund Rovers won the cup with two late goals of Kofi Dahl against Sable Athletic.",
    "Kofi Dahl scored two late goals as Vastermund Rovers won the cup against Sable Athletic.",
)
LETTERS = "bcdfghjklmnpqrstvwxz"


def document(number):
    text = TEXTS[number]
    return Document(
        id=f"d{number}",
        text=text,
        published_at=BEGAN + timedelta(hours=number),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def test_a_stream_taken_up_from_json_goes_on_as_if_it_had_never_stopped():
    whole = Stories()
    for number in range(4):
        whole.add(document(number))
    through = Stories()
    for number in range(2):
        through.add(document(number))
    taken_up = Stories.restore(through.save())
    for number in (2, 3):
        taken_up.add(document(number))
    assert taken_up.stories() == whole.stories()
    assert [taken_up.explain(f"d{n}") for n in range(4)] == [whole.explain(f"d{n}") for n in range(4)]
    assert taken_up.save() == whole.save()


def noisy(number):
    """A report on the quay with words that no other report has."""
    strange = " ".join(
        f"qu{LETTERS[number % 20]}{LETTERS[number // 20]}o{LETTERS[i % 20]}{LETTERS[i // 20]}k" for i in range(40)
    )
    text = f"{TEXTS[number % 2]} {strange}"
    return replace(
        document(number % 2),
        id=f"noisy-{number}",
        text=text,
        published_at=BEGAN + timedelta(days=40 * number),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def test_terms_that_no_live_story_holds_are_forgotten_and_what_remains_still_fits(monkeypatch):
    settings = StorySettings(window_days=30.0)
    remembering, forgetting = Stories(settings), Stories(settings)
    for stream, most in ((remembering, 100_000), (forgetting, 100)):
        monkeypatch.setattr("rashomon.group.background.MOST_TERMS", most)
        for number in range(12):
            stream.add(noisy(number))
            stream.release()
    terms = [stream.save()["terms"].count(b"\n") for stream in (remembering, forgetting)]
    assert terms[0] > 480 > 200 > terms[1], "what only the stories at rest held is gone"
    late = replace(noisy(11), id="late")
    assert forgetting.add(late) == forgetting.stories()[-1].id
    assert Stories.restore(forgetting.save(), settings).save() == forgetting.save()


def test_terms_that_live_stories_hold_stay_and_are_not_gone_through_at_every_document(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 100)
    forgotten = []
    forget = Background.forget
    monkeypatch.setattr(Background, "forget", lambda *args: forgotten.append(stream.taken) or forget(*args))
    stream, remembering = Stories(), Stories()
    reports = [noisy(number) for number in range(40)]
    for report in reports:
        stream.add(replace(report, published_at=BEGAN))
    assert stream.save()["terms"].count(b"\n") > 1600, "the stories live: all is held"
    assert len(forgotten) <= 9, "each time there must be half as much again"
    assert forgotten[-1] > 20, "and yet it goes on"
    monkeypatch.undo()
    for report in reports:
        remembering.add(replace(report, published_at=BEGAN))
    assert stream.stories() == remembering.stories()


def test_of_terms_that_no_story_holds_the_rarest_and_oldest_are_forgotten_first(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 8)
    background = Background(Table(10.0, MappingProxyType({"quay": 1.0})))
    for times, term in ((3, "often"), (1, "old"), (1, "held"), (2, "twice"), (1, "a"), (1, "b"), (1, "c"), (1, "new")):
        for _ in range(times):
            background.learn([term])
    assert not background.crowded()
    background.learn(["newest"])
    assert background.crowded()
    before = background.rarity("often")
    new = background.forget([background.numbered(["held"])])
    assert background.learned().split() == [b"often", b"held", b"twice", b"newest"]
    assert new.tolist() == [0, 1, -1, 2, 3, -1, -1, -1, -1, 4]
    assert background.rarity("often") == before
    assert background.rarity("quay") < background.rarity("old"), "the table's own terms stay"
    assert not background.crowded()


def test_a_stream_taken_up_forgets_when_it_would_have_forgotten(monkeypatch):
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 100)
    whole, half = Stories(), Stories()
    for number in range(20):
        whole.add(noisy(number))
    for number in range(7):
        half.add(noisy(number))
    again = Stories.restore(half.save())
    for number in range(7, 20):
        again.add(noisy(number))
    assert again.save() == whole.save()
