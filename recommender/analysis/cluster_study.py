"""The answer of `ris3 clusters` about all clusters: side by side, what links would open, and the weak points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .bridges import Bridge, bridge_finding, bridge_lines, bridges_to_build, institutions_to_link, unused_institutions
from .cluster_matrix import cluster_matrix
from .clusters import Card
from .competence_base import competence_variety, unique_competences, variety_finding, weak_points
from .ground import Ground
from .institution_links import Holder, best_of_each_cluster, best_of_each_path, every_holder
from .pairs import Pairs
from .production_chain import Chain, Deliveries, chain_finding
from .strong_pairs import StrongPair, pairs_grid

TOLD = 3
MOST_ROWS = 10
MOST_TOLD_OF_BASE = 7


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """Everything about the clusters of a region that its answers draw on."""

    here: Ground
    pairs: Pairs
    bridges: tuple[Bridge, ...]
    cards: tuple[Card, ...]
    answer: Recommendation
    holders: tuple[Holder, ...] = ()
    strong_pairs: tuple[StrongPair, ...] = ()
    chains: Mapping[str, Chain] = field(default_factory=dict)
    deliveries: Deliveries | None = None


def overview(found: Ecosystem, sectors: Mapping[str, str]) -> Study:
    """All clusters side by side, the bridges to build, the institutions to link, the weak points."""
    profile, here = found.here.profile, found.here
    between = bridges_to_build(found.bridges, found.pairs)
    beyond = institutions_to_link(found.bridges, found.pairs)
    known = competence_variety(profile, sectors)
    base = (
        [variety_finding(profile, known), unique_competences(here), *weak_points(here, found.answer)] if known else []
    )
    parts = [
        Part(findings=tuple(finding for finding in found.answer.findings if finding.kind == "thin_profile")),
        Part(grid=_clusters(found), legend="clusters", empty="clusters"),
        Part("matrix", grid=cluster_matrix(profile.clusters, found.bridges), legend="matrix"),
        links_part(here, "bridges", between, legend="bridges", empty="bridges"),
        links_part(here, "next_links", beyond, empty="next_links"),
        Part("path_institutions", grid=best_of_each_path(found.holders), legend="path_institutions",
             empty="path_institutions"),
        Part("cluster_institutions", grid=_institutions(found), legend="cluster_institutions"),
        Part("institutions", grid=every_holder(found.holders), aside=True),
        Part("unused_institutions", findings=unused_institutions(here, found.pairs, found.bridges), most=MOST_ROWS,
             empty="unused_institutions"),
        Part("chains", findings=tuple(chain_findings(found))),
        Part("variety", findings=tuple(base), most=MOST_TOLD_OF_BASE, empty="variety"),
        Part("strong_pairs", grid=pairs_grid(found.strong_pairs), legend="strong_pairs", empty="strong_pairs"),
    ]  # fmt: skip
    return Study(
        found.answer,
        "clusters",
        tuple(part for part in parts[: None if profile.clusters else 2] if part.says_something),
        data={
            "bridges": found.bridges,
            "cards": found.cards,
            "variety": known,
            "institutions": found.holders,
            "strong_pairs": found.strong_pairs,
            "chains": dict(found.chains),
        },
        steps=_steps(profile),
    )


def _institutions(found: Ecosystem) -> Grid:
    led: dict[str, list[str]] = {}
    for holder in found.holders:
        led.setdefault(holder.lead, []).append(holder.path)
    each = [
        (card.cluster.id, card.relations.institutions, {*card.horizons.now, *led.get(card.cluster.id, ())})
        for card in found.cards
    ]
    return best_of_each_cluster(found.here, found.holders, each)


def chain_findings(found: Ecosystem, cluster: str | None = None) -> Iterator[Finding]:
    """What a given input-output table says about the chains, of one cluster or of all."""
    if found.deliveries is not None:
        wanted = [cluster] if cluster is not None else list(found.chains)
        yield from (
            chain_finding(name, found.chains[name], found.deliveries) for name in wanted if name in found.chains
        )


def _steps(profile: Profile) -> tuple[tuple[str, str], ...]:
    first = profile.clusters[0].id if profile.clusters else None
    return ((f"ris3 clusters SOURCE {first}", "cluster_card"),) if first else ()


def _clusters(found: Ecosystem) -> Grid | None:
    columns = (
        GridColumn("cluster", "name", wraps=True),
        GridColumn("maturity", "maturity"),
        GridColumn("employees", "count", aside=True),
        GridColumn("location_quotient", "number", folds=True),
        GridColumn("stars", "stars", folds=True),
        GridColumn("institutions", "count", folds=True),
        GridColumn("clusters", "count", folds=True),
        GridColumn("now", "count"),
        GridColumn("leads", "count"),
        GridColumn("renews", "count"),
        GridColumn("divisions", "activities", wraps=True, folds=True),
        GridColumn("employees_stated", "stated", wraps=True, folds=True),
        GridColumn("quotient_stated", "stated", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(_row(card) for card in found.cards)
    return Grid("clusters", columns, rows) if rows else None


def _row(card: Card) -> tuple[object, ...]:
    size, steps = card.agglomeration, card.horizons
    employees = int(size.employees.value) if size.employees else None
    return (
        card.cluster.id,
        card.cluster.maturity,
        employees,
        size.location_quotient,
        size.stars if size.measured else None,
        len(card.relations.institutions),
        len(card.relations.clusters),
        len(steps.now),
        steps.leads,
        len(steps.link) + len(steps.build),
        size.activities or None,
        size.employees,
        size.stated.get("lq_employment"),
        (f"actors.{card.cluster.id}",),
    )


def links_part(here: Ground, heading: str, found: Sequence[Bridge], *, empty: str, legend: str | None = None) -> Part:
    """The first few links as sentences, the others as rows."""
    told = tuple(bridge_finding(here, bridge) for bridge in found[:TOLD])
    grid = _bridges(here, heading, found[TOLD:]) if len(found) > TOLD else None
    return Part(heading, findings=told, grid=grid, legend=legend, empty=empty)


def _bridges(here: Ground, name: str, found: Sequence[Bridge]) -> Grid:
    columns = (
        GridColumn("a", "name", wraps=True),
        GridColumn("b", "name", wraps=True),
        GridColumn("link", "link"),
        GridColumn("lifted", "count"),
        GridColumn("ahead", "count"),
        GridColumn("best_path", "name", wraps=True, folds=True),
        GridColumn("fit_move", "number_move"),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (item.a, item.b, (item.strength, item.passive), len(item.lifts), sum(lift.ahead > 0 for lift in item.lifts),
         item.lifts[0].path, (item.lifts[0].fit_from, item.lifts[0].fit_to), bridge_lines(here, item))
        for item in found
    )  # fmt: skip
    return Grid(name, columns, rows, most=MOST_ROWS - TOLD)
