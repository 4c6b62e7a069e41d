"""Institutions that hold what paths and clusters lack, and what a link to them would really bring."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recommender.analysis.institution_links import LEAST_GAIN, holders, missing_links
from recommender.analysis.opportunities import rank_paths
from recommender.model.evidence import Graded
from recommender.model.profile import Link
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import clusters, ecosystem
from recommender.workflows.recommend import answer_of, prepare_profile
from recommender.workflows.request import Request


def request(region="emilia-romagna"):
    return Request(str(EXAMPLES / region / "profile.yaml"))


@pytest.fixture(scope="module")
def run():
    return prepare_profile(request())


@pytest.fixture(scope="module")
def found(run):
    return ecosystem(run, answer_of(run))


def test_every_holder_is_an_institution_that_holds_more_than_reaches_the_lead(run, found):
    institutions = {item.id: item.competences for item in run.profile.institutions}
    for holder in found.holders:
        item = found.answer.find(holder.path)
        gaps = {gap.competence: gap.available for gap in item.gaps}
        assert holder.institution in institutions
        assert holder.institution != item.competence.lead
        assert holder.lead == item.competence.lead
        assert holder.gain >= 0
        for competence in holder.competences:
            assert institutions[holder.institution][competence].value > gaps[competence]


@pytest.mark.parametrize("region", ["emilia-romagna", "basque-country", "norte", "nord-est-romania"])
def test_no_institution_of_the_profile_that_holds_what_a_path_lacks_is_left_out(region):
    """Read beside the profile, whatever the band of the path."""
    run = prepare_profile(request(region))
    answer = answer_of(run)
    found = ecosystem(run, answer).holders
    told = {(item.path, item.institution): item.competences for item in found}
    for item in (*answer.opportunities, *answer.not_recommended):
        for gap in item.gaps:
            for institution in run.profile.institutions:
                level = institution.competences.get(gap.competence)
                more = level is not None and round(level.value - gap.available, 9) > 0
                if more and institution.id != item.competence.lead:
                    assert gap.competence in told[item.id, institution.id], (item.id, institution.id)


def test_the_overview_has_a_row_for_every_cluster(run):
    overview = clusters(request())
    [grid] = [part.grid for part in overview.parts if part.grid and part.grid.name == "cluster_institutions"]
    assert [row[0] for row in grid.rows] == [cluster.id for cluster in run.profile.clusters]
    linked = {frozenset((link.a, link.b)): link.strength.value for link in run.profile.links}
    for row in grid.rows:
        if row[3] is not None:
            assert row[2] == (linked.get(frozenset((row[0], row[3])), 0.0), False)


def test_the_first_of_a_path_is_the_one_that_adds_most(found):
    for path in {holder.path for holder in found.holders}:
        gains = [holder.gain for holder in found.holders if holder.path == path]
        assert gains == sorted(gains, reverse=True)


@pytest.mark.parametrize("place", [0, 7, 20])
def test_a_link_that_is_really_built_brings_at_least_the_gain_less_the_cost_of_a_member(run, found, place):
    holder = [item for item in found.holders if item.strength < 1][place]
    profile = run.profile
    built = Link(holder.lead, holder.institution, Graded(1.0))
    before = found.answer.find(holder.path).competence
    after = rank_paths(replace(profile, links=(*profile.links, built)), run.config, run.lens, None).find(holder.path)
    assert after.competence.net_fit >= before.net_fit + holder.gain - run.config.coalition.cost - 1e-9


def test_a_cluster_lacks_nothing_that_it_holds_itself(found):
    for card in found.cards:
        told = missing_links(found.here, found.holders, card.cluster.id, card.horizons.now)
        held = {name: level.value for name, level in card.cluster.competences.items()}
        library = found.here.profile.library.paths
        for finding in told:
            for competence in finding.facts["competences"]:
                levels = [library[path].needs[competence].level for path in finding.facts["paths"]
                          if competence in library[path].needs]  # fmt: skip
                assert held.get(competence, 0.0) < max(levels)
            assert finding.at


def test_a_card_and_the_overview_tell_of_institutions():
    overview = clusters(request())
    [grid] = [part.grid for part in overview.parts if part.grid and part.grid.name == "path_institutions"]
    assert len(grid.rows) == len({row[0] for row in grid.rows}) > 20
    assert min(row[1] for row in grid.rows) >= LEAST_GAIN
    card = clusters(request(), "ceramics")
    told = [item for part in card.parts for item in part.findings if item.kind == "cluster_lacks"]
    assert told
    assert all(any(field in card.recommendation.origins for field in item.at) for item in told)


def test_holders_are_those_of_the_ranking_that_was_asked_for(run, found):
    assert holders(found.here, found.answer) == found.holders


def test_every_gap_that_an_institution_could_close_names_one(found, run):
    """`recommend` and `explain` tell of an institution for each gap, even where clusters hold as much."""
    institutions = {item.id: item.competences for item in run.profile.institutions}
    for item in (*found.answer.opportunities, *found.answer.not_recommended):
        for gap in item.gaps:
            lead = item.competence.lead
            able = [name for name, held in institutions.items() if name != lead and gap.competence in held
                    and round(held[gap.competence].value - gap.available, 9) > 0]  # fmt: skip
            named = [source.id for source in gap.sources if source.role == "institution"]
            assert bool(named) == bool(able), (item.id, gap.competence)
            assert set(named) <= set(able)


@pytest.mark.parametrize("region", ["emilia-romagna", "basque-country"])
def test_an_unconnected_asset_is_told_once_and_for_what_it_would_really_add(region):
    """No competence of which as much reaches the lead already; of the paths the most affected first."""
    run = prepare_profile(request(region))
    answer = answer_of(run)
    told = [finding for finding in answer.findings if finding.kind == "unconnected_asset"]
    assert len({finding.subject for finding in told}) == len(told) > 0
    held = {actor.id: actor.competences for actor in run.profile.actors()}
    for finding in told:
        facts = finding.facts
        assert facts["paths"][0] == facts["path"]
        reaches = {need.competence: need for need in answer.find(facts["path"]).competence.needs}
        for competence in facts["competences"] if facts["lead"] else ():
            need = reaches[competence]
            assert need.available < min(need.level, held[facts["actor"]][competence].value)
        assert {f"actors.{facts['actor']}.competences.{one}" for one in facts["competences"]} <= set(finding.at)
