"""Whether what an archive holds fits together: the rules that hold after every transaction, and after every kill.

Documents in = in stories + waiting for one; what is found is what is kept; every place re-reads; nothing rests on what
is not there. Each break is a problem with the place where it was seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rashomon.core import Document, Problem, Span, StoryAccount
from rashomon.stores.base import View
from rashomon.stores.facts import Counts, FoundClaim, KeptAccount, KeptStory, Version
from rashomon.stores.query import Sought, parse

STAGE = "archive"


def imbalances(view: View, *, stories: Iterable[str] | None = None) -> Iterator[Problem]:
    """Every rule that does not hold.

    Args:
        view: of the archive.
        stories: the ids of those to look at; with None all, and how they add up.
    """
    if stories is not None:
        for name in stories:
            if (kept := view.story(name)) is not None:
                yield from _of_story(view, kept)
                yield from _of_account(view, kept, view.account(name))
        return
    summed = Counter[str]()
    after = ""
    while some := view.stories(after=after):
        for kept in some:
            account = view.account(kept.story.id)
            yield from _of_story(view, kept)
            yield from _of_account(view, kept, account)
            summed += sizes(kept, account)
        after = some[-1].story.id
    yield from sums(view.counts(), summed, view.fingerprint_sums())


def sizes(kept: KeptStory, account: KeptAccount | None) -> Counter[str]:
    """What a story adds to what there is."""
    own = Counter({"stories": 1, "members": len(kept.story.documents)})
    if account is not None:
        made = account.account
        own |= Counter(
            accounts=1,
            claims=len(made.claims),
            quotations=sum(len(utterance.quotations) for utterance in made.utterances),
            figures=len(made.figures),
        )
    return own


def sums(counts: Counts, summed: Counter[str], prints: tuple[int, int]) -> Iterator[Problem]:
    """Whether what is counted is what the stories add up to, and fingerprints are the same number both ways."""
    if prints[0] != prints[1]:
        yield _problem("fingerprints", f"documents have {prints[0]} fingerprints, and {prints[1]} can be looked up")
    for what in ("stories", "accounts", "claims", "quotations", "figures"):
        if (found := getattr(counts, what)) != summed[what]:
            yield _problem("count", f"{found} {what} are counted, and {summed[what]} are kept story by story")
    if summed["members"] > counts.versions:
        yield _problem("members", f"{summed['members']} documents are in stories; only {counts.versions} are kept")


def _of_story(view: View, kept: KeptStory) -> Iterator[Problem]:
    """A story has documents, each is kept, is the current one of its line, and knows this story as its own.

    A later text of a line may wait for a story; until it has one, the one before stays where it is.
    """
    name = kept.story.id
    if not kept.story.documents:
        yield _problem("empty-story", f"story {name} has no documents")
    newest = view.newest_of(kept.story.documents)
    for document in kept.story.documents:
        version = newest.get(document)
        if version is not None and not version.current and not _waits_for(view, version):
            yield _problem("former-version", f"story {name} has a former version of a document", document)
        if version is None:
            yield _problem("no-document", f"story {name} has a document that is not kept", document)
        own = view.story_of(document)
        if own is None or own.story.id != name:
            yield _problem("two-stories", f"a document of story {name} is said to be in another one", document)


def _waits_for(view: View, former: Version) -> bool:
    """Whether the current version of a line is in no story yet."""
    current = [each.document.id for each in view.versions(former.line) if each.current]
    return bool(current) and not view.stories_of(current)


def _of_account(view: View, kept: KeptStory, made: KeptAccount | None) -> Iterator[Problem]:
    """An account is of its story, cites places that are there, and is found by what is asked of that story."""
    if made is None:
        return
    account, revision = made.account, made.revision
    if revision > kept.revision:
        yield _problem("revision", f"the account of {account.id} is of a later revision than the story has")
    if revision == kept.revision and set(account.documents) != set(kept.story.documents):
        yield _problem("other-documents", f"the account of {account.id} is of other documents than the story has")
    documents = view.documents_of(account.documents)
    # a text may have become shorter since, until the account of it is made
    for name, span in _places(account) if revision == kept.revision else ():
        if (fault := _misplaced(documents.get(name), span)) is not None:
            yield _problem("place", f"the account of {account.id} cites {fault}", name, span)
    found = {result.claim.id for result in _all_claims(view, account.id)}
    if found != {claim.id for claim in account.claims}:
        yield _problem("not-found", f"the claims of {account.id} that are found are not those that it has")


def _all_claims(view: View, story: str) -> Iterator[FoundClaim]:
    asked = parse(f'story:"{story}"', Sought.CLAIMS)
    found = view.claims(asked, limit=1000)
    yield from found.results
    while found.before is not None:
        found = view.claims(asked, limit=1000, before=found.before)
        yield from found.results


def _places(account: StoryAccount) -> Iterator[tuple[str, Span]]:
    for claim in account.claims:
        yield from ((report.document, report.span) for report in claim.reports)
    for utterance in account.utterances:
        yield from ((wording.document, wording.span) for wording in utterance.quotations)
    for figure in account.figures:
        yield from ((place.document, place.span) for value in figure.values for place in value.reports)
    for sentence in account.digest:
        yield from ((place.document, place.span) for place in sentence.citations)


def _misplaced(document: Document | None, span: Span) -> str | None:
    if document is None:
        return "a document that is not kept"
    if span.end > len(document.part(span.part)):
        return f"a place behind the end of its document ({span.start} to {span.end})"
    return None


def _problem(code: str, message: str, document: str | None = None, span: Span | None = None) -> Problem:
    return Problem(stage=STAGE, code=code, message=message, document=document, span=span)
