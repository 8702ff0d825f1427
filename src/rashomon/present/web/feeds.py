"""Feeds of an archive, for readers of feeds: its stories, and claims that are disputed."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from rashomon.present import questions
from rashomon.present.exports import feeds
from rashomon.present.questions import Asked
from rashomon.present.rest import replies
from rashomon.present.server.hosts import Hosts, host_named
from rashomon.present.server.service import Served, Service
from rashomon.present.web import addresses

router = APIRouter(include_in_schema=False)
ENTRIES = 50
"""So many stand in a feed, the latest."""


@router.get(addresses.STORIES_FEED)
def stories_atom(request: Request, service: Served) -> Response:
    """The latest stories as Atom."""
    return _sent(request, feeds.atom(_stories(request, service)), feeds.ATOM)


@router.get("/feeds/stories.json")
def stories_json(request: Request, service: Served) -> Response:
    """The latest stories as JSON Feed."""
    return _sent(request, feeds.json_feed(_stories(request, service)), feeds.JSON_FEED)


@router.get(addresses.DISPUTED_FEED)
def disputed_atom(request: Request, service: Served) -> Response:
    """The latest disputed claims as Atom."""
    return _sent(request, feeds.atom(_disputed(request, service)), feeds.ATOM)


@router.get("/feeds/disputed.json")
def disputed_json(request: Request, service: Served) -> Response:
    """The latest disputed claims as JSON Feed."""
    return _sent(request, feeds.json_feed(_disputed(request, service)), feeds.JSON_FEED)


def _stories(request: Request, service: Service) -> feeds.Feed:
    with service.view() as view:
        found = questions.stories(view, Asked(), limit=ENTRIES)
    return feeds.of_stories(found.results, _base(request, service), address=addresses.story)


def _disputed(request: Request, service: Service) -> feeds.Feed:
    with service.view() as view:
        found = questions.claims(view, Asked(standing="disputed"), limit=ENTRIES)
    return feeds.of_disputed(found.results, _base(request, service), address=addresses.claim)


def _base(request: Request, service: Service) -> str:
    """The address of this server: that which was asked, or where public names are set one of these."""
    hosts = Hosts.of(service.settings)
    public = hosts.public(host_named(request.headers.get("host", "")))
    base = request.base_url if public is None else request.base_url.replace(netloc=public)
    return str(base).rstrip("/")


def _sent(request: Request, octets: bytes, media_type: str) -> Response:
    """The feed, or that it is still the one that the reader has."""
    return replies.octets(request, octets, media_type=media_type)
