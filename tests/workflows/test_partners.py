"""The answer of `ris3 partners`: nothing from unknown levels, nobody who adds nothing, regions named as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.complements import EUROPEAN_UNION
from recommender.analysis.partner_profiles import as_partner
from recommender.model.problem import RecommenderError
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import ecosystem
from recommender.workflows.partners import partners
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request
from recommender.workflows.shelf import nuts

PATHS = ("e_powertrain", "hydrogen_heat")
NORTE = str(EXAMPLES / "norte" / "profile.yaml")
RICH = str(EXAMPLES / "emilia-romagna" / "profile.yaml")
REGIONS = ("emilia-romagna", "basque-country", "norte", "nord-est-romania")


def told(found, *kinds):
    return [item for part in found.parts for item in part.findings if item.kind in kinds]


def rows_of(found, name):
    grids = [part.grid for part in found.parts if part.grid and part.grid.name == name]
    return [
        dict(zip([column.name for column in grid.columns], row, strict=True)) for grid in grids for row in grid.rows
    ]


def shown(found):
    return {part.name for part in found.parts if not part.aside}


@pytest.fixture(scope="module", params=REGIONS)
def each(request):
    """The answer about a shipped region beside all others."""
    return partners(Request(str(EXAMPLES / request.param / "profile.yaml")), (), (str(EXAMPLES),))


@pytest.fixture(scope="module")
def beside_all():
    return partners(Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml")), PATHS[:2], (str(EXAMPLES),))


def test_a_folder_of_profiles_is_everybody_but_ourselves(beside_all):
    named = {view.partner.id for view in beside_all.data["partners"]}
    assert {"basque_country", "norte", "RO21"} <= named
    assert "ITH5" not in named
    assert "empty" not in named


def test_every_gap_of_the_paths_has_a_row_with_who_could_close_it(beside_all):
    [grid] = [part.grid for part in beside_all.parts if part.grid and part.grid.name == "gap_closers"]
    heads = [column.name for column in grid.columns]
    rows = [dict(zip(heads, row, strict=True)) for row in grid.rows]
    answer = beside_all.recommendation
    wanted = {(path, gap.competence) for path in PATHS[:2] for gap in answer.find(path).gaps}
    assert {(row["path"], row["competence"]) for row in rows} == wanted
    assert all("profile.yaml" in answer.origins[field] for row in rows for field in row["at"])


def test_a_folder_without_profiles_is_refused(tmp_path):
    with pytest.raises(RecommenderError, match="no profile lies in this folder"):
        partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), (), (str(tmp_path),))


def test_the_profile_of_another_region_is_taken_whole():
    other = str(EXAMPLES / "emilia-romagna" / "profile.yaml")
    found = partners(Request(str(EXAMPLES / "norte" / "profile.yaml")), ("agri_robotics",), (other,))
    [told] = [item for part in found.parts for item in part.findings if item.kind == "partner_to_ask"]
    assert told.facts["paths"] == ["agri_robotics"]
    assert any(field.startswith("actors.ITH5:agrimech.competences.") for field in told.at)
    origins = found.recommendation.origins
    assert all(origins[field].startswith("emilia-romagna/profile.yaml:") for field in told.at if field in origins)


def test_a_partner_is_named_only_above_the_best_here_and_with_its_region(each):
    profile_levels = {}
    for view in each.data["partners"]:
        for actor in view.partner.actors:
            profile_levels |= {(actor.id, name): level.value for name, level in actor.competences.items()}
    for name in ("supplies", "gap_closers"):
        for row in rows_of(each, name):
            if row["there"] is not None:
                actor, region = row["there"]
                assert region in {view.partner.id for view in each.data["partners"]}
                assert profile_levels[actor, row["competence"]] == row["held_there"] > (row["here_best"] or 0.0)


def test_a_gap_is_closed_where_the_partner_holds_what_is_needed(each):
    for row in rows_of(each, "gap_closers"):
        has, needs = row["has_needs"]
        if row["partner_adds"] == "closes":
            assert row["held_there"] >= needs - 1e-9
        elif row["partner_adds"] == "narrows":
            assert has < row["held_there"] < needs
        elif row["partner_adds"] == "ask_here":
            assert row["here_best"] is None
        else:
            assert row["there"] is None


def test_no_gain_is_claimed_from_what_nobody_assessed(each):
    """Of a partner's side as of ours: what rests on unassessed levels has no fit, and what to ask (METHODS A0)."""
    for row in rows_of(each, "returned"):
        assert (row["fit_move"] is None) == bool(row["to_assess"])
    for view in each.data["partners"]:
        there = {name for actor in view.partner.actors for name in actor.competences}
        assert all(set(item.brings) <= there for item in view.returns)
        assert view.given is None or view.returns or not view.returns_to_ask
        own = {name for actor in profile_of(each).actors() for name in actor.competences}
        assert all(set(item.brings) <= own for item in view.gains)


def profile_of(found):
    code = found.recommendation.region_code
    runs = (prepare_profile(Request(str(EXAMPLES / name / "profile.yaml"))) for name in REGIONS)
    return next(run.profile for run in runs if run.profile.region.code == code)


def test_who_is_in_the_consortium_and_similar_is_explained(each):
    """Nobody is chosen and called similar without the competences in which it is complementary."""
    chosen = {name for item in told(each, "consortium") for name in item.facts["partners"]}
    for item in told(each, "partner_similar"):
        assert (item.facts["partner"] in chosen) <= bool(item.facts["competences"])
        assert bool(item.facts["competences"]) == bool(item.facts["paths"])


def test_every_statement_of_a_profile_names_a_line(each):
    for part in each.parts:
        for item in part.findings:
            assert any(field in each.recommendation.origins for field in item.at), item


def test_made_up_regions_of_a_folder_are_no_partners(beside_all):
    named = {view.partner.id for view in beside_all.data["partners"]}
    assert not named & {"fictional-lagging", "one-cluster"}
    [item] = told(beside_all, "partners_left_out")
    assert {name["en"] for name in item.facts["texts"]} == {
        "Valdombra (fictional region)", "Porto Sereno (fictional region)",
    }  # fmt: skip


def test_a_made_up_region_that_is_named_itself_counts():
    found = partners(Request(RICH), PATHS[:1], (str(EXAMPLES / "one-cluster"),))
    assert not told(found, "partners_left_out")
    assert any(view.partner.region is None for view in found.data["partners"])


def test_made_up_regions_are_partners_of_each_other():
    found = partners(Request(str(EXAMPLES / "fictional-lagging")), (), (str(EXAMPLES),))
    assert not told(found, "partners_left_out")
    assert "one-cluster" in {view.partner.id for view in found.data["partners"]}


def test_a_path_that_nobody_can_help_with_gets_one_clear_sentence():
    found = partners(Request(RICH), ("chip_fab",))
    [item] = told(found, "partner_no_help")
    assert item.facts["nowhere"] == ["t_chips"]
    assert shown(found) <= {"asked_paths", "elsewhere"}
    assert not told(found, "partner_brings", "consortium", "partner_similar")


def test_a_path_goes_by_its_name_as_everywhere():
    by_name, by_id = (partners(Request(RICH), (name,)) for name in ("Low-carbon steel", "low_carbon_steel"))
    assert by_name.data["paths"] == by_id.data["paths"] == ["low_carbon_steel"]


def test_an_unknown_path_is_told():
    with pytest.raises(RecommenderError, match="no path is called 'hidrogen_heat'"):
        partners(Request(NORTE), ("hidrogen_heat",))


def test_of_an_asked_path_every_gap_is_in_one_place():
    found = partners(Request(RICH), ("hydrogen_heat",))
    [item] = told(found, "partner_path")
    sorts = [item.facts[name] for name in ("closes", "narrows", "ask_here", "inside", "nowhere")]
    named = [name for sort in sorts for name in sort]
    assert len(named) == len(set(named))
    assert set(named) == {gap.competence for gap in found.recommendation.find("hydrogen_heat").gaps}
    adds = {row["competence"]: row["partner_adds"] for row in rows_of(found, "gap_closers")}
    assert {name for name, sort in adds.items() if sort == "closes"} == set(item.facts["closes"])
    assert {name for name, sort in adds.items() if sort == "narrows"} == set(item.facts["narrows"])


def test_without_a_profile_statistics_name_regions_and_nobody_in_them():
    found = partners(Request("ITH5"))
    assert told(found, "partners_need_profile")
    assert found.data["partners"] == []
    listed = {item.id for item in found.recommendation.opportunities}
    assert {row["activity"] for row in rows_of(found, "elsewhere")} <= listed
    asked = partners(Request("ITH5"), ("Paper",))
    assert [row["activity"] for row in rows_of(asked, "elsewhere")] == ["C17"]


def test_partners_by_profile_need_a_profile():
    with pytest.raises(RecommenderError, match="--with needs a profile"):
        partners(Request("ITH5"), (), (NORTE,))


def test_regions_outside_the_union_are_marked_and_codes_are_of_today(each):
    known = nuts()
    for item in (*each.data["elsewhere"], *each.data["alike"]):
        code = getattr(item, "code", None) or item.region
        assert item.outside == (code[:2] not in EUROPEAN_UNION)
        parts = item.now.removeprefix("in ").split("+")
        assert set(parts) <= known.newest or item.now == code
        assert item.outside or set(parts) <= known.newest
    for row in rows_of(each, "elsewhere"):
        assert any(not text.endswith("*") for text in row["regions"])
    starred = {text for row in rows_of(each, "elsewhere") for text in row["regions"] if text.endswith("*")}
    assert bool(starred) == bool(told(each, "regions_outside"))


@pytest.mark.parametrize(
    ("code", "today"),
    [("ITH5", "ITH5"), ("FR52", "FRH0"), ("PL12", "PL91+PL92"), ("NO05", "in NO0A"), ("UKI3", "UKI3")],
)
def test_codes_of_old_vintages_are_told_as_today(code, today):
    assert nuts().today(code) == today


@pytest.mark.parametrize("stranger", ["nord-est-romania", "basque-country", "norte"])
def test_another_regions_profile_leaves_our_cards_and_our_ranking_as_they_are(stranger):
    """A region that is only looked at is no part of ours: without a channel it changes no card and no score."""
    run = prepare_profile(Request(RICH))
    run = replace(run, profile=replace(run.profile, partners=run.profile.partners[1:3]))
    other = prepare_profile(Request(str(EXAMPLES / stranger / "profile.yaml"))).profile
    words = run.profile.vocabulary.competences
    partner = as_partner(other, None, "stranger")
    actors = [
        replace(each, competences={k: v for k, v in each.competences.items() if k in words}) for each in partner.actors
    ]
    beside = replace(
        run, profile=replace(run.profile, partners=(*run.profile.partners, replace(partner, actors=tuple(actors))))
    )
    before, after = answer_of(run), answer_of(beside)
    assert [(item.id, item.rank, item.band, item.score) for item in after.opportunities] == [
        (item.id, item.rank, item.band, item.score) for item in before.opportunities
    ]
    assert ecosystem(beside, after).cards == ecosystem(run, before).cards
