"""The answer of `ris3 clusters`: an overview, or the card of one cluster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .bridges import Bridge, bridge_finding, bridges_to_build, institutions_to_link, unused_institutions
from .cluster_matrix import cluster_matrix
from .clusters import Card
from .competence_base import competence_variety, unique_competences, variety_finding, weak_points
from .facets import agglomeration_facet, embeddedness_facet, specialisation_facet
from .ground import Ground
from .institution_links import Holder, best_of_each_path, missing_links
from .pairs import Pairs
from .production_chain import Chain, Deliveries, chain_finding
from .reasons import links_between
from .strong_pairs import StrongPair, pairs_grid

TOLD = 3
MOST_ROWS = 10
SPECIALISED_IN = ("lq_exports", "rta_patents")
"""Figures of specialisation beside the location quotient of employment."""


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
    between = bridges_to_build(found.bridges, found.pairs, MOST_ROWS)
    beyond = institutions_to_link(found.bridges, found.pairs, MOST_ROWS)
    known = competence_variety(profile, sectors)
    base = (
        [variety_finding(profile, known), *weak_points(here, found.answer), unique_competences(here)] if known else []
    )
    parts = [
        Part(findings=tuple(finding for finding in found.answer.findings if finding.kind == "thin_profile")),
        Part(grid=_clusters(found), legend="clusters"),
        Part("matrix", grid=cluster_matrix(profile.clusters, found.bridges), legend="matrix"),
        _links(here, "bridges", between, legend="bridges"),
        _links(here, "next_links", beyond),
        Part("path_institutions", grid=best_of_each_path(found.holders), legend="path_institutions"),
        Part("unused_institutions", findings=unused_institutions(here, found.pairs, found.bridges)),
        Part("chains", findings=tuple(_chains(found))),
        Part("variety", findings=tuple(base)),
        Part("strong_pairs", grid=pairs_grid(found.strong_pairs), legend="strong_pairs"),
    ]
    return Study(
        found.answer,
        "clusters",
        tuple(part for part in parts if part.findings or part.grid),
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


def _chains(found: Ecosystem, cluster: str | None = None) -> Iterator[Finding]:
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
        GridColumn("employees", "count", folds=True),
        GridColumn("location_quotient", "number", folds=True),
        GridColumn("stars", "stars", folds=True),
        GridColumn("institutions", "count", folds=True),
        GridColumn("clusters", "count", folds=True),
        GridColumn("now", "count"),
        GridColumn("leads", "count"),
        GridColumn("renews", "count"),
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
    )


def _links(here: Ground, heading: str, found: Sequence[Bridge], legend: str | None = None) -> Part:
    told = tuple(bridge_finding(here, bridge) for bridge in found[:TOLD])
    grid = _bridges(heading, found[TOLD:]) if len(found) > TOLD else None
    return Part(heading, findings=told, grid=grid, legend=legend)


def _bridges(name: str, found: Sequence[Bridge]) -> Grid:
    columns = (
        GridColumn("a", "name", wraps=True),
        GridColumn("b", "name", wraps=True),
        GridColumn("link", "number"),
        GridColumn("lifted", "count"),
        GridColumn("ahead", "count"),
        GridColumn("best_path", "name", wraps=True, folds=True),
        GridColumn("fit_move", "number_move"),
    )
    rows = tuple(
        (item.a, item.b, item.strength, len(item.lifts), sum(lift.ahead > 0 for lift in item.lifts),
         item.lifts[0].path, (item.lifts[0].fit_from, item.lifts[0].fit_to))
        for item in found
    )  # fmt: skip
    return Grid(name, columns, rows)


def card_study(found: Ecosystem, card: Card) -> Study:
    """One cluster: its three features, how it works, and its three horizons."""
    mine = [item for item in found.bridges if card.cluster.id in (item.a, item.b)]
    own = [item for item in mine if item.weak and any(lift.ahead for lift in item.lifts)]
    parts = (
        Part("as_it_is", findings=tuple(_as_it_is(card, found))),
        Part("lacks", findings=tuple(missing_links(found.here, found.holders, card.cluster.id, card.horizons.now))),
        Part("renewal", findings=tuple(_renewal(card, found.here))),
        _links(found.here, "own_links", own[:MOST_ROWS]),
    )
    return Study(
        found.answer, "cluster", tuple(part for part in parts if part.findings), about={"cluster": card.cluster.id},
        data={"card": card, "bridges": mine, "chain": found.chains.get(card.cluster.id),
              "institutions": [item for item in found.holders if item.path in card.horizons.now]},
    )  # fmt: skip


def _as_it_is(card: Card, found: Ecosystem) -> Iterator[Finding]:
    actor, profile = card.cluster.id, found.here.profile
    stage = {"actor": actor, "maturity": card.cluster.maturity}
    skills = {"competences": list(card.strongest), "rare": list(card.rarest)}
    at = tuple(f"actors.{actor}.competences.{name}" for name in (*card.strongest, *card.rarest))
    yield Finding("cluster_competences", actor, stage | skills, (f"actors.{actor}.maturity", *at))
    yield _size(card)
    yield _chain(card, found)
    yield from _chains(found, actor)
    yield from (_roots(card, profile), _learning(card))
    challenged = {name: graded.value for name, graded in sorted(card.cluster.exposure.items())}
    facts = {"actor": actor, "carried": dict(card.carried), "challenged": challenged}
    yield Finding("cluster_transitions", actor, facts, (f"actors.{actor}.competences", f"actors.{actor}.exposure"))


def _facet(card: Card, name: str) -> float | None:
    facet = card.cluster.facets.get(name)
    return facet.value if facet else None


def _size(card: Card) -> Finding:
    size, actor = card.agglomeration, card.cluster.id
    facts = {
        "actor": actor,
        "employees": int(size.employees.value) if size.employees else None,
        "location_quotient": size.location_quotient,
        "share_of_region": size.share_of_region,
        "stars": list(size.stars),
        "size_percentile": size.size_percentile,
        "focus_percentile": size.focus_percentile,
        "facet": _facet(card, "agglomeration"),
        "facet_by_figures": agglomeration_facet(size.size_percentile, size.focus_percentile),
        "measured": size.measured,
    }
    fields = ("figures.employees", "figures.lq_employment", "figures.share_of_region", "facets", "activities")
    return Finding("cluster_size", actor, facts, tuple(f"actors.{actor}.{name}" for name in fields))


def _chain(card: Card, found: Ecosystem) -> Finding:
    actor, profile = card.cluster.id, found.here.profile
    supplies = [link for link in profile.links if link.kind == "supplies" and actor in (link.a, link.b)]
    others = {link.b if link.a == actor else link.a: link.strength.value for link in supplies}
    local = card.cluster.figures.get("local_supply_share")
    estimate = found.chains[actor].local if actor in found.chains else None
    supplied = local.value if local else estimate
    facts = {
        "actor": actor,
        "suppliers": sorted(others, key=lambda other: (-others[other], other)),
        "local_supply": local.value if local else None,
        "specialised_in": {
            name: graded.value for name in SPECIALISED_IN if (graded := card.cluster.figures.get(name)) is not None
        },
        "facet": _facet(card, "specialisation"),
        "facet_by_figures": specialisation_facet(card.agglomeration.location_quotient, supplied),
    }
    lines = [line for other in others for line in links_between(profile, actor, other)]
    return Finding("cluster_chain", actor, facts, (*lines, f"actors.{actor}.facets"))


def _roots(card: Card, profile: Profile) -> Finding:
    actor, institutions = card.cluster.id, card.relations.institutions
    members = [item.member_count for item in profile.associations if actor in item.members and item.member_count]
    per_ten = 10 * len(institutions) / members[0].value if len(members) == 1 and members[0].value else None
    strength = card.relations.institution_strength or 0.0
    partners = len(institutions) + len(card.relations.clusters) + len(card.relations.users)
    others = len(profile.institutions) + len(profile.clusters) - 1 + len(profile.users)
    facts = {
        "actor": actor,
        "institutions": list(institutions),
        "strength": strength,
        "per_ten": per_ten,
        "connected": round(partners / others, 9) if others else 0.0,
        "facet": _facet(card, "embeddedness"),
        "facet_by_figures": embeddedness_facet(_research_links(actor, profile), strength),
    }
    lines = [line for other in institutions for line in links_between(profile, actor, other)]
    return Finding("cluster_roots", actor, facts, (*lines, f"actors.{actor}.facets"))


def _research_links(cluster: str, profile: Profile) -> float | None:
    """Counted research links per ten members of the organisation of a cluster, which the profile may state."""
    for item in profile.associations:
        if cluster in item.members and item.member_count and item.research_links and item.member_count.value:
            return 10 * item.research_links.value / item.member_count.value
    return None


def _learning(card: Card) -> Finding:
    modes = {name: card.relations.modes.get(name) for name in ("interacting", "using", "science")}
    facts = {"actor": card.cluster.id, **modes, "silo": card.relations.silo}
    return Finding("cluster_learning", card.cluster.id, facts, card.relations.lines)


def _renewal(card: Card, here: Ground) -> Iterator[Finding]:
    actor, steps = card.cluster.id, card.horizons
    if not (steps.now or steps.link or steps.build):
        stuck = {"actor": actor, "maturity": card.cluster.maturity}
        yield Finding("cluster_stuck", actor, stuck, (f"actors.{actor}",))
        return
    at = (f"actors.{actor}.competences",)
    yield Finding("cluster_now", actor, {"actor": actor, "paths": list(steps.now), "leads": steps.leads}, at)
    for step in steps.link:
        facts: dict[str, object] = {"actor": actor, "path": step.path, "other": step.opener, "fit_to": step.fit}
        lines = links_between(here.profile, actor, step.opener)
        yield Finding("cluster_link", actor, facts, (*lines, *at, f"actors.{step.opener}.competences"))
    for step in steps.build:
        need = here.profile.library.paths[step.path].needs[step.opener]
        facts = {
            "actor": actor, "path": step.path, "competence": step.opener, "available": step.reached,
            "level": need.level, "fit_to": step.fit,
        }  # fmt: skip
        lines = (f"actors.{actor}.competences.{step.opener}", f"library.paths.{step.path}.needs.{step.opener}")
        yield Finding("cluster_build", actor, facts, lines)
