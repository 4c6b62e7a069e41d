"""JSON Schema draft-07 of the files that users write, with the known names for completion in editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.evidence import LocalText, in_language
from ..model.path import PathLibrary
from ..model.taxonomy import Activity
from ..model.vocabulary import Challenge, Vocabulary
from .config_shape import CONFIG
from .library_shape import PATHS, SCHEMA_VERSION, VOCABULARY
from .profile_shape import PROFILE
from .project_shape import OutputShape, project_shape
from .scenario_shape import SCENARIO
from .shapes import Definitions, Plain
from .structures import Record

SHAPES: Mapping[str, tuple[Record, str]] = {
    "profile": (PROFILE, "The competence profile of a region"),
    "paths": (PATHS, "Diversification paths and what each of them needs"),
    "vocabulary": (VOCABULARY, "The words in which profiles and paths speak of competences"),
    "config": (CONFIG, "The settings of ris3"),
    "scenario": (SCENARIO, "A few edits on a profile and on the settings, each with its reason"),
}


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What comes with ris3. Own competences and paths may be added; activities and challenges may not."""

    vocabulary: Vocabulary
    library: PathLibrary
    challenges: Mapping[str, Challenge]
    activities: Mapping[str, Activity]
    lenses: Iterable[str] = ()


def json_schema(name: str, known: KnownNames, outputs: OutputShape | None = None) -> dict[str, Plain]:
    """The schema called `name` (a key of SHAPES, or `project` for one with these `outputs`)."""
    shape, title = SHAPES[name] if outputs is None else (project_shape(outputs), "Regions, scenarios and outputs")
    definitions: Definitions = {}
    whole = shape.schema(definitions)
    if "$ref" in whole:
        whole = definitions.pop(shape.name or "")
    whole["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "description": "version of the file format"}
    if name == "config":
        whole["properties"]["lens"] |= _suggested(known.lenses)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": f"urn:ris3:{name}:{SCHEMA_VERSION}"}
    completed = {key: _with_names(key, value, known) for key, value in sorted(definitions.items())}
    return head | {"title": title} | whole | ({"definitions": completed} if completed else {})


def _with_names(key: str, schema: dict[str, Plain], known: KnownNames) -> dict[str, Plain]:
    """A definition, with the names that it may use where it is one that is about names."""
    if key in ("competences", "needs"):
        words = known.vocabulary.competences
        return schema | _described({name: word.label for name, word in words.items()}, schema)
    if key == "activity_shares":
        classes = _described({code: activity.label for code, activity in known.activities.items()}, schema)
        return schema | classes | {"additionalProperties": False}
    if key in ("competence_id", "path_id"):
        return schema | _suggested(known.library.paths if key == "path_id" else known.vocabulary.competences)
    if key in ("activity", "challenge_id"):
        return {"enum": list(known.activities if key == "activity" else known.challenges)}
    return schema


def _described(labels: Mapping[str, LocalText], schema: dict[str, Plain]) -> dict[str, Any]:
    value = schema["additionalProperties"]
    return {
        "properties": {
            name: {"allOf": [value], "description": in_language(label, "en")} for name, label in labels.items()
        }
    }


def _suggested(names: Iterable[str]) -> dict[str, Plain]:
    """Names that an editor offers, without refusing others."""
    return {"anyOf": [{"enum": list(names)}, {"type": "string"}]}
