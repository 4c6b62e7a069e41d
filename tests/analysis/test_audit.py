"""The audit: every path has one verdict, by what is declared and by its band; disagreements go both ways."""

from __future__ import annotations

import pytest

from recommender.analysis.audit import audited
from recommender.shipped import EXAMPLES
from recommender.workflows.audit import audit
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request

REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania", "empty")


def path_of(region):
    return str(EXAMPLES / region / "profile.yaml")


def told(study, kind):
    return [item for part in study.parts for item in part.findings if item.kind == kind]


@pytest.mark.parametrize("region", REGIONS)
def test_a_verdict_follows_from_what_is_declared_and_from_the_band(region):
    run = prepare_profile(Request(path_of(region)))
    declared = {path for priority in run.profile.region.priorities for path in priority.paths}
    rows = audited(run.profile, answer_of(run), {})
    assert len(rows) == len({row.item.id for row in rows}) == len(run.profile.library.paths)
    for row in rows:
        assert (row.verdict in ("overlooked", "quiet")) == (row.item.id not in declared)
        assert (row.verdict == "overlooked") == (row.item.id not in declared and row.item.band == "high")
        assert row.verdict != "copied"  # nobody to copy from


@pytest.mark.parametrize("region", REGIONS)
def test_every_finding_names_its_lines(region):
    study = audit(Request(path_of(region)))
    for part in study.parts:
        for item in part.findings:
            assert any(field in study.recommendation.origins for field in item.at), item


def test_what_a_neighbour_declares_too_is_asked_about():
    study = audit(Request(path_of("emilia-romagna")), (path_of("basque-country"),))
    copied = {item.subject for item in told(study, "declared_unsupported") if item.facts["neighbours"]}
    assert "hydrogen_heat" in copied
    assert told(study, "audit_outcome")[0].facts["copied"] == len(copied)


def test_the_two_views_disagree_in_both_directions():
    run = prepare_profile(Request(path_of("emilia-romagna")))
    answer = answer_of(run)
    found = told(audit(Request(path_of("emilia-romagna"))), "views_apart")
    assert {item.facts["competences_ahead"] for item in found} == {True, False}
    apart = {
        item.id
        for item in (*answer.opportunities, *answer.not_recommended)
        if item.colocation and item.colocation.percentile is not None
        and abs(item.competence.null_percentile - item.colocation.percentile) > run.config.views.disagreement
    }  # fmt: skip
    assert {item.subject for item in found} == apart
