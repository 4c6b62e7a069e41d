"""A project file -> the outputs that it asks for, each with everything that it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model.problem import Code, InputErrors, Place
from ..model.project import Project, WantedOutput
from .config_reader import check_bands, check_weights
from .config_shape import flattened
from .folders import resolve_inside
from .library import read_node, read_record
from .nodes import Mapping as MappingNode
from .nodes import Node, plain_of
from .project_shape import EACH, OVERRIDES, SETTINGS, OutputKind, OutputShape, project_shape
from .reading import Reading, field_node
from .shapes import INVALID

COMMON = ("command", "region", *(item.name for item in OVERRIDES))


def read_project(
    file: Path, reading: Reading, kinds: Mapping[str, OutputKind], languages: tuple[str, ...],
    shipped: Mapping[str, Path],
) -> Project:  # fmt: skip
    """What a project file asks for.

    Parameters
    ----------
    kinds : what the outputs of each command may say
    shipped : scenarios that come with ris3

    Raises
    ------
    InputErrors
        With everything that is wrong with it.
    """
    node = read_node(file, reading)
    own = _keys(node, "scenarios")
    shape = OutputShape(kinds, languages, _keys(node, "regions"), tuple(dict.fromkeys((*own, *shipped))))
    values = read_record(node, project_shape(shape), reading, "project")
    if values is not INVALID:
        check_weights(values.get("config", {}), "project.config", reading)
        check_bands(values.get("config", {}), reading, "project.config")
    reading.finish()
    if node is None or values is INVALID:
        raise AssertionError("a project that cannot be read leaves a problem")
    scenarios = {**{name: str(place) for name, place in shipped.items()}, **values.get("scenarios", {})}
    outputs = tuple(_Expansion(file, node, values, scenarios, reading).outputs())
    _refuse_clashes(file, outputs, values, reading)
    reading.finish()
    return Project(file, outputs)


def project_settings(file: Path) -> tuple[dict[str, Any], Reading]:
    """The settings of a project file under dotted names, and the reading that knows their places.

    Nothing else in the file is looked at. One that holds nothing only marks the project's folder.

    Raises
    ------
    InputErrors
        With everything that is wrong with the settings.
    """
    reading = Reading()
    node = read_node(file, reading)
    if [problem.code for problem in reading.problems] == [Code.FILE_EMPTY]:
        return {}, Reading()
    reading.finish()
    written = field_node(node, "config") if node is not None else None
    if written is None:
        return {}, reading
    values = SETTINGS.read(written, reading, "config")
    if values is not INVALID:
        check_weights(values, "config", reading)
        check_bands(values, reading)
    reading.finish()
    return flattened(values), reading


def _keys(node: Node | None, section: str) -> tuple[str, ...]:
    found = field_node(node, section) if node is not None else None
    return tuple(found.entries) if isinstance(found, MappingNode) else ()


@dataclass(frozen=True, slots=True)
class _Expansion:
    """Outputs as they are written -> one for each region that is meant."""

    file: Path
    node: Node
    values: Mapping[str, Any]
    scenarios: Mapping[str, str]
    reading: Reading

    def outputs(self) -> Iterator[WantedOutput]:
        for name, said in self.values["outputs"].items():
            at = self.reading.origins[f"project.outputs.{name}"]
            for region in self._regions(name, said, at):
                yield self._output(name.replace(EACH, region), name, said, region, at)

    def _regions(self, name: str, said: Mapping[str, Any], at: Place) -> tuple[str, ...]:
        known = tuple(self.values["regions"])
        if not _is_inside(self.file, name, at, self.reading):
            return ()
        if "region" in said:
            return (said["region"],)
        if EACH in name or len(known) == 1:
            return known
        hint = f"say `region:`, or put {EACH} into the name for a file of each"
        self.reading.add(Code.SCHEMA_MISSING, f"which of the {len(known)} regions is '{name}' about?", at, hint=hint)
        return ()

    def _output(self, file: str, name: str, said: Mapping[str, Any], region: str, at: Place) -> WantedOutput:
        overrides = {item.name: said[item.name] for item in OVERRIDES if item.name in said}
        options = {key: value for key, value in said.items() if key not in COMMON}
        for key in ("scenario", "scenarios"):
            if key in options:
                named = options[key]
                options[key] = (
                    self.scenarios[named] if isinstance(named, str) else tuple(self.scenarios[item] for item in named)
                )
        request = {**self.values["regions"][region], **overrides}
        return WantedOutput(file, said["command"], region, request, options, self._recipe(name, region), at,
                            self.reading.line_at(at))  # fmt: skip

    def _recipe(self, name: str, region: str) -> dict[str, Any]:
        """What the file says of an output, as it is written."""
        parts = {"output": ("outputs", name), "region": ("regions", region), "config": ("config",)}
        found = {part: self._written(*keys) for part, keys in parts.items()}
        named = [*found["output"].get("scenarios", []), found["output"].get("scenario")]
        own = self._written("scenarios") or {}
        found["scenarios"] = {key: own[key] for key in named if key in own}
        return {part: value for part, value in found.items() if value}

    def _written(self, *keys: str) -> Any:
        node: Node | None = self.node
        for key in keys:
            node = field_node(node, key) if node is not None else None
        return plain_of(node) if node is not None else None


def _is_inside(file: Path, name: str, at: Place, reading: Reading) -> bool:
    try:
        target = resolve_inside(file.parent, file.parent, name.replace(EACH, "region"), at, reading.line_at(at))
    except InputErrors as error:
        reading.take_problems(error)
        return False
    if target.is_dir() or name.endswith(("/", "\\")):
        reading.add(Code.OUTPUT_PLACE, f"'{name}' is a folder, not a file", at, hint="name a file in it")
        return False
    return True


def _refuse_clashes(file: Path, outputs: tuple[WantedOutput, ...], values: Mapping[str, Any], reading: Reading) -> None:
    """Refuse outputs of one name (also where a system does not tell small letters from capitals), and inputs."""
    first: dict[str, WantedOutput] = {}
    inputs = {path.resolve() for path in map(Path, _file_names(values)) if path.is_file()} | {file.resolve()}
    for output in outputs:
        other = first.setdefault(output.file.casefold(), output)
        if other is not output:
            message = f"'{output.file}' is written twice, here and in {other.at.seen_from(output.at)}"
            reading.add(Code.NAME_TWICE, message, output.at, hint=f"put {EACH} into the name, or choose another")
        if (file.parent / output.file).resolve() in inputs:
            message = f"'{output.file}' is read by this project, so it is not written over"
            reading.add(Code.OUTPUT_PLACE, message, output.at, hint="choose another name")


def _file_names(values: Any) -> Iterator[str]:
    """Every text among the values: those that are no names of files do no harm."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, Mapping):
        for value in values.values():
            yield from _file_names(value)
    elif isinstance(values, list | tuple):
        for value in values:
            yield from _file_names(value)
