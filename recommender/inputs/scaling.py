"""Numbers of a field multiplied: one, or all of a mapping."""

from __future__ import annotations

from ..model.problem import Code
from .fields import NoSuchField
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar
from .numbers import read_number
from .reading import Reading
from .scenario_reader import WrittenEdit

AMOUNTS = ("figures", "member_count", "staff_fte", "research_links", "working_groups")
"""Fields whose numbers may be more than 1; everything else is a share, and stays one."""


def scaled(old: Node | None, item: WrittenEdit, reading: Reading) -> Node:
    """What stands in a field, with every number in it multiplied by the factor of the edit.

    Raises
    ------
    NoSuchField
        If nothing stands there.
    """
    factor = float(item.edit.value)
    if old is None:
        raise NoSuchField(item.edit.at.rpartition(".")[2], ())
    if factor == 1:
        return old
    if isinstance(old, Scalar):
        return _number(old, factor, item, reading)
    if isinstance(old, MappingNode):
        graded = next((key for key in ("value", "level") if key in old.entries and "weight" not in old.entries), None)
        if graded:
            return scaled(old.entries[graded][1], item, reading)
        entries = {key: (scalar, scaled(value, item, reading)) for key, (scalar, value) in old.entries.items()}
        return MappingNode(entries, old.at)
    reading.add(Code.SCHEMA_KIND, f"{item.edit.at} is a list, which cannot be scaled", item.at)
    return old


def _number(old: Scalar, factor: float, item: WrittenEdit, reading: Reading) -> Node:
    try:
        value = read_number(old.text) * factor
    except ValueError:
        message = f"{item.edit.at} holds '{old.text[:40]}', which is no number"
        reading.add(Code.SCHEMA_KIND, message, item.at)
        return old
    text = f"{value if _is_amount(item.edit.at) else min(value, 1.0):.9f}".rstrip("0").rstrip(".")
    return Scalar(text, item.at.at)


def _is_amount(at: str) -> bool:
    return any(part in AMOUNTS for part in at.split("."))
