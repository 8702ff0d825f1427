"""Which claim leads a story, and what its reports say of it."""

from dataclasses import replace

from tests.present import ferry
from tests.present.questions.kept import archive

from rashomon.core import Claim, DigestSentence, Report, Span, Standing, Status
from rashomon.present.questions.leading import first_of, leading, told_as


def report(document, status, origin, *, revised=()):
    return Report(document=document, span=Span(0, 3), status=status, voice=None, origin=origin, revised=revised)


def claim(id_, *reports, standing=Standing.AGREED, origins=None, action="open", **more):
    return Claim(
        id=id_,
        text=f"the {id_} was opened",
        actor=None,
        action=action,
        target=None,
        code=None,
        standing=standing,
        reports=reports,
        outlets=len({r.document for r in reports}),
        origins=len({r.origin for r in reports}) if origins is None else origins,
        **more,
    )


def test_the_claim_of_the_most_origins_leads():
    few = claim("weir", report("a", Status.DONE, "x"), report("b", Status.DONE, "x"), standing=Standing.DISPUTED)
    many = claim("lock", report("a", Status.DONE, "x"), report("b", Status.DONE, "y"))
    assert first_of([few, many]) is many


def test_of_as_many_origins_one_that_is_denied_leads_and_else_the_first():
    agreed, denied, disputed = (
        claim(id_, report("a", Status.DONE, "x"), standing=standing)
        for id_, standing in (("weir", Standing.AGREED), ("lock", Standing.DENIED), ("mill", Standing.DISPUTED))
    )
    assert first_of([agreed, denied, disputed]) is denied
    assert first_of([agreed, replace(agreed, id="later")]) is agreed
    assert first_of([]) is None


def test_what_was_withdrawn_is_not_counted():
    told = told_as(
        claim(
            "weir",
            report("a", Status.DONE, "x", revised=("retraction",)),
            report("b", Status.DONE, "y", revised=("rests-on-retracted",)),
            report("c", Status.PLANNED, "z", revised=("correction",)),
            origins=1,
        )
    )
    assert [(each.status, each.origins) for each in told.told] == [(Status.PLANNED, 1)]
    assert told.reports == 1
    assert told.apart


def test_numbers_stand_apart_only_where_they_add_up():
    same = claim("weir", report("a", Status.DONE, "x"), report("a", Status.PLANNED, "x"), report("b", Status.DONE, "y"))
    assert not told_as(same).apart
    assert not told_as(claim("weir", report("a", Status.DONE, "x"), origins=2)).apart
    assert told_as(claim("weir", report("a", Status.DONE, "x"), report("b", Status.DENIED, "y"))).apart


def test_the_digest_decides_which_claims_can_lead():
    account = ferry.account()
    own = account.stories[0]
    chosen = own.claims[-1]
    sentence = DigestSentence(text="told", citations=(), claims=(chosen.id,))
    store = archive(replace(account, stories=(replace(own, digest=(sentence,)),)))
    with store.view() as view:
        found = leading(view, [view.outline(own.id)])
        assert leading(view, []) == {}
    assert {story: lead.claim for story, lead in found.items()} == {own.id: chosen}


def test_without_a_digest_any_claim_can_lead():
    account = ferry.account()
    own = replace(account.stories[0], digest=())
    store = archive(replace(account, stories=(own,)))
    with store.view() as view:
        found = leading(view, [view.outline(own.id)])
    assert found[own.id].claim.origins == max(each.origins for each in own.claims)
