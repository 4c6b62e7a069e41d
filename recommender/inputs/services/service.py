"""What is asked of a statistical office's service, and what one has to tell of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from ...model.problem import Code, Problem, RecommenderError

Kind = Literal["tsv", "csv"]

KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,49}\Z")
CODES = re.compile(r"[A-Za-z0-9_@$-]{1,50}(,[A-Za-z0-9_@$-]{1,50})*\Z")
YEARS = re.compile(r"(?P<first>[12][0-9]{3})(?P<to>-(?P<last>[12][0-9]{3})?)?\Z")
TIME = ("time", "time_period")


class ServiceError(RecommenderError):
    """A service that cannot be reached, or that did not send what was asked for."""


def service_error(code: Code, message: str, hint: str | None = None) -> ServiceError:
    """An error with a single problem."""
    return ServiceError([Problem(code, message, hint=hint)])


@dataclass(frozen=True, slots=True)
class Query:
    """A table, or the part of it with these codes and years; `last` is None where there is no end."""

    dataset: str
    codes: Mapping[str, tuple[str, ...]]
    kind: Kind
    first: int | None = None
    last: int | None = None


Ask = Callable[[str], bytes]
"""Get a small document of the same service, by its path."""


@dataclass(frozen=True, slots=True)
class Service:
    """One office's service.

    `dataset` is what its tables are called, with an `example`. `path` gives what follows the service's `address` for
    a query; it may ask for the dimensions first.
    """

    name: str
    publisher: str
    address: str
    dataset: re.Pattern[str]
    example: str
    kinds: tuple[Kind, ...]
    path: Callable[[Query, Ask], str]
    licence: str | None = None

    def query(self, dataset: str, words: list[str], kind: str) -> Query:
        """The query that the user's words make.

        Raises
        ------
        ServiceError
            With every word that is not KEY=CODE[,CODE…] or time=YEAR[-YEAR].
        """
        problems = []
        if not self.dataset.match(dataset):
            problems.append(_usage(f"'{dataset}' is not what a dataset of {self.publisher} is called", self.example))
        if kind not in self.kinds:
            problems.append(_usage(f"{self.publisher} is not asked for .{kind}", f"name a .{self.kinds[0]} file"))
        codes: dict[str, tuple[str, ...]] = {}
        years: tuple[int | None, int | None] = (None, None)
        for word in words:
            key, _, value = word.partition("=")
            if key.lower() in TIME and YEARS.match(value) and years == (None, None):
                years = _years(value)
            elif key in codes or (key.lower() in TIME and years != (None, None)):
                problems.append(_usage(f"'{key}' is given twice", f"{key}=CODE,CODE"))
            elif key.lower() in TIME or not KEY.match(key) or not CODES.match(value):
                problems.append(_usage(f"'{word}' does not say what to take", "as in geo=ITH5,ITH3 or time=2015-2023"))
            else:
                codes[key] = tuple(value.split(","))
        if None not in years and years[0] > years[1]:  # type: ignore[operator]
            problems.append(_usage(f"the years {years[0]}-{years[1]} end before they begin", "as in time=2015-2023"))
        if problems:
            raise ServiceError(problems)
        return Query(dataset, codes, "tsv" if kind == "tsv" else "csv", *years)


def _usage(message: str, hint: str) -> Problem:
    return Problem(Code.USAGE, message, hint=hint)


def _years(value: str) -> tuple[int | None, int | None]:
    found = YEARS.match(value)
    assert found is not None
    first, last = int(found["first"]), found["last"]
    if found["to"] is None:
        return first, first
    return first, int(last) if last else None
