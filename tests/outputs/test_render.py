"""The door: which formats there are, what they cost to import, and that one file makes one."""

import subprocess
import sys
import tomllib

import pytest

from recommender.model.backtest import Backtest
from recommender.model.forecast import Forecast
from recommender.model.measured import MeasureTable
from recommender.model.problem import UnknownName
from recommender.model.published import PublishedTable
from recommender.outputs import payloads, render, tables, views
from recommender.outputs.registry import Registry
from recommender.outputs.tool import TOOL
from tests.outputs import samples
from tests.support import ROOT

OF_TABLES = {Backtest, Forecast, MeasureTable, PublishedTable}
"""Made from arrays, not from a profile: their outputs are tested where real tables are (tests/cli, tests/workflows)."""


def test_the_formats_there_are():
    assert render.formats() == ("csv", "github", "json", "md", "table")


@pytest.mark.parametrize(
    ("ending", "wanted"),
    [(".json", "json"), (".CSV", "csv"), (".md", "md"), (".txt", "table"), (".pdf", None), ("", None)],
)
def test_the_ending_of_a_name_asks_for_a_format(ending, wanted):
    assert render.format_of_extension(ending) == wanted


def test_an_unknown_format_is_told_with_the_nearest():
    with pytest.raises(UnknownName) as caught:
        render.render(samples.listing(), "jsn")
    assert caught.value.problems[0].hint == "did you mean 'json'?"


@pytest.mark.parametrize("registry", [render.FORMATS, payloads.PAYLOADS, views.VIEWS, tables.TABLES])
def test_one_module_makes_one_registration(registry):
    assert len(registry.modules()) == len(registry.all())


@pytest.mark.parametrize("registry", [payloads.PAYLOADS, views.VIEWS, tables.TABLES])
def test_every_kind_of_result_has_every_shape(registry):
    assert set(registry.all()) == {type(make()) for make in samples.ALL.values()} | OF_TABLES


def test_a_second_registration_is_refused():
    registry = Registry("recommender.outputs.formats")
    registry.add("x")("one")
    with pytest.raises(ValueError, match="registered twice"):
        registry.add("x")("two")


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert dict(TOOL) == {"name": project["name"], "version": project["version"]}


RENDER = "from recommender.outputs.render import render; render(samples.rich(), 'table')"


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import recommender.outputs.render", ["rich", "numpy", "yaml", "json", "csv", "recommender.wording"]),
        (f"from tests.outputs import samples; {RENDER}", ["rich", "numpy", "yaml"]),
    ],
)  # fmt: skip
def test_importing_is_cheap(statement, absent):
    code = f"import sys; {statement}; print(*[name for name in {absent!r} if name in sys.modules])"
    made = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == ""
