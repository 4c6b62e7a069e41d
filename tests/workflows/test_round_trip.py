"""What is written is read back equal: YAML, and CSV in every style."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recommender import shipped
from recommender.inputs.profile_plain import profile_as_plain
from recommender.inputs.reading import Reading
from recommender.outputs.profile_csv import as_csv_files
from recommender.outputs.profile_xlsx import as_workbook_bytes
from recommender.outputs.profile_yaml import as_yaml
from recommender.workflows.loading import load_profile
from recommender.workflows.profiles import convert
from tests.made_up_profiles import LIBRARY, VOCABULARY, profiles

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
STYLES = st.sampled_from([(",", "."), (";", ","), ("\t", ","), (",", ","), ("|", ".")])


def plain(profile):
    return profile_as_plain(profile, VOCABULARY, LIBRARY)


@SLOW
@given(profile=profiles())
def test_yaml_gives_back_the_profile(profile, tmp_path):
    file = tmp_path / "profile.yaml"
    file.write_text(as_yaml(plain(profile)), encoding="utf-8", newline="")
    assert load_profile(str(file), Reading()) == profile


@SLOW
@given(profile=profiles(), style=STYLES)
def test_csv_gives_back_the_profile(profile, style, tmp_path_factory):
    folder = tmp_path_factory.mktemp("csv")
    delimiter, decimal = style
    for name, data in as_csv_files(plain(profile), delimiter=delimiter, decimal=decimal).items():
        (folder / name).write_bytes(data)
    assert load_profile(str(folder), Reading(), delimiter=delimiter, decimal=decimal) == profile


@SLOW
@given(profile=profiles())
def test_no_cell_would_be_run_by_a_spreadsheet(profile):
    import csv
    import io

    for data in as_csv_files(plain(profile)).values():
        cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8"), newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("template", shipped.templates())
def test_examples_survive_the_way_to_csv_and_back(template, tmp_path):
    source = shipped.EXAMPLES / template / "profile.yaml"
    convert(str(source), str(tmp_path / "sheets"))
    convert(str(tmp_path / "sheets"), str(tmp_path / "again.yaml"))
    convert(str(tmp_path / "again.yaml"), str(tmp_path / "Excel"), delimiter=";", decimal=",")
    first = load_profile(str(source), Reading())
    assert load_profile(str(tmp_path / "sheets"), Reading()) == first
    assert load_profile(str(tmp_path / "again.yaml"), Reading()) == first
    assert load_profile(str(tmp_path / "Excel"), Reading(), delimiter=";", decimal=",") == first


@pytest.mark.parametrize("template", shipped.templates())
def test_writing_again_gives_the_same_bytes(template, tmp_path):
    source = str(shipped.EXAMPLES / template / "profile.yaml")
    convert(source, str(tmp_path / "one.yaml"))
    convert(str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml"))
    assert (tmp_path / "one.yaml").read_bytes() == (tmp_path / "two.yaml").read_bytes()


@settings(SLOW, max_examples=10)
@given(profile=profiles())
def test_a_workbook_gives_back_the_profile(profile, tmp_path_factory):
    file = tmp_path_factory.mktemp("workbook") / "profile.xlsx"
    file.write_bytes(as_workbook_bytes(plain(profile)))
    assert load_profile(str(file), Reading()) == profile


@pytest.mark.parametrize("template", shipped.templates())
def test_examples_survive_the_way_to_a_workbook_and_back(template, tmp_path):
    source = str(shipped.EXAMPLES / template / "profile.yaml")
    convert(source, str(tmp_path / "profile.xlsx"))
    convert(str(tmp_path / "profile.xlsx"), str(tmp_path / "again.yaml"))
    assert load_profile(str(tmp_path / "again.yaml"), Reading()) == load_profile(source, Reading())
    convert(str(tmp_path / "again.yaml"), str(tmp_path / "again.xlsx"))
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "profile.xlsx").read_bytes()
