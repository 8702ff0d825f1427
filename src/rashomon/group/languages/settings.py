"""Every number that decides across languages, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """How a report is likened to a story that is told in other languages.

    Two logistic regressions of "tells the same happening" disagree. On pairs of reports of the training part of ECB+
    (Cybulska and Vossen 2014), real but English, shared names say nearly all and the leads' cosine little; on the
    tuning parts of evals/pairs/languages.jsonl, in several languages but invented, names say next to nothing between
    happenings with the same people and places, and the cosine most. The weights stand between the two: of those that
    kept a precision of .93 on the former, the ones that brought together most and joined fewest twins on the latter.
    What is said of times, which ECB+ has not, rests on reasoning.
    """

    lead_chars: int = 400
    """Headline and about two sentences are what a vector is made of: further down news tells background."""
    read_chars: int = 2000
    """Names, figures and days are looked for in so much of a report."""
    least_cosine: float = 0.45
    """A gate, and what candidates are found by: leads on one happening in two languages lie at .55 to .85, on like
    happenings at .2 to .65, on others below .3."""
    least_names: int = 2
    """A gate: one name that two reports share may be anybody's; it takes two, or one and a figure or a day."""
    candidate_stories: int = 8
    """The stories with the nearest tellings that are weighed in full."""
    members_compared: int = 4
    """The latest members of a telling whose names, figures and days are kept; its vector stands for all."""
    quorum: float = 0.66
    """The share of those members (the most alike) whose mean counts: of two both, of three two, never the nearest
    alone."""
    names_weight: float = 5.0
    names_rest: float = 3.0
    """Added to the names that could have been shared: of a report with one name, sharing that is not sharing all."""
    figures_weight: float = 2.5
    figures_full_at: int = 2
    """So many telling figures or days of the calendar in common count in full; the second is no coincidence."""
    cosine_weight: float = 12.0
    usual_cosine: float = 0.5
    bias: float = -2.5
    join_at: float = 1.5
    """Above even odds: what is put together wrongly is told wrongly, what stays apart is told twice."""
    near_days: float = 1.0
    """A happening is told abroad within a day; a like one in the same place or by the same people is mostly told
    another day."""
    near_bonus: float = 0.5
    far_penalty: float = 1.5
    """Log-odds taken for each doubling of the gap beyond `near_days`."""
    undated_penalty: float = 1.0
    """Where a time is not known, as for two days between: a like happening of another year differs in time alone."""
    reach_days: float = 30.0
    """Over a longer silence nothing is joined across languages."""
    live_tellings: int = 50_000
    """More tellings than these are not compared; the longest silent is left out first."""
