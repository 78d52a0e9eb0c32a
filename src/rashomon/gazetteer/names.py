"""What makes two spellings one name: keys to look up by, and skeletons to find near ones by.

A key is what is left of a name without case, accents, punctuation and spaces; "al-", "ad-", "el-"
are one article, "St." is "saint". A skeleton is the order of a key's consonants in classes of those
that transliterations take for each other; vowels, "h", "w" and "y" are no part of it, since they
are what spellings differ by: "Khan Sheikhoun" and "Khan Shaykhun" have one skeleton.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

# read from beside the code and not as a resource: the build has the folder, not the package
_SPELLING = tomllib.loads(
    (Path(__file__).parent.parent / "tables" / "spelling.toml").read_text("utf-8")
)

ARTICLE = "al"
"""The article of Arabic names in keys, however a name assimilates or spells it."""

_ARTICLES = frozenset(_SPELLING["articles"])
_IN_FULL: dict[str, str] = _SPELLING["in_full"]
_LETTERS = str.maketrans(_SPELLING["letters"])
_SILENT = re.compile(f"[{re.escape(_SPELLING['silent'])}]")
_TOKEN = re.compile(r"[^\W_]+")
_LONGEST = 100
"""Code points of the longest name; what is longer is none."""

_CLASS_OF = {
    spelling: number
    for number, spellings in enumerate(_SPELLING["consonants"].values(), start=1)
    for spelling in spellings
}
_SOUND_OF = {spelling: sound for sound, every in _SPELLING["sounds"].items() for spelling in every}
_SOUND = re.compile("|".join(sorted(_SOUND_OF, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_CLASSES_OF_X = (_CLASS_OF["k"], _CLASS_OF["s"])
_CONSONANT = re.compile("|".join(sorted((*_CLASS_OF, "x"), key=len, reverse=True)))
_VOWELS = frozenset("aeiou")
_MOST_CONSONANTS = 12
_OPENS_WITH_VOWEL = 15


@dataclass(frozen=True, slots=True)
class Spelling:
    """What is left of a name to look it up by.

    Attributes:
        key: what spellings of one name share; empty where the name holds no letter or digit, or is
            too long. Spaces are no part of it ("DeKalb" is "De Kalb"), nor is "the" at its start.
        bare: the key without the Arabic article at its start, if there is one.
        skeleton: its consonants, as a number; 0 where it has none.
    """

    key: str
    bare: str
    skeleton: int


def spelling(name: str) -> Spelling:
    """Return what is left of a name to look it up by."""
    tokens = _tokens(name)
    is_led = len(tokens) > 1 and tokens[0] == ARTICLE
    heard = "".join([token for token in tokens if token != ARTICLE])
    return Spelling("".join(tokens), "".join(tokens[1:] if is_led else tokens), _skeleton(heard))


def _skeleton(key: str) -> int:
    """Return the classes of the consonants of a key as a number; doubled ones count once."""
    number = count = last = end = 0
    for match in _CONSONANT.finditer(key):
        found = match.group()
        for one in _CLASSES_OF_X if found == "x" else (_CLASS_OF[found],):
            is_doubled = one == last and match.start() == end
            if not is_doubled and count < _MOST_CONSONANTS:
                number, count = number * 16 + one, count + 1
            last = one
        end = match.end()
    if not number:
        return 0
    return number * 16 + (_OPENS_WITH_VOWEL if key[0] in _VOWELS else 0)


def sound(key: str) -> str:
    """Return how a key sounds: one letter for what transliterations write in several ways."""
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _SOUND_OF[match.group()], key))


def weight_of(number: int) -> int:
    """Return how many consonants a skeleton has."""
    return (number.bit_length() + 3) // 4 - 1 if number else 0


def folded(text: str) -> str:
    """Return a text in lower case without accents, its letters those of the Latin alphabet."""
    if text.isascii():
        return text.lower()
    # twice: some letters fold to ones with accents, and some of what these are made of has a case
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _tokens(name: str) -> list[str]:
    if len(name) > _LONGEST:
        return []
    tokens: list[str] = _TOKEN.findall(_SILENT.sub("", folded(name).replace("&", " and ")))
    if len(tokens) > 1:
        if tokens[0] == "the":
            tokens = tokens[1:]
        last = len(tokens) - 1
        for index, token in enumerate(tokens[:-1]):
            if token in _ARTICLES and index < last:
                tokens[index] = ARTICLE
            else:
                tokens[index] = _IN_FULL.get(token, token)
    return tokens
