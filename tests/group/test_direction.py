"""Who took the words: what a report credits, and what that tells where both are of one outlet."""

from rashomon.core import Direction, Document
from rashomon.group import CopySettings
from rashomon.group.direction import direct, outlet_names
from rashomon.group.heads import head_of

SETTINGS = CopySettings()


def told(key, outlet, *credits_):
    return head_of(Document(id=key, text="", outlet=outlet, credits=credits_))


def test_the_outlet_of_an_address_is_that_of_its_host_whatever_path_follows():
    def names(address):
        return outlet_names(Document(id="a", text="", address=address))

    assert names("https://www.norholm.example/2031/pier?page=2") == names("https://www.norholm.example") != frozenset()
    assert names("https://norholm.example?to=http://other.example/pier") == names("https://norholm.example")
    assert names("https://[broken/pier") == names(None) == frozenset()


def test_a_report_that_credits_the_others_outlet_is_the_copy():
    post, mail = told("post", "The Harbour Post"), told("mail", "Norholm Mail", "Harbour Post")
    for left, right, swapped in ((post, mail, False), (mail, post, True)):
        directed = direct(left, right, SETTINGS)
        assert (directed.swapped, directed.direction) == (swapped, Direction.DECLARED)


def test_an_outlet_that_credits_itself_does_not_say_which_of_its_reports_was_first():
    plain, crediting = told("a", "The Harbour Post"), told("b", "The Harbour Post", "The Harbour Post")
    assert direct(plain, crediting, SETTINGS).direction is Direction.UNKNOWN
    assert direct(crediting, plain, SETTINGS).direction is Direction.UNKNOWN


def test_two_reports_that_credit_one_another_declare_nothing():
    post, mail = told("post", "The Harbour Post", "Norholm Mail"), told("mail", "Norholm Mail", "The Harbour Post")
    assert direct(post, mail, SETTINGS).direction is Direction.UNKNOWN
