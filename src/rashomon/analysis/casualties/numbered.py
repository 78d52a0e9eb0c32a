"""People by their number or their determiner: "12 people", "three of them", "his wife", "a man"."""

from dataclasses import replace

from rashomon.analysis.casualties.groups import NOBODY, ONE, SOME, Group
from rashomon.analysis.casualties.heads import Head
from rashomon.analysis.casualties.named import Words, fate_of_one, headed, unnumbered
from rashomon.analysis.casualties.names import is_years
from rashomon.analysis.casualties.numbers import Number

_MOST_WORDS = 5
"""Words of a noun phrase that is not known."""
_YEARS = range(1900, 2100)
_BEFORE_DATES = frozenset(("in", "since", "until", "by", "before", "after", "during"))
_SHORTEST_PLURAL = 4
_OTHERS = "others"
_HIS = frozenset(("his", "her"))
_WHO = frozenset(("who", "whom", "whose"))
_LOT = "lot"
_THEM = frozenset(("them", "whom", "us", "you", "which"))


def numbered(words: Words, start: int) -> Group | None:
    """Return people of whom a number is said: "12 people", "12 of them", "12"."""
    marks, counts = words.marks, words.table.marks.counts
    number = words.number(start)
    if number is None:
        return None
    end, is_more = number.end, number.is_more
    while marks.word(end) in counts.more:
        end, is_more = end + 1, True
    group = Group(start, end, number.count, "number", is_more=is_more)
    if marks.word(end) == "of":
        return _some_of(words, group)
    head = words.head(end)
    if head is not None:
        return headed(words, group, head) if _goes_with(words, group, head) else None
    if number.is_short:
        return None  # "12m" may be a distance
    if marks.word(end - 1) == _OTHERS:
        return replace(group, is_number_alone=True)
    return _unknown(words, group) or _alone(words, group, number)


def _goes_with(words: Words, group: Group, head: Head) -> bool:
    """Return whether a number counts the people of a noun.

    Not that of "image 44 of 44 Boy hurt", and not the injuries of somebody.
    """
    is_one = words.marks.word(group.end - 1) == "one"  # "more than one person"
    if group.count.min > 1 and not (head.is_collective or head.noun.is_plural or is_one):
        return False
    is_open = group.count.max is None or words.marks.letter(group.first - 1) == "p"
    return head.noun.harm != "injured" or not is_open


def _some_of(words: Words, group: Group) -> Group | None:
    """Return people who are some of others ("three of them"), or a number of ("dozens of")."""
    at = group.end + 1
    if words.marks.word(at) in _THEM:
        part = replace(group, end=at + 1, part_of="them")
        head = words.head(at + 1)
        return headed(words, part, head) if head else part
    found = words.table.sets.at(words.marks.line.words, at)
    if found is not None:
        return replace(group, part_of=found[0], end=found[1])
    is_definite = words.marks.word(at) in words.table.definite
    whole = words.number(at + is_definite)
    if whole is not None and (is_definite or words.head(whole.end)):
        return group  # "one of two gunmen"
    if is_definite:
        others = _definite(words, at)
        if others is None:
            return None if _is_of_things(words, at + 1) else group
        return replace(group, end=others.end, who=others.who)
    if words.marks.word(at) == _OTHERS:
        return replace(group, end=at + 1, is_more=True)
    head = words.head(at)
    if head is None or (head.noun.harm and group.count == ONE):
        return None  # "one of the bodies" may be a council
    return headed(words, group, head)


def _is_of_things(words: Words, at: int) -> bool:
    """Return whether a phrase from a word on is of things: "the family dogs"."""
    while words.marks.plain[at]:
        at += 1
    # plurals of things are not plain, and end the phrase
    return not words.table.things.isdisjoint((words.marks.word(at - 1), words.marks.word(at)))


def _unknown(words: Words, group: Group) -> Group | None:
    """Return people whose noun is not known, by its plural: "12 florists"."""
    plain, end = words.marks.plain, group.end
    while end - group.end < _MOST_WORDS and plain[end]:
        end += 1
    last = words.marks.word(end - 1)
    if group.count == ONE or end == group.end or last in words.table.things:
        return None
    line = words.marks.line
    if line.is_cased and end > group.end + 1 and all(map(line.has_capital, range(group.end, end))):
        return None  # "image 4 of 4 Mira Veldens"
    is_known = words.marks.word(end) in _WHO
    return replace(group, end=end, is_known=is_known) if is_plural(last) else None


def is_plural(noun: str) -> bool:
    """Return whether a noun looks like a plural."""
    if len(noun) < _SHORTEST_PLURAL or noun.endswith(("ss", "'s")):
        return False
    return noun.endswith(("s", "men"))


def _before_who(words: Words, start: int) -> Group | None:
    """Return people whose noun is not known, but of whom a clause with *who* follows."""
    end = start + 1
    while end - start <= _MOST_WORDS and words.marks.plain[end]:
        end += 1
    if end == start + 1 or words.marks.word(end) not in _WHO:
        return None
    if is_plural(words.marks.word(end - 1)):
        return Group(start, end, SOME, "some")
    return Group(start, end, ONE, "one")


def _alone(words: Words, group: Group, number: Number) -> Group | None:
    """Return people of whom there is nothing but a number: "killing 12"."""
    after, before = words.marks.word(group.end), words.marks.word(group.first - 1)
    is_article = after in words.table.definite or after in words.table.indefinite
    if words.is_noun(group.end) and not is_article and after not in words.table.shares:
        return None
    if number.is_digits and (before in _BEFORE_DATES or number.count.min in _YEARS):
        return None
    if before == after == "," and is_years(words.marks.word(group.first)):
        return None  # the age of somebody whose name was not seen
    if words.marks.word(group.end - 1) == _LOT:
        return None  # "it hurts a lot"
    return replace(group, is_number_alone=True)


def determined(words: Words, start: int) -> Group | None:
    """Return people with a determiner: "the 12 passengers", "his wife", "a man", "no civilians"."""
    word, table = words.marks.word(start), words.table
    if word in table.definite:
        return _definite(words, start)
    if word in table.indefinite:
        return _fate_of_another(words, start) or _indefinite(words, start)
    negative = table.negative.at(words.marks.line.words, start)
    return None if negative is None else _negative(words, start, negative[1])


def _indefinite(words: Words, start: int) -> Group | None:
    """Return one person who was not told of before, or whoever: "a man", "any of them"."""
    head = words.head(start + 1)
    if head is None:
        return _before_who(words, start)
    word = words.marks.word(start)
    if word == "any":
        return headed(words, Group(start, start, ONE, "any"), head)
    if head.noun.is_plural or head.noun.harm not in (None, "killed"):
        return None  # "an arrest" may be to come
    count, sort = unnumbered(head)
    is_more = word in words.table.marks.counts.more
    return headed(words, Group(start, start, count, sort, is_more=is_more), head)


def _negative(words: Words, start: int, end: int) -> Group | None:
    """Return nobody: "no civilians", "not a single person", "no deaths".

    Args:
        words: the sentence.
        start: the first word of the determiner.
        end: the word after it.
    """
    head = words.head(end)
    if head is None or (head.noun.harm and words.marks.letter(start - 1) == "p"):
        return None  # "a man with no injuries"
    is_more = words.marks.word(end) in words.table.marks.counts.more
    return headed(words, Group(start, start, NOBODY, "nobody", is_more=is_more), head)


def _definite(words: Words, start: int) -> Group | None:
    """Return people who were told of before: "the 12 passengers", "his wife", "his murder"."""
    found = numbered(words, start + 1)
    if found is not None and found.part_of is None:
        return replace(found, first=start, is_number_alone=False)
    own = fate_of_one(words, start, start + 1) if words.marks.word(start) in _HIS else None
    fate = own or _fate_of_another(words, start)
    if fate is not None:
        return fate
    head = words.head(start + 1)
    if head is None:
        return _before_who(words, start)
    if head.noun.harm:
        return None  # "the deaths", "their injuries": no number
    return headed(words, Group(start, start, *unnumbered(head)), head)


def _fate_of_another(words: Words, start: int) -> Group | None:
    """Return the one of whose death a noun tells after another with *'s*: "the guard's murder"."""
    at, nouns = start + 1, words.table.marks.nouns
    while at <= start + _MOST_WORDS and words.marks.plain[at]:
        noun, possessive, _ = words.marks.word(at).rpartition("'s")
        found = nouns.at((noun,), 0) if possessive else None
        if found is not None:
            fate = fate_of_one(words, start, at + 1)
            return replace(fate, who=found[0].who) if fate else None
        at += 1
    return None
