"""The place of an archive as it may be shown: in messages, on pages, in logs."""

from __future__ import annotations

import re
from urllib.parse import unquote

HIDDEN = "***"
_FIELD = re.compile(r"(?<=[?&])([^=&#]+)=([^&#]*)")


def without_password(archive: str) -> str:
    """An archive's file as it is, the address of a server without its password.

    A password stands between the user and the last `@`, whatever characters it has, or in the query, where libpq
    takes `password` and others (PostgreSQL documentation, "Parameter Key Words").
    """
    scheme, sign, rest = archive.partition("://")
    if not sign:
        return archive
    user, known, host = rest.rpartition("@")
    shown = f"{user.partition(':')[0]}@{host}" if known else rest
    return f"{scheme}://{_FIELD.sub(_field, shown)}"


def _field(found: re.Match[str]) -> str:
    return f"{found[1]}={HIDDEN}" if "pass" in unquote(found[1]).lower() else found[0]
