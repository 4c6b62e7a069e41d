"""docs/result.md describes every key that our JSON has, no other, and is not stale."""

import pytest

from recommender.outputs.render import payload
from scripts import build_result_doc
from scripts.build_result_doc import UPKEEP
from scripts.result_keys import CONTEXT, DOCUMENTS, PARTS
from tests.outputs import samples
from tests.outputs.test_json import told, walk

PAYLOADS = [payload(make()) for name, make in samples.ALL.items() if name != "listing"]
OPPORTUNITIES = [
    item for made in PAYLOADS for item in walk(made) if isinstance(item, dict) and "evidence" in item and "band" in item
]


def parts(name):
    """Every part of that name in the samples."""
    competence = [item["evidence"]["competence"] for item in OPPORTUNITIES if item["evidence"]["competence"]]
    colocation = [item["evidence"]["colocation"] for item in OPPORTUNITIES if item["evidence"]["colocation"]]
    return {
        "opportunity": OPPORTUNITIES,
        "evidence.competence": competence,
        "uncertainty": [item["uncertainty"] for item in OPPORTUNITIES if item["uncertainty"]],
        "need": [need for item in competence for need in item["needs"]],
        "gap": [gap for item in OPPORTUNITIES for gap in item["gaps"]],
        "driver": [driver for item in OPPORTUNITIES for driver in item["drivers"]],
        "evidence.colocation": colocation,
        "activity": [activity for item in colocation for activity in item["activities"]],
        "finding": [item for made in PAYLOADS for item in told(made)],
    }[name]


def test_the_page_is_up_to_date():
    assert build_result_doc.FILE.read_text("utf-8") == build_result_doc.document(), "run scripts/build_result_doc.py"


@pytest.mark.parametrize("schema", DOCUMENTS)
def test_every_key_of_a_document_is_described(schema):
    wanted = set(CONTEXT) | set(DOCUMENTS[schema][1])
    made = [item for item in PAYLOADS if item["schema"] == schema]
    assert made
    assert all(set(item) == wanted for item in made)


def test_every_key_of_the_upkeep_of_a_project_is_described():
    assert set(payload(samples.upkeep())) == set(UPKEEP)


@pytest.mark.parametrize("name", PARTS)
def test_every_key_of_a_part_is_described(name):
    assert parts(name)
    assert all(set(item) == set(PARTS[name][1]) for item in parts(name))
