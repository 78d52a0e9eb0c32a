"""What stands in the place of a document that could not be read."""

from dataclasses import dataclass

from rashomon.model.errors import RashomonError


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that could not be read, and why. The rest goes on.

    Attributes:
        path: the input, as the user wrote it; a row's number follows a colon.
        error: what is wrong and what to do about it.
    """

    path: str
    error: RashomonError
