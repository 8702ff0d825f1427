"""The terminal account: words, never colour alone; narrow and wide; nothing steers the terminal."""

import io
from dataclasses import replace

import pytest
from rich.console import Console
from tests.present import ferry

from rashomon.present.report.terminal import show


def shown(account, width=100, color=None):
    console = Console(file=io.StringIO(), width=width, color_system=color, force_terminal=color is not None)
    show(account, console)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(account, width):
    assert max(map(len, shown(account, width).splitlines())) <= width


def test_one_story_fits_on_one_screen(account):
    assert len(shown(account, 100).splitlines()) <= 50


def test_what_is_disputed_stands_first_with_who_tells_it_how(account):
    words = " ".join(shown(account, 160).split())
    assert words.index("denied The mayor's office") < words.index("disputed The Harrow Sound bridge")
    assert words.index("disputed The Harrow Sound bridge") < words.index("agreed Inspectors found cracks")
    assert "done [A C]; underway (says the ministry) [D]; proposed (says engineers) [B]" in words


def test_without_colour_no_escape_sequence_is_written(account):
    assert "\x1b" not in shown(account)


def test_a_hostile_title_cannot_steer_the_terminal(account, story):
    hostile = "\x1b]0;owned\x07[bold]not markup[/bold]\x1b[2J"
    words = shown(replace(account, stories=(replace(story, title=hostile),)), 160, color="truecolor")
    assert "\x1b]0" not in words
    assert "\x1b[2J" not in words
    assert "[bold]not markup[/bold]" in words


def test_long_lists_say_how_much_more_there_is(account, story):
    many = tuple(replace(ferry.CLAIMS[0], id=f"x{n}") for n in range(20))
    assert "and 15 more" in shown(replace(account, stories=(replace(story, claims=many),)))


def test_a_degraded_run_says_so(account):
    degraded = replace(account, provenance=replace(account.provenance, degraded=True))
    assert "Degraded" in shown(degraded)
    assert "Degraded" not in shown(account)


def test_figures_show_their_conflict_and_their_sum(account):
    words = shown(account, 160)
    assert "disputed cracks: 14 [A B C]; 19 [D]" in words
    assert "12 = 9 + 3" in words
