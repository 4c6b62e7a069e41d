"""A scenario file, with what it extends -> the edits that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.evidence import LocalText
from ..model.problem import Code, Place
from ..model.scenario import ACTIONS, Edit, Scenario
from .config_reader import check_bands, check_weights
from .config_shape import flattened
from .folders import Chain, is_file
from .library import Included, read_included, read_node, read_record
from .nodes import Node, Scalar, plain_of
from .nodes import Sequence as SequenceNode
from .reading import Reading, field_node
from .scenario_shape import SCENARIO
from .shapes import INVALID
from .text import SourceText
from .yaml_reader import parse_yaml


@dataclass(frozen=True, slots=True)
class WrittenEdit:
    """An edit with the nodes that it was read from: where the field is named, and the new value."""

    edit: Edit
    at: Scalar
    value: Node | None


@dataclass(frozen=True, slots=True)
class WrittenScenario:
    """A scenario with the nodes of its edits, in the order in which they are applied."""

    scenario: Scenario
    edits: tuple[WrittenEdit, ...]


def read_scenario(
    file: Path, reading: Reading, *, name: str | None = None, shipped: Mapping[str, tuple[Path, str]] | None = None
) -> WrittenScenario:
    """The scenario in a YAML file, after what it extends.

    `name` is how messages speak of the file; `shipped` are scenarios that it can extend by name: the file of each, and
    how messages speak of it.

    Raises
    ------
    InputErrors
        With everything that is wrong with it.
    """
    chain = Chain().follow(file, Place(name or str(file)))
    found = _read(Included(read_node(file, reading, name=name), file.parent, chain), reading, shipped or {})
    reading.finish()
    if found is None:
        raise AssertionError("a scenario that cannot be read leaves a problem")
    values, edits = found
    whole = Scenario(file.stem, values["name"], values.get("reason", {}), tuple(item.edit for item in edits))
    return WrittenScenario(whole, edits)


def read_scenario_text(text: str, name: str, reading: Reading) -> WrittenScenario:
    """The scenario in a text that a program wrote; `name` stands for its file. Errors as for `read_scenario`."""
    source = reading.keep(SourceText(name, text, ""))
    node = parse_yaml(source, reading.problems)
    found = _read(Included(node, Path(), Chain()), reading, {})
    reading.finish()
    if found is None:
        raise AssertionError("a scenario that cannot be read leaves a problem")
    return WrittenScenario(
        Scenario(Path(name).stem, found[0]["name"], {}, tuple(item.edit for item in found[1])), found[1]
    )


Shipped = Mapping[str, tuple[Path, str]]


def _read(file: Included, reading: Reading, shipped: Shipped) -> tuple[dict[str, Any], tuple[WrittenEdit, ...]] | None:
    apart = Reading(sources=dict(reading.sources))
    values = read_record(file.node, SCENARIO, apart, "scenario")
    if values is not INVALID:
        check_weights(values.get("config", {}), "scenario.config", apart)
        check_bands(values.get("config", {}), apart, "scenario.config")
    reading.take_over(apart, but=("scenario",))
    if file.node is None or values is INVALID:
        return None
    below = _below(file, reading, shipped)
    own = sorted(_edits(values, file.node, apart), key=lambda item: ACTIONS.index(item.edit.action))
    _check_twice(own, reading)
    named = {_sets(item) for item in own} - {None}
    return values, (*(item for item in below if _sets(item) not in named), *own)


def _sets(item: WrittenEdit) -> tuple[str, str] | None:
    """What an edit gives a value: one of a scenario that builds on another takes the place of the other's."""
    return (item.edit.action, item.edit.at) if item.edit.action in ("set", "config") else None


def _check_twice(own: Iterable[WrittenEdit], reading: Reading) -> None:
    seen: dict[tuple[str, str], WrittenEdit] = {}
    for item in own:
        key = _sets(item)
        if key is not None and (first := seen.setdefault(key, item)) is not item:
            message = f"'{item.edit.at}' is set here and in {first.at.at.seen_from(item.at.at)}"
            reading.add(Code.NAME_TWICE, message, item.at, hint="keep one of them")


def _below(file: Included, reading: Reading, shipped: Shipped) -> tuple[WrittenEdit, ...]:
    wanted = field_node(file.node, "extends") if file.node is not None else None
    if not isinstance(wanted, Scalar):
        return ()
    if wanted.text in shipped and not is_file(file.folder / wanted.text):
        place, name = shipped[wanted.text]
        included: Included | None = Included(read_node(place, reading, name=name), place.parent, file.chain)
    else:
        included = read_included(wanted, file.folder, file.chain, reading)
    found = _read(included, reading, shipped) if included is not None else None
    return found[1] if found else ()


def _edits(values: Mapping[str, Any], node: Node, reading: Reading) -> Iterator[WrittenEdit]:
    for action in ("remove", "add", "set", "scale"):
        rows = field_node(node, action)
        if isinstance(rows, SequenceNode):
            for written, row in zip(values[action], rows.items, strict=True):
                at, value = field_node(row, "at"), field_node(row, "by" if action == "scale" else "value")
                assert isinstance(at, Scalar)
                plain = written["by"] if action == "scale" else plain_of(value) if value is not None else None
                edit = Edit(action, written["at"], plain, written["reason"], _where(at.at))
                yield WrittenEdit(edit, at, value)
    reason: LocalText = values.get("reason") or values["name"]
    for key, value in flattened(values.get("config", {})).items():
        place = reading.place_of(f"scenario.config.{key}")
        assert place is not None
        yield WrittenEdit(Edit("config", key, value, reason, _where(place)), Scalar(key, place), None)


def _where(place: Place) -> str:
    return f"{Path(place.file).name}:{place.line}"
