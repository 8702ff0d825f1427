"""The routers of a package of which each module has one."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from fastapi import APIRouter


def routers_in(package: str, path: Iterable[str]) -> tuple[APIRouter, ...]:
    """The `router` of each module that has one, in the order of their names.

    Args:
        package: its name, as in `__name__`.
        path: where its modules are, as in `__path__`.
    """
    names = sorted(module.name for module in iter_modules(path))
    modules = (import_module(f"{package}.{name}") for name in names)
    return tuple(found for module in modules if isinstance(found := getattr(module, "router", None), APIRouter))
