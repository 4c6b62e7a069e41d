"""JSON Schemas of the files that users write, for their editors."""

from __future__ import annotations

import json

from .. import shipped
from ..inputs.json_schema import SHAPES, KnownNames, json_schema
from ..inputs.library import shipped_challenges, shipped_paths, shipped_vocabulary
from ..inputs.reading import Reading
from ..model.problem import pick
from .shelf import known_activities, shipped_shelf


def schema_names() -> list[str]:
    """The files that there is a schema for."""
    return list(SHAPES)


def schema(name: str) -> str:
    """JSON Schema draft-07 of a kind of file: profile, paths, vocabulary, config or scenario.

    Raises
    ------
    UnknownName
        If there is no schema of that name.
    """
    pick(name, SHAPES, "schema")
    return json.dumps(json_schema(name, _known_names()), indent=2, ensure_ascii=False) + "\n"


def _known_names() -> KnownNames:
    shelf, reading = shipped_shelf(), Reading()
    return KnownNames(
        vocabulary=shipped_vocabulary(shelf, reading),
        library=shipped_paths(shelf, reading),
        challenges=shipped_challenges(shelf, reading),
        activities=known_activities(),
        lenses=shipped.lenses(),
    )
