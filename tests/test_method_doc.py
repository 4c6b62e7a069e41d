"""docs/method.md says what the tool does: its example is recomputed and its settings are those in force."""

from __future__ import annotations

import re

import pytest

from recommender.inputs.config_shape import default_settings
from recommender.outputs.payloads import payload_of
from recommender.workflows.recommend import recommend
from recommender.workflows.request import Request

from .support import EMILIA_ROMAGNA, ROOT

PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")
EXAMPLE = "recovered_building_materials"
ROWS = re.findall(r"^\|[^|]+\| (\d\.\d\d) \| ([a-z_.]+) \|$", PAGE, flags=re.MULTILINE)
SETTINGS = re.findall(r"`([a-z]+(?:\.[a-z_]+)?)` (\S+?)[,;.)]?(?= |$|\)|,)", PAGE, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def evidence():
    answer = payload_of(recommend(Request(str(EMILIA_ROMAGNA))), "en")
    item = next(item for item in answer["opportunities"] if item["id"] == EXAMPLE)
    found = item["evidence"]["competence"]
    return found | {"needs": {need["competence"]: need for need in found["needs"]}}


def test_the_example_has_its_rows():
    assert len(ROWS) == 9


@pytest.mark.parametrize(("value", "key"), ROWS)
def test_every_figure_of_the_example_comes_from_the_result(evidence, value, key):
    found = evidence
    for part in key.split("."):
        found = found[part]
    assert f"{found:.2f}" == value


def test_every_setting_is_explained():
    told = set(re.findall(r"`([a-z_.]+)`", PAGE))
    assert set(default_settings()) - {"schema_version", "extends"} <= told


def test_the_values_that_are_told_are_the_defaults():
    known = default_settings()
    told = [(name, value) for name, value in SETTINGS if name in known and not isinstance(known[name], (tuple, dict))]
    assert len(told) >= 15
    for name, value in told:
        default = known[name]
        assert value == (str(default).lower() if isinstance(default, bool) else str(default)), name
