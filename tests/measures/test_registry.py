"""Every registered measure keeps the same promises, whoever wrote it."""

import re

import numpy as np
import pytest

from recommender.measures import registry
from recommender.measures.registry import Measure, measure, measures, modules, names
from tests.measures.toy import VALUES, random_presence

HELPERS = {"percentile", "competence"}  # no measures of a table
ALL = list(measures().values())


def sample(item: Measure, seed: int = 7) -> np.ndarray:
    present = random_presence(seed)
    present[:, 0], present[0] = True, False
    present[:, 1] = False
    if item.takes == "presence":
        return present
    values = np.random.default_rng(seed).integers(0, 500, present.shape) * present.astype(float)
    values[3, 4] = np.nan
    return values


def sides(shape: tuple[int, int], item: Measure) -> tuple[int, ...]:
    return tuple(shape[0] if axis == "region" else shape[1] for axis in item.gives)


def test_every_module_registers_a_measure_or_is_a_known_helper():
    registered = {item.compute.__module__.rpartition(".")[2] for item in ALL}
    assert registered == set(modules()) - HELPERS


def test_a_name_is_used_once():
    with pytest.raises(ValueError, match="registered twice"):
        measure("jaccard", "x", "x", "x", takes="presence", gives=("region",))(lambda present: present)
    with pytest.raises(ValueError, match="registered twice"):
        measure("new", "x", "x", "x", takes="presence", gives=("region",), aliases=("eci",))(lambda present: present)
    registry._registered.pop("new")


def test_aliases_lead_to_the_measure():
    assert names()["eci"] is names()["economic-complexity-index"]
    assert names()["rca"] is names()["lq"] is measures()["location-quotient"]
    assert list(names()) == sorted(names())


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)
class TestEveryMeasure:
    def test_is_named_and_sourced(self, item):
        for name in (item.name, *item.aliases):
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert re.search(r"\([12][0-9]{3}\)|to be confirmed", item.source), "authors and year"
        assert item.summary[0].isupper()
        assert not item.summary.endswith(".")
        assert item.compute.__doc__

    def test_has_the_shape_that_it_promises(self, item):
        data = sample(item)
        assert item.compute(data).shape == sides(data.shape, item)

    def test_leaves_its_input_alone_and_repeats_itself(self, item):
        data = sample(item)
        before = data.copy()
        first = item.compute(data)
        np.testing.assert_array_equal(data, before)
        np.testing.assert_array_equal(item.compute(data), first)

    def test_is_never_infinite(self, item):
        assert not np.isinf(item.compute(sample(item)).astype(float)).any()

    def test_does_not_depend_on_the_order_of_rows_and_columns(self, item):
        data = sample(item)
        order = np.random.default_rng(0)
        places = {"region": order.permutation(data.shape[0]), "activity": order.permutation(data.shape[1])}
        expected = item.compute(data)[np.ix_(*(places[axis] for axis in item.gives))]
        found = item.compute(data[np.ix_(places["region"], places["activity"])])
        np.testing.assert_allclose(found.astype(float), expected.astype(float), atol=1e-7)

    def test_one_more_empty_region_changes_no_relation_but_by_their_number(self, item):
        data = sample(item)
        padded = np.vstack([data, np.zeros((1, data.shape[1]), dtype=data.dtype)])
        if item.family in ("relatedness", "complexity", "specialisation") and item.name != "lift":
            found = item.compute(padded).astype(float)
            cut = found[: data.shape[0]] if item.gives[0] == "region" else found
            np.testing.assert_allclose(cut, item.compute(data).astype(float), atol=1e-9)

    def test_takes_the_smallest_tables(self, item):
        smallest = np.array([[1.0, 2.0], [3.0, 0.0]])
        data = smallest > 0 if item.takes == "presence" else smallest
        assert item.compute(data).shape == sides((2, 2), item)
        nothing = np.zeros((2, 3), dtype=data.dtype)
        assert not np.isinf(item.compute(nothing).astype(float)).any()


@pytest.mark.parametrize("item", [item for item in ALL if item.family == "relatedness"], ids=lambda item: item.name)
def test_relatedness_is_symmetric_and_not_negative(item):
    found = item.compute(random_presence(4))
    np.testing.assert_array_equal(found, found.T)
    assert (found >= 0).all()


@pytest.mark.parametrize("item", [item for item in ALL if item.takes == "values"], ids=lambda item: item.name)
def test_the_unit_of_the_table_does_not_matter(item):
    np.testing.assert_allclose(item.compute(VALUES).astype(float), item.compute(VALUES * 8).astype(float), rtol=1e-12)
