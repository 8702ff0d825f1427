"""Words that weaken or turn what is told ("nearly", "pretended", "by accident"), which only their own teller may bear.

Two reports of one status need not say the same: "nearly shut", "pretended to shut" and "failed to shut" all tell of
something not done, and none of them may be laid on the outlet that wrote another.
"""

from __future__ import annotations

import re

from rashomon.core.marks import quoted

SENSES: dict[str, re.Pattern[str]] = {
    sense: re.compile(rf"\b(?:{'|'.join(said.split(', '))})\b", re.IGNORECASE)
    for sense, said in {
        "nearly": r"nearly(?! (?:a |an |two |half |all |every |\d)), almost(?! (?:a |an |two |half |all |every |\d))"
        r", came close to, close to \w+ing, on the (?:brink|verge|point) of, narrowly avoided, all but (?=\w+ed\b)"
        r", as good as, just short of, virtually, practically",
        "hardly": r"hardly, barely, scarcely",
        "feigned": r"pretend(?:s|ed|ing)?, feign(?:s|ed|ing)?, faked?, faking, purport(?:s|ed|ing)?"
        r", made? a show of, making a show of",
        "failed": r"fail(?:s|ed|ing|ure to)?, unable, unsuccessful(?:ly)?, in vain, could ?n[o’']t, could not, cannot"
        r", (?:did not|didn[’']t|not) manage(?:d)?, never managed",
        "tried": r"tr(?:y|ies|ied|ying), attempt(?:s|ed|ing)?, sought to, seeks? to, bid to, efforts? to",
        "so it is said": r"allegedly, reportedly, supposedly, purportedly, apparently, seemingly, seem(?:s|ed|ing)?"
        r", appear(?:s|ed|ing)? to, rumou?red, said to, believed to, thought to, accus\w+, alleg(?:es?|ed|ations?|ing)"
        r", suspect\w*, suspicion, claim(?:s|ed)?",
        "likely": r"likely, probably, expected, presumably",
        "unlikely": r"unlikely, improbable, doubtful, doubts?",
        "in part": r"partly, partially, in part, half-\w+, to some extent",
        "for a time": r"briefly, temporarily, for a time, for a while, for now, provisionally",
        "by mistake": r"accidental(?:ly)?, by accident, mistaken(?:ly)?, (?:by |in )?mistake, inadvertent(?:ly)?"
        r", unintentional(?:ly)?, unwitting(?:ly)?, in error",
        "on purpose": r"deliberate(?:ly)?, intentional(?:ly)?, on purpose, knowing(?:ly)?, wilful(?:ly)?"
        r", willful(?:ly)?",
        "wrongly": r"wrong(?:ly|ful|fully)?, false(?:ly)?, unjust(?:ly)?, untrue",
        "against the law": r"illegal(?:ly)?, unlawful(?:ly)?",
        "in secret": r"secret(?:ly)?, covert(?:ly)?, in private",
    }.items()
}
"""What turns the sense of a clause, each with the words that carry it.

Of a number "nearly" is no such word ("nearly 40 people"): figures are compared by their value.
"""


def turns_in(text: str) -> frozenset[str]:
    """The senses by which the words of a text, those between quotation marks aside, weaken or turn what it tells."""
    plain = text
    for q in quoted(text):
        plain = f"{plain[: q.start]}{' ' * (q.end - q.start)}{plain[q.end :]}"
    return frozenset(sense for sense, said in SENSES.items() if said.search(plain))


def carried_by(turns: frozenset[str], texts: list[str]) -> bool:
    """Whether some places of a report carry every one of these senses, be it between quotation marks or not."""
    return all(any(SENSES[sense].search(text) for text in texts) for sense in turns)
