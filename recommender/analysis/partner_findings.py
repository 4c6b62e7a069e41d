"""What is said about partners: what each would bring and get, the links there are, and who is similar."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ..model.evidence import LocalText
from ..model.finding import Finding
from ..model.profile import Profile
from .gap_closers import best_here
from .partner_gains import PathGain
from .partners import Consortium, PartnerView
from .region_remarks import region_id


def about_partner(profile: Profile, view: PartnerView, to_ask: Collection[str]) -> Iterator[Finding]:
    """What a partner would bring and what is to be asked here first; what it would get and what to ask there."""
    if view.gains:
        yield _brings(profile, view, to_ask)
    if view.to_ask:
        yield _to_ask("partner_to_ask", profile, view, view.to_ask)
    if view.returns:
        yield _returned(profile, view)
    if view.returns_to_ask:
        yield _to_ask("return_to_ask", profile, view, view.returns_to_ask)


def _brings(profile: Profile, view: PartnerView, to_ask: Collection[str]) -> Finding:
    first = view.gains[0]
    facts = {
        "partner": view.partner.id,
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
    return Finding("partner_brings", view.partner.id, facts, (*_partner(profile, view), *_levels(first)))


def _returned(profile: Profile, view: PartnerView) -> Finding:
    gaining = {item.path for item in view.returns}
    joint = [item.path for item in view.gains if item.path in gaining]
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
    return Finding(
        "partner_receives", view.partner.id, facts, (*_partner(profile, view), *_own_levels(profile, best.brings))
    )


def _to_ask(kind: str, profile: Profile, view: PartnerView, gains: Sequence[PathGain]) -> Finding:
    """What one side holds and nobody of the other was assessed for: what most paths ask for first."""
    asked = Counter(name for item in gains for name in item.unassessed)
    names = sorted(asked, key=lambda name: (-asked[name], name))
    held = (
        [place for item in gains for place in _levels(item) if place.rsplit(".", 1)[1] in asked]
        if kind == "partner_to_ask"
        else _own_levels(profile, names)
    )
    facts = {"partner": view.partner.id, "competences": names, "paths": [item.path for item in gains]}
    return Finding(kind, view.partner.id, facts, (*_partner(profile, view), *dict.fromkeys(held)))


def _partner(profile: Profile, view: PartnerView) -> tuple[str, ...]:
    place = next((number for number, item in enumerate(profile.partners) if item.id == view.partner.id), 0)
    return f"partners.{view.partner.id}", f"partners.{place}"


def _levels(gain: PathGain) -> tuple[str, ...]:
    """Where it stands what the partners' actors hold that they would bring."""
    return tuple(f"actors.{who}.competences.{what}" for what, who in zip(gain.brings, gain.suppliers, strict=True))


def _own_levels(profile: Profile, competences: Sequence[str]) -> list[str]:
    """Where it stands who of the region holds most of each."""
    held = best_here(profile)
    return [f"actors.{held[name].actor}.competences.{name}" for name in competences if name in held]


def together(profile: Profile, chosen: Consortium | None, to_ask: Collection[str]) -> Iterator[Finding]:
    """The few partners that add most."""
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
    }
    levels = dict.fromkeys(place for item in chosen.gains for place in _levels(item))
    yield Finding("consortium", region_id(profile), facts, (*(f"partners.{name}" for name in chosen.members), *levels))


def links_in_use(profile: Profile, views: Sequence[PartnerView]) -> Iterator[Finding]:
    """Which links of today lift a path, and which partners with a link do not."""
    linked = {partner.id for partner in profile.partners if partner.strength is not None or partner.links}
    if not linked:
        return
    used = {view.partner.id: [item.path for item in view.used] for view in views if view.used}
    known = {partner.id for partner in profile.partners if partner.actors}
    idle = [partner.id for partner in profile.partners if partner.id in (linked & known) - used.keys()]
    if used or idle:
        at = [f"partners.{partner.id}" for partner in profile.partners if partner.id in linked & known]
        facts = {"paths_of_partners": used, "partners": idle}
        yield Finding("partner_links", region_id(profile), facts, tuple(at))


def silos(profile: Profile) -> Iterator[Finding]:
    """Clusters without a link of their own beyond the region."""
    beyond = {link.source for partner in profile.partners for link in partner.links}
    alone = [cluster.id for cluster in profile.clusters if cluster.id not in beyond]
    if alone:
        facts = {"clusters_named": alone, "count": len(profile.clusters)}
        yield Finding("region_silos", region_id(profile), facts, tuple(f"actors.{name}" for name in alone))


def unknown(profile: Profile) -> Iterator[Finding]:
    """Partners of whom no actors are known, or that there are none."""
    silent = [partner.id for partner in profile.partners if not partner.actors]
    if silent or not profile.partners:
        places = tuple(f"partners.{name}" for name in silent) or ("region",)
        yield Finding("partner_unknown", region_id(profile), {"partners": silent}, places)


def left_out(profile: Profile, names: Sequence[LocalText]) -> Iterator[Finding]:
    """Profiles of a folder that are no partners, because they have no code, as made-up regions have none."""
    if names:
        yield Finding("partners_left_out", region_id(profile), {"texts": [dict(name) for name in names]}, ("region",))


def similar(profile: Profile, views: Sequence[PartnerView]) -> Iterator[Finding]:
    """Partners that can do little that the region cannot, and what of it they do better all the same."""
    for view in views:
        if view.similar and view.overlap is not None:
            brings = dict.fromkeys(name for item in view.gains for name in item.brings)
            facts = {
                "partner": view.partner.id,
                "overlap": view.overlap,
                "paths": [item.path for item in view.gains],
                "competences": list(brings),
            }
            levels = dict.fromkeys(place for item in view.gains for place in _levels(item))
            yield Finding("partner_similar", view.partner.id, facts, (*_partner(profile, view), *levels))
