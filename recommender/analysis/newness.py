"""How new a path is to the region, and which type of transformation it would be (METHODS A10, A11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model.config import NoveltyRule
from ..model.path import Path
from ..model.profile import Cluster, Profile
from ..model.recommendation import NoveltyLabel, Transformation

FADING = ("declining", "transforming")


def novelty_label(
    new_to_lead: Mapping[str, float],
    new_to_region: Mapping[str, float],
    essential_is_new: bool,
    assessed_share: float,
    rule: NoveltyRule,
) -> NoveltyLabel:
    """Incremental, substantial or radical; poorly assessed where too little is known.

    Parameters
    ----------
    new_to_lead, new_to_region : kind of competence -> share of its needs held below half level
    essential_is_new : whether nobody in the region holds some essential at half its level
    assessed_share : share of the needs that somebody assessed
    """
    if assessed_share < rule.assessed:
        return "poorly_assessed"
    if essential_is_new or sum(share > rule.radical for share in new_to_region.values()) >= 2:
        return "radical"
    if all(share < rule.incremental for share in new_to_lead.values()):
        return "incremental"
    return "substantial"


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
