"""What one telling says, as propositions that can stand as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.account.digest_extracted import FRAGMENT, is_headline, said_by, sentence_text, speech
from rashomon.account.digest_openings import Openings
from rashomon.account.digest_readable import DANGLING, OPENING, freed, readable, speakable
from rashomon.account.titles import clause_text
from rashomon.core import Citation, Document, Form, Kind, Party, Quotation, Reading, Span, Status
from rashomon.core.alignment import Telling
from rashomon.core.calendar import WEEKDAYS

LONGEST_CLAUSE, LONGEST_SENTENCE = 200, 260
SHORTEST_SIDE = 15
LONGEST_NAME = 6
"""How many words the one who is asked to act may be named with."""
WITHIN = re.compile(r"^(?:if|should|unless|whether|because|while|when|who|that|any)\b", re.IGNORECASE)
"""How a clause begins that is no statement by itself."""
OPEN_END = re.compile(
    r"(?:\b(?:and|or|but|to|of|in|on|at|by|for|from|with|that|as|which|who|the|a|an|after|before|because|than|its|his"
    r"|her|their)|[,;:(–—-])$"
)
CUT_BEFORE, CUT_AFTER = re.compile(r"\d[.,]\s?$"), re.compile(r"\s?[.,]\s?\d")
"""A number that a sentence's or clause's edge cuts in two ("5. 9 magnitude")."""
ASKING = ("propose", "offer", "suggest", "volunteer")
"""Verbs by which somebody proposes to act himself."""
LONGEST_TELLER = 90
WHEN = re.compile(rf"^(?:(?:late|early) )?on (?:{'|'.join(w.capitalize() for w in WEEKDAYS)})$")
"""What may stand behind a verb of saying before what is said."""
FIRM = {
    "advise": "advised",
    "ask": "asked",
    "instruct": "instructed",
    "order": "ordered",
    "tell": "told",
    "urge": "urged",
    "warn": "warned",
}
"""Verbs by which others are got to act, with the form in which they tell it."""
BE = frozenset("is are was were be been being get gets got has have had".split())
FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me)\b")
PRONOUNS = frozenset("i we he she it they you this that these those who which what".split())
RELATIVES = frozenset("who whom which whose that".split())
ARTICLES = frozenset({"The", "A", "An"})
FULL_NAME = re.compile(r"(?!The |A )[A-Z][\w.’'-]*(?: [\w.’'-]+)* [A-Z][\w’'-]+$")


class Propositions:
    """Puts into words what the tellings of one story say."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        parties: Sequence[Party],
        quotations: Mapping[str, Quotation],
        readings: Mapping[str, Reading],
    ) -> None:
        self._documents, self._quotations = documents, quotations
        self._openings = Openings(documents, readings)
        self._names = {p.id: p.name for p in parties}
        self._mentions = {p.id: p.mentions for p in parties}
        self._in_full = [p.name for p in parties if p.kind is Kind.PERSON and FULL_NAME.match(p.name)]
        self._named: dict[str, str] = {}

    def of(self, t: Telling) -> Iterator[str]:
        """What a telling says, in as few words as can stand by themselves, then in more."""
        document = self._documents[t.document]
        spoken = speech(t, self._quotations)
        voice = self.named(t.voice)
        if t.event.status is Status.PROPOSED and voice is not None and not is_headline(t, self._documents):
            yield from self._proposal(t, voice)
        clause = clause_text(t, document)
        clause = re.sub(r"^that ", "", clause)
        if "“" not in clause and '"' not in clause:
            clause = re.sub(r"\balso ", "", clause)
        sentence = sentence_text(t, self._documents)
        if spoken is not None:
            yield from self._spoken(spoken, sentence, document, voice)
        own: list[str] = []
        if self.stands(t, clause) and not is_headline(t, self._documents):
            if t.event.voice is None or t.event.span.covers(t.event.voice.span):
                yield from _readable(capital(clause))  # "..., according to the crew" names its source itself
            elif voice is not None and not FIRST_PERSON.search(clause) and "“" not in clause and '"' not in clause:
                said = _readable(f"{voice} said {self.within(clause)}")
                if clause.startswith(voice) or self._openings.in_doubt(clause):
                    own = [*said]  # "Orsk said Orsk will sell it" only where the report's own sentence will not do
                else:
                    yield from said
        part, at = document.part(t.event.sentence.part), t.event.sentence.start
        if sentence[:1].isdigit() and CUT_BEFORE.search(part[:at]):
            yield from own
            return
        if spoken is None and sentence.rstrip("”\"’'").endswith(".") and not is_headline(t, self._documents):
            yield from self._speaker_first(t)
            whole = freed(sentence).removesuffix(".")
            if len(whole) <= LONGEST_SENTENCE:
                yield from _readable(whole)
        yield from own

    def _speaker_first(self, t: Telling) -> Iterator[str]:
        """A sentence that ends with who says it, turned about: "the harbour master said on Monday that it sank".

        Nothing of it is left out; one report alone is told in its own order.
        """
        quotation, sentence = self._quotations.get(t.event.quotation or ""), t.event.sentence
        if (
            quotation is None
            or quotation.cue is None
            or quotation.form is not Form.INDIRECT
            or len(self._documents) < 2
        ):
            return
        document = self._documents[t.document]
        said, cue = quotation.span, quotation.cue
        if said.part != sentence.part or not (sentence.start == said.start < said.end <= cue.start < sentence.end):
            return
        part = document.part(sentence.part)
        teller = " ".join(part[said.end : cue.start].split()).strip(" ,")
        behind = " ".join(part[cue.end : sentence.end].split()).rstrip(" .")
        clause = self.within(" ".join(part[said.start : said.end].split()).rstrip(" ,"))
        verb = " ".join(document.words_at(cue).split())
        if not teller or len(teller) > LONGEST_TELLER or self._openings.in_doubt(capital(clause)):
            return
        if behind and not WHEN.match(behind):
            return
        comma = "," if "," in teller else ""
        yield from _readable(capital(f"{teller}{comma} {verb} {f'{behind} that ' if behind else ''}{clause}"))

    def _spoken(self, quotation: Quotation, sentence: str, document: Document, voice: str | None) -> Iterator[str]:
        """A sentence out of somebody's mouth with its speaker."""
        said = said_by(quotation, OPENING.sub("", sentence), document, voice)
        if said is None or len(said) > LONGEST_SENTENCE:
            return
        name, _, inner = said.partition(": “")
        name = name[:1].lower() + name[1:] if name.split(maxsplit=1)[0] in ARTICLES else name
        inner = capital(inner.rstrip(".”,"))
        if speakable(inner):
            yield f"“{inner},” {name} said"

    def _proposal(self, t: Telling, voice: str) -> Iterator[str]:
        """A proposal said by its roles: "Tessa Orlow proposed that the council close the bridge".

        Where its report has a verb that is firmer than that, it stays: "the yard told owners to move their boats".
        """
        event, document = t.event, self._documents[t.document]
        if event.target is None or event.predicate.form != "verb" or "“" in document.words_at(event.target.span):
            return
        if not any(w.endswith("): proposed") for w in event.why):
            return  # "must" and "should" propose nothing: they stand in the sentence itself
        if event.target.head.lower() in PRONOUNS | {"more", "less", "so", "them", "him", "her"}:
            return
        if event.predicate.span.start > event.target.span.start or event.predicate.span.part != event.target.span.part:
            return
        # from the predicate on, since a preposition may stand between: "stay in port"
        behind = Span(event.predicate.span.end, event.target.span.end, event.target.span.part)
        target = " ".join(document.words_at(behind).split())
        actor = self.named(t.actor) or (event.actor.name if event.actor else None)
        if t.actor is not None and t.actor == t.voice:
            if not any(w.lower().startswith(ASKING) for w in event.why):
                return
            yield f"{voice} proposed to {event.predicate.lemma} {target}"
        elif actor is not None and len(actor.split()) <= LONGEST_NAME and not PRONOUNS & set(actor.lower().split()):
            firm = next((FIRM[lemma] for w in event.why if (lemma := w.partition(" ")[0]) in FIRM), None)
            if firm is not None:
                yield f"{voice} {firm} {self.within(actor)} to {event.predicate.lemma} {target}"
            yield f"{voice} proposed that {self.within(actor)} {event.predicate.lemma} {target}"

    def in_full(self, text: str) -> str:
        """A proposition whose first person has the full name."""
        for name in self._in_full:
            surname = name.rsplit(" ", 1)[-1]
            if surname not in text or text.startswith(name):
                continue
            short = re.match(rf"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?{re.escape(surname)}(?= [a-z])", text)
            if short is not None:
                return f"{name}{text[short.end() :]}"
        return text

    def within(self, text: str) -> str:
        """A text that does not open its sentence: its first word small where it is no name."""
        return self._openings.within(text)

    def within_name(self, party: str | None) -> str | None:
        """A party's name where it does not open a sentence."""
        name = self.named(party)
        if name is None or name.split()[0] not in ARTICLES:
            return name
        return name[:1].lower() + name[1:]

    def shows(self, t: Telling) -> bool:
        """Whether a clause can be shown as the side of a dispute: it says who did what, and does not break off."""
        clause = clause_text(t, self._documents[t.document])
        if FRAGMENT.search(clause) or OPEN_END.search(clause) or not SHORTEST_SIDE <= len(clause) <= LONGEST_CLAUSE:
            return False
        own = [r for r in (t.event.actor, t.event.target) if r is not None and t.event.span.covers(r.span)]
        if t.event.predicate.form != "verb":
            return len(own) == 2
        actor = t.event.actor
        own += (
            [actor] if actor is not None and clause.startswith(self._documents[t.document].words_at(actor.span)) else []
        )
        before = any(r.span.start < t.event.predicate.span.start for r in own)
        return before and not WITHIN.match(clause)

    def named(self, party: str | None) -> str | None:
        """A party's name in a sentence, with the article that the reports give it."""
        name = self._names.get(party or "")
        if party is None or name is None or name[:4].lower() in {"the ", "a ", "an "}:
            return name
        if party not in self._named:
            self._named[party] = self._with_its_article(party, name)
        return self._named[party]

    def _with_its_article(self, party: str, name: str) -> str:
        # headlines leave articles out
        mentions = [m for m in self._mentions[party] if not self._in_headline(m)] or self._mentions[party]
        texts = [(self._documents[m.document].part(m.span.part), m.span) for m in mentions]
        small = name[:1].lower() + name[1:]
        told_small = [(text, span) for text, span in texts if span.of(text) == small]
        if told_small and small == name.lower():  # "Army: no one killed", and "the army said" below it
            article = sum(text[: span.start].lower().endswith("the ") for text, span in told_small)
            return f"the {small}" if 2 * article > len(told_small) else small
        whole = [(text, span) for text, span in texts if span.of(text) == name]
        with_article = sum(text[: span.start].lower().endswith("the ") for text, span in whole)
        return f"the {name}" if 2 * with_article > len(whole) else name

    def _in_headline(self, mention: Citation) -> bool:
        headline = self._documents[mention.document].headline_span
        return headline is not None and headline.covers(mention.span)

    def stands(self, t: Telling, clause: str) -> bool:
        """Whether a clause can stand as a sentence: it begins with its subject and has a finite verb of its own."""
        event, document = t.event, self._documents[t.document]
        if clause[:1].isdigit() and CUT_BEFORE.search(document.part(event.span.part)[: event.span.start]):
            return False
        if clause[-1:].isdigit() and CUT_AFTER.match(document.part(event.span.part)[event.span.end :]):
            return False
        if clause.split(maxsplit=1)[0].lower() in RELATIVES:
            return False
        if event.predicate.form != "verb" or not 20 <= len(clause) <= LONGEST_CLAUSE or OPEN_END.search(clause):
            return False
        subject = next(
            (
                r
                for r in (event.actor, event.target)
                if r and abs(r.span.start - event.span.start) <= 5 and r.span.part == event.span.part
            ),
            None,
        )
        if subject is None or DANGLING.match(capital(clause)) or document.words_at(subject.span).lower() in PRONOUNS:
            return False
        text = document.part(event.span.part)
        if not capital(clause).startswith(capital(" ".join(document.words_at(subject.span).split()))):
            return False
        between = text[subject.span.end : event.predicate.span.start].split()
        if text[event.span.end :].lstrip()[:3] in {"to ", "tha"} or text[event.span.end :].lstrip()[:5] == "that ":
            return False
        if subject.span.end > event.predicate.span.start or any(w in RELATIVES for w in between):
            return False
        verb = text[event.predicate.span.start : event.predicate.span.end].split()[0]
        auxiliary = bool(BE & set(between))
        passive = event.actor is None or subject is event.target
        if verb.endswith("ing") or passive:
            return auxiliary
        return "to" not in between or len(between) > 1


def _readable(text: str) -> Iterator[str]:
    if readable(text):
        yield text


def capital(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]
