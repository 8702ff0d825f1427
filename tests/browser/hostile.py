"""A press review that would take over whatever shows it: markup, handlers, addresses, directions, endless words.

Everything calls `ran`, which every watched page counts.
"""

from __future__ import annotations

import html
import json

LONG = "w" * 10_000
SCRIPT = "<script>ran('script')</script>"
IMAGE = "<img src=x onerror=ran('image')>"
LEAVING = "\"'><svg onload=ran('svg')><b autofocus tabindex=0 onfocus=ran('focus') onmouseover=ran('mouse')>"
CLOSING = "</title></style></textarea></script></template><script>ran('closed')</script>"
TEMPLATE = "{{ 7 * 7 }}{% raw %}${ran('template')}"
COMMENT = "<!-- ]]> <!--"
BASE = "<base href=//elsewhere.example/><meta http-equiv=refresh content='0;url=//elsewhere.example/'>"
FRAME = "<iframe srcdoc='<script>parent.ran(1)</script>'></iframe><form action=//elsewhere.example><input name=token>"
STYLE = "<style>*{display:none!important}</style><link rel=stylesheet href=//elsewhere.example/a.css>"
TURNED = "\u202eturned\u202c \u2066isolated\u2069"
EMPTY = "ze\u200bro\u200dwi\ufeffdth"
NULS = "nu\x00ls be\x07lls esc\x1b[31mapes"

ADDRESSES = (
    "javascript:ran('address')//",
    "data:text/html,<script>ran('data')</script>",
    "https://tarn.example/?q=\"><script>ran('query')</script>&x='onclick='ran(1)",
    "JaVaScRiPt:ran('mixed')//",
)

OUTLETS = (
    f"Tarn {SCRIPT} Post",
    f"Orle {IMAGE} Star",
    f"Quay {LEAVING} Mail",
    f"Vale {TURNED} {EMPTY} Echo",
)
SPEAKER = "Mira Holt"

FIRST = f"""\
The Orle Transport Company dismissed 12 drivers on Friday. {SCRIPT} \u201cWe will not drive {IMAGE} until the company \
talks to us,\u201d said union leader {SPEAKER}. About 300 drivers stayed at home. {FRAME} {BASE}

{LONG}

{COMMENT} {CLOSING}"""
SECOND = f"""\
The Orle Transport Company dismissed 14 drivers on Friday. \u201cWe will not drive {IMAGE} until the company talks to \
us,\u201d union leader {SPEAKER} told reporters. The Orle Transport Company denied that it had cut pay. {STYLE}

{NULS} {TURNED} {EMPTY}"""
THIRD = f"""\
The Orle Transport Company plans to dismiss 12 drivers, a spokeswoman said. \u201c{LEAVING} {LONG} we will not \
drive,\u201d said {SPEAKER}. {TEMPLATE}

\u201cNobody <b onclick=ran(2)>asked</b> us,\u201d said <i>Bram</i> {IMAGE} Idris."""
FOURTH = f"""\
The Orle Transport Company dismissed 12 drivers on Friday, \u201c{TURNED} {SCRIPT}\u201d said {SPEAKER}. \
About 250 drivers stayed at home. {EMPTY} {NULS}"""
BODIES = (FIRST, SECOND, THIRD, FOURTH)
HEADLINES = (
    f"Orle company dismisses drivers {SCRIPT}{CLOSING}",
    f"Drivers in Orle dismissed {IMAGE} {TURNED} {NULS}",
    f"Orle company to dismiss drivers {LONG}",
    f"Orle drivers dismissed {LEAVING}{TEMPLATE}{COMMENT}",
)


def rows() -> bytes:
    """The press review as JSON lines."""
    lines = [
        {
            "id": f"hostile-{number}",
            "outlet": outlet,
            "headline": headline,
            "address": address,
            "published_at": f"2031-05-30T0{6 + number}:10:00+00:00",
            "text": f"{headline}\n\n{body}",
        }
        for number, (outlet, headline, address, body) in enumerate(
            zip(OUTLETS, HEADLINES, ADDRESSES, BODIES, strict=True), 1
        )
    ]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def page() -> bytes:
    """One more report of it, as a web page with scripts, handlers and frames of its own."""
    return f"""<!doctype html><html lang="en"><head><title>{html.escape(HEADLINES[3])}</title>
<meta property="og:site_name" content="{html.escape(OUTLETS[2])}">
<link rel="canonical" href="javascript:ran('canonical')"><base href="//elsewhere.example/">
<link rel="stylesheet" href="//elsewhere.example/a.css"><script src="//elsewhere.example/a.js"></script>
<script>ran('page')</script><style>body{{background:url(//elsewhere.example/b.png)}}</style></head>
<body onload="ran('load')"><article><h1>Drivers in Orle dismissed {html.escape(IMAGE)}</h1>
<p class="byline">By {html.escape(SCRIPT)} <a href="javascript:ran('author')">Una Strake</a></p>
<time datetime="2031-05-30T11:00:00Z">30 May 2031</time>
<p onclick="ran('click')">The Orle Transport Company dismissed 12 drivers on Friday, the union said.
<img src="//elsewhere.example/c.png" onerror="ran('image')">
<a href="data:text/html,<script>ran(1)</script>">More</a></p>
<p>\u201cWe will not drive {html.escape(IMAGE)} until the company talks to us,\u201d union leader {SPEAKER}
said on Friday evening after a meeting of the drivers in the depot, where some 300 had come.</p>
<iframe src="//elsewhere.example/f"></iframe><object data="//elsewhere.example/o"></object>
<form action="//elsewhere.example/x"><input name="token"><button formaction="javascript:ran('form')">Go</button></form>
<svg><script>ran('svg')</script><a xlink:href="javascript:ran('link')"><text>x</text></a></svg>
<math><mtext><style><img src=x onerror=ran('math')></style></mtext></math>
<p style="position:fixed;inset:0" id="at">The Orle Transport Company denied that it had cut pay.
{LONG}</p>
</article></body></html>""".encode()
