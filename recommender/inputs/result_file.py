"""A result that was written as JSON, or a lock file -> what two of them are compared by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..model.problem import Code, InputErrors, Place, input_error
from ..model.snapshot import Snapshot, Standing
from .text import read_text

RECOMMENDATIONS = ("ris3/recommendation/1", "ris3/scenario-run/1")
LOCK = "ris3/lock/1"
LIMIT = 50_000_000
HINTS = {
    "ris3/scenario-comparison/1": "compare what single scenarios give: 'ris3 scenario run ... --format json' of each",
}


def read_snapshot(file: Path) -> Snapshot:
    """What a recommendation or a lock file says.

    Raises
    ------
    InputErrors
        If the file cannot be read, is no JSON, or is neither of the two.
    """
    document = _document(file)
    schema = document.get("schema")
    if schema != LOCK and schema not in RECOMMENDATIONS:
        raise _refused(schema, file)
    if "sha256" in document and document["sha256"] != content_hash_of(document):
        message = "the lock was changed after it was written, so that what it says cannot be relied on"
        raise input_error(Code.FILE_FORMAT, message, Place(str(file)), hint="write it again with 'ris3 lock'")
    try:
        return _snapshot(document)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = f"the file lacks something that every result has: {error}"
        raise input_error(Code.FILE_FORMAT, message, Place(str(file)), hint="write it again") from None


def content_hash_of(document: Mapping[str, Any]) -> str:
    """The hash of what a lock file says, whatever its line ends."""
    said = {name: value for name, value in document.items() if name != "sha256"}
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).hexdigest()


def _refused(schema: object, file: Path) -> InputErrors:
    """Why a document cannot be compared, and what could be instead."""
    kinds = {name.rpartition("/")[0] for name in (LOCK, *RECOMMENDATIONS)}
    if isinstance(schema, str) and schema.rpartition("/")[0] in kinds:
        message, hint = (
            f"the file was written by another ris3: its schema is '{schema}'",
            "write it again with this one",
        )
    else:
        message = f"this is no recommendation and no lock file: its schema is '{schema}'"
        hint = HINTS.get(str(schema), "write one with 'ris3 recommend ... --format json' or 'ris3 lock'")
    return input_error(Code.FILE_FORMAT, message, Place(str(file)), hint=hint)


def _document(file: Path) -> dict[str, Any]:
    text = read_text(file, limit=LIMIT).text
    try:
        document = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        place = Place(str(file), getattr(error, "lineno", None), getattr(error, "colno", None))
        message = f"the JSON cannot be read: {getattr(error, 'msg', 'nested too deeply')}"
        raise input_error(Code.FILE_FORMAT, message, place) from None
    if not isinstance(document, dict):
        raise input_error(Code.FILE_FORMAT, "the JSON holds no object", Place(str(file)))
    return document


def _snapshot(document: dict[str, Any]) -> Snapshot:
    rows = [*document["opportunities"], *document.get("not_recommended", [])]
    return Snapshot(
        region_code=document["region"]["code"],
        region_name=str(document["region"]["name"]),
        subject=document["subject"],
        version=str(document["tool"]["version"]),
        inputs={str(item["name"]): str(item["sha256"]) for item in document["inputs"]},
        settings=dict(document["settings"]),
        standings={str(row["id"]): _standing(row) for row in rows},
        names={key: dict(label) for key, label in document.get("names", {}).items()},
        profile=document.get("profile"),
    )


def _standing(row: dict[str, Any]) -> Standing:
    drivers = [driver["id"] if isinstance(driver, dict) else str(driver) for driver in row.get("drivers", [])]
    return Standing(row["rank"], row["band"], row["score"], tuple(drivers))
