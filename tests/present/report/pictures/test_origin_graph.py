"""Who rests on whom: shared roots as lines with their reasons, copies as arrows, few or many reports."""

from dataclasses import replace

import lxml.html
from tests.present import ferry

from rashomon.core import CopyKind, Direction, Origin
from rashomon.present.report.pictures.origin_graph import MOST_ROWS, REASON_CHARS, graph_of, origin_graph, wrapped
from rashomon.present.report.sheet import Column, sheets

(SHEET,) = sheets(ferry.account())
COPY = ferry.STORY.copies[0]


def graph(columns=SHEET.columns, **changes):
    return graph_of(replace(ferry.STORY, **changes), columns)


def drawn(columns=SHEET.columns, **changes):
    return lxml.html.fragment_fromstring(str(origin_graph(replace(ferry.STORY, **changes), columns)))


def many(count=50):
    document = ferry.DOCUMENTS["courier"]
    return [Column(document=replace(document, id=f"d{n}"), letter=f"L{n}", name=f"Outlet {n}") for n in range(count)]


def test_a_copy_leads_to_the_report_whose_words_it_takes_with_the_reason():
    found = graph()
    assert [column.letter for column in found.columns] == ["A", "C"]
    first, second = found.edges
    assert (first.columns, first.giver) == ((0, 1), 0)
    assert first.reason == "C takes words from A: 97% (verbatim, it names the Harrow Courier as its source)"
    assert (second.columns, second.giver, second.reason) == ((0, 1), None, "Coast Echo copies Harrow Courier")


def test_a_copy_of_which_nobody_knows_the_direction_has_no_arrow():
    copy = replace(COPY, direction=Direction.UNKNOWN, reason="nobody knows")
    (edge, _) = graph(copies=(copy,)).edges
    assert (edge.giver, edge.reason) == (None, "A and C share words: 97% (verbatim)")
    assert not drawn(copies=(copy,)).xpath(".//path[@class='arrow']")
    assert len(drawn().xpath(".//path[@class='arrow']")) == 1


def test_shared_quotations_are_no_edge():
    assert not graph(copies=(replace(COPY, kind=CopyKind.SHARED_QUOTATION),), origins=()).edges


def test_all_who_take_from_one_report_share_a_row():
    copies = (COPY, replace(COPY, copy="gazette", share_of_copy=0.3, kind=CopyKind.EXCERPT))
    (edge,) = graph(copies=copies, origins=()).edges
    assert edge.columns == (0, 1, 2)
    assert edge.reason.startswith("words of A in C 97% (verbatim, ")
    assert edge.reason.endswith("D 30% (excerpt, it names the Harrow Courier as its source)")


def test_roots_on_which_the_same_reports_rest_share_a_row():
    origins = [Origin(id=name, documents=("courier", "gazette"), reason=f"what {name} said") for name in ("x", "y")]
    (edge,) = graph(copies=(), origins=tuple(origins)).edges
    assert edge.reason == "what x said; what y said"


def test_fifty_reports_are_drawn_with_the_rows_that_join_most_and_the_rest_is_counted():
    columns = many()
    origins = tuple(
        Origin(id=f"o{n}", documents=tuple(f"d{k}" for k in range(n, min(n + 2 + n % 7, 50))), reason=f"what {n} said")
        for n in range(40)
    )
    found = graph(columns, copies=(), origins=origins)
    assert (len(found.edges), found.more) == (MOST_ROWS, 40 - MOST_ROWS)
    assert min(len(edge.columns) for edge in found.edges) >= 6
    picture = drawn(columns, copies=(), origins=origins)
    assert float(picture.get("width")) < 1600
    assert f"and {40 - MOST_ROWS} more" in picture.get("aria-label")


def test_many_copies_leave_room_for_roots():
    columns = many()
    copies = tuple(replace(COPY, origin=f"d{2 * n}", copy=f"d{2 * n + 1}") for n in range(20))
    origins = tuple(Origin(id=f"o{n}", documents=("d0", f"d{n + 1}"), reason="r") for n in range(20))
    found = graph(columns, copies=copies, origins=origins)
    assert sum(edge.giver is None for edge in found.edges) == MOST_ROWS // 2


def test_nothing_shared_is_nothing_drawn():
    assert origin_graph(replace(ferry.STORY, copies=(), origins=ferry.STORY.origins[1:]), SHEET.columns) == ""


def test_a_reason_stands_on_two_lines_at_most_and_whole_in_its_title():
    words = "what the spokeswoman of the harbour authority said " * 4
    assert len(wrapped(words)) == 2
    assert max(len(line) for line in wrapped(words)) <= REASON_CHARS
    assert max(len(line) for line in wrapped("w" * 10_000)) <= REASON_CHARS
    picture = drawn(copies=(), origins=(Origin(id="o", documents=("courier", "echo"), reason=words),))
    assert words.strip() in picture.xpath(".//title/text()")


def test_names_and_reasons_from_outside_stay_words():
    columns = [replace(column, name="<script>x</script>\u202e") for column in SHEET.columns]
    reason = Origin(id="o", documents=("courier", "echo"), reason='"><script>x</script>\u202e')
    picture = drawn(columns, copies=(), origins=(reason,))
    assert not picture.xpath(".//script")
    assert "\u202e" not in picture.text_content()
