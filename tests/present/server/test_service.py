"""What is kept at hand of an archive."""

from types import SimpleNamespace

from tests.present.server.test_jobs import REPORT, ended

from rashomon.present import questions
from rashomon.present.server import service as service_module
from rashomon.present.server.service import weight_of
from rashomon.present.server.tasks import AddInputs


def test_an_account_made_anew_is_never_hidden_by_one_kept(desk, monkeypatch, account):
    told = iter(["first", "second"])
    monkeypatch.setattr(service_module, "named", lambda _view, _kind, name: name)
    monkeypatch.setattr(service_module, "weight_of", lambda _: 1)
    monkeypatch.setattr(questions, "story", lambda *_args, **_more: next(told))

    def view(revision):
        return SimpleNamespace(
            story=lambda _: SimpleNamespace(revision=3), outline=lambda _: SimpleNamespace(revision=revision)
        )

    assert desk.account(view(2), "s1") == "first"
    assert desk.account(view(2), "s1") == "first"
    assert desk.account(view(3), "s1") == "second"


def test_what_was_answered_lately_is_not_behind_what_the_server_itself_took_in(desk):
    answers = iter(["before", "after"])
    assert desk.lately("/outlets?", lambda: next(answers), seconds=600) == "before"
    assert desk.lately("/outlets?", lambda: next(answers), seconds=600) == "before"
    ended(desk, desk.jobs.submit(AddInputs(uploads=(REPORT,)), by="desk", words="add ferry.txt"))
    assert desk.lately("/outlets?", lambda: next(answers), seconds=600) == "after"


def test_an_account_is_weighed_by_what_it_holds(account):
    assert weight_of(account) > sum(len(each.text) for each in account.documents)
