"""The accounts of stories as pages ask for them: decoded once, for however many pages and requests."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.core import StoryAccount
from rashomon.present.server.service import Service
from rashomon.stores import View


def accounts_of(service: Service) -> Callable[[View, str], StoryAccount | None]:
    """How the account of a story, named by its whole id, is had; None where it has none."""

    def account(view: View, story: str) -> StoryAccount | None:
        if view.outline(story) is None:  # an account of documents alone stands in for it
            return None
        return next(iter(service.account(view, story).stories), None)

    return account
