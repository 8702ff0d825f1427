"""A stream of stories that was kept and taken up goes on as if it had never stopped."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rashomon.core import Document, Passage, Role, Span
from rashomon.group import Stories, StorySettings

BEGAN = datetime(2031, 5, 2, 10, tzinfo=UTC)
TEXTS = (
    "Edda Orsk closed the northern quay of Norholm on Friday after a crane had collapsed across two rail tracks.",
    "The northern quay of Norholm was closed by Edda Orsk on Friday. A crane had collapsed on the tracks.",
    "Vastermund Rovers won the cup with two late goals of Kofi Dahl against Sable Athletic.",
    "Kofi Dahl scored two late goals as Vastermund Rovers won the cup against Sable Athletic.",
)


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
    taken_up = Stories.restore(json.loads(json.dumps(through.save())))
    for number in (2, 3):
        taken_up.add(document(number))
    assert taken_up.stories() == whole.stories()
    assert [taken_up.explain(f"d{n}") for n in range(4)] == [whole.explain(f"d{n}") for n in range(4)]
    assert taken_up.save() == whole.save()


def noisy(number):
    """A report on the quay with words that no other report has."""
    strange = " ".join(f"qu{number}x{i}ly" for i in range(40))
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
    remembering = Stories(settings)
    monkeypatch.setattr("rashomon.group.background.MOST_TERMS", 100)
    forgetting = Stories(settings)
    for number in range(12):
        for stream in (remembering, forgetting):
            stream.add(noisy(number))
            stream.release()
    terms = [len(stream.save()[0]["background"]["terms"]) for stream in (remembering, forgetting)]
    assert terms[1] < 200, "what only the stories at rest held is gone"
    late = replace(noisy(11), id="late")
    assert forgetting.add(late) == forgetting.stories()[-1].id
    assert Stories.restore(json.loads(json.dumps(forgetting.save())), settings).save() == forgetting.save()
