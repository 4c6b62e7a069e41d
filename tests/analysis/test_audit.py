"""The audit: every path has one verdict, by what is declared and by its band; disagreements go both ways."""

from __future__ import annotations

import pytest

from recommender.analysis.audit import BEST_FIRST, STRONG, audited, by_priority
from recommender.analysis.views_apart import main_holder
from recommender.shipped import EXAMPLES
from recommender.wording import sentence
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
    rows = audited(run.profile, answer_of(run), {}, run.config)
    assert len(rows) == len({row.item.id for row in rows}) == len(run.profile.library.paths)
    for row in rows:
        assert (row.verdict in ("overlooked", "quiet")) == (row.item.id not in declared)
        assert (row.verdict == "overlooked") == (row.item.id not in declared and row.item.band == "high")
        assert row.verdict != "mapped_elsewhere"  # there is no neighbour
        if row.verdict in ("supported", "supported_thinly"):
            thin = row.item.competence.assessed_share < run.config.novelty.assessed
            assert (row.verdict == "supported_thinly") == thin


@pytest.mark.parametrize("region", REGIONS)
def test_a_priority_is_as_well_supported_as_its_best_path_and_as_well_assessed_as_their_mean(region):
    run = prepare_profile(Request(path_of(region)))
    rows = audited(run.profile, answer_of(run), {}, run.config)
    found = by_priority(run.profile, rows)
    assert [each.priority for each in found] == list(run.profile.region.priorities)
    for each in found:
        assert {row.item.id for row in each.paths} == set(each.priority.paths)
        assert each.supported == sum(row.item.band in STRONG for row in each.paths)
        if not each.paths:
            assert each.verdict is None
            assert each.assessed is None
            continue
        assert each.verdict == min((row.verdict for row in each.paths), key=BEST_FIRST.index)
        shares = [row.assessed for row in each.paths]
        assert min(shares) - 1e-9 <= each.assessed <= max(shares) + 1e-9


@pytest.mark.parametrize("region", REGIONS)
def test_what_blocks_a_declared_path_is_named_and_what_to_ask_about_one_without_a_verdict(region):
    run = prepare_profile(Request(path_of(region)))
    for row in audited(run.profile, answer_of(run), {}, run.config):
        assert bool(row.blocked_by) == (row.verdict in ("unsupported", "mapped_elsewhere")), row.item.id
        assert bool(row.ask_about) == (row.item.band == "not_assessed"), row.item.id
        short = {
            need.competence
            for need in (row.item.competence.needs if row.item.competence else ())
            if need.essential and need.assessed and round(need.share, 9) < run.config.eligibility.essential_share
        }
        if row.blocked_by and short:
            assert short == {why.facts["competence"] for why in row.blocked_by if why.kind == "missing_essential"}


def test_support_that_rests_on_little_is_told_apart(tmp_path):
    """In the Basque profile, where half of what the paths need is not assessed."""
    (tmp_path / "config.yaml").write_text('schema_version: "1"\nnovelty: {assessed: 0.95}\n', "utf-8")
    strict = Request(path_of("basque-country"), config=str(tmp_path / "config.yaml"))
    [told_here] = told(audit(strict), "audit_outcome")
    [told_now] = told(audit(Request(path_of("basque-country"))), "audit_outcome")
    assert told_here.facts["supported_thinly"] > told_now.facts["supported_thinly"]
    both = ("supported", "supported_thinly")
    assert sum(told_here.facts[name] for name in both) == sum(told_now.facts[name] for name in both)


@pytest.mark.parametrize("region", REGIONS)
def test_who_brings_most_has_the_highest_shapley_value_and_of_equals_is_the_lead(region):
    answer = answer_of(prepare_profile(Request(path_of(region))))
    for item in (*answer.opportunities, *answer.not_recommended):
        holder, share = main_holder(item)
        if holder is None:
            assert item.competence is None or item.competence.fit.low == 0
            continue
        values = {each.id: each.contribution for each in item.drivers}
        assert values[holder] == pytest.approx(max(values.values()), abs=1e-9)
        if abs(values.get(item.competence.lead, 0.0) - values[holder]) < 1e-9:
            assert holder == item.competence.lead
        assert 0 < share <= 1 + 1e-9


@pytest.mark.parametrize("region", REGIONS)
def test_the_table_tells_the_fit_of_what_is_assessed_and_of_nothing_else(region):
    study = audit(Request(path_of(region)))
    for grid in (part.grid for part in study.parts if part.grid and part.grid.name == "audit"):
        heads = [column.name for column in grid.columns]
        for row in (dict(zip(heads, cells, strict=True)) for cells in grid.rows):
            known = study.recommendation.find(row["path"]).competence
            assert row["fit"] == (known.fit.low if known and row["band"] != "not_assessed" else None)


@pytest.mark.parametrize("region", REGIONS)
def test_every_finding_names_its_lines(region):
    study = audit(Request(path_of(region)))
    for part in study.parts:
        for item in part.findings:
            assert any(field in study.recommendation.origins for field in item.at), item


def test_what_a_neighbour_declares_too_is_asked_about():
    study = audit(Request(path_of("emilia-romagna")), (path_of("basque-country"),))
    elsewhere = {item.subject for item in told(study, "declared_unsupported") if item.facts["neighbours"]}
    assert "hydrogen_heat" in elsewhere
    assert told(study, "audit_outcome")[0].facts["mapped_elsewhere"] == len(elsewhere)


@pytest.mark.parametrize("region", REGIONS)
def test_what_no_path_is_mapped_to_or_no_band_high_holds_is_said_in_words_not_in_zeros(region):
    study = audit(Request(path_of(region)))
    [outcome] = told(study, "audit_outcome")
    words = sentence(outcome, study.recommendation.names, "en")
    assert ": 0 paths" not in words
    assert ("mapped none so far" in words) == (outcome.facts["count"] > 0 and not outcome.facts["declared_paths"])
    items = (*study.recommendation.opportunities, *study.recommendation.not_recommended)
    high = any(item.band == "high" for item in items)
    for part in study.parts:
        if part.heading == "overlooked" and part.empty and not part.findings:
            assert part.empty == ("overlooked" if high else "none_high")


def test_the_two_views_disagree_in_both_directions():
    run = prepare_profile(Request(path_of("emilia-romagna")))
    answer = answer_of(run)
    found = told(audit(Request(path_of("emilia-romagna"))), "views_apart")
    assert {item.facts["competences_ahead"] for item in found} == {True, False}
    apart = {
        item.id
        for item in (*answer.opportunities, *answer.not_recommended)
        if item.colocation and item.colocation.percentile is not None and item.band != "not_assessed"
        and abs(item.competence.null_percentile - item.colocation.percentile) > run.config.views.disagreement
    }  # fmt: skip
    assert {item.subject for item in found} == apart


@pytest.mark.parametrize("region", REGIONS)
def test_a_disagreement_is_about_what_is_assessed_and_says_what_explains_it(region):
    study = audit(Request(path_of(region)))
    answer = study.recommendation
    bands = {item.id: item.band for item in (*answer.opportunities, *answer.not_recommended)}
    for item in told(study, "views_apart"):
        assert bands[item.subject] != "not_assessed"
        assert item.facts["apart_because"], item
        nobody = answer.find(item.subject).competence.fit.low == 0
        assert ("nobody_brings_any" in item.facts["apart_because"]) == nobody == (item.facts["main_holder"] is None)
        assert item.facts["activities"]


@pytest.mark.parametrize("region", ["emilia-romagna", "basque-country", "norte", "nord-est-romania"])
def test_who_maps_paths_to_priorities_and_where_these_are_declared_is_said(region):
    """The region declares priorities; which paths they cover is a judgement of the authors of the profile."""
    run = prepare_profile(Request(path_of(region)))
    study = audit(Request(path_of(region)))
    [outcome] = told(study, "audit_outcome")
    text = sentence(outcome, study.recommendation.names, "en")
    assert "is a judgement of the authors of this profile, not of the region" in text
    cited = {name for priority in run.profile.region.priorities for name in priority.sources}
    assert len(outcome.facts["declared_in"]) == len(cited)
    assert all(run.profile.sources[name].title in text for name in sorted(cited)[:1])
    assert outcome.facts["unsourced"] == sum(not item.sources for item in run.profile.region.priorities)
    for kind in ("declared_unsupported", "supported_undeclared", "priorities_without_path"):
        for item in told(study, kind):
            assert "declare" not in sentence(item, study.recommendation.names, "en")


@pytest.mark.parametrize("region", REGIONS)
def test_no_percentile_is_printed_of_what_nobody_assessed(region):
    parts = audit(Request(path_of(region))).parts
    [grid] = [part.grid for part in parts if part.grid and part.grid.name == "audit"] or [None]
    heads = [column.name for column in grid.columns] if grid else []
    for row in grid.rows if grid else ():
        if row[heads.index("band")] == "not_assessed":
            assert row[heads.index("percentile")] is None
