"""Fitness and complexity by iteration: B8 of METHODS."""

import csv
import gzip
import json

import numpy as np
import pytest

from recommender.measures.fitness import fitness_complexity
from recommender.measures.relatedness import minimum_conditional_probability
from recommender.measures.specialisation import presence
from tests.inputs.tables.bad import read_table
from tests.measures.toy import PRESENT, random_presence
from tests.shared_data import shared


def test_golden():
    assert fitness_complexity(PRESENT, 20).regions == pytest.approx(
        [0.384681, 0.557681, 1.836479, 0.212068, 2.009092], abs=5e-7
    )
    late = fitness_complexity(PRESENT, 200)
    assert late.regions == pytest.approx([0.291933, 0.480334, 1.967900, 0.152623, 2.107210], abs=5e-7)
    assert late.activities == pytest.approx([0.221754, 0.369875, 0.721971, 2.251465, 2.251465, 0.183471], abs=5e-7)


def test_golden_files():
    golden = json.loads(shared("golden/methods_5x6.json").read_text("utf-8"))
    for steps in (20, 200):
        found = fitness_complexity(PRESENT, steps)
        np.testing.assert_allclose(found.regions, golden[f"F{steps}"], atol=5e-7)
        np.testing.assert_allclose(found.activities, golden[f"Q{steps}"], atol=5e-7)


def test_the_world_of_1999_as_the_r_package_publishes_it():
    table, _ = read_table(shared("panels/world_country_sitc4_avg_1998_2000.csv.gz"))
    present = presence(table.values[0])
    with gzip.open(shared("golden/economiccomplexity_r_balassa_binary.csv.gz"), "rt", encoding="utf-8") as file:
        expected = {(row["region"], row["activity"]) for row in csv.DictReader(file) if float(row["m"])}
    found = {(table.regions[row], table.activities[column]) for row, column in zip(*np.nonzero(present), strict=True)}
    assert found == expected
    fitness = fitness_complexity(present, 19)  # the package's 20 counts the start
    for found, name, codes in (
        (fitness.regions, "fitness_country_iter19", table.regions),
        (fitness.activities, "complexity_product_iter19", table.activities),
    ):
        np.testing.assert_allclose(found, published(name, codes), rtol=1e-12, atol=0)


def test_its_proximity_is_the_published_one_exactly():
    import duckdb

    table, _ = read_table(shared("panels/world_country_sitc4_avg_1998_2000.csv.gz"))
    file = shared("golden/economiccomplexity_r_proximity_product.parquet")
    columns = duckdb.sql(f"SELECT * FROM '{file}'").fetchnumpy()
    place = {code: at for at, code in enumerate(table.activities)}
    first, second, value = columns.values()
    rows, others = ([place[code] for code in side] for side in (first.tolist(), second.tolist()))
    found = minimum_conditional_probability(presence(table.values[0]))
    np.testing.assert_array_equal(found[rows, others], value)
    assert np.count_nonzero(np.triu(found, k=1)) == len(value)  # pairs that never meet have no row


def published(name: str, codes: tuple[str, ...]) -> list[float]:
    with gzip.open(shared(f"golden/economiccomplexity_r_{name}.csv.gz"), "rt", encoding="utf-8") as file:
        values = dict(list(csv.reader(file))[1:])
    return [float(values[code]) for code in codes]


def test_it_stops_when_ranks_stand_still():
    found = fitness_complexity(PRESENT)
    assert found.rank_stable
    assert 20 <= found.iterations < 100
    assert not fitness_complexity(PRESENT, 5).rank_stable


def test_means_are_one_and_what_is_empty_is_undefined():
    present = random_presence(2)
    present[4] = False
    found = fitness_complexity(present)
    for values, kept in ((found.regions, present.any(axis=1)), (found.activities, present.any(axis=0))):
        assert np.isnan(values[~kept]).all()
        assert values[kept].mean() == pytest.approx(1)


def test_values_that_fall_towards_zero_keep_their_order():
    nested = np.tril(np.ones((12, 12), dtype=bool))
    nested[0, :] = False
    nested[0, 0] = True
    found = fitness_complexity(nested, 1000)
    assert np.isfinite(found.regions).all()
    assert (np.diff(found.regions) >= 0).all()


def test_nothing_at_all():
    found = fitness_complexity(np.zeros((3, 4), dtype=bool))
    assert np.isnan(found.regions).all()
    assert found.iterations == 0
