"""Governance: nothing is invented, every action names the facts that fired it, every finding its lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.governance_advice import facts_of, organisations, pooled, ungoverned
from recommender.inputs.config_reader import read_governance_rules
from recommender.inputs.reading import Reading
from recommender.model.config import Limit
from recommender.model.evidence import Graded
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import clusters
from recommender.workflows.governance import RULES, governance
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request

REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania", "fictional-lagging", "empty")


def request(region):
    return Request(str(EXAMPLES / region / "profile.yaml"))


@pytest.fixture(scope="module")
def rules():
    return read_governance_rules(RULES, Reading(), name="configs/governance.yaml")


@pytest.fixture(scope="module")
def rich():
    run = prepare_profile(request("emilia-romagna"))
    return run.profile, answer_of(run)


def test_what_nobody_published_is_asked_for_and_not_scored(rich, rules):
    profile, answer = rich
    found = organisations(profile, pooled(profile, answer), rules)
    assert all(item.readiness is None for item in found)
    assert all("staff_fte" in item.ask for item in found)
    assert not [action for item in found for action in item.actions if action.rule.id in ("thin_staff", "old_strategy")]


def test_a_complete_set_of_data_is_scored(rules):
    run = prepare_profile(request("fictional-lagging"))
    found = organisations(run.profile, (), rules)
    assert any(item.readiness is not None for item in found)


@pytest.mark.parametrize("region", REGIONS)
def test_an_action_holds_by_the_facts_that_it_names(region, rules):
    run = prepare_profile(request(region))
    for item in organisations(run.profile, pooled(run.profile, answer_of(run)), rules):
        for action in item.actions:
            assert set(action.facts) == set(action.rule.when)
            assert all(action.rule.when[name].holds(value) for name, value in action.facts.items())


def test_a_fact_that_changes_fires_a_rule(rich, rules):
    profile, _ = rich
    first = profile.associations[0]
    small = replace(first, staff_fte=Graded(0.5))
    changed = replace(profile, associations=(small, *profile.associations[1:]))
    fired = {action.rule.id for action in organisations(changed, (), rules)[0].actions}
    assert "thin_staff" in fired
    assert facts_of(small, changed, ())["staff_fte"] == 0.5


def test_pooling_is_for_several_clusters_and_worth_it(rich):
    found = pooled(*rich)
    assert found
    assert all(len(item.clusters) >= 2 and len(item.paths) >= 2 and item.gain >= 0.05 for item in found)
    assert [item.gain for item in found] == sorted((item.gain for item in found), reverse=True)


@pytest.mark.parametrize("region", REGIONS)
def test_seven_criteria_are_told_and_every_finding_names_its_lines(region):
    study = governance(request(region))
    told = [finding for part in study.parts for finding in part.findings]
    criteria = [item for item in told if item.kind == "enabling_criterion"]
    assert [item.facts["criterion_number"] for item in criteria] == list(range(1, 8))
    for item in told:
        silent = item.kind == "enabling_criterion" and item.facts["evidence_kind"] == "none"
        assert silent or any(field in study.recommendation.origins for field in item.at), item


def test_a_partner_at_home_is_no_cooperation_abroad():
    study = governance(request("emilia-romagna"))
    [seventh] = [
        item for part in study.parts for item in part.findings if item.facts.get("criterion_number") == 7
    ]  # fmt: skip
    assert {"en": "Lombardy", "it": "Lombardia"} not in seventh.facts["texts"]


def test_clusters_without_an_organisation_are_named(rich):
    assert ungoverned(rich[0]) == ("ceramics", "ict_data")


def test_limits():
    assert Limit(at_least=1).holds(1.0)
    assert not Limit(below=1).holds(1.0)
    assert Limit(at_least=1, below=2).holds(1.5)


@pytest.mark.parametrize("region", ["emilia-romagna", "norte"])
def test_the_vision_of_a_cluster_is_that_of_its_card(region):
    [grid] = [part.grid for part in governance(request(region)).parts if part.grid and part.grid.name == "vision"]
    cards = {card.cluster.id: card.horizons for card in clusters(request(region)).data["cards"]}
    assert {row[0] for row in grid.rows} == set(cards)
    for cluster, now, link, build in grid.rows:
        steps = cards[cluster]
        assert now == (steps.now[:3] or None)
        assert link == ((steps.link[0].path, steps.link[0].opener) if steps.link else None)
        assert build == ((steps.build[0].path, steps.build[0].opener) if steps.build else None)
