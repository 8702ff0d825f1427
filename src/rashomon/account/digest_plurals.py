"""Whether a name or description stands for several, so that its verb is plural: "the rebels deny it"."""

from __future__ import annotations

import re

from rashomon.core.senses import table

MANY = frozenset({"police", "people", "staff", "troops", "men", "women", "children", "firemen", "policemen", "gunmen"})
"""Words for several that do not end in -s."""
DOING = ("ers", "ors")
"""How words end that name people by what they do."""
OF_PEOPLE = frozenset(
    """
    rebels parents officials envoys residents students pupils nurses pilots guards soldiers cadets monks bishops judges
    medics doctors relatives families villagers neighbours neighbors friends mps deputies delegates activists militants
    troops hostages separatists islanders captives refugees migrants tenants patients victims witnesses members
    authorities prosecutors detectives experts scientists journalists tourists protesters lawyers officers doctors
    ministers sailors shareholders unions clubs
    """.split()
)
"""Further such words in the plural, and such as name several bodies."""
SHORTEST = 5
"""How many letters the last part of a compound has that is a word by itself: "fire-fighter"."""
WHOLE = re.compile(
    r"^(?:the )?(?P<phrase>.+?)(?: (?:of|in|at|on|from|for|with|without|against|behind|near) .+)?$", re.IGNORECASE
)
"""A name up to what is said of it behind: "friends" of "friends of the lake"."""


def are_several(name: str, *, person: bool = False) -> bool:
    """Whether a name or description stands for several.

    Of a description in small letters ("state officials") any plural does; of a name ("Osk Dock Workers", "Rebels")
    only that of people, never the name of a person: "United Nations", "Merrow Times" and "Barclays" are one each.
    """
    if person:
        return False
    match = WHOLE.match(name.strip())
    head = (match["phrase"] if match else name).split()[-1] if name.split() else ""
    low = head.lower()
    if low in MANY:
        return True
    if len(low) < len("xyzs") or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return False
    if head == low:
        return True
    if low in OF_PEOPLE:
        return True
    return low.endswith(DOING) and does(low.removesuffix("s"))


def does(head: str) -> bool:
    """Whether a word is made of a verb and names who does it: "firefighter" of "fight"."""
    verbs = table("verb").shares
    made = [head[n:-2] for n in range(len(head) - SHORTEST + 1)] if head.endswith(("er", "or")) else []
    return any(stem in verbs or f"{stem}e" in verbs for stem in made)
