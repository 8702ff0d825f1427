"""Reports kept and accounts brought up to date, day after day: the pipeline over a store instead of over one run."""

from rashomon.archive.accounts import account_of_all, account_of_one
from rashomon.archive.archive import Archive
from rashomon.archive.summary import Summary

__all__ = ["Archive", "Summary", "account_of_all", "account_of_one"]
