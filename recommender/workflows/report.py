"""The consultant's job: a document from one answer, for one reader, in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..analysis.explanation import explain_opportunity
from ..analysis.network_layout import network_layout
from ..analysis.spaces import activity_space, competence_space
from ..model.profile import Profile
from ..model.recommendation import Recommendation
from ..model.report import Reader, Report, Space
from ..model.study import Study
from .recommend import ProfileRun, Run, answer_of, prepare, with_profile
from .request import Request
from .roadmaps import roadmap

WHAT_IF = 5
"""Of so many paths the report tells what would change the answer; `explain` tells it of each."""

MOST_DRAWN = 100
"""Actors in the picture of who works with whom: names on a circle cannot be read beyond."""


def report(
    request: Request, *, scenarios: Sequence[str] = (), draws: int | None = None, since: str | None = None,
    towards: Sequence[str] = (), years: tuple[int, int] | None = None,
) -> Report:  # fmt: skip
    """Everything that a document about a region tells.

    Parameters
    ----------
    scenarios : files or shipped names, to be laid side by side
    draws : how often judgements are drawn to see how sure the order is; not asked if None
    since : an earlier result (JSON) or lock file of the region, to tell what changed
    towards : paths that are not possible yet, to which a roadmap of these `years` leads

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare(request)
    answer = answer_of(run)
    everything = (*answer.opportunities, *answer.not_recommended)
    explained = (
        explain_opportunity(answer, item, run.profile, run.config, what_if=place < WHAT_IF)
        for place, item in enumerate(everything)
    )
    further = dict(_of_profile(with_profile(run), answer)) if run.profile is not None else {}
    further |= dict(_asked(request, answer, scenarios, draws, since))
    if towards:
        further["roadmap"] = roadmap(request, towards, years=years)
    if "sensitivity" in further:
        drawn = further["sensitivity"].recommendation
        answer = replace(answer, opportunities=drawn.opportunities, warnings=drawn.warnings)
    positions = _positions(run.profile) if run.profile else {}
    return Report(answer, tuple(explained), run.profile, positions, dict(_spaces(run, answer)), further)


def _spaces(run: Run, answer: Recommendation) -> Iterator[tuple[str, Space]]:
    """What is related to what, where there is something to draw."""
    competences = competence_space(answer)
    if competences is not None:
        yield "competences", competences
    if run.evidence is not None:
        yield "activities", activity_space(answer, run.evidence.model, run.evidence.region.code)


def _of_profile(run: ProfileRun, answer: Recommendation) -> Iterator[tuple[str, Study]]:
    """What the profile alone answers, by the name of the chapter."""
    from ..analysis.cluster_study import overview
    from .ecosystem import ecosystem, technology_sectors, with_strong_pairs
    from .governance import governance_of
    from .partners import partners_of

    if run.profile.clusters:
        found = ecosystem(run, answer)
        yield "ecosystem", overview(with_strong_pairs(found, run), technology_sectors())
        yield "governance", governance_of(run, answer, {card.cluster.id: card.horizons for card in found.cards})
    if any(partner.actors for partner in run.profile.partners):
        yield "partners", partners_of(run, answer)


def _asked(
    request: Request, answer: Recommendation, scenarios: Sequence[str], draws: int | None, since: str | None
) -> Iterator[tuple[str, Study]]:
    """What somebody has asked for, by the name of the chapter."""
    from .locks import changes_since
    from .scenarios import compare_scenarios
    from .sensitivity import sensitivity

    if scenarios:
        yield "scenarios", compare_scenarios(request, scenarios)
    if draws is not None and answer.opportunities:
        yield "sensitivity", sensitivity(request, draws=draws)
    if since is not None:
        yield "changes", changes_since(since, answer)


def _positions(profile: Profile) -> dict[str, float]:
    """Places of the actors that have most links, as many as can be told apart; the others are told, not drawn."""
    counts = Counter(end for link in profile.links for end in (link.a, link.b))
    linked = [actor.id for actor in profile.actors() if counts[actor.id]]
    drawn = set(sorted(linked, key=lambda actor: -counts[actor])[:MOST_DRAWN])
    links = {(link.a, link.b): link.strength.value for link in profile.links if {link.a, link.b} <= drawn}
    return network_layout([actor for actor in linked if actor in drawn], links)


def write_report(
    found: Report, target: Path, *, reader: Reader = "team", language: str = "en", template: Path | None = None
) -> Path:
    """Write a document of the kind that the ending of `target` names.

    Raises
    ------
    OutputError
        If there is no such kind of document, or it cannot be written.
    """
    from ..outputs.documents import Wish, document_bytes
    from ..outputs.files import write_atomically

    write_atomically(target, document_bytes(found, target, Wish(reader, language, template)))
    return target


def write_figure(found: Report, name: str, target: Path, *, language: str = "en") -> Path:
    """Write one figure as .svg or .png; errors as for `write_report`."""
    from ..outputs.charts.draw import figure_bytes
    from ..outputs.files import write_atomically

    write_atomically(target, figure_bytes(found, name, target, language))
    return target


def figures(found: Report, *, language: str = "en") -> Mapping[str, Any]:
    """The figures that can be drawn of a report, by name."""
    from ..outputs.charts import figures_of

    return figures_of(found, language)
