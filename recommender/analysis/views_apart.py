"""Where competences and statistics disagree about a path, and what explains it (METHODS A12)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.config import Config
from ..model.finding import Finding
from ..model.profile import Profile
from ..model.recommendation import Opportunity, Recommendation
from .region_remarks import region_id
from .scoring import DIGITS

MOSTLY = 0.5
"""A path of which more than this share is present already is called mostly present (ours)."""
MOST_GAPS = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """How much of a path the statistics judge: its activities that are candidates, by the shares the path gives them.

    `present` are those in which the region is specialised already, which a ranking of candidates leaves out; the
    rest is hidden, or absent from the table. `of` is how many activities the path names.
    """

    activities: tuple[str, ...]
    share: float
    present: tuple[str, ...]
    share_present: float
    of: int


def seen(item: Opportunity) -> Seen:
    """Of a path without activities, or without statistics, nothing."""
    parts = item.colocation.activities if item.colocation else ()
    whole = math.fsum(each.share for each in parts)

    def of_status(status: str) -> tuple[tuple[str, ...], float]:
        found = [each for each in parts if each.status == status]
        share = math.fsum(each.share for each in found) / whole if whole else 0.0
        return tuple(each.code for each in found), round(share, DIGITS)

    return Seen(*of_status("candidate"), *of_status("present"), of=len(parts))


def is_assessed(item: Opportunity) -> bool:
    """Whether enough is assessed for a verdict by competences."""
    return item.competence is not None and item.band != "not_assessed"


def main_holder(item: Opportunity) -> tuple[str | None, float]:
    """Who brings most of the fit, and that part of it: the highest Shapley value, of equals the lead."""
    evidence = item.competence
    if evidence is None or not item.drivers or evidence.fit.low <= 0:
        return None, 0.0
    lead = evidence.lead
    most = max(item.drivers, key=lambda each: (round(each.contribution, DIGITS), each.id == lead))
    return most.id, round(min(1.0, most.contribution / evidence.fit.low), DIGITS)


def _difference(item: Opportunity) -> float | None:
    """Percentile by competences less that by statistics; None where one of them does not speak."""
    known = item.colocation.percentile if item.colocation else None
    if item.competence is None or known is None or not is_assessed(item):
        return None
    return round(item.competence.null_percentile - known, DIGITS)


def compared(profile: Profile, answer: Recommendation, config: Config) -> Finding:
    """On how many paths the two kinds of evidence differ, and in which direction."""
    items = (*answer.opportunities, *answer.not_recommended)
    apart = list(disagreements(profile, answer, config))
    ties = [each.subject for each in apart if _is_tie(each)]
    facts = {
        "count": sum(_difference(item) is not None for item in items),
        "of": len(items),
        "limit": config.views.disagreement,
        "ahead_by_competences": [
            each.subject for each in apart if each.facts["competences_ahead"] and each.subject not in ties
        ],
        "ahead_by_statistics": [each.subject for each in apart if not each.facts["competences_ahead"]],
        "ties": ties,
    }
    return Finding("views_compared", region_id(profile), facts, ("region",))


def _is_tie(apart: Finding) -> bool:
    """Whether competences seem to say more only because nobody brings any of it, nor of most made-up paths."""
    return bool(apart.facts["competences_ahead"]) and "nobody_brings_any" in apart.facts["apart_because"]


def disagreements(profile: Profile, answer: Recommendation, config: Config) -> Iterator[Finding]:
    """Every path on which competences and statistics differ by more than the limit, the largest first.

    A path that nobody has assessed has no view by competences.
    """
    found = {item.id: (item, _difference(item)) for item in (*answer.opportunities, *answer.not_recommended)}
    rows = [(-abs(apart), name) for name, (_, apart) in found.items() if apart is not None]
    for difference, name in sorted(rows):
        if -difference > config.views.disagreement:
            yield _apart(profile, found[name][0])


def _apart(profile: Profile, item: Opportunity) -> Finding:
    """Who brings most and where that is counted today, what the actors lack, and what part the statistics judge."""
    evidence, statistics = item.competence, item.colocation
    assert evidence is not None
    assert statistics is not None
    holder, share = main_holder(item)
    home = next((tuple(each.activities) for each in profile.clusters if each.id == holder), ())
    ahead = evidence.null_percentile > (statistics.percentile or 0.0)
    eye = seen(item)
    facts = {
        "path": item.id,
        "competence_percentile": evidence.null_percentile,
        "colocation_percentile": statistics.percentile,
        "competences_ahead": ahead,
        "apart_because": list(_because(item, eye, holder, home) if ahead else _lacks(item)),
        "activities": list(eye.activities),
        "share_seen": eye.share,
        "divisions": eye.of,
        "lead": evidence.lead if holder else None,
        "main_holder": holder,
        "main_share": share,
        "main_activities": list(home),
        "competences": [gap.competence for gap in item.gaps][:MOST_GAPS],
        "activities_present": list(eye.present),
        "share_present": eye.share_present,
    }
    own = (f"actors.{holder}.activities", f"actors.{holder}") if holder else ()
    return Finding("views_apart", item.id, facts, (*own, f"library.paths.{item.id}.activities"))


def _because(item: Opportunity, eye: Seen, holder: str | None, home: Sequence[str]) -> Iterator[str]:
    """Why competences say more: what the statistics leave out, and where they count who holds it."""
    if holder is None:
        yield "nobody_brings_any"
        return
    if eye.share_present > MOSTLY:
        yield "mostly_present"
    elif not home:
        yield "holder_not_counted"
    elif set(home) & set(eye.activities):
        yield "division_wider_than_holder"
    else:
        yield "holder_counted_elsewhere"


def _lacks(item: Opportunity) -> Iterator[str]:
    """Why statistics say more: what they do not see is missing, or others could do it as well."""
    if item.competence is None or item.competence.fit.low <= 0:
        yield "nobody_brings_any"
    elif item.gaps:
        yield "competences_short"
    else:
        yield "not_more_than_luck"
