"""The forms of English words, so that who looks for `lower` finds what was lowered.

A store looks words up as they stand, whatever their language, and so it stays: an archive made long ago is asked in the
same way. A free word is asked for as a choice of its forms instead; forms that no text has find nothing. In marks
(`"lower"`), behind a minus, with a star and with a capital, as names have, a word is asked for as it was written; the
first of several may have its capital from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.core.nouns import noun_classes
from rashomon.core.senses import table
from rashomon.core.words import FUNCTION_WORDS

LEAST_CHARS = 3
"""Shorter words are asked for as they are."""
NOT_INFLECTED = FUNCTION_WORDS | {"not", "will", "would", "can", "could", "may", "might", "must", "shall", "should"}
_PIECE = re.compile(r"""(?P<before>-?(?:[A-Za-z]+:)?)(?:"[^"]*"?|(?P<word>[^\s"]+))""")
_DOUBLED = re.compile(r"[a-z]*[^aeiou]?[aeiou][^aeiouwxy]")
_IRREGULAR_VERBS = """
    arise arose arisen; bear bore borne; beat beaten; become became; begin began begun; bend bent; bind bound; bite
    bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; build built; burn burnt;
    buy bought; catch caught; choose chose chosen; come came; cut cutting; deal dealt; dig dug; draw drew drawn;
    drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find
    found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
    freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear heard; hide
    hid hidden; hit hitting; hold held; hurt; keep kept; know knew known; lay laid; lead led; leave left; lend lent;
    let letting; lie lay lain; light lit; lose lost; make made; mean meant; meet met; mistake mistook mistaken;
    overcome overcame; overthrow overthrew overthrown; pay paid; put putting; quit quitting; read; ride rode ridden;
    ring rang rung; rise rose risen; run ran running; say said; see saw seen; seek sought; sell sold; send sent; set
    setting; shake shook shaken; shine shone; shoot shot; show shown; shut shutting; sing sang sung; sink sank sunk;
    sit sat; sleep slept; speak spoke spoken; spend spent; split splitting; spread; stand stood; steal stole stolen;
    stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; take took taken; teach
    taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood; undertake undertook
    undertaken; uphold upheld; wake woke woken; wear wore worn; win won winning; withdraw withdrew withdrawn;
    withhold withheld; write wrote written
"""
_IRREGULAR_NOUNS = """
    man men; woman women; child children; foot feet; tooth teeth; mouse mice; life lives; wife wives; knife knives; half
    halves; leaf leaves; loaf loaves; thief thieves; wolf wolves; shelf shelves; policeman policemen; fisherman
    fishermen; spokesman spokesmen; spokeswoman spokeswomen; fireman firemen; gunman gunmen; crisis crises
"""


def in_all_forms(words: str) -> str:
    """A question in the syntax of the stores, each free word of it as a choice of its forms."""
    return _PIECE.sub(_choice, words)


def _choice(piece: re.Match[str]) -> str:
    word = piece["word"]
    if word is None or piece["before"] or (word[0].isupper() and not _begins_a_phrase(piece)):
        return piece[0]
    return " OR ".join((word, *forms(word.lower())[1:]))


def _begins_a_phrase(piece: re.Match[str]) -> bool:
    """Whether a word has its capital, maybe, from where it stands: the first of several, the next without one."""
    return piece.start() == 0 and piece.string[piece.end() :].lstrip()[:1].islower()


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """The word and its other forms, in lower case: of a verb all, of a noun its numbers; of what is neither itself."""
    if not (word.isascii() and word.isalpha()) or len(word) < LEAST_CHARS or word in NOT_INFLECTED:
        return (word,)
    found = {word: None}
    for base in _bases(word):
        if base in table("verb").shares and word in (formed := _of_verb(base)):
            found |= dict.fromkeys(formed)
        if (base in table("noun").shares or base in noun_classes()) and word in (formed := _of_noun(base)):
            found |= dict.fromkeys(formed)
    return tuple(found)


def _bases(word: str) -> Iterator[str]:
    """What the word may be a form of, right or wrong."""
    yield word
    yield from _irregular(_IRREGULAR_VERBS)[1].get(word, ())
    yield from _irregular(_IRREGULAR_NOUNS)[1].get(word, ())
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending) and len(bare := word.removesuffix(ending)) >= LEAST_CHARS - 1:
            yield bare
            if ending == "ing":
                yield f"{bare}e"
            if len(bare) > LEAST_CHARS and bare[-1] == bare[-2]:
                yield bare[:-1]
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            yield f"{word.removesuffix(ending)}y"
    if word.endswith("ying"):
        yield f"{word.removesuffix('ying')}ie"


def _of_noun(base: str) -> tuple[str, ...]:
    several = _irregular(_IRREGULAR_NOUNS)[0].get(base)
    return (base, *(several or (_with_s(base),)))


def _of_verb(base: str) -> tuple[str, ...]:
    """Its forms; where the stress would say whether a consonant is doubled, both ways to write them."""
    if base.endswith("ie"):
        done, doing = [f"{base}d"], [f"{base[:-2]}ying"]
    elif base.endswith("e"):
        done, doing = [f"{base}d"], [f"{base}ing" if base.endswith(("ee", "oe", "ye")) else f"{base[:-1]}ing"]
    elif re.search(r"[^aeiou]y$", base):
        done, doing = [f"{base[:-1]}ied"], [f"{base}ing"]
    else:
        done, doing = [f"{base}ed"], [f"{base}ing"]
        if _DOUBLED.fullmatch(base):
            done.append(f"{base}{base[-1]}ed")
            doing.append(f"{base}{base[-1]}ing")
    irregular = _irregular(_IRREGULAR_VERBS)[0].get(base)
    return (base, _with_s(base), *(irregular if irregular is not None else done), *doing)


def _with_s(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


@cache
def _irregular(listed: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Base -> its irregular forms, and form -> what it may be a form of."""
    rows = [row.split() for row in listed.split(";")]
    of: dict[str, tuple[str, ...]] = {}
    for base, *formed in rows:
        for form in formed:
            of[form] = (*of.get(form, ()), base)
    return {base: tuple(formed) for base, *formed in rows}, of
