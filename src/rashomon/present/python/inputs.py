"""Reports as Python programs have them: paths, or texts with what is known of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TypeAlias

from rashomon.core import Check, Document, Problem, RashomonError
from rashomon.present.python.accounts import Account

if TYPE_CHECKING:
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings

Input: TypeAlias = str | os.PathLike[str] | Mapping[str, object]
"""A path, folder or glob; or a document as a JSON line has it, of which only `text` is needed."""
Inputs: TypeAlias = Input | Iterable[Input]
MOST_TOLD = 5
"""So many inputs without a report are named in an error."""


def account_of(inputs: Inputs, *, settings: Settings | None = None) -> Account:
    """The account of reports; `rashomon.account`.

    Raises:
        RashomonError: none of the inputs given holds a report; the message says why of each.
    """
    with _pipeline_of(settings) as pipeline:
        documents, problems = _some(*documents_of(pipeline, inputs))
        return Account.of(pipeline.account_of(documents, problems=problems))


def check_of(claim: str, inputs: Inputs, *, settings: Settings | None = None) -> Check:
    """A sentence held against reports; `rashomon.check`.

    Raises:
        RashomonError: nothing was read in the sentence, or none of the inputs given holds a report.
    """
    with _pipeline_of(settings) as pipeline:
        documents, problems = _some(*documents_of(pipeline, inputs))
        return pipeline.check_of(claim, documents, problems=problems)


@contextmanager
def _pipeline_of(settings: Settings | None) -> Iterator[Pipeline]:
    """A pipeline with the engine that the settings name, which ends with it."""
    from rashomon.engines import engine_of
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings

    chosen = settings or Settings()
    with closing(engine_of(chosen)) as engine:
        yield Pipeline(chosen, engine=engine)


def documents_of(pipeline: Pipeline, inputs: Inputs) -> tuple[list[Document], list[Problem]]:
    """The documents of inputs in their order, cleaned, and a problem for each input that gave none.

    Args:
        pipeline: what reads the paths.
        inputs: one input, or several.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for found in _found(pipeline, _several(inputs)):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents.append(found)
    return documents, problems


def _some(documents: list[Document], problems: list[Problem]) -> tuple[list[Document], list[Problem]]:
    """The same, where there is a document or nothing was given: an empty account would read as "nothing is told".

    Raises:
        RashomonError: inputs were given, and none holds a report.
    """
    if documents or not problems:
        return documents, problems
    told = [f"{problem.address or 'an input'}: {problem.message}" for problem in problems[:MOST_TOLD]]
    more = f"; and {len(problems) - MOST_TOLD} more" if len(problems) > MOST_TOLD else ""
    raise RashomonError(f"no report could be read: {'; '.join(told)}{more}")


def _several(inputs: Inputs | object) -> Iterable[Input]:
    if isinstance(inputs, str | os.PathLike | Mapping):
        return [inputs]
    if isinstance(inputs, bytes) or not isinstance(inputs, Iterable):
        raise _not_an_input(inputs)
    return inputs


def _not_an_input(given: object) -> RashomonError:
    return RashomonError(
        f"an input is a path, a document as a dict with a `text`, or several of these, and no {type(given).__name__}"
    )


def _found(pipeline: Pipeline, inputs: Iterable[Input]) -> Iterator[Document | Problem]:
    from rashomon.clean import document
    from rashomon.ingest.records import page_of

    for number, given in enumerate(inputs, 1):
        if isinstance(given, Mapping):
            page = page_of(given, place=f"document {number}")
            yield page if isinstance(page, Problem) else document(page)
        elif isinstance(given, str | os.PathLike):
            yield from pipeline.documents([os.fspath(given)])
        else:
            raise _not_an_input(given)
