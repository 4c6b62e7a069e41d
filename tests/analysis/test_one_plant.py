"""Specialisations that one large plant fewer would undo."""

from dataclasses import replace

import numpy as np
import pytest

from recommender.analysis.candidates import PERSONS, rank_activities
from recommender.analysis.colocation import colocation
from recommender.analysis.reference import build_reference
from recommender.model.config import ActivityRule, Config, Lens, Statistics
from tests.analysis.made_up_tables import drifting, table

LENS = Lens("plain", {"relatedness": 1.0}, {"green": 1.0})
VALUES = np.array([[900.0, 1000, 100], [300, 3000, 2000], [50, 1500, 900]])


def model(unit=PERSONS, values=VALUES):
    made = table(values[None], (2020,))
    return build_reference(replace(made, source=replace(made.source, unit=unit)))


def told(found, plant, region="R000"):
    config = Config(statistics=Statistics(plant=plant))
    answer = rank_activities(found, colocation(found, region), {"en": region}, {}, ActivityRule("1"), config, LENS, ())
    return [item.facts["activities"] for item in answer.warnings if item.kind == "one_plant"]


def test_what_a_plant_fewer_would_bring_below_one_is_named():
    found = model()
    row = found.region_index("R000")
    over = found.values[row] - found.values[row] / found.location_quotient[row]
    [held] = [code for code, present in zip(found.activities, found.present[row], strict=True) if present]
    surplus = float(over[found.activity_index(held)])
    assert told(found, int(surplus) + 1) == [[held]]
    assert told(found, int(surplus) - 1) == []


@pytest.mark.parametrize(("unit", "plant"), [(None, 10_000), ("million euro", 10_000), (PERSONS, 0)])
def test_nothing_is_said_where_no_persons_are_counted_or_nobody_asks(unit, plant):
    assert told(model(unit), plant) == []


def test_a_larger_plant_names_no_fewer():
    found = model(values=drifting(20, 12).values[0] + 1)
    region = found.regions[3]
    named = [{code for codes in told(found, plant, region) for code in codes} for plant in (1, 50, 1000)]
    assert named[0] <= named[1] <= named[2]
