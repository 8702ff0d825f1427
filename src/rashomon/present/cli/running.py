"""How commands come to a pipeline: with the engine that the settings name, which ends with the command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rashomon.core.engine import Engine, Tell
    from rashomon.pipeline import Pipeline
    from rashomon.settings import Settings


def where(engine: str | None, workers: str | None, scheduler: str | None) -> dict[str, str | None]:
    """The settings that the options `--engine`, `--workers` and `--scheduler` name; a scheduler is one of `dask`.

    Raises:
        SettingsError: a scheduler is named for another engine.
    """
    if scheduler is not None and engine not in {None, "dask"}:
        from rashomon.settings import SettingsError

        raise SettingsError(f"--scheduler is for --engine dask, not for {engine}: leave one of them out")
    return {"engine": "dask" if scheduler is not None else engine, "workers": workers, "scheduler": scheduler}


@contextmanager
def engine_for(settings: Settings, *, here: bool = True, tell: Tell | None = None) -> Iterator[Engine]:
    """The engine that the settings name.

    Args:
        settings: of this run.
        here: whether little work may be done in this process.
        tell: told what is good to know while work waits or is done again.

    Raises:
        EngineError: it cannot be had; the message says what to do.
    """
    from rashomon.engines import engine_of

    with closing(engine_of(settings, here=here, tell=tell)) as engine:
        yield engine


@contextmanager
def pipeline_of(
    settings: Settings, *, fetches: bool = False, here: bool = True, tell: Tell | None = None
) -> Iterator[Pipeline]:
    """The pipeline as the settings have it.

    Args:
        settings: of this run.
        fetches: whether addresses among its inputs are fetched.
        here: whether little work may be done in this process.
        tell: told what is good to know while work waits or is done again.

    Raises:
        EngineError: the engine cannot be had; the message says what to do.
    """
    from rashomon.pipeline import Pipeline
    from rashomon.present.cli.edge import FetcherOnDemand

    fetcher = FetcherOnDemand(lambda: settings) if fetches else None
    with engine_for(settings, here=here, tell=tell) as engine:
        yield Pipeline(settings, fetcher=fetcher, engine=engine)
