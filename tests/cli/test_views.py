"""`recommend --evidence` and `--challenge`, and folders of neighbours, as people type them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.support import EMILIA_ROMAGNA, EXAMPLES, ris3

NORTE = str(EXAMPLES / "norte")


@pytest.mark.parametrize("view", [("--evidence", "both"), ("--evidence", "colocation"), ("--challenge", "water")])
@pytest.mark.parametrize("kind", ["csv", "md"])
def test_each_view_has_each_format(view, kind):
    ran = ris3("recommend", NORTE, *view, "--format", kind, "--quiet")
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


def test_a_csv_holds_any_of_the_tables_and_all_the_sentences():
    """What one format tells the others tell as well: each table of the JSON is a part of the CSV."""
    document = json.loads(ris3("governance", NORTE, "--format", "json").text)
    for name, rows in document["tables"].items():
        ran = ris3("governance", NORTE, "--format", "csv", "--part", name)
        assert len(list(csv.reader(io.StringIO(ran.text)))) == len(rows) + 1, name
    ran = ris3("governance", NORTE, "--format", "csv", "--part", "findings")
    listed = {row["text"]: row["at"] for row in csv.DictReader(io.StringIO(ran.text))}
    assert {item["text"]: "; ".join(item["at"]) for item in document["findings"]}.items() <= listed.items()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "csv", "--part", "fndings"), "did you mean 'findings'?"),
        (("--part", "findings", "--format", "json"), "add --format csv"),
    ],
)
def test_a_part_that_is_not_there_is_refused(words, said):
    ran = ris3("governance", NORTE, *words)
    assert (ran.code, ran.out) == (2, b"")
    assert said in ran.err
