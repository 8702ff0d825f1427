"""Stories and documents as people name them: by their ids, or by the beginnings of ids where no other begins so."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.core import RashomonError
from rashomon.stores.base import View

LEAST_CHARS = 4
"""An id can be named by its beginning, so long at least."""


class NotNamedError(RashomonError):
    """There is nothing of that name, or there are several; the message says which."""


def story_named(view: View, name: str) -> str:
    """The id of a story that is named by it, or by its beginning.

    Raises:
        NotNamedError: no story is named so, or several are.
    """
    found = _stories(view, name)
    if not found:
        raise NotNamedError(f"there is no story {name!r} in this archive: `rashomon stories` lists them {_HOW}")
    return _one(found, name, "stories")


def document_named(view: View, name: str) -> str:
    """The id of a document (of any version) that is named by it, or by its beginning.

    Raises:
        NotNamedError: no document is named so, or several are.
    """
    found = _documents(view, name)
    if not found:
        raise NotNamedError(f"there is no document {name!r} in this archive: `rashomon documents` lists them {_HOW}")
    return _one(found, name, "documents")


def story_or_document_named(view: View, name: str) -> str:
    """The id of a story or of a document; whole ids come before beginnings.

    Raises:
        NotNamedError: nothing is named so, or several are.
    """
    if view.story(name) is not None or view.version_of(name) is not None:
        return name
    found = (*_stories(view, name), *_documents(view, name))
    if not found:
        raise NotNamedError(
            f"there is no story and no document {name} in the archive; `rashomon stories` and `rashomon documents` "
            f"list them {_HOW}"
        )
    return _one(found, name, "stories or documents")


_HOW = f"with their ids, of which the first {LEAST_CHARS} or more characters do"


def _stories(view: View, name: str) -> tuple[str, ...]:
    if view.story(name) is not None:
        return (name,)
    if len(name) < LEAST_CHARS:
        return ()
    behind = view.stories(after=name, limit=2)
    return tuple(one.story.id for one in behind if one.story.id.startswith(name))


def _documents(view: View, name: str) -> tuple[str, ...]:
    if view.version_of(name) is not None:
        return (name,)
    return view.documents_beginning(name, limit=2) if len(name) >= LEAST_CHARS else ()


def _one(found: Sequence[str], name: str, what: str) -> str:
    if len(found) > 1:
        raise NotNamedError(f"several {what} begin with {name}, such as {found[0]} and {found[1]}: give more of the id")
    return found[0]
