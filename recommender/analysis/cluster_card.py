"""The answer of `ris3 clusters` about one cluster: its three features, how it works, how it could renew itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.evidence import Graded
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.study import Part, Study
from .cluster_study import TOLD, Ecosystem, chain_findings, links_part
from .clusters import Card
from .facets import FULL_PER_TEN, FULL_QUOTIENT, agglomeration_facet, embeddedness_facet, specialisation_facet
from .ground import Ground
from .horizons import Carried
from .institution_links import missing_links
from .reasons import links_between

SPECIALISED_IN = ("lq_exports", "rta_patents")
"""Figures of specialisation beside the location quotient of employment."""


def card_study(found: Ecosystem, card: Card) -> Study:
    """One cluster: its three features, how it works, and its three horizons."""
    mine = [item for item in found.bridges if card.cluster.id in (item.a, item.b)]
    own = [item for item in mine if item.weak and any(lift.ahead for lift in item.lifts)]
    parts = (
        Part("as_it_is", findings=tuple(_as_it_is(card, found))),
        Part("lacks", findings=tuple(missing_links(found.here, found.holders, card.cluster.id, card.horizons.now)),
             most=TOLD, empty="lacks"),
        Part("renewal", findings=tuple(_renewal(card, found.here))),
        links_part(found.here, "own_links", own, empty="own_links"),
    )  # fmt: skip
    return Study(
        found.answer, "cluster", tuple(part for part in parts if part.says_something),
        about={"cluster": card.cluster.id},
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
    yield from chain_findings(found, actor)
    yield from (_roots(card, profile), _learning(card))
    challenged = {name: graded.value for name, graded in sorted(card.cluster.exposure.items())}
    facts = {"actor": actor, "carried": dict(card.carried), "challenged": challenged}
    yield Finding("cluster_transitions", actor, facts, (f"actors.{actor}.competences", f"actors.{actor}.exposure"))


def _stated(figure: Graded) -> dict[str, object]:
    """A figure of the profile with what it counts, of when, and what it rests on."""
    return {"value": figure.value, "year": figure.year, "evidence": figure.evidence, "note": figure.note}


def _facet(card: Card, name: str) -> float | None:
    facet = card.cluster.facets.get(name)
    return facet.value if facet else None


def _size(card: Card) -> Finding:
    size, actor = card.agglomeration, card.cluster.id
    facts = {
        "actor": actor,
        "employees": int(size.employees.value) if size.employees else None,
        "employees_year": size.employees.year if size.employees else None,
        "stated": {name: _stated(graded) for name, graded in size.stated.items()},
        "activities_counted": list(size.activities),
        "title": (size.source.dataset or size.source.name) if size.source else "",
        "publisher": size.source.publisher if size.source else None,
        "year": size.source.year if size.source else None,
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
            name: _stated(graded) for name in SPECIALISED_IN if (graded := card.cluster.figures.get(name)) is not None
        },
        "facet": _facet(card, "specialisation"),
        "facet_by_figures": specialisation_facet(card.agglomeration.quotient, supplied),
        "full_at": FULL_QUOTIENT,
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
        "full_at": FULL_PER_TEN,
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
    facts: dict[str, object] = {
        "actor": actor, "paths": list(steps.now), "leads": steps.leads, "joined": list(steps.joins),
        "least_share": here.config.renewal.share,
    }  # fmt: skip
    yield Finding("cluster_now", actor, facts, at)
    for each in steps.carries:
        yield _carried(actor, each)
    for step in steps.link:
        facts = {"actor": actor, "path": step.path, "other": step.opener, "fit_to": step.fit}
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


def _carried(actor: str, each: Carried) -> Finding:
    facts = {
        "actor": actor, "path": each.path, "leads_it": each.leads, "essentials_brought": list(each.essentials),
        "share": each.share,
    }  # fmt: skip
    brought = (f"actors.{actor}.competences.{name}" for name in each.essentials)
    return Finding("cluster_carries", actor, facts, (*brought, f"actors.{actor}.competences"))
