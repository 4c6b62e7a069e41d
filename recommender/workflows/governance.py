"""Who could carry the paths: cluster organisations, pooling, and the region's own governance."""

from __future__ import annotations

from collections.abc import Mapping

from .. import shipped
from ..analysis.governance_advice import organisations, pooled
from ..analysis.governance_study import governance_study
from ..analysis.ground import ground
from ..analysis.horizons import Horizons, horizons_of
from ..analysis.pairs import pairs_of
from ..inputs.config_reader import read_governance_rules
from ..inputs.reading import Reading
from ..model.recommendation import Recommendation
from ..model.study import Study
from .recommend import ProfileRun, answer_of, prepare_profile
from .request import Request

RULES = shipped.CONFIGS / "governance.yaml"


def governance(request: Request) -> Study:
    """Readiness of each cluster organisation, what to pool, what to do, visions, and the seven criteria.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare_profile(request)
    return governance_of(run, answer_of(run))


def governance_of(run: ProfileRun, answer: Recommendation, visions: Mapping[str, Horizons] | None = None) -> Study:
    """The same of a run that is ranked already, and of which the horizons of each cluster may be known."""
    rules = read_governance_rules(RULES, Reading(), name=shipped.display_name(RULES))
    shared = pooled(run.profile, answer, run.config)
    found = organisations(run.profile, shared if answer.opportunities else None, rules, run.config.readiness)
    return governance_study(run.profile, answer, run.config, found, shared, visions or _visions(run, answer))


def _visions(run: ProfileRun, answer: Recommendation) -> dict[str, Horizons]:
    here = ground(run.profile, run.config)
    pairs = pairs_of(here, answer)
    return {cluster.id: horizons_of(here, pairs, answer, cluster.id) for cluster in run.profile.clusters}
