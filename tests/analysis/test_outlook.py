"""What a forecast says about one region: bands by lift, paths by share, silence where nothing was validated."""

from dataclasses import replace

import pytest

from recommender import shipped
from recommender.analysis.outlook import (
    band_by_lift,
    horizon_of,
    outlook_of,
    prospect_finding,
    prospect_of_path,
    standing_findings,
)
from recommender.inputs.outlook_file import read_outlook
from recommender.inputs.reference_file import read_reference
from recommender.model.config import Statistics
from recommender.model.forecast import Chance, Check, Forecast
from recommender.model.outlook import SILENT
from recommender.model.recommendation import ActivityEvidence
from recommender.wording.en import reasons
from recommender.wording.speaker import Speaker
from tests.analysis.made_up_tables import drifting, table

CHECK = Check(
    "learned", "persistence", ((2000, 2002),), 2, 1000, 600, 0.1, 0.05, {}, 4.0, (3.0, 5.0), 4.0, None, 1.0, None, None,
    0.1, 0.01, 0.01, (), {},
)  # fmt: skip
CHANCES = (
    Chance("R1", "A1", 0.3, 0.2, 0.9),
    Chance("R1", "A2", 0.05, 0.01, 0.4),
    Chance("R2", "A1", 0.1, 0.02, 0.5),
    Chance("R2", "A2", 0.15, 0.02, 0.6),
)
FOUND = Forecast("t.csv", "0" * 64, 2010, 2, 1.0, "validated", (), CHECK, CHANCES, {})


def part(code, share, status="candidate"):
    return ActivityEvidence(code, share, status)


def test_the_lift_is_the_probability_over_the_mean_of_all_candidates():
    found = outlook_of(FOUND, "R1")
    assert found.base_rate == pytest.approx(0.15)
    assert {code: item.lift for code, item in found.prospects.items()} == pytest.approx({"A1": 2.0, "A2": 1 / 3})


@pytest.mark.parametrize("standing", ["no_proven_gain", "refused", "not_validated"])
def test_without_validation_there_is_no_probability_and_the_reason_is_told(standing):
    found = outlook_of(replace(FOUND, standing=standing, reasons=("few_entries",)), "R1")
    assert not found.prospects
    assert found.base_rate is None
    [told] = standing_findings(found, "R1")
    assert (told.kind, told.facts["forecast_doubts"]) == ("not_validated", ["few_entries"])


def test_a_validated_forecast_says_on_what_it_was_checked():
    [told] = standing_findings(outlook_of(FOUND, "R1"), "R1")
    assert (told.kind, told.facts["checked_entries"], told.facts["promised_lift"]) == ("forecast_checked", 600, 4.0)


@pytest.mark.parametrize(("lift", "band"), [(0.09, "not_yet"), (0.1, "low"), (1.0, "medium"), (2.0, "high")])
def test_bands_follow_the_lift(lift, band):
    assert band_by_lift(lift, Statistics()) == band


def test_a_path_has_the_share_weighted_mean_of_its_candidates():
    outlook = outlook_of(FOUND, "R1")
    whole = prospect_of_path(outlook, (part("A1", 0.25), part("A2", 0.75), part("A3", 5.0, "present")))
    assert whole.probability == pytest.approx(0.25 * 0.3 + 0.75 * 0.05)
    assert whole.probability_lasting == pytest.approx(0.25 * 0.2 + 0.75 * 0.01)
    assert whole.activities == ("A1", "A2")
    assert prospect_of_path(outlook, (part("A3", 1.0, "present"),)) is None
    assert prospect_of_path(SILENT, (part("A1", 1.0),)) is None


def test_the_horizon_is_a_third_of_the_span_at_most():
    assert horizon_of(drifting(), None, 5) == 3
    assert horizon_of(drifting(), 2006, 5) == 2
    assert horizon_of(drifting(), None, 2) == 2
    assert horizon_of(table(drifting().values[:1], (None,)), None, 5) == 1


def test_the_shipped_forecast_is_of_the_shipped_model():
    model = read_reference(shipped.REFERENCES / "eu-nuts2-nace2.npz")
    found = read_outlook(shipped.REFERENCES / "eu-nuts2-nace2.outlook.json")
    assert found.sha256 == model.provenance.sha256
    assert found.activities == list(model.activities)
    outlook = found.of("ITH5")
    assert outlook.standing == "validated"
    assert outlook.origin == model.provenance.year
    row = model.region_index("ITH5")
    held = {code for code, present in zip(model.activities, model.present[row], strict=True) if present}
    assert outlook.prospects
    assert not held & set(outlook.prospects)
    assert all(0 <= (item.probability_lasting or 0) <= item.probability <= 1 for item in outlook.prospects.values())


def test_the_sentence_of_a_path_names_the_activities_it_speaks_of():
    found = prospect_of_path(outlook_of(FOUND, "R1"), (part("A1", 1.0), part("A3", 5.0, "present")))
    say = Speaker({"A1": {"en": "Paper"}}, "en")
    told = reasons.prospect(prospect_finding("p", found, 0.15).facts, say)
    assert told.startswith("Statistics would count it, or part of it, under Paper (A1), which is wider. Of 100 such")


def test_the_sentence_of_an_activity_speaks_of_itself():
    outlook = outlook_of(FOUND, "R1")
    told = reasons.prospect(prospect_finding("A1", outlook.prospects["A1"], 0.15).facts, Speaker({}, "en"))
    assert told.startswith("Of 100 such")
