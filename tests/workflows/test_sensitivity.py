"""How sure the order is: the same for the same seed, nothing moves without spread, and what is uncertain is said."""

from __future__ import annotations

import json

import numpy as np
import pytest

from recommender.analysis.robustness import robustness, uncertainty_of
from recommender.analysis.uncertainty import drawn, width
from recommender.model.evidence import Graded
from recommender.outputs.render import render
from recommender.workflows.laboratory import Laboratory, ranked
from recommender.workflows.recommend import recommend
from recommender.workflows.request import Request
from recommender.workflows.sensitivity import recommend_with_uncertainty, sensitivity
from tests.support import EMILIA_ROMAGNA, ris3

REQUEST = Request(str(EMILIA_ROMAGNA))


@pytest.fixture(scope="module")
def prepared():
    laboratory = Laboratory.of(REQUEST)
    return ranked(laboratory.part(()), laboratory.luck), laboratory.run.profile, laboratory.run.config


def test_without_spread_every_draw_is_today(prepared):
    answer, profile, config = prepared
    found = drawn(answer.opportunities, profile, config, draws=3, spread=0.0, seed=1)
    assert found.eligible.all()
    for column, item in enumerate(answer.opportunities):
        assert found.percentile[0, column] == pytest.approx(item.competence.null_percentile, abs=1e-6)
        for name, values in found.criteria.items():
            assert values[:, column] == pytest.approx(item.criteria[name], abs=1e-6)
    settled = robustness(answer, profile, config, draws=50, spread=0.0, seed=1)
    assert (settled.ranks == [item.rank for item in answer.opportunities]).all()
    assert (settled.band_holds == 1).all()


def test_every_high_keeps_its_band_or_is_told_as_uncertain(prepared):
    answer, profile, config = prepared
    found = robustness(answer, profile, config, draws=2000, spread=0.15, seed=3)
    shaky = {item.id for item, share in zip(answer.opportunities, found.band_holds, strict=True)
             if item.band == "high" and round(float(share), 9) < 0.9}  # fmt: skip
    study = sensitivity(REQUEST, draws=2000)
    [told] = [finding for part in study.parts for finding in part.findings if finding.kind == "robust_bands"]
    assert abs(len(shaky ^ set(told.facts["unsure"]))) <= 2  # two seeds; a share near 0.9 may fall on either side
    assert told.facts["unsure"]
    assert told.facts["count"] > len(told.facts["unsure"])


def test_shares_lie_in_order(prepared):
    answer, profile, config = prepared
    for row in uncertainty_of(robustness(answer, profile, config, draws=500, spread=0.15, seed=3)):
        assert 0 <= row["top_3"] <= row["top_5"] <= row["top_10"] <= row["eligible"] <= 1
        assert row["rank_low"] <= row["rank_high"]
        assert row["band_holds"] <= row["eligible"]
    groups = [
        row["tie_group"] for row in uncertainty_of(robustness(answer, profile, config, draws=500, spread=0.15, seed=3))
    ]
    assert groups == sorted(groups)


def test_what_a_number_rests_on_narrows_it():
    assert width(Graded(0.5), 0.15) == 0.15
    assert width(Graded(0.5, "measured"), 0.15) == pytest.approx(0.05)
    assert width(Graded(0.5, confidence=1.0), 0.15) == 0
    assert width(Graded(0.5, confidence=0.5), 0.15) == 0.15


def test_the_same_seed_gives_the_same_bytes():
    asked = Request(str(EMILIA_ROMAGNA), seed=5)
    first, second = (render(sensitivity(asked, draws=200), "json") for _ in range(2))
    assert first == second
    other = render(sensitivity(Request(str(EMILIA_ROMAGNA), seed=6), draws=200), "json")
    assert first != other


def test_recommend_changes_nothing_but_the_uncertainty():
    plain, asked = recommend(REQUEST), recommend_with_uncertainty(REQUEST, draws=200)
    for before, after in zip(plain.opportunities, asked.opportunities, strict=True):
        assert not before.uncertainty
        assert after.uncertainty["draws"] == 200
        assert (before.id, before.rank, before.score) == (after.id, after.rank, after.score)


def test_people_side_by_side(tmp_path):
    (tmp_path / "people.csv").write_text("who,relatedness,transition,complexity\nAda,60,20,20\nBo,20,80,\n", "utf-8")
    done = ris3(
        "sensitivity", EMILIA_ROMAGNA, "--draws", "100", "--weights", "people.csv", "--format", "json", cwd=tmp_path
    )
    assert done.code == 0, done.err
    answer = json.loads(done.text)
    rows = answer["tables"]["sheets"]
    assert [row["disagreement"] for row in rows] == sorted((row["disagreement"] for row in rows), reverse=True)
    assert np.unique([row["sheet_1"] for row in rows]).size == len(rows)
    [told] = [item for item in answer["findings"] if item["kind"] == "weight_sheets"]
    assert 0 < told["facts"]["agreement"] < 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("who,relatednes\nAda,1\n", "R501 people.csv:1:5"),
        ("relatedness\n1\n", "R501 people.csv:1:1"),
        ("who,relatedness\nAda,-1\n", "R305 people.csv:2:5"),
        ("who,relatedness\nAda,0\n", "R309 people.csv:2:1"),
        ("who,relatedness\nAda,much\n", "R503 people.csv:2:5"),
        ("who,relatedness\nAda\n", "R502 people.csv:2:1"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_told_with_its_place(text, place, tmp_path):
    (tmp_path / "people.csv").write_text(text, "utf-8")
    done = ris3("sensitivity", EMILIA_ROMAGNA, "--weights", "people.csv", cwd=tmp_path)
    code, at = place.split(" ")
    assert done.code == 2
    assert f"{at}: {code}" in done.err
    assert not done.out


def test_weights_alone_can_be_drawn_for_statistics():
    done = ris3("sensitivity", "ITH5", "--draws", "100", "--lang", "it")
    assert (done.code, done.err) == (0, "")
    assert "Un gruppo" in done.text
