"""Pages cleaned by other programs: trafilatura (as it comes, and fast), newspaper4k, resiliparse, beside Rashomon.

Each is given the decoded page and gives the words of the report. Rashomon's whole cleaning runs (headline, byline,
date, outlet, credits, notices, language, furniture), the others' extraction of text alone, save newspaper4k, which
parses title, authors and date in the same call. trafilatura is called with comments off, as news needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from rashomon.core import Page

Cleaner = Callable[[str], str]


def rashomon(page: str) -> str:
    """The words that Rashomon keeps."""
    from evals.grouping import words_of

    return words_of(Page(address="page.html", kind="html", text=page))


def trafilatura(page: str) -> str:
    """Of trafilatura as it comes."""
    from trafilatura import extract

    return extract(page, include_comments=False) or ""


def trafilatura_fast(page: str) -> str:
    """Of trafilatura without its second and third opinion."""
    from trafilatura import extract

    return extract(page, include_comments=False, fast=True) or ""


def newspaper(page: str) -> str:
    """Of newspaper4k; nothing is fetched."""
    from newspaper import Article
    from newspaper.exceptions import ArticleException

    with suppress(ArticleException):
        article = Article("https://page.example/news/page.html", fetch_images=False, language="en")
        article.download(input_html=page)
        article.parse()
        return str(article.text)
    return ""


def resiliparse(page: str) -> str:
    """Of resiliparse."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=True, alt_texts=False, list_bullets=False, comments=False))


PEERS: dict[str, Cleaner] = {
    "Rashomon": rashomon,
    "trafilatura": trafilatura,
    "trafilatura, fast": trafilatura_fast,
    "newspaper4k": newspaper,
    "resiliparse": resiliparse,
}
"""What gives the words of a page."""
