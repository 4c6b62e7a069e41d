"""What holds for whole profiles: more of anything never lowers a net fit, and figures add up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.path_fit import fit_paths
from recommender.model.evidence import Graded
from recommender.model.profile import Cluster, Institution, Link
from recommender.shipped import EXAMPLES
from recommender.workflows.recommend import prepare
from recommender.workflows.request import Request

REGIONS = ("emilia-romagna", "basque-country", "norte")
NEEDED = ("t_hydrogen", "t_power_elec", "o_care", "b_circular")


@pytest.fixture(scope="module", params=REGIONS)
def before(request):
    run = prepare(Request(str(EXAMPLES / request.param / "profile.yaml")))
    few = replace(run.config, luck=replace(run.config.luck, draws=20))
    return run.profile, few, fit_paths(run.profile, few)


def with_link(profile):
    ends = profile.clusters[0].id, profile.clusters[-1].id
    return replace(profile, links=(*profile.links, Link(*ends, Graded(0.8), "co_develops")))


def with_cluster(profile):
    new = Cluster("new_cluster", {"en": "New"}, {name: Graded(0.6) for name in NEEDED})
    return replace(profile, clusters=(*profile.clusters, new))


def with_institution(profile):
    new = Institution("new_lab", {"en": "New"}, "research_centre", {name: Graded(0.9) for name in NEEDED})
    link = Link(profile.clusters[0].id, "new_lab", Graded(0.5), "co_develops")
    return replace(profile, institutions=(*profile.institutions, new), links=(*profile.links, link))


def with_competence(profile):
    first, *rest = profile.clusters
    held = {name: level.value for name, level in first.competences.items()}
    more = {name: Graded(max(0.7, held.get(name, 0.0))) for name in NEEDED}
    return replace(profile, clusters=(replace(first, competences={**first.competences, **more}), *rest))


@pytest.mark.parametrize("more", [with_link, with_cluster, with_institution, with_competence])
def test_more_of_anything_never_lowers_a_net_fit(before, more):
    profile, config, fits = before
    after = fit_paths(more(profile), config)
    for name, fit in fits.items():
        now, then = fit.evidence, after[name].evidence
        if fit.eligible or not after[name].eligible:  # a path that comes over the bar may take a costlier coalition
            assert then.net_fit >= now.net_fit - 1e-9, name
        assert after[name].eligible >= fit.eligible, name


def test_figures_of_a_path_add_up(before):
    _, _, fits = before
    for name, fit in fits.items():
        evidence = fit.evidence
        assert evidence.potential >= evidence.fit.low - 1e-9, name
        assert evidence.fit.high >= evidence.fit.low - 1e-9, name
        assert evidence.partner_gain >= 0, name
        assert evidence.connection_gap == pytest.approx(evidence.potential - evidence.fit.low), name
        assert sum(driver.contribution for driver in fit.drivers) == pytest.approx(evidence.fit.low, abs=1e-6), name
