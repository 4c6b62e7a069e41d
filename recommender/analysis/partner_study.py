"""The answer of `ris3 partners`: who brings what, what we bring, which few together, and who else might."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..model.evidence import LocalText
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from .complements import Elsewhere
from .gap_closers import gap_closers, returned, supplies
from .partner_findings import about_partner, left_out, links_in_use, silos, similar, together, unknown
from .partner_paths import AskedPaths
from .partner_regions import alike_by_statistics, parts_elsewhere
from .partners import Consortium, PartnerView
from .region_remarks import region_id

TOLD = 2
MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Partnership:
    """What was found about partners over `paths`: all of the library, unless some were `asked` for.

    `statistics` is None where they do not hold the region; `left_out` names profiles that are no partners.
    """

    paths: tuple[str, ...]
    views: tuple[PartnerView, ...]
    chosen: Consortium | None
    statistics: Elsewhere | None
    asked: AskedPaths | None = None
    left_out: tuple[LocalText, ...] = ()


def partner_study(profile: Profile, answer: Recommendation, found: Partnership) -> Study:
    """What was found, the most useful first; of paths that no partner lifts only that, and why."""
    parts = (
        _helpless(profile, answer, found) if found.asked and found.asked.none_helped else _parts(profile, answer, found)
    )
    elsewhere = found.statistics.complements if found.statistics else ()
    return Study(
        answer, "partners", tuple(part for part in (*parts, *_by_statistics(profile, found)) if part.says_something),
        data={"paths": list(found.paths), "partners": list(found.views), "consortium": found.chosen,
              "elsewhere": list(elsewhere), "alike": list(found.statistics.alike if found.statistics else ())},
        steps=_steps(found),
    )  # fmt: skip


def _helpless(profile: Profile, answer: Recommendation, found: Partnership) -> tuple[Part, ...]:
    said = (*(found.asked.findings if found.asked else ()), *unknown(profile), *left_out(profile, found.left_out))
    gaps = gap_closers(profile, answer, found.paths)
    return Part("asked_paths", findings=said), Part("gap_closers", grid=gaps, legend="gap_closers", aside=True)


def _parts(profile: Profile, answer: Recommendation, found: Partnership) -> tuple[Part, ...]:
    views, asked = found.views, found.asked is not None
    to_ask = {item.id for item in answer.not_recommended if item.band == "not_assessed"}
    told = [view for view in views if view.gains or view.to_ask]
    alone = asked and found.chosen is not None and len(found.chosen.members) == 1
    said = (
        *(finding for view in told[:TOLD] for finding in about_partner(profile, view, to_ask)),
        *unknown(profile),
        *left_out(profile, found.left_out),
    )
    missing = supplies(profile, answer, found.paths)
    return (
        Part("asked_paths", findings=found.asked.findings if found.asked else ()),
        Part("partners", findings=said, grid=_views(views if told and not asked else told, to_ask), legend="partners",
             empty="no_partner_gains" if views else None),
        Part("consortium", findings=tuple(together(profile, None if alone else found.chosen, to_ask)),
             empty="consortium" if len(views) > 1 and told and not alone else None),
        Part("links_today", findings=(*links_in_use(profile, views), *silos(profile)), aside=asked),
        Part("partner_links", grid=_links(profile, views), legend="partner_links", aside=True),
        Part("supplies", grid=missing, legend="supplies", empty="supplies" if views else None, aside=asked),
        Part("gap_closers", grid=gap_closers(profile, answer, found.paths), legend="gap_closers",
             empty="gap_closers", aside=not asked),
        Part("returned", grid=returned(views), legend="returned", aside=True),
    )  # fmt: skip


def _by_statistics(profile: Profile, found: Partnership) -> tuple[Part, ...]:
    asked, subject = found.asked is not None, region_id(profile)
    there = found.statistics or Elsewhere((), ())
    alike = () if asked else tuple(alike_by_statistics(subject, there, found.views))
    empty = "no_statistics" if found.statistics is None else None if asked else "elsewhere"
    return (
        Part(
            "similar", findings=(*similar(profile, [view for view in found.views if view.gains or not asked]), *alike)
        ),
        *parts_elsewhere(subject, there, "elsewhere", empty),
    )


def _steps(found: Partnership) -> tuple[tuple[str, str], ...]:
    if found.asked and found.asked.none_helped:
        return ((f"ris3 explain SOURCE {found.paths[0]}", "partners_explain"),)
    if not found.views:
        return (("ris3 partners SOURCE --with FOLDER", "partners_with"),)
    best = next((gain.path for view in found.views for gain in view.gains), None)
    one = (f"ris3 partners SOURCE {best}", "partners_path")
    whole = ("ris3 partners SOURCE --part gap_closers", "partners_gaps")
    return (*([one] if best and not found.asked else []), *([] if found.asked else [whole]))


def _views(views: Sequence[PartnerView], to_ask: Collection[str]) -> Grid | None:
    columns = (
        GridColumn("partner", "name", wraps=True),
        GridColumn("lifted", "count"),
        GridColumn("opened", "count"),
        GridColumn("paths_to_ask", "count", aside=not any(view.to_ask for view in views)),
        GridColumn("today", "number", aside=True),
        GridColumn("proposed", "number"),
        GridColumn("linked", "number"),
        GridColumn("given", "number"),
        GridColumn("overlap", "percent"),
    )
    rows = tuple(
        (view.partner.id, len(view.gains), sum(item.new and item.path not in to_ask for item in view.gains),
         len(view.to_ask), view.today, view.proposed, view.gain, view.given, view.overlap)
        for view in views
    )  # fmt: skip
    return Grid("partners", columns, rows, most=MOST_ROWS) if rows else None


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
