"""JSON Schemas of the files that users write, for their editors."""

from __future__ import annotations

import json

from .. import shipped
from ..inputs.json_schema import SHAPES, KnownNames, json_schema
from ..inputs.library import shipped_challenges, shipped_paths, shipped_vocabulary
from ..inputs.project_shape import OutputShape
from ..inputs.reading import Reading
from ..model.problem import pick
from ..outputs.render import languages
from .jobs import kinds
from .shelf import known_activities, shipped_shelf

PROJECT = "project"


def schema_names() -> list[str]:
    """The files that there is a schema for."""
    return [*SHAPES, PROJECT]


def schema(name: str) -> str:
    """JSON Schema draft-07 of a kind of file: profile, paths, vocabulary, config, scenario or project.

    Raises
    ------
    UnknownName
        If there is no schema of that name.
    """
    pick(name, dict.fromkeys(schema_names()), "schema")
    outputs = OutputShape(kinds(), languages()) if name == PROJECT else None
    return json.dumps(json_schema(name, _known_names(), outputs), indent=2, ensure_ascii=False) + "\n"


def _known_names() -> KnownNames:
    shelf, reading = shipped_shelf(), Reading()
    return KnownNames(
        vocabulary=shipped_vocabulary(shelf, reading),
        library=shipped_paths(shelf, reading),
        challenges=shipped_challenges(shelf, reading),
        activities=known_activities(),
        lenses=shipped.lenses(),
    )
