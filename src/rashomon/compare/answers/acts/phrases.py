"""Phrases for things: from where they begin up to the next verb, preposition or mark."""

import re
from collections.abc import Collection

from rashomon.model.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDS = frozenset(
    (
        *("comes", "continues", "follows", "indicates", "leads", "marks", "means", "prompts"),
        *(
            "last",
            "next",
            "suggest",
            "used",
            "raises",
            "shows",
            "sparks",
            "suggests",
            "takes",
            "triggers",
        ),
        *("began", "brought", "drew", "left", "made", "took", "went"),
        *("about", "across", "after", "again", "against", "ago", "along", "also", "although"),
        *("among", "amid", "and", "are", "around", "as", "at", "because", "before", "being", "but"),
        *("by", "causing", "could", "despite", "did", "does", "due", "during", "earlier", "early"),
        *("during", "for", "from", "had", "has", "have", "if", "in", "including", "inside", "into"),
        *("is", "it", "just", "killed", "killing", "late", "leaving", "like", "may", "might"),
        *("near", "on", "or", "outside", "over", "overnight", "said", "says", "shortly", "since"),
        *(
            "so",
            "that",
            "then",
            "there",
            "they",
            "this",
            "though",
            "through",
            "to",
            "today",
            "tonight",
        ),
        *("toward", "towards", "under", "until", "was", "were", "what", "when", "where", "which"),
        *("while", "who", "whose", "will", "with", "within", "without", "would", "wounded"),
        *("wounding", "injuring", "yesterday", "injured", "dead", "destroying", "damaging"),
        *("kills", "wounds", "kill", "leaves", "including", "not", "only", "even", "has"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *(
            "came",
            "come",
            "elsewhere",
            "hours",
            "days",
            "minutes",
            "weeks",
            "hit",
            "hits",
            "struck",
            "reached",
            "rises",
            "rose",
            "exploded",
            "detonated",
        ),
    )
)
_NOTHING = frozenset(
    (
        *("amount", "are", "back", "be", "been", "being", "least", "him", "her", "it", "its"),
        *("more", "most", "much", "out", "them", "themselves", "they", "this", "took", "twice"),
        *("us", "we", "you", "will", "would", "up", "off", "down", "close", "targets", "target"),
        *("each", "other", "such", "both", "all", "any", "himself", "herself", "itself", "one"),
        *("people", "persons", "person", "man", "men", "woman", "someone", "anyone", "nobody"),
        *(
            "campaign",
            "campaigns",
            "others",
            "site",
            "scene",
            "area",
            "areas",
            "region",
            "place",
            "places",
            "time",
            "number",
        ),
    )
)
"""Words that are no target when they stand alone, or begin none."""
_NEXT = frozenset(
    ("every", "his", "i", "many", "my", "several", "some", "their", "twice", "who", "won", "your")
)
"""Words behind which, or with which, something else begins: *the mill several shells*."""
_TITLE = re.compile(r"(?:[A-Z]|Capt|Col|Dr|Gen|Lt|Maj|Mr|Mrs|Ms|Sgt|St)")
"""What a full stop only shortens."""
_CLOCK = frozenset(("am", "pm", "a", "p", "gmt", "local", "oclock", "o’clock", "o'clock"))
_AUXILIARY = frozenset(("has", "have", "had", "reportedly", "also", "allegedly"))
_TIMES = frozenset(("day", "days", "hour", "hours", "month", "months", "time", "week", "weeks"))
_PARTICIPLE = re.compile(r"[^\W_]{2,}ing$")
_COUNTED = re.compile(
    r"^(?:(?:an?|the|its|their|his|her|our|this|that|these|those|two|three|four|five|six|seven"
    r"|eight|nine|ten|several|some|many|at\s+least|dozens\s+of|hundreds\s+of|scores\s+of|another"
    r"|one\s+of|so-called|other|more|same|nearby|multiple|various|different|numerous|suspected|alleged|\d[\d,.]*)\s+)+",
    re.I,
)
_BY = re.compile(r"\s+by\b", re.I)
_OBJECT = re.compile(r"\s+(?:an?|the|its|their|his|her|some|\d+)\s", re.I)
_LONGEST = 8
_LOOK = 120
_LOOK_ON = 10


def phrase_after(text: str, start: int, end: int, attributive: Collection[str]) -> Span | None:
    """Return the words of a thing that begins at once.

    Args:
        text: the text.
        start: where it begins.
        end: where it ends at the latest.
        attributive: words in *-ing* that stand before a noun: *training camp*. At any other the
            phrase ends: *buses carrying*.
    """
    kept: list[re.Match[str]] = []
    for one in _WORD.finditer(text, start, min(end, start + _LOOK)):
        word = one.group().casefold()
        between = text[kept[-1].end() if kept else start : one.start()]
        if between[:1] == "." and kept and _TITLE.fullmatch(kept[-1].group()):
            between = between[1:]
        if (
            len(kept) >= _LONGEST
            or _is_mark(between, is_first=not kept)
            or not _goes_on(word, kept, attributive, text[one.end() : one.end() + _LOOK_ON])
        ):
            break
        kept.append(one)
    while kept and _ends_nothing(kept[-1].group()):
        kept.pop()
    return _phrase(kept)


def _ends_nothing(word: str) -> bool:
    """Return whether a word does not end a phrase for a thing: *heavily*, *of*."""
    return word == "of" or (word.endswith("ly") and word.islower())


def phrase_before(text: str, start: int, end: int) -> Span | None:
    """Return the words of the thing that ends here: back to the last verb, preposition or mark."""
    kept: list[re.Match[str]] = []
    for one in reversed(list(_WORD.finditer(text, max(start, end - _LOOK), end))):
        between = text[one.end() : kept[0].start() if kept else one.end()]
        word = one.group().casefold()
        is_inner = word == "of" and kept
        if not kept and word in _AUXILIARY:
            continue
        if len(kept) >= _LONGEST or between.strip(" \n") or (word in _ENDS and not is_inner):
            break
        kept.insert(0, one)
    return None if kept and kept[-1].group().casefold() in _TIMES else _phrase(kept)


def _is_mark(between: str, *, is_first: bool) -> bool:
    allowed = " \n“‘\"'" if is_first else " \n"
    return bool(between.strip(allowed)) or between.count("\n") > 1


def _goes_on(
    word: str, kept: list[re.Match[str]], attributive: Collection[str], behind: str
) -> bool:
    if word in _ENDS or (kept and (word.isdecimal() or word in _NEXT)):
        return False
    if not kept:
        return True
    last = kept[-1].group()
    if _BY.match(behind):
        return False  # "run by"
    if word in ("a", "an", "the"):
        return last.casefold() == "of"
    if word.endswith("ed") and "-" not in word and (last.endswith("s") or last[0].isupper()):
        return False  # a verb: "Arvesta prompted"
    if not _PARTICIPLE.match(word):
        return True
    return word in attributive and not _OBJECT.match(behind)


def _phrase(kept: list[re.Match[str]]) -> Span | None:
    first = kept[0].group().casefold() if kept else ""
    if first[:1].isdecimal() and kept[-1].group().casefold() in _CLOCK:
        return None  # "at 9 am"
    is_one_of = first == "one" and len(kept) > 1 and kept[1].group().casefold() == "of"
    if not kept or (first in _NOTHING and not is_one_of) or not _says(kept):
        return None
    return Span(kept[0].start(), kept[-1].end())


def _says(kept: list[re.Match[str]]) -> bool:
    """Return whether words name something: not *regularly*, not *the two*."""
    left = _COUNTED.sub("", " ".join(one.group() for one in kept) + " ").split()
    return any(
        any(letter.isalpha() for letter in one)
        and one.casefold() not in _NOTHING
        and not one.endswith("ly")
        for one in left
    )


def label(words: str, small: Collection[str], plural: Collection[str]) -> str:
    """Return what a thing is called, whoever speaks of it: *the buses* and *two buses* as *bus*.

    Args:
        words: a phrase.
        small: words that the document has in small letters too: capital ones are no names.
        plural: words and endings of words that stay as they are: *civilians*.
    """
    bare = _COUNTED.sub("", words + " ").strip() or words
    parts = [one.casefold() if one.casefold() in small else one for one in bare.split()]
    head = next((i for i, one in enumerate(parts) if i and one == "of"), len(parts)) - 1
    parts[head] = _singular(parts[head], plural)
    return " ".join(parts)


def _singular(word: str, plural: Collection[str]) -> str:
    is_plural = len(word) > len("gas") and word.islower() and word.endswith("s")
    if not is_plural or word.endswith(("ss", "us", "is")):
        return word
    if any(word.endswith(one) for one in plural):
        return word
    if word.endswith("ies") and len(word) > len("pies"):
        return f"{word[:-3]}y"
    is_long = word.endswith(("ches", "shes", "sses", "xes", "uses", "zes")) and not word.endswith(
        ("houses", "warehouses", "causes")
    )
    return word[:-2] if is_long else word[:-1]
