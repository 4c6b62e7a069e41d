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
    if old is None:
        raise NoSuchField(item.edit.at.rpartition(".")[2], ())
    other = _no_number(old)
    if other is not None:
        hint = "scale a number, or a mapping of numbers as in clusters.packaging.competences"
        reading.add(Code.SCHEMA_KIND, f"{item.edit.at} holds {other}, which is no number", item.at, hint=hint)
        return old
    factor = float(item.edit.value)
    return old if factor == 1 else _times(old, factor, item)


def _no_number(node: Node) -> str | None:
    """The first thing in a field that cannot be multiplied."""
    if isinstance(node, MappingNode):
        graded = _graded(node)
        return next(
            filter(None, map(_no_number, [graded] if graded else [value for _, value in node.entries.values()])), None
        )
    if not isinstance(node, Scalar):
        return "a list"
    try:
        read_number(node.text)
    except ValueError:
        return f"'{node.text[:40]}'"
    return None


def _graded(node: MappingNode) -> Node | None:
    """The number itself, where it is written with its evidence."""
    key = next((key for key in ("value", "level") if key in node.entries and "weight" not in node.entries), None)
    return node.entries[key][1] if key else None


def _times(old: Node, factor: float, item: WrittenEdit) -> Node:
    if isinstance(old, MappingNode):
        graded = _graded(old)
        if graded:
            return _times(graded, factor, item)
        entries = {key: (scalar, _times(value, factor, item)) for key, (scalar, value) in old.entries.items()}
        return MappingNode(entries, old.at)
    assert isinstance(old, Scalar)
    value = read_number(old.text) * factor
    text = f"{value if _is_amount(item.edit.at) else min(value, 1.0):.9f}".rstrip("0").rstrip(".")
    return Scalar(text, item.at.at)


def _is_amount(at: str) -> bool:
    return any(part in AMOUNTS for part in at.split("."))
