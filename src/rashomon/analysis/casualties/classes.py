"""What part words have in a sentence, as letters.

A sentence is read as a line of letters, one for each word or phrase, so that its clauses can be
followed without a parser:

=====  ==================================================================================
``b``  a form of *be* or *get*
``h``  a form of *have* or *do*
``m``  a modal verb
``t``  *to*
``-``  a negation
``w``  a relative pronoun
``&``  *and*, *or*
``+``  *as well as*, which also joins people to those of a whole clause
``,``  a comma, a dash, a bracket
``.``  another mark
``s``  a word that opens a clause
``p``  a preposition
``c``  *including*, *among them*
``a``  an adverb
``z``  a verb of saying or thinking
``y``  a form of one that may stand for *be*: "feared dead", "said to be dead"
``v``  another verb, or a participle in *-ed*
``i``  a participle in *-ing*
``n``  any other word
``G``  people (:mod:`rashomon.analysis.casualties.people`)
=====  ==================================================================================

and letters for what happened to people (:mod:`rashomon.analysis.casualties.cues`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.phrases import Pattern, Phrases, pattern

_LETTERS = {
    "be": "b",
    "have": "h",
    "modal": "m",
    "to": "t",
    "negator": "-",
    "relative": "w",
    "and": "&",
    "comma": ",",
    "stop": ".",
    "clause": "s",
    "preposition": "p",
    "adverb": "a",
    "joining": "+",
    "including": "c",
    "saying": "z",
    "said_of": "y",
    "verbs": "v",
    "noun": "n",
}
_ENDINGS = {"ly": "a", "ed": "v", "ng": "i"}
_SHORTEST = 5
"""Letters of the shortest word whose ending says what it is."""


@dataclass(frozen=True, slots=True)
class Classes:
    """The part ``classes`` of ``casualties.toml``.

    Attributes:
        letters: the letters of single words.
        phrases: those of phrases.
    """

    letters: Mapping[str, str]
    phrases: Phrases[str]

    def of(self, word: str) -> str:
        """Return the letter of a word, by the table or else by its ending."""
        known = self.letters.get(word)
        if known is not None:
            return known
        if not word[0].isalnum():
            return "."
        return _ENDINGS.get(word[-2:], "n") if len(word) >= _SHORTEST else "n"


def build_classes(table: Mapping[str, Sequence[str]]) -> Classes:
    """Return the part ``classes`` of ``casualties.toml``.

    A word that stands in several classes belongs to the first.
    """
    letters: dict[str, str] = {}
    phrases: list[tuple[Pattern, str]] = []
    for name, letter in _LETTERS.items():
        for entry in table[name]:
            if " " in entry:
                phrases.append((pattern(entry), letter))
            else:
                letters.setdefault(entry, letter)
    return Classes(letters, Phrases(phrases))
