"""The table of NUTS codes, and that the script still makes it."""

import os
import subprocess
import sys

import pytest

from recommender.inputs.nuts import way_kind
from recommender.shipped import TAXONOMIES
from tests.inputs.tables.bad import NUTS
from tests.shared_data import SHARED, shared
from tests.support import ROOT

CHANGES = {
    ("ITD5", "ITH5"): ("recoded", "2010"),
    ("ITE4", "ITI4"): ("recoded", "2010"),
    ("EL11", "EL51"): ("recoded", "2013"),
    ("GR30", "EL30"): ("recoded", "2010"),
    ("FR62", "FRJ2"): ("recoded", "2016"),
    ("FR91", "FRA1"): ("recoded", "2013"),
    ("DE41", "DE40"): ("merged", "2010"),
    ("DE42", "DE40"): ("merged", "2010"),
    ("FI1A", "FI1D"): ("merged", "2010"),
    ("FI18", "FI1B"): ("split", "2010"),
    ("UKI1", "UKI3"): ("split", "2013"),
    ("HU10", "HU11"): ("split", "2016"),
    ("HR04", "HR05"): ("split", "2021"),
    ("PT17", "PT1A"): ("split", "2024"),
    ("DED3", "DED5"): ("boundary_shift", "2010"),
    ("UKD2", "UKD6"): ("boundary_shift", "2010"),
    ("NL33", "NL36"): ("boundary_shift", "2024"),
    ("RO01", "RO21"): ("recoded", "2006"),
    ("IE01", "IE06"): ("part", "2016"),
    ("SI01", "SI03"): ("boundary_shift", "2013"),
}


@pytest.mark.parametrize(("old", "new"), sorted(CHANGES))
def test_what_became_of_codes(old, new):
    found = [change for change in NUTS.regions[old].changes if change.new == new]
    assert [(change.kind, change.vintage) for change in found] == [CHANGES[old, new]]


@pytest.mark.parametrize(
    ("vintage", "count"), [("2006", 287), ("2010", 288), ("2013", 292), ("2016", 332), ("2021", 334), ("2024", 299)]
)
def test_every_vintage_is_whole(vintage, count):
    """2006 to 2013 without most candidate countries, 2024 without the United Kingdom."""
    regions = [region for region in NUTS.regions.values() if region.level == 2 and vintage in region.vintages]
    assert len(regions) == count


def test_every_successor_is_a_region_of_its_vintage():
    known = NUTS.regions
    for region in known.values():
        for change in region.changes:
            assert change.vintage in known[change.new].vintages, change
            assert change.vintage not in region.vintages, change
            assert change.kind in ("recoded", "boundary_shift", "merged", "split", "part")


def test_a_code_that_ended_leads_on_or_left_the_list():
    ended = {
        region.code
        for region in NUTS.regions.values()
        if region.level == 2 and not region.changes and "2024" not in region.vintages
    }
    assert {code[:2] for code in ended} == {"UK"}


def test_names_are_latin_first_and_carry_other_scripts():
    greek = NUTS.regions["EL30"]
    assert greek.name == "Attiki"
    assert {"Attica", "Aττική"} <= set(greek.names)
    assert NUTS.regions["HU10"].name == "Közép-Magyarország"


def test_ways_over_several_changes():
    [way] = NUTS.onwards("GR11", ["EL51"])
    assert ([change.new for change in way], way_kind(way)) == (["EL11", "EL51"], "recoded")
    [way] = NUTS.back("EL51", ["GR11"])
    assert way_kind(way) == "recoded"
    assert NUTS.onwards("ITH5", ["FR62"]) == []


def test_the_script_makes_this_table(tmp_path):
    shared("reference/nuts_codes_2024.csv.gz")
    made = tmp_path / "nuts.csv"
    script = ROOT / "scripts" / "build_nuts_table.py"
    subprocess.run([sys.executable, script, made], check=True, env={**os.environ, "RIS3_SHARED": str(SHARED)})
    assert made.read_bytes() == (TAXONOMIES / "nuts.csv").read_bytes()
