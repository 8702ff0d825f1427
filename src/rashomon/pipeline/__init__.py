"""The only place that knows the order of the stages: ingest -> clean -> read -> group -> align -> account."""

from rashomon.pipeline.given import claim_document, document_order, once_each, told_apart
from rashomon.pipeline.run import Pipeline
from rashomon.pipeline.seams import Decisions, Laid, Makers, Material, Progress, silent

__all__ = [
    "Decisions",
    "Laid",
    "Makers",
    "Material",
    "Pipeline",
    "Progress",
    "claim_document",
    "document_order",
    "once_each",
    "silent",
    "told_apart",
]
