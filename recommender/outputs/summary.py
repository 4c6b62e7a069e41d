"""The whole in a few findings: counted here from the result, so that they always agree with it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ..model.config import CRITERIA
from ..model.finding import Finding
from ..model.portfolio import by_novelty
from ..model.recommendation import BANDS, Recommendation


def summary(answer: Recommendation) -> tuple[Finding, ...]:
    """How much is assessed, what the region is good at, what the order weighs, and what comes out."""
    return (
        *_assessed(answer), *_strongest(answer), *_weighting(answer), outcome(answer), *portfolio(answer),
    )  # fmt: skip


def portfolio(answer: Recommendation) -> Iterator[Finding]:
    """Incremental and radical options apart, and what the ranked ones together would do for the transitions."""
    yield from by_novelty((*answer.opportunities, *answer.not_recommended))
    ranked = [item for item in answer.opportunities if item.transitions]
    if ranked and answer.subject == "paths":
        kinds = {name for item in ranked for name in item.transitions}
        scores = {name: {item.id: item.transitions.get(name, 0.0) for item in ranked} for name in sorted(kinds)}
        best = {
            name: min(of, key=lambda path: (-of[path], path)) for name, of in scores.items() if max(of.values()) > 0
        }
        means = {name: round(math.fsum(of.values()) / len(ranked), 9) for name, of in scores.items()}
        facts = {"count": len(ranked), "transition_means": means, "transition_best": best}
        at = tuple(f"library.paths.{item.id}.transitions" for item in ranked)
        yield Finding("transition_scores", subject_of(answer), facts, at)


def subject_of(answer: Recommendation) -> str:
    return answer.region_code or "region"


def outcome(answer: Recommendation) -> Finding:
    """How many opportunities there are in each band, and which comes first."""
    everything = (*answer.opportunities, *answer.not_recommended)
    first = answer.opportunities[0] if answer.opportunities else None
    evidence = first.competence if first else None
    facts = {
        "listed": answer.subject,
        "count": len(everything),
        "top": answer.settings.get("top"),
        "bands": {band: sum(item.band == band for item in everything) for band in BANDS},
        "path": first.id if first else None,
        "lead": evidence.lead if evidence else None,
        "coalition": list(evidence.coalition) if evidence else [],
    }
    return Finding("outcome", subject_of(answer), facts, tuple(f"library.paths.{item.id}" for item in everything))


def _assessed(answer: Recommendation) -> Iterator[Finding]:
    known = answer.assessed
    if known is not None:
        facts = {
            "clusters": known.clusters,
            "competences_per_cluster": known.competences_per_cluster,
            "needs": known.needs,
            "needs_assessed": known.needs_assessed,
        }
        yield Finding("assessed", subject_of(answer), facts, ("clusters",))


def _weighting(answer: Recommendation) -> Iterator[Finding]:
    """The weights in force: a criterion that somebody has no value for enters nobody's score."""
    lens, wanted = answer.settings.get("lens"), answer.settings.get("criteria") or {}
    ranked = next((item.weights for item in answer.opportunities if item.weights), wanted)
    weights = {name: ranked[name] for name in CRITERIA if ranked.get(name)}
    if lens and weights:
        left_out = [name for name in CRITERIA if wanted.get(name) and name not in weights]
        yield Finding("weighting", subject_of(answer), {"lens": lens, "weights": weights, "left_out": left_out})


def _strongest(answer: Recommendation) -> Iterator[Finding]:
    if answer.strengths:
        order = sorted(answer.strengths, key=lambda item: (-(item.location_quotient or 0.0), item.code))
        facts = {
            "count": len(order),
            "strongest": [{"activity": item.code, "location_quotient": item.location_quotient} for item in order[:5]],
        }
        yield Finding("strongest", subject_of(answer), facts)
