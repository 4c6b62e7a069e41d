"""What an input-output table says of a cluster, its feature by figures, and pairs that something could join."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recommender.analysis.facets import agglomeration_facet, embeddedness_facet, specialisation_facet
from recommender.analysis.production_chain import Deliveries, production_chain
from recommender.analysis.strong_pairs import strong_pairs
from recommender.shipped import EXAMPLES
from recommender.workflows.ecosystem import clusters
from recommender.workflows.recommend import prepare_profile
from recommender.workflows.request import Request
from tests.support import EMILIA_ROMAGNA, ris3

CODES = ("A", "B", "C", "D")
FLOWS = arrays(np.float64, (4, 4), elements=st.floats(0, 1000, allow_subnormal=False))
QUOTIENTS = st.dictionaries(st.sampled_from(CODES), st.floats(0, 5), max_size=4)
SHARES = st.floats(0, 1)


def test_by_hand():
    """C buys 30 of itself, 50 of A (LQ 0.5), 20 of D (unknown): of the 80 known the region has 30 and 25."""
    flows = np.zeros((4, 4))
    flows[:, 2] = [50, 0, 30, 20]
    found = production_chain(Deliveries(CODES, flows, "io.csv"), ("C",), {"A": 0.5, "C": 2.0})
    assert found.within == pytest.approx(0.3)
    assert found.local == pytest.approx(55 / 80)
    assert found.known == pytest.approx(0.8)
    assert found.inputs == (("A", 0.5, 0.5), ("C", 0.3, 2.0), ("D", 0.2, None))


@given(FLOWS, QUOTIENTS)
def test_shares_are_shares_and_scale_does_not_matter(flows, quotients):
    found = production_chain(Deliveries(CODES, flows, "io.csv"), ("A", "B"), quotients)
    again = production_chain(Deliveries(CODES, flows * 8, "io.csv"), ("B", "A", "A"), quotients)
    if found is None:
        assert flows[:, :2].sum() == 0
        assert again is None
        return
    assert sum(share for _, share, _ in found.inputs) == pytest.approx(1, abs=1e-6)
    assert 0 <= found.within <= 1
    assert 0 <= found.known <= 1 + 1e-9
    assert found.local is None or 0 <= found.local <= 1 + 1e-9
    assert (found.within, found.local, found.known) == pytest.approx((again.within, again.local, again.known))


@given(FLOWS, QUOTIENTS, st.sampled_from(CODES))
def test_a_higher_quotient_never_lowers_the_local_share(flows, quotients, code):
    quotients = dict.fromkeys(CODES, 0.3) | quotients
    higher = quotients | {code: quotients[code] + 0.5}
    table = Deliveries(CODES, flows, "io.csv")
    before, after = (production_chain(table, ("A",), known) for known in (quotients, higher))
    assert (before is None) == (after is None)
    if before is not None:
        assert after.local >= before.local - 1e-9


def test_a_table_that_knows_none_of_its_activities_says_nothing():
    assert production_chain(Deliveries(CODES, np.ones((4, 4)), "io.csv"), ("Z",), {}) is None


@given(SHARES, SHARES, st.floats(0, 10), st.floats(0, 20))
def test_features_by_figures_are_shares(first, second, quotient, per_ten):
    for value in (agglomeration_facet(first, second), specialisation_facet(quotient, first),
                  specialisation_facet(quotient, None), embeddedness_facet(per_ten, second)):  # fmt: skip
        assert 0 <= value <= 1


def test_without_figures_there_is_no_feature_by_figures():
    assert agglomeration_facet(0.9, None) is None
    assert specialisation_facet(None, None) is None
    assert embeddedness_facet(None, 0.8) is None


def test_strong_pairs_are_strong_and_unrelated_and_their_bridge_is_missing():
    run = prepare_profile(Request(str(EMILIA_ROMAGNA)))
    model, region = run.evidence.model, run.evidence.region.code
    row = model.region_index(region)
    found = strong_pairs(model, region, run.profile.clusters, with_complexity=False)
    assert found
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)
    pairs = model.relatedness[np.triu_indices(len(model.activities), k=1)]
    for pair in found:
        a, b, bridge = map(model.activity_index, (pair.first, pair.second, pair.bridge))
        assert model.present[row, a]
        assert model.present[row, b]
        assert not model.present[row, bridge]
        assert model.relatedness[a, b] <= np.quantile(pairs, 1 / 3)
        weaker = min(model.relatedness[a, bridge], model.relatedness[b, bridge])
        assert pair.score == pytest.approx(weaker * (1 - model.relatedness[a, b]))


def test_every_shipped_region_with_statistics_is_told_its_pairs():
    for region in ("emilia-romagna", "basque-country", "norte", "nord-est-romania"):
        study = clusters(Request(str(EXAMPLES / region / "profile.yaml")))
        assert study.data["strong_pairs"], region


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "io.csv"
    file.write_text("from,to,value\nC23,C23,50\nD35,C23,30\n08,C23,20\nC28,C28,10\nZZ,C23,5\n", "utf-8")
    return file


def test_the_command_takes_an_input_output_table(table):
    ran = ris3("clusters", str(EMILIA_ROMAGNA), "ceramics", "--input-output", str(table), "--format", "json")
    assert ran.code == 0, ran.err
    [told] = [item for item in json.loads(ran.text)["findings"] if item["kind"] == "cluster_deliveries"]
    assert told["facts"]["within"] == pytest.approx(60 / 110)
    assert "io.csv" in told["text"]
    assert told["at"]


def test_a_table_of_strangers_is_refused(tmp_path):
    file = tmp_path / "io.csv"
    file.write_text("from,to,value\nXX,YY,50\n", "utf-8")
    ran = ris3("clusters", str(EMILIA_ROMAGNA), "--input-output", str(file))
    assert ran.code == 2
    assert ran.out == b""
    assert "none of its activities is known" in ran.err
