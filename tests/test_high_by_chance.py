"""The script that counts how often chance comes out "high"."""

from collections import Counter

import pytest

from recommender import shipped
from recommender.inputs.reading import Reading
from recommender.workflows.loading import load_profile
from scripts import count_high_by_chance as script


@pytest.fixture(scope="module")
def emilia_romagna():
    return load_profile(str(shipped.EXAMPLES / "emilia-romagna"), Reading())


def test_about_a_tenth_of_made_up_paths_come_out_high(emilia_romagna):
    """Fewer paths than the script takes, the same way: default settings, eligibility, bands."""
    found = script.bands(script.with_made_up_paths(emilia_romagna, 144, seed=4))
    assert sum(found.values()) == 144
    assert 0 < found["high"] <= script.most_by_chance(144)
    assert found["not_yet"] > 0


def test_real_paths_do_better_than_chance(emilia_romagna):
    found = script.bands(emilia_romagna)
    assert found["high"] > script.most_by_chance(sum(found.values()))


def test_a_made_up_path_keeps_its_shape(emilia_romagna):
    original = emilia_romagna.library.paths
    made_up = script.with_made_up_paths(emilia_romagna, len(original), seed=1).library.paths
    words = emilia_romagna.vocabulary.competences
    changed = 0
    for old, new in zip((original[name] for name in sorted(original)), made_up.values(), strict=True):
        assert sorted((need.weight, need.level) for need in old.needs.values()) == sorted(
            (need.weight, need.level) for need in new.needs.values()
        )
        assert Counter(words[name].kind for name in old.needs) == Counter(words[name].kind for name in new.needs)
        assert len(old.essential) == len(new.essential)
        assert set(new.essential) <= set(new.needs)
        changed += set(old.needs) != set(new.needs)
    assert changed > 0.9 * len(original)


def test_what_a_true_tenth_gives_by_chance():
    """The 99th percentile of Binomial(1000, .1) is 123, of Binomial(10, .1) it is 4."""
    assert script.most_by_chance(1000) == 123
    assert script.most_by_chance(10) == 4
