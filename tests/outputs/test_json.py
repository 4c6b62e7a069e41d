"""The JSON is the contract: complete, strict, the same everywhere, and its sentences come from its facts."""

import hashlib
import json
import math
import os
import re
import subprocess
import sys
from dataclasses import fields, replace

import pytest

from recommender import wording
from recommender.model.finding import KINDS, Finding
from recommender.model.recommendation import Opportunity
from recommender.outputs.plain import plain
from recommender.outputs.render import payload, render
from tests.outputs import samples
from tests.support import ROOT

ABOUT_REGIONS = [name for name in samples.ALL if name not in ("listing", "upkeep")]
NUMPY_LIKE = type("Scalar", (), {"item": lambda self: 0.25})()

DOCUMENTED = {
    "assessed", "findings", "inputs", "language", "names", "not_recommended", "opportunities", "region", "schema",
    "settings", "sources", "strengths", "subject", "summary", "tool", "warnings",
}  # fmt: skip
OPPORTUNITY = {
    "rank", "id", "name", "band", "score", "criteria", "evidence", "quadrant", "transformation", "novelty", "drivers",
    "gaps", "uncertainty", "warnings", "reasons",
}  # fmt: skip


def document(name, language="en"):
    return json.loads(render(samples.ALL[name](), "json", language=language))


def walk(value):
    yield value
    if isinstance(value, dict):
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def told(value):
    return [item for item in walk(value) if isinstance(item, dict) and "code" in item and "facts" in item]


@pytest.mark.parametrize("name", samples.ALL)
class TestEveryDocument:
    def test_is_sorted_indented_and_ends_with_a_line_end(self, name):
        text = render(samples.ALL[name](), "json")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, indent=2) + "\n"

    def test_is_what_the_payload_says(self, name):
        assert document(name) == payload(samples.ALL[name]())

    def test_names_its_schema_and_its_tool(self, name):
        made = document(name)
        assert re.fullmatch(r"ris3/[a-z-]+/1", made["schema"])
        assert made["tool"]["name"] == "ris3"

    def test_numbers_have_nine_decimals_and_no_negative_zero(self, name):
        for number in (item for item in walk(document(name)) if isinstance(item, float)):
            assert round(number, 9) == number
            assert math.copysign(1, number) > 0 or number < 0


@pytest.mark.parametrize("name", ABOUT_REGIONS)
class TestEveryDocumentAboutARegion:
    def test_every_sentence_comes_from_the_facts_beside_it(self, name):
        for language in wording.languages():
            made = document(name, language)
            for item in told(made):
                finding = Finding(item["kind"], item["subject"], item["facts"])
                assert item["text"] == wording.sentence(finding, made["names"], language)
                assert item["code"] == KINDS[item["kind"]].code

    def test_every_id_in_it_has_its_label(self, name):
        made = document(name)
        words = {item for item in walk(made) if isinstance(item, str)}
        assert {ident for ident in samples.NAMES if ident in words} <= set(made["names"])

    def test_only_sources_that_are_named_are_listed(self, name):
        assert "s_unused" not in document(name)["sources"]


def test_the_documented_keys_are_there():
    made = document("rich")
    assert set(made) == DOCUMENTED
    for item in (*made["opportunities"], *made["not_recommended"]):
        assert set(item) >= OPPORTUNITY
        assert set(item["evidence"]) == {"competence", "colocation"}
        assert set(item["evidence"]["competence"]["fit"]) == {"low", "high"}


def test_no_field_of_an_opportunity_is_left_out():
    made = document("rich")["opportunities"][0]
    wanted = {field.name for field in fields(Opportunity)} - {"competence", "colocation"} | {"evidence"}
    assert set(made) == wanted


def test_places_are_file_and_line_and_fields_without_a_place_are_left_out():
    made = document("rich")["opportunities"][0]
    assert made["reasons"][0]["at"] == ["profile.yaml:12"]
    assert made["drivers"][0]["at"] == ["profile.yaml:12"]
    assert made["drivers"][1]["at"] == []


def test_names_are_told_in_the_language_asked_for():
    assert document("rich", "it")["opportunities"][0]["name"] == "Riempimento asettico robotizzato"
    assert document("rich", "it")["language"] == "it"


def test_a_listing_has_a_key_for_each_column():
    made = document("listing")
    assert made["rows"][0] == {"setting": "eligibility.bar", "value": 0.25, "origin": "default"}
    assert made["lens"] == "balanced"
    assert made["warnings"][0] | {"line": None} == {
        "code": "R507", "message": "a column was not used", "at": "a.csv:1:4", "line": None, "hint": "drop it",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (math.nan, None), (math.inf, None), (-0.0, 0.0), (1e-12, 0.0), (-1e-12, 0.0), (1 / 3, 0.333333333),
        ((1, "a", None, True), [1, "a", None, True]), (NUMPY_LIKE, 0.25),
    ],
)  # fmt: skip
def test_values_become_plain(value, wanted):
    made = plain(value)
    assert made == wanted
    assert repr(made) == repr(wanted)


def test_what_has_no_order_is_refused():
    with pytest.raises(TypeError, match="set cannot be written"):
        plain({"x": {1, 2}})


def test_acting_characters_are_escaped_and_the_data_is_kept():
    nasty = "\x1b[2J \x9b31m \u202e \u2028 \ud800 \x00"
    text = render(replace(samples.rich(), region_name={"en": nasty}), "json")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]", text)
    assert json.loads(text)["region"]["name"] == nasty


SCRIPT = """
import hashlib
from tests.outputs import samples
from recommender.outputs.render import formats, render
made = "".join(render(samples.ALL[name](), kind, language=language, width=80)
               for name in samples.ALL for kind in formats() for language in ("en", "it"))
print(hashlib.sha256(made.encode("utf-8")).hexdigest())
"""


def test_the_same_bytes_for_every_hash_seed_and_surrounding():
    found = set()
    for seed, extra in (("0", {}), ("1", {"COLUMNS": "20", "NO_COLOR": "1"}), ("2", {"LC_ALL": "C", "TERM": "dumb"})):
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, **extra}
        made = subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True)
        found.add(made.stdout.strip())
    assert len(found) == 1
    assert len(found.pop()) == hashlib.sha256().digest_size * 2
