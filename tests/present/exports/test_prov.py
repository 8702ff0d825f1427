"""Provenance: read by rdflib and by `prov`; copies derive, origins are primary sources, people are people."""

import json
import warnings

import pytest
import rdflib
from prov.model import ProvDocument
from pyld import jsonld as processor
from tests.present.exports.accounts import ACCOUNTS, decided

from rashomon.present.exports.identity import TERMS, iri
from rashomon.present.exports.kinds import KINDS
from rashomon.present.exports.prov import RELATIONS

PROV = "http://www.w3.org/ns/prov#"
CLASSES = {
    *("Entity", "Collection", "Agent", "Person", "Organization", "SoftwareAgent", "Activity"),
}


def refuse(address, options):
    raise AssertionError(f"{address} was asked for")


def triples_of(account):
    made = json.loads(KINDS["prov"].make(account))
    quads = processor.to_rdf(made, {"format": "application/n-quads", "documentLoader": refuse})
    return rdflib.Graph().parse(data=quads, format="nt")


@pytest.fixture(scope="module")
def graph():
    return triples_of(decided())


def pairs(graph, predicate):
    return {(str(s), str(o)) for s, o in graph.subject_objects(rdflib.URIRef(PROV + predicate))}


def kinds(graph):
    return {(str(s), str(o)) for s, o in graph.subject_objects(rdflib.RDF.type)}


def name(*path):
    return iri("story", "s1", *path)


DOCUMENTS = {each: iri("document", each) for each in ("courier", "echo", "gazette", "sentinel", "overseas")}


@pytest.mark.parametrize("which", ACCOUNTS)
def test_every_property_and_class_is_one_of_prov_or_our_own_and_every_name_is_there(which):
    graph = triples_of(ACCOUNTS[which]())
    own = {PROV + each for each in (*RELATIONS, "value", "startedAtTime", "endedAtTime")}
    used = {str(p) for p in graph.predicates() if not str(p).startswith(TERMS)}
    assert used <= own | {str(rdflib.RDF.type), str(rdflib.RDFS.label)}
    assert {o.removeprefix(PROV) for _, o in kinds(graph) if not o.startswith(TERMS)} <= CLASSES
    there = {s for s, _ in kinds(graph)}
    assert {o for relation in RELATIONS for _, o in pairs(graph, relation)} <= there


@pytest.mark.parametrize("which", ACCOUNTS)
def test_the_library_of_the_model_reads_it(which):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's own, of rdflib's former names
        turtle = triples_of(ACCOUNTS[which]()).serialize(format="turtle")
        document = ProvDocument.deserialize(content=turtle, format="rdf", rdf_format="turtle")
    told = {record.get_type().localpart for record in document.get_records()}
    if which != "empty":
        assert {"Entity", "Agent", "Derivation"} <= told


def test_a_copy_is_derived_where_its_direction_is_known_only(graph):
    both = set(DOCUMENTS.values())
    derived = {pair for pair in pairs(graph, "wasDerivedFrom") if set(pair) <= both}
    quoted = {pair for pair in pairs(graph, "wasQuotedFrom") if set(pair) <= both}
    assert derived == {(DOCUMENTS["echo"], DOCUMENTS["courier"]), (DOCUMENTS["overseas"], DOCUMENTS["courier"])}
    assert quoted == {(DOCUMENTS["echo"], DOCUMENTS["courier"])}
    assert pairs(graph, "wasRevisionOf") == {(DOCUMENTS["overseas"], DOCUMENTS["courier"])}


def test_documents_that_share_words_say_so_where_nobody_knows_who_took_them(graph):
    shared = {(str(s), str(o)) for s, o in graph.subject_objects(rdflib.URIRef(f"{TERMS}sharesWordsWith"))}
    assert shared == {(DOCUMENTS["sentinel"], DOCUMENTS["echo"]), (DOCUMENTS["gazette"], DOCUMENTS["courier"])}


def test_origins_are_primary_sources_of_their_documents_and_a_root_of_its_claim(graph):
    sources = pairs(graph, "hadPrimarySource")
    assert (DOCUMENTS["echo"], name("origin", "o1")) in sources
    assert (DOCUMENTS["sentinel"], name("origin", "o2")) in sources
    assert (name("claim", "c3"), DOCUMENTS["courier"]) in sources


def test_what_was_quoted_or_had_a_primary_source_was_derived_too(graph):
    derived = pairs(graph, "wasDerivedFrom")
    assert pairs(graph, "wasQuotedFrom") | pairs(graph, "hadPrimarySource") <= derived


def test_utterances_are_quoted_from_documents_and_attributed_to_who_spoke(graph):
    assert (name("utterance", "u1"), DOCUMENTS["gazette"]) in pairs(graph, "wasQuotedFrom")
    assert (name("utterance", "u1"), name("party", "p1")) in pairs(graph, "wasAttributedTo")
    assert (DOCUMENTS["courier"], iri("outlet", "Harrow Courier")) in pairs(graph, "wasAttributedTo")


def test_stages_are_activities_of_software_of_versioned_names(graph):
    assert (name("stage", "align.v2"), iri("software", "align.v2")) in pairs(graph, "wasAssociatedWith")
    assert (name("stage", "align.v2"), DOCUMENTS["echo"]) in pairs(graph, "used")
    assert (name("claim", "c1"), name("stage", "align.claims.v2")) in pairs(graph, "wasGeneratedBy")
    assert (iri("software", "align.v2"), f"{PROV}SoftwareAgent") in kinds(graph)


def test_what_a_person_decided_is_an_activity_of_that_person(graph):
    assert (iri("person", "Ada Orsk"), f"{PROV}Person") in kinds(graph)
    assert (iri("decision", "d1"), f"{PROV}Activity") in kinds(graph)
    assert (iri("decision", "d1"), iri("person", "Ada Orsk")) in pairs(graph, "wasAssociatedWith")
    assert (name(), iri("decision", "d1")) in pairs(graph, "wasInfluencedBy")
    assert (iri("note", "n1"), iri("person", "Ada Orsk")) in pairs(graph, "wasAttributedTo")
