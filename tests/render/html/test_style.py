import re

import pytest

from rashomon.render.html.environment import stylesheet

_READ = 4.5
_SEEN = 3.0
_RULE = re.compile(r"\{([^{}]*--paper:[^{}]*)\}")


def themes():
    for rule in _RULE.findall(stylesheet()):
        yield dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", list(themes()), ids=("light", "dark", "chosen dark", "print"))
def test_words_can_be_read_in_every_theme(theme):
    """WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for words, 3 for lines and marks."""
    grounds = ("paper", "surface", "sunken")
    words = ("ink", "soft", "accent", "contested", "rising", "loaded", "hedged", "good")
    series = tuple(f"series-{number}" for number in range(1, 9))
    least = {word: min(contrast(theme[word], theme[one]) for one in grounds) for word in words}
    assert {word: value for word, value in least.items() if value < _READ} == {}
    tinted = {
        word: contrast(theme[word], theme[f"{word}-tint"])
        for word in ("contested", "rising", "loaded", "hedged", "good", "accent")
    }
    assert {word: value for word, value in tinted.items() if value < _READ} == {}
    tints = [one for one in theme if one.endswith("-tint") or one == "words"]
    assert {one for one in tints if contrast(theme["ink"], theme[one]) < _READ} == set()
    seen = (*series, "strong-line")
    drawn = {
        one: min(contrast(theme[one], theme[each]) for each in (*grounds, "water", "land"))
        for one in seen
    }
    assert {one: value for one, value in drawn.items() if value < _SEEN} == {}


def test_dark_is_the_same_whether_the_system_or_a_person_chooses_it():
    _, system, chosen, _ = themes()
    assert system == chosen
