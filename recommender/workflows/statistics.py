"""The statistics of a run: a reference model or the user's own table, and the region within it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from .. import shipped
from ..analysis.candidates import rank_activities
from ..analysis.colocation import Colocation, Extra, activity_in, colocation, path_colocation
from ..analysis.outlook import NOT_SPECIALISED, horizon_of, outlook_of, prospect_of_path, standing_findings
from ..analysis.statistics import Statistics, estimated_figures
from ..inputs.config_reader import read_activity_rules
from ..inputs.outlook_file import read_outlook
from ..inputs.reading import Reading
from ..inputs.reference_file import read_reference
from ..inputs.regions import ResolvedRegion, resolve_region
from ..model.config import Config, Lens
from ..model.finding import Finding
from ..model.outlook import SILENT, SWITCHED_OFF, Outlook
from ..model.path import Path as DiversificationPath
from ..model.problem import Code, Place, Problem, RecommenderError, UnknownName, input_error, nearest
from ..model.profile import Profile
from ..model.recommendation import Input, Recommendation
from ..model.reference import ReferenceModel
from ..model.table import Table
from .request import Request
from .shelf import activities_among, nuts

NOTHING_TO_RANK = "say what to rank: a profile, a region's code or name, or --table FILE with --region CODE"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A region in a reference model, and what must be said about both."""

    model: ReferenceModel
    region: ResolvedRegion
    view: Colocation
    inputs: list[Input]
    warnings: tuple[Finding, ...]
    extras: tuple[Extra, ...] = ()
    outlook: Outlook = SILENT
    table: Table | None = None

    def for_paths(self, profile: Profile, config: Config) -> Statistics:
        """What the model says about the activities of each path."""
        paths = [path for path in profile.library.paths.values() if path.activities]
        evidence = {path.id: path_colocation(self.model, self.view, path.activities) for path in paths}
        measured = self.complexity_counts(config)
        complexity = {path.id: self._complexity(path) for path in paths} if measured else {}
        prospects = {name: prospect_of_path(self.outlook, found.activities) for name, found in evidence.items()}
        return Statistics(
            evidence,
            complexity,
            (*self.warnings, *self._weak_complexity(judged_instead=not measured)),
            {name: found for name, found in prospects.items() if found is not None},
            self.outlook.base_rate,
        )

    def complexity_counts(self, config: Config) -> bool:
        """Whether the measured complexity of activities counts: always, never, or where nothing speaks against it."""
        wanted = config.statistics.complexity
        return wanted == "always" or (wanted == "sound" and not self.model.complexity.warnings)

    def _weak_complexity(self, *, judged_instead: bool) -> Iterator[Finding]:
        """An axis that nothing anchors would call mass tourism complex and robots simple."""
        found = self.model.complexity
        if found.warnings:
            facts = {
                "reference": self.model.provenance.name,
                "diversity_correlation": found.diversity_correlation,
                "doubts": list(found.warnings),
                "judged_instead": judged_instead,
            }
            yield Finding("weak_complexity", self.region.code, facts)

    def for_activities(self) -> tuple[Finding, ...]:
        """What must be said where the activities themselves are ranked."""
        return (*self.warnings, *self._weak_complexity(judged_instead=False))

    def _complexity(self, path: DiversificationPath) -> float | None:
        """Share-weighted complexity percentile of a path's activities, where the model knows them."""
        pairs = []
        for code, share in path.activities.items():
            held = activity_in(self.model, code)
            percentile = self.view.complexity[held].percentile if held else None
            if percentile is not None:
                pairs.append((share, percentile))
        total = sum(share for share, _ in pairs)
        return round(sum(share * value for share, value in pairs) / total, 9) if total else None


def statistics_for(request: Request, profile: Profile | None, config: Config, reading: Reading) -> Evidence | None:
    """The statistics that a request asks for; None where a profile has none.

    Raises
    ------
    RecommenderError
        If the table, the model or the region cannot be found, unless a profile can do without.
    """
    wanted = request.region or (profile.region.code if profile else request.source)
    if wanted is None:
        if profile is not None:
            return None
        if request.table is None:
            raise input_error(Code.USAGE, NOTHING_TO_RANK, hint="for example ris3 recommend ITH5")
        raise input_error(Code.USAGE, "say which region of the table", hint="name it with --region CODE")
    model, name, notes, table = _model(request, config)
    reading.warnings += notes
    try:
        region = resolve_region(
            wanted, model.regions, _region_names(model), nuts=nuts(), left_out=model.provenance.left_out
        )
    except RecommenderError:
        if profile is not None and request.region is None:
            return None
        raise
    inputs = [Input(name, model.provenance.sha256)]
    warnings = list(_warnings(model, region))
    extras: tuple[Extra, ...] = ()
    if request.relatedness is not None:
        from .relatedness import read_relatedness

        given = read_relatedness(request, model, reading)
        extras, inputs = given.extras, [*inputs, *given.inputs]
        warnings.append(Finding("relatedness_given", region.code, {"relatedness_files": given.told()}))
    view = colocation(model, region.code, extras)
    outlook = _outlook(table, model, region.code, config)
    warnings += standing_findings(outlook, region.code)
    return Evidence(model, region, view, inputs, tuple(warnings), extras, outlook, table)


def _region_names(model: ReferenceModel) -> dict[str, str]:
    return dict(zip(model.regions, model.region_names, strict=True))


def _outlook(table: Table | None, model: ReferenceModel, region: str, config: Config) -> Outlook:
    """What the table's own forecast says about the region, or the one that came with a reference model."""
    most = config.statistics.horizon
    if most == 0:
        return SWITCHED_OFF
    if table is None:
        beside = read_outlook(outlook_beside(reference_path(config.statistics.reference)))
        return SILENT if beside is None else beside.of(region)
    from ..analysis.prediction.forecasting import forecast

    origin = model.provenance.year
    found = forecast(table, horizon_of(table, origin, most), origin=origin, cut=NOT_SPECIALISED, only_validated=True)
    return outlook_of(found, region)


def outlook_beside(model: Path) -> Path:
    """Where the forecast that comes with a reference model lies."""
    return model.with_suffix(".outlook.json")


def _model(request: Request, config: Config) -> tuple[ReferenceModel, str, list[Problem], Table | None]:
    if request.table is not None:
        from ..analysis.reference import build_reference
        from .table_form import AS_IT_IS, read_in_form

        table, notes = read_in_form(
            request.table, AS_IT_IS, indicator=request.indicator,
            delimiter=request.delimiter, decimal=request.decimal, encoding=request.encoding,
        )  # fmt: skip
        notes = [*notes, *_older_year(table, request.year)]
        labels = {code: activity.label for code, activity in activities_among(table.activities).items()}
        return build_reference(table, year=request.year, labels=labels), table.source.name, notes, table
    path = reference_path(config.statistics.reference)
    return read_reference(path), path.name, [], None


def _older_year(table: Table, wanted: int | None) -> Iterator[Problem]:
    """Say so where the newest year of a table is too poorly covered to be used."""
    from ..analysis.reference import newest_covered_year

    used = newest_covered_year(table)
    if wanted is not None or used is None or used == table.years[0]:
        return
    known = dict(zip(table.years, table.known().sum(axis=(1, 2)), strict=True))
    newest = table.years[0]
    message = f"{newest} holds {known[newest]:,} figures and {used} {known[used]:,}: {used} is used"
    yield Problem(Code.TABLE_EMPTY, message, Place(table.source.name), hint=f"--year {newest} takes {newest} even so")


def reference_path(name: str) -> Path:
    """The file of a shipped reference model by name, or of one of the user's own."""
    shipped_models = {path.stem: path for path in sorted(shipped.REFERENCES.glob("*.npz"))}
    if name in shipped_models:
        return shipped_models[name]
    if name.endswith(".npz") or Path(name).exists():
        return Path(name)
    hint = nearest(name, shipped_models, what="reference models")
    raise UnknownName([Problem(Code.REFERENCE_UNKNOWN, f"no reference model is called '{name}'", hint=hint)])


def _warnings(model: ReferenceModel, region: ResolvedRegion) -> Iterator[Finding]:
    origin = model.provenance
    if region.relation != "same":
        steps = [{"old": step.old, "new": step.new, "vintage": step.vintage} for step in region.changes]
        told = {"given": region.asked, "held": region.code, "recoding": region.relation, "steps": steps}
        yield Finding("region_recoded", region.code, told)
    facts = {
        "reference": origin.name,
        "title": origin.dataset or origin.name,
        "publisher": origin.publisher,
        "year": origin.year,
        "counted": origin.unit,
        "regions": len(model.regions),
        "activities_held": len(model.activities),
    }
    yield Finding("reference_vintage", region.code, facts)
    yield from estimated_figures(model, region.code)


def rank_region(evidence: Evidence, config: Config, lens: Lens) -> Recommendation:
    """Ranked activities of a region that has no profile."""
    file = shipped.CONFIGS / "eligible_activities.yaml"
    rules = read_activity_rules(file, Reading(), name=shipped.display_name(file))
    name: Mapping[str, str] = {"en": evidence.region.name}
    known = activities_among(evidence.model.activities)
    if not known:
        rules = replace(rules, excluded={})
    return rank_activities(
        evidence.model, evidence.view, name, known, rules, config, lens, evidence.for_activities(), evidence.outlook
    )
