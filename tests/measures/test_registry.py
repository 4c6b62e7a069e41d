"""Every registered measure keeps the same promises, whoever wrote it."""

import re

import numpy as np
import pytest

from recommender.measures import registry
from recommender.measures.complexity import economic_complexity
from recommender.measures.evaluate import Evaluation, MissingInput
from recommender.measures.registry import Measure, measure, measures, modules, names
from tests.measures.toy import VALUES, random_presence

# No measures of a table.
HELPERS = {
    "acceptability", "competence", "confidence", "evaluate", "percentile", "prediction", "proportional_fitting",
    "redrawn",
}  # fmt: skip
ALL = list(measures().values())
EXTRA = "bicm-validated"  # needs a package that is not installed with the others

# Laws that do not hold for everybody, and why.
COUNTS = {"location-quotient-low", "location-quotient-high", "shrunken-location-quotient", "cross-specialisation",
          "probability-of-specialisation"}  # fmt: skip  # a count has no other unit
OF_THE_NUMBER_OF_REGIONS = {"lift", "probability-by-ubiquity", "cooccurrence-z-score", "shrunken-location-quotient",
                            "probability-of-specialisation", "cross-specialisation"}  # fmt: skip


def table(seed: int = 7) -> np.ndarray:
    """Forty regions, some of them with nothing or with everything, one cell unknown."""
    present = random_presence(seed)
    present[:, 0], present[0] = True, False
    present[:, 1] = False
    values = np.random.default_rng(seed).integers(1, 500, present.shape) * present.astype(float)
    values[3, 4] = np.nan
    return values


def given(values: np.ndarray) -> dict[str, object]:
    """A table with all that a measure could need besides."""
    regions, activities = values.shape
    draw = np.random.default_rng(3)
    past = np.abs(np.nan_to_num(values, posinf=0))
    return {
        "values": values,
        "later": np.nan_to_num(values[::-1].copy()),
        "earlier": past * np.random.default_rng(4).lognormal(0, 0.3, values.shape),
        "earliest": past * np.random.default_rng(5).lognormal(0, 0.5, values.shape),
        "groups": tuple(str(place % 3) for place in range(activities)),
        "population": 1 + draw.random(regions),
        "region_scores": np.random.default_rng(6).normal(size=regions),
        "links": draw.random((regions, regions)),
        "flows": draw.random((activities, activities)) * (draw.random((activities, activities)) < 0.5),
        "competences": draw.random((activities, 7)),
        "external_scores": draw.normal(size=activities),
    }


def result(item: Measure, values: np.ndarray, /, **changes: object) -> np.ndarray:
    if item.name == EXTRA:
        pytest.importorskip("bicm")
    with np.errstate(all="raise", under="ignore"):
        found = Evaluation({**given(values), **changes})(item.name)
    return np.asarray(found, dtype=float)


def sides(shape: tuple[int, int], item: Measure) -> tuple[int, ...]:
    return tuple(shape[0] if axis == "region" else shape[1] for axis in item.gives)


def permuted(values: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> dict[str, object]:
    """The same inputs with regions and activities in another order."""
    whole = given(values)
    axes = {"values": (rows, columns), "later": (rows, columns), "earlier": (rows, columns),
            "earliest": (rows, columns), "population": (rows,), "region_scores": (rows,), "links": (rows, rows),
            "flows": (columns, columns), "competences": (columns, np.arange(7)),
            "external_scores": (columns,)}  # fmt: skip
    moved = {name: np.asarray(whole[name])[np.ix_(*places)] for name, places in axes.items()}
    return {**moved, "groups": tuple(np.array(whole["groups"])[columns])}


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
    assert names()["rca"] is names()["lq"] is names()["rta"] is measures()["location-quotient"]
    assert list(names()) == sorted(names())


def test_what_a_measure_uses_is_a_measure():
    for item in ALL:
        assert {used for used in item.uses.values() if used and not callable(used)} <= set(measures()), item.name


def test_what_is_missing_is_named():
    with pytest.raises(MissingInput, match="groups"):
        Evaluation({"values": VALUES})("related-variety")
    with pytest.raises(KeyError):
        Evaluation({"values": VALUES})("relatednes")


def test_an_intermediate_result_is_computed_once_and_can_be_another():
    once = Evaluation({"values": VALUES})
    assert once("density") is once("relatedness-density")
    cosine = Evaluation({"values": VALUES}, instead={"relatedness": "cosine"})("density")
    own = Evaluation({"values": VALUES, "relatedness": once("cosine")})("density")
    np.testing.assert_array_equal(cosine, own)
    assert not np.array_equal(cosine, once("density"), equal_nan=True)
    assert once.shared(economic_complexity) is None
    assert once("eci") is once.shared(economic_complexity).regions


def test_options_reach_the_measures_that_have_them():
    strict = Evaluation({"values": VALUES}, options={"cut": 2.0})
    assert strict("diversity").sum() < Evaluation({"values": VALUES})("diversity").sum()
    assert "cut" in measures()["presence"].options
    assert "later" not in measures()["entry"].options


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
        assert result(item, table()).shape == sides(table().shape, item)

    def test_leaves_its_inputs_alone_and_repeats_itself(self, item):
        inputs = given(table())
        first = result(item, table(), **inputs)
        for name, before in given(table()).items():
            np.testing.assert_array_equal(inputs[name], before)
        np.testing.assert_array_equal(result(item, table()), first)

    def test_is_never_infinite(self, item):
        assert not np.isinf(result(item, table())).any()

    def test_does_not_depend_on_the_order_of_rows_and_columns(self, item):
        values, order = table(), np.random.default_rng(0)
        rows, columns = (order.permutation(count) for count in values.shape)
        places = {"region": rows, "activity": columns}
        expected = result(item, values)[np.ix_(*(places[axis] for axis in item.gives))]
        np.testing.assert_allclose(result(item, values, **permuted(values, rows, columns)), expected, atol=1e-7)

    def test_the_unit_of_the_table_does_not_matter(self, item):
        if item.name in COUNTS:
            pytest.skip("a count has no other unit")
        values = table()
        years = ("values", "later", "earlier", "earliest")
        scaled = {**given(values), **{name: given(values)[name] * 8 for name in years}}
        np.testing.assert_allclose(result(item, values, **scaled), result(item, values), rtol=1e-9, atol=1e-9)

    def test_one_more_empty_region_changes_no_relation(self, item):
        if item.family not in ("relatedness", "complexity", "specialisation", "directed", "significance"):
            pytest.skip("no relation between activities")
        if item.name in OF_THE_NUMBER_OF_REGIONS or item.needs:
            pytest.skip("compares with the number of regions, or needs a figure for each")
        values = table()
        padded = np.vstack([values, np.zeros((1, values.shape[1]))])
        found = result(item, padded)
        cut = found[: len(values)] if item.gives[0] == "region" else found
        np.testing.assert_allclose(cut, result(item, values), atol=1e-9)

    @pytest.mark.parametrize(
        "values",
        [
            pytest.param(np.array([[1.0, 2.0], [3.0, 0.0]]), id="two by two"),
            pytest.param(np.zeros((2, 3)), id="all zero"),
            pytest.param(np.full((3, 3), np.nan), id="nothing known"),
            pytest.param(np.array([[5.0, 3.0, 2.0]]), id="one region"),
            pytest.param(np.array([[5.0], [3.0]]), id="one activity"),
            pytest.param(np.tile([[4.0, 2.0, 9.0]], (4, 1)), id="identical regions"),
            pytest.param(np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 3.0], [4.0, 0.0, 1.0]]), id="zero row"),
            pytest.param(np.array([[0.0, 7.0, 2.0], [0.0, 2.0, 3.0], [0.0, 0.0, 1.0]]), id="zero column"),
            pytest.param(np.array([[1e302, 2e302], [3e302, 0.0], [1.0, 5e301]]), id="huge"),
            pytest.param(np.array([[1e-302, 2e-302], [3e-302, 0.0], [1e-302, 5e-302]]), id="tiny"),
            pytest.param(np.kron(np.eye(2), np.array([[9.0, 1.0], [1.0, 9.0]])), id="two blocks"),
        ],
    )  # fmt: skip
    def test_has_a_result_for_every_table(self, item, values):
        """Finite, or NaN where nothing is defined: never infinite, never a warning."""
        found = result(item, values)
        assert found.shape == sides(values.shape, item)
        assert not np.isinf(found).any()

    @pytest.mark.parametrize(("cell", "words"), [(-1.0, "not negative"), (np.inf, "finite")])
    def test_refuses_what_is_not_a_quantity(self, item, cell, words):
        values = table()
        values[2, 3] = cell
        flows = np.array(given(table())["flows"])
        flows[2, 3] = cell
        competences = np.array(given(table())["competences"])
        competences[2, 3] = cell
        with pytest.raises(ValueError, match=f"row 2, column 3.*{words}"):
            result(item, values, flows=flows, competences=competences)

    def test_refuses_arrays_of_other_shapes(self, item):
        with pytest.raises(ValueError, match=r"two axes|square|bool|floating"):
            item.compute(np.zeros(3), **dict.fromkeys(item.needs))


RELATEDNESS = [item for item in ALL if item.family == "relatedness"]


@pytest.mark.parametrize("item", RELATEDNESS, ids=lambda item: item.name)
def test_relatedness_is_symmetric(item):
    found = result(item, table(4))
    np.testing.assert_array_equal(found, found.T)
    if item.takes == "presence":
        assert (found >= 0).all()
