"""Which tellers of a count may be one body: officers go with their service, though no word of theirs is the same."""

from __future__ import annotations

from collections.abc import Collection

SERVICES = {
    "police": "police policeman policewoman policemen constabulary gendarmerie detectives officers",
    "fire": "fire firefighter firefighters firemen brigade",
    "coastguard": "coastguard lifeguard lifeboat",
    "army": "army troops soldiers military navy",
    "rescue": "rescue rescuer rescuers ambulance paramedic paramedics",
    "hospital": "hospital hospitals clinic doctor doctors medic medics",
}
"""Bodies that count the dead and hurt, with the words by which they and their people are called."""

OF_SERVICE = {word: service for service, words in SERVICES.items() for word in words.split()}

OFFICERS = frozenset(
    """
    inspector superintendent sergeant constable detective chief captain commander lieutenant colonel major officer
    deputy commissioner marshal spokesman spokeswoman spokesperson
    """.split()
)
"""Titles of those who speak for a service, with or without naming it."""

OUTSIDE = frozenset({"hospital"})
"""Services for which nobody with such a title speaks, unless he is said to be theirs."""

SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def may_speak_for_one(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two tellers, in the words by which they are called, may be one body or speak for one."""
    if not set(ours).isdisjoint(theirs):
        return True
    services = [{OF_SERVICE[w] for w in some if w in OF_SERVICE} for some in (ours, theirs)]
    if services[0] and services[1]:
        return not services[0].isdisjoint(services[1])
    titles = [OFFICERS.intersection(some) for some in (ours, theirs)]
    if titles[0] and titles[1] and not (services[0] or services[1]):
        return True
    return any(titles[n] and not services[n] and _led_by(services[1 - n], titles[n]) for n in (0, 1))


def _led_by(services: Collection[str], titles: Collection[str]) -> bool:
    """Whether somebody of these titles may be one of a service."""
    return any(s not in OUTSIDE or not SPEAKERS.isdisjoint(titles) for s in services)
