"""Which form of digest a run makes, with what it needs from outside: a reader, and a model if one is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.core import Answer, Claim, DigestSentence, Document, FigureLine, Problem, Reading
from rashomon.core.alignment import Alignment, Telling

COMPOSED, EXTRACTED = "composed", "extracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """How the digest of a story is made.

    Attributes:
        form: `composed` by templates over claims, or `extracted` in the reports' own words.
        read: reads a sentence as the reports were read; without it the sentences are the reports' own.
        read_some: the same for several at once, which takes them less than half the time, with the same answers.
        write: asks a model to write, given what it may use; its answer or the problem. None where no model is asked.
    """

    form: str = EXTRACTED
    read: Callable[[Document], Reading] | None = None
    read_some: Callable[[list[Document]], Sequence[Reading]] | None = None
    write: Callable[[str], str | Problem] | None = None

    def of(  # noqa: PLR0913, PLR0917  all of a story that a digest may rest on
        self,
        claims: Sequence[Claim],
        tellings: Mapping[str, Sequence[Telling]],
        documents: Mapping[str, Document],
        readings: Mapping[str, Reading],
        alignment: Alignment,
        figures: Sequence[FigureLine],
        answers: Sequence[Answer] = (),
    ) -> tuple[tuple[DigestSentence, ...], tuple[Problem, ...]]:
        """The digest of one story, and what was left out of it."""
        from rashomon.account.digest import Material, digest_of
        from rashomon.account.digest_composed import composed
        from rashomon.account.digest_extracted import extracted
        from rashomon.account.verify import Verifier

        verifier = Verifier(
            documents=documents,
            readings=readings,
            parties=alignment.parties,
            claims=claims,
            read=self.read,
            read_some=self.read_some,
        )
        material = Material(
            claims=claims,
            tellings=tellings,
            documents=documents,
            readings=readings,
            parties=alignment.parties,
            utterances=alignment.utterances,
            figures=figures,
            answers=answers,
            verifier=verifier,
        )
        standing_in = composed if self.form == COMPOSED or self.write is not None else extracted
        if self.read is None:
            return digest_of(material, extracted)
        if self.write is not None:
            from rashomon.account.digest_written import Written

            written = Written(self.write)
            sentences, problems = digest_of(material, written, instead=standing_in)
            return sentences, (*written.problems, *problems)
        return digest_of(material, standing_in)
