"""The one tree of errors. Each says what is wrong, where, and what to do about it.

::

    RashomonError
    ├── InputError                 one document could not be read; the others go on
    │   ├── MissingInputError      no such file or folder
    │   ├── UnreadableInputError   the system refused to hand the bytes over
    │   ├── UnsupportedInputError  no reader for this kind of file
    │   ├── EmptyInputError        there is no text in it
    │   ├── BinaryInputError       not a text
    │   ├── InputTooLargeError     over the size limit
    │   ├── UndecodableInputError  bytes that the encoding does not allow
    │   ├── BrokenRowError         a row of a table that does not hold a document
    │   ├── UnreadablePageError    an HTML page in which no article was found
    │   ├── BrokenArchiveError     an archive, feed or PDF that is damaged, or not what it says
    │   └── FetchError             an address that could not be fetched
    │       └── RefusedAddressError  an address that is not fetched: private, or no web address
    ├── ReadingError               the reading of one document broke off; the others go on
    ├── SettingsError              settings that make no sense; lists all of them
    ├── ModelError                 a model file that is missing, damaged or of another version
    ├── MissingExtraError          a part of the package that is installed apart is not there
    └── CaseError                  a case cannot be opened or written
        ├── DamagedCaseError       what it holds is not what was stored
        ├── OutdatedCaseError      an older version of the package made it; to write renews it
        ├── UnfitDecisionError     a decision that does not fit what the case holds
        └── UnknownItemError       there is no such document, incident or the like in it
"""

from typing import ClassVar


class RashomonError(Exception):
    """What every error of the package is.

    Args:
        what: what is wrong, a clause without a full stop.
        where: the file, row or field.
        remedy: what the user can do about it, a clause without a full stop.
    """

    code: ClassVar[str] = "rashomon"

    def __init__(self, what: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    @property
    def message(self) -> str:
        """What is wrong and the remedy, without the place."""
        return f"{self.what}; {self.remedy}" if self.remedy else self.what

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message

    def __reduce__(self) -> tuple[object, ...]:
        # keyword-only arguments do not survive the default way between processes
        return _rebuild, (type(self), self.what, self.where, self.remedy)


def _rebuild(
    kind: type[RashomonError], what: str, where: str | None, remedy: str | None
) -> RashomonError:
    return kind(what, where=where, remedy=remedy)


class InputError(RashomonError):
    """One document could not be read."""

    code = "input"


class MissingInputError(InputError):
    """There is no such file or folder."""

    code = "input.missing"


class UnreadableInputError(InputError):
    """The system refused to hand the bytes over."""

    code = "input.unreadable"


class UnsupportedInputError(InputError):
    """No reader for this kind of file."""

    code = "input.unsupported"


class EmptyInputError(InputError):
    """The input holds no text."""

    code = "input.empty"


class BinaryInputError(InputError):
    """The input is not a text."""

    code = "input.binary"


class InputTooLargeError(InputError):
    """The input is over the size limit."""

    code = "input.too_large"


class UndecodableInputError(InputError):
    """The input holds bytes that its encoding does not allow."""

    code = "input.undecodable"


class BrokenRowError(InputError):
    """A row of a table does not hold a document."""

    code = "input.broken_row"


class UnreadablePageError(InputError):
    """No article was found in an HTML page."""

    code = "input.unreadable_page"


class BrokenArchiveError(InputError):
    """An archive, feed or PDF is damaged, or is not what it says."""

    code = "input.broken_archive"


class FetchError(InputError):
    """An address could not be fetched."""

    code = "input.fetch"


class RefusedAddressError(FetchError):
    """An address is not fetched: it is private, or not one of the web."""

    code = "input.refused_address"


class ReadingError(RashomonError):
    """The reading of one document broke off."""

    code = "reading"


class SettingsError(RashomonError):
    """Settings that make no sense; the message lists all that is wrong with them."""

    code = "settings"


class ModelError(RashomonError):
    """A model file is missing, damaged or of another version."""

    code = "model"


class MissingExtraError(RashomonError):
    """A part of the package that is installed apart is not there; the remedy is the command."""

    code = "missing_extra"


class CaseError(RashomonError):
    """A case cannot be opened or written."""

    code = "case"


class DamagedCaseError(CaseError):
    """What a case holds is not what was stored."""

    code = "case.damaged"


class UnfitDecisionError(CaseError):
    """A decision does not fit what a case holds: its words are not there, or it was undone."""

    code = "case.unfit_decision"


class OutdatedCaseError(CaseError):
    """A case is as an older version of the package made it, and must be renewed to be read."""

    code = "case.outdated"


class UnknownItemError(CaseError):
    """There is no such document, incident or the like in the case."""

    code = "case.unknown_item"
