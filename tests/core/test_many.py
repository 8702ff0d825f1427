"""Facts made from columns are those made one by one."""

import pytest

from rashomon.core import Part, Span
from rashomon.core.many import many


def test_facts_from_columns_are_those_made_one_by_one():
    spans = many(Span, start=[3, 0], end=[9, 4], part=[Part.TEXT, Part.HEADLINE])
    assert spans == [Span(3, 9), Span(0, 4, Part.HEADLINE)]
    assert {hash(span) for span in spans} == {hash(Span(3, 9)), hash(Span(0, 4, Part.HEADLINE))}
    assert many(Span, start=[], end=[], part=[]) == []


def test_a_field_without_a_column_is_refused():
    with pytest.raises(TypeError):
        many(Span, start=[3], end=[9])


def test_a_column_without_a_field_is_refused():
    with pytest.raises(TypeError):
        many(Span, start=[3], end=[9], part=[Part.TEXT], colour=["red"])


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="unequal"):
        many(Span, start=[3, 4], end=[9], part=[Part.TEXT])
