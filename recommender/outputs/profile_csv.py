"""A profile in plain values as a folder of CSV files: what `inputs.csv_folder` reads back.

The layout stands in `model.profile_tables`. Texts that a spreadsheet would run as a formula get an
apostrophe in front, which the reader takes away again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from ..model import profile_tables as tables
from ..model.profile_tables import GRADED_PARTS, Column, Sheet

Plain: TypeAlias = Any
Cells: TypeAlias = dict[str, str]
_FORMULA = re.compile(r"'*[=+\-@\t]")


def as_csv_files(plain: Mapping[str, Plain], *, delimiter: str = ",", decimal: str = ".") -> dict[str, bytes]:
    """File name -> content, for every section that the profile has.

    With another delimiter than the comma, files begin with a byte order mark: they are meant for
    the spreadsheets of countries with a decimal comma, which take a text without it for Latin-1.
    """
    writer = _Writer(delimiter, decimal)
    rows: dict[str, list[Cells]] = {}
    for sheet, cells in writer.rows(plain):
        rows.setdefault(sheet.name, []).append(cells)
    own = {tables.VOCABULARY.name: "vocabulary" in plain, tables.PATHS.name: "paths" in plain}
    written = [sheet for sheet in tables.SHEETS if rows.get(sheet.name) or own.get(sheet.name)]
    return {sheet.file: writer.content(sheet, rows.get(sheet.name, [])) for sheet in written}


class _Writer:
    def __init__(self, delimiter: str, decimal: str) -> None:
        self._delimiter, self._decimal = delimiter, decimal

    def content(self, sheet: Sheet, rows: list[Cells]) -> bytes:
        headers = list(_headers(sheet, rows))
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self._delimiter, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows([row.get(name, "") for name in headers] for row in rows)
        return text.getvalue().encode("utf-8" if self._delimiter == "," else "utf-8-sig")

    def rows(self, plain: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        """Every row of every sheet."""
        yield tables.REGION, self._region(plain)
        yield from self._records(tables.PRIORITIES, plain["region"].get("priorities", ()))
        for sheet in (tables.SOURCES, *tables.ACTOR_SHEETS, tables.LINKS, tables.PARTNERS):
            yield from self._records(sheet, plain.get(sheet.name, ()))
        for sheet in tables.ACTOR_SHEETS:
            for actor in plain.get(sheet.name, ()):
                yield from self._actor(actor)
        for partner in plain.get("partners", ()):
            yield from self._partner(partner)
        for topic, statement in plain.get("governance", {}).items():
            yield tables.GOVERNANCE, self._cells(tables.GOVERNANCE, {"topic": topic} | statement)
        yield from self._vocabulary(plain.get("vocabulary", {}))
        yield from self._paths(plain.get("paths", {}))

    def _region(self, plain: Mapping[str, Plain]) -> Cells:
        said = {key: plain[key] for key in ("schema_version", "as_of", "note") if key in plain}
        for key in ("vocabulary", "paths"):
            about = plain.get(key, {})
            said |= {f"{key}_{name}": about[name] for name in ("version", "extends") if name in about}
        classification = plain.get("paths", {}).get("classification")
        said |= {"classification": classification} if classification else {}
        return self._cells(tables.REGION, {**said, **plain["region"]})

    def _actor(self, actor: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        yield from self._levels(actor)
        numbers = {name: actor[name] for name in tables.ASSOCIATION_NUMBERS if name in actor}
        for group in tables.NUMBER_GROUPS:
            numbers |= {f"{group}.{name}": value for name, value in actor.get(group, {}).items()}
        yield from self._keyed(tables.NUMBERS, actor["id"], numbers, "value")

    def _levels(self, actor: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        yield from self._keyed(tables.COMPETENCES, actor["id"], actor.get("competences", {}), "level")

    def _partner(self, partner: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        owner = {"partner": partner["id"]}
        for actor in partner.get("actors", ()):
            yield tables.PARTNER_ACTORS, self._cells(tables.PARTNER_ACTORS, owner | actor)
            yield from self._levels(actor)
        for link in partner.get("links", ()):
            yield tables.PARTNER_LINKS, self._cells(tables.PARTNER_LINKS, owner | link)

    def _vocabulary(self, vocabulary: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        for kind, words in vocabulary.items():
            if isinstance(words, Mapping):
                yield from self._records(tables.VOCABULARY, ({"id": key, "kind": kind} | words[key] for key in words))

    def _paths(self, library: Mapping[str, Plain]) -> Iterator[tuple[Sheet, Cells]]:
        yield from self._records(tables.PATH_SOURCES, library.get("sources", ()))
        for name, path in library.get("paths", {}).items():
            yield tables.PATHS, self._cells(tables.PATHS, {"id": name} | path)
            for need, said in path["needs"].items():
                both = dict(said) if isinstance(said, Mapping) else {"weight": said, "level": said}
                yield tables.NEEDS, self._cells(tables.NEEDS, {"path": name, "competence": need} | both)
            yield from self._keyed(tables.TRANSITIONS, name, path.get("transitions", {}), "value")
            yield from self._keyed(tables.ACTIVITIES, name, path.get("activities", {}), "share")

    def _keyed(
        self, sheet: Sheet, owner: str, values: Mapping[str, Plain], number: str
    ) -> Iterator[tuple[Sheet, Cells]]:
        """One row a key: the owner, the key, and the number with what it rests on."""
        first, second = sheet.columns[0].name, sheet.columns[1].name
        for key, value in values.items():
            said = dict(value) if isinstance(value, Mapping) else {number: value}
            yield sheet, self._cells(sheet, {first: owner, second: key} | said)

    def _records(self, sheet: Sheet, records: Iterable[Mapping[str, Plain]]) -> Iterator[tuple[Sheet, Cells]]:
        for record in records:
            yield sheet, self._cells(sheet, record)

    def _cells(self, sheet: Sheet, record: Mapping[str, Plain]) -> Cells:
        cells: Cells = {}
        for column in sheet.columns:
            if column.name in record:
                cells |= self._said(column, record[column.name])
        return cells

    def _said(self, column: Column, value: Plain) -> Cells:
        """A value under its column, or under several that begin alike."""
        if isinstance(value, Mapping) and column.kind == "texts":
            return {_of_language(column.name, language): self._cell(text) for language, text in value.items()}
        if isinstance(value, Mapping):
            parts = {f"{column.name}_{part}": value[part] for part, _ in GRADED_PARTS if part in value}
            return {name: self._cell(part) for name, part in ({column.name: value["value"]} | parts).items()}
        return {column.name: self._cell(value)}

    def _cell(self, value: Plain) -> str:
        if isinstance(value, str):
            return f"'{value}" if _FORMULA.match(value) else value
        if isinstance(value, list):
            return " ".join(value)
        return repr(value).replace(".", self._decimal)


def _of_language(name: str, language: str) -> str:
    return name if language == "en" else f"{name}_{language}"


def _headers(sheet: Sheet, rows: list[Cells]) -> Iterator[str]:
    """The columns that are usual or that some row fills, in the order of the layout."""
    used = {name for row in rows for name in row}
    for column in sheet.columns:
        if column.must or column.usual or column.name in used:
            yield column.name
        if column.kind == "texts":
            yield from sorted(name for name in used if re.fullmatch(rf"{column.name}_[a-z]{{2}}", name))
        if column.kind == "graded":
            yield from (f"{column.name}_{part}" for part, _ in GRADED_PARTS if f"{column.name}_{part}" in used)
