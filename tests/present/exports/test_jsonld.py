"""Linked data: read by pyld and rdflib without a network, in the words of schema.org."""

import json

import pytest
import rdflib
from pyld import jsonld as processor
from tests.present.exports.accounts import ACCOUNTS, decided, hostile

from rashomon.present.exports.identity import TERMS, iri
from rashomon.present.exports.jsonld import first_of
from rashomon.present.exports.kinds import KINDS

SCHEMA = "https://schema.org/"


def refuse(address, options):
    raise AssertionError(f"{address} was asked for")


def graph_of(account, **more):
    made = json.loads(KINDS["jsonld"].make(account, **more))
    quads = processor.to_rdf(made, {"format": "application/n-quads", "documentLoader": refuse})
    return rdflib.Graph().parse(data=quads, format="nt")  # no graph has a name, so that these are triples


def triples(graph, predicate):
    return {(str(s), str(o)) for s, _, o in graph.triples((None, rdflib.URIRef(predicate), None))}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_every_account_expands_and_nothing_is_lost_in_it(name):
    made = json.loads(KINDS["jsonld"].make(ACCOUNTS[name]()))
    (expanded, nodes) = (processor.expand(made, {"documentLoader": refuse}), made["@graph"])
    assert len(expanded) == len(nodes)
    assert all(len(there) >= len(node) for there, node in zip(expanded, nodes, strict=True))
    processor.normalize(made, {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": refuse})


@pytest.mark.parametrize("name", ACCOUNTS)
def test_names_are_names_of_one_thing_and_every_name_referred_to_is_there(name):
    made = json.loads(KINDS["jsonld"].make(ACCOUNTS[name]()))
    ids = [node["id"] for node in made["@graph"]]
    assert len(ids) == len(set(ids))
    graph = graph_of(ACCOUNTS[name]())
    for predicate in ("appearance", "firstAppearance", "isPartOf", "publisher", "about", "isBasedOn", "hasPart"):
        assert {o for _, o in triples(graph, SCHEMA + predicate)} <= set(ids)
    for predicate in ("document", "origin", "voice"):
        assert {o for _, o in triples(graph, TERMS + predicate)} <= set(ids)


def test_a_claim_appears_in_its_reports_and_first_in_the_earliest():
    graph = graph_of(decided())
    claim = iri("story", "s1", "claim", "c1")
    # the Sentinel tells it as proposed
    documents = {iri("document", name) for name in ("courier", "echo", "gazette")}
    assert {o for s, o in triples(graph, f"{SCHEMA}appearance") if s == claim} == documents
    assert (claim, iri("document", "courier")) in triples(graph, f"{SCHEMA}firstAppearance")
    kinds = dict(triples(graph, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
    assert kinds[claim] == f"{SCHEMA}Claim"
    assert {kinds[each] for each in documents} == {f"{SCHEMA}NewsArticle"}
    assert {kinds[iri("story", "s1", "party", p)] for p in ("p1", "p6")} == {f"{SCHEMA}Person", f"{SCHEMA}Organization"}


def test_nobody_is_first_where_a_time_is_missing_or_two_are():
    documents = {document.id: document for document in decided().documents}
    courier, overseas = documents["courier"], documents["overseas"]
    assert first_of([courier, documents["echo"]]) is courier
    assert first_of([courier, overseas]) is None  # it has no time
    assert first_of([courier, courier]) is None
    assert first_of([]) is None
    graph = graph_of(decided())
    assert not [s for s, _ in triples(graph, f"{SCHEMA}firstAppearance") if s.endswith("claim/c5")]


def test_only_copies_of_known_direction_are_based_on_what_they_copy():
    based = triples(graph_of(decided()), f"{SCHEMA}isBasedOn")
    names = {(s.rsplit("/", 1)[1], o.rsplit("/", 1)[1]) for s, o in based}
    assert names == {("echo", "courier"), ("overseas", "courier")}


def test_who_said_it_and_the_status_of_each_report_are_told():
    graph = graph_of(decided())
    spoken = triples(graph, f"{SCHEMA}spokenByCharacter")
    assert (iri("story", "s1", "utterance", "u1"), iri("story", "s1", "party", "p1")) in spoken
    assert {o for _, o in triples(graph, f"{TERMS}status")} >= {"done", "proposed", "denied", "alleged", "planned"}
    assert {o for _, o in triples(graph, f"{TERMS}standing")} == {"disputed", "denied", "agreed", "single"}


def test_an_address_is_given_only_where_it_is_one_of_the_web():
    assert triples(graph_of(hostile()), f"{SCHEMA}url") == set()
    addresses = {o for _, o in triples(graph_of(decided()), f"{SCHEMA}url")}
    assert addresses == {"https://harrowcourier.example/bridge?a=1&b=2"}


def test_a_correction_is_one_and_the_full_text_comes_when_asked_for():
    assert {o for _, o in triples(graph_of(decided()), f"{SCHEMA}text")} >= {"14 cracks"}
    assert not triples(graph_of(decided()), f"{SCHEMA}articleBody")
    texts = {o for _, o in triples(graph_of(decided(), with_texts=True), f"{SCHEMA}articleBody")}
    assert texts == {document.text for document in decided().documents}
