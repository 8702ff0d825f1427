"""A program of a user, as mypy sees it in strict mode."""

import subprocess
import sys
from pathlib import Path

import pytest

import rashomon

SOURCE = Path(rashomon.__file__).parents[1]
SETTINGS = """
[mypy]
strict = true
[mypy-rashomon.*]
follow_imports = silent
[mypy-spacy.*,thinc.*,numpy.*,sqlalchemy.*,alembic.*,pydantic.*,fastapi.*,starlette.*,mcp.*,mcp_types.*,jinja2.*]
follow_imports = skip
[mypy-typer.*,rich.*,hypothesis.*,lxml.*,trafilatura.*,httpx.*,httpcore.*]
follow_imports = skip
"""
RIGHT = """
from pathlib import Path

import rashomon
import rashomon.account
from rashomon import Account, Claim, RashomonError, StoryAccount
from rashomon.account import account_of

account: Account = rashomon.account([Path("reports"), {"text": "The bridge is shut.", "outlet": "Echo"}])
again: Account = rashomon.account("reports/", settings=rashomon.Settings(digest="extracted"))
for story in account.stories:
    own: StoryAccount = story
    for claim in story.claims:
        told: Claim = claim
        words: list[str] = [one.telling.words for one in claim.told()]
polars_height: int = account.to_frame("claims", library="polars").height
either = account.to_frame()
check = rashomon.check("The bridge is shut.", "reports/")
carried: int = len(check.carried)
try:
    with rashomon.open("desk.db") as archive:
        for answer in archive.claims("bridge", standing="disputed", since="this week", limit=10):
            text: str = answer.claim.text
except RashomonError as error:
    print(error)
stage = account_of
"""
WRONG = {
    "rashomon.account(5)": "arg-type",
    'rashomon.account("reports/").storeys': "attr-defined",
    'rashomon.account("reports/").stories[0].claims[0].standing.upper(1)': "call-arg",
    'rashomon.account("reports/").to_frame(library="excel")': "call-overload",
    'rashomon.account("reports/").to_frame(library="polars").storeys': "attr-defined",
    'rashomon.open("desk.db").claims(standings="disputed")': "call-arg",
}


@pytest.fixture(scope="module")
def mypy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("typed")
    (folder / "mypy.ini").write_text(SETTINGS)

    def run(program):
        (folder / "program.py").write_text(program)
        command = [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", "--no-error-summary", "program.py"]
        done = subprocess.run(
            command, cwd=folder, env={"MYPYPATH": str(SOURCE)}, capture_output=True, text=True, check=False
        )
        return (done.stdout + done.stderr).splitlines()

    return run


def test_a_right_program_has_no_fault_and_each_fault_of_a_wrong_one_is_seen(mypy):
    assert mypy(RIGHT) == []
    found = mypy("import rashomon\n" + "\n".join(WRONG))
    for line, (words, code) in enumerate(WRONG.items(), 2):
        assert any(f"program.py:{line}: error" in one and f"[{code}]" in one for one in found), (words, found)
