"""A file -> its long table: the format is recognised or named, texts become codes, years and figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ...model.long_table import Coded, LongTable
from ...model.problem import MOST_PROBLEMS_SHOWN, Code
from ...model.table import Status, TableSource
from .by_duckdb import read_by_duckdb
from .by_line import read_by_line
from .cells import LONGEST_CODE, Problems
from .fields import starts
from .figures import Figure, NotAFigure, read_figure, without_value
from .layout import ROLES, WIDE, YEAR, Layout, Role
from .source import Raw, Source

Numbers = npt.NDArray[np.intp]
MOST_COUNTED = 10_000_000
_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|gen|mag|giu|lug|ago|set|ott|dic|ene|abr|mai|dez"
_DATE = re.compile(
    r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]([T ][0-9:.]+)?|[0-3]?[0-9]([./])[01]?[0-9]\2[0-9]{2,4}"
    rf"|[0-9]{{1,2}}[-. /]({_MONTH})[a-z]*\.?|({_MONTH})[a-z]*[-. /][0-9]{{2,4}}",
    re.IGNORECASE,
)
STATUSES = {item.name.lower(): item for item in Status}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a text of a column."""

    code: Code
    message: str
    hint: str | None = None


def long_table(source: Source) -> LongTable:
    """All the cells of a file.

    Raises
    ------
    InputErrors
        With everything that is wrong with the file, 20 problems at most.
    """
    raw = read_by_line(source) if source.file.is_small else read_by_duckdb(source)
    layout = source.layout
    columns = {place: _cleaned(raw, place) for place in raw.columns}
    roles = {role: _role(role, columns[place], layout, place) for role, place in layout.roles.items()}
    if layout.wide and layout.wide_role not in roles:
        roles[layout.wide_role] = _wide(raw, layout)
    for role, (column, _) in roles.items():
        _refuse_texts(raw, source, layout.roles.get(role, 0), column, role)
    words = [columns[layout.status]] if layout.status is not None else []
    values, status, marks = _figures(raw, source, [columns[place] for place in layout.flags], words)
    source.problems.finish()
    labels = {role: _labels(raw, layout, role, named) for role, (_, named) in roles.items()}
    region, activity, year = (roles[role][0] if role in roles else None for role in ROLES)
    found = LongTable(
        layout.format, region, activity, year,
        {name: columns[place] for name, place in layout.series.items()}, values, status, marks,
        np.asarray(raw.rows, dtype=np.intp), _source(source), labels.get("region", {}),
        {code: {"en": label} for code, label in labels.get("activity", {}).items()},
    )  # fmt: skip
    return summed(found, [columns[place] for place in layout.sum_over], source.problems) if layout.sum_over else found


def _source(source: Source) -> TableSource:
    layout, file = source.layout, source.file
    return TableSource(
        file.base_name, file.sha256, layout.publisher, layout.dataset, None, layout.unit, layout.licence,
        activity_classification=layout.activity_classification,
    )  # fmt: skip


def _cleaned(raw: Raw, place: int) -> Coded:
    """A column without blanks around its texts and in one spelling of accents."""
    clean = [unicodedata.normalize("NFC", name.strip(" ")) for name in raw.names[place]]
    return _merged(np.asarray(raw.columns[place], dtype=np.intp), clean)


def _merged(numbers: Numbers, names: list[str]) -> Coded:
    """A column whose names may be there twice."""
    different = {name: number for number, name in enumerate(dict.fromkeys(names))}
    if len(different) == len(names):
        return Coded(numbers, tuple(names))
    return Coded(np.array([different[name] for name in names], dtype=np.intp)[numbers], tuple(different))


def _role(role: str, column: Coded, layout: Layout, place: int) -> tuple[Coded, dict[str, str]]:
    """The codes of a column, and what the column itself calls them."""
    named: dict[str, str] = {}
    codes = list(column.names)
    pattern = layout.coded.get(place)
    if pattern is not None:
        codes = [_code_and_label(name, pattern, named) for name in codes]
    codes = [layout.recodes.get(place, {}).get(code, code) for code in codes]
    return _merged(column.numbers, codes), named


def _code_and_label(name: str, pattern: re.Pattern[str], named: dict[str, str]) -> str:
    match = pattern.fullmatch(name)
    if match is None:
        return name
    named.setdefault(match["code"], match["label"])
    return str(match["code"])


def _wide(raw: Raw, layout: Layout) -> tuple[Coded, dict[str, str]]:
    heads = Coded(np.asarray(raw.origin, dtype=np.intp), tuple(layout.wide.values()))
    return _role(layout.wide_role, heads, layout, WIDE)


def _odd_text(text: str, role: Role, *, strict: bool) -> Complaint | None:
    """What is wrong with a code or a year. Spreadsheets spoil codes of publishers too (ARDECO's Dec-00 was DEC0), but
    only users can mend theirs.
    """
    if role == "year":
        return None if YEAR.match(text) else Complaint(Code.TABLE_CONTENT, f"'{text[:40]}' is not a year", "write 2014")
    if strict and _DATE.fullmatch(text):
        message = f"this {role} looks like a date, '{text}': a spreadsheet has made it of a code"
        return Complaint(Code.TABLE_CONTENT, message, "format the column as text and write the code again")
    if text.strip(":") and text == text.strip() and len(text) <= LONGEST_CODE and text.isprintable():
        return None
    message = f"this {role} is not a code or a name" if text.strip(" :") else f"the {role} is missing"
    return Complaint(Code.TABLE_CONTENT, message)


def _refuse_texts(raw: Raw, source: Source, place: int, column: Coded, role: Role) -> None:
    complaints = [_odd_text(name, role, strict=source.layout.strict) for name in column.names]
    wrong = np.array([complaint is not None for complaint in complaints])
    if wrong.any():
        cells = np.flatnonzero(wrong[column.numbers])
        # A row of many cells has its code once.
        cells = cells[np.unique(raw.rows[cells], return_index=True)[1]]
        told = ((int(cell), complaints[column.numbers[cell]]) for cell in cells[:MOST_PROBLEMS_SHOWN])
        _tell(raw, source, [(cell, place, complaint) for cell, complaint in told if complaint])


def _tell(raw: Raw, source: Source, found: list[tuple[int, int, Complaint]]) -> None:
    at = source.at([int(raw.rows[cell]) for cell, _, _ in found])
    for cell, place, complaint in found:
        number, line = at[int(raw.rows[cell])]
        source.problems.add(complaint.code, complaint.message, number, _column(line, place, source.layout),
                            text=line, hint=complaint.hint)  # fmt: skip


def _column(line: str, place: int, layout: Layout) -> int:
    """The character at which a column of the layout begins; what is joined by commas begins with the line."""
    field = max(0, place - max(0, len(layout.key) - 1))
    return starts(line, layout.delimiter)[field]


def _figures(
    raw: Raw, source: Source, flags: list[Coded], words: list[Coded]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.uint8], Coded]:
    """Values, status and flags of the cells; each text with its flags is read once."""
    marks = np.asarray(raw.marks, dtype=np.intp)
    beside, word = _joined(flags, len(marks)), _joined(words, len(marks))
    pairs = (marks * len(beside.names) + beside.numbers) * len(word.names) + word.numbers
    different, number = _different(pairs, len(raw.texts) * len(beside.names) * len(word.names))
    figures: list[Figure] = []
    wrong: dict[int, Complaint] = {}
    for place, pair in enumerate(different.tolist()):
        pair, said = divmod(pair, len(word.names))
        mark, flag = divmod(pair, len(beside.names))
        try:
            text = raw.texts[mark] if mark else "0"
            figures.append(_as_said(text, beside.names[flag], word.names[said], source.layout))
        except NotAFigure as error:
            wrong[place] = Complaint(Code.TABLE_NUMBER, str(error), error.hint)
            figures.append(Figure(float("nan"), Status.MISSING, ""))
    if wrong:
        cells = np.flatnonzero(np.isin(number, list(wrong)))[:MOST_PROBLEMS_SHOWN]
        places = list(source.layout.figures)
        _tell(raw, source, [(cell, places[int(raw.origin[cell])], wrong[int(number[cell])]) for cell in cells])
    values = np.where(marks == 0, raw.figures, np.array([figure.value for figure in figures])[number])
    status = np.array([figure.status for figure in figures], dtype=np.uint8)[number]
    return values, status, _merged(number.astype(np.intp), [figure.flags for figure in figures])


def _different(numbers: Numbers, count: int) -> tuple[Numbers, Numbers]:
    """The numbers below `count` that occur, and for each of `numbers` which of those it is."""
    if count > MOST_COUNTED:
        found, place = np.unique(numbers, return_inverse=True)
        return found, place
    found = np.flatnonzero(np.bincount(numbers, minlength=count))
    places = np.zeros(count, dtype=np.intp)
    places[found] = np.arange(len(found))
    return found, places[numbers]


def _as_said(text: str, flags: str, word: str, layout: Layout) -> Figure:
    """A figure, with the status that a table of ours says it has."""
    status = STATUSES.get(word)
    if not text.strip(" ") and status in (Status.MISSING, Status.SUPPRESSED):
        return Figure(float("nan"), status, flags)
    figure = _figure(text, flags, layout)
    marked = status in (Status.ESTIMATED, Status.ZERO_BY_ABSENCE) and figure.status == Status.OBSERVED
    return figure._replace(status=status) if marked and status is not None else figure


def _figure(text: str, flags: str, layout: Layout) -> Figure:
    whole = text.strip(" ")
    plain, _, glued = whole.partition(" ")
    if plain in layout.suppressed or whole in layout.suppressed:
        return Figure(float("nan"), Status.SUPPRESSED, plain)
    if whole in layout.missing:
        return without_value(flags)
    if plain in layout.missing:
        return without_value(glued + flags)
    if layout.thousands:
        plain = plain.replace(layout.thousands, "")
        text = f"{plain} {glued}"
    return read_figure(text, flags, decimal=layout.decimal, below_zero=not layout.strict)


def _joined(flags: list[Coded], count: int) -> Coded:
    """The marks of all flag columns side by side."""
    if not flags:
        return Coded(np.zeros(count, dtype=np.intp), ("",))
    first, *others = flags
    for other in others:
        names = [a + b for a in first.names for b in other.names]
        first = _merged(first.numbers * len(other.names) + other.numbers, names)
    return first


def _labels(raw: Raw, layout: Layout, role: Role, named: Mapping[str, str]) -> dict[str, str]:
    place = layout.roles.get(role)
    written = raw.labels.get(place, {}) if place is not None else {}
    recodes = layout.recodes.get(place, {}) if place is not None else {}
    clean = ((unicodedata.normalize("NFC", code.strip(" ")), label.strip(" ")) for code, label in written.items())
    return {**named, **{recodes.get(code, code): label for code, label in clean if label}}


def summed(cells: LongTable, over: list[Coded], problems: Problems) -> LongTable:
    """The figures of the parts of a year added up; not known as soon as one part is not."""
    columns = list(cells.columns().values())
    keys = np.stack([column.numbers for column in columns])
    _, first, number, counts = np.unique(keys, axis=1, return_index=True, return_inverse=True, return_counts=True)
    number = number.reshape(-1)
    values = np.bincount(number, weights=np.nan_to_num(cells.values), minlength=len(first)).astype(np.float64)
    worst = np.zeros(len(first), dtype=np.uint8)
    np.maximum.at(worst, number, cells.status)
    values[worst > Status.ZERO_BY_ABSENCE] = np.nan
    parts = int(np.prod([len(column.used()) for column in over]))
    short = int((counts < parts).sum())
    if short:
        message = f"{short:,} of {len(first):,} sums are of fewer than {parts} parts of the year"
        problems.note(Code.TABLE_SUMMED, message, hint="parts that are not in the file count as nothing")
    kept = cells.only(first)
    no_flags = Coded(np.zeros(len(first), dtype=np.intp), ("",))
    return replace(kept, values=values, status=worst, flags=no_flags)
