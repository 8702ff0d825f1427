"""The measurements: each a name, the labelled files it rests on, and what gives its figures and outcomes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals import accounts, reading
from evals.labelled import Labelled
from evals.outcomes import Outcome

PAIRS = Path(__file__).with_name("pairs")
PACE = Path(__file__).with_name("pace.py")
POLNEAR, UDS, UW = "data/polnear/dev.jsonl", "data/factuality/uds_ih2/dev.jsonl", "data/factuality/uw/dev.jsonl"
PLOVER, ECB, NEWS = "data/plover/train.jsonl", "data/ecbplus/dev.jsonl", "data/newscluster/articles.jsonl"
TRUTH, HTML = "data/html_scrapinghub/ground-truth.json", "data/html_scrapinghub/html"
BY_TWOS = {
    kind: PAIRS / f"stories_{kind}.jsonl" for kind in ("twins", "twins_unseen", "same", "same_unseen", "opposites")
}
OPPOSITES = BY_TWOS["opposites"]
CHECK, CHECK_LATER = PAIRS / "check.jsonl", PAIRS / "check_later.jsonl"
CHECK_PARAPHRASED, CHECK_SOFT = PAIRS / "check_paraphrased.jsonl", PAIRS / "check_soft.jsonl"
STANDING = tuple(PAIRS / f"standing{part}.txt" for part in ("", "_unseen", "_third"))
DIGESTS = tuple(PAIRS / f"digest_stories{part}.txt" for part in ("", "_later"))
STORIES = {
    "account 0": ("gold/seeds.json", "seeds"),
    "account 19": ("gold/story19.json", "gold/story19.jsonl"),
    "account 35": ("gold/story35.json", "gold/story35.jsonl"),
}

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is measured on some labelled files.

    `judged` says whether there are outcomes that two runs can be compared by; figures of whole groupings have none.
    """

    name: str
    files: tuple[str, ...]
    measure: Callable[[Labelled], tuple[Figures, list[Outcome]]]
    judged: bool = True


def _read(
    judge: Callable[[Labelled, str], list[Outcome]],
    figures: Callable[[Sequence[Outcome]], Figures],
    name: str,
    labelled: Labelled,
) -> tuple[Figures, list[Outcome]]:
    outcomes = judge(labelled, name)
    return figures(outcomes), outcomes


def _pages(labelled: Labelled) -> tuple[Figures, list[Outcome]]:
    # late, as in what follows: a comparison with an older source needs only what that source has
    from evals import grouping

    return grouping.pages(labelled, TRUTH, HTML), []


def _stories(name: str, labelled: Labelled, *, dated: bool = True) -> tuple[Figures, list[Outcome]]:
    from evals import grouping

    return grouping.stories(labelled, name, dated=dated), []


def _by_twos(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import grouping

    figures: Figures = {}
    for name, kind in (
        ("twins apart", "twins"),
        ("twins apart, unseen", "twins_unseen"),
        ("one happening together", "same"),
        ("one happening together, unseen", "same_unseen"),
        ("opposites together", "opposites"),
    ):
        told, settled = grouping.together(BY_TWOS[kind])
        apart = kind.startswith("twins")
        figures[name] = 1.0 - told if apart else told
        figures[f"{name}, settled"] = 1.0 - settled if apart else settled
    return figures, []


def _opposites(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import opposites

    return opposites.told_apart(OPPOSITES), []


def _check(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import checked

    return checked.figures(checked.judged(CHECK)), []


def _check_later(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import checked

    return checked.shares(list(checked.judged(CHECK_LATER))), []


def _check_paraphrased(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import checked

    return checked.shares(list(checked.judged(CHECK_PARAPHRASED))), []


def _check_soft(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import checked

    return checked.shares(list(checked.judged(CHECK_SOFT))), []


def _account(name: str, labelled: Labelled) -> tuple[Figures, list[Outcome]]:
    judged = accounts.account(labelled, *STORIES[name])
    return judged.figures, judged.outcomes


def _written(kind: str, name: str, _: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import written

    return written.both(kind, name), []


def _telling(labelled: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import telling

    return telling.every(labelled)


def _standing(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import standing

    told = {}
    for called, path in zip(("", "later, ", "third, "), STANDING, strict=True):
        told |= {f"{called}{name}": figure for name, figure in standing.figures(list(standing.judged(path))).items()}
    return told, []


def _digests(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import digests

    return digests.figures(), []


def _pace(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import pace

    return pace.figures(), []


def _across_languages(_: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import languages

    return languages.figures(), []


def _event_pairs(labelled: Labelled) -> tuple[Figures, list[Outcome]]:
    from evals import event_pairs

    return event_pairs.figures(labelled, ECB), []


def _accounts_together(labelled: Labelled) -> tuple[Figures, list[Outcome]]:
    outcomes = [o for files in STORIES.values() for o in accounts.account(labelled, *files).outcomes]
    return accounts.quotation_figures(outcomes), []


def _of_file(
    name: str,
    file: str,
    judge: Callable[[Labelled, str], list[Outcome]],
    figures: Callable[[Sequence[Outcome]], Figures],
) -> Measurement:
    return Measurement(name, (file,), partial(_read, judge, figures, file))


MEASUREMENTS = (
    Measurement("pace of reading", (str(PACE),), _pace, judged=False),
    _of_file("own pairs", str(PAIRS / "status_pairs.jsonl"), reading.own_pairs, reading.pair_figures),
    _of_file("blind pairs", str(PAIRS / "status_pairs_blind.jsonl"), reading.own_pairs, reading.pair_figures),
    _of_file("quotations, whole", POLNEAR, reading.quotations, reading.quotation_figures),
    _of_file("status on the web, whole", UDS, reading.statuses, reading.status_figures),
    _of_file("status in newswire, whole", UW, reading.statuses, reading.status_figures),
    _of_file("codes, whole", PLOVER, reading.codes, reading.code_figures),
    *(
        Measurement(
            f"written {kind}{traps}",
            tuple(str(PAIRS / f"{kind}{traps and '_traps'}{later}.jsonl") for later in ("", "_unseen")),
            partial(_written, kind, f"{kind}{traps and '_traps'}"),
            judged=False,
        )
        for kind in ("figures", "times")
        for traps in ("", ", traps")
    ),
    Measurement(
        "telling",
        tuple(str(PAIRS / f"telling{later}.jsonl") for later in ("", "_unseen", "_third", "_fourth", "_fifth")),
        _telling,
    ),
    Measurement("standing", tuple(map(str, STANDING)), _standing, judged=False),
    Measurement("digest, lies and truths", tuple(map(str, DIGESTS)), _digests, judged=False),
    Measurement("pages", (TRUTH, HTML), _pages, judged=False),
    Measurement("stories, alike by twos", (ECB,), partial(_stories, ECB), judged=False),
    Measurement("stories, far apart", (NEWS,), partial(_stories, NEWS), judged=False),
    Measurement("stories, far apart, undated", (NEWS,), partial(_stories, NEWS, dated=False), judged=False),
    Measurement(
        "stories across languages",
        (str(PAIRS / "languages.jsonl"), str(PAIRS / "languages_review.jsonl")),
        _across_languages,
        judged=False,
    ),
    Measurement("stories by twos", tuple(map(str, BY_TWOS.values())), _by_twos, judged=False),
    Measurement("event_pairs", (ECB,), _event_pairs, judged=False),
    Measurement("opposites in the ledger", (str(OPPOSITES),), _opposites, judged=False),
    Measurement("check", (str(CHECK),), _check, judged=False),
    Measurement("check later", (str(CHECK_LATER),), _check_later, judged=False),
    Measurement("check paraphrased", (str(CHECK_PARAPHRASED),), _check_paraphrased, judged=False),
    Measurement("check too soft", (str(CHECK_SOFT),), _check_soft, judged=False),
    *(Measurement(name, files, partial(_account, name)) for name, files in STORIES.items()),
    Measurement(
        "accounts together", tuple(f for files in STORIES.values() for f in files), _accounts_together, judged=False
    ),
)

UNITS = (
    tuple(m.name for m in MEASUREMENTS if m.name.startswith("quotations")),
    tuple(m.name for m in MEASUREMENTS if m.name.startswith("account")),
    *((m.name,) for m in MEASUREMENTS if not m.name.startswith(("quotations", "account"))),
)
"""What one process measures at a stretch, the longest first; the accounts share what they read."""


def chosen(words: Sequence[str] | None) -> list[Measurement]:
    """The measurements whose name holds one of these words; all without words."""
    return [m for m in MEASUREMENTS if not words or any(word in m.name for word in words)]
