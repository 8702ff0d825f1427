"""The pages of an archive, made on the server; each works without scripts."""

from __future__ import annotations

from fastapi import APIRouter

from rashomon.present.server.routing import routers_in


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages: each module here that has a `router`."""
    return routers_in(__name__, __path__)
