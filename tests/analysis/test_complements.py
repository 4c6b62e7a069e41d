"""Regions of the statistics: who adds most around what ours lacks, beyond chance, and who is alike."""

from __future__ import annotations

import numpy as np
import pytest

from recommender.analysis.complements import complements, most_alike
from recommender.measures.complementarity import added_by_chance, added_by_each
from recommender.shipped import EXAMPLES
from recommender.workflows.recommend import prepare_profile
from recommender.workflows.request import Request


@pytest.fixture(scope="module")
def rich():
    return prepare_profile(Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml")))


def test_regions_that_are_alike_share_most(rich):
    model, region = rich.evidence.model, rich.evidence.region.code
    found = most_alike(model, region)
    shares = [item.shared for item in found]
    assert shares == sorted(shares, reverse=True)
    assert region not in {item.region for item in found}
    own = set(np.flatnonzero(model.present[model.region_index(region)]))
    for item in found:
        theirs = set(np.flatnonzero(model.present[model.region_index(item.region)]))
        assert item.shared == pytest.approx(len(own & theirs) / len(own | theirs))


def test_by_statistics_regions_are_ordered_by_what_they_add_beyond_chance(rich):
    model, region = rich.evidence.model, rich.evidence.region.code
    own = model.present[model.region_index(region)]
    found = complements(model, region, [(code, "any") for code in model.activities])
    assert {item.activity for item in found} <= {model.activities[at] for at in np.flatnonzero(~own)}
    assert region not in {item.code for item in found}
    for activity in {item.activity for item in found}:
        beyond = [item.added - item.by_chance for item in found if item.activity == activity]
        assert beyond == sorted(beyond, reverse=True)
        assert min(beyond) > 0
    assert all(item.added >= 0 and item.added + item.here <= 1 + 1e-9 for item in found)


def test_what_is_added_beyond_chance_does_not_hang_on_how_varied_a_region_is(rich):
    """Without the correction the two go together at 0.5 and more, and large capitals lead everywhere."""
    model = rich.evidence.model
    own = model.present[model.region_index("ITH5")]
    phi, varied = np.maximum(np.nan_to_num(model.similarity), 0.0), model.present.sum(axis=1)
    added, chance = added_by_each(own, model.present, phi), added_by_chance(own, model.present, phi)
    options = ~own & ~np.isnan(added[0])
    raw = np.corrcoef(added[:, options].mean(axis=1), varied)[0, 1]
    beyond = np.corrcoef((added - chance)[:, options].mean(axis=1), varied)[0, 1]
    assert raw > 0.5
    assert abs(beyond) < 0.2
