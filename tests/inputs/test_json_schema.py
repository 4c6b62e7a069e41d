"""The generated JSON Schemas, with the jsonschema package as oracle: they say what the reader says."""

import json
import re
from functools import cache
from typing import ClassVar

import jsonschema
import pytest
import yaml

from recommender import shipped
from recommender.model.problem import UnknownName
from recommender.workflows.schemas import schema, schema_names
from tests.inputs.reading_of import REGION, problems_of


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, no octal numbers, no `NO` for false."""

    yaml_implicit_resolvers: ClassVar[dict] = {}


for _tag, _pattern, _first in (
    ("bool", r"(true|false)\Z", "tf"), ("int", r"[-+]?[0-9]+\Z", "-+0123456789"),
    ("null", r"(~|null)?\Z", ["~", "n", ""]),
    ("float", r"[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?\Z", "-+0123456789"),
):  # fmt: skip
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


@cache
def validator(name):
    whole = json.loads(schema(name))
    jsonschema.Draft7Validator.check_schema(whole)
    return jsonschema.Draft7Validator(whole)


def accepts(name, text):
    return not list(validator(name).iter_errors(yaml.load(text, AsEditorsRead)))


@pytest.mark.parametrize("name", schema_names())
def test_each_says_what_it_is(name):
    whole = json.loads(schema(name))
    assert whole["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert name in whole["$id"]
    assert whole["title"]
    assert all(item.get("description") for item in whole["properties"].values())


def test_an_unknown_one_gets_the_nearest():
    with pytest.raises(UnknownName) as caught:
        schema("profil")
    assert caught.value.problems[0].hint == "did you mean 'profile'?"


FILES = [
    *(("profile", shipped.EXAMPLES / name / "profile.yaml") for name in shipped.templates()),
    *(("paths", file) for file in sorted(shipped.PATHS.glob("*.yaml"))),
    ("vocabulary", shipped.VOCABULARY),
    ("config", shipped.CONFIGS / "default.yaml"),
]


@pytest.mark.parametrize(("name", "file"), FILES, ids=lambda value: str(value).removeprefix(str(shipped.ROOT)))
def test_shipped_files_are_accepted(name, file):
    assert accepts(name, file.read_text("utf-8"))


ACCEPTED = [
    "clusters: []",
    "clusters: [{id: a, name: x, competences: {t_vision: 0.5}}]",
    "clusters: [{id: a, name: {it: x}, competences: {t_vision: {level: 0.5, evidence: proxy}}}]",
    "vocabulary: {extends: shipped, technological: {t_mine: {label: Mine}}}\n"
    "users: [{id: u, name: x, competences: {t_mine: 1}}]",
    "paths: {paths: {p: {name: P, needs: {t_vision: {weight: 1, level: 0.5}}, activities: {C28: 1}}}}",
    "governance: {edp: {name: x, adopted: 2020}}",
    "partners: [{id: p, name: x, strength: {value: 0.5, confidence: 1}}]",
    "note: {en: a, it: b}",
    'as_of: "2026-11"',
]
REFUSED = [
    "clusters: 3",
    "clusters: {}",
    "clusters: [{id: a}]",
    "clusters: [{name: x}]",
    "clusters: [{id: A, name: x}]",
    "clusters: [{id: a, name: ''}]",
    "clusters: [{id: a, name: ' '}]",
    "clusters: [{id: a, name: {}}]",
    "clusters: [{id: a, name: {eng: x}}]",
    "clusters: [{id: a, name: x, nace: [C28]}]",
    "clusters: [{id: a, name: x, maturity: old}]",
    "clusters: [{id: a, name: x, activities: [C99]}]",
    "clusters: [{id: a, name: x, activities: C28}]",
    "clusters: [{id: a, name: x, facets: {size: 1}}]",
    "clusters: [{id: a, name: x, figures: {employees: -1}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: 1.1}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: -0.1}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: high}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: {value: 1}}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: {level: 1, evidence: guessed}}}]",
    "clusters: [{id: a, name: x, competences: {t_vision: {level: 1, year: 1}}}]",
    "clusters: [{id: a, name: x, competences: {T: 1}}]",
    "clustres: []",
    "region: 3",
    "links: [{a: x, b: y}]",
    "links: [{a: x, b: y, strength: 2}]",
    "links: [{a: x, b: y, strength: 1, kind: loves}]",
    "partners: [{id: p, name: x, region: es}]",
    "sources: [{id: s}]",
    "sources: [{id: s, title: x, url: 'javascript:x'}]",
    "sources: [{id: s, title: x, year: 2020.5}]",
    "as_of: November",
    "governance: {edp: {evidence: maybe}}",
    "governance: {edp: [x]}",
    "paths: {version: x}",
    "paths: {paths: {p: {name: P}}}",
    "paths: {paths: {p: {name: P, needs: {t_vision: 0}}}}",
    "paths: {paths: {p: {name: P, needs: {t_vision: {weight: 1}}}}}",
    "paths: {paths: {p: {id: p, name: P, needs: {t_vision: 1}}}}",
    "paths: {paths: {p: {name: P, needs: {t_vision: 1}, activities: {C99: 1}}}}",
    "paths: {paths: {p: {name: P, needs: {t_vision: 1}, challenges: [nonsense]}}}",
    "vocabulary: {technological: {x: {label: X, wipo: ['36']}}}",
    "twin: {}",
    "nuts: ITH5",
]


@pytest.mark.parametrize("line", ACCEPTED)
def test_accepts_what_the_reader_accepts(tmp_path, line):
    text = REGION + line + "\n"
    assert not problems_of(tmp_path, text)
    assert accepts("profile", text)


@pytest.mark.parametrize("line", REFUSED)
def test_refuses_what_the_reader_refuses(tmp_path, line):
    text = (REGION.replace("region:", "# region:") if line.startswith("region") else REGION) + line + "\n"
    assert problems_of(tmp_path, text)
    assert not accepts("profile", text)


def test_competences_are_offered_with_their_label():
    offered = json.loads(schema("profile"))["definitions"]["competences"]["properties"]
    assert "vision" in offered["t_vision"]["description"].lower()


SCENARIO = """
schema_version: "1"
name: {en: A link that is missing}
set: [{at: links.0.strength, value: 0.9, reason: a joint laboratory opens}]
add: [{at: links, value: {a: ecmwf, b: ict_data, strength: 0.5}, reason: an agreement}]
remove: [{at: clusters.fashion, reason: to see who depends on it}]
scale: [{at: clusters.motor.figures.employees, by: 0.8, reason: a downturn}]
config: {lens: green, luck: {draws: 100}}
"""


def test_scenarios():
    assert accepts("scenario", SCENARIO)
    assert not accepts("scenario", SCENARIO.replace(", reason: an agreement", ""))
    assert not accepts("scenario", SCENARIO.replace("by: 0.8", "by: -1"))
    assert not accepts("scenario", SCENARIO.replace("at: links.0.strength", "at: 'links[0]'"))
