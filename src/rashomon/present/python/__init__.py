"""The face for Python: accounts that show themselves in a notebook and become data frames, and archives to ask.

Its names are those of `rashomon` itself; nothing here needs to be imported by name.
"""

from rashomon.present.python.accounts import Account, Claim, StoryAccount
from rashomon.present.python.archive import Filters, OpenArchive, open_archive
from rashomon.present.python.inputs import Input, Inputs, account_of, check_of, documents_of

__all__ = [
    "Account",
    "Claim",
    "Filters",
    "Input",
    "Inputs",
    "OpenArchive",
    "StoryAccount",
    "account_of",
    "check_of",
    "documents_of",
    "open_archive",
]
