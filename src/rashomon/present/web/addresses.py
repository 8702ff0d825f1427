"""The addresses of pages: the one place that knows them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from rashomon.core import Part, Span

FRONT = "/"
EVERY_STORY = "/?days=0"
SEARCH = "/search"
SUGGEST = "/suggest"
OUTLETS = "/outlets"
ADD = "/add"
DECISIONS = "/decisions"
ENTER = "/enter"
LEAVE = "/leave"
KEYS = "/keys"
STORIES_FEED = "/feeds/stories.atom"
DISPUTED_FEED = "/feeds/disputed.atom"


def written(span: Span) -> str:
    """A place as addresses have it: `12-34`, in the headline `headline:12-34`."""
    place = f"{span.start}-{span.end}"
    return f"{span.part.value}:{place}" if span.part is Part.HEADLINE else place


def story(story: str, *, at: tuple[str, Span] | None = None) -> str:
    """A story; with a document and a place in it, these words opened beside."""
    return _with(f"/stories/{_part(story)}", at=None if at is None else f"{at[0]}:{written(at[1])}")


def claim(story: str, claim: str) -> str:
    """A claim in the page of its story."""
    return f"/stories/{_part(story)}#claim-{_part(claim)}"


def work(story: str) -> str:
    """The forms of what people decide about a story."""
    return f"/stories/{_part(story)}/work"


def document(document: str, *, at: Span | None = None) -> str:
    """A report; with a place, these words marked."""
    address = _with(f"/documents/{_part(document)}", at=None if at is None else written(at))
    return address if at is None else f"{address}#at"


def versions(document: str) -> str:
    """The versions of a report."""
    return f"/documents/{_part(document)}/versions"


def original(document: str) -> str:
    """The page that a report was cleaned from."""
    return f"/documents/{_part(document)}/original"


def words(document: str, at: Span) -> str:
    """A place in a report with the passages around it."""
    return _with(f"/words/{_part(document)}", at=written(at))


def party(name: str) -> str:
    """A person, body or place by its name."""
    return f"/parties/{_part(name)}"


def outlet(name: str) -> str:
    """An outlet by its name."""
    return f"/outlets/{_part(name)}"


def compare(left: str, right: str) -> str:
    """Two reports side by side."""
    return _with("/compare", left=left, right=right)


def decide(story: str, do: str, **about: str | None) -> str:
    """One of the forms of what people decide, with what it is about already told."""
    return f"{_with(work(story), do=do, **about)}#{_part(do)}"


def decision(decision: str, *, job: str | None = None) -> str:
    """A decision among all of them, with the work that follows from it."""
    return f"{_with(DECISIONS, job=job)}#decision-{_part(decision)}"


def search(words: str, **more: str | None) -> str:
    """What is found by words and filters."""
    return _with(SEARCH, q=words, **more)


def job(job: str) -> str:
    """How work goes on."""
    return f"/jobs/{_part(job)}"


def job_events(job: str) -> str:
    """The same as it happens."""
    return f"/jobs/{_part(job)}/events"


def _part(name: str) -> str:
    return quote(name, safe="")


def _with(path: str, **asked: str | None) -> str:
    given = {key: value for key, value in asked.items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path
