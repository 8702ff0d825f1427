"""Which offices are one under two names, and which words before an office make another one of it."""

from __future__ import annotations

from rashomon.core.places import country_names

PAST = frozenset({"former", "ex", "late", "then", "onetime", "erstwhile"})
"""`The president` is not the former president."""
LESSER = frozenset({"deputy", "vice", "lieutenant", "assistant", "associate", "shadow", "acting", "interim", "junior"})
"""`The governor` is not the lieutenant governor."""
WHOLE = {
    "general": frozenset(
        {"attorney", "secretary", "director", "solicitor", "consul", "inspector", "surgeon", "auditor", "governor"}
    ),
    "minister": frozenset({"prime", "chief", "first"}),
    "officer": frozenset({"executive", "financial", "operating", "medical", "chief", "first", "press", "returning"}),
    "executive": frozenset({"chief"}),
    "teacher": frozenset({"head"}),
    "secretary": frozenset({"press", "general", "permanent"}),
}
"""Words that make an office of their own of a head: `the general` is no attorney general."""
PRAISING = frozenset(
    "veteran outspoken embattled popular controversial longtime beleaguered charismatic beloved powerful"
    " influential respected defiant".split()
)
"""Words that tell what somebody is like, and no office."""

SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "prof": "professor",
    "dr": "doctor",
    "insp": "inspector",
    "supt": "superintendent",
    "rev": "reverend",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chair": "chairman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "neighbor": "neighbour",
    "adviser": "advisor",
    "congresswoman": "congressman",
    "councilwoman": "councilman",
}
"""Heads that are one word for another: short forms of titles, the two genders, two spellings."""
Office = tuple[str, frozenset[str]]

SAME: tuple[frozenset[Office], ...] = tuple(
    frozenset((words.split()[-1], frozenset(words.split()[:-1])) for words in line.split(","))
    for line in (
        "prime minister, premier",
        "chief executive, ceo, chief executive officer",
        "lawyer, attorney, solicitor, barrister, counsel",
        "coach, manager, boss",
        "ambassador, envoy",
        "author, writer, novelist",
        "doctor, physician",
        "head teacher, headteacher, headmaster, headmistress, principal",
        "judge, justice",
        "candidate, nominee, contender",
        "defendant, accused",
    )
)
"""Offices that are told by one word or another."""
WIDER = {
    wide: frozenset(narrow.split())
    for wide, narrow in {
        "lawmaker": "senator representative congressman legislator councillor councilman",
        "legislator": "senator representative congressman lawmaker",
        "politician": "senator representative congressman governor mayor minister president lawmaker candidate leader",
        "diplomat": "ambassador envoy consul",
        "player": "striker midfielder defender goalkeeper winger",
        "officer": "inspector sergeant detective superintendent constable",
        "cleric": "priest bishop archbishop pastor imam vicar rabbi",
        "leader": "president premier chancellor chairman",
        "academic": "professor lecturer",
        "researcher": "scientist professor",
        "scientist": "researcher",
        "boss": "executive ceo director chief head chairman",
        "novelist": "author writer",
    }.items()
}
"""Words for several offices: `the lawmaker`, of a senator."""
ALLIES = frozenset({"republican", "democrat", "conservative", "liberal", "socialist"})
"""Heads that tell a side: `the Republican`, of a Republican senator."""


def short(lemma: str) -> str:
    """One word for a head that has a short form, two genders or two spellings."""
    bare = lemma.rstrip(".")
    return SHORT.get(bare, bare)


def agree(asked: frozenset[str], known: frozenset[str], head: str = "") -> bool:
    """Whether a phrase with these modifiers can mean a party described with those, under one head."""
    nations = country_names()
    if asked & nations and known & nations and not asked & known & nations:
        return False
    apart = LESSER | WHOLE.get(head, frozenset())
    if (known & PAST and not asked & PAST) or asked & apart != known & apart:
        return False
    return asked - nations - PRAISING - (PAST if known & PAST else set()) <= known


def one_office(asked: Office, told: Office, *, places: frozenset[str] = frozenset()) -> bool:
    """Whether a role phrase can mean a party told with a role: the same, one word for the other, or a wider word.

    Args:
        asked: The head and modifiers of the phrase.
        told: Those of the role told beside the party's name.
        places: Which of the modifiers asked for name places: `the Lys mayor` can be one told as mayor only.
    """
    (head, mods), (other, known) = asked, told
    if head == other:
        return agree(mods, known, head) or (not known - PRAISING and agree(mods - places, known, head))
    if head in ALLIES and not mods and head in known:
        return True
    mine, yours = _told_so(asked), _told_so(told)
    if mine is not None and yours is not None and mine[0] == yours[0]:
        return agree(mine[1], yours[1])
    return other in WIDER.get(head, ()) and agree(mods, known)


def _told_so(office: Office) -> tuple[int, frozenset[str]] | None:
    """The number of an office in the table of those told by several words, and the modifiers beyond its words."""
    head, mods = office
    fits = [(len(of), n, of) for n, offices in enumerate(SAME) for this, of in offices if this == head and of <= mods]
    _, number, of = max(fits, default=(0, -1, frozenset()), key=lambda fit: fit[0])
    return (number, mods - of) if fits else None
