"""The whole in a few findings: counted here from the result, so that they always agree with it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.config import CRITERIA
from ..model.finding import Finding
from ..model.recommendation import BANDS, Recommendation


def summary(answer: Recommendation) -> tuple[Finding, ...]:
    """How much is assessed, what the region is good at, what the order weighs, and what comes out."""
    return (*_assessed(answer), *_strongest(answer), *_weighting(answer), outcome(answer))


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
    return Finding("outcome", subject_of(answer), facts)


def _assessed(answer: Recommendation) -> Iterator[Finding]:
    known = answer.assessed
    if known is not None:
        facts = {
            "clusters": known.clusters,
            "competences_per_cluster": known.competences_per_cluster,
            "needs": known.needs,
            "needs_assessed": known.needs_assessed,
        }
        yield Finding("assessed", subject_of(answer), facts)


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
