"""Stories of an archive as people decided: grouping's own answer is kept beside what is settled.

Where decisions change nothing, a settled story is grouping's own. Where they do, grouping's stories are kept as rows
of their own, so that the decisions can be laid over them anew when documents come, or a decision is written or ended.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.archive.decided import Decided, Laid
from rashomon.archive.decided_stories import OF_STORIES
from rashomon.core import Copy, Decision, Document, Reading, Story
from rashomon.pipeline import document_order
from rashomon.stores import Sought, View, Writer, parse
from rashomon.stores.words import folded

ROWS = "grouping"
"""The name under which grouping's own stories are kept, where decisions changed them: `s:` and a story's id gives its
documents, `d:` and a document's id gives its story."""


def decided_in(view: View, documents: Iterable[str]) -> Decided:
    """The decisions that hold about these documents, or about stories that decisions tie to theirs.

    A decision about an earlier version of a document, under an id of its own, is about the current one. What is decided
    of names everywhere is always among them.
    """
    decisions, endings = view.decisions(), view.endings()
    about: dict[str, list[Decision]] = {}
    for decision in decisions:
        for document in decision.concerned() if decision.id not in endings else ():
            about.setdefault(document, []).append(decision)
    wanted = {decision.id for decision in decisions if not decision.concerned()}
    instead: dict[str, str] = {}
    grouping = Grouping(view)
    regrouping = any(each.kind in OF_STORIES for some in about.values() for each in some)
    waiting = list(documents) if about else []
    seen: set[str] = set()
    while waiting:
        document = waiting.pop()
        if document in seen:
            continue
        seen.add(document)
        if regrouping and (own := grouping.own(document)) is not None:
            waiting += own.documents  # a decision may have taken them out of the story
        earlier = _earlier(view, document)
        instead.update(dict.fromkeys(earlier, document))
        for decision in (each for name in (document, *earlier) for each in about.get(name, ())):
            if decision.id not in wanted:
                wanted.add(decision.id)
                waiting += [_now(view, each) for each in decision.documents if decision.kind in OF_STORIES]
    return Decided.of((each for each in decisions if each.id in wanted), endings, instead=instead)


def laid_over(
    view: View,
    story: Story,
    documents: Mapping[str, Document],
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
) -> Laid | None:
    """What the account of a settled story is made from, as decided; None where nothing was.

    Args:
        view: of the archive, the one in which the story was looked up.
        story: as it is settled.
        documents: its documents, by id.
        readings: theirs.
        copies: those among them.
    """
    held = decided_in(view, story.documents)
    if not held.decisions:
        return None
    members = [documents[each] for each in story.documents]
    read = [readings[each] for each in story.documents]
    return held.over(story, members, read, copies, order=lambda each: order_in(view, each), own=Grouping(view).own)


def _earlier(view: View, document: str) -> list[str]:
    """The ids that earlier versions of a document have, where they have others."""
    name = view.version_of(document)
    version = view.version(name) if name is not None else None
    if version is None or version.number == 1 or not version.current:
        return []
    return [each.document.id for each in view.versions(version.line) if each.document.id != document]


def _now(view: View, document: str) -> str:
    """The current document of the line of another, or that one where it is current or gone."""
    name = view.version_of(document)
    version = view.version(name) if name is not None else None
    if version is None or version.current:
        return document
    return next((each.document.id for each in view.versions(version.line) if each.current), document)


def order_in(view: View, document: str) -> tuple[bool, str, str]:
    """The key by which documents of an archive stand in order."""
    found = view.document(document)
    return document_order(found) if found is not None else (True, "", document)


class Grouping:
    """The stories in which grouping by itself has documents: as given, else as kept, else as settled."""

    def __init__(self, view: View, given: Iterable[Story] = ()) -> None:
        self._view = view
        self.known = {story.id: story for story in given}
        self._of = {document: story.id for story in self.known.values() for document in story.documents}
        self.left: set[str] = set()
        """Documents that grouping had in a given story, and has no more."""
        for document in tuple(self._of):
            self._leaves(document)
        for name in self.known:
            row = view.stream_row(ROWS, f"s:{name}")
            self.left |= set(_story(name, row).documents if row is not None else ()) - self._of.keys()

    def own(self, document: str) -> Story | None:
        """The story of a document, None where there is no such document."""
        if document not in self._of:
            story = self._kept(document) or self._settled(document)
            if story is None:
                return None
            self._learn(story)
        return self.known[self._of[document]]

    def _kept(self, document: str) -> Story | None:
        name = self._view.stream_row(ROWS, f"d:{document}")
        row = self._view.stream_row(ROWS, f"s:{name.decode()}") if name is not None else None
        return _story(name.decode(), row) if name is not None and row is not None else None

    def _settled(self, document: str) -> Story | None:
        kept = self._view.story_of(document)
        return None if kept is None else kept.story

    def _learn(self, story: Story) -> None:
        """Take a story that is kept, but for documents that are known to be elsewhere by now."""
        left = tuple(each for each in story.documents if each not in self._of)
        self.known.setdefault(story.id, Story(id=story.id, documents=left, storyline=story.storyline))
        self._of.update(dict.fromkeys(left, story.id))

    def _leaves(self, document: str) -> None:
        """Learn of the kept story that a given document was in before, if it was in another."""
        before = self._kept(document)
        if before is not None and before.id not in self.known:
            self._learn(before)

    def rows(self, laid: Iterable[Story]) -> dict[str, bytes | None]:
        """What is to be kept of the stories looked at: those that decisions changed, and no others."""
        settled = {story.id: story for story in laid}
        rows: dict[str, bytes | None] = {f"d:{each}": None for each in self.left}
        for story in self.known.values():
            same = settled.get(story.id)
            unchanged = same is not None and set(same.documents) == set(story.documents)
            gone = unchanged or not story.documents
            rows[f"s:{story.id}"] = None if gone else _row(story)
            rows.update(dict.fromkeys((f"d:{each}" for each in story.documents), None if gone else story.id.encode()))
        return rows


def _row(story: Story) -> bytes:
    return json.dumps({"documents": story.documents, "storyline": story.storyline}).encode("utf-8", "surrogatepass")


def _story(name: str, row: bytes) -> Story:
    told: dict[str, Any] = json.loads(row)
    return Story(id=name, documents=tuple(told["documents"]), storyline=told["storyline"])


def settle(writer: Writer, stories: Iterable[Story], *, made_by: str) -> tuple[Story, ...]:
    """Set which documents stories have, as grouping has them and with people's decisions laid over.

    Args:
        writer: of the archive.
        stories: those that changed, as grouping has them.
        made_by: the versioned name of grouping.

    Returns:
        The stories that were set: those given, and those with which decisions tie them together, as decided.
    """
    given = tuple(stories)
    held = decided_in(writer.view, (each for story in given for each in story.documents))
    if not any(each.kind in OF_STORIES for each in held.decisions) and not any(True for _ in writer.view.stream(ROWS)):
        writer.settle(given, made_by=made_by)
        return given
    grouping = Grouping(writer.view, given)
    laid = held.stories(
        tuple(story for story in grouping.known.values() if story.documents),
        order=lambda document: order_in(writer.view, document),
        own=grouping.own,
    )
    ended = {story.id for story in given if not story.documents}
    ended |= {kept.story.id for each in grouping.left if (kept := writer.view.story_of(each)) is not None}
    ended -= {story.id for story in laid}
    writer.settle((*laid, *(Story(id=each, documents=()) for each in sorted(ended))), made_by=made_by)
    writer.keep_stream(ROWS, grouping.rows(laid))
    named = {each for made in held.decisions if made.kind in OF_STORIES for each in made.documents}
    near = named.union(*(story.documents for story in grouping.known.values() if named & set(story.documents)))
    writer.touch(story.id for story in laid if near & set(story.documents))
    return laid


def forget(writer: Writer, documents: Iterable[str]) -> None:
    """Documents that are removed for good are in none of grouping's own stories either."""
    for document in documents:
        name = writer.view.stream_row(ROWS, f"d:{document}")
        if name is None:
            continue
        key = f"s:{name.decode()}"
        row = writer.view.stream_row(ROWS, key)
        story = _story(name.decode(), row) if row is not None else Story(id=name.decode(), documents=())
        left = replace(story, documents=tuple(each for each in story.documents if each != document))
        writer.keep_stream(ROWS, {f"d:{document}": None, key: _row(left) if left.documents else None})


def take_effect(writer: Writer, decision: Decision) -> tuple[str, ...]:
    """Let a decision that was just written or ended shape the stories; their accounts are stale afterwards.

    Returns:
        The ids of the stories whose accounts are to be made anew.
    """
    view = writer.view
    concerned = {_now(view, each) for each in decision.concerned()}
    touched = {kept.story.id for each in concerned if (kept := view.story_of(each)) is not None}
    if decision.kind in OF_STORIES:
        grouping = Grouping(view)
        own = {story.id: story for each in sorted(concerned) if (story := grouping.own(each)) is not None}
        made_by = next((kept.made_by for each in sorted(concerned) if (kept := view.story_of(each)) is not None), "")
        settle(writer, own.values(), made_by=made_by)
        touched |= {
            kept.story.id for story in own.values() for each in story.documents if (kept := view.story_of(each))
        }
    elif not concerned:
        naming = stories_naming(view, decision.names)
        writer.touch(naming)
        touched.update(naming)
    return tuple(sorted(name for name in touched if view.story(name) is not None))


def stories_naming(view: View, names: Iterable[str]) -> tuple[str, ...]:
    """The stories in whose accounts parties of these names act, are acted on or speak."""
    found = set()
    for name in names:
        if not folded(name):
            continue
        asked = f'party:"{name.replace(chr(34), " ")}"'
        for sought, find in ((Sought.CLAIMS, view.claims), (Sought.QUOTATIONS, view.quotations)):
            before: int | None = None
            while True:
                some = find(parse(asked, sought), limit=1000, before=before)
                found |= {each.story for each in some.results}
                before = some.before
                if before is None:
                    break
    return tuple(sorted(found))
