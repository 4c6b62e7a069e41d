"""From a societal challenge back to paths, competences, actors and users (METHODS A20)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model.finding import Finding
from ..model.portfolio import by_novelty
from ..model.profile import PASSIVE_LINKS, Link, Profile
from ..model.recommendation import NeedState, Opportunity, Recommendation
from ..model.study import Grid, GridColumn, Part, Study
from ..model.vocabulary import Challenge
from .scoring import DIGITS

MOST_COMPETENCES = 8
MOST_ACTORS = 8


@dataclass(frozen=True, slots=True)
class Involved:
    """A kind of user that some of the paths name: who of that kind is known, and who works with the coalitions."""

    kind: str
    paths: tuple[str, ...]
    known: tuple[str, ...]
    linked: tuple[str, ...]
    reached: tuple[str, ...]
    """The paths whose coalitions they work with."""
    works_with: tuple[str, ...] = ()
    """Everybody else with whom one of those known has a working link, the strongest first."""


def challenge_study(profile: Profile, answer: Recommendation, challenge: Challenge) -> Study:
    """What the region could do about a challenge, and whom it would have to ask."""
    items = [item for item in (*answer.opportunities, *answer.not_recommended) if challenge.id in item.challenges]
    users = involved(profile, items)
    parts = (
        Part(findings=(_outcome(challenge, profile, items, users),), listed=False, grid=_paths(profile, items),
             legend="challenge"),
        Part("portfolio", findings=tuple(by_novelty(items))),
        Part("challenge_competences", grid=_competences(items)),
        Part("challenge_actors", grid=_actors(profile, items), empty="challenge_actors"),
        Part("challenge_users", findings=tuple(_users(profile, users))),
    )  # fmt: skip
    return Study(
        answer, "challenge", tuple(part for part in parts if part.says_something),
        about={"challenge": dict(challenge.label)},
        data={"challenge": {"id": challenge.id, "label": dict(challenge.label), "source": challenge.source}},
    )  # fmt: skip


def challenges_study(answer: Recommendation, challenges: Mapping[str, Challenge]) -> Study:
    """Every challenge, with how many paths answer it; those first for which most is possible today."""
    columns = (
        GridColumn("challenge", "local", wraps=True),
        GridColumn("id", "text"),
        GridColumn("possible", "count"),
        GridColumn("not_yet", "count"),
        GridColumn("to_ask", "count"),
        GridColumn("closest", "name", wraps=True, folds=True),
    )
    answers = {name: _answering(answer, name) for name in challenges}
    order = sorted(challenges, key=lambda name: (-len(answers[name][0]), -sum(answers[name][1]), name))
    rows = tuple(
        (dict(challenges[name].label), name, len(possible), *counts, possible[0] if possible else None)
        for name in order
        for possible, counts in (answers[name],)
    )
    grid = Grid("challenges", columns, rows)
    first = order[0] if order else None
    steps = ((f"ris3 recommend SOURCE --challenge {first}", "challenge"),) if first else ()
    return Study(answer, "challenges", (Part(grid=grid),), steps=steps)


def _answering(answer: Recommendation, challenge: str) -> tuple[list[str], tuple[int, int]]:
    """The paths that answer a challenge today, and how many cannot yet or cannot be judged."""
    items = [item for item in (*answer.opportunities, *answer.not_recommended) if challenge in item.challenges]
    possible = [item.id for item in items if item.rank is not None]
    return possible, (sum(i.band == "not_yet" for i in items), sum(i.band == "not_assessed" for i in items))


def _outcome(
    challenge: Challenge, profile: Profile, items: Sequence[Opportunity], users: Sequence[Involved]
) -> Finding:
    possible = [item.id for item in items if item.rank is not None]
    facts = {
        "texts": [dict(challenge.label)],
        "paths": possible,
        "paths_not_yet": [item.id for item in items if item.band == "not_yet"],
        "paths_to_ask": [item.id for item in items if item.band == "not_assessed"],
        "count": len({kind for item in filter(carried, items) for kind in profile.library.paths[item.id].users}),
        "of": sum(bool(user.linked) for user in users),
    }
    return Finding("challenge_outcome", challenge.id, facts, tuple(f"library.paths.{item.id}" for item in items))


def _paths(profile: Profile, items: Sequence[Opportunity]) -> Grid | None:
    columns = (
        GridColumn("rank", "count"),
        GridColumn("path", "name", wraps=True),
        GridColumn("band", "band"),
        GridColumn("score", "number"),
        GridColumn("fit", "number"),
        GridColumn("users_linked", "percent"),
        GridColumn("coalition", "names", wraps=True, folds=True),
        GridColumn("users", "user_kind", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    rows = tuple(
        (item.rank, item.id, item.band, item.score,
         item.competence.fit.low if item.competence and item.band != "not_assessed" else None,
         users_linked(profile, item), item.competence.coalition if item.competence and carried(item) else (),
         profile.library.paths[item.id].users, (f"library.paths.{item.id}",))
        for item in items
    )  # fmt: skip
    return Grid("challenge", columns, rows, toned="band") if rows else None


def carried(item: Opportunity) -> bool:
    """Whether anybody brings something: of a path with a fit of 0 the coalition is anybody."""
    return item.competence is not None and item.competence.fit.low > 0


def users_linked(profile: Profile, item: Opportunity) -> float | None:
    """Share of the kinds of user that a path names of which one works with its coalition; None without either."""
    wanted = profile.library.paths[item.id].users
    if not wanted or not carried(item):
        return None
    reached = _reached(profile, item)
    met = {user.kind for user in profile.users if user.id in reached}
    return round(sum(kind in met for kind in wanted) / len(wanted), DIGITS)


def _works(link: Link) -> bool:
    return link.strength.value > 0 and link.kind not in PASSIVE_LINKS


def _partners_of(profile: Profile, known: Sequence[str]) -> tuple[str, ...]:
    best: dict[str, float] = {}
    for link in filter(_works, profile.links):
        for end, other in ((link.a, link.b), (link.b, link.a)):
            if end in known and other not in known:
                best[other] = max(link.strength.value, best.get(other, 0.0))
    return tuple(sorted(best, key=lambda other: (-best[other], other)))


def _reached(profile: Profile, item: Opportunity) -> set[str]:
    """Everybody in the coalition of a path, or with a working link to somebody in it."""
    members = set(item.competence.coalition) if item.competence and carried(item) else set()
    linked = {end for link in profile.links if _works(link) and {link.a, link.b} & members for end in (link.a, link.b)}
    return members | linked


def involved(profile: Profile, items: Sequence[Opportunity]) -> tuple[Involved, ...]:
    """The kinds of user that the paths name, those first that most of them name."""
    wanted: dict[str, list[Opportunity]] = {}
    for item in items:
        for kind in profile.library.paths[item.id].users:
            wanted.setdefault(kind, []).append(item)
    rows = []
    for kind, asking in wanted.items():
        known = [user.id for user in profile.users if user.kind == kind]
        meet = {item.id: _reached(profile, item) & set(known) for item in asking}
        linked = tuple(name for name in known if any(name in met for met in meet.values()))
        reached = tuple(path for path, met in meet.items() if met)
        rows.append(Involved(kind, tuple(meet), tuple(known), linked, reached, _partners_of(profile, known)))
    return tuple(sorted(rows, key=lambda row: (-len(row.paths), row.kind)))


def _users(profile: Profile, users: Sequence[Involved]) -> Iterator[Finding]:
    for user in users:
        facts = {
            "user_kind": user.kind,
            "paths": list(user.paths),
            "users": list(user.known),
            "linked_users": list(user.linked),
            "paths_reached": list(user.reached),
            "works_with": list(user.works_with),
        }
        at = [f"library.paths.{path}.users" for path in user.paths]
        told = set(user.linked or user.known)
        lines = [f"links.{place}" for place, link in enumerate(profile.links) if {link.a, link.b} & told]
        yield Finding("user_to_involve", user.kind, facts, (*(f"actors.{name}" for name in user.known), *lines, *at))


def _competences(items: Sequence[Opportunity]) -> Grid | None:
    """What the paths need, by weight and specificity over all of them."""
    columns = (
        GridColumn("competence", "name", wraps=True),
        GridColumn("needed_by", "count"),
        GridColumn("essential_for", "count"),
        GridColumn("reaches", "percent"),
        GridColumn("best_level", "number"),
        GridColumn("brought_from", "first_names", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    needs: dict[str, list[NeedState]] = {}
    asking: dict[str, list[str]] = {}
    for item in items:
        for need in item.competence.needs if item.competence else ():
            needs.setdefault(need.competence, []).append(need)
            asking.setdefault(need.competence, []).append(item.id)
    order = sorted(needs, key=lambda name: (-round(math.fsum(n.weight * n.specificity for n in needs[name]), 9), name))
    rows = tuple(
        (name, len(found), sum(need.essential for need in found),
         round(_mean_share(found), DIGITS) if found[0].assessed else None,
         max(need.best_in_region for need in found) if found[0].assessed else None,
         tuple(dict.fromkeys(need.supplier for need in found if need.supplier and need.nearby is None)),
         tuple(f"library.paths.{path}.needs.{name}" for path in asking[name]))
        for name in order
        for found in (needs[name],)
    )  # fmt: skip
    return Grid("challenge_competences", columns, rows, most=MOST_COMPETENCES) if rows else None


def _mean_share(needs: Sequence[NeedState]) -> float:
    return math.fsum(need.share for need in needs) / len(needs)


def _actors(profile: Profile, items: Sequence[Opportunity]) -> Grid | None:
    """Who would lead or join, most contribution to the fits first; nobody where nobody brings anything."""
    columns = (
        GridColumn("actor", "name", wraps=True),
        GridColumn("role", "role"),
        GridColumn("leads", "count"),
        GridColumn("joins", "count"),
        GridColumn("contribution", "number"),
        GridColumn("paths", "first_names", wraps=True, folds=True),
        GridColumn("at", "at", folds=True),
    )
    roles = {actor.id: type(actor).__name__.lower() for actor in profile.actors()}
    mine: dict[str, list[tuple[Opportunity, float]]] = {}
    for item in filter(carried, items):
        for driver in item.drivers:
            mine.setdefault(driver.id, []).append((item, driver.contribution))
    rows = []
    for actor, parts in mine.items():
        leads = sum(item.competence is not None and item.competence.lead == actor for item, _ in parts)
        total = round(math.fsum(part for _, part in parts), DIGITS)
        rows.append((actor, roles[actor], leads, len(parts) - leads, total, tuple(item.id for item, _ in parts),
                     (f"actors.{actor}",)))  # fmt: skip
    rows.sort(key=lambda row: (-row[4], row[0]))
    return Grid("challenge_actors", columns, tuple(rows), most=MOST_ACTORS) if rows else None
