"""Edits of a scenario on a profile that was read: a new profile, checked like a file.

Only what an edit touches is written out as nodes, changed and read again by the schema, so that a
scenario can never make what a file could not, and every message names the scenario's own line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..model.path import Path
from ..model.problem import Code, Place, Problem, nearest
from ..model.profile import Governance, Profile
from ..model.scenario import STATISTICS
from .consistency import check_profile
from .dangling import without_dangling
from .fields import LISTS, NoSuchField, changed, names_in
from .library_shape import PATHS
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar, kind_of
from .nodes import Sequence as SequenceNode
from .profile_shape import PROFILE
from .reading import Reading
from .scaling import scaled
from .scenario_reader import WrittenEdit
from .shapes import INVALID, Plain
from .structures import ListOf, MapOf, Rows

SECTIONS: Mapping[str, Any] = {
    **{name: PROFILE.by_name[name].shape for name in (
        "region", "sources", "clusters", "institutions", "associations", "users", "links", "partners", "governance",
        "as_of", "note",
    )},
    "paths": PATHS.by_name["paths"].shape,
}  # fmt: skip
"""What a scenario can change, and the shape of each."""


@dataclass(slots=True)
class Overlay:
    """A profile that scenarios are laid over, with the places of its fields.

    `read` keeps what was read of a node, so that a part that many scenarios share is read once.
    """

    profile: Profile
    origins: Mapping[str, Place]
    challenges: Mapping[str, object]
    activities: Mapping[str, object]
    sections: dict[str, Node] = field(default_factory=dict)
    read: dict[int, tuple[Node, Any]] = field(default_factory=dict)

    def under(self, edits: Iterable[WrittenEdit], reading: Reading) -> Profile:
        """The profile under all of `edits`; everything that is wrong with them is noted in `reading`."""
        edits = list(edits)
        reading.origins = dict(self.origins) | reading.origins
        profile = self._edited(edits, reading, strict=True)
        if not reading.problems:
            check_profile(profile, self.challenges, self.activities, reading)
            reading.problems[:] = [self._at_its_edit(problem, edits, reading) for problem in reading.problems]
        return profile

    def _at_its_edit(self, problem: Problem, edits: list[WrittenEdit], reading: Reading) -> Problem:
        """A problem at a line of the profile, told at the first edit after which it is there."""
        if problem.at is None or problem.at.file in {item.at.at.file for item in edits}:
            return problem
        for count, item in enumerate(edits, start=1):
            apart = Reading(origins=dict(self.origins))
            check_profile(self._edited(edits[:count], apart, strict=True), self.challenges, self.activities, apart)
            if any((other.code, other.at) == (problem.code, problem.at) for other in apart.problems):
                message = f"this leaves a mistake in {problem.at.file}:{problem.at.line}: {problem.message}"
                return replace(problem, message=message, at=item.at.at, line=reading.line_at(item.at.at))
        return problem

    def under_some(self, edits: Iterable[WrittenEdit]) -> Profile:
        """The profile under a part of a scenario's edits; an edit that needs one of the others does nothing.

        All of them have been checked together, so nobody asks for the places of fields.
        """
        return self._edited(list(edits), Reading(), strict=False)

    def _edited(self, edits: list[WrittenEdit], reading: Reading, *, strict: bool) -> Profile:
        mine = [item for item in edits if item.edit.action != "config" and item.edit.section != STATISTICS]
        nodes: dict[str, Node] = {}
        for item in mine:
            if item.edit.section not in SECTIONS:
                _refuse_section(item, reading)
                continue
            old = nodes.get(item.edit.section, self._section(item.edit.section))
            try:
                nodes[item.edit.section] = _applied(item, old, reading)
            except NoSuchField as error:
                if strict:
                    _tell_missing(error, item, reading)
        profile = self.profile
        for name, node in nodes.items():
            profile = self._with_section(profile, name, node, reading)
        return without_dangling(profile, self.profile, strict=strict) if nodes else profile

    def _section(self, name: str) -> Node:
        if name not in self.sections:
            field = "library.paths" if name == "paths" else name
            self.sections[name] = _as_node(_plain(self.profile, name), field, self.origins)
            self._remember(name, self.sections[name])
        return self.sections[name]

    def _remember(self, name: str, node: Node) -> None:
        """Keep for each row of a section the item of the model that it was made from."""
        if name == "paths" and isinstance(node, MappingNode):
            for key, (_, value) in node.entries.items():
                self.read[id(value)] = (value, self.profile.library.paths[key])
        elif isinstance(SECTIONS[name], Rows) and isinstance(node, SequenceNode):
            for value, row in zip(node.items, _content(self.profile, name), strict=True):
                self.read[id(value)] = (value, row)

    def _with_section(self, profile: Profile, name: str, node: Node, reading: Reading) -> Profile:
        shape, content = SECTIONS[name], None
        if name == "paths":
            paths = self._rows_of_mapping(shape, node, reading)
            return replace(profile, library=replace(profile.library, paths=paths)) if paths is not None else profile
        if isinstance(shape, Rows):
            content = self._rows(shape, name, node, reading)
        else:
            _forget(name, reading)
            content = shape.read(node, reading, name)
        if content is INVALID or content is None:
            return profile
        if name == "governance":
            content = Governance(content)
        elif name == "sources":
            content = {source.id: source for source in content}
        changes: dict[str, Any] = {name: content}
        return replace(profile, **changes)

    def _rows(self, shape: Rows, name: str, node: Node, reading: Reading) -> Any:
        if not isinstance(node, SequenceNode):
            return shape.read(node, reading, name)
        rows = []
        for position, item in enumerate(node.items):
            if id(item) not in self.read:
                before = len(reading.problems)
                here = f"{name}.{_id_of(item) or position}"
                _forget(here, reading)
                reading.origins[here] = item.at
                made = shape.item.read(item, reading, here)
                if made is INVALID or len(reading.problems) > before:
                    continue
                self.read[id(item)] = (item, made)
            rows.append(self.read[id(item)][1])
        return tuple(rows)

    def _rows_of_mapping(self, shape: MapOf, node: Node, reading: Reading) -> dict[str, Path] | None:
        if not isinstance(node, MappingNode):
            shape.read(node, reading, "library.paths")
            return None
        paths: dict[str, Path] = {}
        for key, (scalar, value) in node.entries.items():
            if id(value) in self.read:
                paths[key] = self.read[id(value)][1]
                continue
            made = shape.read(MappingNode({key: (scalar, value)}, node.at), reading, "library.paths")
            if made is not INVALID:
                paths |= made
        return paths


def plain_sections(profile: Profile) -> dict[str, Plain]:
    """Everything that a scenario can change, as a file would hold it."""
    return {name: _plain(profile, name) for name in SECTIONS}


def _plain(profile: Profile, name: str) -> Plain:
    content = _content(profile, name)
    return SECTIONS[name].plain(content) if content else [] if isinstance(SECTIONS[name], Rows | ListOf) else {}


def _content(profile: Profile, name: str) -> Any:
    if name == "paths":
        return dict(profile.library.paths)
    if name == "governance":
        return dict(profile.governance.statements)
    return tuple(profile.sources.values()) if name == "sources" else getattr(profile, name)


def _forget(field: str, reading: Reading) -> None:
    """Drop the places of what is about to be read again."""
    for key in [key for key in reading.origins if key.startswith(f"{field}.")]:
        del reading.origins[key]


def _applied(item: WrittenEdit, section: Node, reading: Reading) -> Node:
    name, *parts = item.edit.at.split(".")
    action, at = item.edit.action, item.at.at
    if action == "add":
        return changed(section, parts, at, lambda old: _added(old, item, reading)) if parts else _added(
            section, item, reading
        )  # fmt: skip
    if not parts and action != "set":
        done = "removed" if action == "remove" else "scaled"
        message = f"'{name}' is a whole section, and only what stands in it can be {done}"
        known = next(iter(names_in(section)), None)
        reading.add(
            Code.NAME_RULE, message, item.at, hint=f"name a part of it, as in {name}.{known}" if known else None
        )
        return section
    if action == "set" and parts[-1:] == ["id"]:
        hint = "`set` its name, or remove it and add another"
        reading.add(Code.NAME_RULE, f"'{item.edit.at}' is what others know it by and stays", item.at, hint=hint)
        return section
    if action == "set":
        return changed(section, parts, at, lambda old: item.value) if parts else item.value or section
    if action == "remove":
        return changed(section, parts, at, lambda old: _removed(old, parts))
    return changed(section, parts, at, lambda old: scaled(old, item, reading))


def _removed(old: Node | None, parts: list[str]) -> None:
    if old is None:
        raise NoSuchField(parts[-1], ())


def _added(old: Node | None, item: WrittenEdit, reading: Reading) -> Node:
    """A list with one item more, or a mapping with more entries."""
    value = item.value
    assert value is not None
    last = item.edit.at.rpartition(".")[2]
    if old is None:
        old = SequenceNode([], item.at.at) if last in LISTS else MappingNode({}, item.at.at)
    if isinstance(old, SequenceNode):
        twice = _known_as(value)
        if twice and twice in map(_known_as, old.items):
            hint = "delete this edit" if isinstance(value, Scalar) else "use `set` to change it"
            reading.add(Code.NAME_TWICE, f"there is already a '{twice}' in {item.edit.at}", value, hint=hint)
            return old
        return SequenceNode([*old.items, value], old.at)
    if not isinstance(old, MappingNode) or not isinstance(value, MappingNode):
        message = f"{item.edit.at} holds {kind_of(old)}, to which {kind_of(value)} cannot be added"
        reading.add(Code.SCHEMA_KIND, message, value, hint="use `set` to replace it")
        return old
    for key in value.entries.keys() & old.entries.keys():
        reading.add(Code.NAME_TWICE, f"{item.edit.at} already has '{key}'", value.entries[key][0],
                    hint="use `set` to change it")  # fmt: skip
    return MappingNode(old.entries | value.entries, old.at)


def _tell_missing(error: NoSuchField, item: WrittenEdit, reading: Reading) -> None:
    message = f"'{item.edit.at}' names nothing: there is no '{error.part}'"
    hint = nearest(error.part, error.known) if error.known else None
    if error.several:
        message, hint = f"'{error.part}' has several links", f"say which: {', '.join(error.known)}"
    reading.add(Code.NAME_UNKNOWN, message, item.at, hint=hint)


def _refuse_section(item: WrittenEdit, reading: Reading) -> None:
    names = [*SECTIONS, STATISTICS]
    message = f"a scenario cannot change '{item.edit.section}'"
    reading.add(Code.NAME_UNKNOWN, message, item.at, hint=nearest(item.edit.section, names))


def _as_node(plain: Plain, path: str, origins: Mapping[str, Place]) -> Node:
    """What a file would hold as nodes, each at the place where it was read."""
    place = _place(path, origins)
    if isinstance(plain, Mapping):
        entries = {
            str(key): (Scalar(str(key), _place(f"{path}.{key}", origins)), _as_node(value, f"{path}.{key}", origins))
            for key, value in plain.items()
        }
        return MappingNode(entries, place)
    if isinstance(plain, list | tuple):
        items = [_as_node(item, f"{path}.{_name(item, row)}", origins) for row, item in enumerate(plain)]
        return SequenceNode(items, place)
    if isinstance(plain, float):
        return Scalar(f"{plain:.15f}".rstrip("0").rstrip("."), place, quoted=True)
    return Scalar(str(plain).lower() if isinstance(plain, bool) else str(plain), place, quoted=True)


def _name(item: Plain, row: int) -> str:
    return str(item["id"]) if isinstance(item, Mapping) and "id" in item else str(row)


def _place(path: str, origins: Mapping[str, Place]) -> Place:
    while path and path not in origins:
        path = path.rpartition(".")[0]
    return origins.get(path) or Place("profile")


def _known_as(node: Node) -> str | None:
    """The id of a record, or a text itself."""
    return node.text if isinstance(node, Scalar) else _id_of(node)


def _id_of(node: Node) -> str | None:
    held = node.entries.get("id") if isinstance(node, MappingNode) else None
    return held[1].text if held and isinstance(held[1], Scalar) else None
