"""What is listed under a claim agrees with the origins that it counts."""

from __future__ import annotations

import pytest

from rashomon.core import Claim, Origin, Report, Root, Span, Standing, Status
from rashomon.present.report.resting import Part, resting, told_origins, within


def report(document, origin, status=Status.DONE, *, voice=None, revised=()):
    return Report(
        document=document, span=Span(0, 4), status=status, voice=voice, origin=origin, why=(), revised=revised
    )


def claim(*reports, origins, root=None):
    return Claim(
        id="c",
        text="the bridge is shut",
        actor=None,
        action="shut",
        target=None,
        code=None,
        standing=Standing.AGREED,
        reports=reports,
        outlets=len({r.document for r in reports}),
        origins=origins,
        root=root,
    )


def parts(of):
    return [(ground.origin, ground.part, ground.within) for ground in resting(of, within(of))]


def test_two_voices_of_one_document_are_one_origin():
    one = claim(report("a", "mayor", voice="m"), report("a", "crew", voice="k"), origins=1)
    assert parts(one) == [("mayor", Part.ORIGIN, "mayor"), ("crew", Part.VOICE, "mayor")]
    assert told_origins(one, within(one)) == "1 origin, in two voices"


def test_the_one_on_which_all_rest_is_the_origin():
    root = Root(party="k", reason="the one report rests on what the crew said")
    one = claim(report("a", "mayor", voice="m"), report("a", "crew", voice="k"), origins=1, root=root)
    assert parts(one) == [("crew", Part.ORIGIN, "crew"), ("mayor", Part.VOICE, "crew")]


def test_the_voice_that_others_have_is_the_origin():
    one = claim(
        report("a", "crew", voice="k"),
        report("a", "mayor", voice="m"),
        report("b", "mayor", voice="m"),
        report("c", "own"),
        origins=2,
    )
    assert parts(one) == [
        ("mayor", Part.ORIGIN, "mayor"),
        ("crew", Part.VOICE, "mayor"),
        ("own", Part.ORIGIN, "own"),
    ]
    assert told_origins(one, within(one)) == "2 origins, one of them in two voices"


def test_two_speakers_of_documents_that_are_one_origin_are_two_voices():
    one = claim(report("a", "mayor", voice="m"), report("b", "crew", voice="k"), report("c", "own"), origins=2)
    origins = [
        Origin(id=name, documents=documents, reason=name)
        for name, documents in (("mayor", ("a", "b")), ("crew", ("b",)), ("own", ("c",)))
    ]
    assert within(one, origins) == {"mayor": "mayor", "crew": "mayor", "own": "own"}
    assert told_origins(one, within(one, origins)) == "2 origins, one of them in two voices"


def test_what_stands_in_a_document_of_its_own_is_no_further_voice():
    two = claim(report("a", "mayor"), report("b", "crew"), origins=2)
    assert within(two) == {"mayor": "mayor", "crew": "crew"}
    assert told_origins(two, within(two)) == "2 origins"


def test_a_denial_and_what_was_withdrawn_are_no_origins():
    one = claim(
        report("a", "denier", Status.DENIED),
        report("b", "gone", revised=("retraction",)),
        report("c", "own"),
        origins=1,
    )
    assert parts(one) == [
        ("own", Part.ORIGIN, "own"),
        ("denier", Part.DENIAL, "denier"),
        ("gone", Part.WITHDRAWN, "gone"),
    ]


def test_of_denials_alone_each_is_an_origin():
    denied = claim(report("a", "x", Status.DENIED), report("b", "y", Status.DENIED), origins=2)
    assert [part for _, part, _ in parts(denied)] == [Part.ORIGIN, Part.ORIGIN]


@pytest.mark.parametrize("origins", [1, 2, 3])
def test_as_many_are_listed_as_counted(origins):
    made = claim(report("a", "x"), report("a", "y"), report("a", "z"), origins=origins)
    assert sum(part is Part.ORIGIN for _, part, _ in parts(made)) == origins
