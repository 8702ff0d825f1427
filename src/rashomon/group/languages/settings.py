"""Every number that decides across languages, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """How a report is likened to a story that is told in other languages.

    The weights are those of a logistic regression of "tells the same happening" on pairs of reports of the training
    part of ECB+ (Cybulska and Vossen 2014) that pass the gates; it is English, so that they say how much shared names
    tell, not how often a name is known again. The gates were chosen on the tuning half of tests/group/languages.jsonl,
    and what is said of times, which ECB+ has not, by reasoning.
    """

    lead_chars: int = 400
    """Headline and about two sentences are what a vector is made of: further down news tells background."""
    read_chars: int = 2000
    """Names, figures and days are looked for in so much of a report."""
    least_cosine: float = 0.4
    """A gate, and what candidates are found by: leads on one happening in two languages lie at .55 to .85, on like
    happenings at .2 to .6, on others below .3."""
    least_names: int = 2
    """A gate: one name that two reports share may be anybody's; it takes two, or one and a figure or a day."""
    candidate_stories: int = 8
    """The stories with the nearest tellings that are weighed in full."""
    members_compared: int = 4
    """The latest members of a telling whose names, figures and days are kept; its vector stands for all."""
    quorum: float = 0.5
    """The share of those members (the most alike) whose mean score counts: never the one nearest alone."""
    names_weight: float = 13.3
    names_rest: float = 3.0
    """Added to the names that could have been shared: of a report with one name, sharing that is not sharing all."""
    figures_weight: float = 1.7
    figures_full_at: int = 2
    """So many telling figures or days of the calendar in common count in full; the second is no coincidence."""
    cosine_weight: float = 4.4
    usual_cosine: float = 0.5
    bias: float = -4.2
    join_at: float = 1.5
    """Above even odds: what is put together wrongly is told wrongly, what stays apart is told twice."""
    near_days: float = 1.5
    """A happening is told abroad within a day or two; a like one in the same place or by the same people is told
    another day."""
    near_bonus: float = 0.5
    far_penalty: float = 1.2
    """Log-odds taken for each doubling of the gap beyond `near_days`."""
    reach_days: float = 30.0
    """Over a longer silence nothing is joined across languages."""
    live_tellings: int = 50_000
    """More tellings than these are not compared; the longest silent is left out first."""
