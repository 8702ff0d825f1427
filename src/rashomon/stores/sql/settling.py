"""Which documents the stories have, in the tables, and how often what a story is made of has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import sqlalchemy as sa

from rashomon.core import Story
from rashomon.stores import checked
from rashomon.stores.encoding import handle, maybe, nameable, text_of
from rashomon.stores.sql import statements
from rashomon.stores.sql import tables as t

_m, _s = t.members.c, t.stories.c


def settle(connection: sa.Connection, story: Story, made_by: str) -> None:
    """Set which documents a story has now."""
    name, line = handle(nameable(story.id)), maybe(story.storyline)
    documents = [handle(document) for document in dict.fromkeys(story.documents)]
    known = statements.one_by(connection, _s.id, name)
    own = [row["document"] for row in statements.all_by(connection, _m.story, name, _m.position)] if known else []
    if known is None:
        row = {"id": name, "storyline": line, "revision": 0, "made_by": handle(made_by)}
        statements.write(connection, t.stories, row)
    elif known["made_by"] != handle(made_by) or known["storyline"] != line:
        statements.change(connection, t.stories, _s.id == name, made_by=handle(made_by), storyline=line)
    if own == documents and known is not None:
        return
    stays = own if documents[: len(own)] == own else []
    joining = documents[len(stays) :]
    kept = statements.those(connection, t.documents.c.document, joining)
    checked.story_documents(story.id, {text_of(document) for document in joining} - kept)
    left = _left(connection, name, joining)
    connection.execute(
        t.members.delete().where(sa.and_(_m.story == name, _m.document.not_in(stays)) if stays else _m.story == name)
    )
    connection.execute(t.members.delete().where(_m.document.in_(joining)))
    new = [{"document": d, "story": name, "position": at} for at, d in enumerate(documents) if at >= len(stays)]
    statements.write(connection, t.members, *new)
    grow(connection, {name, *left})
    end_empty(connection, {name, *left})


def _left(connection: sa.Connection, name: str, joining: Iterable[str]) -> set[str]:
    """The stories that documents leave."""
    return set(connection.execute(sa.select(_m.story).where(_m.document.in_(joining), _m.story != name)).scalars())


def touch(connection: sa.Connection, documents: Collection[str]) -> None:
    """What the stories of these documents (as their columns have them) are made of has changed."""
    stories: set[str] = set()
    for some in statements.batches(documents):
        stories |= set(connection.execute(sa.select(_m.story).where(_m.document.in_(some))).scalars())
    grow(connection, stories)


def grow(connection: sa.Connection, stories: Collection[str]) -> None:
    """What these stories are made of has changed."""
    for some in statements.batches(sorted(stories)):
        connection.execute(t.stories.update().where(_s.id.in_(some)).values(revision=_s.revision + 1))


def end_empty(connection: sa.Connection, stories: Collection[str]) -> None:
    """A story without documents ends."""
    for some in statements.batches(sorted(stories)):
        full = sa.select(_m.story).where(_m.story.in_(some))
        connection.execute(t.stories.delete().where(_s.id.in_(some), _s.id.not_in(full)))
