"""The tables for researchers: their columns, what each holds, and the keys by which they join.

The codebook is made from these declarations, and so are the headers of CSV and the schema of Parquet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What a column holds, in the words of Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, what it holds, and what that means."""

    name: str
    holds: Holds
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: what a row is, the columns, the key of a row, and which columns are keys of rows elsewhere."""

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()
    """Columns here, the other table, its columns."""


def _columns(declared: str) -> tuple[Column, ...]:
    """Columns from lines of name, what it holds, and what it means."""
    rows = (line.strip().split(" ", 2) for line in declared.strip().splitlines())
    return tuple(Column(name=name, holds=Holds(holds), means=means) for name, holds, means in rows)


_STORY = (("story",), "stories", ("story",))
_DOCUMENT = (("document",), "documents", ("document",))
_CLAIM = (("story", "claim"), "claims", ("story", "claim"))
_PLACE = """
    document string the report in which the place is
    part string in which of its strings the place counts: text, or headline where the text does not hold it
    start integer where the place begins, in Unicode code points from 0
    end integer where it ends; the character there is not part of it
"""

TABLES: tuple[Table, ...] = (
    Table(
        name="stories",
        row="a story: the documents on one happening",
        key=("story",),
        columns=_columns("""
            story string id of the story
            title string its title
            documents integer how many documents tell it
            claims integer how many claims it has
            origins integer how many independent origins it has
            first_published_at datetime when the first of its documents was published; empty where none has a time
            last_published_at datetime when the last was
        """),
    ),
    Table(
        name="documents",
        row="a document: one outlet's report, cleaned, in its current version",
        key=("document",),
        refers=(_STORY,),
        columns=_columns("""
            document string id of the document
            story string the story that it tells
            outlet string who published it; empty where that is not known
            headline string its headline
            published_at datetime when it was published, in UTC
            address string where it stands
            language string its language (ISO 639-1)
            bylines string who wrote it; several are parted by a semicolon
            credits string agencies and outlets that it names as where it comes from
            text_chars integer how long its text is, in Unicode code points
            notices string how it says of itself that it was revised: correction, clarification, retraction, update
            text string its text; empty unless texts were asked for
        """),
    ),
    Table(
        name="claims",
        row="a claim: a proposition, whatever status each report gives it",
        key=("story", "claim"),
        refers=(_STORY,),
        columns=_columns("""
            story string the story that it is of
            claim string id of the claim, unique within its story
            text string one telling of it
            actor string name of who acts; empty where that is open
            action string what is done
            target string name of who or what it is done to
            code string its PLOVER event type; empty outside them
            standing string how it stands over all its reports: agreed, disputed, denied or single
            statuses string what its reports tell it as, the most told first; those that were withdrawn do not count
            told string the same in words, with how many reports tell it so
            differs string on what its reports differ: status, figure, time, actor
            documents integer how many documents tell it
            outlets integer how many outlets
            origins integer on how many independent origins it rests
            root_party string name of the party on which all its reports rest, where there is one
            root_document string the document on which all its reports rest, where there is one
        """),
    ),
    Table(
        name="reports",
        row="a report of a claim: how one document tells it at one place",
        key=("story", "claim", "number"),
        refers=(_CLAIM, _DOCUMENT, (("story", "origin"), "origins", ("story", "origin"))),
        columns=_columns(f"""
            story string the story
            claim string the claim
            number integer which of the claim's reports, from 0
            {_PLACE.strip()}
            words string what stands there, no longer than an excerpt
            status string what the passage says of the claim; never whether that is true
            voice string name of the party to whom the passage lays it; empty where the outlet says it itself
            origin string the origin on which it rests
            why string the steps by which the status was reached, outermost first
            revised string what became of it since: kinds of notices, said-before, rests-on-retracted
        """),
    ),
    Table(
        name="utterances",
        row="an utterance: what one speaker said once, across documents",
        key=("story", "utterance"),
        refers=(_STORY,),
        columns=_columns("""
            story string the story
            utterance string id of the utterance, unique within its story
            speaker string name of who said it; empty where that is not known
            text string its fullest wording, no longer than an excerpt
            forms string how it is quoted; where indirect alone, its words may be what the speaker denied
            statuses string what is told of indirectly quoted words; of denied ones, the speaker said no
            differences string how its wordings differ: none, shortened, retranslated or altered
            wordings integer how many different wordings it has
            documents integer how many documents quote it
        """),
    ),
    Table(
        name="quotations",
        row="a quotation: the place at which one document has an utterance",
        key=("story", "utterance", "number"),
        refers=((("story", "utterance"), "utterances", ("story", "utterance")), _DOCUMENT),
        columns=_columns(f"""
            story string the story
            utterance string the utterance
            number integer which of its quotations, from 0
            {_PLACE.strip()}
            whole_start integer where the whole quotation begins, of which this is a part
            whole_end integer where that ends
            form string how it is quoted: direct, block, mixed, indirect or headline
            wording integer quotations of an utterance with the same number here have the same words
            words string what stands there, no longer than an excerpt
            sentence string of an indirect quotation, the sentence with its cue, no longer than an excerpt
            statuses string of an indirect quotation, what the passage tells of its words
        """),
    ),
    Table(
        name="figures",
        row="a line of figures: what is counted",
        key=("story", "figure"),
        refers=(_STORY,),
        columns=_columns("""
            story string the story
            figure integer which of the story's lines, from 0
            counts string what is counted
            claim string the claim that it belongs to, where there is one
            standing string how the line stands: agreed, disputed or single
            relation string how its values go together: single, equal, compatible, parts, update or conflict
        """),
    ),
    Table(
        name="figure_values",
        row="a value of a line of figures at one place that tells it",
        key=("story", "figure", "value_number", "number"),
        refers=((("story", "figure"), "figures", ("story", "figure")), _DOCUMENT),
        columns=_columns(f"""
            story string the story
            figure integer the line
            value_number integer which of its values, from 0
            number integer which of the places that tell it, from 0
            value number the number; empty where the words are vague, then low and high bound it
            low number the least that it can be
            high number the most that it can be, or the end of a range
            bound string exact, about, at least, at most, range, vague or equal
            unit string unit or currency; empty for a bare count
            sum_of string the parts that it is the sum of, parted by a semicolon
            {_PLACE.strip()}
        """),
    ),
    Table(
        name="origins",
        row="an origin with one of the documents that rest on it",
        key=("story", "origin", "document"),
        refers=(_STORY, _DOCUMENT),
        columns=_columns("""
            story string the story
            origin string id of the origin, unique within its story
            document string a document that rests on it
            reason string why these documents are one origin
        """),
    ),
    Table(
        name="copies",
        row="two documents that share passages",
        key=("story", "origin_document", "copy_document"),
        refers=(
            _STORY,
            (("origin_document",), "documents", ("document",)),
            (("copy_document",), "documents", ("document",)),
        ),
        columns=_columns("""
            story string the story
            origin_document string from which words are taken; with direction unknown, one of the two
            copy_document string which takes them
            kind string verbatim, edited, excerpt or shared-quotation
            direction string on what the direction rests: declared, earlier or unknown
            shared_chars integer how many characters both have
            share_of_copy number the share of the copy's prose that is shared, from 0 to 1
            share_without_quotations number the same without what is quoted in both
            passages integer how many passages they share
            reason string why it is known
        """),
    ),
    Table(
        name="decisions",
        row="a person's decision or note that bears on a story",
        key=("story", "decision"),
        refers=(_STORY,),
        columns=_columns("""
            story string the story
            decision string id of the decision
            kind string merge, split, move, speaker, one-party, not-that-claim, not-a-copy or note
            by string who decided
            at datetime when
            reason string why; of a note, its words
            effect string what stands otherwise by it; empty where nothing does
        """),
    ),
    Table(
        name="problems",
        row="a problem: a fault in the input, or something an editor should know",
        key=("number",),
        columns=_columns("""
            number integer which of all problems, from 0
            story string the story; empty where it is of none
            stage string where it was noticed
            code string what it is, in a word
            message string the same for people
            document string the document, where it is of one
            part string in which of its strings the place counts: text or headline
            start integer where the place begins, where there is one
            end integer where it ends
            address string of the input, where no document came of it
            fatal boolean whether it is the reason why an input gave no document
        """),
    ),
)
