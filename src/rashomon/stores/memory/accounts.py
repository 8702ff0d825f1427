"""An account in a state, with all by which it is found."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.core import Document, StoryAccount
from rashomon.stores.facts import FoundClaim, FoundFigure, FoundQuotation, KeptAccount
from rashomon.stores.indexing import Place, claim_place, figure_place, name_of, parties_named, quotation_place
from rashomon.stores.memory.settling import drop_account
from rashomon.stores.memory.state import Held, State
from rashomon.stores.query import Sought
from rashomon.stores.words import next_free


def keep(state: State, kept: KeptAccount, documents: Mapping[str, Document]) -> None:
    """Keep an account, in place of the one of its story."""
    account = kept.account
    drop_account(state, account.id)
    state.accounts[account.id] = kept
    for fact in claims(account):
        _find(state, Sought.CLAIMS, claim_place(fact.claim, account, documents), fact, account.id)
    _find_quotations(state, account, documents)
    for number, figure in enumerate(account.figures):
        place = figure_place(figure, number, account, documents)
        _find(state, Sought.FIGURES, place, FoundFigure(story=account.id, figure=figure), account.id)


def claims(account: StoryAccount) -> tuple[FoundClaim, ...]:
    """The claims of an account with the names of their parties."""
    named = parties_named(account.parties)
    return tuple(
        FoundClaim(
            story=account.id, claim=claim, actor=name_of(named, claim.actor), target=name_of(named, claim.target)
        )
        for claim in account.claims
    )


def _find_quotations(state: State, account: StoryAccount, documents: Mapping[str, Document]) -> None:
    parties = {party.id: party for party in account.parties}
    for utterance in account.utterances:
        speaker = parties.get(utterance.speaker or "")
        for number, wording in enumerate(utterance.quotations):
            document = documents[wording.document]
            quoted = FoundQuotation(
                story=account.id,
                utterance=utterance.id,
                wording=wording,
                words=document.words_at(wording.span),
                speaker=speaker.name if speaker else None,
                outlet=document.outlet,
            )
            place = quotation_place(wording, number, speaker, account.id, utterance.id, document)
            _find(state, Sought.QUOTATIONS, place, quoted, account.id)


def _find(state: State, sought: Sought, place: Place, fact: object, story: str) -> None:
    held = state.held(sought)
    held[next_free(place.wanted, held)] = Held(words=place.words, fact=fact, story=story)
