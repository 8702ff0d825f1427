"""Large jobs: a plan on disk -> an archive and parts of tables, in batches, with marks from which it goes on."""

from rashomon.runs.plan import Plan, PlanError, read_plan
from rashomon.runs.report import Report
from rashomon.runs.run import NowhereError, Run, RunError

__all__ = ["NowhereError", "Plan", "PlanError", "Report", "Run", "RunError", "read_plan"]
