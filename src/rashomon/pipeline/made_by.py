"""Who made what: the versioned names of the stages and models, kept with what they make and told with an account."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.core import Provenance, Reading
from rashomon.pipeline.seams import Makers
from rashomon.settings import Settings


def provenance_of(settings: Settings, readings: Iterable[Reading]) -> Provenance:
    """What made an account.

    Args:
        settings: of the run.
        readings: on which it rests; they name their models.
    """
    from rashomon import __version__
    from rashomon.account import DECIDED as CONCLUDED
    from rashomon.account import VERSION as ACCOUNT_VERSION
    from rashomon.align import DECIDED as ALIGNED
    from rashomon.align import VERSION as ALIGN_VERSION
    from rashomon.group import VERSION as GROUP_VERSION

    grouped = {"stories": GROUP_VERSION, "copies": GROUP_VERSION}
    models = {f"{settings.llm_model} (digest)"} if settings.llm_address else set()
    degraded = False
    for reading in readings:
        models.update(reading.models)
        degraded |= reading.degraded
    return Provenance(
        version=__version__,
        stages=(GROUP_VERSION, ALIGN_VERSION, ACCOUNT_VERSION),
        models=tuple(sorted(models)),
        degraded=degraded,
        decided=tuple({**grouped, **ALIGNED, **CONCLUDED}.items()),
    )


def makers_of(settings: Settings) -> Makers:
    """The versioned names of the stages, as these settings have them run."""
    from rashomon.account import VERSION as ACCOUNT_VERSION
    from rashomon.align import VERSION as ALIGN_VERSION
    from rashomon.clean import VERSION as CLEAN_VERSION
    from rashomon.group import VERSION as GROUP_VERSION
    from rashomon.read import VERSION as READ_VERSION
    from rashomon.read.models import model_named

    read = f"{READ_VERSION} {model_named(settings.pipeline).label}"
    digest = f"digest {settings.digest}" + (f" {settings.llm_model}" if settings.llm_address else "")
    return Makers(
        cleaned=CLEAN_VERSION,
        read=read,
        grouped=GROUP_VERSION,
        accounted=f"{read}, {GROUP_VERSION}, {ALIGN_VERSION}, {ACCOUNT_VERSION}, {digest}",
    )
