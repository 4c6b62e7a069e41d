"""What the sentences of every language need: names for ids, numbers, lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.evidence import LocalText, in_language
from . import numbers

MOST_NAMED = 3
"""So many of a list are named in a sentence; the rest are counted, and stand in the data."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks `language` and knows the `names` of ids."""

    names: Mapping[str, LocalText]
    language: str

    def name(self, ident: str | None) -> str:
        """The label of an id, in our language if it has one."""
        if ident is None:
            return numbers.NOTHING
        known = self.names.get(ident)
        return in_language(known, self.language) if known else ident

    def quoted(self, ident: str | None) -> str:
        """The label in quotation marks: competences and paths are phrases and would blend in."""
        return f"“{self.name(ident)}”"

    def activity(self, code: str) -> str:
        """Label and code, because people know activities by both."""
        name = self.name(code)
        return name if code in name else f"{name} ({code})"

    def local(self, text: LocalText | str) -> str:
        """A text that somebody wrote, in our language if there is one."""
        return text if isinstance(text, str) else in_language(text, self.language)

    def number(self, value: float | None) -> str:
        return numbers.decimal(value, self.language)

    def tenths(self, value: float) -> str:
        return numbers.decimal(value, self.language, places=1)

    def thousandths(self, value: float) -> str:
        return numbers.decimal(value, self.language, places=3)

    def percent(self, value: float | None) -> str:
        return numbers.percent(value)

    def hundred(self, percentile: float) -> int:
        return numbers.of_hundred(percentile)

    def count(self, value: int) -> str:
        return numbers.count(value, self.language)

    def enumerate(self, items: Iterable[str], last: str, more: str, most: int = MOST_NAMED) -> str:
        """'a, b and c'; of a long list the first ones, and how many `more` there are."""
        told = list(items)
        if len(told) > most + 1:
            rest = more.format(self.count(len(told) - most))
            return f"{', '.join(told[:most])} {last} {rest}"
        return f" {last} ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def telling(sources: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Sources of a missing competence, so that the first few are of each sort: the best, an institution, a partner."""
    near = [source for source in sources if source["kind"] != "partner"]
    research = [source for source in near if source.get("role") == "institution"]
    away = [source for source in sources if source["kind"] == "partner"]
    first = [next(iter(sort), None) for sort in (near, research, away)]
    named: list[Mapping[str, Any]] = []
    for source in (*first, *sources):
        if source is not None and source not in named:
            named.append(source)
    return named


def others(members: Sequence[Any], lead: Any) -> list[Any]:
    """The coalition without its lead."""
    return [member for member in members if member != lead]
