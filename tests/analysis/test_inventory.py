"""Counting what a profile says."""

from hypothesis import HealthCheck, given, settings

from recommender import shipped
from recommender.analysis.inventory import take_inventory
from recommender.inputs.reading import Reading
from recommender.workflows.loading import load_profile
from tests.made_up_profiles import profiles


def test_the_main_example():
    found = take_inventory(load_profile(str(shipped.EXAMPLES / "emilia-romagna"), Reading()))
    parts = {part.name: part for part in found.parts}
    assert parts["clusters"].entries == 15
    assert parts["links"].numbers == parts["links"].entries == parts["links"].evidence["judged"]
    assert parts["clusters"].evidence["measured"] > 10
    assert 0.8 < (found.share_assessed or 0) <= 1


def test_an_empty_profile():
    found = take_inventory(load_profile(str(shipped.EXAMPLES / "empty"), Reading()))
    assert found.competences_per_cluster == 0
    assert found.needs_assessed == 0
    assert not any(part.numbers for part in found.parts)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(profile=profiles())
def test_shares_are_shares(profile):
    found = take_inventory(profile)
    assert found.needs_assessed <= found.needs
    assert (found.share_assessed is None) == (found.needs == 0)
