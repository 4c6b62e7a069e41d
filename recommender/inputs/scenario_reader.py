"""A scenario file, with what it extends -> the edits that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.evidence import LocalText
from ..model.problem import Place
from ..model.scenario import ACTIONS, Edit, Scenario
from .config_reader import check_bands, check_weights
from .config_shape import flattened
from .folders import Chain
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


def read_scenario(file: Path, reading: Reading, *, name: str | None = None) -> WrittenScenario:
    """The scenario in a YAML file, after what it extends. `name` is how messages speak of the file.

    Raises
    ------
    InputErrors
        With everything that is wrong with it.
    """
    chain = Chain().follow(file, Place(name or str(file)))
    found = _read(Included(read_node(file, reading, name=name), file.parent, chain), reading)
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
    found = _read(Included(node, Path(), Chain()), reading)
    reading.finish()
    if found is None:
        raise AssertionError("a scenario that cannot be read leaves a problem")
    return WrittenScenario(
        Scenario(Path(name).stem, found[0]["name"], {}, tuple(item.edit for item in found[1])), found[1]
    )


def _read(file: Included, reading: Reading) -> tuple[dict[str, Any], tuple[WrittenEdit, ...]] | None:
    apart = Reading(sources=dict(reading.sources))
    values = read_record(file.node, SCENARIO, apart, "scenario")
    if values is not INVALID:
        check_weights(values.get("config", {}), "scenario.config", apart)
        check_bands(values.get("config", {}), apart, "scenario.config")
    reading.take_over(apart, but=("scenario",))
    if file.node is None or values is INVALID:
        return None
    below = _below(file, reading)
    own = sorted(_edits(values, file.node, apart), key=lambda item: ACTIONS.index(item.edit.action))
    return values, (*below, *own)


def _below(file: Included, reading: Reading) -> tuple[WrittenEdit, ...]:
    wanted = field_node(file.node, "extends") if file.node is not None else None
    if not isinstance(wanted, Scalar):
        return ()
    included = read_included(wanted, file.folder, file.chain, reading)
    found = _read(included, reading) if included is not None else None
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
