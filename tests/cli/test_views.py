"""`recommend --evidence` and `--challenge`, and folders of neighbours, as people type them."""

from __future__ import annotations

import json

import pytest

from tests.support import EMILIA_ROMAGNA, EXAMPLES, ris3

NORTE = str(EXAMPLES / "norte")


@pytest.mark.parametrize("view", [("--evidence", "both"), ("--evidence", "colocation"), ("--challenge", "water")])
@pytest.mark.parametrize("kind", ["csv", "md"])
def test_each_view_has_each_format(view, kind):
    ran = ris3("recommend", NORTE, *view, "--format", kind)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.text.splitlines()) > 5


def test_an_order_by_one_kind_of_evidence_says_so():
    made = json.loads(ris3("recommend", NORTE, "--evidence", "competence", "--top", "2", "--format", "json").text)
    assert made["settings"]["evidence"] == "competence"
    assert len(made["opportunities"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--evidence", "both", "--challenge", "water"), "--evidence and --challenge cannot be asked together"),
        (("--challenge", "watr"), "did you mean 'water'?"),
        (("--evidence", "nace"), "'nace'"),
    ],
)
def test_what_cannot_be_meant_is_refused(words, said):
    ran = ris3("recommend", NORTE, *words)
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err


def test_a_region_without_a_profile_has_one_view_only():
    ran = ris3("recommend", "ITH5", "--evidence", "both")
    assert (ran.code, ran.out) == (2, b"")
    assert "needs a profile" in ran.err


def test_an_audit_takes_a_folder_of_neighbours():
    ran = ris3("audit", str(EMILIA_ROMAGNA), "--neighbour", str(EXAMPLES), "--format", "json")
    assert ran.code == 0
    assert {"ES21", "PT11", "RO21"} <= set(json.loads(ran.text)["neighbours"])
    assert "ITH5" not in json.loads(ran.text)["neighbours"]
