"""The agencies and outlets that a document itself names as where its words and pictures come from."""

from __future__ import annotations

import re

from rashomon.outlets import by_name

_LABEL = re.compile(
    r"(?i)^\W*(?:(?:photo|photograph|image|picture|pic|video|graphic|featured image|cover image|file photo|"
    r"source|text|credit|via|h/t|information from|photo credit|image credit|image source|"
    r"with (?:additional )?(?:inputs?|reporting|files|material)(?: from)?)s?"
    r"(?:\s*(?:by|credit|copyright|courtesy(?: of)?|via))?\s*[:/–—-]?\s*|courtesy(?: of)?\s*:?\s*)"
)
_SPLIT = re.compile(r"\s*(?:[,;/|•·+&]|\s[-–—]\s|\bvia\b|\band\b|\bfor\b)\s*", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,160})[)\]]")
_BODY = re.compile(
    r"(?i)\b(?:ministry|authority|administration|directorate|department|office|service|agency|police|university|museum|zoo|cent(?:re|er)|press|news|institute|"
    r"army|navy|force|guard|bureau|council|government|embassy|foundation|company|studios?|media|network|tv|television|radio|times|"
    r"post|daily|tribune|insider|herald|gazette|journal|magazine|nasa|court|commission|committee|party|club|school|hospital)\b"
)
_NO_GIVER = frozenset(
    "file pool handout left right centre center back front top bottom supplied provided courtesy above below pictured "
    "l r c photo picture image library stock undated archive stringer".split()
)
_DOMAIN = re.compile(r"(?i)^(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:/\S*)?$")
_ORIGINALLY = re.compile(
    r"(?i:originally|first) (?i:published|appeared|posted|appears|written)[^.]{0,30}?\b(?:in|on|by|at|for) (?:the )?"
    r"([A-Z0-9][\w.&'’-]*(?: (?:[A-Z0-9&][\w.&'’-]*|of|and|the|for)){0,5})"
)
_WRITERS = re.compile(r"\b(?:[Tt]he )?([A-Z][\w'’]+(?: [A-Z][\w'’]+){0,3}),?(?: [\w\s]{0,30})? contribut")
_AGENCY_WRITERS = re.compile(
    r"^([A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}) (?:\w+ ){0,3}(?:writers?|reporters?|journalists?)\b"
)


def canonical(name: str) -> str:
    """The table's name for an agency or outlet, else the name as it stands."""
    known = by_name(name)
    return known.name if known is not None else name


def looks_like_body(name: str) -> bool:
    """Whether a name is that of a body (a ministry, a police force, a news agency) by its words."""
    return _BODY.search(name) is not None


def in_bracket(text: str) -> list[str]:
    """The credits inside a picture's bracket or credit line (`Jane Doe/Reuters`, `City Police via AP, File`).

    A photographer's own name is no credit where an agency stands beside it; a body that is not in the table is
    kept by its look (a ministry, a police force, a museum).
    """
    inside = _LABEL.sub("", text.strip().strip("()[]. "), count=1).strip(" .()[]")
    parts = [p.strip(" .'\"()[]") for p in _SPLIT.split(inside) if p]
    found: list[str] = []
    for part in parts:
        if (known := by_name(part)) is not None:
            found.append(known.name)
        elif _BODY.search(part) and part[:1].isupper() and len(part.split()) <= 8:
            found.append(_halved(part))
    return found


def in_line(text: str) -> list[str]:
    """The credits of a line that names its source (`Source: A, B`): every part counts, known or not."""
    if said := (_ORIGINALLY.search(text)):
        return [canonical(said[1].rstrip(".,"))]
    if said := (_AGENCY_WRITERS.match(text) or _WRITERS.search(text)):
        known = by_name(said[1])
        return [known.name] if known is not None else []
    bare = _LABEL.sub("", text.strip(" ()[]"), count=1).strip(" .()[]")
    if known := by_name(bare):
        return [known.name]
    parts = [p.strip(" .()[]") for p in _SPLIT.split(bare) if p and p.strip(" .()[]")]
    named: list[str] = []
    for part in parts:
        if known := by_name(part):
            named.append(known.name)
        elif domain := _DOMAIN.match(part):
            named.append(canonical(domain[1]))
        elif _LABEL.match(text) and part[0].isupper() and len(part.split()) <= 5 and len(part) > 2:
            named.append(_halved(part))
    return named


def _lone(inside: str) -> list[str]:
    """A giver that no table knows: one word (a person has two), or what stands behind a photographer's name."""
    parts = [p.strip() for p in re.split(r"/|\bvia\b", inside) if p.strip()]
    name = parts[-1] if parts else ""
    if not re.fullmatch(r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}", name) or name.lower() in _NO_GIVER:
        return []
    return [name] if len(parts) > 1 or " " not in name else []


def in_caption(text: str) -> list[str]:
    """The credits of a caption: those in its last brackets, or after `Photograph:` or `Image copyright`."""
    found: list[str] = []
    for bracket in _BRACKETS.finditer(text):
        found.extend(in_bracket(bracket[1]) or (_lone(bracket[1]) if bracket.end() == len(text.rstrip()) else []))
    if (said := re.search(r"(?i)\bimage copyright ([^.]{2,50}?)(?: image caption|$)", text)) is not None:
        found.extend(in_bracket(said[1]) or [said[1].strip()])
    if (said := re.search(r"(?i)\btoggle caption (.{2,120})$", text)) is not None:
        found.extend(in_bracket(_halved(said[1])))
    if (said := re.search(r"(?i)\b(?:photograph|photo|picture|image|credit)s?\s*:\s*([^:]{2,80})$", text)) is not None:
        found.extend(in_bracket(said[1]))
    if (said := re.search(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,2}\s?/\s?[A-Z][\w .-]{1,40})$", text)) is not None:
        found.extend(in_bracket(said[1]))
    if (said := re.search(r"©\s*([^.]{2,60})$", text)) is not None:
        found.extend(in_bracket(said[1]))
    return found


_CLOSING = re.compile(r"(?:^|[.!?][”\"’']?\s*|[”\"]\s*)\((?P<name>[^()\[\]]{2,60})\)[.\s]*$")
_SUPPLIER = re.compile(
    r"^[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|the)){0,4}?"
    r" (?:Agency|News|Press|Wire|Newswire|Courier|Gazette|Herald|Observer|Times|Tribune)$"
)


def in_closing(text: str) -> list[str]:
    """The agency or outlet in brackets behind the last sentence of a report: "... died. (Kestrin News)"."""
    found = _CLOSING.search(text)
    if found is None:
        return []
    parts = [p.strip() for p in re.split(r"[/,;]|\s[-–—]\s", found["name"]) if p.strip()]
    named = [canonical(p) for p in parts if ((o := by_name(p)) is not None and o.supplies) or _SUPPLIER.match(p)]
    return named if len(named) == len(parts) else []


def only_agencies(text: str) -> bool:
    """Whether a short line is nothing but the names of agencies (`Reuters - AP - AFP`, `(PTI)`)."""
    if len(text) > 80:
        return False
    parts = [p.strip(" .()[]") for p in re.split(r"[/,;|•·&]|\s[-–—]\s|\band\b|\bvia\b", text) if p.strip(" .()[]")]
    known = [by_name(p) for p in parts]
    return bool(parts) and all(o is not None and o.supplies for o in known)


def in_address(address: str | None) -> list[str]:
    """The agency whose wire an address files a report under (`/wires/pa/article-1.html`)."""
    found = re.search(r"/(?:wires?|newswires?|agencies|agency)/([a-z]{2,20})/", address or "", re.IGNORECASE)
    known = by_name(found[1]) if found is not None else None
    return [known.name] if known is not None and known.supplies else []


def in_legal(text: str) -> list[str]:
    """The owner that a copyright line names, where the table knows it."""
    owner = owner_in(text)
    return [known.name] if owner and (known := by_name(owner)) is not None else []


def owner_in(text: str) -> str | None:
    """The name after `Copyright 2018` or `©2015`, up to the end of the name."""
    found = re.search(
        r"(?:(?i:copyright)|©|\([cC]\))\s*(?:(?i:copyright)|©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?"
        r"\s*(?i:by )?(?:the )?([A-Z][\w&'’-]*(?:[. ](?:[A-Z][\w&'’-]*|of|and|the|for|\.com))*)",
        text,
    )
    if found is None:
        return None
    name = re.split(r"(?i)\s*(?:\.\s|\b(?:all|inc|ltd|llc|limited|corp|do not)\b)", found[1])[0].strip(" .,")
    return name if 2 <= len(name) <= 60 else None


def _halved(part: str) -> str:
    """A credit that the page doubled (`City Police City Police`) once."""
    words = part.split()
    half = len(words) // 2
    return " ".join(words[:half]) if len(words) % 2 == 0 and words[:half] == words[half:] else part
