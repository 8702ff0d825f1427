"""Whatever grouping changes and people decide, in any order: what is settled is the decisions laid over grouping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.archive.decided_stories import regrouped
from rashomon.archive.deciding import end, write
from rashomon.archive.laying import ROWS, settle
from rashomon.core import Decision, DecisionKind, Document, Ending, Story
from rashomon.stores import open_store

AT = datetime(2031, 5, 2, 9, tzinfo=UTC)
DOCUMENTS = "abcdefg"
KINDS = (DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.MOVE)

GROUPED = st.lists(st.integers(0, 3), min_size=len(DOCUMENTS), max_size=len(DOCUMENTS))
DECIDED = st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(DOCUMENTS), min_size=2, max_size=4, unique=True))
STEPS = st.lists(st.one_of(GROUPED, DECIDED, st.integers(0, 5)), max_size=8)


def grouping(homes):
    """The stories of a partition; a story keeps its id whatever documents it has."""
    found = {n: "".join(d for d, home in zip(DOCUMENTS, homes, strict=True) if home == n) for n in range(4)}
    return {f"s{n}": Story(id=f"s{n}", documents=tuple(documents)) for n, documents in found.items() if documents}


def new_store():
    store = open_store(":memory:")
    with store.writer() as writer:
        for number, name in enumerate(DOCUMENTS):
            published = AT + timedelta(minutes=number)
            document = Document(id=name, text=f"Report {name}.", published_at=published)
            writer.add(document, seen_at=AT, made_by="clean.v1")
    return store


@given(GROUPED, STEPS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_settled_is_the_decisions_laid_over_grouping(homes, steps):
    store, now, made, ended = new_store(), {}, [], set()
    for step in [homes, *steps]:
        if isinstance(step, list):
            before, now = now, grouping(step)
            with store.writer() as writer:
                settle(writer, [s for name, s in now.items() if before.get(name) != s], made_by="group.v1")
        elif isinstance(step, tuple):
            kind, documents = step
            at = AT + timedelta(hours=len(made))
            made.append(Decision(id=f"d{len(made)}", kind=kind, by="A", at=at, reason="r", documents=tuple(documents)))
            write(store, made[-1])
        elif step < len(made) and step not in ended:
            ended.add(step)
            end(store, Ending(decision=f"d{step}", by="A", at=AT, reason="r"))
        hold = [each for number, each in enumerate(made) if number not in ended]
        wanted, _ = regrouped(tuple(now.values()), hold, order=str)
        with store.view() as view:
            found = {kept.story.id: set(kept.story.documents) for kept in view.stories()}
            rows = dict(view.stream(ROWS))
        assert found == {story.id: set(story.documents) for story in wanted}
        if not hold:
            assert not rows
