"""Who could carry the paths: cluster organisations, pooling, and the region's own governance."""

from __future__ import annotations

from .. import shipped
from ..analysis.governance_advice import organisations, pooled
from ..analysis.governance_study import governance_study
from ..analysis.ground import ground
from ..analysis.horizons import horizons_of
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


def governance_of(run: ProfileRun, answer: Recommendation) -> Study:
    """The same of a run that is ranked already."""
    rules = read_governance_rules(RULES, Reading(), name=shipped.display_name(RULES))
    shared = pooled(run.profile, answer)
    here = ground(run.profile, run.config)
    pairs = pairs_of(here, answer)
    visions = {cluster.id: horizons_of(here, pairs, answer, cluster.id) for cluster in run.profile.clusters}
    found = organisations(run.profile, shared if answer.opportunities else None, rules)
    return governance_study(run.profile, answer, found, shared, visions)
