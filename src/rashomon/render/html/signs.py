"""Signs that stand beside words: for stances, grades and framings; none rests on its colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.comparison import Airwars
from rashomon.model.reading import Framing, Stance


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign with its word.

    Attributes:
        sign: one character or a few.
        word: what it is called.
        meaning: what it says, for a legend.
        kind: the class that it is shown with (``tag KIND``).
    """

    sign: str
    word: str
    meaning: str
    kind: str


STANCES: Mapping[Stance, Sign] = {
    "asserts": Sign("●", "asserts", "says that it is so", "asserts"),
    "denies": Sign("✗", "denies", "says that it is not so", "denies"),
    "doubts": Sign("?", "doubts", "is not sure that it is so", "doubts"),
    "alleges": Sign("◆", "alleges", "accuses somebody of it", "alleges"),
    "demands": Sign("!", "demands", "wants it to be done", "demands"),
    "asks": Sign("¿", "asks", "wants to know", "asks"),
    "predicts": Sign("→", "predicts", "says that it will be so", "predicts"),
}
"""What a source does with what it says."""

GRADES: Mapping[Airwars, Sign] = {
    "confirmed": Sign("■■■", "confirmed", "by sources that are independent", "confirmed"),
    "fair": Sign("■■□", "fair", "well supported, and by nobody contradicted", "fair"),
    "weak": Sign("■□□", "weak", "little stands behind it", "weak"),
    "contested": Sign("≠", "contested", "others say what cannot be true with it", "contested"),
    "discounted": Sign("⊘", "discounted", "what stands behind it does not hold", "discounted"),
}
"""How well a position is supported."""

REMARKS: Mapping[str, Sign] = {
    "confirmed": Sign(
        "✎=✎",
        "decision confirmed",
        "a second reviewer decides the same; nothing is said of whether a claim is true",
        "seconded",
    ),
    "disputed": Sign(
        "✎≠✎",
        "decision disputed",
        "a second reviewer decides otherwise; nothing is said of whether a claim is true",
        "disputed",
    ),
}
"""What a second reviewer says of a decision: of the decision, not of the claim that it is on."""

FRAMINGS: Mapping[Framing, Sign] = {
    "neutral": Sign("·", "neutral", "the writer only passes it on (said)", "neutral"),
    "distancing": Sign("↔", "distancing", "the writer keeps away from it (claimed)", "distancing"),
    "endorsing": Sign("✓", "endorsing", "the writer takes it for true (revealed)", "endorsing"),
}
"""How a writer presents what a source says."""
