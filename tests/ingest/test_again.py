"""What is kept of a page makes the same page again."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.core import Given, Page
from rashomon.ingest import again, kept, pages
from rashomon.ingest.bodies import page_of_bytes


def told(page):
    return page.text, page.kind, page.given, [(p.stage, p.code, p.fatal) for p in page.problems]


def made_again(page):
    return again(page.octets, address=page.address, given=Given())


def read(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return [page for page in pages([str(path)], keep_octets=True) if isinstance(page, Page)]


blanks = st.sampled_from([b"", b" ", b"\n\n", b"\xef\xbb\xbf", b"\t"])
starts = st.sampled_from(
    [b"", b"<html><body><p>", b"<!doctype html>", b"{sic} said", b'{"te', b"[Photo]", b"rashomon-page/1 ", b"WAR"]
)
texts = st.text(min_size=1, max_size=200).flatmap(
    lambda text: st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-16-le", "latin-1", "koi8-r"]).map(
        lambda encoding: text.encode(encoding, "replace")
    )
)
bodies = st.tuples(blanks, starts, st.one_of(texts, st.binary(max_size=200))).map(b"".join)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(codec=None), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from(
    "id headline outlet bylines published_at language credits passages set_aside address documents version".split()
)
records = st.builds(
    lambda text, rest: {"text": text} | rest,
    st.text(st.characters(codec=None), max_size=60),
    st.dictionaries(fields, values | st.sampled_from(["2020-01-02", "https://jsonfeed.org/version/1"]), max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(body=bodies, name=st.sampled_from(["a.txt", "a.html", "a", "a.json", "a.jsonl"]))
def test_any_file_that_gives_pages_gives_them_again(tmp_path_factory, body, name):
    for page in read(tmp_path_factory.mktemp("any"), name, body):
        assert told(made_again(page)) == told(page)


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(records, min_size=1, max_size=3), form=st.sampled_from(["lines", "array", "account", "in a line"]))
def test_json_in_every_form_is_given_again(tmp_path_factory, rows, form):
    content = {
        "lines": "\n".join(map(json.dumps, rows)),
        "array": json.dumps(rows, indent=1),
        "account": json.dumps({"documents": rows}, indent=1),
        "in a line": json.dumps({"documents": rows}) + "\n",
    }[form]
    for page in read(tmp_path_factory.mktemp("json"), "d.jsonl" if "line" in form else "d.json", content.encode()):
        assert b"\n" not in page.octets.strip()[:-1] or page.octets.startswith(kept.MARK)
        assert told(made_again(page)) == told(page)


@pytest.mark.parametrize("row", [b'{"text": "The m\xe9nage is shut."}\n', b'{"documents": [{"text": "Sh\xfft."}]}\n'])
def test_what_was_noticed_while_decoding_a_line_is_noticed_again(tmp_path, row):
    (page,) = read(tmp_path, "d.jsonl", row)
    assert [problem.code for problem in page.problems] == ["invalid-encoding"]
    assert told(made_again(page)) == told(page)


def test_bytes_are_kept_only_where_they_are_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("The harbour is closed.")
    (tmp_path / "b.jsonl").write_text('{"text": "The harbour is closed."}\n')
    assert [page.octets for page in pages([str(tmp_path)])] == [b"", b""]
    assert all(page.octets for page in pages([str(tmp_path)], keep_octets=True))


def test_an_envelope_carries_what_was_known_beside_the_bytes():
    raw = "Le pont est ferm\xe9, dit-elle.".encode("iso8859-15")
    known = Given(
        id="d7",
        address="https://norvale.example/1",
        headline="Pont ferm\xe9",
        outlet="Norvale Post",
        bylines=("Ada Moor", "Ben Ash"),
        published_at=datetime(2021, 3, 4, 15, tzinfo=UTC),
        language="fr",
        credits=("Tarn Agency",),
    )
    bare = page_of_bytes(raw, address="news.warc#offset=0", html=False, charset="iso-8859-15")
    page = Page(address=bare.address, kind="text", text=bare.text, given=known)
    page = kept.in_envelope(page, raw, charset="iso-8859-15")
    assert page.text == "Le pont est ferm\xe9, dit-elle."
    assert made_again(page) == page


def test_a_page_seen_twice_is_kept_once():
    first = Page(address="a", kind="html", text="<p>Shut.</p>", seen_at=datetime(2021, 3, 4, tzinfo=UTC))
    second = Page(address="a", kind="html", text="<p>Shut.</p>", seen_at=datetime(2021, 3, 5, tzinfo=UTC))
    assert kept.in_envelope(first, b"<p>Shut.</p>").octets == kept.in_envelope(second, b"<p>Shut.</p>").octets


def test_what_the_bytes_do_not_say_is_filled_from_what_was_told_and_never_overruled():
    told_then = Given(id="x", outlet="Norvale Post")
    page = again(b'{"text": "Shut.", "id": "d1"}', address="d.jsonl#line=1", given=told_then)
    assert (page.given.id, page.given.outlet) == ("d1", "Norvale Post")


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]\nx", b"{}\nx", b'{"kind": "html", "noted": 3}\n'])
def test_a_spoilt_envelope_is_named(spoilt):
    problem = again(kept.MARK + spoilt, address="a")
    assert (problem.code, problem.fatal) == ("bad-octets", True)
