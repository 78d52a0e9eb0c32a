"""Who says of himself that he did it, or that he did not."""

import re
from collections.abc import Iterator

from rashomon.compare.answers.acts.actors import Named
from rashomon.compare.answers.acts.blames import Blame, bounded
from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.phrases import in_small_letters
from rashomon.compare.speakers.denying import behind_name
from rashomon.compare.speakers.voices import UNNAMED, Voices
from rashomon.model.comparison import Voice
from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span

_RESPONSIBILITY = re.compile(r"[^.]{0,30}\b(?:responsibility|credit)\b", re.I)
_THE_DEED = re.compile(
    r"(?:an?|the|this|that|those|these|both|\w+['’]?s)\s+(?:[^\W_]+\s+){0,2}?$", re.I
)
_NO_CLAUSE = re.compile(
    r"\s*(?:$|[,.;]|(?:and|as|at|by|calling|in|last|late|near|of|on|saying|through|via)\b|\w+day\b)",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|denials?|disavow\w*|disclaim\w*|dismiss\w*|refut\w*|reject\w*)\b",
    re.I,
)
_OF_ELSE = re.compile(
    r"[^.]{0,40}?\b(?:involvement|role)\b[^.,;]{0,60}?\s(?:can|could|did|had|has|is|may|might|must|was"
    r"|were|will|would)\b",
    re.I,
)
"""Who denies what his part in it does or is does not deny that he has one."""
_INVOLVED = re.compile(
    r"[^.]{0,40}?\b(?:involvement|involved|responsib\w+|role|behind|part\s+in|to\s+do\s+with"
    r"|hand\s+in|links?\s+to)\b",
    re.I,
)
_WAS_IN = re.compile(
    r"\W*(?:that\s+)?((?:the\s+)?[^\W_][\w.'’-]*(?:\s+[^\W_][\w.'’-]*){0,3}?)\s+"
    r"(?:is|are|was|were|had\s+been)\s+(?:behind|involved|responsible)\b",
    re.I,
)
_GERUND = re.compile(r"\W*(?:of\s+)?(?:(?:deliberately|ever|having)\s+)*([^\W_]+ing)\b", re.I)
_USING = ("using", "having", "carrying", "opening")
_OWN = re.compile(r"\W*(?:that\s+)?(?:it|they|he|she|we|its|their|his|her|our)\b", re.I)
_OWN_DEED = re.compile(
    r"\W*(?:that\s+)?(?:it|we|(?:its|our|their)\s+(?:[^\W_]+\s+){0,2}?[^\W_]+)\s+"
    r"(?:(?:has|have|had|did|not|didn['’]t|never|also|earlier|then|deliberately)\s+)*"
    r"([^\W_]+(?:\s+(?:out|down|up|fire))?)",
    re.I,
)
_ADMITTED = re.compile(
    r"\W*(?:that\s+)?(?:they|he|she)\s+(?:(?:has|have|had)\s+)?"
    r"([^\W_]+(?:\s+(?:out|down|up|fire))?)",
    re.I,
)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
_SPOKESMAN = re.compile(
    r"\b(?:commander|official|representative|spokes(?:man|person|woman)|statement)s?\s+"
    r"(?:by|for|from|of|on\s+behalf\s+of)\s+(.+)$",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|nor)\b|n['’]t\b", re.I)
_OPEN = ("doubts", "denies", "demands", "asks", "predicts")
_ACTING = ("government", "military", "armed_group", "organisation", "group")
_STATES = ("government", "military")
_ONLOOKERS = ("monitor", "media", "publisher")
"""Who tells of what others do."""
_WHOSE = re.compile(r"(?:her|his|its|our|their)\s", re.I)
_REPORTING = re.compile(r"\b(?:journalists?|media|newspapers?|reporters?|surveys?)$", re.I)
"""The same by what they are called."""
_BEHIND = 80


class Avowals:
    """Finds who says of himself that he did it, or did not.

    Args:
        reading: a document.
        voices: who says what in it.
        named: where it names parties.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, voices: Voices, named: Named, words: ActWords) -> None:
        self._text = reading.document.text
        self._voices = voices
        self._named = named
        self._words = words

    def of(self, one: Attribution) -> Iterator[Blame]:
        """Yield the source of an attribution, where it says that it did it or did not."""
        if self._voices.denial_of(one):
            return  # what a claim says that is denied is told where it is denied
        spans = list(map(bounded, one.content))
        if one.stance == "denies" and spans:
            spans[0] = behind_name(spans[0], self._text)
        content = " ".join(span.of(self._text) for span in spans)
        cue = " ".join(span.of(self._text) for span in one.cue)
        if one.stance == "denies":
            other = self._other_in(one)
            if _DENIED.search(cue) and other:
                yield Blame(other, True, self._voices.speaking(one), one.whole)
            elif _DENIED.search(cue) and self._denies(content):
                yield from self._itself(one, is_denied=True, is_plain=True)
        elif one.stance not in _OPEN:
            is_claim = bool(self._words.claimed.search(cue))
            if is_claim and self._is_claimed(content):
                yield from self._itself(one, is_denied=False, is_plain=True)
            elif own := self._own_deed(content, is_claim=is_claim):
                yield from self._itself(one, is_denied=bool(_NOT.search(own)), is_plain=False)

    def _other_in(self, one: Attribution) -> str | None:
        """Return of whom it is denied that he was in it: *denied that Norvia was involved*."""
        span = one.content[0] if one.content else None
        was_in = _WAS_IN.match(self._text, *bounded(span)) if span else None
        named = self._named.within(Span(*was_in.span(1))) if was_in else []
        is_whole = len(named) == 1 and named[0].span == Span(*was_in.span(1)) if was_in else False
        return named[0].name if is_whole else None

    def _itself(self, one: Attribution, *, is_denied: bool, is_plain: bool) -> Iterator[Blame]:
        for voice in self._voices.speaking(one):
            name = self._name(voice, one, is_plain=is_plain)
            is_onlooker = voice.kind in _ONLOOKERS or _REPORTING.search(voice.party)
            is_his = name is not None and bool(_WHOSE.match(name))
            if name and name != UNNAMED and not is_onlooker and not is_his:
                yield Blame(name, is_denied, (voice,), one.whole)

    def _name(self, voice: Voice, one: Attribution, *, is_plain: bool) -> str | None:
        """Return for whom a source speaks: a spokesman of the Ostrian army for Ostria.

        Args:
            voice: the source.
            one: what it says.
            is_plain: whether it speaks of itself for certain: not just of *us* and *ours*.
        """
        if voice.side and voice.kind in _STATES:
            return voice.side
        name = _bare(voice.party)
        spoken_for = _SPOKESMAN.search(name)
        if spoken_for:
            name, is_plain = _bare(spoken_for.group(1)), True
        elif ", " in name:  # "a little-known group, the Sons of the River"
            named = [one for one in map(_bare, name.split(", ")) if one[:1].isupper()]
            name = named[-1] if named else name
        if self._words.others.fullmatch(name):
            return name[:1].lower() + name[1:]
        if voice.kind in _ACTING:
            return name
        found = [actor for span in one.source for actor in self._named.within(span)]
        armed = [actor for actor in found if actor.has_arms]
        if armed:
            return armed[-1].name
        return name if is_plain else None

    def _is_claimed(self, content: str) -> bool:
        """Return whether responsibility is claimed, or the deed: *claimed the attack*."""
        if _RESPONSIBILITY.match(content):
            return True
        deed = self._words.deeds.search(content[:_BEHIND])
        return (
            deed is not None
            and bool(_THE_DEED.fullmatch(content[: deed.start()]))
            and bool(_NO_CLAUSE.match(content[deed.end() :]))
        )

    def _denies(self, content: str) -> bool:
        """Return whether what is denied is a part in it: *any role*, *bombing*, *its jets hit*."""
        if _INVOLVED.match(content):
            return not _OF_ELSE.match(content)
        gerund = _GERUND.match(content)
        if gerund and gerund.group(1) in _USING:
            return self._tells_a_deed(content[:_BEHIND]) or self._names_arms(content)
        if gerund and self._words.is_deed(gerund.group(1)):
            return True
        return bool(_OWN.match(content)) and self._tells_a_deed(content[:_BEHIND])

    def _tells_a_deed(self, content: str) -> bool:
        return any(self._words.is_deed(one) for one in re.findall(r"[^\W_]+", content))

    def _is_use(self, verb: str, words: str) -> bool:
        """Return whether it is the use of a weapon: *used chlorine*."""
        return verb in ("use", "used") and self._names_arms(words)

    def _names_arms(self, words: str) -> bool:
        return bool(self._words.means.search(in_small_letters(words[:_BEHIND])))

    def _own_deed(self, content: str, *, is_claim: bool) -> str | None:
        """Return the words in which a source tells of what it did: *its jets hit*."""
        match = _OWN_DEED.match(content) or (_ADMITTED.match(content) if is_claim else None)
        if match is None:
            return None
        if self._words.done.match(match.group(1)):
            return match.group()
        verb = match.group(1).partition(" ")[0].casefold()
        is_deed = self._words.is_deed(verb) or self._is_use(verb, content[match.start(1) :])
        return match.group() if is_deed and _NOT.search(match.group()) else None


def _bare(name: str) -> str:
    return _ARTICLE.sub("", name)
