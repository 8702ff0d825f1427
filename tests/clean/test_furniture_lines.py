"""Lines of news furniture in mid-report, and lines of prose that look like them; corrections, which stay."""

import pytest
from tests.clean.newsroom import FIRST, SECOND, THIRD, cleaned, labels, prose

FURNITURE = [
    # share prompts
    "Share your view and see what other Lantern readers say",
    "Share this article with your friends and family",
    "Click to share on Facebook (Opens in new window)",
    "Tweet this story",
    "Follow the Norvale Post on Facebook and Instagram for more",
    "Copy link to clipboard",
    "0 shares",
    "Tell us what you think in the comments below",
    # newsletters, registration, subscription
    "Sign up to our morning newsletter and never miss a story",
    "Get the day's headlines in your inbox every morning",
    "Please enter a valid email address",
    "Invalid email",
    "This newsletter may contain adverts and offers. Read our privacy notice.",
    "You have free articles remaining this month.",
    "To continue reading, please subscribe or log in.",
    "This article is for subscribers only.",
    "Already a subscriber? Log in here",
    "Become a member to read the full report",
    "I would like to be emailed about offers and readers' evenings by the Norvale Post",
    "Unlimited access from 4 crowns a month. Cancel any time.",
    # robot checks and scripts
    "Please verify you are a human",
    "Checking your browser before you go on",
    "I'm not a robot",
    "JavaScript is disabled in your browser. Please enable it to go on.",
    "To view this video please enable JavaScript and consider upgrading your browser",
    "Your browser does not support the audio element.",
    # transcripts
    "This is a rush transcript. Copy may not be in its final form.",
    "Transcript provided by Harbour Radio, which is responsible for its accuracy.",
    "This transcript was made by a machine and may contain errors.",
    # asking for stories
    "We pay for your stories! Do you have one for the Norvale Post news team?",
    "Do you work at the port? Email our newsroom in confidence.",
    "Do you know more about this story? Write to us at tips@norvale.example",
    "Send us your pictures and videos of the storm",
    "Were you on the bridge? Get in touch with our reporters.",
    # apps
    "Download the Norvale Post app for breaking news",
    "Get our app from the App Store or Google Play",
    "Listen to this article on the Post app",
    "Open in app",
    # cookies and consent
    "We use cookies and similar techniques to improve your experience.",
    "Accept all cookies",
    "This content is not available due to your privacy settings.",
    "By clicking Accept you agree to our use of cookies",
    # others
    "3 min read",
    "Listen 4:12",
    "Photo gallery: the storm in pictures",
    "Skip past newsletter promotion",
    "Allow content from outside?",
    "Report an error",
    "Reuse this content",
    "Our Standards: The Norvale Post code of conduct.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs_is_set_aside(line):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}\n\n{FIRST}")
    assert prose(made) == [FIRST, SECOND, THIRD, FIRST]
    assert labels(made)[line].startswith("(")


PROSE_LINES = [
    "He did not.",
    "No one answered.",
    "It rained.",
    "She would not say.",
    "And then the lights went out.",
    "Why had nobody closed the gate?",
    "Who pays?",
    "Was the light green or red?",
    "That is the question the board will not answer.",
    "“Never,” he said.",
    "“Yes.”",
    "“Share this with nobody,” the captain told his crew.",
    "“Sign up or leave,” the foreman told them.",
    "“We pay for your stories with our lives,” a pilot said.",
    "“The gate is shut” (AP) was the whole of the message.",
    "“The bridge is a ruin,” she told the agency (AP).",
    "The mayor told Reuters (AFP was not invited) that she would stay.",
    "The ferry company, which calls itself the Associated Press of the river, laughed.",
    "Share owners lost a tenth of their money on Monday.",
    "Subscribe to the view of the board and the bridge is safe.",
    "Join the queue, the captain told the boats behind him.",
    "Sign language was used at the hearing on Monday.",
    "Get the pilots back, the dockers shouted.",
    "Read the treaty, Ms Calder told the council.",
    "Click after click came from the broken hinge.",
    "Cookies and coffee were handed to the stranded passengers.",
    "The robot that checks the welds found nothing.",
    "A transcript of the call was read to the court.",
    "Photographs show two cracks in the pillar.",
    "Pictured as a villain by the press, Mr Reyes kept silent.",
    "The video shows the barge hitting the gate.",
    "Related to the mayor by marriage, Mr Reyes denied any favour.",
    "More on the bridge than on any school has been spent this year.",
    "Trending was not a word the old mayor used.",
    "Comments made by the mayor angered the dockers.",
    "Email from the board shows that it knew.",
    "Call records show that nobody rang the newsroom of the radio.",
    "Contact with the crew was lost at noon.",
    "Do you think the bridge is safe? She shrugged.",
    "Tell the reporters nothing, the board wrote to its staff.",
    "Register offices stayed shut on Monday.",
    "Terms of the truce were not made public.",
    "Updated plans were shown to the council on Monday.",
    "Live cattle drowned when the barge sank.",
    "Advertisements for the post of harbour master will appear in May.",
    "Thank you, the mayor said, and left.",
    "Recommended by nobody, the firm won the contract.",
    "Source after source dried up that summer.",
    "Follow the money, a clerk of the board advised.",
    "Download speeds fell when the cable under the bridge broke.",
    "Listen to the hinge, the engineer said, and everybody did.",
    "Download the plans and count the pillars, Ms Calder told the council.",
    "This article of the treaty was changed in 1987.",
    "Send us your engineers, the mayor of Ostrand wrote to Norvale.",
]


@pytest.mark.parametrize("line", PROSE_LINES)
def test_prose_that_looks_like_furniture_stays(line):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}\n\n{FIRST}")
    assert prose(made) == [FIRST, SECOND, line, THIRD, FIRST]
    assert labels(made)[line] == "paragraph"


CORRECTIONS = [
    "Correction: an earlier version of this report gave the wrong day for the closure.",
    "Correction (March 4): the mayor is Ines Calder, not Ines Calter.",
    "Clarification: the board has nine members, of whom two did not vote.",
    "Editor’s note: This story has been updated to correct the number of the pillars.",
    "This article was amended on 4 March 2021 to correct the name of the port.",
    "This story has been corrected to show that two pillars are cracked, not three.",
    "An earlier version of this article said that the bridge would open on Thursday.",
    "• This report was amended on 5 March because it named the wrong firm.",
]


@pytest.mark.parametrize("line", CORRECTIONS)
@pytest.mark.parametrize("before", ["", "MOST READ\n\nStorm breaks windows\n\nFormer mayor dies\n\n"])
def test_a_correction_stays_in_the_report_and_is_noted(line, before):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{before}{line}")
    assert prose(made) == [FIRST, SECOND, THIRD, line]
    assert labels(made)[line] == "paragraph"
    (noted,) = made.problems
    assert (noted.code, noted.document, noted.fatal) == ("correction-noted", made.id, False)
    assert noted.span is not None
    assert made.words_at(noted.span) == line


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers were called to the harbour jail on Monday.",
        "The correction of the plan took a year, the board said.",
        "An earlier version of the plan had four pillars.",
    ],
)
def test_prose_about_corrections_is_no_correction(line):
    made = cleaned(f"Harbour bridge stays closed\n\n{FIRST}\n\n{line}\n\n{SECOND}")
    assert line in prose(made)
    assert made.problems == ()
