"""What classes, ids and other attributes of elements say: where a page's column is, and what in it is none of it.

The names are those that trafilatura 2.3 (Barbaresi 2021, Apache 2.0) gathered from many sites. Here they are tables of
plain names, asked in two ways: what an attribute begins with, and what it holds anywhere. Each element is looked at
once, in the one walk through the column.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

FRAMES = ("article", "div", "main", "section")
"""Elements that may hold the column."""
RANKS = 5
MOST_NAMED_CHARS = 1000
"""Of a longer attribute the rest is not read: what is remembered of attributes stays small."""
_CACHED = 8192


class Names(NamedTuple):
    """Names of one meaning: those with which an attribute begins, and those that stand anywhere in it."""

    first: tuple[str, ...]
    within: re.Pattern[str]

    def name(self, attribute: str) -> bool:
        """Whether an attribute bears one of them."""
        return bool(attribute) and (attribute.startswith(self.first) or self.within.search(attribute) is not None)


def _names(within: str, *, first: str = "", spaced: tuple[str, ...] = ()) -> Names:
    """Names parted by blanks; those that hold a blank themselves are `spaced`."""
    each = sorted({*within.split(), *spaced})
    return Names(tuple(first.split()), re.compile("|".join(map(re.escape, each))))


_ON_ALL_SITES = """
    art-content article__body article__content article-body article-content articlebody articleBody body-text
    entry-content
"""
BODY_ID = _names(_ON_ALL_SITES)
BODY_CLASS = _names(f"""{_ON_ALL_SITES}
    article__container article-text ArticleContent articletext articleText page-content text-content
    post_content post_inner_wrapper post_text post-body post-content post-entry post-text postcontent
    postContent postentry
""")
_STORY_PARTS = " ".join(
    f"story{between}{part}" for between in ("-", "_", "--", "__") for part in ("body", "content", "text")
)
STORY_ID = _names("story-body", first="primary")
STORY_CLASS = _names(f"""{_STORY_PARTS}
    blog-content field-body main-column post-bodycopy section-content single-content single-post storycontent
    theme-content wpb_text_column
""")
IN_FULL = "fulltext"
MAIN_ID = _names("content-body content-main contentBody main-content main-Content Main-content Main-Content")
MAIN_CLASS = _names("""
    content__body content_main content-body content-main main-content main-Content Main-content Main-Content
    page-content page-Content Page-content Page-Content
""")
WHOLE = {
    0: (frozenset({"entry", "post"}), frozenset({"articleContent"})),
    2: (frozenset({"art-postcontent", "cell", "postarea", "story", "text"}), frozenset({"article", "story"})),
    3: (frozenset({"content"}), frozenset({"content"})),
}
"""By rank the classes and the ids that say so alone, where nothing stands beside them."""

COMMENTED = frozenset({"div", "section", "details", "ol", "ul"})
_OF_COMMENTS = ("comment", "Comment")
_COMMENTS_ID = ("comol", "disqus_thread", "dsq-comments")
_COMMENTS_CLASS = ("article-comments", "post-comments")

NAMED = frozenset({"div", "details", "li", "dd", "dt", "ul", "ol", "dl", "p", "section", "span"})
"""Elements that a name may take out of the column."""
_ASIDE = """
    author banner bread-crumb breadcrumb button caption cookie footer Footer infinite-scroll infinitescroll
    mvp-post-add-box mvp-post-add-wrap newsletter sidebar social syndication tags viral
"""
ASIDE_ID = _names(
    f"{_ASIDE} bmdh menu message-container nav Nav premium related share Share",
    first="ad- dpsp-content jp- shar",
)
ASIDE_CLASS = _names(
    f"""{_ASIDE}
    -ad- -icon -stories article-infos attachment avigation bar blurred byline Byline consent criteo dfpad dfpAd elated
    embed expand menu message-container meta modal-content mol-factbox more-on most-popular navbar navbox next- nfoline
    obfuscated options outbrain overlay paid-content paidcontent permission rating share- slide sociable subnav taboola
    tag-list timestamp user-info user-profile viewport widget yin zlylin
    """,
    first="ad- nav post-nav shar ZendeskForm",
    spaced=(" ad ", " ad-"),
)
HIDDEN_ID = _names("akismet hidden reader-comments", first="reply-")
HIDDEN_CLASS = _names(
    "-hide- -reply- akismet comments-title hide-print message nocomments noprint notloaded suggest-links",
    first="hide- reply-",
    spaced=(" hidden", " hide"),
)
HIDDEN_STYLE = _names("hidden display:none", spaced=("display: none",))


def rank(element: Any) -> int | None:  # noqa: ANN401 - lxml is untyped
    """How surely an element is the column by its names: 0 is the surest; None where nothing says so."""
    given = dict(element.items())
    if given.get("itemprop") == "articleBody":
        return 0
    return _rank(element.tag, *_read(given, "class", "id", "role"))


def _read(given: dict[str, str], *attributes: str) -> list[str]:
    return [given.get(attribute, "")[:MOST_NAMED_CHARS] for attribute in attributes]


@lru_cache(_CACHED)
def _rank(tag: str, kind: str, ident: str, role: str) -> int | None:
    def alone(place: int) -> bool:
        return kind in WHOLE[place][0] or ident in WHOLE[place][1]

    if alone(0) or BODY_ID.name(ident) or BODY_CLASS.name(kind):
        return 0
    if tag == "article":
        return 1
    if alone(2) or role == "article" or kind.startswith("article ") or IN_FULL in kind.lower():
        return 2
    if STORY_ID.name(ident) or STORY_CLASS.name(kind):
        return 2
    if alone(3) or MAIN_ID.name(ident) or MAIN_CLASS.name(kind):
        return 3
    return 4 if tag == "main" or any(name.startswith("main") for name in (kind, ident, role)) else None


def holds_comments(element: Any) -> bool:  # noqa: ANN401
    """Whether readers' comments stand in an element."""
    return element.tag in COMMENTED and _holds_comments(*_read(dict(element.items()), "class", "id"))


@lru_cache(_CACHED)
def _holds_comments(kind: str, ident: str) -> bool:
    for name in (kind, ident):
        if name.startswith(_OF_COMMENTS) and not name.startswith("ary", len("comment")):
            return True
    return ident.startswith(_COMMENTS_ID) or any(name in kind for name in _COMMENTS_CLASS)


def set_apart(tag: str, attributes: list[tuple[str, str]]) -> bool:
    """Whether its attributes say that an element within the column is no part of the report."""
    given = dict(attributes)
    kind, ident, style = _read(given, "class", "id", "style")
    if (kind or ident) and _apart(tag in NAMED, kind, ident):
        return True
    if given.get("aria-hidden") == "true" or HIDDEN_STYLE.name(style):
        return True
    return tag in NAMED and (
        "data-lp-replacement-content" in given
        or "nav" in given.get("role", "").lower()
        or "MostPopularStories" in given.get("data-component", "")
    )


@lru_cache(_CACHED)
def _apart(named: bool, kind: str, ident: str) -> bool:  # noqa: FBT001 - cached
    if HIDDEN_ID.name(ident) or HIDDEN_CLASS.name(kind):
        return True
    return named and (ASIDE_ID.name(ident) or ASIDE_CLASS.name(kind) or any(map(_captions, (ident, kind))))


def _captions(name: str) -> bool:
    """Whether a name is of a caption written large, which one that only "has" it is not."""
    return "Caption" in name.replace("hasCaption", "")
