"""One frozen tree of settings, read from TOML or a dict; all that is wrong is reported at once."""

import codecs
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from rashomon.model.errors import SettingsError

_MOST_BYTES = 2**31 - 1
_MOST_SECONDS = 86_400
# of network protocols and of Python itself; some decode to what is no text
_NO_STORED_TEXT = frozenset(
    ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")
)


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How inputs are read.

    Attributes:
        max_bytes: the largest document that is read, in bytes: a file, a row of a table, a page
            of an archive, decompressed; or a whole ``.json`` file or feed.
        encoding: the encoding of every input; empty to detect it (byte order mark, declaration
            in the page, UTF-8).
        allow_private: whether addresses that are not of the public internet are fetched.
        fetch_timeout: seconds that fetching one address may take in whole, redirects and all.
    """

    max_bytes: int = 20_000_000
    encoding: str = ""
    allow_private: bool = False
    fetch_timeout: float = 30.0

    def faults(self) -> list[str]:
        """Return what is wrong with the values, a clause each."""
        found = []
        if not 1 <= self.max_bytes <= _MOST_BYTES:
            found.append(f"max_bytes is {self.max_bytes}; it must lie between 1 and {_MOST_BYTES}")
        if self.encoding and not is_encoding(self.encoding):
            found.append(f"encoding {self.encoding!r} is none of texts that Python knows")
        if not 0 < self.fetch_timeout <= _MOST_SECONDS:
            found.append(
                f"fetch_timeout is {self.fetch_timeout}; "
                f"it must be more than 0, and {_MOST_SECONDS} at most"
            )
        return found


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """How texts are analysed.

    Attributes:
        min_confidence: attributions below this calibrated probability (0 to 1) are left out.
        parties: a file of parties of the user's own (TOML, as ``docs/parties.md`` has it), which
            goes before the table that ships; empty for none.
        gazetteer: the folder of the lists of places that the user imported; empty for none.
    """

    min_confidence: float = 0.0
    parties: str = ""
    gazetteer: str = ""

    def faults(self) -> list[str]:
        """Return what is wrong with the values, a clause each."""
        if not 0 <= self.min_confidence <= 1:
            return [f"min_confidence is {self.min_confidence}; it must lie between 0 and 1"]
        return []


@dataclass(frozen=True, slots=True)
class LinkingSettings:
    """How the documents of a case are linked.

    Attributes:
        publishers: a file of publishers of the user's own (TOML, as ``docs/origins.md`` has it),
            which goes before the table that ships; empty for none.
    """

    publishers: str = ""

    def faults(self) -> list[str]:
        """Return what is wrong with the values, a clause each."""
        return []


@dataclass(frozen=True, slots=True)
class RunnerSettings:
    """How the work is spread over the machine.

    Attributes:
        jobs: processes that read at the same time; 0 for one a core.
        timeout: seconds that one document may take when several are read at the same time;
            0 for no limit.
    """

    jobs: int = 0
    timeout: float = 600.0

    def faults(self) -> list[str]:
        """Return what is wrong with the values, a clause each."""
        found = []
        if self.jobs < 0:
            found.append(f"jobs is {self.jobs}; it must be 0 or more")
        if self.timeout < 0:
            found.append(f"timeout is {self.timeout}; it must be 0 or more")
        return found


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, a section for each part of the package."""

    readers: ReaderSettings = field(default_factory=ReaderSettings)
    analysis: AnalysisSettings = field(default_factory=AnalysisSettings)
    linking: LinkingSettings = field(default_factory=LinkingSettings)
    runner: RunnerSettings = field(default_factory=RunnerSettings)


def from_dict(values: Mapping[str, Any], *, where: str = "settings") -> Settings:
    """Return the settings that ``values`` holds, section by section.

    Args:
        values: ``{"readers": {"max_bytes": 1000}, ...}``; what is left out keeps its default.
        where: the name of the source, for the error.

    Raises:
        SettingsError: names every unknown section or key, every value of a wrong type, and
            every value that makes no sense.
    """
    faults: list[str] = []
    sections: dict[str, Any] = {}
    known = {section.name: section.default_factory for section in fields(Settings)}
    for name, given in values.items():
        if name not in known:
            faults.append(f"unknown section [{name}]; there are {', '.join(known)}")
        elif not isinstance(given, Mapping):
            faults.append(f"{name} is not a section")
        else:
            sections[name] = _section(name, known[name], given, faults)
    settings = Settings(**sections)
    if faults:
        raise _error(faults + _faults(settings), where)
    return check(settings, where=where)


def check(settings: Settings, *, where: str = "settings") -> Settings:
    """Return ``settings`` if they make sense.

    Raises:
        SettingsError: names every value that makes no sense.
    """
    if faults := _faults(settings):
        raise _error(faults, where)
    return settings


def from_toml(text: str, *, where: str = "settings") -> Settings:
    """Return the settings written in ``text`` (TOML).

    Raises:
        SettingsError: as :func:`from_dict`, and where the text is not TOML.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"not TOML: {error}", where=where) from error
    return from_dict(values, where=where)


def _faults(settings: Settings) -> list[str]:
    return [
        f"[{section.name}] {fault}"
        for section in fields(settings)
        for fault in getattr(settings, section.name).faults()
    ]


def _error(faults: list[str], where: str) -> SettingsError:
    return SettingsError(
        "; ".join(faults), where=where, remedy="docs/settings.md lists every setting"
    )


def _section(name: str, kind: Any, given: Mapping[str, Any], faults: list[str]) -> Any:
    defaults = kind()
    assert is_dataclass(defaults)
    known = {key.name: type(getattr(defaults, key.name)) for key in fields(defaults)}
    kept: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            faults.append(f"[{name}] has no {key!r}; there are {', '.join(known)}")
        elif type(value) not in _accepted(known[key]):
            faults.append(f"[{name}] {key} is {value!r}; it must be {_words(known[key])}")
        else:
            kept[key] = known[key](value)
    return kind(**kept)


def _accepted(kind: type) -> tuple[type, ...]:
    return (int, float) if kind is float else (kind,)


def _words(kind: type) -> str:
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}
    return words[kind]


def is_encoding(name: str) -> bool:
    """Return whether ``name`` is an encoding in which texts are stored."""
    try:
        "".encode(name)
        return codecs.lookup(name).name not in _NO_STORED_TEXT
    except (LookupError, ValueError):  # the latter for names with a NUL, and "undefined"
        return False
