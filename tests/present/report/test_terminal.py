"""The terminal account: words, never colour alone; narrow and wide; nothing steers the terminal."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text
from tests.present import ferry

from rashomon.core import Standing
from rashomon.present.report.screen import laid
from rashomon.present.report.terminal import show


def shown(account, width=100, color=None, **more):
    console = Console(file=io.StringIO(), width=width, color_system=color, force_terminal=color is not None)
    show(account, console, **more)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(account, width):
    assert max(map(len, shown(account, width).splitlines())) <= width


def test_one_story_fits_on_one_screen(account):
    assert len(shown(account, 100).splitlines()) <= 48


@pytest.mark.parametrize("width", [80, 100, 120])
def test_however_much_there_is_to_tell_it_is_one_screen(account, story, width):
    many = {
        "claims": tuple(replace(c, id=f"{c.id}{n}", text=f"{c.text} " * 9) for n in range(40) for c in ferry.CLAIMS),
        "digest": story.digest * 9,
        "problems": story.problems * 9,
        "utterances": story.utterances * 9,
    }
    crowded = replace(account, stories=(replace(story, **many),), problems=())
    lines = shown(crowded, width).splitlines()
    assert len(lines) <= 48
    assert {"Look twice (", "Denied and disputed (", "Agreed ("} <= {line[: line.find("(") + 1] for line in lines}
    assert len(shown(crowded, width, screen_lines=80).splitlines()) in range(60, 81)
    assert len(shown(crowded, width, full=True).splitlines()) > 200


def test_the_state_of_the_story_stands_under_its_title(account):
    assert (
        shown(account).splitlines()[1]
        == "5 reports · 1 claim disputed, 1 denied, 1 agreed · 2 told by one report alone"
    )


def test_everything_is_there_when_all_is_asked_for(account):
    words = " ".join(shown(account, 160, full=True).split())
    assert all(claim.text in words for claim in ferry.CLAIMS)
    assert " of " not in "".join(re.findall(r"\(\d+ of \d+\)", words))


def test_what_to_look_at_twice_stands_before_the_claims(account):
    words = shown(account)
    assert words.index("Look twice") < words.index("Denied and disputed")
    assert "Coast Echo: the headline quotes" in words


@pytest.mark.parametrize("words", ["one two three", "w" * 40, "ten chars. " * 3, "a " * 30])
def test_a_cut_text_keeps_its_beginning_and_says_that_it_is_cut(words):
    console = Console(file=io.StringIO(), width=20)
    line = laid(Text(), Text(words, style="bold"), console, indent=9, most=1)[0]
    console.print(line)
    cut = line.plain[9:]
    assert cut.endswith("…")
    assert words.startswith(cut[:-1])
    assert len(line.plain) <= 20
    assert len(cut) > 3


def test_no_line_ends_in_blanks(account):
    assert all(line == line.rstrip() for line in shown(account).splitlines())


def test_what_is_disputed_stands_first_with_who_tells_it_how(account):
    words = " ".join(shown(account, 160).split())
    assert words.index("denied The mayor's office") < words.index("disputed The Harrow Sound bridge")
    assert words.index("disputed The Harrow Sound bridge") < words.index("done Inspectors found cracks")
    assert "done: Harrow Courier, Coast Echo · underway, says the ministry: Northern Gazette · " in words
    assert "· proposed, says engineers: The Sentinel" in words


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
    assert re.search(
        r"Denied and disputed \(\d+ of 20\)", shown(replace(account, stories=(replace(story, claims=many),)))
    )


def test_a_degraded_run_says_so(account):
    degraded = replace(account, provenance=replace(account.provenance, degraded=True))
    assert "Degraded" in shown(degraded)
    assert "Degraded" not in shown(account)


def test_figures_show_their_conflict_and_their_sum(account):
    words = shown(account, 160)
    assert re.search(r"^conflict +cracks: 14 \[A B C\] against 19 \[D\]$", words, re.MULTILINE)
    assert re.search(r"^parts +boats: 12 = 9 \+ 3", words, re.MULTILINE)


def test_later_counts_stand_behind_earlier_ones(account, story):
    cracks = replace(
        story.figures[0], relation="update", standing=Standing.AGREED, values=story.figures[0].values[::-1]
    )
    words = shown(replace(account, stories=(replace(story, figures=(cracks,)),)), 160)
    assert re.search(r"^update +cracks: 14 \[A B C\] then 19 \[D\]", words, re.MULTILINE)


def test_answers_stand_below_what_they_answer(account):
    lines = shown(account, 160, full=True).splitlines()
    at = lines.index("What answers what")
    first, second, third = lines[at + 1 : at + 4]
    assert first.startswith(" – The Harrow Sound bridge is closed")
    assert second.startswith("   ↳ in answer to that: ")
    assert third.startswith("     ↳ corrects that: ")
    assert third.endswith("[D]")


def test_a_time_told_otherwise_stands_beside_the_one_that_stands(account):
    words = shown(account, 160, full=True)
    assert (
        "12 May 2031: The Harrow Sound bridge is closed (told as done, underway, proposed) [A]; "
        "first in A; otherwise between 10 May 2031 and 11" in words
    )


def test_words_chosen_say_which_are_hedged_or_only_quoted(account):
    words = shown(account, 160, full=True)
    assert re.search(r"^hedge +the warning: “alleged warning” \(kept open\) \[\w\]", words, re.MULTILINE)
    assert "“warning” (only quoted) [A]" in words


def test_with_all_asked_for_each_origin_is_opened_with_its_words(account):
    words = shown(account, 160, full=True)
    assert "  origin Coast Echo copies Harrow Courier [A C]" in words
    assert "  origin" not in shown(account, 160)


def sections(words):
    """The lines under each heading of a crowded screen."""
    heads = (
        r"(Look twice|In brief|Denied and disputed|Agreed|What was said, in which words|Figures"
        r"|Told by one report alone)"
    )
    parts = re.split(rf"(?m)^{heads}(?: \(\d+ of \d+\))?$", words)
    return {head: body.strip("\n").splitlines() for head, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("width", [80, 100, 120])
def test_a_crowded_screen_has_the_brief_the_quotations_and_what_each_tells_alone(account, story, width):
    long = "The ministry of works and crossings said at noon that nobody could tell when the bridge would open again "
    single = next(claim for claim in ferry.CLAIMS if len(claim.reports) == 1)
    alone = tuple(replace(single, id=f"s{n}", text=long * 2) for n in range(len(story.coverage)))
    many = {
        "claims": (*(replace(c, id=f"{c.id}{n}", text=long * 2) for n in range(9) for c in ferry.CLAIMS), *alone),
        "coverage": tuple(replace(c, only_here=(a.id,)) for c, a in zip(story.coverage, alone, strict=True)),
        "digest": tuple(replace(s, text=long * 4) for s in story.digest * 9),
        "problems": story.problems * 9,
        "utterances": story.utterances * 9,
    }
    words = shown(replace(account, stories=(replace(story, **many),), problems=()), width)
    assert len(words.splitlines()) <= 48
    found = sections(words)
    assert sum(line.startswith(" –") for line in found["In brief"]) >= 4
    assert len(found["In brief"]) <= 3 * sum(line.startswith(" –") for line in found["In brief"])
    assert (
        sum(" – " in line and not line.startswith((" ·", "  ")) for line in found["What was said, in which words"]) >= 2
    )
    assert len(found["Told by one report alone"]) == len(story.coverage)


def test_a_quotation_mark_that_nothing_closes_is_not_shown(account, story):
    claims = tuple(replace(c, text="“the bridge stays shut") for c in story.claims)
    assert "“the bridge" not in shown(replace(account, stories=(replace(story, claims=claims),)))
