"""The published JSON Schemas (draft 2020-12) of the lines and the account, as declared data.

Every key named here is always present except `in` (and the two ways to name a root); more keys may come in
later versions, so none is forbidden.
"""

from __future__ import annotations

from rashomon.present.exports import schema_answers
from rashomon.present.exports.schema_parts import (
    COUNT,
    FLAG,
    FORM,
    IN,
    KIND,
    MAYBE_TEXT,
    NUMBER,
    OFFSET_TIME,
    PLACE,
    SHARE,
    STANDING,
    STATUS,
    TEXT,
    TEXTS,
    Schema,
)
from rashomon.present.exports.schema_parts import list_of as _list
from rashomon.present.exports.schema_parts import object_of as _object
from rashomon.present.exports.schema_parts import one_of as _one_of
from rashomon.present.exports.schema_parts import or_null as _or_null
from rashomon.present.exports.schema_parts import ref as _ref

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAMES = tuple(sorted(("account", "check", "copy", "document", "reading", "versions", *schema_answers.NAMES)))

COUNTRY = _or_null(_object(name=TEXT, as_=_one_of("name", "people", "capital", "seat", "government"))) | {
    "description": "the country on whose behalf a party of this name acts, and as what"
}
ROLE = _one_of(
    "headline", "kicker", "standfirst", "byline", "dateline", "subheading", "paragraph", "block-quote", "list-item"
)
BOUND = _one_of("exact", "about", "at least", "at most", "range", "vague", "equal")

DEFINITIONS: dict[str, Schema] = {
    "place": _object(**PLACE, may=IN) | {"description": "half-open, in Unicode code points"},
    "citation": _object(document=TEXT, **PLACE, may=IN),
    "problem": _object(
        stage=TEXT,
        code=TEXT,
        message=TEXT,
        document=MAYBE_TEXT,
        start=_or_null(COUNT),
        end=_or_null(COUNT),
        address=MAYBE_TEXT,
        fatal=FLAG,
        may=IN,
    ),
    "referent": _object(name=TEXT, **PLACE, kind=KIND, may=IN),
    "document": _object(
        id=TEXT,
        address=MAYBE_TEXT,
        outlet=MAYBE_TEXT,
        headline=MAYBE_TEXT,
        headline_span=_or_null(_ref("place")),
        bylines=TEXTS,
        published_at=_or_null(OFFSET_TIME),
        language=MAYBE_TEXT,
        text=TEXT,
        passages=_list(_object(**PLACE, role=ROLE, may=IN)),
        set_aside=_list(_object(**PLACE, reason=TEXT, may=IN)),
        credits=TEXTS,
        picture_credits=TEXTS,
        problems=_list(_ref("problem")),
        notices=_list(_ref("notice")),
    ),
    "notice": _object(
        **PLACE,
        kind=_one_of("correction", "clarification", "retraction", "update"),
        date=MAYBE_TEXT,
        wrong=_or_null(_ref("place")),
        right=_or_null(_ref("place")),
        may=IN,
    )
    | {"description": "the outlet's own word that it corrected, clarified, withdrew or updated this report"},
    "quotation": _object(
        id=TEXT,
        **PLACE,
        form=FORM,
        cue=_or_null(_object(**PLACE, lemma=MAYBE_TEXT, may=IN)),
        speaker=_or_null(_ref("referent")),
        continues=MAYBE_TEXT,
        may=IN,
    ),
    "event": _object(
        id=TEXT,
        **PLACE,
        sentence=_ref("place"),
        predicate=_object(**PLACE, lemma=TEXT, form=_one_of("verb", "noun", "light", "adjective"), may=IN),
        actor=_or_null(_ref("referent")),
        target=_or_null(_ref("referent")),
        others=_list(_object(role=TEXT, referent=_ref("referent"))),
        code=MAYBE_TEXT | {"description": "a PLOVER event type"},
        status=STATUS,
        why=TEXTS,
        voice=_or_null(_ref("referent")),
        quotation=MAYBE_TEXT,
        figures=_list(_ref("place")),
        time=_or_null(_ref("place")),
        place=_or_null(_ref("referent")),
        may=IN,
    ),
    "figure": _object(
        **PLACE,
        value=NUMBER,
        low=NUMBER,
        high=NUMBER,
        bound=BOUND,
        unit=MAYBE_TEXT,
        counts=MAYBE_TEXT,
        counts_place=_or_null(_ref("place")),
        head=TEXT,
        may=IN,
    ),
    "reading": _object(
        id=TEXT,
        quotations=_list(_ref("quotation")),
        events=_list(_ref("event")),
        mentions=_list(
            _object(name=TEXT, **PLACE, kind=KIND, form=_one_of("name", "role", "pronoun"), country=COUNTRY, may=IN)
        ),
        figures=_list(_ref("figure")),
        times=_list(
            _object(
                **PLACE,
                value=MAYBE_TEXT,
                precision=TEXT,
                may=IN,
            )
        ),
        sentences=_list(_ref("place")),
        problems=_list(_ref("problem")),
        models=TEXTS,
        degraded=FLAG,
    ),
    "copy": _object(
        origin=TEXT,
        copy=TEXT,
        shared_chars=COUNT,
        share_of_copy=SHARE,
        share_without_quotations=SHARE,
        kind=_one_of("verbatim", "edited", "excerpt", "shared-quotation"),
        direction=_one_of("declared", "earlier", "unknown"),
        passages=_list(_object(origin=_ref("place"), copy=_ref("place"))),
        reason=MAYBE_TEXT,
    ),
    "claim": _object(
        id=TEXT,
        text=TEXT,
        actor=MAYBE_TEXT,
        action=TEXT,
        target=MAYBE_TEXT,
        code=MAYBE_TEXT,
        standing=STANDING,
        standing_reason=MAYBE_TEXT,
        differs=TEXTS,
        reports=_list(
            _object(
                document=TEXT, **PLACE, status=STATUS, why=TEXTS, voice=MAYBE_TEXT, origin=TEXT, revised=TEXTS, may=IN
            )
        ),
        outlets=COUNT,
        origins=COUNT,
        root=_or_null(_object(reason=TEXT, may={"party": TEXT, "document": TEXT})),
    ),
    "utterance": _object(
        id=TEXT,
        speaker=MAYBE_TEXT,
        text=TEXT,
        differences=_one_of("none", "shortened", "retranslated", "altered"),
        quotations=_list(_object(document=TEXT, **PLACE, whole=_ref("place"), form=FORM, wording=COUNT, may=IN)),
    ),
    "figure_line": _object(
        counts=TEXT,
        claim=MAYBE_TEXT,
        standing=STANDING,
        relation=_one_of("single", "equal", "compatible", "parts", "update", "conflict"),
        values=_list(
            _object(
                value=NUMBER,
                low=NUMBER,
                high=NUMBER,
                bound=BOUND,
                unit=MAYBE_TEXT,
                sum_of=_or_null(_list({"type": "number"})),
                reports=_list(_ref("citation")),
            )
        ),
    ),
    "story": _object(
        id=TEXT,
        title=TEXT,
        documents=TEXTS,
        copies=_list(_ref("copy")),
        origins=_list(_object(id=TEXT, documents=TEXTS, reason=TEXT)),
        parties=_list(
            _object(id=TEXT, name=TEXT, kind=KIND, aliases=TEXTS, country=COUNTRY, mentions=_list(_ref("citation")))
        ),
        utterances=_list(_ref("utterance")),
        claims=_list(_ref("claim")),
        figures=_list(_ref("figure_line")),
        timeline=_list(
            _object(
                when=TEXT,
                precision=TEXT,
                claim=TEXT,
                text=TEXT,
                first=MAYBE_TEXT,
                otherwise=_list(_object(when=TEXT, precision=TEXT, citations=_list(_ref("citation")))),
                citations=_list(_ref("citation")),
            )
        ),
        answers=_list(
            _object(
                claim=TEXT,
                to=TEXT,
                kind=_one_of("responds", "denies", "refuses", "confirms", "corrects"),
                citations=_list(_ref("citation")),
            )
        ),
        framing=_list(
            _object(
                of=TEXT,
                kind=_one_of("name", "hedge", "headline"),
                wordings=_list(_object(words=TEXT, hedged=FLAG, quoted=FLAG, citations=_list(_ref("citation")))),
            )
        ),
        coverage=_list(_object(document=TEXT, only_here=TEXTS, left_out=TEXTS)),
        digest=_list(_object(text=TEXT, citations=_list(_ref("citation")), claims=TEXTS)),
        problems=_list(_ref("problem")),
        decisions=_list(_ref("applied_decision")),
        notes=_list(_ref("note")),
    ),
    "applied_decision": _object(
        id=TEXT,
        kind=_one_of("merge", "split", "move", "speaker", "one-party", "not-that-claim", "not-a-copy"),
        by=TEXT,
        at=OFFSET_TIME,
        reason=TEXT,
        effect=MAYBE_TEXT | {"description": "what stands otherwise by it; null where nothing does"},
    ),
    "note": _object(id=TEXT, by=TEXT, at=OFFSET_TIME, text=TEXT, documents=TEXTS, places=_list(_ref("citation"))),
    "checked_report": _object(
        document=TEXT,
        **PLACE,
        outlet=MAYBE_TEXT,
        words=TEXT,
        point=TEXT,
        status=_or_null(STATUS),
        voice=MAYBE_TEXT,
        speaker=MAYBE_TEXT,
        story=TEXT,
        claim=MAYBE_TEXT,
        origin=MAYBE_TEXT,
        differs=_list(
            _object(
                on=_one_of(
                    "status", "negation", "figure", "actor", "target", "name", "speaker", "time", "action", "words"
                ),
                told=TEXT,
            )
        ),
        may=IN,
    ),
    "check": _object(
        claim=TEXT,
        points=TEXTS,
        carried=_list(_ref("checked_report")),
        otherwise=_list(_ref("checked_report")),
        absent=TEXTS,
        documents=_list(_ref("document")),
        problems=_list(_ref("problem")),
        provenance=_ref("provenance"),
        may={
            "also": _list(
                _object(
                    claim=TEXT,
                    points=TEXTS,
                    carried=_list(_ref("checked_report")),
                    otherwise=_list(_ref("checked_report")),
                    absent=TEXTS,
                )
            )
        },
    ),
    "edit": _object(
        kind=_one_of("inserted", "deleted", "replaced", "moved-away", "moved-here", "blanks"),
        old=_ref("place"),
        new=_ref("place"),
        words_before=TEXT,
        words_now=TEXT,
        elsewhere=_or_null(_ref("place")),
        inside=_list(_object(kind=TEXT, old=_ref("place"), new=_ref("place"), words_before=TEXT, words_now=TEXT)),
        report=FLAG | {"description": "whether it touches the report's own words, and not only its furniture"},
    ),
    "versions": _object(
        line=TEXT,
        versions=_list(
            _object(
                id=TEXT,
                number=COUNT,
                document=TEXT,
                seen_at=OFFSET_TIME,
                published_at=_or_null(OFFSET_TIME),
                headline=MAYBE_TEXT,
                current=FLAG,
                notices=_list(_ref("notice")),
            )
        ),
        steps=_list(
            _object(
                old=TEXT,
                new=TEXT,
                headline=_list(_ref("edit")),
                edits=_list(_ref("edit")),
                alterations=_list(
                    _object(
                        kind=_one_of("figure", "status", "negation", "quotation", "speaker", "headline", "removed"),
                        before=_ref("place"),
                        words_before=TEXT,
                        now=_or_null(_ref("place")),
                        words_now=MAYBE_TEXT,
                    )
                ),
            )
        ),
    ),
    "provenance": _object(
        version=TEXT,
        stages=TEXTS,
        decided={
            "type": "object",
            "additionalProperties": TEXT,
            "description": "for each part of a story, the versioned rules that decided it",
        },
        models=TEXTS,
        degraded=FLAG,
    ),
    "account": _object(
        format={"const": "rashomon-account/1"},
        documents=_list(_ref("document")),
        stories=_list(_ref("story")),
        problems=_list(_ref("problem")),
        provenance=_ref("provenance"),
    ),
}

_EVERY = DEFINITIONS | schema_answers.DEFINITIONS


def schema(name: str) -> Schema:
    """The complete schema of one shape.

    Args:
        name: one of `NAMES`.
    """
    used: dict[str, Schema] = {}
    _gather(_EVERY[name], used)
    own = {key: value for key, value in sorted(used.items()) if key != name}
    return {"$schema": DRAFT, "title": f"rashomon {name}", **_EVERY[name], "$defs": own}


def _gather(part: object, used: dict[str, Schema]) -> None:
    """Adds to `used` every definition that `part` leads to."""
    if isinstance(part, dict):
        name = str(part.get("$ref", "")).removeprefix("#/$defs/")
        if name and name not in used:
            used[name] = _EVERY[name]
            _gather(used[name], used)
        for value in part.values():
            _gather(value, used)
    elif isinstance(part, list):
        for value in part:
            _gather(value, used)
