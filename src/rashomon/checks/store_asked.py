"""The same question has the same answer on every store: the one that plain dictionaries give."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from rashomon.checks.expecting import Maker, NotConforming, holds, keep, same
from rashomon.checks.made_up import BEGAN, DEEDS, MADE_BY, THINGS, made_up
from rashomon.core import DigestSentence, Document, Standing, Status
from rashomon.stores.base import Store, View
from rashomon.stores.memory import MemoryStore
from rashomon.stores.query import Sought, parse

STORIES = 12
EXAMPLES = 40
TEXTS = (
    "Ärger in Ōsaka: l’été d’Alep — naïve façade, ﬁnancial Ⅻ ½",
    "東京で列車が止まった。港は閉鎖された。",
    "สะพานปิดแล้ว Марш прошёл в центре; الميناء مغلق",
    "C++ & C#, AT&T, 10:30, 3.14, e-mail@example.org, don't, 'quoted' \"marks\" 100% under_score_ back\\slash (a) *",
    "a a a b a a a b c " * 300 + "the very last words",
    "",
)
"""What databases divide into words each in its own way."""
QUESTIONS = tuple(
    """
    |arger|ÄRGER|osaka|ete|"l ete d alep"|naive facade|financial|xii|東京|"列車が止"|港 -東京|สะพาน|марш|прошел
    |"الميناء مغلق"|c|at&t|"10:30"|3.14|don't|dont|100%|under_score|back|*|-a|-zzz|"a b c"
    |"very last words"|"c a"|b -c|las*|"very la"|a OR zzz|zzz OR yyy|arger OR 東京 OR марш
    |outlet:odd|outlet:"odd paper"|outlet:paper -outlet:odd|language:fr|document:odd-0
    |since:2031-01-02|until:2031-01-02|since:2031-01-01 until:2031-01-01|since:2032-01-01T00:01 a
    |and|AND|NOT|NEAR|rowid|ab|the words
    |a*|la*|last*|out*|outlet*|lang*|doc*|outlet:od*|outlet:o*|東*|-a*|a* OR zz*|ar* -osaka|l*|10*|100*|é*|don*|AT&T*
    """.replace("\n    ", "").split("|")
)


def documents_are_found_by_their_words(maker: Maker) -> None:
    """In any script, with any marks, however long: the words are found, and nothing else is."""
    with maker.new() as store, _reference() as wanted:
        for both in (store, wanted):
            with both.writer() as writer:
                for at, text in enumerate(TEXTS):
                    document = Document(
                        id=f"odd-{at}",
                        text=text,
                        outlet="Odd Paper" if at % 2 else "Other Paper",
                        language="fr" if at == 0 else None,
                        published_at=datetime(2031, 1, at, tzinfo=UTC) if at else None,
                    )
                    writer.add(document, seen_at=BEGAN, made_by=MADE_BY)
        for question in QUESTIONS:
            _same_answer(store, wanted, question, Sought.DOCUMENTS)


def every_kind_is_found_by_its_fields(maker: Maker) -> None:
    """Claims, quotations, figures and documents by words and fields, alone and together, in the same order."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    stories = [made_up(number) for number in range(STORIES)]
    with maker.new() as store, _reference() as wanted:
        for both in (store, wanted):
            with both.writer() as writer:
                for made in stories:
                    keep(writer, made)
        names = [party.name for party in stories[0].account.parties] + [stories[1].documents[0].outlet or ""]
        terms = st.sampled_from([*DEEDS, *THINGS, "boats", "will", "zzz", *(name.split()[0] for name in names)])
        words = st.one_of(
            terms,
            terms.map(lambda t: t[:3] + "*"),
            st.tuples(terms, terms).map(lambda t: f'"{t[0]} {t[1]}"'),
            st.just("of the"),
        )
        fields = {
            Sought.CLAIMS: st.one_of(
                st.sampled_from(list(Status)).map("status:{}".format),
                st.sampled_from(("agreed", "disputed", "single")).map("standing:{}".format),
                st.sampled_from(names).map('party:"{}"'.format),
                st.sampled_from(names).map('voice:"{}"'.format),
                st.sampled_from(names).map('outlet:"{}"'.format),
                st.just("code:consult"),
            ),
            Sought.QUOTATIONS: st.sampled_from(names).map('speaker:"{}"'.format) | st.just("form:direct"),
            Sought.FIGURES: st.sampled_from(("standing:disputed", "outlet:post", "unit:percent")),
            Sought.DOCUMENTS: st.sampled_from(("outlet:post", "outlet:mail", "language:en", "until:2031-01-01T01:00")),
        }
        for sought in Sought:
            piece = st.tuples(st.sampled_from(("", "", "-")), words | fields[sought]).map(
                lambda pair: pair[1] if "until" in pair[1] else pair[0] + pair[1]
            )
            question = st.lists(piece, max_size=4).map(" ".join) | st.lists(words, min_size=2, max_size=3).map(
                " OR ".join
            )

            @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(question, st.just(sought))
            def same_answer(asked: str, sought: Sought) -> None:
                _same_answer(store, wanted, asked, sought)

            same_answer()


def a_status_and_a_voice_are_of_one_report(maker: Maker) -> None:
    """What somebody denied is not what he told and somebody else denied."""
    made = made_up(9, documents=2, claims=2)
    claim, parties = made.account.claims[0], made.account.parties
    reports = tuple(
        replace(made.account.claims[0].reports[0], document=document.id, status=status, voice=party.id)
        for document, status, party in zip(made.documents, (Status.DONE, Status.DENIED), parties[:2], strict=True)
    )
    account = replace(made.account, claims=(replace(claim, reports=reports),), figures=(), utterances=())
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, replace(made, account=account))
        with store.view() as view:

            def found(question: str) -> int:
                return len(view.claims(parse(question, Sought.CLAIMS)).results)

            teller, denier = parties[0].name, parties[1].name
            same(found(f'status:denied voice:"{denier}"'), 1, "what somebody denied")
            same(
                found(f'status:denied voice:"{teller}"'),
                0,
                "what somebody told and another denied, asked as his denial",
            )
            same(found(f'voice:"{teller}" voice:"{denier}"'), 1, "what both speak of")
            same(found(f'status:done outlet:"{made.documents[0].outlet}"'), 1, "what an outlet told as done")


def answers_come_page_by_page(maker: Maker) -> None:
    """Going on from `before` gives every answer once, the latest first, and comes to an end."""
    with maker.new() as store:
        with store.writer() as writer:
            for number in range(STORIES):
                keep(writer, made_up(number))
        with store.view() as view:
            for question in ("", "will OR of", "standing:single OR standing:agreed OR standing:disputed"):
                asked = parse(question, Sought.CLAIMS)
                whole = view.claims(asked, limit=1000)
                same(whole.before, None, "where to go on after everything")
                paged: list[Any] = []
                before: int | None = None
                while True:
                    page = view.claims(asked, limit=7, before=before)
                    holds(len(page.results) <= 7, "a page is longer than was asked for")
                    paged += page.results
                    before = page.before
                    if before is None:
                        break
                same(tuple(paged), whole.results, "all pages together")
            told = [d.document.published_at for d in view.documents(parse("", Sought.DOCUMENTS), limit=1000).results]
            same(told, sorted(told, key=lambda at: at or BEGAN, reverse=True), "the order of documents")


def an_outline_is_what_the_account_comes_to(maker: Maker) -> None:
    """Title, parties, origins, standings and what the digest tells are those of the account, for one and for many."""
    made, other = made_up(4), made_up(5)
    last, first = made.account.claims[-1].id, made.account.claims[0].id
    told = tuple(DigestSentence(text="told", citations=(), claims=own) for own in ((last,), (first, last)))
    account = replace(made.account, digest=told)
    made = replace(made, account=account)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            keep(writer, other)
        with store.view() as view:
            outline = view.outline(account.id)
            if outline is None:
                raise NotConforming("an account that is kept has no outline")
            same(view.outline("none"), None, "the outline of no story")
            same((outline.story, outline.title), (account.id, account.title), "whose outline it is")
            same(outline.origins, max(claim.origins for claim in account.claims), "the most origins of a claim")
            same(dict(outline.parties), {party.id: party.name for party in account.parties}, "its parties")
            counted = {standing: sum(c.standing is standing for c in account.claims) for standing in Standing}
            same(dict(outline.standings), counted, "how its claims stand")
            kept = view.account(account.id)
            same(outline.revision, kept and kept.revision, "the revision it is of")
            same(outline.digest, (last, first), "the claims that its digest tells")
            every = view.outlines_of([other.account.id, "none", account.id])
            same(list(every), [other.account.id, account.id], "whose outlines there are")
            same(every[account.id], outline, "the outline asked with others")
            same(every[other.account.id], view.outline(other.account.id), "the outline of another")


def claims_are_found_by_their_ids(maker: Maker) -> None:
    """Those asked for, in the order of the account, with the names of their parties; none of another story."""
    made, beside = made_up(6), made_up(8)
    account, other = made.account, beside.account.id
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, made)
            keep(writer, beside)
        with store.view() as view:
            wanted = (account.claims[2], account.claims[0])
            asked = {account.id: [*(claim.id for claim in wanted), "none"], "none": [wanted[0].id], other: ["none"]}
            every = view.claims_of(asked)
            same(list(every), [account.id], "whose claims there are")
            found = every[account.id]
            same([one.claim for one in found], [account.claims[0], account.claims[2]], "the claims found by their ids")
            names = {party.id: party.name for party in account.parties}
            same(found[0].actor, names.get(account.claims[0].actor or ""), "who acts in it")
            same(found[0].story, account.id, "whose claim it is")
            same(dict(view.claims_of({account.id: []})), {}, "no claims")


def claims_are_found_by_the_names_that_they_tell(maker: Maker) -> None:
    """Who acts may be told by the name of a party, which stands for all its names, or by words that are no party's."""
    made = made_up(7)
    account = made.account
    first, second, *rest = account.claims
    party = account.parties[0]
    told = replace(first, actor=party.name, target="the dock workers"), replace(second, actor="a diver", target=None)
    with maker.new() as store:
        with store.writer() as writer:
            keep(writer, replace(made, account=replace(account, claims=(*told, *rest))))
        with store.view() as view:

            def found(asked: str) -> set[str]:
                return {one.claim.id for one in view.claims(parse(asked, Sought.CLAIMS)).results}

            for name in (party.name, *party.aliases):
                holds(first.id in found(f'actor:"{name}"'), f"a claim is not found by {name!r}, a name of who acts")
            same(found('target:"dock workers"'), {first.id}, "claims by whom they tell to be acted on")
            same(found("party:diver"), {second.id}, "claims by who is no party")
            (one,) = view.claims_of({account.id: [first.id]})[account.id]
            same((one.actor, one.target), (party.name, "the dock workers"), "the names of a claim's parties")
            (one,) = view.claims(parse("actor:diver", Sought.CLAIMS)).results
            same((one.actor, one.target), ("a diver", None), "the names of one who is no party")


def _reference() -> AbstractContextManager[Store]:
    return closing(MemoryStore())


def _same_answer(store: Store, wanted: Store, question: str, sought: Sought) -> None:
    from rashomon.stores.query import QueryError

    try:
        asked = parse(question, sought)
    except QueryError:
        return

    def answer(view: View) -> object:
        return getattr(view, sought.value)(asked, limit=500)

    with store.view() as own, wanted.view() as reference:
        same(answer(own), answer(reference), f"what is found in {sought} by {question!r}")


CHECKS = (
    documents_are_found_by_their_words,
    every_kind_is_found_by_its_fields,
    a_status_and_a_voice_are_of_one_report,
    answers_come_page_by_page,
    an_outline_is_what_the_account_comes_to,
    claims_are_found_by_their_ids,
    claims_are_found_by_the_names_that_they_tell,
)
