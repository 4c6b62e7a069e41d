"""One kind of evidence alone, both side by side, a challenge and what it takes, a portfolio."""

from __future__ import annotations

import pytest

from recommender.model.problem import RecommenderError
from recommender.outputs.summary import portfolio
from recommender.shipped import EXAMPLES
from recommender.wording import sentence
from recommender.workflows.recommend import prepare_profile, recommend
from recommender.workflows.request import Request
from recommender.workflows.views import compare_evidence, recommend_by, start_from_challenge

REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania")


def request(region="emilia-romagna"):
    return Request(str(EXAMPLES / region / "profile.yaml"))


def findings(study, kind):
    return [item for part in study.parts for item in part.findings if item.kind == kind]


def grid(study, name):
    found = next(part.grid for part in study.parts if part.grid is not None and part.grid.name == name)
    heads = [column.name for column in found.columns]
    return [dict(zip(heads, row, strict=True)) for row in found.rows]


@pytest.fixture(scope="module")
def answer():
    return recommend(request())


class TestOneKindOfEvidence:
    def test_competences_alone_do_not_look_at_the_table(self, answer):
        alone = recommend_by(request(), "competence")
        assert all(item.colocation is None for item in alone.opportunities)
        for item in alone.opportunities:
            assert item.criteria["relatedness"] == pytest.approx(item.competence.null_percentile, abs=1e-9)
            assert item.band == answer.find(item.id).band  # bands rest on competences either way

    def test_statistics_alone_do_not_look_at_the_profile(self):
        alone = recommend_by(request(), "colocation")
        assert all(item.competence is None for item in alone.opportunities)
        assert all(item.criteria["relatedness"] == item.colocation.percentile for item in alone.opportunities)
        assert {item.band for item in alone.not_recommended} == {"not_assessed"}

    def test_each_says_that_the_other_is_missing(self):
        for view, missing in (("competence", "colocation"), ("colocation", "competence")):
            [told] = [item for item in recommend_by(request(), view).warnings if item.kind == "single_evidence"]
            assert (told.facts["missing"], told.facts["why"]) == (missing, "not_asked_for")

    def test_a_region_without_statistics_is_refused(self, tmp_path):
        profile = (EXAMPLES / "fictional-lagging" / "profile.yaml").read_text("utf-8")
        (tmp_path / "profile.yaml").write_text(profile, "utf-8")
        with pytest.raises(RecommenderError, match="no statistics hold this region"):
            compare_evidence(Request(str(tmp_path / "profile.yaml")))


class TestSideBySide:
    @pytest.mark.parametrize("region", REGIONS)
    def test_every_path_has_a_row_and_every_disagreement_a_sentence(self, region):
        study = compare_evidence(request(region))
        rows = grid(study, "evidence")
        items = (*study.recommendation.opportunities, *study.recommendation.not_recommended)
        assert {row["path"] for row in rows} == {item.id for item in items}
        apart = {
            row["path"]: row["view_competences"] > row["view_statistics"]
            for row in rows
            if row["view_statistics"] is not None
            and row["view_competences"] is not None
            and abs(row["view_competences"] - row["view_statistics"]) > 0.4 + 1e-9
        }
        assert not [row for row in rows if row["band"] == "not_assessed" and row["view_competences"] is not None]
        told = {item.subject: item.facts["competences_ahead"] for item in findings(study, "views_apart")}
        assert told == apart
        marked = {
            row["path"]: row["says_more"] in ("competences", "tie")
            for row in rows
            if row["says_more"] not in (None, "neither")
        }
        assert marked == apart
        assert {row["path"] for row in rows if row["explained_by"]} == set(apart)
        shown = next(part.grid for part in study.parts if part.grid).most
        assert {row["path"] for row in rows[:shown]} >= set(apart)  # a screen leaves out none

    @pytest.mark.parametrize("region", REGIONS)
    def test_each_path_says_how_much_of_it_the_statistics_judge(self, region):
        study = compare_evidence(request(region))
        for row in grid(study, "evidence"):
            item = study.recommendation.find(row["path"])
            parts = item.colocation.activities if item.colocation else ()
            judged = [each for each in parts if each.status == "candidate"]
            assert row["divisions_judged"] == (len(judged), len(parts))
            assert row["share_seen"] == pytest.approx(sum(each.share for each in judged), abs=1e-9)
            assert row["share_seen"] + row["share_present"] <= 1 + 1e-9
            assert (row["view_statistics"] is None) == (row["share_seen"] == 0)

    def test_they_are_told_in_both_directions_with_what_explains_each(self):
        told = findings(compare_evidence(request()), "views_apart")
        assert {item.facts["competences_ahead"] for item in told} == {True, False}
        for item in told:
            lacks = {"competences_short", "not_more_than_luck"} & set(item.facts["apart_because"])
            assert item.facts["apart_because"]
            assert bool(lacks) != item.facts["competences_ahead"]


class TestFromAChallenge:
    def test_it_works_back_to_paths_competences_actors_and_users(self, answer):
        study = start_from_challenge(request(), "water")
        wanted = {item.id for item in (*answer.opportunities, *answer.not_recommended) if "water" in item.challenges}
        assert {row["path"] for row in grid(study, "challenge")} == wanted
        needed = {row["competence"] for row in grid(study, "challenge_competences")}
        assert needed == {need.competence for name in wanted for need in answer.find(name).competence.needs}
        actors = {row["actor"] for row in grid(study, "challenge_actors")}
        assert actors == {driver.id for name in wanted for driver in answer.find(name).drivers}

    def test_users_are_told_by_kind_with_who_is_linked(self):
        told = {
            item.subject: item.facts for item in findings(start_from_challenge(request(), "water"), "user_to_involve")
        }
        assert set(told["utility"]["users"]) == {"hera", "iren"}
        assert set(told["utility"]["linked_users"]) <= set(told["utility"]["users"])
        assert told["company"]["users"] == []

    @pytest.mark.parametrize("challenge", ["climate_adaptation", "water"])
    @pytest.mark.parametrize("region", REGIONS)
    def test_a_user_is_without_a_working_link_only_if_the_profile_holds_none(self, region, challenge):
        run = prepare_profile(request(region))
        study = start_from_challenge(request(region), challenge)
        for item in findings(study, "user_to_involve"):
            working = {
                frozenset((link.a, link.b))
                for link in run.profile.links
                if link.strength.value > 0 and link.kind not in ("governs", "brokers")
            }
            users = set(item.facts["users"])
            met = {end for pair in working if pair & users for end in pair} - users
            assert set(item.facts["works_with"]) == met
            told = sentence(item, study.recommendation.names, "en")
            assert "without a working link" not in told or not met

    def test_the_civil_protection_agency_works_with_arpae_which_would_carry_nothing(self):
        study = start_from_challenge(request(), "climate_adaptation")
        [told] = [
            sentence(item, study.recommendation.names, "en")
            for item in findings(study, "user_to_involve")
            if "protezione_civile" in item.facts["users"]
        ]
        assert "works with Arpae" in told
        assert "but with nobody who would carry" in told

    def test_the_list_counts_every_path_once_per_challenge(self, answer):
        rows = grid(start_from_challenge(request(), "list"), "challenges")
        everything = (*answer.opportunities, *answer.not_recommended)
        total = sum(row["possible"] + row["not_yet"] + row["to_ask"] for row in rows)
        assert total == sum(len(item.challenges) for item in everything)

    def test_an_unknown_challenge_gets_the_nearest(self):
        with pytest.raises(RecommenderError, match="no challenge is called 'watr'"):
            start_from_challenge(request(), "watr")


class TestPortfolio:
    @pytest.mark.parametrize("region", REGIONS)
    def test_every_path_stands_in_one_degree_of_novelty(self, region):
        found = recommend(request(region))
        parts = [item.facts for item in portfolio(found) if item.kind == "portfolio"]
        named = [
            path for part in parts for name in ("possible", "paths_not_yet", "paths_to_ask") for path in part[name]
        ]
        assert sorted(named) == sorted(item.id for item in (*found.opportunities, *found.not_recommended))

    def test_transition_scores_are_means_of_the_ranked_paths(self, answer):
        [told] = [item.facts for item in portfolio(answer) if item.kind == "transition_scores"]
        green = [item.transitions.get("green", 0.0) for item in answer.opportunities]
        assert told["transition_means"]["green"] == pytest.approx(sum(green) / len(green), abs=1e-9)
        assert answer.find(told["transition_best"]["green"]).transitions["green"] == max(green)


@pytest.mark.parametrize("region", REGIONS)
def test_nobody_is_named_for_what_nobody_brings(region):
    """A path without any fit has no coalition to speak of, and what nobody assessed is covered by nobody."""
    study = start_from_challenge(request(region), "water")
    items = {item.id: item for item in (*study.recommendation.opportunities, *study.recommendation.not_recommended)}
    parts = {part.heading: part for part in study.parts}
    actors = parts["challenge_actors"]
    assert actors.grid is not None or actors.empty
    for row in grid(study, "challenge_actors") if actors.grid else ():
        assert all(items[path].competence.fit.low > 0 for path in row["paths"])
    for row in grid(study, "challenge"):
        assert (row["fit"] is None) == (row["band"] == "not_assessed")
    for row in grid(study, "challenge_competences"):
        assert (row["reaches"] is None) == (row["best_level"] is None)
    for row in grid(study, "challenge"):
        assert (row["users_linked"] is None) == (items[row["path"]].competence.fit.low == 0)
