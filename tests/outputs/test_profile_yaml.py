"""YAML that looks written by hand, and that other readers take for the same."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from recommender.inputs.nodes import Mapping, Sequence
from recommender.inputs.text import SourceText
from recommender.inputs.yaml_reader import parse_yaml
from recommender.outputs.profile_yaml import WIDTH, as_yaml
from tests.made_up_profiles import TEXTS

VALUES = st.recursive(
    TEXTS | st.integers(-(10**9), 10**9) | st.floats(0, 1) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def texts(value):
    """A value with its scalars as they are written."""
    if isinstance(value, dict):
        return {key: texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [texts(inner) for inner in value]
    return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else repr(value)


def plain(node):
    if isinstance(node, Mapping):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_our_reader_reads_it_back(value):
    assert plain(parse_yaml(SourceText("x", as_yaml(value), ""), [])) == texts(value)


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, max_size=3), min_size=1, max_size=4))
def test_other_readers_see_texts(value):
    assert yaml.safe_load(as_yaml(value)) == value


def test_it_looks_written_by_hand():
    text = as_yaml(
        {
            "schema_version": "1",
            "region": {"code": "NO", "name": {"en": "Norway", "it": "Norvegia"}},
            "note": "word " * 30 + "end",
            "clusters": [
                {"id": "a", "competences": {f"t_number_{n}": 0.5 for n in range(8)}, "sources": ["s1", "s2"]},
                {"id": "b", "name": "B: first", "activities": ["C28"]},
            ],
            "links": [{"a": "a", "b": "b", "strength": 1}],
        },
        first_line="# first\n",
    )
    assert (
        text
        == """# first
schema_version: "1"

region:
  code: "NO"
  name: {en: Norway, it: Norvegia}

note: >-
  word word word word word word word word word word word word word word word word word word word
  word word word word word word word word word word word end

clusters:
  - id: a
    competences:
      t_number_0: 0.5
      t_number_1: 0.5
      t_number_2: 0.5
      t_number_3: 0.5
      t_number_4: 0.5
      t_number_5: 0.5
      t_number_6: 0.5
      t_number_7: 0.5
    sources: [s1, s2]

  - {id: b, name: "B: first", activities: [C28]}

links:
  - {a: a, b: b, strength: 1}
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain text", "plain text"),
        ("Città dell'Emilia", '"Città dell\'Emilia"'),
        ("01", '"01"'),
        ("10.10", '"10.10"'),
        ("NO", '"NO"'),
        ("~", '"~"'),
        ("=1+1", '"=1+1"'),
        ('say "x" \\ y', '"say \\"x\\" \\\\ y"'),
        ("a\tb", '"a\\tb"'),
        ("two\nlines", "|-\n  two\n  lines"),
        (" padded", '" padded"'),
        ("trailing\n", '"trailing\\n"'),
        ("end ", '"end "'),
    ],
)
def test_quotes_where_they_are_needed(text, written):
    assert as_yaml({"a": text}) == f"a: {written}\n"


@given(st.lists(st.dictionaries(st.sampled_from(["id", "name", "kind"]), st.integers(0, 9), min_size=1), min_size=1))
def test_short_records_stand_on_one_line(rows):
    lines = as_yaml({"rows": rows}).splitlines()
    assert len(lines) == len(rows) + 1
    assert all(len(line) <= WIDTH for line in lines)
