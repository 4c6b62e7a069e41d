"""What is said about a path: why it is in its band, and what limits the verdict."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.config import Config
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import Band, ColocationEvidence, CompetenceEvidence
from .path_fit import PathFit
from .reasons import ask_about, to_ask, why_eligible, why_not
from .scoring import DIGITS


def reasons_of(band: Band, fit: PathFit, path: Path, profile: Profile, config: Config) -> Iterator[Finding]:
    """Why a path is in its band."""
    evidence = fit.evidence
    if evidence is None:
        yield ask_about(path, fit.needs, 0.0, 1.0, config.eligibility.bar)
    elif band == "not_assessed":
        yield ask_about(path, evidence.needs, evidence.fit.low, evidence.fit.high, config.eligibility.bar)
    elif band == "not_yet":
        yield from why_not(path, evidence, config, fit.nearest or {})
    else:
        yield from why_eligible(path, evidence, profile)


def warnings_of(
    band: Band, fit: PathFit, path: Path, colocation: ColocationEvidence | None, config: Config
) -> Iterator[Finding]:
    """What limits the verdict on an eligible path."""
    evidence = fit.evidence
    if evidence is None or band.startswith("not"):
        return
    if not evidence.exact:
        facts = {"path": path.id, "fit": evidence.fit.low, "upper_bound": evidence.upper_bound}
        yield Finding("greedy_search", path.id, facts, (f"library.paths.{path.id}.needs",))
    if evidence.assessed_share < config.novelty.assessed:
        yield _poorly_assessed(path, evidence)
    yield from _disagreement(path, evidence, colocation, config)
    if path.kind and fit.transformation and path.kind != fit.transformation:
        facts = {"path": path.id, "declared": path.kind, "found": fit.transformation, "rule": fit.rule}
        at = (f"library.paths.{path.id}.kind", f"actors.{evidence.lead}.activities", f"actors.{evidence.lead}.maturity")
        yield Finding("disagrees_with_declared_kind", path.id, facts, at)


def _poorly_assessed(path: Path, evidence: CompetenceEvidence) -> Finding:
    facts = {
        "path": path.id,
        "needs": len(evidence.needs),
        "needs_assessed": evidence.needs_assessed,
        "competences": to_ask(need for need in evidence.needs if not need.assessed),
    }
    unknown = (need.competence for need in evidence.needs if not need.assessed)
    return Finding(
        "poorly_assessed", path.id, facts, tuple(f"library.paths.{path.id}.needs.{name}" for name in unknown)
    )


def _disagreement(
    path: Path, evidence: CompetenceEvidence, colocation: ColocationEvidence | None, config: Config
) -> Iterator[Finding]:
    if colocation is None or colocation.percentile is None:
        return
    if abs(round(evidence.null_percentile - colocation.percentile, DIGITS)) > config.views.disagreement:
        facts = {
            "path": path.id,
            "competence_percentile": evidence.null_percentile,
            "colocation_percentile": colocation.percentile,
            "limit": config.views.disagreement,
        }
        at = tuple(f"library.paths.{path.id}.activities.{item.code}" for item in colocation.activities)
        yield Finding("views_disagree", path.id, facts, at)
