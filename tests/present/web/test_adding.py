"""Adding on a page: what was given is taken in beside, and its page tells how it goes."""

import json
import time

import pytest

from rashomon.present.server.jobs import ENDED
from rashomon.present.server.shown_problems import without_secrets
from rashomon.present.web.adding import FIELDS, Given, GivenError

REPORT = (
    "Ferry to Tollan stays in port\n\nThe ferry to Tollan stayed in port on Friday after a crane fell on the pier. "
    "“Nobody was hurt,” said harbour master Ilse Brandt. The ferry company plans to sail on Monday."
)


@pytest.fixture
def add(served):
    """Send the form."""

    def send(files=(), **fields):
        sent = [("files", (name, octets)) for name, octets in files] or None
        return served.post("/add", data={"token": served.token, **fields}, files=sent)

    return send


def ended(service, address):
    """The job at an address, once it is at its end."""
    job = address.rpartition("/")[2]
    for _ in range(2400):  # a busy machine is no fault
        found = service.jobs.job(job)
        if found.state in ENDED:
            return found
        time.sleep(0.1)
    raise AssertionError(f"the job is still {found.state}")


def test_a_text_and_a_file_are_taken_in_and_lead_to_their_stories(add, served, service):
    other = json.dumps({"text": REPORT.replace("stayed", "remained"), "outlet": "Tollan Post"}).encode()
    answer = add(
        files=[("tollan.jsonl", other)], text=REPORT, outlet="Harbour Herald", address="https://herald.example/f"
    )
    assert answer.status_code == 303
    address = answer.headers["location"]
    assert served.get(address).status_code == 200
    job = ended(service, address)
    assert job.fault is None
    page = served.get(address).text
    assert "2 new" in page
    assert job.stories
    assert all(f"/stories/{story}" in page for story in job.stories)
    assert "http-equiv" not in page
    part = served.get(address, headers={"Rashomon-Part": "job"}).text
    assert "<!doctype" not in part
    assert "Done" in part
    assert address in served.get("/jobs").text
    with served.stream("GET", f"{address}/events") as events:
        told = "".join(events.iter_text())
    assert events.headers["content-type"].startswith("text/event-stream")
    assert '"state": "done"' in told
    assert told.rstrip().endswith("data: {}")
    assert "event: end" in told


def test_what_cannot_be_read_is_told_on_the_page_of_the_job(add, served, service):
    address = add(files=[("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))]).headers["location"]
    job = ended(service, address)
    assert job.problems
    assert "Look twice" in served.get(address).text
    assert "picture.png" in served.get(address).text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "paste a text"),
        ({"addresses": "file:///etc/passwd"}, "no address of the web"),
        ({"addresses": "/etc/passwd"}, "no address of the web"),
        ({"text": "Words.", "address": "javascript:alert(1)"}, "begins with http"),
        ({"addresses": "https://a.example " * 51}, "more than 50 addresses"),
    ],
)
def test_what_cannot_be_added_is_told_in_place_with_what_was_typed(add, service, fields, told):
    answer = add(**fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'role="alert"' in answer.text
    if "text" in fields:
        assert ">Words.</textarea>" in answer.text
    assert not service.jobs.jobs()


def test_hostile_words_come_back_as_text(add):
    answer = add(text="</textarea><script>alert(1)</script>", address="x")
    assert "<script>alert" not in answer.text


def test_what_is_told_of_a_text_goes_with_it():
    words = {**dict.fromkeys(FIELDS, ""), "text": "Words.", "outlet": "Post", "published_at": "2031-05-30T06:10"}
    (upload,) = Given(words, []).task().uploads
    assert json.loads(upload.octets) == {
        "text": "Words.",
        "outlet": "Post",
        "published_at": "2031-05-30T06:10:00+00:00",
    }
    assert Given(words, []).in_words() == "Add a text"
    with pytest.raises(GivenError):
        Given(dict.fromkeys(FIELDS, " "), []).task()


def test_what_opens_an_address_is_told_to_nobody_else(add, served, service, keyed):
    address = add(addresses="https://desk:s3cret@127.0.0.1:1/private/feed?token=abc#part").headers["location"]
    job = ended(service, address)
    assert job.words == "Add 127.0.0.1"
    assert job.problems
    for path in (address, "/jobs", f"/api/v1{address}", "/api/v1/jobs"):
        told = served.get(path).text
        assert "127.0.0.1" in told, path
        assert not [each for each in ("s3cret", "token=", "desk:") if each in told], path


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("https://desk:s3cret@a.example/x?t=1 is empty.", "https://a.example/x?… is empty."),
        ("HTTP://a.example leads to http:\\\\u@b.example#t", "HTTP://a.example leads to http:\\\\b.example?…"),
        ("What? Nothing: a@b.example", "What? Nothing: a@b.example"),
    ],
)
def test_a_problem_is_told_without_what_opens_its_address(told, shown):
    assert without_secrets(told) == shown


def test_a_long_text_that_was_pasted_is_taken_or_comes_back(add, service):
    text = "The ferry to Tollan stayed in port on Friday. " * 40_000
    assert len(text) > 1_500_000
    answer = add(text=text, addresses="/etc/passwd")
    assert answer.status_code == 422
    assert text.strip() in answer.text
    assert add(text="Words." + " " * 1_500_000).status_code == 303
    assert service.jobs.jobs()


def test_a_job_that_is_not_there(served):
    assert served.get("/jobs/none").status_code == 404
    assert served.get("/jobs/none/events").status_code == 404


def test_who_may_not_add_sees_why_and_where_to_enter(visitor, service):
    page = visitor.get("/add")
    assert page.status_code == 200
    assert "<textarea" not in page.text
    assert "needs a key" in page.text
    assert "/enter?to=/add" in page.text
    assert visitor.post("/add", data={"text": "Words."}).status_code in (401, 403)
    assert not service.jobs.jobs()


def test_a_form_of_another_browser_adds_nothing(served, service):
    assert served.post("/add", data={"token": "none", "text": "Words."}).status_code == 403
    assert not service.jobs.jobs()
