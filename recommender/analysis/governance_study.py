"""The answer of `ris3 governance`: who is ready, what to pool, what to do, and the seven criteria."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model.config import Alone, Config
from ..model.finding import Finding
from ..model.profile import Partner, Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .governance_advice import Organisation, Pooled, members_of, ungoverned
from .horizons import Horizons
from .pairs import Step
from .readiness import ASKED, RegionReadiness, readiness_of_region
from .region_remarks import cited, region_id

MOST_ROWS = 8
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
    profile: Profile, answer: Recommendation, config: Config, found: Sequence[Organisation],
    shared: Sequence[Pooled], visions: Mapping[str, Horizons],
) -> Study:  # fmt: skip
    """Cluster organisations, pooling, actions, a vision of each cluster and the region's own governance."""
    readiness = readiness_of_region(profile, config.readiness)
    silent = "alone" if found else "no_organisation"
    parts = (
        Part(findings=tuple(finding for finding in answer.findings if finding.kind == "thin_profile")),
        Part("organisations", findings=tuple(_ready(profile, readiness, config.readiness.clusters_known, found)),
             grid=_table(profile, found), legend="organisations", empty="organisations"),
        Part("alone_resources", findings=tuple(_alone("resources", profile, found)),
             empty=silent if answer.opportunities or not found else "no_path_yet"),
        Part("pooling", grid=_pooling(profile, shared), legend="pooling",
             empty="pooling" if answer.opportunities else None),
        Part("pooled", findings=tuple(_pooled(profile, item) for item in shared), aside=True),
        Part("alone_research", findings=tuple(_alone("research", profile, found)), empty=silent),
        Part("alone_access", findings=tuple(_alone("access", profile, found)), empty=silent),
        Part("alone_organisation", findings=tuple(_alone("organisation", profile, found)), empty=silent),
        Part("vision", grid=_vision(visions), legend="vision", empty="vision"),
        Part("criteria", findings=tuple(_criteria(profile)), legend="criteria"),
    )  # fmt: skip
    return Study(
        answer, "governance", tuple(part for part in parts if part.says_something),
        data={"organisations": list(found), "pooled": list(shared), "visions": dict(visions),
              "region_readiness": readiness},
    )  # fmt: skip


def _vision(visions: Mapping[str, Horizons]) -> Grid | None:
    """Three horizons of each cluster: what is possible now, what one link opens first, and what one build."""
    columns = (
        GridColumn("cluster", "name", wraps=True),
        GridColumn("vision_now", "first_names", wraps=True, folds=True),
        GridColumn("vision_link", "step", wraps=True, folds=True),
        GridColumn("vision_build", "step", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (cluster, steps.now or None, _first(steps.link), _first(steps.build), (f"actors.{cluster}.competences",))
        for cluster, steps in visions.items()
    )
    return Grid("vision", columns, rows) if any(any(row[1:4]) for row in rows) else None


def _first(steps: Sequence[Step]) -> tuple[str, str] | None:
    """The path that is opened first, and what opens it."""
    return (steps[0].path, steps[0].opener) if steps else None


def _table(profile: Profile, found: Sequence[Organisation]) -> Grid | None:
    columns = (
        GridColumn("association", "name", wraps=True),
        GridColumn("members", "names", wraps=True),
        GridColumn("readiness", "number"),
        GridColumn("known", "count"),
        GridColumn("ask_for", "indicators", aside=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (item.association.id, tuple(cluster.id for cluster in members_of(item.association, profile)) or None,
         item.readiness, len(item.known), item.ask, (f"actors.{item.association.id}",))
        for item in found
    )  # fmt: skip
    return Grid("organisations", columns, rows) if rows else None


def _ready(
    profile: Profile, region: RegionReadiness | None, least_known: float, found: Sequence[Organisation]
) -> Iterator[Finding]:
    """How ready the region is, who is not organised, and what to ask whom."""
    alone = ungoverned(profile)
    if region is None:
        return
    wanting = [item for item in found if item.readiness is None]
    asked = {name for item in wanting for name in item.ask}
    facts = {
        "readiness": region.value,
        "low": region.low,
        "high": region.high,
        "known_clusters": len(region.known),
        "least_known": least_known,
        "count": len(profile.clusters),
        "ask": [name for name in ASKED if name in asked],
        "asked_actors": [item.association.id for item in wanting],
    }
    lines = [f"actors.{item.association.id}" for item in found] or [f"actors.{name}" for name in region.unknown]
    yield Finding("region_readiness", region_id(profile), facts, tuple(lines))
    idle = [item.association.id for item in found if not members_of(item.association, profile)]
    if alone or idle:
        told = {"clusters_named": list(alone), "count": len(profile.clusters), "idle_organisations": idle}
        yield Finding("ungoverned", region_id(profile), told, tuple(f"actors.{name}" for name in (*alone, *idle)))


def _alone(alone: Alone, profile: Profile, found: Sequence[Organisation]) -> Iterator[Finding]:
    """What small firms cannot do alone: each action once, with whom the facts ask; and what would have to be known."""
    fired = [(item, action) for item in found for action in item.actions if action.rule.alone == alone]
    for name, rule in {action.rule.id: action.rule for _, action in fired}.items():
        asked = [(item, action) for item, action in fired if action.rule.id == name]
        rows = [{"actor": item.association.id, "facts": dict(action.facts)} for item, action in asked]
        at = [f"actors.{item.association.id}" for item, _ in asked]
        at += [f"actors.{cluster.id}" for item, _ in asked for cluster in members_of(item.association, profile)]
        told = {"action_text": dict(rule.action), "alone": alone, "asked_of": rows}
        yield Finding("governance_action", name, told, tuple(at))
    open_ones = [item for item in found if item.undecided.get(alone)]
    if open_ones:
        unknown = dict.fromkeys(name for item in open_ones for name in item.undecided[alone])
        whom = [item.association.id for item in open_ones]
        asked_for = {"alone": alone, "unknown_facts": list(unknown), "asked_actors": whom}
        yield Finding("alone_unknown", alone, asked_for, tuple(f"actors.{name}" for name in whom))


def _pooling(profile: Profile, shared: Sequence[Pooled]) -> Grid | None:
    columns = (
        GridColumn("competence", "name", wraps=True),
        GridColumn("short_in", "count"),
        GridColumn("summed_gain", "number"),
        GridColumn("wanted", "number"),
        GridColumn("best_level", "number"),
        GridColumn("pooling_answer", "word", wraps=True),
        GridColumn("held_most_by", "name", wraps=True, folds=True),
        GridColumn("held_in", "name", wraps=True, folds=True),
        GridColumn("short_for", "first_names", wraps=True, folds=True),
        GridColumn("in_paths", "first_names", aside=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (item.competence, len(item.paths), item.gain, item.needed, item.source.level if item.source else None,
         item.answer, item.source.id if item.source else None, item.source.partner if item.source else None,
         item.clusters, item.paths, _pooled(profile, item).at)
        for item in shared
    )  # fmt: skip
    return Grid("pooling", columns, rows, most=MOST_ROWS) if rows else None


def _pooled(profile: Profile, item: Pooled) -> Finding:
    facts = {
        "competence": item.competence,
        "paths": list(item.paths),
        "clusters_named": list(item.clusters),
        "summed": item.gain,
        "best_actor": item.source.id if item.source else None,
        "best_level": item.source.level if item.source else None,
        "level": item.needed,
        "partner": item.source.partner if item.source else None,
    }
    held = [f"actors.{item.source.id}.competences.{item.competence}"] if item.source else []
    needs = [f"library.paths.{path}.needs.{item.competence}" for path in item.paths]
    own = [f"actors.{cluster}.competences.{item.competence}" for cluster in item.clusters]
    return Finding(
        "pooled", item.competence, facts, (*held, *own, *needs, *(f"actors.{name}" for name in item.clusters))
    )


def _criteria(profile: Profile) -> Iterator[Finding]:
    """What the profile says to each criterion; where it is silent, partners with a source do for the seventh."""
    statements = profile.governance.statements
    for number, topics in CRITERIA:
        told = [(topic, statements[topic]) for topic in topics if topic in statements]
        texts = [dict(said.name or said.process) for _, said in told if said.name or said.process]
        texts += [{"en": said.url} for _, said in told if said.url and not (said.name or said.process)]
        at = [f"governance.{topic}" for topic, _ in told]
        abroad: list[Partner] = []
        if number == 7 and not told:
            abroad = [each for each in profile.partners if each.via and each.sources and _abroad(each, profile)]
            texts, at = [dict(partner.name) for partner in abroad], [f"partners.{partner.id}" for partner in abroad]
        grades = [said.evidence for _, said in told if said.evidence]
        given = [each.sources for each in abroad] + [said.sources for _, said in told]
        read_in = cited(profile, (name for names in given for name in names))
        stated = "sourced" if read_in else "stated"
        evidence = "none" if not texts or "none" in grades else grades[0] if grades else stated
        facts = {
            "criterion_number": number,
            "evidence_kind": evidence,
            "texts": texts,
            "topics": list(topics),
            "read_in": read_in,
        }
        yield Finding("enabling_criterion", region_id(profile), facts, tuple(at) or ("governance",))


def _abroad(partner: Partner, profile: Profile) -> bool:
    """Whether a partner is in another country, by the first two letters of the codes; unknown counts as not."""
    here, there = profile.region.code, partner.region
    return here is not None and there is not None and here[:2] != there[:2]
