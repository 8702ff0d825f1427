from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from rashomon.checks.expecting import keep
from rashomon.checks.made_up import BEGAN, made_up
from rashomon.stores import open_store
from rashomon.stores.balance import imbalances


def broken(tmp_path: Path, *statements: str) -> set[str]:
    """The codes of the rules that do not hold after somebody meddled with the tables."""
    path = tmp_path / "a.db"
    store = open_store(path)
    with store.writer() as writer:
        for number in range(2):
            keep(writer, made_up(number))
    with store.view() as view:
        assert not list(imbalances(view))
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
    with store.view() as view:
        found = {problem.code for problem in imbalances(view)}
    store.close()
    return found


def test_a_document_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = "DELETE FROM documents WHERE version IN (SELECT version FROM documents LIMIT 1)"
    assert {"no-document", "place"} <= broken(tmp_path, gone)


def test_a_claim_that_is_not_found_is_told(tmp_path: Path) -> None:
    unfound = "UPDATE claims SET words = 'nothing' WHERE key = (SELECT min(key) FROM claims)"
    assert broken(tmp_path, unfound) == {"not-found"}


def test_claims_without_an_account_are_told(tmp_path: Path) -> None:
    orphaned = "DELETE FROM accounts WHERE story = (SELECT min(story) FROM accounts)"
    assert "count" in broken(tmp_path, "PRAGMA foreign_keys=OFF", orphaned)


def test_a_former_version_in_a_story_is_told_once_the_current_one_is_in_one(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    made = made_up(1)
    first, second, third = made.documents
    new = replace(first, id="later", text=first.text + " Later it rained.")
    with store.writer() as writer:
        keep(writer, made)
        writer.add(new, seen_at=BEGAN + timedelta(days=1), made_by="c")
    with store.view() as view:
        assert {problem.code for problem in imbalances(view)} == set()
    for documents in ((first, new, second, third), (new, second, third)):
        with store.writer() as writer:
            writer.settle([replace(made.story, documents=tuple(each.id for each in documents))], made_by="g")
        with store.view() as view:
            found = [(problem.code, problem.document) for problem in imbalances(view)]
        assert found == ([("former-version", first.id)] if first in documents else [])
    store.close()


def test_a_document_of_another_story_is_told(tmp_path: Path) -> None:
    moved = "UPDATE members SET story = (SELECT max(id) FROM stories) WHERE position = 0"
    assert "other-documents" in broken(tmp_path, moved)
