"""A profile as a folder of CSV files -> the same nodes that its YAML gives, and so the same profile.

Only the arrangement is done here; what the values must look like is said once, in `profile_shape`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..model import profile_tables as tables
from ..model.problem import Code, Place, nearest
from ..model.profile import Profile
from ..model.profile_tables import SHEETS, Sheet
from ..model.vocabulary import COMPETENCE_KINDS
from .csv_rows import Entries, Sheets, read_sheets, record
from .csv_sheets import Row, entries
from .csv_text import csv_style
from .folders import is_file, names_in
from .library import Shelf
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar, shortened
from .nodes import Sequence as SequenceNode
from .profile_reader import look_at_names, profile_from_node
from .reading import Reading


def is_csv_folder(folder: Path) -> bool:
    """Whether a folder holds a profile as CSV files."""
    return is_file(folder / tables.REGION.file)


def read_csv_folder(
    folder: Path, shelf: Shelf, reading: Reading, *, activities: Mapping[str, object],
    encoding: str = "utf-8", delimiter: str | None = None, decimal: str = ".",
) -> Profile:  # fmt: skip
    """The profile in a folder of CSV files, one for each section; see `model.profile_tables`.

    Raises
    ------
    InputErrors
        With all problems of all files.
    """
    style = csv_style(delimiter, decimal)
    _look_for_other_files(folder, reading)
    sheets = read_sheets(folder, reading, style, encoding=encoding)
    return profile_of(sheets, folder / tables.REGION.file, shelf, reading, activities)


def profile_of(sheets: Sheets, file: Path, shelf: Shelf, reading: Reading, activities: Mapping[str, object]) -> Profile:
    """The profile that the rows of all sheets make.

    Raises
    ------
    InputErrors
        With all problems of all sheets. A sheet that cannot be read hides only what depends on it.
    """
    if reading.problems:
        rest = partial(_node_of, sheets)
        look_at_names(rest, file, shelf, reading, activities, lost=sheets.lost)
        reading.finish()
    return profile_from_node(_node_of(sheets, reading), file, shelf, reading, activities)


def _node_of(sheets: Sheets, reading: Reading) -> Node | None:
    return _Folder(replace(sheets, reading=reading), reading).profile()


def _look_for_other_files(folder: Path, reading: Reading) -> None:
    known = [sheet.file for sheet in SHEETS]
    for name in names_in(folder):
        if name.lower().endswith(".csv") and name not in known:
            hint = nearest(name, known, what="the files of a profile")
            message = "this file is not a part of a profile and was not read"
            reading.warn(Code.FILE_FORMAT, message, Place(str(folder / name)), hint=hint)


@dataclass(frozen=True, slots=True)
class _Folder:
    """The parts of a profile, put together from the rows of the sheets."""

    sheets: Sheets
    reading: Reading

    def profile(self) -> Node | None:
        region = self.sheets.only_row(tables.REGION)
        if region is None:
            return None
        start = region.at
        said = entries(region, tables.REGION.columns)
        root: Entries = {name: said[name] for name in ("schema_version", "note", "as_of") if name in said}
        own = {name: said[name] for name in ("code", "name", "type") if name in said}
        root["region"] = _entry("region", MappingNode(own | self._list("priorities", tables.PRIORITIES), start))
        root |= self._list("sources", tables.SOURCES)
        root |= self._actors()
        root |= self._list("links", tables.LINKS)
        root |= self._partners()
        root |= self._governance()
        root |= self._vocabulary(said, start) | self._paths(said, start)
        self.sheets.refuse_orphans()
        return MappingNode(root, start)

    def _list(self, key: str, sheet: Sheet) -> Entries:
        """A sheet whose rows are the records of a list."""
        rows = self.sheets.of(sheet)
        return _listed(key, [record(row, sheet) for row in rows], rows)

    def _actors(self) -> Entries:
        actors: Entries = {}
        for sheet in tables.ACTOR_SHEETS:
            rows = self.sheets.of(sheet)
            records = [self._actor(row, sheet) for row in rows]
            more, at = self._stand_ins() if sheet is tables.CLUSTERS else ([], [])
            actors |= _listed(sheet.name, [*records, *more], [*rows, *at])
        return actors

    def _stand_ins(self) -> tuple[list[MappingNode], list[Row]]:
        """Clusters of which only their competences tell, where the list of clusters cannot be read."""
        if tables.CLUSTERS.name not in self.sheets.lost:
            return [], []
        sheets = (*tables.ACTOR_SHEETS, tables.PARTNER_ACTORS)
        listed = {row["id"].text for sheet in sheets for row in self.sheets.of(sheet)}
        rows = [rows[0] for name, rows in self.sheets.by_owner[tables.COMPETENCES.name].items() if name not in listed]
        return [self._stand_in(row["actor"]) for row in rows], rows

    def _stand_in(self, name: Scalar) -> MappingNode:
        own = {"id": _entry("id", name), "name": _entry("name", name)}
        return MappingNode(own | self._competences(name.text), name.at)

    def _actor(self, row: Row, sheet: Sheet) -> MappingNode:
        own = entries(row, sheet.columns)
        if sheet is tables.CLUSTERS:
            own |= self._numbers(row)
        elif sheet is tables.ASSOCIATIONS:
            own |= self._association_numbers(row)
        return MappingNode(own | self._competences(row["id"].text), row.at)

    def _competences(self, actor: str) -> Entries:
        sheet = tables.COMPETENCES
        rows = self.sheets.belonging(sheet, actor)
        return _mapped("competences", self.sheets.by_key(rows, "competence", sheet, 2), rows)

    def _numbers(self, cluster: Row) -> Entries:
        """Facets, figures and exposure of a cluster, from names such as figures.employees."""
        grouped: dict[str, list[Row]] = {}
        for row in self.sheets.belonging(tables.NUMBERS, cluster["id"].text):
            group, _, name = row["number"].text.partition(".")
            if group in tables.NUMBER_GROUPS and name:
                grouped.setdefault(group, []).append(_renamed(row, "number", name))
            else:
                self._refuse_number(row, [f"{group}.…" for group in tables.NUMBER_GROUPS])
        said: Entries = {}
        for group, rows in grouped.items():
            said |= _mapped(group, self.sheets.by_key(rows, "number", tables.NUMBERS, 2), rows)
        return said

    def _association_numbers(self, association: Row) -> Entries:
        rows = self.sheets.belonging(tables.NUMBERS, association["id"].text)
        for row in rows:
            if row["number"].text not in tables.ASSOCIATION_NUMBERS:
                self._refuse_number(row, tables.ASSOCIATION_NUMBERS)
        known = [row for row in rows if row["number"].text in tables.ASSOCIATION_NUMBERS]
        return self.sheets.by_key(known, "number", tables.NUMBERS, 2)

    def _refuse_number(self, row: Row, known: Iterable[str]) -> None:
        cell = row["number"]
        hint = nearest(cell.text, known, what="known numbers")
        self.reading.add(Code.SCHEMA_UNKNOWN, f"unknown number '{shortened(cell.text)}'", cell, hint=hint)

    def _partners(self) -> Entries:
        rows = self.sheets.of(tables.PARTNERS)
        records = []
        for row in rows:
            own = entries(row, tables.PARTNERS.columns)
            there = self.sheets.belonging(tables.PARTNER_ACTORS, row["id"].text)
            actors = [self._partner_actor(actor) for actor in there]
            channels = self.sheets.belonging(tables.PARTNER_LINKS, row["id"].text)
            links = [record(link, tables.PARTNER_LINKS, 1) for link in channels]
            own |= _listed("actors", actors, there) | _listed("links", links, channels)
            records.append(MappingNode(own, row.at))
        return _listed("partners", records, rows)

    def _partner_actor(self, row: Row) -> MappingNode:
        return MappingNode(entries(row, tables.PARTNER_ACTORS.columns[1:]) | self._competences(row["id"].text), row.at)

    def _governance(self) -> Entries:
        rows = self.sheets.of(tables.GOVERNANCE)
        return _mapped("governance", self.sheets.by_key(rows, "topic", tables.GOVERNANCE, 1), rows)

    def _vocabulary(self, said: Entries, start: Place) -> Entries:
        """An own vocabulary, where its file is there; else the name of a file, where one is written."""
        rows = self.sheets.of(tables.VOCABULARY)
        if self.sheets.rows[tables.VOCABULARY.name] is None:
            return {"vocabulary": said["vocabulary"]} if "vocabulary" in said else {}
        self._refuse_both("vocabulary", tables.VOCABULARY, said)
        own = _about("vocabulary", said) | {COMPETENCE_KINDS[0]: _entry(COMPETENCE_KINDS[0], MappingNode({}, start))}
        for row in rows:
            if row["kind"].text not in COMPETENCE_KINDS:
                hint = nearest(row["kind"].text, COMPETENCE_KINDS)
                self.reading.add(
                    Code.SCHEMA_CHOICE, f"'{shortened(row['kind'].text)}' is not a kind", row["kind"], hint=hint
                )
        for kind in COMPETENCE_KINDS:
            words = [row for row in rows if row["kind"].text == kind]
            own |= _mapped(kind, self.sheets.by_key(words, "id", tables.VOCABULARY, 2), words)
        return {"vocabulary": _entry("vocabulary", MappingNode(own, start))}

    def _paths(self, said: Entries, start: Place) -> Entries:
        """Own paths, where their file is there; else the name of a file, where one is written."""
        rows = self.sheets.of(tables.PATHS)
        if self.sheets.rows[tables.PATHS.name] is None:
            return {"paths": said["paths"]} if "paths" in said else {}
        self._refuse_both("paths", tables.PATHS, said)
        own = _about("paths", said)
        own |= {"classification": said["classification"]} if "classification" in said else {}
        own |= self._list("sources", tables.PATH_SOURCES)
        paths = self.sheets.by_key(rows, "id", tables.PATHS, 1)
        complete: Entries = {}
        for name, (key, node) in paths.items():
            assert isinstance(node, MappingNode)
            complete[name] = (key, MappingNode(node.entries | self._parts_of_path(name), node.at))
        own["paths"] = _entry("paths", MappingNode(complete, start))
        return {"paths": _entry("paths", MappingNode(own, start))}

    def _parts_of_path(self, path: str) -> Entries:
        parts: Entries = {}
        needs = self.sheets.belonging(tables.NEEDS, path)
        parts |= _mapped("needs", self.sheets.by_key(needs, "competence", tables.NEEDS, 2), needs)
        transitions = self.sheets.belonging(tables.TRANSITIONS, path)
        parts |= _mapped(
            "transitions", self.sheets.by_key(transitions, "transition", tables.TRANSITIONS, 2), transitions
        )
        rows = self.sheets.belonging(tables.ACTIVITIES, path)
        shares: Entries = {
            row["activity"].text: (row["activity"], row["share"]) for row in self.sheets.once(rows, "activity")
        }
        return parts | _mapped("activities", shares, rows)

    def _refuse_both(self, key: str, sheet: Sheet, said: Entries) -> None:
        if key in said:
            message = f"the {key} are named here, and {sheet.file} is there as well"
            self.reading.add(Code.NAME_RULE, message, said[key][1], hint="keep one of them")


def _renamed(row: Row, column: str, text: str) -> Row:
    cell = row[column]
    return Row(row.at, row.cells | {column: Scalar(text, cell.at, quoted=True)})


def _about(key: str, said: Entries) -> Entries:
    """Version and base of an own vocabulary or of own paths, from the row of the region."""
    return {name: said[f"{key}_{name}"] for name in ("version", "extends") if f"{key}_{name}" in said}


def _entry(key: str, node: Node) -> tuple[Scalar, Node]:
    return Scalar(key, node.at), node


def _listed(key: str, records: Sequence[Node], rows: Sequence[Row]) -> Entries:
    return {key: _entry(key, SequenceNode(list(records), rows[0].at))} if rows else {}


def _mapped(key: str, values: Entries, rows: Sequence[Row]) -> Entries:
    return {key: _entry(key, MappingNode(values, rows[0].at))} if rows else {}
