"""A card for each cluster: what it can do, with whom it works, what is known of its size."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.evidence import Graded
from ...model.profile import Cluster, Profile
from ...model.report import Report
from ..blocks import Block, Group, Pairs
from ..views._words import Words
from . import chapter

STRONGEST = 6
CLOSEST = 5


@chapter("clusters", 60, ("team", "authority", "workshop"))
def clusters(report: Report, words: Words) -> Iterator[Block]:
    if report.profile is not None:
        yield from (_card(cluster, report.profile, report, words) for cluster in report.profile.clusters)


def _card(cluster: Cluster, profile: Profile, report: Report, words: Words) -> Group:
    facts = tuple(_facts(cluster, profile, report, words))
    return Group("card", words.local(cluster.name), f"cluster-{cluster.id}", (Pairs(facts),))


def _facts(cluster: Cluster, profile: Profile, report: Report, words: Words) -> Iterator[tuple[str, str]]:
    if cluster.maturity:
        yield words.label("card", "maturity"), words.label("maturity", cluster.maturity)
    if cluster.activities:
        yield words.label("card", "activities"), ", ".join(_activity(code, words) for code in cluster.activities)
    strongest = sorted(cluster.competences.items(), key=lambda item: (-item[1].value, item[0]))[:STRONGEST]
    if strongest:
        yield (
            words.label("card", "strongest"),
            "; ".join(f"{words.name(name)} {_level(level, words)}" for name, level in strongest),
        )
    links = _links(cluster, profile)
    if links:
        yield (
            words.label("card", "links"),
            "; ".join(f"{words.name(name)} {words.number(strength)}" for name, strength in links),
        )
    for name, figure in cluster.figures.items():
        yield words.label("figure_name", name), words.figure(figure)
    leads = [
        words.title_of(item)
        for item in report.recommendation.opportunities
        if item.competence and item.competence.lead == cluster.id
    ]
    if leads:
        yield words.label("card", "leads"), "; ".join(leads)


def _activity(code: str, words: Words) -> str:
    name = words.name(code)
    return name if code in name else f"{name} ({code})"


def _links(cluster: Cluster, profile: Profile) -> list[tuple[str, float]]:
    ends = [(link.b if link.a == cluster.id else link.a, link.strength.value)
            for link in profile.links if cluster.id in (link.a, link.b)]  # fmt: skip
    return sorted(ends, key=lambda end: (-end[1], end[0]))[:CLOSEST]


def _level(level: Graded, words: Words) -> str:
    return words.number(level.value)
