"""The table of claims by reports, what the first screen takes from it, and what was set aside."""

from dataclasses import replace

from tests.present import ferry

from rashomon.core import Standing, Status
from rashomon.present.report.glance import at_a_glance
from rashomon.present.report.matrix import MANY_COLUMNS, in_matrix, narrow, row_groups
from rashomon.present.report.setaside import asides
from rashomon.present.report.sheet import sheets


def sheet(**changes):
    return sheets(replace(ferry.account(), stories=(replace(ferry.STORY, **changes),)))[0]


def test_a_row_has_a_cell_for_every_report_and_sums_them_up():
    groups = row_groups(sheet(), in_matrix(sheet()))
    assert [group.standing for group in groups] == [Standing.DENIED, Standing.DISPUTED, Standing.AGREED]
    (row,) = groups[1].rows
    assert [[(c.status, c.voice, len(c.places)) for c in cells] for cells in row.cells] == [
        [(Status.DONE, None, 2)],
        [(Status.PROPOSED, "engineers", 1)],
        [(Status.DONE, None, 2)],
        [(Status.UNDERWAY, "the ministry", 1)],
        [],
    ]
    assert row.tally == ((Status.DONE, 2), (Status.PROPOSED, 1), (Status.UNDERWAY, 1))


def test_a_cell_says_what_became_of_it_since():
    reports = tuple(replace(r, revised=("retraction",)) if r.document == "echo" else r for r in ferry.CLAIMS[0].reports)
    (group,) = row_groups(sheet(), [replace(ferry.CLAIMS[0], reports=reports)])
    assert [cells[0].revised for cells in group.rows[0].cells if cells] == [(), (), ("retraction",), ()]


def test_a_claim_of_one_report_is_in_the_table_only_where_it_is_denied():
    alone = replace(ferry.CLAIMS[1], reports=ferry.CLAIMS[1].reports[:1])
    assert [c.id for c in in_matrix(sheet(claims=(alone, *ferry.CLAIMS[3:])))] == ["c2"]


def test_columns_are_narrow_where_there_are_many():
    columns = sheet().columns
    assert not narrow(columns)
    assert narrow((columns * MANY_COLUMNS)[:MANY_COLUMNS])


def test_the_first_screen_names_who_denies_and_counts_origins():
    denied, disputed, agreed = at_a_glance(sheet())
    assert (denied.claim.id, disputed.claim.id, agreed.claim.id) == ("c2", "c1", "c3")
    assert [(s.status, s.reports, s.origins, s.voices) for s in denied.sides] == [
        (Status.DONE, 1, 1, ()),
        (Status.ALLEGED, 1, 1, ("Penn Hollis",)),
        (Status.DENIED, 1, 1, ("Tobin Ashgrove",)),
    ]
    assert [(s.status, s.reports, s.origins) for s in agreed.sides] == [(Status.DONE, 3, 2)]


def test_the_first_screen_has_a_few_of_each_standing():
    many = tuple(replace(ferry.CLAIMS[0], id=f"c{n}") for n in range(9))
    assert len(at_a_glance(sheet(claims=many))) == 2


def test_what_was_set_aside_is_counted_by_reason():
    (aside,) = asides(sheet().columns)
    assert (aside.reason, aside.stretches, aside.words) == ("share-prompt", 2, 8)
    assert {place.document for place in aside.places} == {"courier", "overseas"}
