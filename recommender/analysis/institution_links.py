"""Which institution holds what a path or a cluster lacks, whether it is linked, and the best next link (METHODS A8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..measures.competence.coalition import Coalition
from ..measures.competence.connection import gains_if_linked
from ..model.finding import Finding
from ..model.recommendation import CompetenceEvidence, Opportunity, Recommendation
from ..model.study import Grid, GridColumn
from .ground import Ground
from .reasons import WEAK_LINK, linked_pairs, links_between
from .scoring import DIGITS

MOST_SHOWN = 6
LEAST_GAIN = 0.01
"""A gain in fit from which a single link is worth a line (judged, ours)."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An institution that holds more of some competences than reaches the lead of a path.

    `strength` is its direct link to the lead (`passive`: one that only governs or brokers, which carries nothing),
    `gain` the fit that a full link would add, all else equal; one that is in the coalition already may be linked too
    weakly. 0: another essential is missing as well. `competences` are those of the path that it holds more of, the
    most missed first.
    """

    path: str
    lead: str
    institution: str
    competences: tuple[str, ...]
    strength: float
    passive: bool
    gain: float

    @property
    def link(self) -> tuple[float, bool]:
        return self.strength, self.passive


def holders(here: Ground, answer: Recommendation) -> tuple[Holder, ...]:
    """All of them, path by path in the order of the ranking, the largest gain first."""
    institutions = [row for row, role in enumerate(here.land.roles) if role == "institution"]
    linked = linked_pairs(here.profile)
    found: list[Holder] = []
    for item in (*answer.opportunities, *answer.not_recommended):
        if item.competence is not None and item.competence.lead:
            found += _of_path(here, item, item.competence, institutions, linked)
    return tuple(found)


def _of_path(
    here: Ground,
    item: Opportunity,
    evidence: CompetenceEvidence,
    institutions: Sequence[int],
    linked: Collection[frozenset[str]],
) -> list[Holder]:
    land, needs = here.land, here.land.needs(here.profile.library.paths[item.id])
    lead = land.position(evidence.lead)
    members = tuple(sorted(land.position(name) for name in evidence.coalition))
    today = Coalition(
        lead, members, evidence.fit.low, evidence.net_fit, evidence.coverage, 1.0, evidence.gate, evidence.upper_bound,
        evidence.exact,
    )  # fmt: skip
    gain = np.round(gains_if_linked(here.today, needs, today, here.rules), DIGITS)
    column = {name: place for place, name in enumerate(land.competences)}
    rows = []
    for row in institutions:
        brings = tuple(
            gap.competence
            for gap in item.gaps
            if round(float(here.today.held[row, column[gap.competence]]) - gap.available, DIGITS) > 0
        )
        if brings:
            strength = float(land.strength[lead, row])
            name = land.actors[row]
            passive = strength == 0 and frozenset((evidence.lead, name)) in linked
            rows.append(Holder(item.id, evidence.lead, name, brings, strength, passive, float(gain[row])))
    return sorted(rows, key=lambda holder: (-holder.gain, -len(holder.competences), holder.institution))


def best_of_each_path(found: Sequence[Holder]) -> Grid | None:
    """For each path the institution whose full link to the lead would add most, where that is worth a line."""
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("gain", "number"),
        GridColumn("link", "link"),
        GridColumn("lead", "name", wraps=True, folds=True),
        GridColumn("institution", "name", wraps=True, folds=True),
        GridColumn("holds", "first_names", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    first: dict[str, Holder] = {}
    for holder in found:
        if holder.gain >= LEAST_GAIN:
            first.setdefault(holder.path, holder)
    rows = tuple(
        (
            item.path,
            item.gain,
            item.link,
            item.lead,
            item.institution,
            item.competences,
            _levels(item),
        )
        for item in first.values()
    )
    return Grid("path_institutions", columns, rows, most=MOST_SHOWN) if rows else None


def every_holder(found: Sequence[Holder]) -> Grid:
    """Every institution that holds more of something than reaches the lead of a path, for a spreadsheet."""
    columns = (
        GridColumn("path", "name", wraps=True),
        GridColumn("institution", "name", wraps=True),
        GridColumn("lead", "name", wraps=True, folds=True),
        GridColumn("holds", "names", wraps=True, folds=True),
        GridColumn("link", "link"),
        GridColumn("gain", "number"),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (
            item.path,
            item.institution,
            item.lead,
            item.competences,
            item.link,
            item.gain,
            _levels(item),
        )
        for item in found
    )
    return Grid("institutions", columns, rows)


def _levels(item: Holder) -> list[str]:
    return [f"actors.{item.institution}.competences.{one}" for one in item.competences]


def best_of_each_cluster(
    here: Ground, found: Sequence[Holder], clusters: Iterable[tuple[str, Sequence[str], Collection[str]]]
) -> Grid:
    """For each (cluster, institutions that it works with, paths that it is in) the best next institution."""
    columns = (
        GridColumn("cluster", "name", wraps=True),
        GridColumn("gain", "number"),
        GridColumn("link", "link"),
        GridColumn("institution", "name", wraps=True, folds=True),
        GridColumn("holds", "first_names", wraps=True, folds=True),
        GridColumn("for_path", "name", wraps=True, folds=True),
        GridColumn("works_with", "first_names", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows: list[tuple[object, ...]] = []
    for cluster, linked, paths in clusters:
        told = next(missing_links(here, found, cluster, paths), None)
        facts = told.facts if told else dict.fromkeys(("gain", "other", "competences", "path"))
        rows.append((
            cluster, facts["gain"], (facts["strength"], facts["passive"]) if told else None, facts["other"],
            facts["competences"], facts["path"], list(linked) or None, list(told.at) if told else [f"actors.{cluster}"],
        ))  # fmt: skip
    return Grid("cluster_institutions", columns, tuple(rows), most=MOST_SHOWN)


def missing_links(here: Ground, found: Sequence[Holder], cluster: str, paths: Collection[str]) -> Iterator[Finding]:
    """The institutions that hold what a cluster lacks for its `paths` and work with it weakly or not at all."""
    land, library = here.land, here.profile.library.paths
    me = land.position(cluster)
    column = {name: place for place, name in enumerate(land.competences)}

    def short(holder: Holder) -> tuple[str, ...]:
        """What of it the cluster itself holds too little of."""
        own = {one: float(here.today.held[me, column[one]]) for one in holder.competences}
        needs, there = library[holder.path].needs, here.today.held[land.position(holder.institution)]
        return tuple(one for one in own if own[one] < min(needs[one].level, float(there[column[one]])))

    mine: dict[str, list[Holder]] = {}
    for holder in found:
        weak = land.strength[me, land.position(holder.institution)] < WEAK_LINK
        if holder.path in paths and weak and holder.gain >= LEAST_GAIN and (lacking := short(holder)):
            mine.setdefault(holder.institution, []).append(replace(holder, competences=lacking))
    order = sorted(mine, key=lambda name: (-round(sum(holder.gain for holder in mine[name]), DIGITS), name))
    for name in order:
        rows = sorted(mine[name], key=lambda holder: (-holder.gain, holder.path))
        wanted = dict.fromkeys(one for holder in rows for one in holder.competences)
        strength, lines = float(land.strength[me, land.position(name)]), links_between(here.profile, cluster, name)
        facts = {
            "actor": cluster,
            "other": name,
            "strength": strength,
            "passive": bool(lines) and strength == 0,
            "competences": list(wanted),
            "lead": rows[0].lead,
            "path": rows[0].path,
            "paths": [holder.path for holder in rows],
            "gain": rows[0].gain,
        }
        levels = [f"actors.{name}.competences.{one}" for one in wanted]
        own = [f"actors.{cluster}.competences.{one}" for one in wanted]
        yield Finding("cluster_lacks", cluster, facts, (*lines, *levels, *own))
