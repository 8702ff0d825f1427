"""Who acts, where nobody says so."""

from __future__ import annotations


def login_name() -> str | None:
    """The name of whoever is logged in; None where the system knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None
