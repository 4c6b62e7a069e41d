"""Finding and changing a field in a tree of nodes by its name: clusters.packaging.competences.t_vision.

A part of a name is a key of a mapping; in a list it is the `id` of a record, the two ends of a link
(in either order, then its kind where the two have several), or the text itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..model.problem import Place
from ..model.profile import LINK_KINDS
from .nodes import Mapping, Node, Scalar
from .nodes import Sequence as SequenceNode

LISTS = (
    "links", "actors", "members", "activities", "sources", "source", "challenges", "users", "essential", "priorities",
)  # fmt: skip
"""Fields that hold a list: what is added to one that is not there yet begins a list."""
ENDS = (("a", "b"), ("from", "to"))
Change = Callable[[Node | None], Node | None]
"""What stands there (None: nothing) -> what is to stand there (None: nothing)."""


@dataclass(frozen=True, slots=True)
class NoSuchField(Exception):
    """Nothing is called `part`; `known` is what there is in its place, `several` that it is not unique."""

    part: str
    known: tuple[str, ...]
    several: bool = False


def changed(node: Node, parts: Sequence[str], at: Place, change: Change) -> Node:
    """`node` with the field that `parts` name changed; what lies beside it is the same object.

    Raises
    ------
    NoSuchField
        If something on the way is not there, or not the only one.
    """
    if isinstance(node, Mapping):
        return _in_mapping(node, parts, at, change)
    if isinstance(node, SequenceNode):
        return _in_list(node, parts, at, change)
    raise NoSuchField(parts[0], ())


def _in_mapping(node: Mapping, parts: Sequence[str], at: Place, change: Change) -> Mapping:
    key, rest = parts[0], parts[1:]
    held = node.entries.get(key)
    old = held[1] if held else None
    if rest and old is None:
        old = SequenceNode([], at) if key in LISTS else Mapping({}, at)
    try:
        new = changed(old, rest, at, change) if rest and old is not None else change(old)
    except NoSuchField as error:
        if held is None and not error.known and (not rest or key not in LISTS):
            raise NoSuchField(key, tuple(node.entries)) from None
        raise
    entries = {name: entry for name, entry in node.entries.items() if name != key or new is not None}
    if new is not None and new is not old:
        entries[key] = (Scalar(key, at), new)
    return Mapping(entries, node.at)


def _in_list(node: SequenceNode, parts: Sequence[str], at: Place, change: Change) -> SequenceNode:
    position, rest = _found(node, parts)
    old = node.items[position]
    new = changed(old, rest, at, change) if rest else change(old)
    after = [new] if new is not None else []
    return SequenceNode([*node.items[:position], *after, *node.items[position + 1 :]], node.at)


def _found(node: SequenceNode, parts: Sequence[str]) -> tuple[int, Sequence[str]]:
    """The position in a list that the first parts name, and the parts that are left."""
    for position, item in enumerate(node.items):
        if parts[0] in (_text(item, "id"), item.text if isinstance(item, Scalar) else None):
            return position, parts[1:]
    linked = [row for row, item in enumerate(node.items) if set(parts[:2]) == set(_ends(item)) and len(parts) > 1]
    rest = parts[2:]
    if rest and rest[0] in LINK_KINDS:
        linked = [row for row in linked if (_text(node.items[row], "kind") or "co_develops") == rest[0]]
        rest = rest[1:]
    if len(linked) == 1:
        return linked[0], rest
    if linked:
        kinds = (_text(node.items[row], "kind") or "co_develops" for row in linked)
        raise NoSuchField(".".join(parts[:2]), tuple(f"{'.'.join(parts[:2])}.{kind}" for kind in kinds), several=True)
    raise NoSuchField(_missing(node, parts), tuple(names_in(node)))


def _missing(node: SequenceNode, parts: Sequence[str]) -> str:
    of_links = any(_ends(item) for item in node.items)
    return ".".join(parts[:2]) if of_links else parts[0]


def names_in(node: Node) -> Iterable[str]:
    """What the fields directly in a node are called."""
    if isinstance(node, Mapping):
        yield from node.entries
    for item in node.items if isinstance(node, SequenceNode) else ():
        name = _text(item, "id") or (item.text if isinstance(item, Scalar) else ".".join(_ends(item)))
        if name:
            yield name


def _ends(node: Node) -> tuple[str, ...]:
    for pair in ENDS:
        names = tuple(_text(node, key) for key in pair)
        if all(names):
            return tuple(name for name in names if name)
    return ()


def _text(node: Node, key: str) -> str | None:
    held = node.entries.get(key) if isinstance(node, Mapping) else None
    return held[1].text if held and isinstance(held[1], Scalar) else None
