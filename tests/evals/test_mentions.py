"""Where the labels' tokens stand in a text."""

from evals.mentions import token_places


def test_tokens_are_found_in_order_and_marks_in_their_written_form():
    row = {
        "text": 'The port shut.\n" Shut, " said Orsk.',
        "tokens": ["The", "port", "shut", ".", "``", "Shut", ",", "''", "said", "Orsk", "."],
        "token_sentence": [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
    }
    assert [place.of(row["text"]) for place in token_places(row)][4:10] == ['"', "Shut", ",", '"', "said", "Orsk"]


def test_an_address_that_the_text_leaves_out_has_no_place():
    row = {
        "text": "The port shut.",
        "tokens": ["http", ":", "The", "port", "shut", "."],
        "token_sentence": [0, 0, 1, 1, 1, 1],
    }
    assert [place.of(row["text"]) for place in token_places(row)] == ["", "", "The", "port", "shut", "."]
