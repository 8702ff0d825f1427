"""The style and the script of the pages, each under a name that changes with what it holds."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, HTTPException, Response

router = APIRouter(include_in_schema=False)

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
A_YEAR = 31_536_000


@cache
def asset(name: str) -> tuple[str, bytes]:
    """An asset's address and what it holds: `rashomon.css` is all style, other names are files of `web/assets`.

    Raises:
        KeyError: there is none of that name.
    """
    if name == "rashomon.css":
        shared = files("rashomon.present.report").joinpath("templates/page.css").read_bytes()
        own = files("rashomon.present.web").joinpath("assets")
        sheets = sorted((each for each in own.iterdir() if each.name.endswith(".css")), key=lambda each: each.name)
        octets = b"\n".join([shared, *(each.read_bytes() for each in sheets)])
    else:
        found = {each.name: each for each in files("rashomon.present.web").joinpath("assets").iterdir()}
        octets = found[name].read_bytes()
    return f"/assets/{sha256(octets).hexdigest()[:12]}/{name}", octets


@cache
def scripts() -> tuple[str, ...]:
    """The names of the scripts, which every page loads and none needs."""
    own = files("rashomon.present.web").joinpath("assets")
    return tuple(sorted(each.name for each in own.iterdir() if each.name.endswith(".js")))


def asset_address(name: str) -> str:
    """Where an asset is."""
    return asset(name)[0]


@router.get("/favicon.ico")
def icon() -> Response:
    """The mark, for pages that do not name it: browsers ask for it on their own."""
    return Response(asset("mark.svg")[1], media_type=KINDS["svg"], headers={"Cache-Control": "public, max-age=86400"})


@router.get("/assets/{mark}/{name}")
def assets(mark: str, name: str) -> Response:
    """An asset, for a year; under a mark that is not its own it is not there."""
    try:
        address, octets = asset(name)
    except KeyError:
        raise HTTPException(404, f"there is no asset {name}") from None
    if address != f"/assets/{mark}/{name}":
        raise HTTPException(404, f"there is no such version of {name}")
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    return Response(octets, media_type=kind, headers={"Cache-Control": f"public, max-age={A_YEAR}, immutable"})
