"""A stream whose process is killed at any moment goes on with the same stories."""

import json
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from rashomon.core import Document, Passage, RashomonError, Role, Span
from rashomon.group import Stories, keep, take_up
from rashomon.group.background import Table

HAPPENINGS = (
    "A gravel barge struck the Lantern bridge in Norholm and engineer Ansel Greeve sent lorries through the tunnel.",
    "Forty pilots of Vastermund Air walked out over night shifts, their union leader Linnea Quill told passengers.",
    "Judge Odile Varn sentenced a Ferrin harbour clerk to two years for selling forged cargo papers to smugglers.",
    "Archaeologists under Joren Haske opened a tomb below the Ostrand market and lifted a mosaic of dolphins.",
    "Kelder's parliament lowered the pension age by one vote after deputy Ilse Tamm changed her mind at dawn.",
)
DOCUMENTS = 60
EVERY = 7
"""Documents between two keepings of the state."""

CHILD = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_kept import EVERY, document, DOCUMENTS
from rashomon.group import keep, take_up

path, at_document, at_sync = Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
synced = 0
real = os.fsync
def sync(file):
    global synced
    synced += 1
    if synced == at_sync:
        die()  # the new state is written in part or whole, and not yet in its place
    real(file)
os.fsync = sync

stream = take_up(path)
for number in range(stream.taken, DOCUMENTS):
    if number == at_document:
        die()
    stream.add(document(number))
    if (number + 1) % EVERY == 0:
        keep(stream, path)
keep(stream, path)
"""


def document(number):
    text = f"{HAPPENINGS[number % 5]} Report {number} tells of {number % 4} more."
    return Document(
        id=f"d{number}",
        text=text,
        published_at=datetime(2031, 5, 2, tzinfo=UTC) + timedelta(hours=number),
        passages=(Passage(span=Span(0, len(text)), role=Role.PARAGRAPH),),
    )


def run(path, *, at_document=-1, at_sync=-1):
    here = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", CHILD, here, str(path), str(at_document), str(at_sync)], check=False, timeout=60
    )
    return done.returncode


def whole():
    stream = Stories()
    for number in range(DOCUMENTS):
        stream.add(document(number))
    return stream


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_stream_killed_again_and_again_ends_with_the_same_stories(tmp_path):
    path = tmp_path / "stories.jsonl"
    assert run(path, at_document=3) == -signal.SIGKILL, "before anything was kept"
    assert run(path, at_sync=1) == -signal.SIGKILL, "while the first state is written"
    assert not path.exists()
    assert run(path, at_document=25) == -signal.SIGKILL, "between two keepings"
    assert take_up(path).taken == 21
    assert run(path, at_sync=4) == -signal.SIGKILL, "the state is in its place, its name not yet forced to the disk"
    assert run(path, at_sync=3) == -signal.SIGKILL, "while a later state is written over an older one"
    assert 21 < take_up(path).taken < DOCUMENTS
    assert run(path) == 0
    unbroken = whole()
    assert len(unbroken.stories()) == len(HAPPENINGS)
    assert take_up(path).stories() == unbroken.stories()
    assert json.dumps(take_up(path).save()) == json.dumps(unbroken.save())


def test_a_torn_new_state_beside_the_old_one_is_not_read(tmp_path):
    path = tmp_path / "stories.jsonl"
    stream = Stories()
    stream.add(document(0))
    keep(stream, path)
    (tmp_path / "stories.jsonl.new").write_text('{"kind": "stream", "opened', encoding="utf-8")
    assert take_up(path).stories() == stream.stories()
    stream.add(document(1))
    keep(stream, path)
    assert take_up(path).taken == 2
    assert [file.name for file in tmp_path.iterdir()] == ["stories.jsonl"]


def test_documents_fed_again_keep_their_stories(tmp_path):
    path = tmp_path / "stories.jsonl"
    stream = whole()
    keep(stream, path)
    again = take_up(path)
    for number in range(DOCUMENTS):
        again.add(document(number))
    assert again.stories() == stream.stories()


def kept(path):
    """A state of two documents, as lines."""
    stream = Stories()
    stream.add(document(0))
    stream.add(document(1))
    keep(stream, path)
    return path.read_text("utf-8").splitlines(keepends=True)


@pytest.mark.parametrize(
    ("torn", "told"),
    [
        (lambda lines: [], "line 0: .*it is empty"),
        (lambda lines: lines[:2], "line 2: .*before the row that is its last"),
        (lambda lines: [*lines[:2], lines[2][:20]], "line 3: .*no whole row"),
        (lambda lines: [*lines[:1], *lines[2:]], r"line \d+: .*it is to end here after"),
        (lambda lines: [*lines, lines[0]], r"line \d+: .*it is to end here after"),
        (lambda lines: [*lines[:1], "7\n"], "line 2: "),
        (lambda lines: [*lines[:1], '{"kind": "live", "id": "x"}\n'], "line 2: .*number"),
    ],
    ids=["empty", "cut off between lines", "cut off in a line", "a line gone", "lines behind", "no row", "half a row"],
)
def test_a_state_that_is_not_whole_is_refused_by_path_and_line(tmp_path, torn, told):
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(torn(kept(path))), "utf-8")
    with pytest.raises(RashomonError, match=f"stories.jsonl, {told}"):
        take_up(path)


def test_a_state_of_another_version_or_table_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "stories.jsonl"
    kept(path)
    assert take_up(path).taken == 2
    with pytest.raises(RashomonError, match=r"stories.jsonl: .*another background table .*feed its documents again"):
        take_up(path, table=Table(10.0, MappingProxyType({"quay": 2.0})))
    monkeypatch.setattr("rashomon.group.state.VERSION", "group.next")
    with pytest.raises(RashomonError, match=r"stories.jsonl: .*another version .*group.next"):
        take_up(path)


def test_tables_that_differ_in_order_or_counts_are_told_apart():
    tables = [
        Table(10.0, MappingProxyType(frequency))
        for frequency in ({"quay": 2.0, "barge": 3.0}, {"barge": 3.0, "quay": 2.0}, {"quay": 2.0, "barge": 4.0})
    ]
    tables.append(tables[0]._replace(documents=11.0))
    assert len({table.digest() for table in tables}) == 4
    assert tables[0].digest() == Table(10.0, MappingProxyType({"quay": 2.0, "barge": 3.0})).digest()
