"""docs/peers.md says what is true: every line is recomputed, and no result of a package is left out."""

import json

import pytest

from scripts import build_peers_doc
from scripts.peer_comparisons import COMPARISONS
from scripts.peer_conventions import Inputs
from tests.shared_data import shared

REMARKS = {"note", "M_rule", "rows_out", "eci_100it", "cooc", "logsupermodularity_bruteforce_same_inequality",
           "pipeline_rows_from_nonzero_long", "pipeline_absent_cells_with_X=0_in_output"}  # fmt: skip


@pytest.fixture(scope="module")
def golden():
    return json.loads(shared("golden/peers_5x6.json").read_text("utf-8"))


@pytest.mark.parametrize("item", COMPARISONS, ids=lambda item: f"{item.package.split()[0]}-{item.key}")
def test_every_comparison_holds(item, golden):
    found = build_peers_doc.verdict(item, golden["peers"][item.package][item.key], Inputs(golden["input"]["X"]))
    assert found in ("agrees", "differs", "not computed")


def test_nothing_is_left_out(golden):
    told = {(item.package, item.key) for item in COMPARISONS}
    given = {(package, key) for package, results in golden["peers"].items() for key in results if key not in REMARKS}
    assert told == given


def test_the_page_is_up_to_date(golden):
    assert build_peers_doc.FILE.read_text("utf-8") == build_peers_doc.document(golden), "run scripts/build_peers_doc.py"


def test_a_claim_that_is_not_true_is_seen(golden):
    given = Inputs(golden["input"]["X"])
    item = next(item for item in COMPARISONS if item.theirs is None and item.measure)
    with pytest.raises(ValueError, match="not reproduced"):
        build_peers_doc.verdict(item, (given.quotient + 1).tolist(), given)
