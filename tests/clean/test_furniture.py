"""What is set aside, why, and above all what is not."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels, prose


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Like us on Facebook – Norvale Post", "share-prompt"),
        ("What do you think? Scroll down to comment below.", "share-prompt"),
        ("Read or Share this story: https://example.org/2s", "share-prompt"),
        ("Join our commenting forum", "register-prompt"),
        ("Sign up for our newsletter", "register-prompt"),
        ("Thank you for registering", "register-prompt"),
        ("Source: Norvale Post, Reuters", "credit-line"),
        ("Additional reporting by Jon Vance", "credit-line"),
        ("The Associated Press contributed to this report.", "credit-line"),
        ("Reuters - AP - AFP", "credit-line"),
        ("This article was originally published on Harbour Watch.", "credit-line"),
        ("(Photo : Getty Images) The bridge seen from the east.", "caption"),
        (
            "FILE - In this Jan. 4, 2021, file photo, boats lie in Norvale. (Jon Vance/Port Board via AP, File)",
            "caption",
        ),
        ("The bridge is seen after the storm. (Ada Moor/Reuters)", "caption"),
        ("The bridge after the storm (Getty)", "caption"),
        ("The bridge after the storm. Photograph: Ada Moor/Getty Images", "caption"),
        ("Image copyright EPA Image caption The storm broke two windows", "caption"),
        ("Image: Harbour Watch", "photo-credit"),
        ("Tagsnorvale, harbour, bridge, Ines Calder", "tags"),
        ("©2021 Norvale Post All rights reserved. Do not reproduce without permission", "legal"),
        ("Comments expressed here do not reflect the opinions of norvale newspapers or its staff.", "comment-rules"),
        ("Advertisement", "advertisement"),
        ("___", "separator"),
        ("Read More", "related-headlines"),
        ("READ MORE: Storm breaks two windows of the town hall", "related-headlines"),
        ("[Storm breaks two windows of the town hall]", "related-headlines"),
        ("Ines Calder: Bridge will open when engineers say so", "related-headlines"),
        ("Scroll down for video", "video-prompt"),
        ("Contact the writer at ada@norvale.example", "contact"),
        ("Tom Reyes and Ines Calder", "caption"),
        ("A post shared by Norvale Port (@norvaleport) on Mar 3, 2021 at 9:50pm PST", "embedded-post"),
    ],
)
def test_lines_between_paragraphs_are_set_aside_with_their_reason(line, reason):
    third = "Later Tom Reyes said that the work of the board would take “weeks, not days”, and Ines Calder agreed."
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}\n\n{third}")
    assert labels(made)[line] == f"({reason})"
    assert prose(made) == [FIRST, SECOND, THIRD, third]


@pytest.mark.parametrize(
    "line",
    [
        "Cracks in two pillars",
        "What the engineers found",
        "Ms Calder said that:",
        "The board has requested that the mayor approve the repair of both pillars",
        "“It is a put-down,” wrote Jonas Marl of the Harbour Watch.",
        "Share prices of the port fell by a tenth on Monday.",
        "Like the mayor, the board wants to wait for the engineers.",
        "Photographs of the cracks were shown to the council (see box).",
        "The board denied it, according to Reuters.",
        "Reuters reported that the bridge would open in May.",
        "Follow the river for two miles and the bridge is on the left, she told a visitor.",
        "9/11 changed how the port is guarded, Mr Reyes said.",
        "In this picture of neglect, the board sees itself as the victim.",
        "Source: that is the word the board used for its engineer, Mr Reyes said.",
        "Comments by Ms Calder were not expressed in the name of the council, the board said.",
        "Trending upwards, the price of a ticket is now 12 crowns.",
        "Home to 40,000 people, Norvale lives off its harbour.",
        "Watch how they repair it, she said.",
    ],
)
def test_nothing_that_tells_the_story_is_lost(line):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert line in prose(made)


def test_an_agency_after_the_last_paragraph_is_a_credit_and_the_paragraph_stays():
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{THIRD} (Reuters)")
    assert labels(made)[THIRD] == "paragraph"
    assert labels(made)["(Reuters)"] == "(credit-line)"
    assert made.credits == ("Reuters",)


def test_the_caption_that_stands_twice_goes_twice():
    made = cleaned(
        f"Harbour bridge stays closed\n\n{FIRST}\n\nBoats lie in the harbour of Norvale\n"
        f"Boats lie in the harbour of Norvale (Getty)\n\n{SECOND}\n\n{THIRD}"
    )
    assert prose(made) == [FIRST, SECOND, THIRD]
    assert made.credits == ("Getty Images",)


def test_lists_of_other_reports_run_to_the_end():
    made = cleaned(
        f"Harbour bridge stays closed\n{FIRST}\n{SECOND}\nEDITOR'S PICKS\n-\nStorm breaks two windows\n-\n"
        "Who pays for the pillars?\nLATEST NEWS\nJon Vance: Former mayor dies\nFormer mayor Jon Vance, who built the "
        "bridge over the harbour, has died in Norvale at the age of ... Full Article"
    )
    assert prose(made) == [FIRST, SECOND]


def test_prose_resumes_after_a_link_and_after_a_list_in_mid_story():
    made = cleaned(
        f"Harbour bridge stays closed\n\n{FIRST}\n\nRead more\n\n{SECOND}\n\nMOST POPULAR\n\nStorm breaks windows\n\n"
        f"Former mayor dies\n\n{THIRD}\n\n{FIRST}"
    )
    assert prose(made) == [FIRST, SECOND, THIRD, FIRST]


def test_the_signature_of_a_post_goes_and_its_words_stay():
    words = "We will open the bridge when it is safe, not before."
    made = cleaned(f"Bridge closed\n\n{FIRST}\n\n{words} — Ines Calder (@icalder) 3 March 2021\n\n{SECOND}")
    assert words in prose(made)
    assert labels(made)["— Ines Calder (@icalder) 3 March 2021"] == "(embedded-post-signature)"


def test_the_label_of_highlights_goes_and_the_highlights_stay():
    made = cleaned(
        f"Story highlights Bridge is closed until Friday\n{FIRST}\n{SECOND}", kind="ready", headline="Closed"
    )
    assert "Bridge is closed until Friday" in prose(made)
    assert labels(made)["Story highlights"] == "(kicker-label)"


def test_text_broken_at_a_width_is_read_by_paragraphs():
    import textwrap

    body = [FIRST + " " + THIRD, SECOND + " " + FIRST, THIRD + " " + SECOND]
    made = cleaned("Harbour bridge stays closed\n\n" + "\n\n".join(textwrap.fill(b, 60) for b in body))
    assert made.headline == "Harbour bridge stays closed"
    assert [" ".join(p.split()) for p in prose(made)] == body
