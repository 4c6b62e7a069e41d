"""What is worked out without the story of a ranking is what the story has."""

from pathlib import Path

import pytest

from recommender.analysis.opportunities import placed_paths
from recommender.analysis.standing import Scores, standings
from recommender.workflows.laboratory import Laboratory, ranked
from recommender.workflows.request import Request
from tests.support import EMILIA_ROMAGNA, EXAMPLES


def laboratory_of(source: Path, folder: Path) -> Laboratory:
    (folder / "config.yaml").write_text('schema_version: "1"\nluck: {draws: 60}\n', "utf-8")
    return Laboratory.of(Request(str(source), config=str(folder / "config.yaml")))


def test_the_short_way_to_a_standing_is_the_long_way(tmp_path):
    """What attributions rest on between the ends: scores and fits as the whole ranking has them."""
    laboratory = laboratory_of(EMILIA_ROMAGNA, tmp_path)
    state = laboratory.part(())
    answer, run = ranked(state, laboratory.luck), state.run
    known = standings(run.profile, run.config, list(run.profile.library.paths))
    scores = Scores(run.profile, run.config, run.lens, state.statistics, None)
    ids = [item.id for item in answer.opportunities]
    for item, (score, fit) in zip(answer.opportunities, scores.of(known, ids), strict=True):
        assert (score, fit) == (item.score, item.competence.fit.low)


@pytest.mark.parametrize("source", sorted(EXAMPLES.glob("*/profile.yaml")), ids=lambda source: source.parent.name)
def test_the_ranking_without_its_story_has_the_same_places_and_warnings(source, tmp_path):
    laboratory = laboratory_of(source, tmp_path)
    state = laboratory.part(())
    whole, run = ranked(state, laboratory.luck), state.run
    short, _ = placed_paths(run.profile, run.config, run.lens, state.statistics, laboratory.luck)
    told = {item.id: item for item in (*short.opportunities, *short.not_recommended)}
    for item in (*whole.opportunities, *whole.not_recommended):
        same = told[item.id]
        assert (same.rank, same.band, same.score) == (item.rank, item.band, item.score)
        assert (same.criteria, same.basis) == (item.criteria, item.basis) or item.rank is None
    assert (short.warnings, short.assessed) == (whole.warnings, whole.assessed)
