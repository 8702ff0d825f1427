"""Every balance rule over a whole archive, of one moment, a story and a document at a time.

What does not balance is a fault with its place. What is only not done yet (to be read, to be put into a story, to be
accounted) waits: it is counted and is no fault.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.archive.keeping_originals import Named
from rashomon.archive.keeping_waits import Waits, waits
from rashomon.archive.makers import made_by
from rashomon.archive.streams import Stream
from rashomon.core import Document, Problem, Reading, Span
from rashomon.pipeline import Makers, Progress
from rashomon.stores import Sought, View, parse
from rashomon.stores.balance import imbalances, sizes, sums
from rashomon.stores.encoding import version_id
from rashomon.stores.facts import Counts, KeptAccount, KeptStory, Version

STAGE = "archive"
AT_ONCE = 100
"""Stories or documents that are looked up at once."""


@dataclass(kw_only=True)
class Checked:
    """What was looked at, and what waits; the faults are given as they are found."""

    counts: Counts
    waits: Waits
    versions: int = 0
    originals: int = 0
    unnamed_originals: int = 0
    """Bytes that nothing names any more; `rashomon prune` drops them."""
    without_fingerprints: int = 0
    """Documents in stories whose copies are no longer looked for."""
    log: Counter[str] = field(default_factory=Counter)


def check(view: View, makers: Makers, progress: Progress) -> Iterator[Problem | Checked]:
    """The faults of an archive as they are found, and last what was looked at.

    Args:
        view: of the archive; all is of its moment.
        makers: the versions of the stages here.
        progress: called as the check goes on.
    """
    checked = Checked(counts=view.counts(), waits=waits(view, makers))
    named = Named(view)
    yield from _stories(view, checked.counts, progress)
    yield from _documents(view, checked, named, progress)
    yield from _log(view, checked, named, progress)
    yield from _decisions(view)
    yield from _forgotten(view)
    yield from _stream(view, makers)
    checked.originals, stored = named.count(), checked.counts.originals
    checked.unnamed_originals = max(0, stored - checked.originals)
    yield checked


def _stories(view: View, counts: Counts, progress: Progress) -> Iterator[Problem]:
    """Each story and its account, and how they add up."""
    summed, after, done = Counter[str](), "", 0
    while some := view.stories(after=after, limit=AT_ONCE):
        for kept in some:
            account = view.account(kept.story.id)
            yield from imbalances(view, stories=[kept.story.id])
            if account is not None:
                yield from _account(view, kept, account)
            summed += sizes(kept, account)
            done += 1
            progress("check stories", done, counts.stories)
        after = some[-1].story.id
    yield from sums(counts, summed, view.fingerprint_sums())


def _account(view: View, kept: KeptStory, made: KeptAccount) -> Iterator[Problem]:
    """The balance of an account, where it rests on what is kept now; one that does not waits to be made anew."""
    from rashomon.account.balance import check_story

    if made.revision != kept.revision:
        return
    versions = view.newest_of(made.account.documents)
    readings = view.readings_of([version.id for version in versions.values()])
    if len(versions) < len(set(made.account.documents)):
        return  # told already: a document that is not kept
    if len(readings) < len(versions) or any(each.made_by not in made.made_by for each in readings.values()):
        return
    documents = {name: version.document for name, version in versions.items()}
    by_document: dict[str, Reading] = {each.reading.document: each.reading for each in readings.values()}
    try:
        yield from check_story(made.account, documents, by_document)
    except LookupError as fault:
        yield _fault("account", f"the account of {kept.story.id} names {fault}, of which nothing is kept")


def _documents(view: View, checked: Checked, named: Named, progress: Progress) -> Iterator[Problem]:
    """Each line with its versions, readings, copies and originals, and whether it is in one story or waits for one."""
    asked, done, waiting = parse("", Sought.DOCUMENTS), 0, 0
    found = view.documents(asked, limit=AT_ONCE)
    while True:
        documents = [result.document.id for result in found.results]
        homes = view.stories_of(documents)
        readings = view.readings_of([result.version for result in found.results])
        for result in found.results:
            name, version = result.document.id, view.version(result.version)
            waiting += name not in homes
            if name in homes and not view.fingerprints(name):
                checked.without_fingerprints += 1
            if version is None:
                yield _fault("version-missing", "a document is found, and its version is not there", name)
                continue
            if (kept := readings.get(version.id)) is not None:
                yield from _reading(version.document, kept.reading)
            yield from _line(view, version, checked, named)
            yield from _copies(view, name)
        done += len(found.results)
        progress("check documents", done, checked.counts.documents)
        if found.before is None:
            break
        found = view.documents(asked, limit=AT_ONCE, before=found.before)
    for what, summed, counted in (
        ("current documents", done, checked.counts.documents),
        ("versions", checked.versions, checked.counts.versions),
    ):
        if summed != counted:
            yield _fault("count", f"{counted} {what} are counted, and {summed} are found line by line")
    if waiting > checked.waits.stories:
        yield _fault("document-lost", f"{waiting} documents are in no story, and {checked.waits.stories} wait for one")


def _line(view: View, current: Version, checked: Checked, named: Named) -> Iterator[Problem]:
    """The versions of a line are numbered from one, one is current, and each is what its id says."""
    versions = view.versions(current.line)
    checked.versions += len(versions)
    if [version.number for version in versions] != list(range(1, len(versions) + 1)):
        numbers = ", ".join(str(version.number) for version in versions)
        yield _fault("line", f"the versions of {current.line} are numbered {numbers}", current.document.id)
    if [version.id for version in versions if version.current] != [current.id]:
        yield _fault("line", f"not one version of {current.line} is the current one", current.document.id)
    for version in versions:
        if version.id != version_id(version.line, version.document):
            yield _fault("version", f"version {version.number} is not what its id was made from", version.document.id)
        yield from _passages(version.document)
        yield from named.check(version.original, f"version {version.number} of {version.line}")


def _passages(document: Document) -> Iterator[Problem]:
    for passage in document.passages:
        if passage.span.end > len(document.part(passage.span.part)):
            yield _fault("passage", "a passage ends behind the end of its document", document.id, passage.span)


def _reading(document: Document, reading: Reading) -> Iterator[Problem]:
    """What was read stands in words of the document."""
    spans = [quotation.span for quotation in reading.quotations]
    spans += [event.predicate.span for event in reading.events]
    spans += [mention.span for mention in reading.mentions]
    for span in spans:
        if span.end > len(document.part(span.part)) or not document.words_at(span).strip():
            yield _fault("reading-place", "what was read there has no words", document.id, span)


def _copies(view: View, document: str) -> Iterator[Problem]:
    for kept in view.copies(document):
        other = kept.copy.copy if kept.copy.origin == document else kept.copy.origin
        if view.version_of(other) is None:
            yield _fault("copy", f"it shares passages with {other}, which is not kept", document)


def _log(view: View, checked: Checked, named: Named, progress: Progress) -> Iterator[Problem]:
    """What the log names is there."""
    after = 0
    while some := view.log(after=after):
        for number, seen in some:
            checked.log[seen.outcome] += 1
            if seen.version is not None and view.version(seen.version) is None:
                yield _fault("log-version", f"line {number} of the log names version {seen.version}: not kept")
            yield from named.check(seen.original, f"line {number} of the log")
        after = some[-1][0]
        progress("check log", checked.log.total(), checked.counts.seen)


def _decisions(view: View) -> Iterator[Problem]:
    known = {decision.id for decision in view.decisions()}
    for name in view.endings():
        if name not in known:
            yield _fault("ending", f"decision {name} was ended and is not kept")


def _forgotten(view: View) -> Iterator[Problem]:
    """What was removed for good is not there, and stays refused."""
    for forgetting in view.forgettings():
        for name in forgetting.documents:
            if view.version_of(name) is not None or view.story_of(name) is not None:
                yield _fault("forgotten-kept", "it was removed for good and is there again", name)
            if not view.is_forgotten(line="", document=name):
                yield _fault("forgotten-allowed", "it was removed for good and would be taken in again", name)


def _stream(view: View, makers: Makers) -> Iterator[Problem]:
    """What is known for the grouping of what comes next can be taken up; of other versions that is not to be seen."""
    before = made_by(view)
    if before is None or before.grouped == makers.grouped:
        for told in Stream(makers.grouped).faults(view):
            yield _fault("stream", told)


def _fault(code: str, message: str, document: str | None = None, span: Span | None = None) -> Problem:
    return Problem(stage=STAGE, code=code, message=message, document=document, span=span)
