"""Invented reports as the pages that outlets serve: the report in its column, and all that stands around it.

A page has some 50 kB, as measured on 181 real ones (the middle one has more, much of it in scripts): a head with the
usual tags and a JSON-LD of the report, styles, a script with a state in JSON, three levels of navigation, a share
bar, the report with a byline, a picture with a caption and links to others between its paragraphs, teasers of other
reports at the side and below, a newsletter box, comments, a cookie notice and a footer. Outlets differ in their class
names and in which of the elements they use.
"""

from __future__ import annotations

import gzip
import html
import json
import random
from collections.abc import Iterable
from pathlib import Path

from benchmarks.press import FIRST_DAY, ManyWords, Report
from benchmarks.reports import name
from benchmarks.warc import record

COLUMNS = ("article-body", "story__text", "entry-content", "c-body", "post-content")
WRAPPERS = ("article", "main", "div")
MENU, TEASERS, COMMENTS, STATE = 60, 24, 8, 120
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
COOKIES = "We and our partners use cookies. Accept all, or choose in the settings. You can change your mind later."
NEWSLETTER = "Sign up for our morning newsletter. By signing up you accept our terms and conditions."


def page(report: Report) -> str:
    """The page of a report; the same for the same report."""
    d = report.document
    rng = random.Random(f"page {d.id}")
    look = random.Random(f"look {d.outlet}")
    column, wrapper = look.choice(COLUMNS), look.choice(WRAPPERS)
    at = (d.published_at or FIRST_DAY).isoformat()
    headline, outlet = html.escape(d.headline or ""), html.escape(d.outlet or "")
    byline = f"{name(rng)} {name(rng)}"
    told = "\n".join(_paragraphs(d.text.split("\n\n"), rng))
    words = ManyWords()
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{headline} | {outlet}</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="{outlet}">
<meta property="og:type" content="article"><meta property="article:published_time" content="{at}">
<meta name="author" content="{byline}"><link rel="canonical" href="{d.address}">
<script type="application/ld+json">{json.dumps(_linked(report, at, byline))}</script>
<style>{_styles(look)}</style></head>
<body class="page page--{column}">
<header class="masthead"><a href="/">{outlet}</a>
<nav class="menu"><ul>{_links(look, MENU, "menu__item")}</ul></nav></header>
<{wrapper} class="{column}-wrap"><h1 class="headline">{headline}</h1>
<div class="byline">By <a href="/by/{byline.lower().replace(" ", "-")}">{byline}</a>
<time datetime="{at}">{at[:10]}</time></div>
<div class="share"><ul>{_links(look, 6, "share__button")}</ul></div>
<figure><img src="/i/{d.id}.jpg" alt="{words.noun(rng)}">
<figcaption>A {words.noun(rng)}. Picture: {name(rng)}</figcaption></figure>
<div class="{column}">
{told}
</div></{wrapper}>
<aside class="rail"><h2>Most read</h2><ol>{_teasers(rng, TEASERS // 2)}</ol></aside>
<section class="newsletter"><form><p>{NEWSLETTER}</p><input type="email"><button>Sign up</button></form></section>
<section class="related"><h2>More from {outlet}</h2><ul>{_teasers(rng, TEASERS)}</ul></section>
<section class="comments"><h2>Comments</h2>{_comments(rng)}</section>
<footer class="footer"><ul>{_links(look, MENU // 2, "footer__item")}</ul><p>All rights reserved. {outlet}</p></footer>
<div class="cookies" role="dialog"><p>{COOKIES}</p><button>Accept</button></div>
<script>window.state = {json.dumps(_state(rng))};</script>
</body></html>"""


def _paragraphs(told: Iterable[str], rng: random.Random) -> Iterable[str]:
    for number, paragraph in enumerate(told):
        yield f"<p>{html.escape(paragraph, quote=False)}</p>"
        if number % 5 == 4:
            yield f'<div class="inline-teaser"><a href="/{number}">Read more: {_title(rng)}</a></div>'
        if number % 4 == 2:
            yield f'<div class="ad" id="ad-{number}" data-slot="{rng.random()}"><span>Advertisement</span></div>'


def _linked(report: Report, at: str, byline: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report.document.headline,
        "datePublished": at,
        "author": [{"@type": "Person", "name": byline}],
        "publisher": {"@type": "Organization", "name": report.document.outlet},
        "mainEntityOfPage": report.document.address,
    }


def _title(rng: random.Random) -> str:
    words = ManyWords()
    w, w2, w3 = words.nouns(rng, 3)
    return f"{name(rng)} {words.verb(rng)} the {w} after {w2} and {w3}"


def _teasers(rng: random.Random, count: int) -> str:
    return "\n".join(
        f'<li class="teaser teaser--{rng.randint(1, 4)}"><a class="teaser__link" href="/{rng.randint(1, 99999)}">'
        f'<img class="teaser__picture" loading="lazy" src="/i/{rng.randint(1, 99999)}.jpg" alt="">'
        f'<h3 class="teaser__title">{_title(rng)}</h3></a><span class="teaser__time">{rng.randint(1, 23)} h</span></li>'
        for _ in range(count)
    )


def _links(rng: random.Random, count: int, kind: str) -> str:
    words = ManyWords()
    return "\n".join(
        f'<li class="{kind}"><a class="{kind}-link" data-track="{kind}:{number}" href="/{word}">{word.title()}</a></li>'
        for number, word in enumerate(words.noun(rng) for _ in range(count))
    )


def _comments(rng: random.Random) -> str:
    return "\n".join(
        f'<div class="comment"><b>{name(rng)}</b>'
        f"<p>I doubt it: {_title(rng).lower()}, and {_title(rng).lower()}.</p></div>"
        for _ in range(COMMENTS)
    )


def _styles(rng: random.Random) -> str:
    return "".join(
        f".c{number}-{rng.choice(COLUMNS)}{{margin:{rng.randint(0, 40)}px;color:#{rng.randint(0, 0xFFFFFF):06x}}}"
        for number in range(180)
    )


def _state(rng: random.Random) -> dict[str, object]:
    return {f"key{number}": {"title": _title(rng), "id": rng.randint(1, 10**9)} for number in range(STATE)}


def write_pages(path: Path, told: Iterable[Report]) -> int:
    """Write reports as a web archive, zipped record by record; how many."""
    count = 0
    with path.open("wb") as stream:
        for report in told:
            block = OK + page(report).encode()
            made = record(count, "response", block, address=report.document.address or "")
            stream.write(gzip.compress(made, 6, mtime=0))
            count += 1
    return count
