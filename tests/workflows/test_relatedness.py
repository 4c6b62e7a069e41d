"""Relatedness that a user brings to a ranking."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from recommender.measures.density import relatedness_density
from recommender.measures.percentile import mid_rank_percentile
from recommender.model.problem import RecommenderError
from recommender.workflows.recommend import prepare
from recommender.workflows.request import Request
from tests.support import ris3


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """Deliveries between the activities of European statistics, and one that these do not have."""
    codes = [f"C{number}" for number in range(10, 34)] + ["F41", "J62", "M72"]
    draw = np.random.default_rng(4)
    lines = [f"{a},{b},{draw.integers(1, 900)}" for a in codes for b in codes if a != b and draw.random() < 0.4]
    path = tmp_path / "io.csv"
    path.write_text("\n".join(["from,to,value", *lines, "ZZ,C10,5"]) + "\n", "utf-8")
    return path


def view(relatedness: str | None):
    run = prepare(Request("ITH5", relatedness=relatedness))
    assert run.evidence is not None
    return run.evidence


def test_it_is_a_measure_among_the_others_with_its_weight(flows):
    evidence = view(f"input-output={flows}:2")
    row = evidence.model.region_index("ITH5")
    [extra] = evidence.extras
    around = relatedness_density(evidence.model.present[[row]], extra.relatedness)[0]
    for item in evidence.view.candidates:
        value = around[evidence.model.activity_index(item.activity)]
        assert item.measures["input-output"].value == pytest.approx(value, nan_ok=True) or np.isnan(value)
        percentiles = [measured.percentile for measured in item.measures.values()]
        weights = [weight for weight, known in zip((1, 1, 1, 2), percentiles, strict=True) if known is not None]
        known = [percentile for percentile in percentiles if percentile is not None]
        assert item.percentile == pytest.approx(np.average(known, weights=weights), abs=1e-8)
    codes = [item.activity for item in evidence.view.candidates]
    options = [evidence.model.activity_index(code) for code in codes]
    expected = mid_rank_percentile(around[options])
    found = [item.measures["input-output"].percentile for item in evidence.view.candidates]
    np.testing.assert_allclose([np.nan if p is None else p for p in found], expected, atol=1e-8)


def test_without_it_nothing_changes(flows):
    assert view(None).extras == ()
    usual = [item.activity for item in view(None).view.candidates]
    assert usual != [item.activity for item in view(f"input-output={flows}:5").view.candidates]


def test_several_are_combined_and_told(flows):
    words = f"input-output={flows},skill-relatedness={flows}:0.5"
    done = ris3("recommend", "ITH5", "--relatedness", words, "--format", "json")
    assert done.code == 0, done.err
    document = json.loads(done.out)
    [told] = [item for item in document["warnings"] if item["kind"] == "relatedness_given"]
    assert [(item["measure"], item["weight"], item["covered"]) for item in told["facts"]["relatedness_files"]] == [
        ("input-output", 1, 27), ("skill-relatedness", 0.5, 27)
    ]  # fmt: skip
    assert {"input-output", "skill-relatedness"} <= set(
        document["opportunities"][0]["evidence"]["colocation"]["measures"]
    )
    assert "io.csv" in {item["name"] for item in document["inputs"]}
    assert any("1 of 28 activities" in item["text"] for item in document["warnings"])


def test_codes_may_lack_the_letter_of_their_section(flows, tmp_path):
    plain = tmp_path / "plain.csv"
    plain.write_text(flows.read_text("utf-8").replace("C", ""), "utf-8")
    with_letters, without = view(f"input-output={flows}"), view(f"input-output={plain}")
    np.testing.assert_array_equal(with_letters.extras[0].relatedness, without.extras[0].relatedness)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("density={}", "computed from the statistics"),
        ("{},{}", "names a measure twice"),
        ("input-output={}:0", "its weight is 0"),
        ("input-outptu={}", "unknown measure"),
        ("none.csv", "there is no such file"),
        ("competence-similarity={}", "there is no column 'activity'"),
    ],
)
def test_what_cannot_be_counted_is_told(words, message, flows):
    with pytest.raises(RecommenderError, match=message):
        view(words.format(flows, flows))


def test_two_codes_of_one_activity_are_not_added_up_in_silence(tmp_path):
    path = tmp_path / "fine.csv"
    path.write_text("from,to,value\nC28,C10,5\n28,C11,3\n", "utf-8")
    with pytest.raises(RecommenderError, match="are both C28"):
        view(f"input-output={path}")
