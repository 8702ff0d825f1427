from __future__ import annotations

import pytest

from rashomon.checks.made_up import made_up


@pytest.mark.parametrize("number", range(5))
def test_a_story_begins_as_it_would_with_fewer_documents(number: int) -> None:
    whole, part = made_up(number), made_up(number, documents=2)
    assert part.documents == whole.documents[:2]
    assert part.story.id == whole.story.id


@pytest.mark.parametrize("number", range(5))
def test_every_claim_quotation_and_figure_re_reads(number: int) -> None:
    made = made_up(number)
    text = {document.id: document.text for document in made.documents}
    for claim in made.account.claims:
        for report in claim.reports:
            assert f"{report.status} to {claim.action}" in report.span.of(text[report.document])
    for wording in made.account.utterances[0].quotations:
        assert wording.span.of(text[wording.document]).startswith("We will never")
    for value in made.account.figures[0].values:
        place = value.reports[0]
        assert float(place.span.of(text[place.document])) == value.figure.value
