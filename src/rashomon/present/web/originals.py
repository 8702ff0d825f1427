"""The page that a report was cleaned from, as it came and harmless: its words and their order, and nothing else.

It is never trusted. Of the markup only elements that lay words out are kept, without any attribute: no address is
left that could be asked for or followed, no style, no script, no form. And the answer says to the browser that nothing
may be asked for, run or sent (Content Security Policy, with a sandbox).
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from fastapi.responses import HTMLResponse

from rashomon.core import Problem
from rashomon.ingest import again
from rashomon.present.report.told import outlet_name
from rashomon.present.web import addresses
from rashomon.present.web.rendering import environment
from rashomon.stores.facts import Version

TAGS = frozenset(
    """
    article aside b blockquote br caption cite code dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5
    h6 header hr i ins li mark nav ol p pre q s section small span strong sub summary sup table tbody td tfoot th
    thead time tr u ul
    """.split()
)
WITH_ALL_IN_THEM = frozenset("script style template noscript iframe object embed svg math head title".split())
"""Elements that go with all that stands in them."""
MOST_CHARS = 3_000_000
"""No more of a page is shown; a report has some ten thousand."""
STYLE = (
    ":root{color-scheme:light dark;background:#fff;color:#1e1d1b}a{color:#1b4f8a}"
    "@media (prefers-color-scheme:dark){:root{background:#191a1c;color:#e9e6e0}a{color:#9cc4f4}}"
    "body{max-width:46rem;margin:0 auto;padding:1rem 1.2rem 3rem;font:1rem/1.5 Georgia,serif;overflow-wrap:anywhere}"
    ".told{font:.9rem/1.5 sans-serif;border:1px solid;border-radius:.3rem;padding:.6rem .9rem;margin-bottom:1.5rem}"
    "pre{white-space:pre-wrap;font:inherit}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem}"
)


@cache
def policy() -> str:
    """What the browser may do with such a page: lay it out, with the one style that is ours."""
    mark = b64encode(sha256(STYLE.encode()).digest()).decode()
    nowhere = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
    return f"{nowhere}; style-src 'sha256-{mark}'"


def original_page(version: Version, octets: bytes) -> HTMLResponse:
    """The page of kept bytes.

    Args:
        version: what was cleaned from them.
        octets: as the archive keeps them.
    """
    document = version.document
    page = again(octets, address=document.address or document.id)
    kind, text, fault = ("", "", page.message) if isinstance(page, Problem) else (page.kind, page.text, "")
    shown = environment().get_template("original.html.j2")
    made = shown.render(
        document=document,
        name=outlet_name(document),
        back=addresses.document(version.id),
        style=STYLE,
        fault=fault,
        cut=len(text) > MOST_CHARS,
        html=harmless(text[:MOST_CHARS]) if kind == "html" else None,
        text=text[:MOST_CHARS],
    )
    headers = {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return HTMLResponse(made, headers=headers)


def harmless(html: str) -> str:
    """Markup of which only the layout of words is left."""
    import nh3

    cleaned: str = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(WITH_ALL_IN_THEM),
        attributes={},
        url_schemes=set(),
        link_rel=None,
        strip_comments=True,
    )
    return cleaned
