"""Parsed sentences kept for a while: copies of one text hold the same sentences, and each is parsed once."""

from __future__ import annotations

from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

BATCH = 64
"""Sentences that the parser takes at once."""


class Kept:
    """The sentences parsed last, by their words.

    Args:
        most: how many are kept; the one that was asked for longest ago goes first. A parse takes 20 to 40 kB.
    """

    def __init__(self, most: int = 2000) -> None:
        self.most = most
        self._docs: OrderedDict[str, Doc] = OrderedDict()

    def __len__(self) -> int:
        return len(self._docs)

    def docs(self, texts: list[str], nlp: Language) -> list[Doc]:
        """The parses of sentences, in their order; equal ones share a parse."""
        found = {text: self._docs[text] for text in texts if text in self._docs}
        new = [text for text in dict.fromkeys(texts) if text not in found]
        with _libraries().limit(limits=1, user_api="blas"):
            found.update(zip(new, nlp.pipe(new, batch_size=BATCH), strict=True))
        for text in dict.fromkeys(texts):
            self._docs[text] = found[text]
            self._docs.move_to_end(text)
        while len(self._docs) > self.most:
            self._docs.popitem(last=False)
        return [found[text] for text in texts]


@cache
def _libraries() -> ThreadpoolController:
    """The libraries that multiply matrices, held to one thread while a parser runs.

    Its matrices are small: threads cost more than they bring, many times more where processes already fill the cores.
    """
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
