"""A day behind "starting", "due" or "effective" lies ahead where what starts is agreed, announced or called off."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

TUESDAY = datetime(2026, 9, 1, 12, tzinfo=UTC)

AHEAD = [
    ("The nurses called a strike starting on Saturday.", "Saturday", "2026-09-05"),
    ("The two clubs agreed on a loan beginning on Friday.", "Friday", "2026-09-04"),
    ("Linden and Osk have signed a pact starting at dawn on Thursday.", "Thursday", "2026-09-03"),
    ("The abbot postponed a concert due on Sunday.", "Sunday", "2026-09-06"),
    ("The mayor announced a curfew ending on Sunday, police said.", "Sunday", "2026-09-06"),
    ("The council approved a ban on barges effective Saturday.", "Saturday", "2026-09-05"),
    ("The board dismissed the director, effective on Friday.", "Friday", "2026-09-04"),
    ("Talks opening on Friday will settle the border.", "Friday", "2026-09-04"),
    ("The choir plans a tour of the islands beginning on Saturday.", "Saturday", "2026-09-05"),
    ("A closure of the lock starting on Thursday was approved by the harbour board.", "Thursday", "2026-09-03"),
    ("The union rejected a pay freeze starting on Friday.", "Friday", "2026-09-04"),
]

BEHIND = [
    ("A strike starting on Monday crippled the port.", "Monday", "2026-08-31"),
    ("A flood beginning on Saturday destroyed the mill.", "Saturday", "2026-08-29"),
    ("Rain soaked the valley, starting on Thursday.", "Thursday", "2026-08-27"),
    ("The pilots staged a three-day walkout beginning on Sunday.", "Sunday", "2026-08-30"),
    ("The abbot announced that a fire starting on Saturday destroyed the library.", "Saturday", "2026-08-29"),
    ("The judge released a man arrested on Friday.", "Friday", "2026-08-28"),
    ("The ferry due on Friday sank off the coast.", "Friday", "2026-08-28"),
    ("The council agreed to the opening on Friday.", "Friday", "2026-08-28"),
    ("The trial was due on Friday but the judge fell ill.", "Friday", "2026-08-28"),
    ("The two clubs agreed on a loan on Friday.", "Friday", "2026-08-28"),
]


@pytest.mark.parametrize(("text", "words", "day"), [*AHEAD, *BEHIND])
def test_a_day_behind_a_participle_of_beginning(reader, document_of, text, words, day):
    document = document_of(text, published_at=TUESDAY)
    (moment,) = [m for m in reader.read(document).times if document.words_at(m.span) == words]
    assert moment.value == day
