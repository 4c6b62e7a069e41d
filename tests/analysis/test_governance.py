"""Governance: nothing is invented, every action names the facts that fired it, every finding its lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.governance_advice import facts_of, organisations, pooled, ungoverned
from recommender.analysis.horizons import carriers
from recommender.analysis.readiness import readiness, readiness_of_region
from recommender.inputs.config_reader import read_governance_rules
from recommender.inputs.reading import Reading
from recommender.model.config import ALONE, Config, Limit, ReadinessScale
from recommender.model.evidence import Graded
from recommender.shipped import EXAMPLES
from recommender.wording import sentence
from recommender.workflows.ecosystem import clusters
from recommender.workflows.governance import RULES, governance
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request

REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania", "fictional-lagging", "empty")
SCALE = ReadinessScale()


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
    found = organisations(profile, pooled(profile, answer, Config()), rules, SCALE)
    assert all(item.readiness is None for item in found)
    assert all("staff_fte" in item.ask for item in found)
    assert not [action for item in found for action in item.actions if action.rule.id in ("thin_staff", "old_strategy")]


def test_a_complete_set_of_data_is_scored(rules):
    run = prepare_profile(request("fictional-lagging"))
    found = organisations(run.profile, (), rules, SCALE)
    assert any(item.readiness is not None for item in found)


@pytest.mark.parametrize("region", REGIONS)
def test_an_action_holds_by_the_facts_that_it_names(region, rules):
    run = prepare_profile(request(region))
    for item in organisations(run.profile, pooled(run.profile, answer_of(run), run.config), rules, SCALE):
        for action in item.actions:
            assert set(action.facts) == set(action.rule.when)
            assert all(action.rule.when[name].holds(value) for name, value in action.facts.items())


def test_a_fact_that_changes_fires_a_rule(rich, rules):
    profile, _ = rich
    first = profile.associations[0]
    small = replace(first, staff_fte=Graded(0.5))
    changed = replace(profile, associations=(small, *profile.associations[1:]))
    fired = {action.rule.id for action in organisations(changed, (), rules, SCALE)[0].actions}
    assert "thin_staff" in fired
    assert facts_of(small, changed, ())["staff_fte"] == 0.5


def test_pooling_is_for_several_clusters_and_worth_it(rich):
    found = pooled(*rich, Config())
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


@pytest.mark.parametrize("region", REGIONS)
def test_a_criterion_names_its_sources_and_only_partners_that_have_one(region):
    study = governance(request(region))
    profile = prepare_profile(request(region)).profile
    for item in told(study, "enabling_criterion"):
        facts, fields = item.facts, [place.split(".") for place in item.at]
        entries = [
            profile.governance.statements[place[1]]
            for place in fields
            if place[0] == "governance" and place[1:] and place[1] in profile.governance.statements
        ]
        partners = [partner for partner in profile.partners if ["partners", partner.id] in fields]
        assert all(partner.sources for partner in partners)
        assert bool(facts["read_in"]) == any(entry.sources for entry in (*entries, *partners))
        assert facts["evidence_kind"] != ("stated" if facts["read_in"] else "sourced")
        text = sentence(item, study.recommendation.names, "en")
        assert all(source in text for source in facts["read_in"][:3])


def test_a_partner_that_is_only_judged_is_no_evidence_of_cooperation():
    study = governance(request("emilia-romagna"))
    seventh = told(study, "enabling_criterion")[6]
    assert {text["en"] for text in seventh.facts["texts"]} >= {"Basque Country"}
    assert "Stuttgart" not in sentence(seventh, study.recommendation.names, "en")
    assert "partners.stuttgart" not in seventh.at


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
    for cluster, now, link, build, _ in grid.rows:
        steps = cards[cluster]
        assert now == (steps.now or None)
        assert link == ((steps.link[0].path, steps.link[0].opener) if steps.link else None)
        assert build == ((steps.build[0].path, steps.build[0].opener) if steps.build else None)


def told(study, kind):
    return [item for part in study.parts for item in part.findings if item.kind == kind]


@pytest.mark.parametrize("region", REGIONS)
def test_the_region_has_a_readiness_or_says_what_to_ask_whom(region):
    run = prepare_profile(request(region))
    found = readiness_of_region(run.profile, SCALE)
    told_of = told(governance(request(region)), "region_readiness")
    assert bool(found) == bool(told_of) == bool(run.profile.clusters)
    if found is not None:
        assert (found.value is None) == (len(found.known) < 0.5 * len(run.profile.clusters))
        assert 0 <= found.low <= (found.value if found.value is not None else found.high) <= found.high <= 1
        unknown = [item for item in run.profile.associations if readiness(item, run.profile.as_of, SCALE) is None]
        assert told_of[0].facts["asked_actors"] == [item.id for item in unknown]


def test_what_a_region_gets_to_know_of_an_organisation_raises_what_it_knows_of_itself(rich):
    """With every organisation known the interval closes on the mean over the clusters."""
    profile, _ = rich
    known = [replace(item, staff_fte=Graded(1.0), member_count=Graded(50.0), label="silver")
             for item in profile.associations]  # fmt: skip
    everybody = tuple(cluster.id for cluster in profile.clusters)
    all_in = replace(known[0], members=everybody)
    partly = readiness_of_region(replace(profile, associations=tuple(known)), SCALE)
    whole = readiness_of_region(replace(profile, associations=(all_in, *known[1:])), SCALE)
    assert partly.value is not None
    assert partly.high - partly.low == pytest.approx(len(partly.unknown) / len(everybody))
    assert whole.low == whole.high == whole.value == pytest.approx((0.5 + 1 + 0.6) / 3)


@pytest.mark.parametrize("region", REGIONS)
def test_what_small_firms_cannot_do_alone_is_told_kind_by_kind(region, rules):
    """Each kind with actions and the facts that fired them, with what to ask, or with a sentence that says so."""
    study = governance(request(region))
    parts = {part.heading: part for part in study.parts}
    assert {rule.alone for rule in rules} == set(ALONE)
    for alone in ALONE:
        part = parts[f"alone_{alone}"]
        assert part.findings or part.empty
        for item in part.findings:
            assert item.facts["alone"] == alone
            assert item.facts["unknown_facts"] if item.kind == "alone_unknown" else item.facts["asked_of"]


def test_a_rule_that_waits_for_a_fact_asks_for_it(rich, rules):
    first = organisations(rich[0], (), rules, SCALE)[0]
    assert "sme_share" not in first.undecided.get("research", ())  # three institutions or more decide that rule
    assert first.undecided["organisation"] == ("staff_fte", "strategy_age")
    assert (
        "resources" not in organisations(rich[0], None, rules, SCALE)[0].undecided
    )  # no organisation knows what to pool


def test_nothing_is_cut_from_the_list_of_what_to_pool(rich):
    study = governance(request("emilia-romagna"))
    listed = [item.competence for item in study.data["pooled"]]
    assert [row["competence"] for row in rows_to_pool(study)] == listed
    assert [item.subject for item in told(study, "pooled")] == listed


def rows_to_pool(study):
    [grid] = [part.grid for part in study.parts if part.heading == "pooling"]
    heads = [column.name for column in grid.columns]
    return [dict(zip(heads, row, strict=True)) for row in grid.rows]


def test_who_holds_most_elsewhere_is_named_with_the_region():
    study = governance(request("emilia-romagna"))
    run = prepare_profile(request("emilia-romagna"))
    home = {actor.id: partner.id for partner in run.profile.partners for actor in partner.actors}
    rows = rows_to_pool(study)
    assert any(row["held_in"] for row in rows)
    for row in rows:
        assert row["held_in"] == home.get(row["held_most_by"])
        enough = row["best_level"] is not None and round(row["best_level"] - row["wanted"], 9) >= 0
        assert (row["pooling_answer"] == "link") == enough


def test_the_count_of_competences_to_pool_is_that_of_the_rows_for_clusters_of_the_organisation():
    study = governance(request("emilia-romagna"))
    members = {item.association.id: set(item.association.members) for item in study.data["organisations"]}
    [action] = [item for item in told(study, "governance_action") if item.subject == "pooled_competence"]
    for row in action.facts["asked_of"]:
        mine = [each for each in rows_to_pool(study) if members[row["actor"]] & set(each["short_for"])]
        assert len(mine) == row["facts"]["pooled"] > 0


def test_a_thin_profile_says_so_in_governance_too():
    assert told(governance(request("nord-est-romania")), "thin_profile")


def test_a_criterion_without_evidence_says_where_to_write_it():
    study = governance(request("norte"))
    first = told(study, "enabling_criterion")[0]
    text = sentence(first, study.recommendation.names, "en")
    assert "no evidence in the profile; write it under governance.analysis" in text
    assert any(field in study.recommendation.origins for field in first.at)


def level(actor, competence):
    return actor.competences[competence].value if competence in actor.competences else 0.0


@pytest.mark.parametrize("region", REGIONS)
def test_what_to_pool_is_for_clusters_that_carry_a_path_and_hold_less_than_it_needs(region):
    """A cluster that only helps in a path, or that holds what the path needs, is not told to pool it."""
    run = prepare_profile(request(region))
    answer = answer_of(run)
    items = {item.id: item for item in answer.opportunities}
    for item in pooled(run.profile, answer, run.config):
        needed = {path: run.profile.library.paths[path].needs[item.competence].level for path in item.paths}
        assert item.needed == max(needed.values())
        assert set(item.clusters) == {
            cluster.id
            for path in item.paths
            for cluster in run.profile.clusters
            if cluster.id in carriers(items[path], run.config) and level(cluster, item.competence) < needed[path]
        }


@pytest.mark.parametrize("region", REGIONS)
def test_nobody_is_told_to_build_what_somebody_of_the_region_or_a_partner_holds(region):
    """Clusters count as holders too; a partner is named only where the region holds too little and it more."""
    run = prepare_profile(request(region))
    names = governance(request(region)).recommendation.names
    items = pooled(run.profile, answer_of(run), run.config)
    told_of = {finding.subject: finding for finding in told(governance(request(region)), "pooled")}
    for item in items:
        own = max(level(actor, item.competence) for actor in run.profile.actors())
        partners = [actor for partner in run.profile.partners for actor in partner.actors]
        there = max((level(actor, item.competence) for actor in partners), default=0.0)
        best = own if own >= item.needed else max(own, there)
        assert (item.source.level if item.source else 0.0) == best
        assert bool(item.source and item.source.partner) == (own < item.needed and there > own)
        if item.competence in told_of:
            text = sentence(told_of[item.competence], names, "en")
            assert (": build " in text, ": link to it" in text) == (not item.enough, item.enough)


def test_who_holds_enough_is_named_though_it_is_a_cluster():
    run = prepare_profile(request("basque-country"))
    found = {item.competence: item for item in pooled(run.profile, answer_of(run), run.config)}
    assert found["o_quality"].source.id == "aerospace"
    assert found["o_quality"].enough


def test_without_organisations_the_rules_say_that_they_know_nothing():
    parts = {part.heading: part for part in governance(request("empty")).parts}
    assert {parts[f"alone_{alone}"].empty for alone in ALONE} == {"no_organisation"}
    assert parts["organisations"].empty
