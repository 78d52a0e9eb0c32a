"""Short texts of which the type of the event that each tells is known.

Those of CASE 2021 (task 2, Haneczok et al. 2021) are parted in :mod:`evaluation.splits`; those of
our own, written for this, are only trained on.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.splits import Split, part

OWN = Path(__file__).parent.parent / "training"

CASE = {
    "ABDUCT_DISSAP": "abduction_forced_disappearance",
    "AGREEMENT": "agreement",
    "AIR_STRIKE": "air_drone_strike",
    "ARMED_CLASH": "armed_clash",
    "ARREST": "arrests",
    "ART_MISS_ATTACK": "shelling_artillery_missile_attack",
    "ATTACK": "attack",
    "ATTRIB": "claim_responsibility",
    "CHANGE_TO_GROUP_ACT": "change_to_group_activity",
    "CHEM_WEAP": "chemical_weapon",
    "DIPLO": "diplomacy",
    "DISR_WEAP": "disrupted_weapons_use",
    "FORCE_AGAINST_PROTEST": "excessive_force_against_protesters",
    "GOV_REGAINS_TERIT": "government_regains_territory",
    "GRENADE": "grenade",
    "HQ_ESTABLISHED": "headquarters_or_base_established",
    "MAN_MADE_DISASTER": "man_made_disaster",
    "MOB_VIOL": "mob_violence",
    "NATURAL_DISASTER": "natural_disaster",
    "NON_STATE_ACTOR_OVERTAKES_TER": "non_state_actor_overtakes_territory",
    "NON_VIOL_TERRIT_TRANSFER": "non_violent_transfer_of_territory",
    "ORG_CRIME": "organized_crime",
    "OTHER": "other_development",
    "PEACE_PROTEST": "peaceful_protest",
    "PROPERTY_DISTRUCT": "looting_property_destruction",
    "PROTEST_WITH_INTER": "protest_with_intervention",
    "REM_EXPLOS": "remote_explosive_landmine_ied",
    "SEX_VIOL": "sexual_violence",
    "SUIC_BOMB": "suicide_bomb",
    "VIOL_DEMONSTR": "violent_demonstration",
}
"""The types of CASE in the names of :data:`rashomon.analysis.heads.TYPES`."""


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text and the type of the event that it tells."""

    id: str
    text: str
    type: str


def case(split: Split) -> list[TypedText]:
    """Return the texts of CASE that belong to a split.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    return [
        TypedText(row["id"], row["text"], CASE[row["type"]])
        for row in part("event/case2021_task2.dev", split)
    ]


def own(name: str) -> list[TypedText]:
    """Return the texts of a file in ``training/`` that was written for this.

    Args:
        name: ``snippets``, in varied and tricky words, or ``leads``, in those of ordinary news.
    """
    return list(_own(name))


def _own(name: str) -> Iterator[TypedText]:
    with (OWN / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield TypedText(f"{name}/{number}", row["text"], row["type"])
