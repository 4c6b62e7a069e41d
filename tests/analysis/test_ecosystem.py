"""Clusters, bridges and institutions of the shipped regions, and the laws that they keep."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.bridges import bridges
from recommender.analysis.clusters import agglomeration, relations
from recommender.analysis.competence_base import competence_variety
from recommender.analysis.ground import ground
from recommender.analysis.pairs import pairs_of
from recommender.model.evidence import Graded
from recommender.model.profile import Link
from recommender.model.recommendation import Recommendation
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import clusters, ecosystem, technology_sectors
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request

REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania")


def request(region):
    return Request(str(EXAMPLES / region / "profile.yaml"))


def of_run(run):
    return ecosystem(run, answer_of(run))


@pytest.fixture(scope="module")
def rich():
    return of_run(prepare_profile(request("emilia-romagna")))


def pair(found, a, b):
    return next(item for item in found.bridges if {item.a, item.b} == {a, b})


def test_what_practitioners_say_about_emilia_romagna_is_found(rich):
    """Digital twins need the data valley; connected devices too; the weather centre serves nobody yet."""
    assert pair(rich, "ceramics", "ict_data").lifts[0].path == "ceramic_twin"
    assert pair(rich, "biomedical", "ict_data").lifts[0].path == "connected_meddev"
    study = clusters(request("emilia-romagna"))
    told = [finding for part in study.parts for finding in part.findings]
    unused = [finding.subject for finding in told if finding.kind == "unused_institution"]
    assert unused[0] == "ecmwf"
    assert "crit" not in unused  # it brokers for two clusters: that is a link


def test_a_bridge_that_is_built_is_none_to_build(rich):
    profile = rich.here.profile
    built = replace(profile, links=(*profile.links, Link("ceramics", "ict_data", Graded(1.0))))
    here = ground(built, rich.here.config)
    found = bridges(here, pairs_of(here, rich.answer))
    bridge = next(item for item in found if {item.a, item.b} == {"ceramics", "ict_data"})
    assert not bridge.weak
    assert not bridge.lifts


@pytest.mark.parametrize("region", REGIONS)
def test_every_bridge_lifts_what_it_says(region):
    found = of_run(prepare_profile(request(region)))
    for bridge in found.bridges:
        assert all(lift.fit_to >= lift.fit_from for lift in bridge.lifts)
        assert all(lift.fit_to >= found.here.bar.fit for lift in bridge.lifts)
        assert [lift.ahead for lift in bridge.lifts] == sorted((lift.ahead for lift in bridge.lifts), reverse=True)


@pytest.mark.parametrize("region", REGIONS)
def test_every_finding_names_its_lines(region):
    study = clusters(request(region))
    for part in study.parts:
        for finding in part.findings:
            if finding.kind not in ("thin_profile", "unique_competences"):
                assert any(field in study.recommendation.origins for field in finding.at), finding


def test_a_card_does_not_change_when_a_partner_region_is_known_better(rich):
    """But for the link strength beyond the region, which is about exactly that."""
    run = prepare_profile(request("emilia-romagna"))
    assert run.profile is not None
    alone = replace(run, profile=replace(run.profile, partners=()))
    for card, other in zip(of_run(run).cards, of_run(alone).cards, strict=True):
        assert replace(card, relations=replace(card.relations, silo=None)) == replace(
            other, relations=replace(other.relations, silo=None)
        )


def test_related_and_unrelated_variety_add_up(rich):
    found = competence_variety(rich.here.profile, technology_sectors())
    assert found is not None
    assert found.related + found.unrelated == pytest.approx(found.entropy, abs=1e-12)


def test_stars_need_statistics(rich):
    cluster = rich.here.profile.clusters[0]
    known = agglomeration(cluster, None, None)
    assert known.location_quotient == cluster.figures["lq_employment"].value
    assert not known.measured


def test_learning_modes_are_shares(rich):
    for cluster in rich.here.profile.clusters:
        found = relations(cluster.id, rich.here.profile)
        if found.modes:
            assert sum(found.modes.values()) == pytest.approx(1, abs=1e-6)
        assert found.silo is None or -1 <= found.silo <= 1


def test_nobody_is_in_two_horizons_with_one_path(rich):
    for card in rich.cards:
        steps = [*card.horizons.now, *(step.path for step in (*card.horizons.link, *card.horizons.build))]
        assert len(steps) == len(set(steps))


def test_the_answer_is_the_ranking_itself(rich):
    run = prepare_profile(request("emilia-romagna"))
    assert isinstance(rich.answer, Recommendation)
    assert [item.id for item in answer_of(run).opportunities] == [item.id for item in rich.answer.opportunities]
