"""Reports made by hand, and the page as a parser sees it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from html.parser import HTMLParser

from recommender.model.recommendation import Explanation, Recommendation
from recommender.model.report import Report
from tests.outputs import samples
from tests.support import EXAMPLES

MORE_SETTINGS = {
    "luck.draws": 1000, "eligibility.essential_share": 0.5, "aggregation": "arithmetic",
    "transitions": {"green": 0.4, "digital": 0.3, "social": 0.3},
}  # fmt: skip


def of(answer: Recommendation) -> Report:
    """A report about an answer, with one explanation an opportunity."""
    answer = replace(answer, settings={**answer.settings, **MORE_SETTINGS})
    everything = (*answer.opportunities, *answer.not_recommended)
    full = {samples.explanation().opportunity.id: samples.explanation().sections}
    return Report(answer, tuple(Explanation(answer, item, full.get(item.id, ())) for item in everything))


@cache
def emilia_romagna() -> Report:
    """The report of the main example with everything that can be asked for."""
    from recommender.workflows.report import report
    from recommender.workflows.request import Request

    request = Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml"))
    return report(request, scenarios=("green-transition", "digital-leap"), draws=100)


ALL = {name: samples.ALL[name] for name in ("rich", "nothing_eligible", "thin", "empty", "statistics_only")}


@dataclass
class Page(HTMLParser):
    """Tags with their attributes, and the texts between them."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [value for _, found in self.tags if (value := found.get(attribute)) is not None]

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def parsed(data: bytes) -> Page:
    page = Page()
    page.feed(data.decode())
    page.close()
    return page
