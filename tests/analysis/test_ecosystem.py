"""Clusters, bridges and institutions of the shipped regions, and the laws that they keep."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.bridges import bridges
from recommender.analysis.cluster_card import card_study
from recommender.analysis.cluster_study import overview
from recommender.analysis.clusters import agglomeration, relations
from recommender.analysis.competence_base import competence_variety
from recommender.analysis.ground import ground
from recommender.analysis.horizons import horizons_of
from recommender.analysis.pairs import pairs_of
from recommender.model.config import Renewal
from recommender.model.evidence import Graded
from recommender.model.profile import PASSIVE_LINKS, Link
from recommender.model.recommendation import Recommendation
from recommender.outputs.render import render
from recommender.shipped import EXAMPLES
from recommender.wording import label, sentence
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
    assert known.quotient == cluster.figures["lq_employment"].value
    assert known.location_quotient is None
    assert not known.measured
    assert not known.stars


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("region", REGIONS)
def test_a_figure_of_the_profile_never_stands_without_what_it_counts(region, language):
    """C21 only is not C21 + C32 + M72: the note, the year and the evidence are told beside the number."""
    found = of_run(prepare_profile(request(region)))
    side_by_side = " ".join(render(overview(found, {}), "table", language=language, width=100).split())
    for card in found.cards:
        study = card_study(found, card)
        [size] = [item for part in study.parts for item in part.findings if item.kind == "cluster_size"]
        told = sentence(size, study.recommendation.names, language)
        for name, figure in card.agglomeration.stated.items():
            beside = ", ".join(
                str(part) for part in (figure.year, label("evidence", figure.evidence, language), figure.note) if part
            )
            assert f"({beside})" in told
            assert f"({beside})" in side_by_side or name == "share_of_region"


def test_the_quotient_of_the_statistics_is_that_of_all_activities_of_the_cluster(rich):
    """Two clusters counted under the same activities have one quotient, whatever the profile states of either."""
    by_activities = {}
    for card in rich.cards:
        size = card.agglomeration
        if size.measured:
            known = by_activities.setdefault(frozenset(size.activities), size.location_quotient)
            assert known == size.location_quotient
    assert by_activities[frozenset({"C28"})] == pytest.approx(3.34, abs=0.005)


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


@pytest.mark.parametrize("region", REGIONS)
def test_each_side_of_a_bridge_brings_what_it_has_more_of_and_the_first_path_needs(region):
    found = of_run(prepare_profile(request(region)))
    profile = found.here.profile
    held = {actor.id: {name: level.value for name, level in actor.competences.items()} for actor in profile.actors()}
    for bridge in found.bridges:
        if not bridge.lifts:
            assert {bridge.brings_a, bridge.brings_b, bridge.essentials} == {()}
            continue
        path = profile.library.paths[bridge.lifts[0].path]
        assert bridge.essentials == tuple(n for n in (*bridge.brings_a, *bridge.brings_b) if n in path.essential)
        for giver, taker, brought in ((bridge.a, bridge.b, bridge.brings_a), (bridge.b, bridge.a, bridge.brings_b)):
            assert set(brought) <= set(path.needs)
            assert sorted(brought, key=lambda name: name not in path.essential) == list(brought)
            assert all(held[giver][name] > held[taker].get(name, 0.0) for name in brought)


@pytest.mark.parametrize("region", REGIONS)
def test_a_link_is_passive_where_the_profile_states_only_governing_or_brokering(region):
    found = of_run(prepare_profile(request(region)))
    kinds: dict[frozenset[str], set[str]] = {}
    for link in found.here.profile.links:
        kinds.setdefault(frozenset((link.a, link.b)), set()).add(link.kind)
    told = [(item.a, item.b, item.strength, item.passive) for item in found.bridges]
    told += [(item.lead, item.institution, item.strength, item.passive) for item in found.holders]
    for a, b, strength, passive in told:
        assert passive == (strength == 0 and bool(kinds.get(frozenset((a, b)))))
        assert not passive or kinds[frozenset((a, b))] <= set(PASSIVE_LINKS)


@pytest.mark.parametrize("region", REGIONS)
def test_a_path_renews_a_cluster_only_if_the_cluster_carries_it(region):
    """It leads, brings an essential, or has its share of the fit; where it only helps, the path is named apart."""
    found = of_run(prepare_profile(request(region)))
    least = found.here.config.renewal.share
    ranked = {item.id: item for item in found.answer.opportunities}
    for card in found.cards:
        steps, me = card.horizons, card.cluster.id
        assert {*steps.now, *steps.joins} == {name for name, item in ranked.items() if me in item.competence.coalition}
        for name in (*steps.now, *steps.joins):
            item = ranked[name]
            parts = {driver.id: driver.contribution for driver in item.drivers}
            brings = any(need.essential and need.supplier == me for need in item.competence.needs)
            large = parts.get(me, 0.0) / item.competence.fit.low >= least - 1e-9
            assert (item.competence.lead == me or brings or large) == (name in steps.now)


def test_passengers_are_not_renewed():
    """What a practitioner laughed at: space components for a health cluster, packaging for a tile cluster."""
    basque = {card.cluster.id: card.horizons for card in of_run(prepare_profile(request("basque-country"))).cards}
    reached = {step.path for step in (*basque["biohealth"].link, *basque["biohealth"].build)}
    assert "space_components" not in reached
    assert "near_patient_tests" in reached


def test_a_renewal_share_of_one_leaves_leads_and_essentials(rich):
    strict = replace(rich.here, config=replace(rich.here.config, renewal=Renewal(1.0)))
    for card in rich.cards:
        known = horizons_of(rich.here, rich.pairs, rich.answer, card.cluster.id)
        fewer = horizons_of(strict, rich.pairs, rich.answer, card.cluster.id)
        assert set(fewer.now) <= set(known.now)
        assert all(each.leads or each.essentials or each.share >= 1 for each in fewer.carries)


def test_a_card_says_under_which_activities_of_which_year_a_cluster_is_counted(rich):
    study = clusters(request("emilia-romagna"), "motor")
    [size] = [item for part in study.parts for item in part.findings if item.kind == "cluster_size"]
    assert size.facts["activities_counted"] == ["C29", "C30"]
    assert (size.facts["publisher"], size.facts["year"]) == ("Eurostat", 2014)
    told = sentence(size, study.recommendation.names, "en")
    assert "Statistics (Eurostat, 2014) count it under Motor vehicles (C29) and" in told
    assert "not all of the cluster" in told
    assert "our rule: the mean of the percentiles of size and of focus; judged by the authors: 0.90" in told


@pytest.mark.parametrize("region", REGIONS)
def test_a_list_that_is_cut_on_a_screen_is_whole_in_the_data(region):
    study = clusters(request(region))
    parts = {part.heading: part for part in study.parts}
    worth = [item for item in study.data["bridges"] if item.weak and any(lift.ahead for lift in item.lifts)]
    ids = {card.cluster.id for card in study.data["cards"]}
    between = [item for item in worth if {item.a, item.b} <= ids]
    listed = parts["bridges"]
    assert len(listed.findings) + (len(listed.grid.rows) if listed.grid else 0) == len(between)
    assert between or listed.empty


def test_a_region_without_clusters_is_told_in_a_sentence():
    study = clusters(request("empty"))
    assert [part.empty for part in study.parts if part.says_something][-1] == "clusters"


@pytest.mark.parametrize("cluster", ["aerospace", "energy"])
def test_a_card_says_of_rarity_and_of_links_what_it_counts(cluster):
    """Others of the region may hold what the library calls rare; no link beyond it is not yet a silo."""
    study = clusters(Request(str(EXAMPLES / "basque-country" / "profile.yaml")), cluster)
    findings = [item for part in study.parts for item in part.findings]
    told = {item.kind: sentence(item, study.recommendation.names, "en") for item in findings}
    assert "Rare by the library's specificity" in told["cluster_competences"]
    assert "supplying and sharing skills" in told["cluster_learning"]
    assert "a silo" not in told["cluster_learning"]
    assert ("no link beyond the region" in told["cluster_learning"]) == (cluster == "aerospace")
