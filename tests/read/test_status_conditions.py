"""What hangs on a condition, what is a threat because the one who warns would do it, and how conditions are told."""

from __future__ import annotations

import pytest

THREATENED = [
    "Tavria warned that it would recall its ambassador if the bridge were closed.",
    "Tavria warned it would recall its ambassador unless the bridge was reopened.",
    "Tavria warned that it would recall its ambassador should the bridge be closed.",
    "Tavria warned that, should the bridge be closed, it would recall its ambassador.",
    "Tavria warned that it would recall its ambassador in the event of a siege.",
    "Tavria warned that it would recall its ambassador provided that the siege went on.",
    "Tavria will recall its ambassador if the bridge is closed, it warned.",
    "“We will recall our ambassador if the bridge is closed,” Tavria warned.",
    "The mayor hoped for peace but warned he would recall the envoys if the siege went on.",
    "The guild warned that its members would recall the boats if wages were cut.",
    "The firm issued a warning that it would recall its ships if the port was shut.",
    "The mayor cautioned that she would recall the envoys if the siege went on.",
]

POSSIBLE = [
    "Tavria said it would recall its ambassador if the bridge were closed.",
    "Tavria said it would recall its ambassador should the bridge be closed.",
    "Tavria said it would recall its ambassador on condition that Bree did the same.",
    "Tavria said it would recall its ambassador as long as Bree did the same.",
    "The minister warned that Tavria would recall its ambassador if the bridge were closed.",
    "The minister warned Tavria that it would recall its ambassador if it closed the bridge.",
    "The mayor will recall the envoys if asked.",
    "Bree asked whether Tavria would recall its ambassador.",
]

PLANNED = [
    "Tavria said it would recall its ambassador even if the bridge stayed open.",
    "Tavria will recall its ambassador even if the bridge stays open.",
    "Tavria promised that it would recall its ambassador if the bridge were closed.",
    "Tavria said it would recall its ambassador.",
    "Tavria said it would recall its ambassador if necessary.",
]

REFUSED = [
    "Tavria said it would not recall its ambassador unless the bridge were closed.",
    "Tavria will not recall its ambassador unless the bridge is closed.",
    "Tavria will not recall its ambassador even if the bridge is closed.",
]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (text, status)
        for status, texts in (
            ("threatened", THREATENED),
            ("possible", POSSIBLE),
            ("planned", PLANNED),
            ("refused", REFUSED),
        )
        for text in texts
    ],
)
def test_what_is_announced_with_a_condition(status_of, text, status):
    assert status_of(text, "recall") == status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tavria warned that it would recall its ambassador if the bridge were closed.", "closed"),
        ("Tavria warned that it would recall its ambassador should the bridge be closed.", "closed"),
        ("Tavria warned that, should the bridge be closed, it would recall its ambassador.", "closed"),
        ("Brandt said she would resign should the council vote against her.", "vote"),
        ("Bree would send troops should Tavria attack, its minister said.", "attack"),
        ("The firm will close the mine should wages rise.", "rise"),
    ],
)
def test_the_condition_is_told_as_possible(status_of, text, words):
    assert status_of(text, words) == "possible"


def test_what_befalls_who_warns_is_no_threat(status_of):
    assert status_of("The firm warned that it would lose the mine if wages rose.", "lose") == "possible"
    assert status_of("The firm warned that it would be sold if wages rose.", "sold") == "possible"


def test_what_only_opens_a_condition_is_no_event(events_in):
    assert "event" not in events_in("Bree will close the port in the event of a strike.")
    assert "provide" not in events_in("Bree said it would close the port provided that the council agreed.")
    assert "provide" in events_in("Bree said that food would be provided that was fresh.")


def test_an_inverted_negation_is_no_condition(status_of):
    assert status_of("Nor should the town close the school, she said.", "close") == "refused"
    assert status_of("The mayor said what should the town build.", "build") == "proposed"


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The king warned that he would not hesitate to dissolve the council.", "dissolve", "planned"),
        ("The firm will not fail to pay the miners.", "pay", "planned"),
        ("The king did not hesitate to dissolve the council.", "dissolve", "done"),
        ("The firm did not fail to pay the miners.", "pay", "done"),
        ("The firm will not stop dumping waste.", "dumping", "done"),
    ],
)
def test_who_will_not_hesitate_has_yet_to_act(status_of, text, words, status):
    assert status_of(text, words) == status


AIMS = [
    ("The minister denied planning to sell the airport.", "sell", "The minister", "the airport"),
    ("The mayor denied planning to close the school.", "close", "The mayor", "the school"),
    ("The firm denied planning to close the mine.", "close", "The firm", "the mine"),
    ("The king denied planning to sell the palace.", "sell", "The king", "the palace"),
    ("Anna Kerr denied planning to quit the race.", "quit", "Anna Kerr", "the race"),
    ("Bree has denied planning to send troops to the island.", "send", "Bree", "the island"),
    ("The police denied planning to arrest the singer, the mayor said.", "arrest", "The police", "the singer"),
    ("The governor denies intending to raise the toll.", "raise", "The governor", "the toll"),
    ("Ilse Tarn, who denied planning to leave the party, spoke on Monday.", "leave", "Ilse Tarn", "the party"),
    ("Kesh denied preparing to invade Norland.", "invade", "Kesh", "Norland"),
    ("The bishop denied secretly plotting to oust the abbot.", "oust", "The bishop", "the abbot"),
    ("The senator denied wanting to buy the newspaper.", "buy", "The senator", "the newspaper"),
    ("The union has repeatedly denied agreeing to end the strike.", "end", "The union", "the strike"),
    ("Mayor denies planning to shut library", "shut", "Mayor", "library"),
]


@pytest.mark.parametrize(("text", "lemma", "actor", "target"), AIMS)
def test_the_aim_that_is_denied_is_refused_and_no_thing(events_in, text, lemma, actor, target):
    events = events_in(text)
    (act,) = [e for e in events.values() if e.predicate.lemma.split()[0] == lemma]
    assert (str(act.status), act.actor.name, act.target.name) == ("refused", actor, target)
    denial = events["deny"]
    assert denial.target is None
    assert "plan" not in events


def test_an_aim_without_an_object_or_a_name_is_refused_too(status_of):
    assert status_of("She denied planning to resign.", "resign") == "refused"
    assert status_of("Orsk denied planning to leave the post.", "leave") == "refused"


def test_an_aim_that_is_admitted_is_a_plan(status_of):
    assert status_of("Two guards admitted planning to steal the crown.", "steal") == "planned"
    assert status_of("The general admitted plotting to seize the fort.", "seize") == "planned"


def test_what_is_denied_to_somebody_is_no_aim(events_in):
    events = events_in("The firm was denied planning permission to build a mill.")
    assert str(events["permission"].status) == "refused"
    assert "plan" not in events
    assert str(events_in("The town denied funding to build a bridge.")["funding"].status) == "denied"


HOSTILE = [
    ("The council warned that it would sue the firm if the talks failed.", "sue"),
    ("The union warned that it would strike if wages fell.", "strike"),
    ("The league warned that it would expel the club if fans threw bottles.", "expel"),
    ("Norland warned that it would boycott the games unless Kesh freed the sailors.", "boycott"),
    ("The general warned that his troops would shell the fort should the rebels refuse to leave.", "shell"),
    ("The players warned they would walk out if the owner sold the captain.", "walk out"),
    ("The court warned that it would jail the editor unless he named his source.", "jail"),
    ("The chancellor warned that she would veto the bill if it reached her desk.", "veto"),
    ("Tavria warned that it would retaliate in the event of an attack.", "retaliate"),
    ("The regulator warned that it would fine the bank if it hid losses.", "fine"),
    ("Kesh warned that it would sanction the firm if the votes were stolen.", "sanction"),
    ("Norland will attack the port if the talks fail, it warned.", "attack"),
]

ANSWERING = [
    ("Bree warned that it would close the border if Tavria sent troops.", "close"),
    ("Brandt warned that she would resign if the council cut the budget.", "resign"),
    ("Tavria warned that it would respond if attacked.", "respond"),
    ("The army warned it would respond if provoked.", "respond"),
    ("The ministry warned that it would ban the party if its leaders called for violence.", "ban"),
    ("Kesh warned it would cut off the gas if Norland did not pay.", "cut off"),
    ("The farmers warned that they would block the roads if the government taxed fuel.", "block"),
    ("The party warned it would pull out of the coalition if the premier signed the treaty.", "pull"),
    ("The governor warned he would fire the guards if they opened the gate.", "fire"),
    ("“We will close our airspace if Kesh deploys missiles,” Norland warned.", "close"),
    ("The envoy warned that he would leave the island if the shelling went on.", "leave"),
]


@pytest.mark.parametrize(("text", "words"), [*HOSTILE, *ANSWERING])
def test_who_warns_of_an_act_against_somebody_threatens(status_of, text, words):
    assert status_of(text, words) == "threatened"


COMING = [
    ("The firm warned that it would report a loss if prices fell.", "report"),
    ("The firm warned that it would report a loss if prices fell.", "loss"),
    ("The school warned that it would close if it snowed.", "close"),
    ("The operator warned that it would spill oil if the storm hit.", "spill"),
    ("The union warned that it would welcome the law if it passed.", "welcome"),
    ("The weather office warned that it would lift the alert if the wind eased.", "lift"),
    ("The editor warned that he would rest if he caught a cold.", "rest"),
    ("The hospital warned that it would cancel operations if the nurses went on strike.", "cancel"),
    ("The airline warned that it would cancel flights if the fog stayed.", "cancel"),
    ("The bank warned that it would cut its forecast if trade slowed.", "cut"),
    ("The club warned that it would default on its debt if the sale failed.", "default"),
    ("The clinic warned that it would treat fewer patients if the state cut the budget.", "treat"),
    ("The baker warned he would raise prices if flour grew dearer.", "raise"),
    ("The navy warned that it would strike a deal if Bree left.", "strike"),
]
"""Acts that answer nobody, whatever they hang on."""

BY_ITSELF = [
    ("Bree warned that it would close the border if the fever spread.", "close"),
    ("The envoy warned that he would leave the island if the volcano erupted.", "leave"),
    ("The embassy warned that it would withdraw its staff if the river rose.", "withdraw"),
    ("The firm warned that it would recall the cars if tests found a fault.", "recall"),
    ("Brandt warned that she would resign if she lost the vote.", "resign"),
    ("The bank warned that it would reject the loan if the ratio fell.", "reject"),
    ("The guild warned that its members would block the road if the dam was hit by a storm.", "block"),
]
"""Acts that could answer somebody, on conditions that nobody brings about on purpose."""


@pytest.mark.parametrize(("text", "words"), [*COMING, *BY_ITSELF])
def test_who_warns_of_what_may_come_threatens_nobody(status_of, text, words):
    assert status_of(text, words) == "possible"


BY_TYPE = [
    ("The rebels warned that they would behead the guards if the army attacked.", "behead"),
    ("The rebels warned that they would blow up the mill if the army attacked.", "blow up"),
    ("The general warned that he would shell the fort if the rebels fired again.", "shell"),
    ("The captain warned that his men would open fire if the rebels moved.", "open fire"),
    ("The league warned that it would suspend the captain if he insulted the judge.", "suspend"),
    ("Kesh warned that it would turn off the gas if Norland taxed its wine.", "turn off"),
    ("Kesh warned that it would cancel the treaty if Norland armed the rebels.", "cancel"),
    ("Kesh warned that it would halt grain exports if Norland armed the rebels.", "halt"),
    ("Kesh warned that it would close its port if Norland armed the rebels.", "close"),
    ("The council warned that it would cut the club's funding if its players lied.", "cut"),
    ("The firm warned that it would go to court if the paper printed the letter.", "go"),
    ("Kesh warned that it would tax Norland's wine if Norland taxed its cheese.", "tax"),
    ("The gang warned that it would publish the files if the firm refused to pay.", "publish"),
]


@pytest.mark.parametrize(("text", "words"), BY_TYPE)
def test_an_act_by_which_others_are_hurt_is_a_threat_where_they_provoke_it(status_of, text, words):
    assert status_of(text, words) == "threatened"


NO_BLOWS = [
    ("The guild warned that it would storm out of the hall if the firm lied.", "storm"),
    ("The judge warned that she would strike out the plea if the mayor lied.", "strike out"),
    ("The firm warned that it would strike oil if the drill held.", "strike"),
    ("The bank warned that it would occupy a new hall if the city approved it.", "occupy"),
    ("The board warned that it would sanction the sale if the judge agreed.", "sanction"),
    ("The mill warned that it would fire up the ovens if the city cut the gas.", "fire up"),
    ("The bank warned that it would raid its savings if trade fell.", "raid"),
    ("The keeper warned that he would react badly if stung.", "react"),
    ("The clerk warned that he would arrest if shocked.", "arrest"),
    ("The firm warned that it would cancel the picnic if the cook left.", "cancel"),
    ("The baker warned that she would shut her shop if customers stayed away.", "shut"),
]


@pytest.mark.parametrize(("text", "words"), NO_BLOWS)
def test_words_of_harm_that_harm_nobody_are_no_threat(status_of, text, words):
    assert status_of(text, words) == "possible"


WARNED = [
    ("Tavria warned Kesh that Tavria would attack if it armed the rebels.", "attack", "threatened"),
    ("The governor warned the guards that he would fire them if they opened the gate.", "fire", "threatened"),
    ("The judge warned the firms that she would jail their owners if they lied.", "jail", "threatened"),
    ("The court warned the editor that it would jail him if he named the girl.", "jail", "threatened"),
    ("The king warned the council that he would attack if it armed the rebels.", "attack", "threatened"),
    ("The king warned the bishop that he would attack if the rebels moved.", "attack", "possible"),
    ("Tavria warned Kesh that it would attack if the rebels moved.", "attack", "possible"),
    ("The rebels warned the guards that they would attack if the king fled.", "attack", "possible"),
    ("The firm warned the miners that they would strike if the king fled.", "strike", "possible"),
    ("The mayor warned the miners that it would attack them if they marched.", "attack", "possible"),
    ("The guards warned the king that he would attack if the bishop fled.", "attack", "possible"),
]


@pytest.mark.parametrize(("text", "words", "status"), WARNED)
def test_who_is_warned_is_parted_from_who_warns_where_the_words_do(status_of, text, words, status):
    assert status_of(text, words) == status


LASTING = [
    ("Tavria will support Bree as long as it takes.", "support"),
    ("The troops will hold the bridge as long as the siege lasts.", "hold"),
    ("Tavria will strike as long as the mine stays shut.", "strike"),
    ("Tavria will pay the miners as long as the mine stays shut.", "pay"),
    ("Tavria will strike the mine as long as the war is raging.", "strike"),
    ("Bree will keep the ferry as long as it is needed.", "keep"),
    ("The guards will stay in Sarn as long as they are needed.", "stay"),
    ("The army will guard the dam as long as the flood goes on.", "guard"),
    ("The museum said it would show the crown as long as the crown remained in Sarn.", "show"),
    ("The nurses will strike for as long as the minister refuses to meet them.", "strike"),
    ("The fleet will guard the strait so long as Bree wishes.", "guard"),
    ("The state will fund the school as long as necessary.", "fund"),
]

HANGING = [
    ("Tavria will pay the miners as long as Bree pays the drivers.", "pay"),
    ("The council will fund the school as long as the state does the same.", "fund"),
    ("Kesh will free the sailors as long as Norland pays the fine.", "free"),
    ("Norland said it would open the border as long as Kesh closed its camps.", "open"),
    ("Norland said it would resign as long as Kesh closed its camps.", "resign"),
    ("The party will back the bill so long as the senate cuts the tax.", "back"),
    ("The bank will lend the town money as long as the mayor keeps his promise.", "lend"),
]


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [(*one, "planned") for one in LASTING] + [(*one, "possible") for one in HANGING],
)
def test_how_long_an_act_lasts_is_no_condition(status_of, text, words, status):
    assert status_of(text, words) == status


CONDITIONS = [
    "if the council voted against it",
    "should the council vote against it",
    "provided that the council agreed",
    "in the event of a siege",
    "on condition that Bree did the same",
]
ACTS = ["sell the mill", "open the gates", "fund the choir", "hire the guards", "rebuild the bridge"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_whatever_is_announced_with_a_condition_is_possible(status_of, act, condition):
    assert status_of(f"The mayor said she would {act} {condition}.", act.split()[0]) == "possible"
    assert status_of(f"The mayor said she would {act}.", act.split()[0]) == "planned"
