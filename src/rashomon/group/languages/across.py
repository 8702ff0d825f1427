"""Stories over a stream in several languages: a stream of stories for each, and ties between their stories.

Documents of one language are brought together by their words as ever, and nothing that another language tells
changes that. What one language tells of a story is a telling; tellings of different languages are tied where their
leads, names, figures, dates and times say that they tell one happening.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from copy import deepcopy
from dataclasses import asdict, replace
from typing import Any

from rashomon.core import Copy, Document, Story
from rashomon.core.engine import Engine
from rashomon.group.asked import Kept, Settled, Unsettled
from rashomon.group.background import Table
from rashomon.group.counted import Ahead, Told, told_by, told_each
from rashomon.group.languages.rivals import rivals
from rashomon.group.languages.settings import LanguageSettings
from rashomon.group.languages.sketch import beginning
from rashomon.group.languages.tellings import Key, Telling, Tellings
from rashomon.group.languages.ties import Ties
from rashomon.group.languages.vectors import LANGUAGES
from rashomon.group.languages.weighing import signals
from rashomon.group.live import SECONDS_A_DAY
from rashomon.group.order import in_order
from rashomon.group.settings import StorySettings
from rashomon.group.state import Change, Decision, signals_of
from rashomon.group.stories import Stories

MAIN, OTHERS = "", "others"
"""The stream of the language met first, which documents of unknown language belong to; and the one stream of all
languages that the vectors do not know, whose stories are tied to none."""
ACROSS, BEHIND = "across", ">"
"""The key of the row that is of no one stream, and what stands between a stream's name and its own keys."""


class StoriesAcross:
    """As `Stories`, over documents in any language; a story has the id that its first telling gave it."""

    def __init__(
        self,
        settings: StorySettings | None = None,
        *,
        copies: Iterable[Copy] = (),
        table: Table | None = None,
        languages: LanguageSettings | None = None,
        recall: Callable[[str], Iterable[Copy]] | None = None,
    ) -> None:
        self.settings = StorySettings() if settings is None else settings
        self.languages = LanguageSettings() if languages is None else languages
        self._copies, self._table, self._recall = tuple(copies), table, recall
        self._streams: dict[str, Stories] = {}
        self._main: str | None = None
        """The language of the main stream, once one is known."""
        self._answers: dict[str, str] = {}
        """The story that each document was told to be in when it came."""
        self._key_of: dict[str, Key] = {}
        self._tellings = Tellings(self.languages)
        self._ties = Ties()
        self._decisions: dict[str, Decision] = {}
        """Those that were taken across languages, by document."""
        self._changes: list[Change] = []
        self._followed: dict[str, int] = {}
        """How many changes of each stream are taken note of."""
        self._held: dict[Key, Story] = {}
        """Tellings at rest whose story is still told in another language."""
        self._rested_at: float | None = None

    @property
    def taken(self) -> int:
        """How many documents the stream has taken: where to go on after it was restored."""
        return sum(stream.taken for stream in self._streams.values())

    def where(self, document: str) -> str | None:
        """The story in which a document is now, as `Stories.where` has it."""
        key = self._key_of.get(document)
        return None if key is None else self._id(key)

    @property
    def touched(self) -> frozenset[str]:
        """The stories within a language that changed, began or ended since the streams were last kept."""
        return frozenset(story for stream in self._streams.values() for story in stream.touched)

    def add(self, document: Document) -> str:
        """Put one document into its story and give the story's id; of a document seen before, what was told then."""
        if document.id not in self._answers:
            self._answers[document.id] = self._add(document, told_by(document, self.settings))
        return self._answers[document.id]

    def _add(self, document: Document, tells: Told) -> str:
        name = self._stream_for(document.language)
        stream = self._streams.get(name)
        if stream is None:
            stream = self._streams[name] = Stories(
                self.settings, copies=self._copies, table=self._table, recall=self._recall
            )
        key = self._key_of[document.id] = Key(name, stream.take(document, tells))
        self._follow(name)
        self._ties.open(key)
        if self._comparable(name):
            begun = beginning(document, document.language or self._main or "", self.languages)
            self._rest(begun.at)
            telling = self._tellings.take(key, begun)
            if sum(map(self._comparable, self._streams)) > 1:
                self._tellings.sketch()
                if stream.explain(document.id).opened:
                    self._tie(telling, document.id)
        return self._id(key)

    def feed(
        self, documents: Iterable[Document], *, engine: Engine | None = None, ahead: Ahead | None = None
    ) -> dict[str, str]:
        """As `Stories.feed`."""
        first = in_order(documents)
        new = [document for document in first.values() if document.id not in self._answers]
        for document, tells in told_each(new, self.settings, engine, ahead):
            self._answers[document.id] = self._add(document, tells)
        return {name: self._answers[name] for name in first}

    @property
    def changes(self) -> tuple[Change, ...]:
        """What later documents changed in stories that were told before, in the order it happened."""
        return tuple(self._changes)

    def know(self, copies: Iterable[Copy]) -> None:
        """Take note of copies among documents that are about to come, or between these and earlier ones."""
        self._copies = (*self._copies, *copies)
        for stream in self._streams.values():
            stream.know(self._copies)

    def settled(self, unsettled: Unsettled) -> Settled:
        """How the stories would stand after `settle`; the streams themselves go on unsettled.

        With several languages every story is looked at, whatever changed.
        """
        if len(self._streams) < 2:
            streams = self._streams.values()
            return next((stream.settled(unsettled) for stream in streams), Settled(stories=(), moved=frozenset()))
        own = ("_tellings", "_ties", "_key_of", "_decisions", "_changes", "_followed")
        before = {name: deepcopy(getattr(self, name)) for name in own}
        with ExitStack() as trials:
            for stream in self._streams.values():
                trials.enter_context(stream.tried())
            self.settle()
            stories = self.stories()
        for name, was in before.items():
            setattr(self, name, was)
        return Settled(stories=stories, moved=frozenset())

    def settle(self) -> None:
        """Late merges within each language, and late ties between them.

        A telling alone in its story is compared again, with all its latest members, where it took further documents
        after it was compared or had a story near to it, which may have got further tellings.
        """
        for name, stream in self._streams.items():
            stream.settle()
            self._follow(name)
        for telling in sorted(self._tellings, key=lambda telling: self._ties.number(telling.key)):
            if telling.undecided and telling.members and len(self._ties.members(telling.key)) == 1:
                telling.undecided = False
                self._tie(telling)

    def explain(self, document: str) -> Decision:
        """Why a document was put where it was; KeyError for a document never added."""
        if document in self._decisions:
            return self._decisions[document]
        stream = self._key_of[document].stream
        decision = self._streams[stream].explain(document)
        story, near, second = (
            self._id(Key(stream, each)) if each is not None else None
            for each in (decision.story, decision.nearest, decision.runner_up)
        )
        return replace(decision, story=story or decision.story, nearest=near, runner_up=second)

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, in the order they opened; the documents of each language together."""
        told = self._told()
        firsts = sorted({self._ties.first(key) for key in told}, key=self._ties.number)
        return tuple(self._whole(first, told) for first in firsts)

    def release(self) -> tuple[Story, ...]:
        """Hand over the stories that are at rest in every language, in the order they opened, and forget them."""
        for name, stream in self._streams.items():
            self._held.update({Key(name, story.id): story for story in stream.release()})
        return self._handed_over()

    def _handed_over(self) -> tuple[Story, ...]:
        firsts = {self._ties.first(key) for key in self._held}
        ready = [first for first in firsts if all(key in self._held for key in self._ties.members(first))]
        released = []
        for first in sorted(ready, key=self._ties.number):
            released.append(self._whole(first, self._held))
            for document in released[-1].documents:
                del self._key_of[document]
                self._answers.pop(document, None)
                self._decisions.pop(document, None)
            for key in self._ties.members(first):
                del self._held[key]
                self._tellings.forget(key)
            self._ties.forget(self._ties.members(first))
        return tuple(released)

    def forget(self, documents: Sequence[Document], *, leaving: Collection[str]) -> frozenset[str]:
        """As `Stories.forget`; each document leaves the stream of its language."""
        gone, ended = frozenset(leaving), set[str]()
        for name, stream in self._streams.items():
            mine = [document for document in documents if self._stream_for(document.language) == name]
            for story in stream.forget(mine, leaving=gone):
                key = Key(name, story)
                self._tellings.forget(key)
                ended |= {story} if self._ties.members(key) == (key,) else set()
            self._followed[name] = stream.changed
        self._tellings.leave(gone)
        for held, told in self._held.items():
            self._held[held] = replace(told, documents=tuple(d for d in told.documents if d not in gone))
        for kept in (self._answers, self._key_of, self._decisions):
            for name in gone:
                kept.pop(name, None)
        self._changes = [change for change in self._changes if not gone & set(change.documents)]
        return frozenset(ended)

    def save(self) -> dict[str, bytes]:
        """All that the streams know, as rows by key; `restore` takes it up again."""
        rows = {ACROSS: self._row()}
        for name, stream in self._streams.items():
            rows |= {f"{name}{BEHIND}{key}": row for key, row in stream.save().items()}
        return rows

    def keep(self) -> Kept:
        """What the streams know that they did not know when they were last kept, as `Stories.keep` has it."""
        decisions = tuple(self.explain(document) for document in self._answers)
        for name, stream in self._streams.items():
            self._held.update({Key(name, story.id): story for story in stream.hand_over()})
        self._handed_over()
        changes = tuple(self._changes)
        self._answers, self._decisions, self._changes, self._copies = {}, {}, [], ()
        kept = {name: stream.keep() for name, stream in self._streams.items()}
        rows: dict[str, bytes | None] = {ACROSS: self._row()}
        for name, own in kept.items():
            rows |= {f"{name}{BEHIND}{key}": row for key, row in own.rows.items()}
        touched = frozenset(story for own in kept.values() for story in own.touched)
        return Kept(rows=rows, touched=touched, decisions=decisions, changes=changes)

    def put_away(self, fetch: Callable[[str], bytes | None]) -> None:
        """Let go of the columns of stories once the rows are kept; `fetch` brings the row of a key."""
        for name, stream in self._streams.items():
            stream.put_away(_of_stream(name, fetch))

    def _row(self) -> bytes:
        row = {
            "main": self._main,
            "rested_at": self._rested_at,
            "answers": self._answers,
            "ties": self._ties.row(),
            "held": [[*key, list(story.documents), story.storyline] for key, story in self._held.items()],
            "tellings": list(self._tellings.rows()),
            "decisions": [asdict(decision) for decision in self._decisions.values()],
            "changes": [asdict(change) for change in self._changes],
        }
        return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")

    @classmethod
    def restore(
        cls,
        rows: Mapping[str, bytes],
        settings: StorySettings | None = None,
        *,
        table: Table | None = None,
        languages: LanguageSettings | None = None,
        recall: Callable[[str], Iterable[Copy]] | None = None,
        fetch: Callable[[str], bytes | None] | None = None,
    ) -> StoriesAcross:
        """A stream that goes on where `save` or `keep` left it; where `Stories` did, its language is the main one."""
        across = cls(settings, table=table, languages=languages, recall=recall)
        if ACROSS in rows:
            across._take_up(json.loads(rows[ACROSS]))
        streams: dict[str, dict[str, bytes]] = {}
        for path, row in rows.items():
            if path != ACROSS:
                name, behind, own = path.rpartition(BEHIND)
                streams.setdefault(name if behind else MAIN, {})[own] = row
        prefixed = ACROSS in rows
        for name, mine in streams.items():
            stream = Stories.restore(
                mine,
                across.settings,
                table=table,
                recall=recall,
                fetch=fetch and (_of_stream(name, fetch) if prefixed else fetch),
            )
            across._streams[name] = stream
            across._followed[name] = stream.changed
        across._key_of = {document: key for key, story in across._told().items() for document in story.documents}
        for key in across._key_of.values():
            across._ties.open(key)
        return across

    def _take_up(self, row: Mapping[str, Any]) -> None:
        self._main, self._rested_at = row["main"], row["rested_at"]
        self._answers = dict(row["answers"])
        self._ties.take_up(row["ties"])
        for stream, story, documents, line in row["held"]:
            self._held[Key(stream, story)] = Story(id=story, documents=tuple(documents), storyline=line)
        for telling in row["tellings"]:
            self._tellings.take_up(telling)
        for decision in row["decisions"]:
            self._decisions[decision["document"]] = Decision(**(decision | {"signals": signals_of(decision)}))
        for change in row["changes"]:
            more = {"signals": signals_of(change), "documents": tuple(change["documents"])}
            self._changes.append(Change(**(change | more)))

    def _stream_for(self, language: str | None) -> str:
        """The name of the stream that documents of a language belong to."""
        if self._main is None:
            self._main = language
        if language is None or language == self._main:
            return MAIN
        if language in LANGUAGES:
            return language
        return OTHERS if self._main in LANGUAGES else MAIN

    def _comparable(self, stream: str) -> bool:
        """Whether the stories of a stream may be tied to others."""
        return stream != OTHERS and (stream != MAIN or self._main is None or self._main in LANGUAGES)

    def _id(self, key: Key) -> str:
        return self._ties.first(key).story

    def _told(self) -> dict[Key, Story]:
        """Every telling as its stream tells it."""
        streams = self._streams.items()
        return self._held | {Key(name, story.id): story for name, stream in streams for story in stream.stories()}

    def _whole(self, first: Key, told: Mapping[Key, Story]) -> Story:
        """A story in all its languages, in the longer story that its first telling belongs to."""
        tellings = [told[key] for key in self._ties.members(first) if key in told]
        line = tellings[0].storyline
        return Story(
            id=first.story,
            documents=tuple(document for telling in tellings for document in telling.documents),
            storyline=line and self._id(Key(first.stream, line)),
        )

    def _follow(self, name: str) -> None:
        """Take note of what a stream changed: tellings that join or part take their ties and members along."""
        for change in self._streams[name].changes_since(self._followed.get(name, 0)):
            one, other = Key(name, change.story), Key(name, change.other)
            self._ties.open(one)
            if change.kind == "joined":
                before = {self._id(one), self._id(other)}
                self._tellings.merge(other, one)
                self._ties.replace(other, one)
                self._key_of.update(dict.fromkeys(change.documents, one))
                for ended in sorted(before - {self._id(one)}):
                    self._changes.append(replace(change, story=self._id(one), other=ended))
            else:
                self._ties.open(other)
                self._tellings.part(one, other, change.documents)
                self._key_of.update(dict.fromkeys(change.documents, other))
                self._changes.append(replace(change, story=self._id(one)))
        self._followed[name] = self._streams[name].changed

    def _rest(self, now: float | None) -> None:
        """Once a day of the stream, forget the tellings that have been silent for too long."""
        if now is not None and (self._rested_at is None or now - self._rested_at >= SECONDS_A_DAY):
            self._rested_at = now
            self._tellings.rest(now)

    def _tie(self, telling: Telling, document: str | None = None) -> None:
        """Tie a telling to the story of other languages that it belongs to.

        With the document that opened the telling it is a decision, without one a change.
        """
        weighed = rivals(telling, self._tellings, self._ties, self.languages)
        if not weighed or weighed[0].score < self.languages.join_at:
            telling.undecided = bool(weighed)
            return
        best, second = weighed[0], weighed[1] if len(weighed) > 1 else None
        for other in weighed[1:]:  # a story that came second may belong to the whole that this one makes
            for key in self._ties.members(other.first):
                if (left := self._tellings[key]) is not None:
                    left.undecided = True
        before = {self._id(telling.key), best.first.story}
        moved = {key for first in (telling.key, best.first) for key in self._ties.members(first)}
        self._ties.tie(telling.key, best.first)
        story = self._id(telling.key)
        why = signals(best.likeness, best.days, self.languages)
        if document is not None:
            self._decisions[document] = Decision(
                document=document,
                story=story,
                opened=False,
                nearest=best.first.story,
                score=best.score,
                needed=self.languages.join_at,
                signals=why,
                runner_up=second.first.story if second else None,
                runner_up_score=second.score if second else None,
            )
            return
        (ended,) = before - {story}
        of = telling.key if ended == telling.key.story else best.first
        tied = {of} if of == telling.key else moved - {telling.key}
        documents = tuple(each for each, key in self._key_of.items() if key in tied)
        self._changes.append(Change(kind="joined", story=story, other=ended, documents=documents, at=None, signals=why))


def _of_stream(name: str, fetch: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
    """What brings the rows of one stream by its own keys."""
    return lambda key: fetch(f"{name}{BEHIND}{key}")
