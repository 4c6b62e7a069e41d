"""The main job: from a profile, a region's code or a table to ranked, explained opportunities."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from .. import shipped
from ..analysis.opportunities import rank_paths
from ..inputs.config_reader import Settings
from ..inputs.folders import PROJECT_FILE, project_folder
from ..inputs.reading import Reading
from ..model.config import Config, Lens
from ..model.evidence import LocalText
from ..model.finding import Finding
from ..model.problem import Code, Problem, input_error
from ..model.profile import Profile
from ..model.recommendation import Comparison, Explanation, Input, Recommendation
from .loading import load_profile
from .lookup import find
from .request import Request
from .settings import settings_for
from .shelf import activities_among, known_activities
from .statistics import Evidence, rank_region, statistics_for


@dataclass(frozen=True, slots=True)
class Run:
    """A request with everything it names already read."""

    request: Request
    reading: Reading
    settings: Settings
    config: Config
    lens: Lens
    profile: Profile | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class ProfileRun(Run):
    """A request about a region that has a profile."""

    profile: Profile


def recommend(request: Request) -> Recommendation:
    """Ranked opportunities for a profile, for a region of a reference model, or for one of a table.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    whole = answer_of(prepare(request))
    if request.top is None:
        return whole
    return replace(whole, opportunities=whole.opportunities[: request.top])


def explain(request: Request, opportunity: str) -> Explanation:
    """Everything about one opportunity; errors as for `recommend`, and an unknown id."""
    from ..analysis.explanation import explain_opportunity

    run = prepare(request)
    answer = answer_of(run)
    return explain_opportunity(answer, find(answer, opportunity, request), run.profile, run.config)


def compare(request: Request, first: str, second: str) -> Comparison:
    """Two opportunities side by side; errors as for `explain`, and two that are one."""
    from ..analysis.comparison import compare_opportunities

    answer = answer_of(prepare(request))
    one, other = (find(answer, wanted, request) for wanted in (first, second))
    if one is other:
        raise input_error(Code.USAGE, f"'{first}' is compared with itself", hint="name two different ones")
    return compare_opportunities(answer, one, other)


def prepare(request: Request) -> Run:
    """Everything that a request names, read."""
    reading = Reading()
    settings, lens = settings_for(request, reading)
    config = settings.config()
    profile = None
    if request.source is not None and is_profile(request.source):
        profile = load_profile(
            request.source, reading, encoding=request.encoding, delimiter=request.delimiter, decimal=request.decimal
        )
    evidence = statistics_for(request, profile, config, reading)
    return Run(
        request,
        reading,
        settings,
        config,
        replace(lens, criteria=config.criteria, transitions=config.transitions),
        profile,
        evidence,
    )


def prepare_profile(request: Request) -> ProfileRun:
    """Everything that a request names, read; refused where it names no profile."""
    return with_profile(prepare(request))


def with_profile(run: Run) -> ProfileRun:
    """A run that has a profile, known to have one; refused where it has none."""
    if run.profile is None:
        hint = "ris3 init DIR makes one; ris3 recommend speaks about regions that have none"
        raise input_error(Code.USAGE, "this command needs a profile", hint=hint)
    return ProfileRun(run.request, run.reading, run.settings, run.config, run.lens, run.profile, run.evidence)


def is_profile(source: str) -> bool:
    """Whether a source names a file or folder; everything that looks like a file name counts as one."""
    looks_like_file = (
        source == "-" or source.endswith((".yaml", ".yml", ".csv", ".xlsx")) or "/" in source or "\\" in source
    )
    return looks_like_file or Path(source).exists()


def answer_of(run: Run, *, bare: bool = False) -> Recommendation:
    """The ranking of a run; a `bare` one lacks settings, inputs, names and places."""
    if run.profile is not None:
        statistics = run.evidence.for_paths(run.profile, run.config) if run.evidence else None
        answer = rank_paths(run.profile, run.config, run.lens, statistics)
    elif run.evidence is not None:
        answer = rank_region(run.evidence, run.config, run.lens)
    else:
        raise ValueError("a request without a profile always has statistics")
    return answer if bare else with_context(answer, run)


def with_context(answer: Recommendation, run: Run) -> Recommendation:
    """The answer with what it was made from: settings, inputs, names of ids, places of fields."""
    root = _folder(run.request.source) if run.profile else None
    inputs = [Input(relative(source.name, root), source.sha256) for source in run.reading.sources.values()]
    if run.evidence is not None:
        inputs += run.evidence.inputs
    return replace(
        answer,
        settings={name: run.settings.values[name] for name in sorted(run.settings.values)} | {"top": run.request.top},
        inputs=tuple(sorted(set(inputs), key=lambda item: (item.name, item.sha256))),
        names=_names(answer, run),
        origins=_origins(run, root) | _places_of_warnings(run.reading),
        warnings=answer.warnings + tuple(_input_warnings(run.reading, answer)),
        sources=_sources(run.profile, answer),
    )


def _input_warnings(reading: Reading, answer: Recommendation) -> Iterable[Finding]:
    subject = answer.region_code or "region"
    for number, problem in enumerate(reading.warnings):
        facts = {"message": problem.message, "place": _place_of(problem)}
        yield Finding("input_warning", subject, facts, (f"warnings.{number}",))


def _places_of_warnings(reading: Reading) -> dict[str, str]:
    places = enumerate(map(_place_of, reading.warnings))
    return {f"warnings.{number}": place for number, place in places if place is not None}


def _place_of(problem: Problem) -> str | None:
    """file:line of a warning, without the folder: the answer is the same wherever the file lies."""
    at = problem.at
    return str(at._replace(file=Path(at.file).name, column=None)) if at else None


def _names(answer: Recommendation, run: Run) -> dict[str, LocalText]:
    """Labels of everything that a sentence may speak of."""
    profile = run.profile
    known = activities_among(run.evidence.model.activities) if run.evidence and not profile else known_activities()
    names: dict[str, LocalText] = {code: activity.name for code, activity in known.items()}
    names |= {item.id: item.name for item in (*answer.opportunities, *answer.not_recommended)}
    if profile is not None:
        names |= {name: word.label for name, word in profile.vocabulary.competences.items()}
        names |= {actor.id: actor.name for actor in profile.actors()}
        for partner in profile.partners:
            names |= {partner.id: partner.name} | {actor.id: actor.name for actor in partner.actors}
    return names


def _origins(run: Run, root: Path | None) -> dict[str, str]:
    """file:line of every field, under the name by which findings speak of it."""
    if run.profile is None:
        return {}
    section = {actor.id: _section(actor) for actor in run.profile.actors()}
    files = {name: relative(name, root) for name in {place.file for place in run.reading.origins.values()}}
    places = {}
    for field, place in run.reading.origins.items():
        text = f"{files[place.file]}:{place.line}"
        places[field] = text
        parts = field.split(".")
        if len(parts) > 1 and section.get(parts[1]) == parts[0]:
            places[".".join(("actors", *parts[1:]))] = text
        elif len(parts) > 3 and parts[0] == "partners" and parts[2] == "actors":
            places[".".join(("actors", *parts[3:]))] = text
    return places


def _section(actor: object) -> str:
    return type(actor).__name__.lower() + "s"


def _folder(source: str | None) -> Path | None:
    if source is None or source == "-":
        return None
    return Path(source) if Path(source).is_dir() else Path(source).parent


def relative(name: str, root: Path | None) -> str:
    """A file's name as seen from the profile's folder, so that the answer does not depend on where that lies."""
    if root is None:
        return Path(name).name if Path(name).is_absolute() else name
    path = Path(name)
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    if not (shipped.ROOT / path).is_file() and path.resolve().is_relative_to(project_folder(root / PROJECT_FILE)):
        return Path(os.path.relpath(path, root)).as_posix()
    return path.name if path.is_absolute() else path.as_posix()


def _sources(profile: Profile | None, answer: Recommendation) -> dict[str, dict[str, object]]:
    """The sources of the profile, and of the paths that are in the answer."""
    if profile is None:
        return {}
    named = {source for item in (*answer.opportunities, *answer.not_recommended) for source in item.sources}
    listed = {**{name: profile.library.sources[name] for name in named}, **profile.sources}
    return {
        name: {"title": source.title, "publisher": source.publisher, "year": source.year, "url": source.url}
        for name, source in sorted(listed.items())
    }
