"""What is said about the region as a whole, beside the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..model.config import Config, Lens
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Assessed, Opportunity
from .reasons import evidence_counts, mean, prerequisites, unconnected_assets
from .scoring import DIGITS
from .statistics import Statistics

THIN = 0.5
"""Share of all needs that must be assessed before a profile gives verdicts (judged, ours)."""

MOST_TO_ASK = 10


def findings_of(
    profile: Profile, config: Config, ranked: Sequence[Opportunity], closed: Sequence[Opportunity]
) -> Iterator[Finding]:
    """What the whole ranking shows: thin evidence, prerequisites, assets without a link."""
    subject = region_id(profile)
    not_yet = [item for item in closed if item.band == "not_yet"]
    yield from _thin(subject, ranked, closed)
    if not ranked:
        facts = {"count": len(closed), "not_assessed": len(closed) - len(not_yet), "bar": config.eligibility.bar}
        yield Finding("nothing_eligible", subject, facts, tuple(f"library.paths.{item.id}" for item in closed))
    yield from prerequisites(not_yet, config)
    linked = {end for link in profile.links for end in (link.a, link.b)}
    yield from unconnected_assets(ranked, profile, linked)
    for item in ranked:
        yield from (finding for finding in item.warnings if finding.kind == "views_disagree")


def _thin(subject: str, ranked: Sequence[Opportunity], closed: Sequence[Opportunity]) -> Iterator[Finding]:
    needs = _all_needs((*ranked, *closed))
    unknown = {name: weight for name, (assessed, weight) in needs.items() if not assessed}
    if len(unknown) > THIN * len(needs):
        ask = sorted(unknown, key=lambda name: (-unknown[name], name))[:MOST_TO_ASK]
        facts = {
            "needs": len(needs),
            "needs_assessed": len(needs) - len(unknown),
            "eligible": len(ranked),
            "competences": ask,
        }
        yield Finding("thin_profile", subject, facts, ("clusters", "institutions"))


def _all_needs(opportunities: Iterable[Opportunity]) -> dict[str, tuple[bool, float]]:
    """Every competence that some path needs: whether somebody assessed it, and its total weight."""
    needs: dict[str, tuple[bool, float]] = {}
    for item in opportunities:
        for need in item.competence.needs if item.competence else ():
            weight = needs.get(need.competence, (False, 0.0))[1]
            needs[need.competence] = (need.assessed, weight + need.weight * need.specificity)
    return needs


def warnings_of(
    profile: Profile, ranked: Sequence[Opportunity], lens: Lens, statistics: Statistics | None
) -> Iterator[Finding]:
    """What limits the answer as a whole."""
    subject = region_id(profile)
    if profile.note:
        yield Finding("illustrative", subject, {"text": dict(profile.note)}, ("note",))
    counts = evidence_counts(profile)
    if sum(counts.values()):
        yield Finding("judged", subject, counts, ("clusters", "institutions", "associations", "users"))
    yield from statistics.warnings if statistics else ()
    yield from _single_evidence(subject, profile, ranked, statistics)
    for criterion, weight in lens.criteria.items():
        missing = [item.id for item in ranked if item.criteria[criterion] is None]
        if weight > 0 and missing:
            facts = {"criterion": criterion, "opportunities": missing, "of": len(ranked)}
            yield Finding("missing_criterion", criterion, facts, _without(criterion, missing))


def _single_evidence(
    subject: str, profile: Profile, ranked: Sequence[Opportunity], statistics: Statistics | None
) -> Iterator[Finding]:
    """Where only the profile speaks, because no table does."""
    if not ranked:
        return
    if statistics is None:
        why = "no_region_code" if profile.region.code is None else "region_not_in_reference"
        yield Finding(
            "single_evidence", subject, {"missing": "colocation", "why": why, "opportunities": []}, ("region",)
        )
        return
    alone = [item.id for item in ranked if item.colocation is None or item.colocation.percentile is None]
    if alone:
        facts = {"missing": "colocation", "why": "no_candidate_activity", "opportunities": alone}
        yield Finding("single_evidence", subject, facts, tuple(f"library.paths.{name}.activities" for name in alone))


def _without(criterion: str, paths: Sequence[str]) -> tuple[str, ...]:
    """Where the value of a criterion would have to stand: with the organisations, or in the paths."""
    if criterion == "governance":
        return ("associations", "clusters")
    return tuple(f"library.paths.{name}" for name in paths)


def assessed(profile: Profile) -> Assessed:
    """How much the profile says about what the paths need."""
    needs = {name for path in profile.library.paths.values() for name in path.needs}
    per_cluster = mean([float(len(cluster.competences)) for cluster in profile.clusters])
    known = len(needs.intersection({name for actor in profile.actors() for name in actor.competences}))
    return Assessed(
        clusters=len(profile.clusters),
        competences_per_cluster=round(per_cluster, DIGITS),
        share=round(known / len(needs), DIGITS) if needs else 0.0,
        needs=len(needs),
        needs_assessed=known,
        evidence=evidence_counts(profile),
    )


def cited(profile: Profile, names: Iterable[str]) -> list[str]:
    """The sources of these ids, each once: title, publisher, year."""
    known = (profile.sources[name] for name in dict.fromkeys(names) if name in profile.sources)
    return [", ".join(str(part) for part in (each.title, each.publisher, each.year) if part) for each in known]


def region_id(profile: Profile) -> str:
    """By what findings name the region."""
    return profile.region.code or "region"
