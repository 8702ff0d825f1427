"""One event, many accounts: an account of who said what, done or only proposed, and who merely copied whom."""

__version__ = "0.1.0"

__all__ = ["__version__"]
