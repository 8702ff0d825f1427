"""Whether the words of whoever cites somebody mean a speaker."""

import pytest

from rashomon.account.cited import is_one
from rashomon.core import Kind, Referent, Span


@pytest.mark.parametrize(
    ("words", "name", "one"),
    [
        ("the police chief", "the police chief", True),
        ("the ministry", "Aldania's defence ministry", True),
        ("Interior Minister Edda Orsk", "Edda Orsk", True),
        ("the interior minister", "the defence minister", False),
        ("the chief prosecutor", "the police chief", False),
        ("Jens Orsk", "Edda Orsk", False),
        ("", "the police chief", False),
    ],
)
def test_who_is_cited(words, name, one):
    voice = Referent(span=Span(0, len(name)), name=name, kind=Kind.PERSON, head=name.split()[-1].lower(), modifiers=())
    assert is_one(words, voice) is one
