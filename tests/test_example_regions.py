"""What the shipped regions must be told: the answers that we know to be right."""

from __future__ import annotations

from functools import cache

import pytest

from recommender.model.recommendation import Opportunity, Recommendation
from recommender.outputs.summary import summary
from recommender.shipped import lenses
from recommender.workflows.recommend import recommend
from recommender.workflows.request import Request

from .support import EXAMPLES

CONTROLS = {"chip_fab": "t_chips", "quantum_instruments": "t_quantum"}
"""Paths that Emilia-Romagna plainly cannot take, and the competence that it lacks."""

NOT_OFFERED = ("B05", "B06", "B07", "B08", "B09", "C12", "C19")

REAL = ("basque-country", "emilia-romagna", "nord-est-romania", "norte")


@cache
def answer(name: str, lens: str | None = None) -> Recommendation:
    return recommend(Request(str(EXAMPLES / name / "profile.yaml"), lens=lens))


def found(name: str, path: str, lens: str | None = None) -> Opportunity:
    item = answer(name, lens).find(path)
    assert item is not None
    return item


def findings(name: str, kind: str) -> list:
    return [finding for finding in answer(name).findings if finding.kind == kind]


@pytest.mark.parametrize("path", CONTROLS)
@pytest.mark.parametrize("lens", lenses())
def test_emilia_romagna_cannot_make_chips_under_any_lens(path, lens):
    item = found("emilia-romagna", path, lens)
    assert item.band == "not_yet"
    assert item.rank is None
    missing = {reason.facts["competence"] for reason in item.reasons if reason.kind == "missing_essential"}
    assert CONTROLS[path] in missing


def test_a_path_that_joins_two_weakly_linked_clusters_is_found_and_the_link_is_named():
    item = found("emilia-romagna", "recovered_building_materials")
    assert set(item.competence.coalition) == {"greentech", "ceramics"}
    (link,) = (reason for reason in item.reasons if reason.kind == "weak_link")
    assert {link.facts["a"], link.facts["b"]} == {"greentech", "ceramics"}
    assert link.facts["strength"] == 0.3
    assert link.at


def test_climate_services_show_the_asset_that_nobody_is_linked_to():
    told = [finding for finding in findings("emilia-romagna", "unconnected_asset") if finding.facts["actor"] == "ecmwf"]
    assert [finding.facts["path"] for finding in told] == ["climate_services"]
    assert found("emilia-romagna", "climate_services").competence.lead == "ecmwf"


def test_every_band_occurs_in_emilia_romagna():
    whole = answer("emilia-romagna")
    bands = {item.band for item in (*whole.opportunities, *whole.not_recommended)}
    assert bands == {"high", "medium", "low", "not_yet", "not_assessed"}


def test_a_thin_profile_gets_questions_and_no_verdict():
    whole = answer("nord-est-romania")
    (thin,) = findings("nord-est-romania", "thin_profile")
    assert not whole.opportunities
    assert thin.facts["needs_assessed"] < thin.facts["needs"] / 2
    assert thin.facts["competences"]
    assert thin.facts["eligible"] == 0


@pytest.mark.parametrize("name", REAL)
def test_both_kinds_of_evidence_speak_for_every_region_with_a_code(name):
    everything = (*answer(name).opportunities, *answer(name).not_recommended)
    assert sum(item.colocation is not None for item in everything) > len(everything) / 2


def test_where_nothing_is_eligible_prerequisites_come_first():
    whole = answer("fictional-lagging")
    assert not whole.opportunities
    assert {item.band for item in whole.not_recommended} == {"not_yet"}
    assert whole.assessed.share == 1.0
    first, *then = [finding.kind for finding in whole.findings]
    assert first == "nothing_eligible"
    assert set(then) == {"prerequisite"}
    opened = [len(finding.facts["paths"]) for finding in findings("fictional-lagging", "prerequisite")]
    assert opened == sorted(opened, reverse=True)


def test_an_empty_profile_gets_no_verdict_on_anything():
    whole = answer("empty")
    assert not whole.opportunities
    assert {item.band for item in whole.not_recommended} == {"not_assessed"}


def test_a_single_cluster_can_lead_paths():
    whole = answer("one-cluster")
    assert whole.opportunities
    assert all(set(item.competence.coalition) <= {"boatyards", "marine_institute"} for item in whole.opportunities)


@pytest.mark.parametrize("name", [*REAL, "fictional-lagging", "empty", "one-cluster"])
def test_counts_in_the_summary_are_those_of_the_lists(name):
    whole = answer(name)
    (outcome,) = (finding for finding in summary(whole) if finding.kind == "outcome")
    assert sum(outcome.facts["bands"].values()) == outcome.facts["count"] == 48


@pytest.mark.parametrize("name", REAL)
def test_ranks_follow_scores_and_the_score_lies_in_its_range(name):
    ranked = answer(name).opportunities
    scores = [item.score for item in ranked]
    assert scores == sorted(scores, reverse=True)
    assert [item.rank for item in ranked] == list(range(1, len(ranked) + 1))
    for item in ranked:
        assert item.score_range.low - 1e-9 <= item.score <= item.score_range.high + 1e-9


@pytest.mark.parametrize("name", REAL)
def test_laws_of_the_evidence_hold_on_real_profiles(name):
    for item in (*answer(name).opportunities, *answer(name).not_recommended):
        evidence = item.competence
        if evidence is None:
            continue
        assert 0 <= evidence.fit.low <= evidence.fit.high <= 1 + 1e-9
        assert evidence.potential >= evidence.fit.low - 1e-9
        assert evidence.connection_gap == pytest.approx(evidence.potential - evidence.fit.low, abs=1e-8)
        assert 0 <= evidence.null_percentile <= 1
        assert evidence.lead == evidence.coalition[0]
        actors = [driver.contribution for driver in item.drivers]
        assert sum(actors) == pytest.approx(evidence.fit.low, abs=1e-6)


def test_north_east_romania_does_not_grow_into_coal_or_tobacco():
    whole = recommend(Request("RO21"))
    assert not set(NOT_OFFERED) & {item.id for item in whole.opportunities}
    left_out = {item.id for item in whole.not_recommended if item.reasons[0].kind == "excluded_activity"}
    assert left_out & set(NOT_OFFERED)


@pytest.mark.parametrize("region", sorted(path.parent.name for path in EXAMPLES.glob("*/profile.yaml")))
def test_what_nobody_assessed_is_asked_about_and_never_called_missing(region: str) -> None:
    """Unknown is not zero (METHODS A0), in words as in numbers."""
    ranked = answer(region)
    unknown = {
        (item.id, need.competence)
        for item in (*ranked.opportunities, *ranked.not_recommended)
        for need in (item.competence.needs if item.competence else ())
        if not need.assessed
    }
    for item in ranked.not_recommended:
        for reason in item.reasons:
            if reason.kind == "missing_essential":
                assert (item.id, reason.facts["competence"]) not in unknown
            if reason.kind == "essential_not_assessed":
                assert {(item.id, name) for name in reason.facts["essentials"]} <= unknown
    for finding in ranked.findings:
        if finding.kind == "prerequisite":
            assert not {(path, finding.facts["competence"]) for path in finding.facts["paths"]} & unknown
