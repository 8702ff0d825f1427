"""The declared table of outlets."""

from collections import Counter

import pytest

from rashomon.outlets import by_address, by_name, every


@pytest.mark.parametrize("name", ["AP", "A.P.", "The Associated Press", "associated press", "apnews.com"])
def test_an_agency_is_found_under_each_of_its_names(name):
    found = by_name(name)
    assert found is not None
    assert (found.name, found.kind, found.supplies) == ("Associated Press", "agency", True)


def test_an_unknown_name_is_none_and_a_longer_name_is_not_taken_for_a_shorter():
    assert by_name("Harbour Gazette") is None
    assert by_name("AP Photo Club of Norvale") is None


def test_an_address_gives_its_outlet_with_and_without_scheme_and_below_subdomains():
    assert by_address("https://edition.cnn.com/2020/01/01/x").name == "CNN"  # type: ignore[union-attr]
    assert by_address("www.theguardian.com").name == "Guardian"  # type: ignore[union-attr]
    assert by_address("https://notcnn.com/x") is None
    assert by_address("http://[broken") is None
    assert by_address(None) is None


def test_every_entry_is_whole_and_no_domain_stands_twice():
    kinds = {outlet.kind for outlet in every()}
    assert kinds == {"agency", "photo agency", "broadcaster", "outlet"}
    assert len(every()) >= 150
    assert all(outlet.name and outlet.family for outlet in every())
    domains = Counter(domain for outlet in every() for domain in outlet.domains)
    assert [domain for domain, n in domains.items() if n > 1] == []
