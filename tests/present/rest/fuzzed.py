"""A worker that does nothing, for requests by the thousand: what it would do is tested elsewhere."""

from rashomon.archive import Summary
from rashomon.core import Check
from rashomon.pipeline import Pipeline
from rashomon.present.exports.account_rows import account_row
from rashomon.present.exports.check_rows import check_rows
from rashomon.present.exports.encoding import line
from rashomon.present.server.tasks import AccountOf, CheckOf


class Idle:
    """Answers as if what was sent held no report."""

    def __init__(self):
        self._nothing = Pipeline().whole((), (), ())

    def do(self, task, progress):
        nothing = self._nothing
        if isinstance(task, AccountOf):
            return line(account_row(nothing))
        if isinstance(task, CheckOf):
            none = {"points": (), "documents": (), "carried": (), "otherwise": (), "absent": (), "problems": ()}
            return line(check_rows([Check(claim=c, provenance=nothing.provenance, **none) for c in task.claims]))
        return Summary(), ()

    def alive(self):
        return True

    def leave(self):
        pass

    def close(self):
        pass
