"""The words that answers to by what means, of what target and by whom are told by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.compare.answers.acts.barring import Barring, build_barring
from rashomon.compare.finding import ProperNames
from rashomon.compare.phrases import any_of

_FAMILIES = (
    *(
        "A",
        "AC",
        "AH",
        "AK",
        "An",
        "AR",
        "B",
        "BM",
        "BMP",
        "BTR",
        "EA",
        "F",
        "F/A",
        "Il",
        "Ka",
        "Kh",
    ),
    *("Mi", "MiG", "MQ", "RPG", "RQ", "S", "SA", "SM", "Su", "T", "TB", "TOS", "Tu", "UH"),
)
_SHORT = ("Ka", "Mi", "MQ", "RPG", "RQ", "SA", "TB", "UH")
"""Families of aircraft, missiles and guns; those with members of one digit."""
DESIGNATION = re.compile(
    rf"(?<![\w-])(?:(?P<short>{'|'.join(_SHORT)})-\d|(?P<long>{'|'.join(_FAMILIES)})-\d{{2,4}})"
    r"[a-z]{0,2}(?![\w-])",
    re.I,
)
"""Finds aircraft, missiles and guns by their designations: *Su-22*, *F-16*, *S-300*."""
_SPELT = {one.casefold(): one for one in _FAMILIES}
_LONGEST = 200
"""Characters of a name that is looked at."""
_IRREGULAR = frozenset(
    (
        *("fire", "shoot", "shooting", "strike", "striking", "hitting", "launch", "kill", "bomb"),
        *("collide", "colliding", "ram", "sink", "sinking"),
    )
)


@dataclass(frozen=True, slots=True)
class ActWords:
    """The words of ``points.toml``.

    Attributes:
        means: finds words for weapons and ways, in small letters.
        named: what each of them, in small letters and singular, is called.
        ways: for what they are called the way, where two ways cannot both be true.
        kinds: for what they are called what it is a kind of.
        had: finds words before a weapon that somebody has, at their end.
        known_of: finds words before what is known or spoken of, at their end.
        barring: what stands beside names of others than who did it.
        referring: finds those that take up what was told, where *the* stands before them.
        hit: finds words behind which a target stands, in small letters.
        was_hit: finds those before which one does, in small letters.
        near: finds words beside which a target stands, in small letters, with the preposition.
        done: finds verbs before which, or behind whose *by*, stands who did it.
        deeds: finds nouns of what is done.
        owned: matches what follows on a name where it says that something acting is its owner's.
        arms: finds what acts at the end of a name: of *Norvian fighter jets* the last two words.
        others: finds words for those who act and have no name: *gunmen*, *rebels*.
        official: matches words behind the name of a people that mean its state: *army*.
        people: finds the names of countries and their adjectives.
        people_small: finds the same in small letters.
        peoples: the names of countries by names and adjectives.
        peoples_folded: the same with case folded.
        adjectives: those of these that are adjectives, or initials that stand for one, with
            case folded.
        blamed: finds cues of blame.
        claimed: finds cues of claims of responsibility.
        is_said_of: finds what is said of one who is said to have done it, in small letters.
        said_of: words of which one stands in whatever that finds.
        attributive: words in *-ing* that stand before a noun: *training camp*.
        plural: words and endings of words for people, which stay in the plural.
        speech: types of events that are said.
        apart: types of acts that are no other type of act.
        general: types that any act may be called by.
        aircraft: types of acts that are done to aircraft.
    """

    means: re.Pattern[str]
    named: Mapping[str, str]
    ways: Mapping[str, str]
    kinds: Mapping[str, str]
    had: re.Pattern[str]
    known_of: re.Pattern[str]
    barring: Barring
    referring: re.Pattern[str]
    hit: re.Pattern[str]
    was_hit: re.Pattern[str]
    near: re.Pattern[str]
    done: re.Pattern[str]
    deeds: re.Pattern[str]
    owned: re.Pattern[str]
    arms: re.Pattern[str]
    others: re.Pattern[str]
    official: re.Pattern[str]
    people: ProperNames
    people_small: ProperNames
    peoples: Mapping[str, str]
    peoples_folded: dict[str, str]
    adjectives: frozenset[str]
    blamed: re.Pattern[str]
    claimed: re.Pattern[str]
    is_said_of: re.Pattern[str]
    said_of: frozenset[str]
    attributive: frozenset[str]
    plural: tuple[str, ...]
    speech: frozenset[str]
    apart: frozenset[str]
    general: frozenset[str]
    aircraft: frozenset[str]

    def is_deed(self, verb: str) -> bool:
        """Return whether a word is a form of a verb of what is done: *bombing*, *fire*."""
        word = verb.casefold()
        stem = word.removesuffix("ing") if len(word) > len("bring") else word
        forms = (word, f"{stem}ed", f"{stem}d", f"{stem}s", f"{stem}es", stem[:-1], f"{stem}e")
        return word in _IRREGULAR or any(self.done.fullmatch(one) for one in forms)

    def without_arms(self, name: str) -> str:
        """Return whose arms a name is for: of *Norvian warplanes* the Norvians."""
        return self.arms.sub("", name) if len(name) <= _LONGEST else name


def build_act_words(table: Mapping[str, Any], countries: Mapping[str, Any]) -> ActWords:
    """Return the words of the tables ``points.toml`` and ``countries.toml``."""
    named = _names(table["means"])
    verbs, actors, blame = table["verbs"], table["actors"], table["blame"]
    official = _one_of(actors["official"])
    peoples = {
        words: country["name"]
        for country in countries.values()
        for words in (country["name"], *country.get("also", ()), *country.get("adjectives", ()))
    }
    # what is the owner's: things that act, and attacks where it is said on whom
    owned = (
        rf"(?:{_one_of(verbs['platforms'])}"
        rf"|{_one_of(verbs['assaults'])}(?=\s+(?:on|of|against|at|in)\b))"
    )
    return ActWords(
        means=_means(named),
        named=named,
        ways={row["name"]: row["way"] for row in table["means"] if "way" in row},
        kinds={row["name"]: row["kind_of"] for row in table["means"] if "kind_of" in row},
        had=_before(table["had"]),
        known_of=_before(table["known_of"]),
        barring=build_barring(table["barring"]),
        referring=re.compile(rf"{_one_of(table['referring'])}$", re.I),
        hit=_hit(verbs),
        was_hit=re.compile(
            rf"\b(?:(?:was|were|been|being|got)\s+(?:[^\W_]+ly\s+)?{_one_of(verbs['hit'])}"
            r"|(?:came|come)\s+under\s+(?:[^\W_]+\s+){0,2}(?:attack|bombardment|fire|shelling)"
            r"|(?:was|were)\s+the\s+targets?\s+of)\b",
        ),
        near=_near(verbs),
        done=re.compile(rf"\b{_one_of(verbs['done'])}\b", re.I),
        deeds=re.compile(rf"\b{_one_of(verbs['deeds'])}\b", re.I),
        owned=re.compile(
            rf"(?:['’]s|(?-i:(?<=[a-z])s))?[\s-]+(?:{_one_of(actors['arms'])}[\s-]+){{0,3}}?"
            rf"(?:(?:(?-i:[A-Z])[\w/-]*\s+)?{owned}\b(?!-)"
            rf"|{re.sub('[?]P<[a-z]+>', '?:', DESIGNATION.pattern)})",
            re.I,
        ),
        arms=re.compile(
            rf"(?:\s+(?:air|attack|combat|fighter|military|war))*"
            rf"\s+(?!air\s?forces?$){_one_of(verbs['platforms'])}$",
            re.I,
        ),
        others=re.compile(
            rf"\b(?:{_one_of(actors['others'])}|{_one_of(actors['known'])})\b(?!-)", re.I
        ),
        official=re.compile(
            rf"(?:['’]s)?\s+(?:(?!(?:and|or)\b)[^\W\d_]{{2,12}}\s+)?{official}\b", re.I
        ),
        people=ProperNames(peoples),
        people_small=ProperNames(one.lower() for one in peoples),
        peoples=peoples,
        peoples_folded={one.casefold(): name for one, name in peoples.items()},
        adjectives=frozenset(
            words.casefold()
            for country in countries.values()
            for words in (
                *country.get("adjectives", ()),
                *(one for one in country.get("also", ()) if one.replace(".", "").isupper()),
            )
        ),
        blamed=re.compile(rf"\b{_one_of(blame['blamed'])}\b", re.I),
        claimed=re.compile(rf"\b{_one_of(blame['claimed'])}\b", re.I),
        is_said_of=re.compile(rf"\b{_one_of(blame['said'])}\b"),
        said_of=frozenset(max(one.split(), key=len) for one in blame["said"]),
        attributive=frozenset(table["targets"]["attributive"]),
        plural=tuple(table["targets"]["plural"]),
        speech=frozenset(table["speech"]),
        apart=frozenset(table["apart"]),
        general=frozenset(table["general"]),
        aircraft=frozenset(table["aircraft"]),
    )


def _names(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    named: dict[str, str] = {}
    for row in rows:
        for words in row["words"]:
            named.setdefault(plain(words), row["name"])
    return named


def designation(match: re.Match[str]) -> str:
    """Return a designation as it is spelt, of *su22*: *Su-22*."""
    family = match.group("short") or match.group("long")
    number = match.group()[len(family) :].lstrip("-").upper()
    return f"{_SPELT[family.casefold()]}-{number}"


def plain(words: str) -> str:
    """Return words in small letters with single blanks: ``explosives laden car``."""
    return re.sub(r"[\s-]+", " ", words.casefold())


def _means(named: Iterable[str]) -> re.Pattern[str]:
    words = any_of(named, {" ": r"[\s-]"})
    return re.compile(rf"\b{words}(?:s|es)?\b(?!\s+down\b)")


def _hit(verbs: Mapping[str, Any]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_one_of(verbs['blows'])}\s+(?:on|against|targeting|hitting|near|at)"
        rf"|{_one_of(verbs['blows'])}\s+(?:[^\W_]+\s+){{1,6}}?including\s+(?:against|at|on)"
        rf"|{_one_of(verbs['doings'])}\s+of"
        rf"|(?:by|deny|denied|denies|denying|of|for)\s+{_one_of(verbs['hitting'])}"
        rf"|{_one_of(verbs['hit'])}|(?:fired|fire|firing|shot)\s+(?:on|at|into))\b",
    )


def _near(verbs: Mapping[str, Any]) -> re.Pattern[str]:
    """Find *exploded near*, *detonated a car bomb outside*, *opened fire on*."""
    return re.compile(
        rf"\b{_one_of(verbs['near'])}\s+"
        r"(?:(?:(?!(?:after|and|as|by|that|to|was|were|when|who)\b)[^\W_]+[\s-]+){1,5}?)??"
        r"(?:at|against|among|amid|beside|close\s+to|in\s+front\s+of|inside|into|near|next\s+to"
        r"|on|onto|outside|upon|in(?=\s+(?:an?|the|one)\s))(?=\s)",
    )


def _before(words: Iterable[str]) -> re.Pattern[str]:
    """Find words with a few others behind them, at the end of a stretch."""
    return re.compile(rf"\b{_one_of(words)}\s+(?:[^\W_]+\s+){{0,4}}$", re.I)


def _one_of(words: Iterable[str]) -> str:
    return any_of(words, {" ": r"\s+"})
