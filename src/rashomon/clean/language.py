"""The language of a report, by py3langid over its headline and beginning."""

from __future__ import annotations

from functools import cache
from typing import Any

LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk ms nl no pl pt ro ru sk sl sq sr "
    "sv sw ta th tr uk ur vi zh"
).split()
"""The languages that are told apart: those of the larger press. A shorter list errs less on short texts."""
LEAD_CHARS = 600
LEAST_CHARS = 25
"""Below this a guess is worth nothing."""
SURE = 0.9


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid is untyped
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


def language_of(headline: str | None, text: str) -> str | None:
    """The ISO 639-1 code, or None where the text is too short or the guess unsure."""
    sample = f"{headline or ''}\n{text[:LEAD_CHARS]}".strip()
    if sum(c.isalpha() for c in sample) < LEAST_CHARS:
        return None
    code, sure = _identifier().classify(sample)
    return str(code) if sure >= SURE else None
