"""Canonical addresses: one form for the many addresses under which one report is found, so that versions meet.

The result names a line of versions; it need not answer when asked, so it is no address to fetch. A wrong merge of two
reports is worse than two lines of one, so parameters go only where their name says that they track or print. courlan
undoes what is wrapped around an address and knows where a domain begins; what news does to addresses is declared here.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

from rashomon.ingest.targets import PORTS, understood

MOST_CHARS = 4_000
"""Longer addresses are left as they are."""
MOST_ROUNDS = 6
"""How often the rules are applied; what they still change after that is left as it came."""
VARIANTS = frozenset("www www2 www3 m mobile mobil amp wap touch".split())
"""Labels before a domain that name a form of the site, not another site."""
TRACKING = frozenset(
    """
    _ga _gl _hsenc _hsmi _openstat at_campaign at_medium awc campaign_id ceid cmp cmpid cmp_id cvid dclid dicbo
    dm_i echobox ef_id epik fb_action_ids fb_action_types fb_ref fb_source fbclid feature_source fromref ftag
    gbraid gclid gclsrc guccounter guce_referrer guce_referrer_sig hootpostid icid ico igsh igshid intcid intcmp
    int_cmp irclickid irgwc li_fat_id linkid lipi mc_cid mc_eid mibextid mkt_tok mod ncid ns_campaign ns_linkname
    ns_mchannel ns_source oc ocid oly_anon_id oly_enc_id partner ref ref_src ref_url referer referrer s_cid
    s_kwcid sc_campaign scid share share_id smid smtyp soc_src soc_trk spm sr_share srnd ss_email_id taid
    tblci traffic_source trk ttclid twclid vero_conv vero_id wbraid wickedid xtor yclid zanpid
    """.split()
)
"""Parameters that say how a reader came, not what is read (ClearURLs, AdGuard, and what outlets add themselves)."""
TRACKING_BEGINS = (
    "utm_",
    "at_custom",
    "pk_campaign",
    "pk_kwd",
    "mtm_",
    "itm_",
    "wt.",
    "wt_",
    "hsa_",
    "ga_",
    "sms_ss",
    "__twitter",
    "__s",
)
"""How further names of such parameters begin."""
SESSIONS = frozenset("phpsessid jsessionid sessionid session_id aspsessionid cftoken cfid".split())
"""Parameters that number a visit."""
FORMS = {
    "outputtype": {"amp"}, "output": {"amp", "print", "1"}, "amp": {"", "1", "true", "yes"},
    "print": {"", "1", "true", "yes", "y"}, "printable": {"", "1", "true", "yes"}, "view": {"print", "amp"},
    "mode": {"print", "amp"}, "format": {"amp", "print"}, "mobile": {"", "1", "true", "yes"},
    "nomobile": {"", "1", "true", "yes"}, "rss": {"", "1", "true", "yes"},
}  # fmt: skip
"""Parameters that ask for another form of the same page, with the values by which they do."""
INDEX = re.compile(r"(?i)/(?:index|default)\.(?:s?html?|php[345]?|aspx?|jsp|cfm)$")
_AMP_END = re.compile(r"(?i)(?<=[^/])(?:/amp(?:\.html?)?/?|\.amp/?)$|\.amp(?=\.html?$)")
_AMP_BEGIN = re.compile(r"(?i)^/amp(?=/[^/]+)")
_AMP_CACHE = re.compile(r"(?i)^[a-z0-9-]+\.cdn\.ampproject\.org$")
_AMP_INNER = re.compile(r"^/(?:[acivr]/)?(s/)?(?=[^/]+\.[^/]+/)")
_AMP_SEARCH = re.compile(r"(?i)^(?:www\.)?google\.[a-z.]{2,6}$")
_SESSION_IN_PATH = re.compile(r"(?i);jsessionid=[^/;?]*")
_DOTS = re.compile(r"/\.(?=/|$)|/[^/]+/\.\.(?=/|$)|^/\.\.(?=/|$)")
_KEPT = "!$&'()*+,;=:@-._~"


def canonical(address: str) -> str:
    """The form that the addresses of one report have in common; what is no web address comes back as it is.

    Applied to its own result it changes nothing, and it raises nothing, whatever the string.
    """
    seen = address
    for _ in range(MOST_ROUNDS):
        try:
            form = _once(seen)
        except ValueError:  # half of a surrogate pair, a bracket too many
            return address
        if form == seen:
            return form
        seen = form
    return address


def _once(address: str) -> str:
    if len(address) > MOST_CHARS or not re.match(r"(?i)\s*(?:<!\[CDATA\[\s*)?https?:", address):
        return address
    from courlan import scrub_url

    if (inner := _unwrapped(scrub_url(address))) is None:
        return address
    parts = urlsplit(inner)
    target = understood(inner)
    if isinstance(target, str):
        return address
    host = _host(target.host)
    if (cached := _amp_inner(target.host, parts.path, parts.query)) is not None:
        return cached
    scheme, port = target.scheme, ""
    if target.port in PORTS.values():
        scheme = "https"
    else:
        port = f":{target.port}"
    named = f"[{host}]" if ":" in host else host
    query = _query(parts.query)
    path = _path(parts.path) or "/"
    fragment = f"#{quote(_plain(parts.fragment), safe=_KEPT + '/?%')}" if parts.fragment.startswith("!") else ""
    return f"{scheme}://{named}{port}{path}{'?' + query if query else ''}{fragment}"


def _unwrapped(address: str) -> str | None:
    """The address without blanks within it."""
    address = "".join(address.split())
    return address if address and "://" in address else None


def _amp_inner(host: str, path: str, query: str) -> str | None:
    """The address that a cache of AMP pages holds a copy of."""
    if _AMP_CACHE.match(host):
        found = _AMP_INNER.match(path)
    elif _AMP_SEARCH.match(host) and path.startswith("/amp/"):
        path = path.removeprefix("/amp")
        found = _AMP_INNER.match(path)
    else:
        return None
    if found is None:
        return None
    return f"{'https' if found[1] else 'http'}://{path[found.end() :]}{'?' + query if query else ''}"


def _host(host: str) -> str:
    """The host without the labels that name a form of its site."""
    labels = host.split(".")
    if len(labels) < 3 or not VARIANTS.intersection(labels[:-2]):
        return host
    from courlan import extract_domain

    domain = extract_domain(f"https://{host}/")
    own = len(domain.split(".")) if domain and host.endswith(domain) else 2
    front = [label for label in labels[:-own] if label not in VARIANTS]
    return ".".join(front + labels[-own:])


def _path(path: str) -> str:
    path = _SESSION_IN_PATH.sub("", re.sub(r"/{2,}", "/", path.replace("\\", "/")))
    while (shorter := _DOTS.sub("", path, count=1)) != path:
        path = shorter
    path = _AMP_BEGIN.sub("", path)
    path = _AMP_END.sub("", path)
    path = INDEX.sub("/", path).rstrip("/")
    return quote(_plain(path), safe=_KEPT + "/%")


def _query(query: str) -> str:
    """The parameters that say what is read, by name, each once; order among those of one name is kept."""
    kept: dict[str, None] = {}
    for part in re.split(r"&(?:amp;)?", query):
        name, _, value = part.partition("=")
        if part and not _only_tracks(name, value):
            kept[quote(_plain(part), safe=_KEPT.replace("&", "") + "/?%")] = None
    return "&".join(sorted(kept, key=lambda part: part.partition("=")[0]))


def _only_tracks(name: str, value: str) -> bool:
    name = name.lower()
    if name in TRACKING or name in SESSIONS or name.startswith(TRACKING_BEGINS):
        return True
    return value.lower() in FORMS.get(name, ())


def _plain(words: str) -> str:
    """Percent signs only where they must be, in capitals: `%7e` is `~`, and `%2f` stays, since it is no slash."""

    def one(found: re.Match[str]) -> str:
        octet = unquote_to_bytes(found[0])
        return octet.decode("ascii") if octet.isalnum() or octet in (b"-", b".", b"_", b"~") else found[0].upper()

    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", re.sub(r"%[0-9A-Fa-f]{2}", one, words))
