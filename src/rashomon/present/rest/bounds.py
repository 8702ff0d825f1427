"""What a request to the API may hold at most, as it stands in the OpenAPI document and on the page of the reference."""

from __future__ import annotations

from rashomon.present.server.tasks import MOST_ANSWERED

PAGE = 20
"""The length of a page where nobody asks for another; no page is longer than `questions.asked.MOST`."""
WORDS_CHARS = 1_000
"""Free words and the query syntax."""
NAME_CHARS = 300
"""The name of a party, an outlet, a speaker; an id."""
CURSOR_CHARS = 200
MOMENT_CHARS = 60
"""A time as people say it."""
REASON_CHARS = 10_000
"""Why something was decided; what a note says."""
SENTENCE_CHARS = 2_000
"""A sentence to check."""
MOST_ALSO = 20
"""Further sentences to check at once."""
MOST_NAMED = 500
"""Stories, documents, places or names of one decision."""
MOST_DOCUMENTS = MOST_ANSWERED
"""Documents of one account or check, and of one addition."""
MOST_ADDRESSES = 100
"""Addresses of one addition."""
TEXT_CHARS = 1_000_000
"""The text of one document."""
BODY_BYTES = 20_000_000
"""A body, in whatever form."""
WORDS_BYTES = 1_000_000
"""A body that holds no reports: a decision, its end, a key that is wanted."""
FORM_FIELDS = 20
"""Parts of a multipart form that are no files."""
MOST_LOOKED_AT = 10_000
"""Reports counted for one page of outlets."""
EXPORTED_DOCUMENTS = 2_000
"""Documents of an archive that is exported whole over the API; a larger one is exported by the command."""
PLAIN = r"^[^\x00]*$"
"""Any text without NUL, which no store can hold."""
