"""The published JSON Schemas of answers: what the questions to an archive give, page by page."""

from __future__ import annotations

from rashomon.present.exports.schema_parts import (
    COUNT,
    FLAG,
    FORM,
    IN,
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
    list_of,
    object_of,
    one_of,
    or_null,
    ref,
)

NAMES = ("claims", "documents", "figures", "outlets", "quotes", "search", "stories")
"""The commands whose answers these are."""

TIME = or_null(OFFSET_TIME)
BEFORE = MAYBE_TEXT | {"description": "given again to go on from there; null at the end"}
TELLING: dict[str, Schema] = {"document": TEXT, "outlet": MAYBE_TEXT, "published_at": TIME, **PLACE, "words": TEXT}


def _page(result: str, **more: Schema) -> Schema:
    return object_of(results=list_of(ref(result)), before=BEFORE, **more)


DEFINITIONS: dict[str, Schema] = {
    "telling": object_of(**TELLING, may=IN),
    "between": object_of(outlet=MAYBE_TEXT, reports=COUNT, share_of_copy=or_null(SHARE)),
    "story_answer": object_of(
        id=TEXT,
        title=TEXT,
        storyline=MAYBE_TEXT,
        documents=TEXTS,
        outlets=TEXTS,
        first=TIME,
        latest=TIME,
        at=TIME,
        claims=object_of(agreed=COUNT, disputed=COUNT, denied=COUNT, single=COUNT),
        origins=COUNT,
        accounted=FLAG,
        fresh=FLAG,
    ),
    "claim_answer": object_of(
        story=TEXT,
        title=TEXT,
        id=TEXT,
        text=TEXT,
        actor=MAYBE_TEXT,
        action=TEXT,
        target=MAYBE_TEXT,
        code=MAYBE_TEXT,
        standing=STANDING,
        standing_reason=MAYBE_TEXT,
        differs=TEXTS,
        at=TIME,
        outlets=COUNT,
        origins=COUNT,
        counting=MAYBE_TEXT
        | {"description": "how many reports count, where one was withdrawn or rests on such; else null"},
        reports=list_of(object_of(**TELLING, status=STATUS, voice=MAYBE_TEXT, revised=TEXTS, may=IN)),
    ),
    "quotation_answer": object_of(
        story=TEXT, title=TEXT, utterance=TEXT, speaker=MAYBE_TEXT, form=FORM, sentence=MAYBE_TEXT, **TELLING, may=IN
    ),
    "figure_answer": object_of(
        story=TEXT,
        title=TEXT,
        counts=TEXT,
        claim=MAYBE_TEXT,
        standing=STANDING,
        relation=one_of("single", "equal", "compatible", "parts", "update", "conflict"),
        at=TIME,
        values=list_of(
            object_of(
                value=NUMBER,
                low=NUMBER,
                high=NUMBER,
                bound=one_of("exact", "about", "at least", "at most", "range", "vague", "equal"),
                unit=MAYBE_TEXT,
                sum_of=or_null(list_of({"type": "number"})),
                reports=list_of(ref("telling")),
            )
        ),
    ),
    "document_answer": object_of(
        id=TEXT,
        version=TEXT,
        story=MAYBE_TEXT,
        outlet=MAYBE_TEXT,
        headline=MAYBE_TEXT,
        published_at=TIME,
        address=MAYBE_TEXT,
        language=MAYBE_TEXT,
        bylines=TEXTS,
        credits=TEXTS,
        text_chars=COUNT,
    ),
    "outlet_answer": object_of(
        name=MAYBE_TEXT,
        kind=MAYBE_TEXT,
        family=MAYBE_TEXT,
        reports=COUNT,
        first=TIME,
        latest=TIME,
        copies=COUNT,
        copies_share=or_null(SHARE),
        sharing=COUNT,
        copied_from=list_of(ref("between")),
        copied_by=list_of(ref("between")),
        credits=list_of(ref("between")),
        credited_by=list_of(ref("between")),
    ),
    "hit": object_of(
        kind=one_of("claim", "quotation", "document"),
        at=TIME,
        story=MAYBE_TEXT,
        words=TEXT,
        offset=COUNT,
        marks=list_of(object_of(**PLACE, may=IN)),
        claim=or_null(ref("claim_answer")),
        quotation=or_null(ref("quotation_answer")),
        document=or_null(ref("document_answer")),
    ),
    "claims": _page("claim_answer"),
    "documents": _page("document_answer"),
    "figures": _page("figure_answer"),
    "outlets": _page("outlet_answer", looked_at=COUNT, whole=FLAG),
    "quotes": _page("quotation_answer"),
    "search": _page("hit", among=list_of(one_of("claims", "quotations", "documents"))),
    "stories": _page("story_answer"),
}
