"""How new a path is to the region, and which type of transformation it would be (METHODS A10, A11)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ..measures.competence.arrays import Floats
from ..measures.competence.novelty import NoveltyLimits, label, novelty
from ..measures.competence.supply import Needs
from ..model.path import Path
from ..model.profile import Cluster, Profile
from ..model.recommendation import Novelty, NoveltyLabel, Transformation
from ..model.vocabulary import COMPETENCE_KINDS
from .ground import Ground

FADING = ("declining", "transforming")


def novelty_of(here: Ground, needs: Needs, lead: int) -> Novelty:
    """What of a path is new to its lead and to the region, by kind of competence, and the word for it."""
    rule = here.config.novelty
    limits = NoveltyLimits(incremental=rule.incremental, radical=rule.radical, assessed=rule.assessed)
    new = novelty(here.today, needs, lead, limits)
    return Novelty(_by_kind(new.to_lead), _by_kind(new.to_region), label(new, limits))


def _by_kind(shares: Floats) -> dict[str, float]:
    return {kind: share for kind, share in zip(COMPETENCE_KINDS, shares.tolist(), strict=True) if not math.isnan(share)}


def transformation(
    path: Path, profile: Profile, lead: str, lead_share: float, novelty: NoveltyLabel
) -> tuple[Transformation, str]:
    """The type of transformation, and the rule that decided it; the first that matches wins.

    `lead_share` is the lead's part of the Shapley values. The types are Foray's (2018); the rule
    is ours and is printed.
    """
    cluster = next((item for item in profile.clusters if item.id == lead), None)
    if novelty == "radical":
        return "radical_foundation", "radical_novelty"
    if cluster is None:
        return "radical_foundation", "led_by_institution"
    if active_in(cluster, path.activities):
        return "modernisation", "lead_active"
    if path.kind == "modernisation":
        return "modernisation", "declared"
    if cluster.maturity in FADING and lead_share >= 0.5:
        return "transition", f"lead_{cluster.maturity}"
    return "diversification", "otherwise"


def active_in(cluster: Cluster, activities: Mapping[str, float] | Sequence[str]) -> bool:
    """Whether a cluster is already counted in one of the activities."""
    return any(activity in activities for activity in cluster.activities)
