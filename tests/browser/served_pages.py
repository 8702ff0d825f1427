"""The pages of an archive: an address of every kind of page, as the archive has things to show."""

from __future__ import annotations

from rashomon.present.web import addresses

PAGES = tuple(
    """
    front story story-words story-claim story-alone work document document-words document-switched versions original
    compare party outlets outlet search search-nothing add decisions enter
    """.split()
)
"""Kinds of pages."""
FOR_SOMEBODY = frozenset({"work", "add", "decisions"})
"""Those that are for people who entered with a key."""


def addresses_in(service) -> dict[str, str]:
    """An address of each kind of page."""
    with service.view() as view:
        kept = [view.account(each.story.id) for each in view.stories(limit=50)]
    told = sorted((each.account for each in kept if each is not None), key=lambda account: -len(account.documents))
    story, alone = told[0], told[-1]
    claim = max(story.claims, key=lambda one: len({report.document for report in one.reports}))
    report = claim.reports[0]
    others = [one.document for one in claim.reports if one.document != report.document]
    utterance = next((one for one in story.utterances if one.speaker), None)
    speaker = next(
        (one.name for one in story.parties if utterance and one.id == utterance.speaker), story.parties[0].name
    )
    with service.view() as view:
        versions = list(view.newest_of(story.documents).values())
    outlet = next(filter(None, (version.document.outlet for version in versions)))
    came = [version.document for version in versions if version.original]
    as_it_came = next((each for each in came if (each.address or "").endswith(".html")), came[0])
    return {
        "front": addresses.FRONT,
        "story": addresses.story(story.id),
        "story-words": addresses.story(story.id, at=(report.document, report.span)),
        "story-claim": addresses.claim(story.id, claim.id),
        "story-alone": addresses.story(alone.id),
        "work": addresses.work(story.id),
        "document": addresses.document(report.document),
        "document-words": addresses.document(report.document, at=report.span),
        "document-switched": f"{addresses.document(report.document)}?show=figures",
        "versions": addresses.versions(report.document),
        "original": addresses.original(as_it_came.id),
        "compare": addresses.compare(story.documents[0], others[0] if others else story.documents[-1]),
        "party": addresses.party(speaker),
        "outlets": addresses.OUTLETS,
        "outlet": addresses.outlet(outlet),
        "search": addresses.search("drivers"),
        "search-nothing": addresses.search("zzyzx"),
        "add": addresses.ADD,
        "decisions": addresses.DECISIONS,
        "enter": addresses.ENTER,
    }
