"""Partner regions: those of the profile, and those whose whole profiles are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ..analysis.complements import Elsewhere, complements, most_alike
from ..analysis.partner_gains import Alone
from ..analysis.partner_paths import asked_paths
from ..analysis.partner_profiles import SEPARATOR, as_partner
from ..analysis.partner_regions import statistics_study
from ..analysis.partner_study import Partnership, partner_study
from ..analysis.partners import consortium, partner_views
from ..model.evidence import LocalText
from ..model.problem import Code, input_error
from ..model.profile import Partner, Profile
from ..model.recommendation import Recommendation
from ..model.study import Study
from .lookup import find
from .neighbours import Other, read_others
from .recommend import ProfileRun, answer_of, prepare, with_profile
from .request import Request
from .shelf import nuts
from .statistics import Evidence


def partners(request: Request, paths: Sequence[str] = (), others: Sequence[str] = (), *, most: int = 3) -> Study:
    """Which regions bring what is missing for some paths, or for all of them.

    Parameters
    ----------
    paths : paths by id or name; all of the library where there are none. Of a region that has no profile, activities
    others : profiles of other regions, or folders of them, whether or not the profile names them as partners. Those of
        a folder that have no code, as made-up regions have none, are left out, unless the profile has none itself.
    most : partners in the consortium

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    found = prepare(request)
    if found.profile is None and found.evidence is not None:
        if others:
            raise input_error(Code.USAGE, "--with needs a profile", hint="ris3 init DIR makes one")
        return _by_statistics(answer_of(found), found.evidence, paths, request)
    run = with_profile(found)
    whole: dict[str, Profile] = {}
    left_out: list[LocalText] = []
    for other in read_others(others, run.request, run.profile):
        if other.of_folder and other.made_up and run.profile.region.code is not None:
            left_out.append(other.profile.region.name)
        else:
            run = _with_other(run, other, whole)
    return partners_of(run, answer_of(run), paths, whole, left_out, most=most)


def partners_of(
    run: ProfileRun, answer: Recommendation, paths: Sequence[str] = (), whole: Mapping[str, Profile] | None = None,
    left_out: Sequence[LocalText] = (), *, most: int = 3,
) -> Study:  # fmt: skip
    """The same of a run that is ranked already; `whole` are profiles of other regions by partner."""
    profile = run.profile
    asked = tuple(dict.fromkeys(find(answer, path, run.request).id for path in paths))
    chosen = asked or tuple(sorted(profile.library.paths))
    alone = Alone.of(profile, run.config, chosen)
    views = partner_views(alone, profile.partners, whole or {})
    together = consortium(alone, views, most)
    found = Partnership(
        chosen, views, together,
        _elsewhere(run.evidence, _activities(profile, answer, asked or _of_the_strategy(profile) or chosen)),
        asked_paths(profile, answer, run.config, asked, views, together) if asked else None,
        tuple(left_out),
    )  # fmt: skip
    return partner_study(profile, answer, found)


def _by_statistics(answer: Recommendation, evidence: Evidence, asked: Sequence[str], request: Request) -> Study:
    """Of a region that has no profile: around the activities asked for, or else those it could grow into."""
    codes = [find(answer, name, request).id for name in asked] or [item.id for item in answer.opportunities]
    found = _elsewhere(evidence, [(code, code) for code in dict.fromkeys(codes)])
    return statistics_study(answer, found or Elsewhere((), ()), asked=bool(asked))


def _elsewhere(evidence: Evidence | None, wanted: Iterable[tuple[str, str]]) -> Elsewhere | None:
    """What other regions of the statistics would add around activities, each with the path that asks for it."""
    if evidence is None:
        return None
    model, region, known = evidence.model, evidence.region.code, nuts()
    now = {code: known.today(code) for code in model.regions if code in known.regions}
    return Elsewhere(complements(model, region, wanted, now), most_alike(model, region, now))


def _activities(profile: Profile, answer: Recommendation, paths: Sequence[str]) -> list[tuple[str, str]]:
    """The activities of some paths by rank of the path and share in it, each with the path."""
    return [
        (code, item.id)
        for item in (*answer.opportunities, *answer.not_recommended)
        if item.id in paths
        for code in _by_share(profile.library.paths[item.id].activities)
    ]


def _by_share(activities: Mapping[str, float]) -> list[str]:
    return sorted(activities, key=lambda code: (-activities[code], code))


def _of_the_strategy(profile: Profile) -> tuple[str, ...]:
    """The paths that the declared priorities name."""
    declared = {path for priority in profile.region.priorities for path in priority.paths}
    return tuple(sorted(declared & set(profile.library.paths)))


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
    if known is None and "region" in reading.origins:
        place = reading.origins["region"]
        run.reading.origins[f"partners.{partner.id}"] = place._replace(file=_label(place.file))
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
