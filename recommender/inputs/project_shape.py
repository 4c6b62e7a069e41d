"""The schema of project files: regions, scenarios, and the outputs that are kept up to date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model.problem import Code, InputErrors, nearest
from .config_shape import CONFIG
from .folders import existing_inside, is_file, is_folder, resolve_inside
from .library_shape import VERSION
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar, kind_of, shortened
from .reading import Reading, field_node
from .shapes import INVALID, LOCALISED, Choice, Definitions, Number, Plain, Text
from .structures import Field, ListOf, MapOf, Record

EACH = "{region}"
"""In the name of an output: one file for each region."""
_NAME = Text("a name", r"[a-z0-9][a-z0-9_-]{0,59}", "use small letters, digits, - and _")


@dataclass(frozen=True, slots=True)
class FileName:
    """A file beside the project file or below; what is read is its name as seen from where ris3 runs.

    With `endings`, a text that ends in none of them is a name that ris3 knows, and stays as it is; where
    `folders` may be meant as well, so does one that is neither there nor looks like the name of a file.
    """

    endings: tuple[str, ...] = ()
    folders: bool = False

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        text = Text("a file name").read(node, reading, path)
        if text is INVALID:
            return INVALID
        base = Path(node.at.file).parent
        if self.endings and not text.endswith(self.endings) and not (self.folders and self._is_place(base, text)):
            return text
        try:
            if self.folders and is_folder(base / text):
                return str(resolve_inside(base, base, text, node.at, reading.line_at(node.at)))
            return str(existing_inside(base, text, node.at, reading.line_at(node.at)))
        except InputErrors as error:
            reading.take_problems(error)
            return INVALID

    @staticmethod
    def _is_place(base: Path, text: str) -> bool:
        return "/" in text or "\\" in text or is_folder(base / text) or is_file(base / text)

    def plain(self, value: str) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        return Text().schema(definitions)


LENS = Field("lens", FileName((".yaml", ".yml")), "which weights to use: a shipped lens, or a file")
CONFIG_FILE = Field("config", FileName(), "a settings file")
REFERENCE = Field("reference", FileName((".npz",)), "a reference model: its name, or a file")
SEED = Field("seed", Number(0, 2**31, whole=True), "draws other made-up paths to compare with")
OVERRIDES = (LENS, CONFIG_FILE, REFERENCE, SEED)
"""What an output may say otherwise than its region."""

RELATEDNESS = Record(
    dict,
    (
        Field("measure", Text(), "input-output, skill-relatedness, competence-similarity or given-relatedness",
              required=True),
        Field("file", FileName(), "a CSV", required=True),
        Field("weight", Number(0, above=True), "its weight; 1 if not said"),
    ),
)  # fmt: skip
REGION = Record(
    dict,
    (
        Field("source", FileName((".yaml", ".yml", ".csv", ".xlsx"), folders=True),
              "a profile (file or folder), or a region's NUTS code or name"),
        Field("table", FileName(), "your own table of statistics"),
        Field("region", Text(), "the region in your table"),
        Field("indicator", Text(), "which series of your table"),
        Field("year", Number(1, 9999, whole=True), "of your table; else the newest"),
        Field("relatedness", ListOf(RELATEDNESS), "labour moves, deliveries or a matrix that count as well"),
        *OVERRIDES,
        Field("encoding", Text(), "encoding of your files, such as cp1252"),
        Field("delimiter", Text(), "what stands between the cells of your CSV files"),
        Field("decimal", Choice((".", ",")), "the decimal mark of your CSV files"),
    ),
)  # fmt: skip

SETTINGS = Record(dict, tuple(item for item in CONFIG.fields if item.name not in ("schema_version", "extends")))


@dataclass(frozen=True, slots=True)
class OutputKind:
    """What an output of one command may say, and how the name of its file may end."""

    fields: tuple[Field, ...]
    endings: tuple[str, ...]

    def record(self, command: str, languages: tuple[str, ...]) -> Record:
        common = (
            Field("command", Choice((command,)), "the command of ris3 that makes it", required=True),
            Field("region", _NAME, f"one of `regions`; not needed if there is one, or with {EACH} in the file's name"),
            Field("lang", Choice(languages), "language of the sentences"),
        )
        return Record(dict, (*common, *OVERRIDES, *self.fields))


@dataclass(frozen=True, slots=True)
class OutputShape:
    """One output: what it may say depends on its command."""

    kinds: Mapping[str, OutputKind]
    languages: tuple[str, ...]
    regions: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()
    records: dict[str, Record] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.records.update({name: kind.record(name, self.languages) for name, kind in self.kinds.items()})

    def read(self, node: Node, reading: Reading, path: str) -> Any:
        if not isinstance(node, MappingNode):
            hint = "as in {command: recommend}"
            reading.add(Code.SCHEMA_KIND, f"expected a mapping, found {kind_of(node)}", node, hint=hint)
            return INVALID
        wanted = field_node(node, "command")
        if wanted is None:
            hint = f"one of: {', '.join(self.kinds)}"
            reading.add(Code.SCHEMA_MISSING, "the key 'command' is missing", node, hint=hint)
            return INVALID
        command = Choice(tuple(self.kinds)).read(wanted, reading, f"{path}.command")
        if command is INVALID:
            return INVALID
        before = len(reading.problems)
        values = self.records[command].read(node, reading, path)
        self._check_names(node, reading)
        self._check_ending(command, path, reading)
        return INVALID if len(reading.problems) > before else values

    def _check_names(self, node: Node, reading: Reading) -> None:
        region, scenario, several = (field_node(node, key) for key in ("region", "scenario", "scenarios"))
        _check_known(region, self.regions, "region of this project", reading)
        for item in (scenario, *(getattr(several, "items", ()) if several is not None else ())):
            _check_known(item, self.scenarios, "scenario", reading)

    def _check_ending(self, command: str, path: str, reading: Reading) -> None:
        at = reading.place_of(path)
        name = path.removeprefix("project.outputs.")
        endings = self.kinds[command].endings
        if not name.lower().endswith(endings):
            message = f"{command} writes no file of the name '{shortened(name)}'"
            reading.add(Code.USAGE, message, at, hint=f"end it in {', '.join(endings)}")

    def plain(self, value: Any) -> Plain:
        return value

    def schema(self, definitions: Definitions) -> dict[str, Plain]:
        cases = [
            {"if": {"properties": {"command": {"const": name}}}, "then": record.schema(definitions)}
            for name, record in self.records.items()
        ]
        command = {"enum": list(self.kinds), "description": "the command of ris3 that makes it"}
        return {"type": "object", "required": ["command"], "properties": {"command": command}, "allOf": cases}


def _check_known(node: Node | None, known: Iterable[str], what: str, reading: Reading) -> None:
    if isinstance(node, Scalar) and node.text not in known:
        hint = nearest(node.text, known, what="there are")
        reading.add(Code.NAME_UNKNOWN, f"no {what} is called '{shortened(node.text)}'", node, hint=hint)


def project_shape(outputs: OutputShape) -> Record:
    """The schema of a project file, whose outputs are of the kinds that there are."""
    return Record(
        dict,
        (
            VERSION,
            Field("name", LOCALISED, "what the project is called"),
            Field("config", SETTINGS, "settings of every region: above a lens, below its own `config`"),
            Field("regions", MapOf(_NAME, REGION), "name: a profile, a region's code, or a table", required=True),
            Field("scenarios", MapOf(_NAME, FileName()), "name: the file of a scenario; shipped ones need no entry"),
            Field("outputs", MapOf(Text("a file name"), outputs), "file: the command that makes it, with its options",
                  required=True),
        ),
    )  # fmt: skip
