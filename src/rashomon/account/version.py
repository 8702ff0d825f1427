"""The names under which conclusions of this stage are recorded."""

VERSION = "account.v13"
"""It changes when any conclusion of the stage may change."""

DECIDED = {
    "standing": "account.standing.v6",
    "origins": "account.origins.v8",
    "figures": "account.figures.v6",
    "timeline": "account.timeline.v4",
    "answers": "account.answers.v2",
    "framing": "account.framing.v2",
    "coverage": "account.coverage.v1",
    "digest": "account.digest.v8",
    "problems": "account.cautions.v6",
}
"""For each part of an account that this stage concludes, which rules did: a name changes when that part may change."""
