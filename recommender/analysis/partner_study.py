"""The answer of `ris3 partners`: who brings what, what we bring, which few together, and who else might."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.reference import ReferenceModel
from ..model.study import Grid, GridColumn, Part, Study
from .gap_closers import gap_closers, returned
from .partners import Consortium, PartnerView
from .region_remarks import region_id

TOLD = 3
MOST_ROWS = 8
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Complement:
    """A region of the statistics: how much it would add around what ours lacks (B11), and what we share.

    `activities` are those that it has and ours lacks, the most wanted first; `shared` is the Jaccard index of
    the specialisations of the two.
    """

    region: str
    name: str
    potential: float
    shared: float
    activities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A region of the statistics and the specialisations that it shares with ours: their share, and how many."""

    region: str
    name: str
    shared: float
    count: int


def complements(
    model: ReferenceModel, region: str, wanted: Iterable[str], most: int = MOST_ROWS
) -> tuple[Complement, ...]:
    """The regions whose specialisations would add most around activities that ours lacks and that paths lead to.

    Mean over those activities i of sum_j phi_ij M_sj (1 - M_rj) / sum_j phi_ij, j other than i (METHODS B11), phi
    the Sapling similarity where it is positive. Large and varied regions come first by nature, all the more over
    many activities; actors are not known there.
    """
    row = model.region_index(region)
    own = model.present[row]
    codes = {code for code in wanted if code in model.activities}
    options = [column for column in map(model.activity_index, sorted(codes)) if not own[column]]
    phi = np.maximum(np.nan_to_num(model.similarity), 0.0)
    np.fill_diagonal(phi, 0.0)
    around = phi.sum(axis=0)
    options = [column for column in options if around[column] > 0]
    if not options:
        return ()
    pull = (phi[:, options] / around[options]).mean(axis=1)
    worth = (model.present & ~own) @ pull
    order = [other for other in np.argsort(-np.round(worth, 9), kind="stable").tolist() if other != row]
    return tuple(_complement(model, own, pull, other, float(worth[other])) for other in order[:most])


def most_alike(model: ReferenceModel, region: str, most: int = MOST_ALIKE) -> tuple[Alike, ...]:
    """The regions of the statistics that are specialised in most of the same, by the Jaccard index: to learn with."""
    row = model.region_index(region)
    own = model.present[row]
    together = (model.present & own).sum(axis=1)
    shared = together / np.maximum(1, (model.present | own).sum(axis=1))
    order = [other for other in np.argsort(-np.round(shared, 9), kind="stable").tolist() if other != row]
    return tuple(
        Alike(model.regions[other], model.region_names[other], float(shared[other]), int(together[other]))
        for other in order[:most]
    )


def _complement(model: ReferenceModel, own: np.ndarray, pull: np.ndarray, other: int, potential: float) -> Complement:
    theirs = model.present[other]
    brings = np.flatnonzero(theirs & ~own)
    order = brings[np.argsort(-np.round(pull[brings], 9), kind="stable")][:TOLD]
    shared = float((theirs & own).sum() / max(1, int((theirs | own).sum())))
    names = tuple(model.activities[column] for column in order.tolist())
    return Complement(model.regions[other], model.region_names[other], potential, shared, names)


def partner_study(
    profile: Profile, answer: Recommendation, paths: Sequence[str], views: Sequence[PartnerView],
    chosen: Consortium | None, elsewhere: Sequence[Complement], alike: Sequence[Alike] = (), *, asked: bool = False,
) -> Study:  # fmt: skip
    """Partners over `paths`, which are all of them unless some were `asked` for."""
    told = [view for view in views if view.gains]
    findings = tuple(finding for view in told[:TOLD] for finding in _told(profile, view))
    parts = (
        Part("partners", findings=findings, grid=_views(views), legend="partners"),
        Part("consortium", findings=tuple(_together(profile, chosen))),
        Part("gap_closers", grid=gap_closers(answer, paths, every=asked), legend="gap_closers"),
        Part("returned", grid=returned(views)),
        Part("mind", findings=(*_similar(views), *_unknown(profile), *_silos(profile))),
        Part("elsewhere", grid=_elsewhere(elsewhere), legend="elsewhere"),
        Part("alike", grid=_alike(alike), legend="alike"),
    )
    return Study(
        answer, "partners", tuple(part for part in parts if part.findings or part.grid),
        data={"paths": list(paths), "partners": list(views), "consortium": chosen, "elsewhere": list(elsewhere),
              "alike": list(alike)},
    )  # fmt: skip


def _told(profile: Profile, view: PartnerView) -> Iterator[Finding]:
    first, partner = view.gains[0], view.partner.id
    facts = {
        "partner": partner,
        "path": first.path,
        "paths": [item.path for item in view.gains],
        "fit_from": first.fit_from,
        "fit_to": first.fit_to,
        "competences": list(first.brings),
        "brought_by": list(first.actors),
        "new": [item.path for item in view.gains if item.new],
        "today": view.today,
        "proposed": view.proposed,
        "full": view.gain,
    }
    levels = [f"actors.{actor}.competences" for actor in first.actors]
    place = next((number for number, item in enumerate(profile.partners) if item.id == partner), 0)
    yield Finding("partner_brings", partner, facts, (f"partners.{partner}", f"partners.{place}", *levels))
    if view.returns:
        yield _returned(view, levels)


def _returned(view: PartnerView, levels: Sequence[str]) -> Finding:
    ours = [item.path for item in view.gains]
    joint = [path for path in ours if path in {item.path for item in view.returns}]
    best = next((item for item in view.returns if joint and item.path == joint[0]), view.returns[0])
    facts = {
        "partner": view.partner.id,
        "path": best.path,
        "paths": [item.path for item in view.returns],
        "fit_from": best.fit_from,
        "fit_to": best.fit_to,
        "competences": list(best.brings),
        "joint": joint,
    }
    return Finding("partner_receives", view.partner.id, facts, (f"partners.{view.partner.id}", *levels))


def _views(views: Sequence[PartnerView]) -> Grid | None:
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("today", "number"),
        GridColumn("proposed", "number"),
        GridColumn("linked", "number"),
        GridColumn("lifted", "count"),
        GridColumn("best_path", "name", wraps=True, folds=True),
        GridColumn("given", "number"),
        GridColumn("overlap", "percent"),
    )
    rows = tuple(
        (view.partner.id, view.today, view.proposed, view.gain, len(view.gains),
         view.gains[0].path if view.gains else None, view.given, view.overlap)
        for view in views
    )  # fmt: skip
    return Grid("partners", columns, rows) if rows else None


def _together(profile: Profile, chosen: Consortium | None) -> Iterator[Finding]:
    if chosen is None:
        return
    facts = {
        "partners": list(chosen.members),
        "paths": [item.path for item in chosen.gains],
        "new": [item.path for item in chosen.gains if item.new],
        "gap": chosen.gap,
        "exact": chosen.exact,
    }
    yield Finding("consortium", region_id(profile), facts, tuple(f"partners.{name}" for name in chosen.members))


def _similar(views: Sequence[PartnerView]) -> Iterator[Finding]:
    for view in views:
        if view.similar and view.overlap is not None:
            facts = {
                "partner": view.partner.id,
                "overlap": view.overlap,
                "paths": [item.path for item in view.gains],
            }
            yield Finding("partner_similar", view.partner.id, facts, (f"partners.{view.partner.id}",))


def _unknown(profile: Profile) -> Iterator[Finding]:
    silent = [partner.id for partner in profile.partners if not partner.actors]
    if silent or not profile.partners:
        places = tuple(f"partners.{name}" for name in silent) or ("region",)
        yield Finding("partner_unknown", region_id(profile), {"partners": silent}, places)


def _silos(profile: Profile) -> Iterator[Finding]:
    beyond = {link.source for partner in profile.partners for link in partner.links}
    alone = [cluster.id for cluster in profile.clusters if cluster.id not in beyond]
    if alone:
        facts = {"clusters_named": alone, "count": len(profile.clusters)}
        yield Finding("region_silos", region_id(profile), facts, tuple(f"actors.{name}" for name in alone))


def _elsewhere(found: Sequence[Complement]) -> Grid | None:
    columns = (
        GridColumn("code", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("potential", "percent"),
        GridColumn("shared", "percent"),
        GridColumn("brings", "names", wraps=True, folds=True),
    )
    rows = tuple((item.region, item.name, item.potential, item.shared, item.activities) for item in found)
    return Grid("elsewhere", columns, rows) if rows else None


def _alike(found: Sequence[Alike]) -> Grid | None:
    columns = (
        GridColumn("code", "text"),
        GridColumn("region_name", "text", wraps=True),
        GridColumn("shared", "percent"),
        GridColumn("shared_count", "count"),
    )
    rows = tuple((item.region, item.name, item.shared, item.count) for item in found)
    return Grid("alike", columns, rows) if rows else None
