"""The elements of a page by what they are in its column: paragraphs, lists, cells, breaks, or never part of it."""

from __future__ import annotations

from rashomon.core import Role

LEFT_OUT = frozenset(
    "aside embed fencedframe footer form head iframe menu object script applet audio canvas figure map picture svg "
    "video area blink button datalist dialog frame frameset fieldset link input label legend marquee math menuitem nav "
    "noindex noscript optgroup option output param progress rp rt rtc select source style track textarea time "
    "use".split()
)
NEVER_AROUND = (LEFT_OUT - {"form"}) | {"li"}
"""Elements in which no column stands."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
LISTS = frozenset({"ul", "ol", "dl"})
ITEMS = frozenset({"li", "dd", "dt"})
QUOTES = frozenset({"blockquote", "pre"})
CELLS = frozenset({"td", "th", "caption"})
BREAKS = frozenset({"br", "hr"})
CONTAINERS = frozenset(
    "div section article main header body center details table tr tbody thead tfoot".split(),
)
ROLES = {
    **dict.fromkeys(HEADINGS, Role.SUBHEADING),
    **dict.fromkeys(ITEMS, Role.LIST_ITEM),
    **dict.fromkeys(QUOTES, Role.BLOCK_QUOTE),
}
TELLING = HEADINGS | ITEMS | QUOTES | CELLS | {"p"}
"""Elements whose own words are the report's; of others only what stands behind a break is."""
BLOCKS = TELLING | LISTS | CONTAINERS
TAILED = HEADINGS | QUOTES | LISTS | {"p", "table"}
"""Blocks behind which bare words are a paragraph."""
SPREAD = frozenset({"b", "em", "i", "strong", "u", "kbd", "samp", "tt", "var", "sub", "sup", "a", "span"})
"""Elements within a paragraph."""
