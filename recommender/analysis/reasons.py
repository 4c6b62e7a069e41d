"""What is said about a path and on which facts it rests: reasons, warnings and findings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..model.config import Config
from ..model.evidence import EVIDENCE
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import Asset, CompetenceEvidence, NeedState, Opportunity

WEAK_LINK = 0.5
"""A direct link below this is called weak (judged, ours): members of one association have it by default."""

NOTABLE_GAIN = 0.05
"""A gain in fit from which an unconnected asset is worth a sentence (judged, ours)."""

MOST_TO_ASK = 6


def why_eligible(path: Path, evidence: CompetenceEvidence, profile: Profile) -> Iterator[Finding]:
    """The reasons for a path that is eligible."""
    facts: dict[str, Any] = {
        "path": path.id,
        "lead": evidence.lead,
        "fit": evidence.fit.low,
        "coverage": evidence.coverage,
        "needs": len(evidence.needs),
        "needs_met": sum(round(need.share, 9) >= 1 for need in evidence.needs),
    }
    at = tuple(levels_used(evidence.needs, profile))
    if len(evidence.coalition) == 1:
        yield Finding("led_alone", path.id, facts, at)
    else:
        yield Finding("fits", path.id, facts | {"coalition": list(evidence.coalition)}, at)
    luck = {"path": path.id, "percentile": evidence.null_percentile, "draws": evidence.draws}
    yield Finding("luck", path.id, luck, (*at, f"library.paths.{path.id}.needs"))
    if evidence.weakest_link and evidence.weakest_link[2] < WEAK_LINK:
        a, b, strength = evidence.weakest_link
        lines = links_between(profile, a, b)
        link = {"path": path.id, "a": a, "b": b, "strength": strength, "passive": bool(lines) and strength == 0}
        yield Finding("weak_link", path.id, link, lines or (f"actors.{a}", f"actors.{b}"))
    yield from _stand_ins(path, evidence)


def _stand_ins(path: Path, evidence: CompetenceEvidence) -> Iterator[Finding]:
    for need in evidence.needs:
        if need.nearby and need.supplier:
            facts = {
                "path": path.id,
                "competence": need.competence,
                "nearby": need.nearby,
                "actor": need.supplier,
                "stands_in": need.share,
            }
            held = f"actors.{need.supplier}.competences.{need.nearby}"
            yield Finding("nearby", path.id, facts, (held, f"library.paths.{path.id}.needs.{need.competence}"))


def why_not(
    path: Path, evidence: CompetenceEvidence, config: Config, nearest: Mapping[str, tuple[str | None, float]]
) -> Iterator[Finding]:
    """The reasons against a path that is not eligible although most of its needs were assessed.

    `nearest` gives for each competence the actor that comes nearest and its level. An essential for which
    nobody was assessed is not called missing (METHODS A0).
    """
    short = [need for need in evidence.needs if _falls_short(need, config)]
    for need in short:
        if need.assessed:
            actor, level = nearest[need.competence]
            facts = {
                "path": path.id,
                "competence": need.competence,
                "level": need.level,
                "minimum": need.level * config.eligibility.essential_share,
                "available": need.available,
                "nearest": actor,
                "nearest_level": level,
            }
            at = (f"library.paths.{path.id}.needs.{need.competence}",)
            own = (f"actors.{actor}.competences.{need.competence}",) if actor else ()
            yield Finding("missing_essential", path.id, facts, own + at)
    unknown = [need.competence for need in short if not need.assessed]
    if unknown:
        asked = tuple(f"library.paths.{path.id}.needs.{name}" for name in unknown)
        yield Finding("essential_not_assessed", path.id, {"path": path.id, "essentials": unknown}, asked)
    if round(evidence.fit.low, 9) < config.eligibility.bar:
        facts = {
            "path": path.id,
            "fit": evidence.fit.low,
            "bar": config.eligibility.bar,
            "potential": evidence.potential,
        }
        used = (f"actors.{need.supplier}.competences.{need.nearby or need.competence}" for need in evidence.needs
                if need.supplier)  # fmt: skip
        yield Finding("below_bar", path.id, facts, (*used, f"library.paths.{path.id}.needs"))


def _falls_short(need: NeedState, config: Config) -> bool:
    return need.essential and round(need.share, 9) < config.eligibility.essential_share


def ask_about(path: Path, needs: Sequence[NeedState], low: float, high: float, bar: float) -> Finding:
    """Nobody has assessed what decides: no verdict, but a question."""
    unknown = [need for need in needs if not need.assessed]
    essentials = [need.competence for need in unknown if need.essential]
    facts = {
        "path": path.id,
        "competences": to_ask(unknown),
        "essentials": essentials,
        "needs": len(needs),
        "needs_assessed": len(needs) - len(unknown),
        "low": low,
        "high": high,
        "bar": bar,
    }
    return Finding("not_assessed", path.id, facts, (f"library.paths.{path.id}",))


def to_ask(unknown: Iterable[NeedState], most: int = MOST_TO_ASK) -> list[str]:
    """Unassessed competences, those first that decide most: essentials, then by weight."""
    order = sorted(unknown, key=lambda need: (not need.essential, -need.weight * need.specificity, need.competence))
    return [need.competence for need in order[:most]]


def levels_used(needs: Sequence[NeedState], profile: Profile) -> Iterator[str]:
    """The fields of the profile on which the supply of a path rests."""
    for need in needs:
        if need.supplier:
            yield f"actors.{need.supplier}.competences.{need.nearby or need.competence}"


def links_between(profile: Profile, a: str, b: str) -> tuple[str, ...]:
    """The fields of the links between two actors."""
    pairs = enumerate(profile.links)
    return tuple(f"links.{position}" for position, link in pairs if {link.a, link.b} == {a, b})


def linked_pairs(profile: Profile) -> set[frozenset[str]]:
    """The pairs of actors between which the profile states a link of any kind."""
    return {frozenset((link.a, link.b)) for link in profile.links}


def unconnected_assets(opportunities: Iterable[Opportunity], profile: Profile, linked: set[str]) -> Iterator[Finding]:
    """Strong actors that a path would need and its lead has no link to, strongest first, each said once."""
    best: dict[str, tuple[float, Opportunity, Asset]] = {}
    wanted: dict[str, list[tuple[float, str]]] = {}
    for opportunity in opportunities:
        for asset in _assets(opportunity, linked):
            wanted.setdefault(asset.id, []).append((-round(asset.gain, 9), opportunity.id))
            if asset.id not in best or round(asset.gain, 9) > best[asset.id][0]:
                best[asset.id] = (round(asset.gain, 9), opportunity, asset)
    for actor, (gain, opportunity, asset) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
        evidence = opportunity.competence
        assert evidence is not None
        held = _held_for(actor, evidence, profile)
        facts = {
            "actor": actor,
            "lead": None if evidence.lead == actor else evidence.lead,
            "path": opportunity.id,
            "paths": [path for _, path in sorted(wanted[actor])],
            "competences": held,
            "access": asset.access,
            "gain": gain,
        }
        at = (f"actors.{actor}.competences.{name}" for name in held)
        yield Finding("unconnected_asset", actor, facts, (f"actors.{actor}", *at))


def _assets(opportunity: Opportunity, linked: set[str]) -> Iterator[Asset]:
    evidence = opportunity.competence
    if evidence is None:
        return
    for asset in evidence.unconnected:
        if asset.access == 0 and asset.gain >= NOTABLE_GAIN:
            yield asset
    if evidence.lead not in linked and evidence.connection_gap >= NOTABLE_GAIN:
        yield Asset(evidence.lead, evidence.connection_gap, 0.0)


def _held_for(actor: str, evidence: CompetenceEvidence, profile: Profile) -> list[str]:
    """What an actor holds more of than reaches the lead of a path that lacks it, by what that would add.

    Of a lead that nobody is linked to, what it holds of the path at all.
    """
    levels = next((item.competences for item in profile.actors() if item.id == actor), {})
    more = [
        (need.weight * need.specificity * (min(level, need.level) - reaches) / need.level, need.competence)
        for need in evidence.needs
        if need.competence in levels
        for level in [levels[need.competence].value]
        for reaches in [0.0 if evidence.lead == actor else need.available]
    ]
    return [name for worth, name in sorted(more, key=lambda pair: (-round(pair[0], 9), pair[1])) if worth > 0][:3]


def prerequisites(closed: Iterable[Opportunity], config: Config, most: int = 5) -> Iterator[Finding]:
    """Competences that, if built first, would open most of the paths that are not eligible."""
    opens: dict[str, list[tuple[str, NeedState]]] = {}
    for opportunity in closed:
        for need in opportunity.competence.needs if opportunity.competence else ():
            if need.assessed and _falls_short(need, config):
                opens.setdefault(need.competence, []).append((opportunity.id, need))
    order = sorted(opens.items(), key=lambda item: (-len(item[1]), item[0]))
    for competence, paths in order[:most]:
        facts = {
            "competence": competence,
            "level": max(need.level for _, need in paths),
            "paths": sorted(path for path, _ in paths),
            "best_actor": next((need.supplier for _, need in paths if need.supplier), None),
            "best_level": max(need.best_in_region for _, need in paths),
        }
        held = [f"actors.{name}.competences.{competence}" for name in (facts["best_actor"],) if name]
        asked = (f"library.paths.{path}.needs.{competence}" for path, _ in paths)
        yield Finding("prerequisite", competence, facts, (*held, *sorted(asked)))


def evidence_counts(profile: Profile) -> dict[str, int]:
    """How many competence levels are judged, surveyed, measured or proxies."""
    counts: dict[str, int] = dict.fromkeys(EVIDENCE, 0)
    for actor in profile.actors():
        for level in actor.competences.values():
            counts[level.evidence] += 1
    return counts


def mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0
