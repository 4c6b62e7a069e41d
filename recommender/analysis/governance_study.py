"""The answer of `ris3 governance`: who is ready, what to pool, what to do, and the seven criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.finding import Finding
from ..model.profile import Partner, Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .governance_advice import Organisation, Pooled, members_of, ungoverned
from .horizons import Horizons
from .pairs import Step
from .region_remarks import region_id

MOST_POOLED = 4
MOST_SEEN = 3
CRITERIA: tuple[tuple[int, tuple[str, ...]], ...] = (
    (1, ("analysis", "diffusion", "digitalisation")),
    (2, ("s3_body",)),
    (3, ("monitoring",)),
    (4, ("edp",)),
    (5, ("research_system", "cluster_programme")),
    (6, ("industrial_transition",)),
    (7, ("international", "partners")),
)
"""The fulfilment criteria of the enabling condition 1.1 (Regulation (EU) 2021/1060, Annex IV), each with the topics
of a profile's `governance` that may speak to it (our reading)."""


def governance_study(
    profile: Profile, answer: Recommendation, found: Sequence[Organisation], shared: Sequence[Pooled],
    visions: Mapping[str, Horizons],
) -> Study:  # fmt: skip
    """Cluster organisations, pooling, actions, a vision of each cluster and the region's own governance."""
    parts = (
        Part("organisations", findings=tuple(_without(profile)), grid=_table(profile, found), legend="organisations"),
        Part("actions", findings=tuple(_actions(profile, found))),
        Part("pooling", findings=tuple(_pooled(profile, item) for item in shared[:MOST_POOLED])),
        Part("vision", grid=_vision(visions), legend="vision"),
        Part("criteria", findings=tuple(_criteria(profile)), legend="criteria"),
    )
    return Study(
        answer, "governance", tuple(part for part in parts if part.findings or part.grid),
        data={"organisations": list(found), "pooled": list(shared), "visions": dict(visions)},
    )  # fmt: skip


def _vision(visions: Mapping[str, Horizons]) -> Grid | None:
    """Three horizons of each cluster: what is possible now, what one link opens first, and what one build."""
    columns = (
        GridColumn("cluster", "name", wraps=True),
        GridColumn("vision_now", "names", wraps=True, folds=True),
        GridColumn("vision_link", "step", wraps=True, folds=True),
        GridColumn("vision_build", "step", wraps=True, folds=True),
    )
    rows = tuple(
        (cluster, steps.now[:MOST_SEEN] or None, _first(steps.link), _first(steps.build))
        for cluster, steps in visions.items()
    )
    return Grid("vision", columns, rows) if rows else None


def _first(steps: Sequence[Step]) -> tuple[str, str] | None:
    """The path that is opened first, and what opens it."""
    return (steps[0].path, steps[0].opener) if steps else None


def _table(profile: Profile, found: Sequence[Organisation]) -> Grid | None:
    columns = (
        GridColumn("association", "name", wraps=True),
        GridColumn("members", "names", wraps=True),
        GridColumn("readiness", "number"),
        GridColumn("known", "count"),
        GridColumn("ask_for", "indicators", wraps=True, folds=True),
    )
    rows = tuple(
        (item.association.id, tuple(cluster.id for cluster in members_of(item.association, profile)), item.readiness,
         len(item.known), item.ask)
        for item in found
    )  # fmt: skip
    return Grid("organisations", columns, rows) if rows else None


def _without(profile: Profile) -> Iterator[Finding]:
    alone = ungoverned(profile)
    if alone:
        facts = {"clusters_named": list(alone), "count": len(profile.clusters)}
        yield Finding("ungoverned", region_id(profile), facts, tuple(f"actors.{name}" for name in alone))


def _actions(profile: Profile, found: Sequence[Organisation]) -> Iterator[Finding]:
    """Each action once, with the organisations that the facts ask it of."""
    rules = {action.rule.id: action.rule for item in found for action in item.actions}
    for name, rule in rules.items():
        asked = [(item, action) for item in found for action in item.actions if action.rule.id == name]
        rows = [{"actor": item.association.id, "facts": dict(action.facts)} for item, action in asked]
        at = [f"actors.{item.association.id}" for item, _ in asked]
        at += [f"actors.{cluster.id}" for item, _ in asked for cluster in members_of(item.association, profile)]
        yield Finding("governance_action", name, {"action_text": dict(rule.action), "asked_of": rows}, tuple(at))


def _pooled(profile: Profile, item: Pooled) -> Finding:
    facts = {
        "competence": item.competence,
        "paths": list(item.paths),
        "clusters_named": list(item.clusters),
        "summed": item.gain,
        "best_actor": item.source.id if item.source else None,
        "best_level": item.source.supply if item.source else None,
        "partner": item.source.partner if item.source else None,
    }
    held = [f"actors.{item.source.id}.competences.{item.competence}"] if item.source else []
    needs = [f"library.paths.{path}.needs.{item.competence}" for path in item.paths]
    own = [f"actors.{cluster}.competences.{item.competence}" for cluster in item.clusters]
    return Finding(
        "pooled", item.competence, facts, (*held, *own, *needs, *(f"actors.{name}" for name in item.clusters))
    )


def _criteria(profile: Profile) -> Iterator[Finding]:
    """What the profile says to each criterion; partners stand for the seventh where nothing is written."""
    statements = profile.governance.statements
    for number, topics in CRITERIA:
        told = [(topic, statements[topic]) for topic in topics if topic in statements]
        texts = [dict(said.name or said.process) for _, said in told if said.name or said.process]
        texts += [{"en": said.url} for _, said in told if said.url and not (said.name or said.process)]
        at = [f"governance.{topic}" for topic, _ in told]
        if number == 7 and not told:
            abroad = [partner for partner in profile.partners if partner.via and _abroad(partner, profile)]
            texts, at = [dict(partner.name) for partner in abroad], [f"partners.{partner.id}" for partner in abroad]
        grades = [said.evidence for _, said in told if said.evidence]
        evidence = "none" if not texts or "none" in grades else grades[0] if grades else "stated"
        facts = {"criterion_number": number, "evidence_kind": evidence, "texts": texts}
        yield Finding("enabling_criterion", region_id(profile), facts, tuple(at) or ("governance",))


def _abroad(partner: Partner, profile: Profile) -> bool:
    """Whether a partner is in another country, by the first two letters of the codes; unknown counts as not."""
    here, there = profile.region.code, partner.region
    return here is not None and there is not None and here[:2] != there[:2]
