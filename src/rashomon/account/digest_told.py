"""Whether a sentence of a digest says anything that the sentences before it have not said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.account.verify_conditions import OPENERS
from rashomon.account.verify_frames import SAYS_OTHERWISE, parts
from rashomon.core.words import key_stems

TELLER = ", according to "
OTHERWISE = re.compile(rf"{SAYS_OTHERWISE}|\bden(?:y|ies) it, according to ")
"""How a sentence says of a side that it tells "it" otherwise."""
DENYING, TOLD_TOO = re.compile(r"\bden(?:y|ies|ied)\b"), re.compile(rf"\btells? it\b|{SAYS_OTHERWISE}")
"""How a sentence tells what somebody denies, and how it says that others assert it."""
REPEATED = 0.75
"""Share of a sentence's stems that an earlier one has from which it tells nothing new."""


def tells_again(text: str, earlier: Sequence[str]) -> bool:
    """Whether a sentence says nothing that earlier ones, one of them or all together, have not said.

    What is told on a condition is not what was told without one, and what was only denied has not been told.
    """
    if OPENERS.search(text):
        earlier = [e for e in earlier if OPENERS.search(e)]
    if not DENYING.search(what_is_told(text)):
        earlier = [e for e in earlier if TOLD_TOO.search(e) or not DENYING.search(what_is_told(e))]
    if any(repeats(text, e) or holds(text, e) or _denial_told(text, e) for e in earlier):
        return True
    told = {s for e in earlier for s in key_stems(what_is_told(e))}
    own = set(key_stems(what_is_told(text)))
    return len(own & told) >= HELD * len(own)


def what_is_told(text: str) -> str:
    """A sentence without who tells it, and without those who tell it otherwise; a denial beside a plan is told too."""
    told, _, rest = text.partition(TELLER)
    beside = (p.partition(TELLER)[0] for p in parts(rest)[1:] if TELLER in p and not OTHERWISE.search(p))
    return " ".join((told, *beside))


def repeats(text: str, earlier: str) -> bool:
    """Whether a sentence says again what an earlier one says, as copies with small edits do."""
    own, before = (set(key_stems(what_is_told(t))) for t in (text, earlier))
    return bool(own) and len(own & before) >= REPEATED * len(own)


DENIER = re.compile(r"; (?:the )?(?P<denier>[^;]+?) den(?:y|ies) it, according to ")
"""Who is told to deny what a sentence tells."""
OF_AN_AIM = frozenset(key_stems("will would plan plans planned planning intend intends intended intending any"))
"""Words of a plan and of its denial: "will sell it" is what "denied planning to sell it" denies."""


def _denial_told(text: str, earlier: str) -> bool:
    """Whether a sentence only tells a denial that an earlier one has told: "...; the mayor denies it"."""
    told, before = what_is_told(text), what_is_told(earlier)
    by, _, denied = told.partition(" denied ")
    deniers = [m["denier"] for m in DENIER.finditer(earlier)]
    if not denied or not any(set(key_stems(name)) <= set(key_stems(by)) for name in deniers):
        return False
    own = set(key_stems(denied)) - OF_AN_AIM
    return bool(own) and len(own & set(key_stems(f"{by} {before}"))) >= REPEATED * len(own)


HELD = 0.9


def holds(text: str, earlier: str) -> bool:
    """Whether a sentence says all that an earlier one says, and something more: the earlier one need not be read."""
    own, before = (set(key_stems(what_is_told(t))) for t in (text, earlier))
    return bool(before) and len(own & before) >= HELD * len(before)
