"""`rashomon.account` is the verb and `from rashomon.account import ...` the stage, whoever imports what first."""

import json
import subprocess
import sys

import pytest

import rashomon

IMPORTS = {
    "the package": "import rashomon",
    "the stage's name, then the package": "import rashomon.account; import rashomon",
    "a module of the stage first": "import rashomon.account.digest_forms; import rashomon",
    "from the stage first": "from rashomon.account import account_of; import rashomon",
    "the pipeline, which uses the stage": "from rashomon.pipeline import Pipeline; import rashomon",
    "the command": "from rashomon.present.cli.app import app; import rashomon",
    "the stage after the verb was looked at": "import rashomon; rashomon.account; import rashomon.account.claims",
    "by name": "import importlib; importlib.import_module('rashomon.account.standing'); import rashomon",
}
TELL = """
import json, sys
from rashomon import account as imported
import rashomon.account as bound
from rashomon.account import Digest, account_of
print(json.dumps({
    "verb": [one.__module__ for one in (rashomon.account, imported, bound)],
    "same": rashomon.account is imported is bound,
    "stage": account_of.__module__,
    "digest": Digest.__module__,
    "in_modules": type(sys.modules["rashomon.account"]).__name__,
}))
"""


@pytest.mark.parametrize("imports", IMPORTS.values(), ids=IMPORTS.keys())
def test_the_verb_and_the_stage_keep_their_names(imports):
    done = subprocess.run([sys.executable, "-c", f"{imports}\n{TELL}"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "verb": ["rashomon"] * 3,
        "same": True,
        "stage": "rashomon.account",
        "digest": "rashomon.account.digest_forms",
        "in_modules": "module",
    }


def test_importing_the_package_loads_none_of_the_model_and_nothing_heavy():
    program = "import sys, rashomon; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {name for name in loaded if name.startswith("rashomon")} == {
        "rashomon",
        "rashomon.account",
        "rashomon.account.version",
    }
    assert not loaded & {"spacy", "numpy", "pandas", "polars", "mcp", "jinja2", "dataclasses"}


def test_every_public_name_is_there_and_sorted():
    assert rashomon.__all__ == sorted(rashomon.__all__)
    for name in rashomon.__all__:
        assert getattr(rashomon, name) is not None
        assert name in dir(rashomon)


def test_a_name_that_is_not_there_is_told_by_both():
    with pytest.raises(AttributeError, match="no attribute 'accont'"):
        rashomon.accont  # noqa: B018
    with pytest.raises(ImportError, match="accounts_of"):
        from rashomon.account import accounts_of  # noqa: F401
