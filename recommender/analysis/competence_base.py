"""What the clusters of a region know altogether: its variety, and what hangs on one actor (METHODS A21)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ..measures.variety import related_variety, unrelated_variety, variety
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from .ground import Ground
from .region_remarks import region_id

HELD = 0.5
"""A level from which a competence counts as held: present, if not leading."""


@dataclass(frozen=True, slots=True)
class Variety:
    """Entropy of the clusters' competences in bits, and its parts within and between fields; they add up."""

    entropy: float
    related: float
    unrelated: float
    competences: int
    fields: int


def competence_variety(profile: Profile, sectors: Mapping[str, str]) -> Variety | None:
    """Variety of the competences of all clusters (METHODS A21); None where nobody holds anything.

    A competence has the weight of the levels at which clusters hold it. Its field is, for technology, the
    sector of its first WIPO field (`sectors`: field -> sector), and otherwise its kind (our rule).
    """
    weight: dict[str, float] = {}
    for cluster in profile.clusters:
        for name, level in cluster.competences.items():
            if level.value > 0:
                weight[name] = weight.get(name, 0.0) + level.value
    if not weight:
        return None
    words = profile.vocabulary.competences
    groups = [
        sectors.get(words[name].wipo[0], words[name].kind) if words[name].wipo else words[name].kind for name in weight
    ]
    values = np.array([list(weight.values())])
    return Variety(
        entropy=float(variety(values)[0]),
        related=float(related_variety(values, groups)[0]),
        unrelated=float(unrelated_variety(values, groups)[0]),
        competences=len(weight),
        fields=len(set(groups)),
    )


def variety_finding(profile: Profile, found: Variety) -> Finding:
    facts = {
        "entropy": found.entropy,
        "related_variety": found.related,
        "unrelated_variety": found.unrelated,
        "fields": found.fields,
        "count": found.competences,
    }
    at = tuple(f"actors.{cluster.id}.competences" for cluster in profile.clusters)
    return Finding("competence_variety", region_id(profile), facts, at)


def weak_points(here: Ground, answer: Recommendation) -> Iterator[Finding]:
    """Essentials of possible paths that one actor alone holds as far as the bar asks; most paths first."""
    paths: dict[tuple[int, int], list[str]] = {}
    for item in answer.opportunities:
        needs = here.land.needs(here.profile.library.paths[item.id])
        for row in np.flatnonzero(needs.essential):
            column = int(needs.competence[row])
            enough = np.round(here.today.held[:, column] / needs.level[row], 9) >= here.bar.essential
            if enough.sum() == 1:
                paths.setdefault((column, int(enough.argmax())), []).append(item.id)
    for (column, holder), hanging in sorted(paths.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        actor, competence = here.land.actors[holder], here.land.competences[column]
        facts = {
            "competence": competence,
            "actor": actor,
            "best_level": float(here.today.held[holder, column]),
            "paths": hanging,
        }
        yield Finding("single_point", competence, facts, (f"actors.{actor}.competences.{competence}",))


def unique_competences(here: Ground) -> Finding:
    """Competences that one actor alone holds at half or more, those first that distinguish most."""
    holders = (here.today.held >= HELD).sum(axis=0)
    unique = sorted(np.flatnonzero(holders == 1).tolist(), key=lambda column: (-here.land.specificity[column], column))
    names = [here.land.competences[column] for column in unique]
    at = [f"actors.{here.land.actors[int(here.today.held[:, column].argmax())]}.competences" for column in unique]
    lines = tuple(f"{actor}.{name}" for actor, name in zip(at, names, strict=True))
    return Finding("unique_competences", region_id(here.profile), {"count": len(names), "competences": names}, lines)
