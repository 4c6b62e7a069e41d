"""On every shipped region and path the coalition is the best of all there are (METHODS A5, A7)."""

import pytest

from recommender import shipped
from recommender.analysis.ground import ground
from recommender.inputs.reading import Reading
from recommender.measures.competence.coalition import best_coalitions, best_eligible_coalitions
from recommender.model.config import Config
from recommender.workflows.loading import load_profile
from tests.measures.competence import by_hand


@pytest.mark.parametrize("template", shipped.templates())
def test_the_coalition_is_the_best_of_all(template):
    """About twelve million coalitions for Emilia-Romagna: every lead with up to three of all others, linked or not."""
    profile = load_profile(str(shipped.EXAMPLES / template), Reading())
    here = ground(profile, Config())
    if not len(here.land.leads):
        return
    region = by_hand.Region(
        here.land.levels, here.land.kinds, here.land.specificity, here.land.nearness, here.land.strength,
        here.land.leads, here.config.nearby.substitution,
    )  # fmt: skip
    paths = sorted(profile.library.paths)
    assert len(paths) >= 36
    needs = [here.land.needs(profile.library.paths[name]) for name in paths]
    found = best_coalitions(here.today, needs, here.rules)
    over = best_eligible_coalitions(here.today, needs, here.bar, here.rules)
    for name, asked, best, eligible in zip(paths, needs, found, over, strict=True):
        of_all, of_eligible = by_hand.best_two(region, asked, here.rules, here.bar)
        assert by_hand.as_found(best) == of_all, name
        assert by_hand.as_found(eligible) == of_eligible, name
        assert best.exact, name
