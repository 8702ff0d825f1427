"""What somebody announces against others if they do not do as told is a threat, whatever the verb of saying."""

from __future__ import annotations

import pytest

UNLESS = [
    ("The Bakers' Guild said it would close every oven in Farn unless the mayor cut the flour tax.", "close"),
    ("The clerks told the bishop they would walk out unless he dismissed the abbot.", "walk out"),
    ("Kestor Mining announced that it would halt deliveries to the smelter unless Bray paid its debts.", "halt"),
    ("The tenants will sue the council unless it repairs the lift, their lawyer said.", "sue"),
    ("The governor said he would dissolve the assembly unless it passed his budget.", "dissolve"),
]
IF = [
    ("The drivers said they would block the ring road if the city raised the toll.", "block"),
    ("Colonel Ressa told the islanders he would shell their harbour if they hid the rebels.", "shell"),
    ("Nurses at Holm hospital said they would resign in protest if the matron was sacked.", "resign"),
    ("The federation said it would expel Torvik Town if the club fielded the banned keeper.", "expel"),
    ("The brewer told ministers it would move production to Kesh if they taxed malt.", "move"),
    ("“If the navy boards one trawler, we will ram its ships,” the skipper told reporters.", "ram"),
    ("“We will boycott the talks if Bray brings its generals,” said the envoy.", "boycott"),
    ("The captain vowed to burn the mill if the villagers armed themselves.", "burn"),
    ("The league said it would strip Farn Rovers of the title if the club paid its players in secret.", "strip"),
]
OTHERWISE = [
    ("The rebels gave the bank until noon to pay, saying they would otherwise blow up the vault.", "blow up"),
    ("The city gave Orrin Dairies a week to clean the canal, failing which it would revoke the permit.", "revoke"),
    ("The court gave the editor two days to name his source, failing which it would jail him.", "jail"),
]
WHOEVER = [
    ("General Hask vowed to shoot any deserter who returned to the valley.", "shoot"),
    ("The bishop said he would sack any priest who blessed the soldiers.", "sack"),
    ("The council said it would fine shops that opened on Sunday.", "fine"),
    ("The militia said anyone who crossed the bridge after dark would be shot.", "shot"),
    ("The admiral told fishermen he would arrest anyone who cut the cable.", "arrest"),
    ("The party chief told deputies he would expel whoever spoke to the press.", "expel"),
    ("The general said he would declare war on anyone who seized his ferries.", "declare"),
    ("Any spy who crosses the bridge will be arrested, the mayor said.", "arrested"),
]
RETALIATING = [
    ("The trustees said they would resign if the sale was approved.", "resign"),
    ("The baron vowed to burn whichever barge carried his rivals.", "burn"),
    ("The rebels said that failing a reply they would shell the harbour.", "shell"),
    ("“We will retaliate against every raid,” the admiral said.", "retaliate"),
    ("Kesh said it would slap Bray with tariffs if Bray taxed its wool.", "slap"),
    ("The bandit said he would execute the drivers if the lorries turned back.", "execute"),
]
UNTIL = [
    ("The kidnappers said they would kill a hostage every hour until the prisoners were freed.", "kill"),
    ("The gang said it would shoot one guard a night until the city paid.", "shoot"),
]
ANSWERING = [
    ("Bray vowed to bombard the port in revenge for the raid.", "bombard"),
    ("Kesh said it would expel four envoys in response to the spying.", "expel"),
    ("The farmers said they would block the market in retaliation for the milk quota.", "block"),
    ("“We will answer every bomb with three,” the marshal told his troops.", "answer"),
    ("The premier said any raid would be answered with force.", "answered"),
    ("“We will repay each insult with a boycott,” the minister said.", "repay"),
]
DARED = [
    ("“Take one more tree and I'll shoot the dog,” the widow shouted.", "shoot"),
    ("“Leave the hill or we will shell the town,” the general said.", "shell"),
    ("“Sell the chapel and we will sue the diocese,” the choir told the dean.", "sue"),
]
TOLD_FOR = [
    ("Should Kesh cross the river, the Third Army will attack the capital, its commander told reporters.", "attack"),
    ("Lawyers for the singer Mara Holt said she would sue the label if it released the tapes.", "sue"),
    ("Bree will expel the envoy unless he apologises, its foreign minister said.", "expel"),
]
SANCTIONS = [
    ("Sanctions will follow if Kesh shuts the strait, the Council of Ports warned.", "follow"),
    ("Tariffs will be imposed if Bray closes its ports, the ministry said.", "imposed"),
]
OR_ELSE = [
    ("The dairy must clean the canal or lose its permit, the council said.", "lose"),
    ("The court gave Farn Dairies until May to clean the canal or lose its permit.", "lose"),
    ("The rebels ordered the villagers to hand over their grain or see their barns burned.", "burned"),
    ("The league told the club to sell the striker or lose the title.", "lose"),
]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *UNLESS, *IF, *OTHERWISE, *WHOEVER, *RETALIATING, *UNTIL, *ANSWERING, *DARED, *TOLD_FOR, *SANCTIONS, *OR_ELSE,
    ],
)  # fmt: skip
def test_what_is_announced_against_others_is_threatened(status_of, text, words):
    assert status_of(text, words) == "threatened"


BENEFITS = [
    ("The bank said it would lend the town money if the council sold the mill.", "lend", "possible"),
    ("Kesh said it would lift the sanctions if Bray freed the sailors.", "lift", "possible"),
    ("The guild said it would end the siege if the owners raised wages.", "end", "possible"),
    ("The general said he would halt the shelling if the rebels left the fort.", "halt", "possible"),
    ("The rebels told the envoy they would free the guards if the army withdrew.", "free", "possible"),
    ("The owner said she would reopen the mill once the union signed the deal.", "reopen", "planned"),
    ("“We will help the port if Kesh pays,” said the envoy.", "help", "possible"),
    ("The council said it would cut fares if the state paid its debts.", "cut", "possible"),
    ("The club said it would pay any steward who worked on Sunday.", "pay", "planned"),
    ("The king said he would pardon any rebel who gave up his arms.", "pardon", "planned"),
    ("The chef said he would answer every letter with a recipe.", "answer", "planned"),
]
SOBER = [
    ("The court said it would hear the appeal in June unless the parties settled.", "hear", "possible"),
    ("The theatre said it would cancel the play if the actor did not recover.", "cancel", "possible"),
    ("The line said it would cancel sailings unless the wind dropped.", "cancel", "possible"),
    ("The club said the keeper would play if he passed a test.", "play", "possible"),
    ("The school said it would close if too few pupils enrolled.", "close", "possible"),
    ("Doctors said the singer would lose her voice unless she rested.", "lose", "possible"),
    ("Economists said the bank would shut its branches if the law passed.", "shut", "possible"),
    ("Analysts said Kesh would attack the port if Bray armed the rebels.", "attack", "possible"),
    ("The firm said it would be fined if it missed the date.", "fined", "possible"),
    ("The institute said floods would follow if the dam was raised.", "follow", "possible"),
    ("The mayor told the miners to sell the hall or rent it.", "rent", "proposed"),
    ("The navy said it would strike a deal unless Bree left.", "strike", "possible"),
    ("The museum said it would close the gallery unless visitors came back.", "close", "possible"),
    ("The hospital said it would cancel operations unless nurses ended their walkout.", "cancel", "possible"),
    ("The firm said it would recall cars that leaked oil.", "recall", "planned"),
    ("The ministry said it would kill birds that carried the fever.", "kill", "planned"),
    ("Farmers said they would shoot the wolf if it came back.", "shoot", "possible"),
    ("The town said it would close the port if lightning struck the tower.", "close", "possible"),
    ("The police said they would arrest anyone who had looted the depot.", "arrest", "planned"),
    ("“We will shoot the film in Kesh if the state pays,” the director said.", "shoot", "possible"),
    ("“If you love me, we will burn the letters,” she wrote.", "burn", "possible"),
    ("The firm said it would lay off 40 drivers unless orders picked up.", "lay off", "possible"),
    ("The crew said they would fight the fire until it was out.", "fight", "planned"),
    ("The singer must rest or lose her voice, doctors said.", "lose", "proposed"),
    ("Riots will follow if the mill raises its prices, the Arlo Institute warned.", "follow", "possible"),
    ("The trustees said they would resign if asked.", "resign", "possible"),
    ("The heirs said they would sue if the judge approved it.", "sue", "possible"),
    ("Failing health did not stop the bishop, who would bless the fleet.", "stop", "denied"),
    ("Voters have two weeks to choose a mayor or lose their say.", "lose", "possible"),
]
PLAIN = [
    ("The army will shell the fort on Monday, the general said.", "shell", "planned"),
    ("The mayor said she would sue the firm.", "sue", "planned"),
    ("The council said it would not close shops that opened on Sunday.", "close", "refused"),
    ("The army shelled the fort in revenge for the raid.", "shelled", "done"),
    ("The union denied that it would strike unless wages rose.", "strike", "denied"),
    ("The general may shell the fort in revenge for the raid.", "shell", "possible"),
]


@pytest.mark.parametrize(("text", "words", "status"), [*BENEFITS, *SOBER, *PLAIN])
def test_what_is_promised_forecast_or_plainly_planned_is_no_threat(status_of, text, words, status):
    assert status_of(text, words) == status
