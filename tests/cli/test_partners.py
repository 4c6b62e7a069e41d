"""`ris3 partners` as somebody runs it: by a path's name, with a folder, of a region without a profile."""

from __future__ import annotations

import json
import re

from recommender.shipped import EXAMPLES
from tests.support import EMILIA_ROMAGNA, ris3


def test_a_path_by_its_name_says_lead_best_here_and_what_a_partner_adds() -> None:
    name = "Hydrogen and electrified heat for kilns and ovens"
    text = ris3("partners", str(EMILIA_ROMAGNA), name).text
    assert re.search(r"Hydrogen production, storage and use +0\.\d\d → 0\.\d\d +0\.\d\d +0\.\d\d +narrows", text)
    assert f"“{name}”, led by Energy, water and environmental services, has a fit of" in re.sub(r"\s+", " ", text)


def test_a_path_that_nobody_can_help_with_is_a_sentence_and_no_empty_table() -> None:
    text = ris3("partners", str(EMILIA_ROMAGNA), "chip_fab").text
    assert "No known partner, alone or with others, would make “Semiconductor wafer fabrication”" in text
    assert "0.00" not in text


def test_a_folder_leaves_made_up_regions_out_and_says_so() -> None:
    found = json.loads(ris3("partners", str(EMILIA_ROMAGNA), "--with", str(EXAMPLES), "--format", "json").text)
    assert not any("fictional" in str(view["partner"]["name"]) for view in found["partners"])
    assert any(item["kind"] == "partners_left_out" for item in found["findings"])


def test_a_region_without_a_profile_is_answered_from_statistics() -> None:
    text = ris3("partners", "ITH5").text
    assert "Without a profile only activities can be compared" in text
    assert "Podkarpackie (PL82)" in text
