"""Partner regions: those of the profile, and those whose whole profiles are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..analysis.complements import complements, most_alike
from ..analysis.partner_profiles import SEPARATOR, as_partner
from ..analysis.partner_study import partner_study
from ..analysis.partners import Alone, consortium, partner_views
from ..model.problem import Code, Problem, UnknownName, nearest
from ..model.profile import Partner, Profile
from ..model.recommendation import Recommendation
from ..model.study import Study
from .neighbours import Other, read_others
from .recommend import ProfileRun, answer_of, prepare_profile
from .request import Request


def partners(request: Request, paths: Sequence[str] = (), others: Sequence[str] = (), *, most: int = 3) -> Study:
    """Which regions bring what is missing for some paths, or for all of them.

    Parameters
    ----------
    paths : ids of paths; all of the library where there are none
    others : profiles of other regions, or folders of them, whether or not the profile names them as partners
    most : partners in the consortium

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare_profile(request)
    whole: dict[str, Profile] = {}
    for other in read_others(others, run.request, run.profile):
        run = _with_other(run, other, whole)
    return partners_of(run, answer_of(run), paths, whole, most=most)


def partners_of(
    run: ProfileRun, answer: Recommendation, paths: Sequence[str] = (), whole: Mapping[str, Profile] | None = None,
    *, most: int = 3,
) -> Study:  # fmt: skip
    """The same of a run that is ranked already; `whole` are profiles of other regions by partner."""
    profile, whole = run.profile, whole or {}
    chosen = _chosen(paths, profile)
    alone = Alone.of(profile, run.config, chosen)
    views = partner_views(alone, profile.partners, whole)
    together = consortium(alone, views, most)
    about = chosen if paths else _of_the_strategy(profile) or chosen
    wanted = [
        (code, item.id)
        for item in (*answer.opportunities, *answer.not_recommended)
        if item.id in about
        for code in _by_share(profile.library.paths[item.id].activities)
    ]
    elsewhere = complements(run.evidence.model, run.evidence.region.code, wanted) if run.evidence else None
    alike = most_alike(run.evidence.model, run.evidence.region.code) if run.evidence else ()
    return partner_study(profile, answer, chosen, views, together, elsewhere, alike, asked=bool(paths))


def _by_share(activities: Mapping[str, float]) -> list[str]:
    return sorted(activities, key=lambda code: (-activities[code], code))


def _of_the_strategy(profile: Profile) -> tuple[str, ...]:
    """The paths that the declared priorities name."""
    declared = {path for priority in profile.region.priorities for path in priority.paths}
    return tuple(sorted(declared & set(profile.library.paths)))


def _chosen(paths: Sequence[str], profile: Profile) -> tuple[str, ...]:
    known = sorted(profile.library.paths)
    unknown = [
        Problem(Code.ID_UNKNOWN, f"no path is called '{name}'", hint=nearest(name, known, what="known paths"))
        for name in paths
        if name not in known
    ]
    if unknown:
        raise UnknownName(unknown)
    return tuple(dict.fromkeys(paths)) or tuple(known)


def _with_other(run: ProfileRun, found: Other, whole: dict[str, Profile]) -> ProfileRun:
    """The run with another region's profile as a partner, its actors and the places of what they hold."""
    other, reading = found.profile, found.reading
    known = next((item for item in run.profile.partners if _same_region(item, found)), None)
    words = run.profile.vocabulary.competences
    partner = as_partner(other, known, found.id)
    actors = tuple(
        replace(actor, competences={key: level for key, level in actor.competences.items() if key in words})
        for actor in partner.actors
    )
    partner = replace(partner, actors=actors)
    kept = tuple(item for item in run.profile.partners if item is not known)
    whole[partner.id] = other
    for field, place in reading.origins.items():
        place = place._replace(file=_label(place.file))
        section, _, rest = field.partition(".")
        if section in ("clusters", "institutions"):
            run.reading.origins[f"partners.{partner.id}.actors.{found.id}{SEPARATOR}{rest}"] = place
    run.reading.sources.update({_label(key): replace(text, name=_label(key)) for key, text in reading.sources.items()})
    return replace(run, profile=replace(run.profile, partners=(*kept, partner)))


def _same_region(partner: Partner, found: Other) -> bool:
    code = found.profile.region.code
    return partner.region == code if code is not None else partner.id == found.id


def _label(file: str) -> str:
    """A file of another region with its folder, so that it is not taken for one of ours, wherever it lies."""
    return Path(*Path(file).parts[-2:]).as_posix()
