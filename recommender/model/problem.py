"""What can be wrong with what a user gave us, and how it is told.

RecommenderError            anything a user can put right; carries one or more problems
├── InputErrors             the problems of files, all of them at once
├── UnknownName             a name that nothing answers to, with the nearest one
└── OutputError             a result that could not be written

Anything else that is raised is our bug.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeVar

Value = TypeVar("Value")

MOST_PROBLEMS_SHOWN = 20
MOST_NAMES_COMPARED = 2_000
MOST_NAMES_LISTED = 12

_MEANT = "did you mean '{}'?"


class Code(Enum):
    """Every code that an error or a warning can carry. Codes are stable: they are never reused."""

    FILE_MISSING = "R101", "the file does not exist"
    FILE_KIND = "R102", "not a file that can be read: a folder, a device or a pipe"
    FILE_UNREADABLE = "R103", "the file cannot be read"
    FILE_TOO_LARGE = "R104", "the file is larger than this kind of file may be"
    FILE_EMPTY = "R105", "the file holds nothing"
    FILE_ENCODING = "R106", "the text is not UTF-8"
    FILE_CONTROL = "R107", "the text holds a control or direction character"
    FILE_OUTSIDE = "R108", "a file name leaves the folder that it is confined to"
    FILE_CYCLE = "R109", "files that include each other"
    FILE_FORMAT = "R110", "the content is not of the kind that the name says"
    YAML_SYNTAX = "R201", "the YAML cannot be read"
    YAML_FEATURE = "R202", "a YAML feature that profiles do not use"
    YAML_DUPLICATE = "R203", "a key that stands twice"
    YAML_DEPTH = "R204", "nested too deeply"
    YAML_SIZE = "R205", "more values than a profile may hold"
    SCHEMA_KIND = "R301", "a value of the wrong kind"
    SCHEMA_UNKNOWN = "R302", "an unknown key"
    SCHEMA_MISSING = "R303", "a required key is missing"
    SCHEMA_NUMBER = "R304", "not a number"
    SCHEMA_RANGE = "R305", "a number outside its range"
    SCHEMA_CHOICE = "R306", "a word that is not one of the choices"
    SCHEMA_VERSION = "R307", "a file made for another version"
    SCHEMA_TEXT = "R308", "a text or an identifier that is not well formed"
    SCHEMA_SUM = "R309", "shares or weights that do not add up"
    NAME_UNKNOWN = "R401", "a name that nothing in the files answers to"
    NAME_TWICE = "R402", "an identifier that is used twice"
    NAME_SELF = "R403", "a link from an actor to itself"
    NAME_RULE = "R404", "two statements that contradict each other"
    TABLE_HEADER = "R501", "a header that is missing, doubled or unknown"
    TABLE_ROW = "R502", "a row with too few or too many fields"
    TABLE_NUMBER = "R503", "a cell that is not a number"
    TABLE_DUPLICATE = "R504", "a cell that is given twice"
    TABLE_SIZE = "R505", "a table too small or too large to be used"
    TABLE_CONTENT = "R506", "a table whose content cannot be used"
    TABLE_COLUMN_IGNORED = "R507", "a column that was not used"
    TABLE_LEVEL = "R508", "levels of a classification that were left out, so that nothing counts twice"
    TABLE_JOINED = "R509", "region codes of several vintages that were joined"
    TABLE_EMPTY = "R510", "regions, activities or years without data"
    TABLE_SUMMED = "R511", "figures that were added up, or could not be in full"
    TABLE_VINTAGE = "R512", "regions recoded to another edition of NUTS"
    TABLE_ESTIMATED = "R513", "cells that were estimated because the publisher withholds them"
    MEASURE_DOUBT = "R520", "a measure that says little about this table"
    REGION_UNKNOWN = "R601", "a region that nothing answers to"
    REFERENCE_UNKNOWN = "R602", "a reference model that is not there"
    REFERENCE_BROKEN = "R603", "a reference model that cannot be read"
    ID_UNKNOWN = "R604", "a path or an activity that is not in the result"
    USAGE = "R701", "options that do not go together or a value that an option cannot take"
    OUTPUT_PLACE = "R801", "the result cannot be written there"
    SERVICE_AWAY = "R901", "a statistical office's service that cannot be reached, or asks to come back later"
    SERVICE_ANSWER = "R902", "a statistical office's service that did not send the table"

    @property
    def code(self) -> str:
        return self.value[0]

    @property
    def summary(self) -> str:
        return self.value[1]


class Place(NamedTuple):
    """A place in a file as the user named it; lines and columns count from 1.

    Every value of every file has one, and a named tuple is made twice as fast as a frozen dataclass.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def seen_from(self, other: Place) -> str:
        """How a message that stands at `other` speaks of this place."""
        line = f"line {self.line}" if self.line is not None else ""
        parts = [line] if self.file == other.file and line else [line, self.file]
        return " of ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what, the offending line and what to do about it."""

    code: Code
    message: str
    at: Place | None = None
    line: str | None = None
    hint: str | None = None


class RecommenderError(Exception):
    """Base of every error that a user can put right."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


class InputErrors(RecommenderError):
    """The problems of one or more files."""


class UnknownName(RecommenderError):
    """A name that nothing answers to."""


class OutputError(RecommenderError):
    """A result that could not be written; what stood there before is untouched."""


def input_error(
    code: Code, message: str, at: Place | None = None, *, line: str | None = None, hint: str | None = None
) -> InputErrors:
    """An error with a single problem."""
    return InputErrors([Problem(code, message, at, line, hint)])


def nearest(name: str, among: Iterable[str], *, what: str = "one of") -> str:
    """A hint that offers the nearest known name, or lists what there is."""
    known = list(among)
    if not known:
        return "there is none to choose from"
    if len(known) > MOST_NAMES_COMPARED:
        return f"there are {len(known):,} to choose from"
    known.sort()
    alike = [other for other in known if other.casefold() == name.casefold()]
    near = alike or difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return _MEANT.format(near[0])
    more = ", …" if len(known) > MOST_NAMES_LISTED else ""
    return f"{what}: {', '.join(known[:MOST_NAMES_LISTED])}{more}"


def renamed(name: str, there: Iterable[str]) -> str:
    """A hint for a column that is missing: the one that is there under nearly that name is to be renamed."""
    known = list(there)
    hint = nearest(name, known, what="there are")
    meant = next((other for other in known if hint == _MEANT.format(other)), None)
    return hint if meant is None else f"is it '{meant}'? rename that column to '{name}'"


def pick(name: str, among: Mapping[str, Value], what: str, *, code: Code = Code.NAME_UNKNOWN) -> Value:
    """The value that `name` stands for; UnknownName with the nearest one otherwise."""
    if name in among:
        return among[name]
    raise UnknownName([Problem(code, f"unknown {what} '{name}'", hint=nearest(name, among))])
