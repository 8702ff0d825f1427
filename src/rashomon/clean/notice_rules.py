"""The declared patterns of notices, read from `notices.toml` on first use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.core import NoticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The declared patterns, made ready: each with the kind of notice that it makes; None where it says none."""

    label: tuple[tuple[NoticeKind | None, re.Pattern[str]], ...]
    own: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    last: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    named: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    labelled: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    bracket: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    headline: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    headline_end: tuple[tuple[NoticeKind, re.Pattern[str]], ...]
    within: re.Pattern[str]
    stamp: re.Pattern[str]
    day: re.Pattern[str]


@cache
def declared() -> dict[str, list[dict[str, object]]]:
    """The tables of `notices.toml`, with the words put in where patterns name them."""
    tables = tomllib.loads(resources.files(__package__).joinpath("notices.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = {}
    for name, pattern in tables.pop("words").items():
        words[name] = _filled(pattern, words)
    for rows in tables.values():
        for row in rows:
            if "patterns" in row:
                row["patterns"] = [_filled(p, words) for p in row["patterns"]]
            else:
                row["pattern"] = _filled(row["pattern"], words)
    tables["words"] = [{"name": name, "pattern": pattern} for name, pattern in words.items()]
    return tables


def _filled(pattern: str, words: dict[str, str]) -> str:
    for name, own in words.items():
        pattern = pattern.replace(f"{{{name}}}", own)
    return pattern


@cache
def rules() -> Rules:
    """The patterns, compiled."""
    tables = declared()
    words = {str(row["name"]): str(row["pattern"]) for row in tables["words"]}
    day, clock = words["day"], words["clock"]
    stamp = rf"(?:{day}|{clock}|\d{{4}}|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    stamps = rf"(?:,?\s*(?:at |on )?[(\[]?{stamp}(?:,? (?:at )?{stamp})*[)\]]?)"
    labels = tuple(
        (
            NoticeKind(str(row["kind"])) if row["kind"] else None,
            _compiled(rf"(?:{row['pattern']}){stamps}?(?P<closed>\s*[:–—]| -|[)\]]:?)?(?=\W|$)\s*"),
        )
        for row in tables["label"]
    )
    any_label = "|".join(f"(?:{row['pattern']})" for row in tables["label"])
    lead = rf"(?:(?:on |updated )?{day}[:,–—-]* )?"
    return Rules(
        label=labels,
        own=tuple(_sentences(tables["sentence"], "own", lead)),
        last=tuple(_sentences(tables["sentence"], "last", lead)),
        named=tuple(_sentences(tables["sentence"], "named", lead)),
        labelled=tuple(_sentences(tables["sentence"], "labelled", lead)),
        bracket=tuple((NoticeKind(str(r["kind"])), _compiled(rf"{r['pattern']}[)\]]")) for r in tables["bracket"]),
        headline=tuple(_joined(tables["headline"], "{}")),
        headline_end=tuple(_joined(tables["headline_end"], r"(?:{})\s*\Z")),
        within=_compiled(rf"[(\[](?:{any_label})\s*[:–—][^()\[\]]{{10,500}}[)\]]"),
        stamp=_compiled(rf"(?:{stamps}|[\W\d])*"),
        day=_compiled(
            rf".{{0,120}}?\b(?:amended|corrected|clarified|revised|updated|changed|edited|retracted|withdrawn|removed|refiled|added)"
            rf"(?: \w+)? (?:at {clock} )?on (?P<on>{day})"
            rf"|\W{{0,4}}(?:{any_label})[\s,:(\[–—-]*(?:on |at )?(?:{clock},? (?:on )?)?(?P<label>{day})"
            rf"|\W{{0,4}}(?:(?:{any_label})[\s:–—-]*)?(?:on |this )?(?P<lead>{day})(?=[:,]? )"
        ),
    )


def _sentences(
    rows: Sequence[dict[str, object]], scope: str, lead: str
) -> Iterator[tuple[NoticeKind, re.Pattern[str]]]:
    chosen = [row for row in rows if row["scope"] == scope]
    yield from _joined(chosen, lead + "(?:{})")


def _joined(rows: Sequence[dict[str, object]], frame: str) -> Iterator[tuple[NoticeKind, re.Pattern[str]]]:
    for row in rows:
        patterns = row["patterns"]
        if not isinstance(patterns, list):
            raise TypeError(f"a rule of notices.toml has no list of patterns: {row.get('kind')}")
        yield NoticeKind(str(row["kind"])), _compiled(frame.replace("{}", "|".join(f"(?:{p})" for p in patterns)))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
