"""The words and numbers of a view, in one language and with the names of one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...model.evidence import Graded, LocalText, in_language
from ...model.finding import Finding
from ...model.recommendation import Opportunity, Recommendation
from ...wording import brief, label, labels, sentence
from ...wording.numbers import NOTHING, count, decimal, of_hundred, percent
from ..blocks import Column
from ..gaps import main_gap
from ..places import places


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a view says goes through here."""

    answer: Recommendation
    language: str

    def label(self, group: str, key: str) -> str:
        return label(group, key, self.language)

    def labels(self, group: str) -> Mapping[str, str]:
        return labels(self.language)[group]

    def heading(self, key: str) -> str:
        return self.label("heading", key)

    def criterion(self, name: str) -> str:
        return self.label("criterion", name)

    def column(self, key: str, *, number: bool = False, wraps: bool = False, folds: bool = False) -> Column:
        """A column under the head `key`; that of the band shows its tone."""
        folded = self.label("folded", key) if folds else ""
        return Column(
            self.label("column", key), "right" if number else "left", wraps, folded, toned=key == "band", key=key
        )

    def sentence(self, finding: Finding) -> str:
        return sentence(finding, self.answer.names, self.language)

    def told(self, finding: Finding) -> str:
        """The sentence with the first of the lines on which it rests."""
        known = places(finding.at, self.answer)
        if not known:
            return self.sentence(finding)
        also = self.label("cell", "more_lines").format(count=self.count(len(known) - 1)) if known[1:] else ""
        return f"{self.sentence(finding)} [{known[0]}{also}]"

    def place(self, finding: Finding) -> str:
        """The file:line that a finding is about; nothing where it is about none."""
        known = places(finding.at, self.answer)
        return str(finding.facts.get("place") or (known[0] if known else ""))

    def brief(self, finding: Finding) -> str:
        return brief(finding, self.answer.names, self.language)

    def local(self, text: LocalText) -> str:
        return in_language(text, self.language)

    def name(self, ident: str) -> str:
        known = self.answer.names.get(ident)
        return in_language(known, self.language) if known else ident

    def title_of(self, item: Opportunity) -> str:
        """The name of an opportunity; with the code, where people know it by that too."""
        name = self.local(item.name)
        return name if self.answer.subject == "paths" or item.id in name else f"{item.id} {name}"

    def together(self, item: Opportunity) -> str:
        """Everybody who would carry it, the lead first."""
        evidence = item.competence
        if evidence is None:
            return ""
        members = sorted(evidence.coalition, key=lambda ident: ident != evidence.lead)
        return " + ".join(self.name(ident) for ident in members)

    def number(self, value: float | None, places: int = 2) -> str:
        return decimal(value, self.language, places)

    def count(self, value: int) -> str:
        return count(value, self.language)

    def figure(self, figure: Graded) -> str:
        """A figure with its year, what it rests on, and what its author says about it."""
        whole = figure.value == int(figure.value)
        text = self.count(int(figure.value)) if whole else self.number(figure.value)
        said = [str(figure.year) if figure.year else "", self.label("evidence", figure.evidence), figure.note or ""]
        return f"{text}{' ' + figure.unit if figure.unit else ''} ({', '.join(part for part in said if part)})"

    def percent(self, value: float | None) -> str:
        return percent(value)

    def hundred(self, value: float | None) -> str:
        return NOTHING if value is None else str(of_hundred(value))

    def gap(self, item: Opportunity) -> str:
        """The gap that costs most: what is missing, what there is of it and what is needed."""
        first = main_gap(item)
        if first is None:
            return self.label("cell", "none")
        has = self.number(first.available) if first.assessed else "?"
        return self.label("cell", "gap").format(
            name=self.name(first.competence), has=has, needs=self.number(first.level)
        )

    def score(self, item: Opportunity) -> str:
        return self.number(item.score)

    def region(self) -> str:
        name = in_language(self.answer.region_name, self.language) if self.answer.region_name else ""
        code = self.answer.region_code
        if name and code and name != code:
            return f"{name} ({code})"
        return name or code or self.label("title", "region")
