"""What is said of the paths that were asked for: what partners would close, what is here, what nobody has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.config import Config
from ..model.finding import Finding
from ..model.path import Path
from ..model.profile import Profile
from ..model.recommendation import Gap, Opportunity, Recommendation
from .gap_closers import Held, best_here, closer, effect, supplier
from .partners import Consortium, PartnerView


@dataclass(frozen=True, slots=True)
class AskedPaths:
    """Statements about the paths that were asked for; `none_helped` where no partner lifts any of them."""

    findings: tuple[Finding, ...]
    none_helped: bool


def asked_paths(
    profile: Profile, answer: Recommendation, config: Config, paths: Sequence[str], views: Sequence[PartnerView],
    chosen: Consortium | None,
) -> AskedPaths:  # fmt: skip
    """A statement about each path: which gaps whom would close; or that no known partner helps, and why."""
    helped = {item.path for view in views for item in (*view.gains, *view.to_ask)}
    helped |= {item.path for item in chosen.gains} if chosen else set()
    found = []
    for path in paths:
        item = answer.find(path)
        if item is not None:
            helpless = views and path not in helped
            found.append(_no_help(profile, config, item) if helpless else _gaps_of(profile, item))
    return AskedPaths(tuple(found), bool(views) and not helped & set(paths))


def _gaps_of(profile: Profile, item: Opportunity) -> Finding:
    own = best_here(profile)
    sorts = {gap.competence: _sort(profile, gap, own.get(gap.competence)) for gap in item.gaps}

    def of(sort: str) -> list[str]:
        return [name for name, found in sorts.items() if found == sort]

    facts = {
        "path": item.id,
        "lead": item.competence.lead if item.competence else None,
        "fit": item.competence.fit.low if item.competence else 0.0,
        "closes": of("closes"),
        "narrows": of("narrows"),
        "ask_here": of("ask_here"),
        "inside": of("inside"),
        "nowhere": of("nowhere"),
    }
    return Finding("partner_path", item.id, facts, tuple(_places(profile, item.id, sorts, own)))


def _sort(profile: Profile, gap: Gap, here: Held | None) -> str:
    """Who has more of what is missing: a partner, somebody here, or nobody known."""
    there = closer(profile, gap, here)
    if there is not None:
        return effect(gap, there)
    if not gap.assessed:
        return "ask_here"
    return "inside" if here is not None and round(here.level - gap.available, 9) > 0 else "nowhere"


def _places(profile: Profile, path: str, names: Sequence[str] | dict[str, str], own: dict[str, Held]) -> Iterator[str]:
    """Where it stands what the path needs, and who here and there holds most of it."""
    for name in names:
        there = supplier(profile, name, own[name].level if name in own else 0.0)
        yield f"library.paths.{path}.needs.{name}"
        yield from [there.at(name)] if there else []
        yield from [f"actors.{own[name].actor}.competences.{name}"] if name in own else []


def _no_help(profile: Profile, config: Config, item: Opportunity) -> Finding:
    """Why no partner lifts a path: by the essentials that nobody known holds well enough, or has to be asked for."""
    path, own = profile.library.paths[item.id], best_here(profile)
    to_ask = [name for name in path.essential if name not in own and supplier(profile, name, 0.0) is None]
    short = [name for name in path.essential if name in own or name not in to_ask]
    nowhere = [name for name in short if not _enough(path, config, name, _best_known(profile, own, name))]
    held = [name for name in path.essential if name in own and _enough(path, config, name, own[name].level)]
    facts = {
        "path": item.id,
        "possible_today": item.rank is not None,
        "nowhere": nowhere,
        "ask_here": to_ask,
        "passenger": bool(path.essential) and not held,
    }
    return Finding("partner_no_help", item.id, facts, tuple(_places(profile, item.id, path.essential, own)))


def _best_known(profile: Profile, own: dict[str, Held], name: str) -> float:
    here = own[name].level if name in own else 0.0
    there = supplier(profile, name, here)
    return there.level if there else here


def _enough(path: Path, config: Config, name: str, level: float) -> bool:
    """Whether a level is as much of an essential as the bar asks."""
    return round(level / path.needs[name].level - config.eligibility.essential_share, 9) >= 0
