"""The names under which decisions of this stage are recorded."""

VERSION = "align.v9"
"""It changes when any decision of the stage may change."""

DECIDED = {
    "parties": "align.parties.v4",
    "utterances": "align.utterances.v4",
    "claims": "align.claims.v7",
}
"""For each part of an account that this stage decides, which rules did: a name changes when that part may change."""
