"""Requests by the thousand, made of what the OpenAPI document says, and against it: none ends in a fault of the server.

What the workers of the server would do is left out (`fuzzed.Idle`), and so are events, which are streams without an
end; both are tested elsewhere. The requests of an address are made up when its test runs, since that takes seconds.
"""

import json
from collections import Counter

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, settings
from tests.present import served as served_archive
from tests.present.rest.fuzzed import Idle

from rashomon.present.rest import api
from rashomon.present.rest.bodies import LINES
from rashomon.present.server.app import make_app
from rashomon.present.server.jobs import Jobs
from rashomon.present.server.limits import Limits
from rashomon.present.server.service import Service
from rashomon.stores import open_store

NO_LIMITS = Limits(reads_a_minute=0, writes_a_minute=0, failures_a_minute=0)
REFUSED_AS_TOLD = ["2xx", "3xx", "401", "403", "404", "409", "422"]
"""A valid request may hold words or names that mean nothing here: a question has a syntax of its own."""
OF_THE_CASE = {"negative_data_rejection", "positive_data_acceptance", "ignored_auth"}
"""Checks that know how a request was made up, and so hold of that one only."""
SEED = 20310501
EXAMPLES = 12


def operations():
    bare = FastAPI()
    api(bare)
    return [
        (method.upper(), path)
        for path, own in bare.openapi()["paths"].items()
        for method in own
        if not path.endswith("/events")
    ]


@pytest.fixture(scope="module")
def asked(built, tmp_path_factory):
    """What is asked: the schema over an archive, a key for everything, and names that are there."""
    import schemathesis

    @schemathesis.serializer(*LINES)
    def lines(context, value):
        return value.encode("utf-8", "replace") if isinstance(value, str) else json.dumps(value, default=str).encode()

    chosen = served_archive.copied(built, tmp_path_factory.mktemp("any") / "desk.db")
    store = open_store(chosen.archive)
    service = Service(chosen, store, now=lambda: served_archive.NOW)
    service.jobs.close()
    service.jobs = Jobs(Idle(), Idle(), now=service.now)
    config = schemathesis.Config.from_dict(
        {
            "seed": SEED,
            "base-url": served_archive.BASE,
            "checks": {"positive_data_acceptance": {"expected-statuses": REFUSED_AS_TOLD}},
        }
    )
    app = make_app(service, limits=NO_LIMITS)
    schema = schemathesis.openapi.from_dict(app.openapi(), config=config)
    schema.app = app
    with service.view() as view:
        names = {"document": "strike-1", "story": view.story_of("strike-1").story.id, "name": "busy"}
    yield schema, {"Authorization": f"Bearer {served_archive.key(service)}"}, names
    service.close()
    store.close()


def made_up(schema, operation, test):
    """A test of an operation: its boundary values one by one, then what is drawn."""
    from schemathesis.checks import load_all_checks
    from schemathesis.generation import derive_operation_seed
    from schemathesis.generation.hypothesis.builder import HypothesisTestConfig, HypothesisTestMode, create_test

    load_all_checks()
    chosen = settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    return create_test(
        operation=operation,
        test_func=test,
        config=HypothesisTestConfig(
            project=schema.config,
            modes=list(HypothesisTestMode),
            explicit_settings=chosen,
            seed=derive_operation_seed(SEED, operation.label),
        ),
    )


@pytest.mark.filterwarnings("ignore:Skipped test cases with unsupported payload")
@pytest.mark.parametrize(("method", "path"), operations(), ids=str)
def test_whatever_is_asked_is_answered_as_documented(asked, method, path):
    from schemathesis.checks import CHECKS

    schema, key, names = asked
    answered = Counter()
    left_out = [check for check in CHECKS.get_all() if check.__name__ in OF_THE_CASE]

    def ask(case):
        known = answered.total() % 4  # each fourth comes without a key
        answered[case.call_and_validate(headers=key if known else {}).status_code] += 1
        there = {name: names[name] for name in case.path_parameters or () if name in names}
        if there:
            case.path_parameters |= there
            response = case.call(headers=key)
            case.validate_response(response, excluded_checks=left_out)
            answered[response.status_code] += 1

    made_up(schema, schema[path][method], ask)()
    assert answered.total() >= EXAMPLES
    assert not [status for status in answered if status >= 500]
