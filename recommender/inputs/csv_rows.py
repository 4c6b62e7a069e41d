"""The rows of all sheets of a folder, found by the sheet and by whom they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..model import profile_tables as tables
from ..model.problem import Code, Place, nearest
from ..model.profile_tables import SHEETS, Sheet
from .csv_sheets import Row, Rows, entries, read_sheet
from .csv_text import CsvStyle
from .nodes import Mapping as MappingNode
from .nodes import Node, Scalar, shortened
from .reading import Reading

Entries = dict[str, tuple[Scalar, Node]]

_OF_PARTNER, _OF_PATH = (tables.PARTNERS,), (tables.PATHS,)
OWNED = (
    (tables.COMPETENCES, "actor", (*tables.ACTOR_SHEETS, tables.PARTNER_ACTORS)),
    (tables.NUMBERS, "actor", (tables.CLUSTERS, tables.ASSOCIATIONS)),
    (tables.PARTNER_ACTORS, "partner", _OF_PARTNER), (tables.PARTNER_LINKS, "partner", _OF_PARTNER),
    (tables.NEEDS, "path", _OF_PATH), (tables.ACTIVITIES, "path", _OF_PATH), (tables.TRANSITIONS, "path", _OF_PATH),
)  # fmt: skip
"""Sheets whose rows belong to an entry of another sheet, the column that names it, and where it may stand."""

SECTIONS = {
    sheet.name: section
    for section, sheets in (
        ("partners", (tables.PARTNER_ACTORS, tables.PARTNER_LINKS)),
        ("library", (tables.PATHS, tables.NEEDS, tables.ACTIVITIES, tables.TRANSITIONS, tables.PATH_SOURCES)),
    )
    for sheet in sheets
}
"""Sections of a profile that are called otherwise than their sheets."""


@dataclass(slots=True)
class Sheets:
    """The rows of every sheet that is there."""

    folder: Path
    reading: Reading
    rows: dict[str, Rows | None]
    by_owner: dict[str, dict[str, list[Row]]] = field(init=False)
    owners: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_owner = {sheet.name: _grouped(self.of(sheet), column) for sheet, column, _ in OWNED}
        self.owners = {sheet.name: set() for sheet, _, _ in OWNED}

    def of(self, sheet: Sheet) -> Sequence[Row]:
        """The rows of a sheet; none if it is not there."""
        found = self.rows[sheet.name]
        return found.rows if found is not None else ()

    @property
    def lost(self) -> set[str]:
        """The sections and the sheets of which something could not be read."""
        broken = {name for name, rows in self.rows.items() if rows is not None and not rows.whole}
        return broken | {SECTIONS.get(name, name) for name in broken}

    def only_row(self, sheet: Sheet) -> Row | None:
        """The row of a sheet that holds a single one; None after a problem was noted."""
        rows = self.of(sheet)
        if self.rows[sheet.name] is None or (not rows and sheet.name in self.lost):
            return None
        if len(rows) != 1:
            at = rows[1].at if rows else Place(str(self.folder / sheet.file), 1)
            self.reading.add(Code.TABLE_ROW, f"expected one row, found {len(rows)}", at)
            return None
        return rows[0]

    def belonging(self, sheet: Sheet, owner: str) -> list[Row]:
        """The rows of a sheet that name `owner`; the owner is then known to have been there."""
        self.owners[sheet.name].add(owner)
        return self.by_owner[sheet.name].get(owner, [])

    def refuse_orphans(self) -> None:
        """Note the rows whose owner is in no other file."""
        for sheet, column, places in OWNED:
            owners = self.owners[sheet.name]
            if self.lost & {place.name for place in places}:
                continue
            for owner, rows in self.by_owner[sheet.name].items():
                if owner not in owners:
                    what = "cluster or association" if sheet is tables.NUMBERS else column
                    hint = nearest(owner, owners, what="there are")
                    self.reading.add(
                        Code.NAME_UNKNOWN, f"no {what} is called '{shortened(owner)}'", rows[0][column], hint=hint
                    )

    def once(self, rows: Iterable[Row], column: str) -> list[Row]:
        """The rows, without those that say again what one before has said; those are noted."""
        first: dict[str, Row] = {}
        for row in rows:
            before = first.setdefault(row[column].text, row)
            if before is not row:
                message = f"'{shortened(row[column].text)}' stands here and in {before.at.seen_from(row.at)}"
                self.reading.add(Code.NAME_TWICE, message, row[column], hint="keep the one that is right")
        return list(first.values())

    def by_key(self, rows: Iterable[Row], column: str, sheet: Sheet, skip: int) -> Entries:
        """Records by the cell of one column, without the first `skip` columns."""
        return {row[column].text: (row[column], record(row, sheet, skip)) for row in self.once(rows, column)}


def read_sheets(folder: Path, reading: Reading, style: CsvStyle, *, encoding: str) -> Sheets:
    """Every sheet of a folder; what cannot be read is noted."""
    rows = {sheet.name: read_sheet(folder, sheet, reading, style, encoding=encoding) for sheet in SHEETS}
    return Sheets(folder, reading, rows)


def record(row: Row, sheet: Sheet, skip: int = 0) -> MappingNode:
    """A row as a record, without the first `skip` columns."""
    return MappingNode(entries(row, sheet.columns[skip:]), row.at)


def _grouped(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[column].text, []).append(row)
    return groups
