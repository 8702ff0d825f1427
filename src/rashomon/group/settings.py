"""Every number that decides in grouping, with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySettings:
    """What counts as copied words. Information is in nats: the sum of the rarity of a run's words."""

    shingle_words: int = 5
    """Length of a fingerprinted run of words (k of winnowing)."""
    window_shingles: int = 4
    """Shingles to a window (w of winnowing): every shared run of k + w - 1 = 8 words is surely found."""
    common_fingerprint_documents: int = 40
    """A fingerprint in more documents pairs each only with the earliest ones, so that a much reprinted agency
    report costs n times this, never n times n."""
    least_fingerprint_information: float = 12.0
    """Least information of the fingerprints that a pair shares; five words of everyday speech are no reason to
    compare two reports."""
    followed_words: int = 24
    """So far equal words are followed from a shared fingerprint to either side before two reports are aligned."""
    least_followed_words: int = 7
    """Shortest equal run for which two reports are aligned: a shared passage has eight words, of which one may be
    an edit."""
    least_followed_information: float = 14.0
    """Least information of the equal runs of a pair for which it is aligned; names and figures count less."""
    least_followed_prose_information: float = 14.0
    """The same where nothing of it is quoted: prose must tell more in the end."""
    sure_quoted_information: float = 16.0
    """From this information of runs with quoted words on, a pair is aligned in any case."""
    sure_information: float = 40.0
    """The same for runs without: about twenty words, which no two reports share by chance."""
    weak_pairs: int = 3
    """Of its other pairs a document is aligned with so many, those that share most."""
    core_words: int = 5
    """Shortest run of equal words that may begin a shared passage."""
    anchor_places: int = 16
    """Places of one anchor in a document that are followed; a text that repeats itself has no end of them."""
    gap_words: int = 6
    """Longest edit inside a passage, on either side; a longer one ends the passage."""
    least_equal_share: float = 0.6
    """Least share of equal words in a passage with edits; below it the edits are no longer small."""
    least_words: int = 8
    """Shorter passages are not evidence: titles with names and stock phrases reach seven words."""
    least_information: float = 14.0
    """Least information of a passage by itself. A bare count of words made more coincidences than finds."""
    name_discount: float = 0.35
    """Names tell little here: two reports on one happening share them without copying."""
    topic_discount: float = 0.5
    """A word that both documents use elsewhere too is part of their subject; two writers on one subject share it."""
    least_pair_information: float = 26.0
    """Least information of all copied prose of a pair: one borderline passage alone is a coincidence or a form of
    words that the happening itself dictates."""
    least_pair_words: int = 14
    """The same in words: the bare facts of a happening (how many of what, from where, to whom) run to a dozen."""
    least_quotation_information: float = 18.0
    """The same where what they share is quoted: one sentence of a speech is enough to know the speech again."""
    least_quotation_words: int = 4
    """Shorter quoted stretches are scare quotes and titles and stay in the prose."""
    least_piece_words: int = 3
    """What a line break leaves of a passage is shown from three words on; fewer is no reading."""
    colon_line_words: int = 60
    """A paragraph up to this long that ends in a colon introduces; a longer one merely ends badly."""
    verbatim_share: float = 0.9
    """From this share of the copy's own prose on, the copy is whole."""
    verbatim_equal: float = 0.97
    """And from this share of equal words inside the passages on, it is unchanged."""
    edited_share: float = 0.5
    """From this share on, the copy is the other report with edits; below it is an excerpt within another report."""
    same_day_hours: float = 24.0
    """A time of exactly midnight is a day without a time: it says who was first only beyond this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySettings:
    """How a document's likeness to a story is weighed.

    The weights are from a logistic regression of "belongs to this story" on pairs of document and story of the
    training part of ECB+ (Cybulska and Vossen 2014), whose stories come as twins of the same kind; `join_at` and the
    settings of fit were then chosen there by cross-validation (evals/tune_group.py). The regression was run on an
    earlier form of the stage; evals/fit_group.py fits one on the present form, with weights somewhat other and equally
    good. Few reports of ECB+ have a time: what is said of them rests on reasoning and on invented twins
    (tests/group/twins.jsonl).
    """

    headline_weight: float = 3.0
    """A headline names the happening; it counts as three lines of the body."""
    lead_weight: float = 2.0
    """News tells the happening first (the inverted pyramid)."""
    lead_chars: int = 400
    """About two sentences."""
    body_chars: int = 5000
    """What stands further down is background that likens stories to others."""
    words_weight: float = 1.41
    names_weight: float = 2.76
    """Words and names are likened on a log scale: there the step from nothing to a little counts most, so that much
    of the one does not make up for none of the other."""
    likeness_floor: float = 0.03
    """Added before the logarithm: what two unrelated reports of one desk have in common."""
    figures_weight: float = 8.0
    figures_full_at: float = 0.25
    """From this likeness of words on, equal figures count in full: the day's date stands in every report of a day."""
    figures_doubt: float = 1.0
    """So many unlike figures are thought to stand beside those that a document has."""
    fit_weight: float = 0.5
    """Of how alike a story's members were when they joined: a story told in one voice asks more of a new report than
    one told in many. It parts twins, whose likeness is high but below that among either's own reports."""
    lone_bonus: float = 0.75
    """For a story of one document: two reports are less alike than a report and the core of many."""
    usual_likeness: float = -4.0
    """What words, names and figures add for a member where nothing is known of the story yet."""
    usual_members: float = 5.0
    """For so many members that expectation counts."""
    copies_weight: float = 8.0
    """Of the share of prose copied from or by a member: half a report copied is as much as all other signs."""
    copy_days: float = 30.0
    """Copied prose that is not whole tells of one happening within so many days; monthly figures, bulletins and weather
    come in the same words each time."""
    bias: float = 2.66
    join_at: float = -2.8
    """Below even odds: the regression's pairs are the hardest there are, a story and its twin; a stream mostly
    holds unlike stories."""
    near_days: float = 5.0
    """Reports on one happening appear within days."""
    near_bonus: float = 0.5
    """Log-odds for appearing within `near_days`: a few days' news holds fewer rivals than a month's."""
    far_penalty: float = 0.7
    """Log-odds taken for each doubling of the gap beyond `near_days`. A year and a half weighs
    about as much as names that are the same by half; a week, which may be the false date of a crawl, little."""
    far_most: float = 4.9
    """No more than so much is taken, whatever the gap: beyond a year a longer silence says nothing more, and the dates
    of crawled pages are often false."""
    own_day_penalty: float = 3.0
    """The same for each doubling where the report's opening tells of a day of its own: the same people in the news
    again, in words that are more alike than those of two reports on one happening. Only time tells them apart."""
    own_day_most: float = 7.0
    """And no more than so much."""
    window_days: float = 730.0
    """A story at rest for longer takes no more documents. Long, since pages bear false dates; the distance in time
    weighs against a document well before."""
    live_stories: int = 50_000
    """More stories than these do not live at once; the longest silent comes to rest (undated ones too)."""
    candidate_terms: int = 40
    """The heaviest terms of a document by which stories are looked up."""
    candidate_stories: int = 8
    """The stories whose cores are then compared in full."""
    compared_stories: int = 3
    """The best of them, compared member by member."""
    core_terms: int = 3000
    """The terms of a story's core; beyond, the lighter half is forgotten, so that a long story stays bounded."""
    common_term_stories: int = 120
    """A term that more live stories hold tells nothing and is skipped in the look-up."""
    members_compared: int = 16
    """The latest members against which a document is compared; the core stands for the rest."""
    parted_at: tuple[int, ...] = (6, 8, 10, 12, 14, 16)
    """The sizes at which a story is looked over for being two: from twice `least_part` on, early enough that most of
    its documents are still to come. None is beyond `members_compared`."""
    least_part: int = 3
    """A part of fewer members is no story yet but a report that is told differently."""
    part_gap: float = 2.5
    """How much more alike, in log-odds, each part must be within than to the other."""
    part_likeness: float = -2.0
    """Two parts that are more alike than this are angles on one happening, however distinct."""
    silent_days: float = 3.0
    """A small story that has been silent for so long is looked over once for being part of another: its reports are
    in, and other stories have their cores. Earlier, twins are joined that later reports would have told apart."""
    late_members: int = 9
    """Stories of up to so many documents may join another late; a larger one has shown that it stands alone."""
    late_looked_up: int = 3
    """Members of a small story by which others are looked up; what is near to none of three is not near."""
    kin_at: float = -3.0
    """From this likeness on (words, names, figures, dates and copied prose alone: time does not speak against it) a
    new story belongs to the longer story of another."""
    kin_days: float = 400.0
    """A longer story that was silent for longer is not taken up again; yearly happenings still are."""
    kin_compared: int = 8
    """The latest stories of a longer story with which a new one is compared; a quorum of them decides."""
    quorum: float = 0.5
    """The share of those members (the most alike) whose mean likeness counts: never the one nearest alone."""
