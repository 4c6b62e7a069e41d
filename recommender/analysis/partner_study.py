"""The answer of `ris3 partners`: who brings what, what we bring, which few together, and who else might."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .complements import Alike, Complement, alike_grid, by_activity, by_region
from .gap_closers import gap_closers, returned, supplies
from .partners import Consortium, PartnerView
from .region_remarks import region_id

TOLD = 2
MOST_ROWS = 6


def partner_study(
    profile: Profile, answer: Recommendation, paths: Sequence[str], views: Sequence[PartnerView],
    chosen: Consortium | None, elsewhere: Sequence[Complement] | None, alike: Sequence[Alike] = (), *,
    asked: bool = False,
) -> Study:  # fmt: skip
    """Partners over `paths`, which are all of them unless some were `asked` for; no `elsewhere` without statistics."""
    told = [view for view in views if view.gains]
    to_ask = {item.id for item in answer.not_recommended if item.band == "not_assessed"}
    findings = (*(finding for view in told[:TOLD] for finding in _told(profile, view, to_ask)), *_unknown(profile))
    similar = (*_similar(views), *_alike(profile, alike))
    parts = (
        Part("partners", findings=findings, grid=_views(views, to_ask), legend="partners",
             empty="no_partner_gains" if views else None),
        Part("consortium", findings=tuple(_together(profile, views, chosen, to_ask)),
             empty="consortium" if views else None),
        Part("links_today", findings=(*_links_in_use(profile, views), *_silos(profile))),
        Part("partner_links", grid=_links(profile, views), legend="partner_links", aside=True),
        Part("supplies", grid=supplies(profile, answer, paths), legend="supplies", empty="supplies", aside=asked),
        Part("gap_closers", grid=gap_closers(profile, answer, paths), legend="gap_closers", empty="gap_closers",
             aside=not asked),
        Part("returned", grid=returned(views), aside=True),
        Part("similar", findings=similar, empty="similar"),
        Part("elsewhere", grid=by_activity(elsewhere or ()), legend="elsewhere",
             empty="no_statistics" if elsewhere is None else "elsewhere"),
        Part("complementary_regions", grid=by_region(elsewhere or ()), aside=True),
        Part("alike", grid=alike_grid(alike), legend="alike", aside=True),
    )  # fmt: skip
    return Study(
        answer, "partners", tuple(part for part in parts if part.says_something),
        data={"paths": list(paths), "partners": list(views), "consortium": chosen, "elsewhere": list(elsewhere or ()),
              "alike": list(alike)},
        steps=_steps(asked=asked, views=views),
    )  # fmt: skip


def _steps(*, asked: bool, views: Sequence[PartnerView]) -> tuple[tuple[str, str], ...]:
    if not views:
        return (("ris3 partners SOURCE --with FOLDER", "partners_with"),)
    best = views[0].gains[0].path if views[0].gains else None
    one = (f"ris3 partners SOURCE {best}", "partners_path")
    whole = ("ris3 partners SOURCE --part gap_closers", "partners_gaps")
    return (*([one] if best and not asked else []), *([] if asked else [whole]))


def _told(profile: Profile, view: PartnerView, to_ask: Collection[str]) -> Iterator[Finding]:
    first, partner = view.gains[0], view.partner.id
    facts = {
        "partner": partner,
        "path": first.path,
        "paths": [item.path for item in view.gains],
        "fit_from": first.fit_from,
        "fit_to": first.fit_to,
        "competences": list(first.brings),
        "brought_by": list(first.actors),
        "new": [item.path for item in view.gains if item.new and item.path not in to_ask],
        "paths_to_ask": [item.path for item in view.gains if item.path in to_ask],
        "today": view.today,
        "proposed": view.proposed,
        "full": view.gain,
        "used": [item.path for item in view.used],
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


def _views(views: Sequence[PartnerView], to_ask: Collection[str]) -> Grid | None:
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("lifted", "count"),
        GridColumn("opened", "count"),
        GridColumn("today", "number"),
        GridColumn("proposed", "number"),
        GridColumn("linked", "number"),
        GridColumn("given", "number"),
        GridColumn("overlap", "percent"),
    )
    rows = tuple(
        (view.partner.id, len(view.gains), sum(item.new and item.path not in to_ask for item in view.gains),
         view.today, view.proposed, view.gain, view.given, view.overlap)
        for view in views
    )  # fmt: skip
    return Grid("partners", columns, rows, most=MOST_ROWS) if rows else None


def _together(
    profile: Profile, views: Sequence[PartnerView], chosen: Consortium | None, to_ask: Collection[str]
) -> Iterator[Finding]:
    if chosen is None:
        return
    lifted = len(chosen.gains) or 1
    facts = {
        "partners": list(chosen.members),
        "paths": [item.path for item in chosen.gains],
        "new": [item.path for item in chosen.gains if item.new and item.path not in to_ask],
        "paths_to_ask": [item.path for item in chosen.gains if item.path in to_ask],
        "added": chosen.gain,
        "added_by_all": chosen.whole,
        "partners_known": chosen.considered,
        "at_most": chosen.most,
        "covered_from": math.fsum(item.covered_from for item in chosen.gains) / lifted,
        "covered_to": math.fsum(item.covered_to for item in chosen.gains) / lifted,
        "gap": chosen.gap,
        "exact": chosen.exact,
        "similar": [view.partner.id for view in views if view.similar and view.partner.id in chosen.members],
    }
    actors = dict.fromkeys(actor for item in chosen.gains for actor in item.actors)
    at = (*(f"partners.{name}" for name in chosen.members), *(f"actors.{name}.competences" for name in actors))
    yield Finding("consortium", region_id(profile), facts, at)


def _links_in_use(profile: Profile, views: Sequence[PartnerView]) -> Iterator[Finding]:
    """Which links of today lift a path, and which partners with a link do not."""
    linked = {partner.id for partner in profile.partners if partner.strength is not None or partner.links}
    if not linked:
        return
    used = {view.partner.id: [item.path for item in view.used] for view in views if view.used}
    facts = {
        "paths_of_partners": used,
        "partners": [partner.id for partner in profile.partners if partner.id in linked - used.keys()],
    }
    at = [f"partners.{partner.id}" for partner in profile.partners if partner.id in linked]
    yield Finding("partner_links", region_id(profile), facts, tuple(at))


def _links(profile: Profile, views: Sequence[PartnerView]) -> Grid | None:
    """What links there are to other regions: of the two regions as a whole, and of single actors."""
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("between", "names", wraps=True, folds=True),
        GridColumn("strength", "number"),
        GridColumn("lifts_today", "count"),
        GridColumn("at", "at", folds=True),
    )
    used = {view.partner.id: view.used for view in views}
    rows: list[tuple[object, ...]] = []
    for partner in profile.partners:
        gains = used.get(partner.id, ())
        if partner.strength is not None:
            at = (f"partners.{partner.id}.strength", f"partners.{partner.id}")
            rows.append((partner.id, (partner.id,), partner.strength.value, len(gains) if partner.actors else None, at))
        for place, link in enumerate(partner.links):
            lifts = sum(link.target in item.actors for item in gains)
            at = (f"partners.{partner.id}.links.{place}", f"partners.{partner.id}")
            rows.append((partner.id, (link.source, link.target), link.strength.value, lifts, at[:1]))
    return Grid("partner_links", columns, tuple(rows), most=MOST_ROWS) if rows else None


def _similar(views: Sequence[PartnerView]) -> Iterator[Finding]:
    for view in views:
        if view.similar and view.overlap is not None:
            facts = {
                "partner": view.partner.id,
                "overlap": view.overlap,
                "paths": [item.path for item in view.gains],
            }
            yield Finding("partner_similar", view.partner.id, facts, (f"partners.{view.partner.id}",))


def _alike(profile: Profile, found: Sequence[Alike]) -> Iterator[Finding]:
    if found:
        facts = {"regions_named": [item.name for item in found], "low": found[-1].shared, "high": found[0].shared}
        yield Finding("regions_alike", region_id(profile), facts, ("region",))


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
