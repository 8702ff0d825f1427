"""The words that most reports quote, with their speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.account.digest import Material, Offer
from rashomon.account.digest_order import spoken_of
from rashomon.account.digest_propositions import Propositions
from rashomon.account.digest_readable import speakable
from rashomon.account.digest_tellers import Attributions
from rashomon.account.verify_spoken import unsure
from rashomon.account.verify_tellers import Borne
from rashomon.account.verify_words import sources_of
from rashomon.core import Citation, DigestSentence, Form, Quotation, Utterance, Wording
from rashomon.core.words import words

IN_WORDS = frozenset({Form.DIRECT, Form.BLOCK})
MOST_LOOKED_AT = 8
FEWEST_REPORTS = 2
LONGEST_CHARS = 220


def most_quoted(
    material: Material, propositions: Propositions, attributions: Attributions, most: int
) -> Iterator[Offer]:
    """The utterances that most reports quote, each in its fullest wording that can stand by itself."""
    several = [u for u in material.utterances if u.speaker and len(_documents(u)) >= FEWEST_REPORTS]
    several.sort(key=lambda u: (-len(_documents(u)), -spoken_of(material, u.text), u.id))
    given = 0
    for utterance in several[:MOST_LOOKED_AT]:
        made = [s for w in _by_length(utterance) for s in _said(utterance, w, material, propositions, attributions)]
        if given < most and any(not material.verifier.unborne(s) for s in made):
            given += 1
            yield Offer(sentences=made)


def _documents(utterance: Utterance) -> set[str]:
    return {q.document for q in utterance.quotations}


def _by_length(utterance: Utterance) -> Sequence[Wording]:
    own = [q for q in utterance.quotations if q.form in IN_WORDS and len(q.span) <= LONGEST_CHARS]
    return sorted(own, key=lambda q: (-len(q.span), q.document, q.span))


def _said(
    utterance: Utterance,
    wording: Wording,
    material: Material,
    propositions: Propositions,
    attributions: Attributions,
) -> Iterator[DigestSentence]:
    """The sentence that gives one wording, if its report names the speaker and the words can stand alone."""
    document, reading = material.documents[wording.document], material.readings[wording.document]
    quotation = next((q for q in reading.quotations if q.span == wording.whole), None)
    name = propositions.named(utterance.speaker)
    said = " ".join(document.words_at(wording.span).split()).strip("“”\"' ").rstrip(".,;:!")
    if quotation is None or quotation.speaker is None or name is None or unsure(quotation, reading):
        return
    if not speakable(said) or "“" in said or '"' in said:
        return
    text = f"“{said},” {propositions.within_name(utterance.speaker)} said"
    cited = _cited(wording, quotation)
    verifier = material.verifier
    for source in sources_of(cited, verifier.documents, verifier.readings, verifier.names):
        borne = verifier.borne_by(text, source)
        if isinstance(borne, Borne):
            tellers = (verifier.tellers.of(borne) or set()) | {wording.document}
            same = words(said)
            others = [
                Citation(document=q.document, span=q.span)
                for q in utterance.quotations
                if q.document in tellers and q.document != wording.document and same_words(same, q, material)
            ]
            claims = (c.id for e in borne.events for c in verifier.tellers.claims_at(wording.document, e))
            told = attributions.told_by(text, wording.document, tellers)
            yield DigestSentence(
                text=f"{told}.", citations=(*cited, *sorted(set(others))), claims=tuple(dict.fromkeys(claims))
            )
            return


def same_words(said: Sequence[str], wording: Wording, material: Material) -> bool:
    """Whether a wording shares most of the words said."""
    own = set(words(material.documents[wording.document].words_at(wording.span)))
    return 2 * len(own & set(said)) >= len(set(said))


def _cited(wording: Wording, quotation: Quotation) -> tuple[Citation, ...]:
    place = Citation(document=wording.document, span=wording.span)
    speaker = quotation.speaker
    if speaker is None or wording.span.covers(speaker.span):
        return (place,)
    return (place, Citation(document=wording.document, span=speaker.span))
