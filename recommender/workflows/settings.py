"""Settings of a run, in layers: option over scenario over `--config` over ris3.yaml over lens over default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import shipped
from ..inputs.config_reader import Settings, defaults, read_lens, read_settings, with_lens
from ..inputs.folders import PROJECT_FILE, is_file, is_folder, project_folder, resolve_inside
from ..inputs.reading import Reading
from ..inputs.text import read_bytes
from ..model.config import Lens
from ..model.listing import Listing
from ..model.problem import Code, Place, Problem, UnknownName, nearest
from .request import Request


def resolve_settings(
    reading: Reading, *, lens: str | None = None, config: str | None = None, options: dict[str, Any] | None = None,
    scenario: Mapping[str, Any] | None = None, project: Path | None = None,
) -> tuple[Settings, Lens]:  # fmt: skip
    """The settings in force, and the lens that gave the weights.

    Parameters
    ----------
    lens : name of a shipped lens, or a lens file; the one of the settings if None
    config : a settings file
    options : dotted names and values that were given as options
    scenario : dotted names and values that a scenario changes
    project : the ris3.yaml that the region belongs to

    Raises
    ------
    InputErrors, UnknownName
        With everything that is wrong with the files.
    """
    settings = defaults()
    if project is not None:
        settings = settings.overlaid(_of_project(project, reading), str(project))
    for values, origin in read_settings(Path(config), reading) if config else []:
        settings = settings.overlaid(values, origin)
    reading.finish()
    settings = settings.overlaid(scenario or {}, "scenario")
    if lens is not None:
        settings = settings.overlaid({"lens": lens}, "option --lens")
    settings = settings.overlaid(options or {}, "option")
    written = reading.origins.get("config.lens") if lens is None and "lens" not in (scenario or {}) else None
    chosen = _lens(settings.values["lens"], reading, written)
    return with_lens(settings, chosen), chosen


def settings_for(
    request: Request, reading: Reading, *, lens: str | None = None, options: Mapping[str, Any] | None = None,
    scenario: Mapping[str, Any] | None = None,
) -> tuple[Settings, Lens]:  # fmt: skip
    """The settings in force for a request; `lens` and `options` stand above what it says. Errors as above."""
    said = {"luck.seed": request.seed, "statistics.reference": request.reference}
    given = {name: value for name, value in said.items() if value is not None} | dict(options or {})
    project = Path(request.project) if request.project is not None else project_of(request.source)
    return resolve_settings(reading, lens=lens or request.lens, config=request.config, options=given,
                            scenario=scenario, project=project)  # fmt: skip


def project_of(source: str | None) -> Path | None:
    """The ris3.yaml of the folder of a profile, or of the nearest one above; None where there is none."""
    if source is None or not (is_file(Path(source)) or is_folder(Path(source))):
        return None
    place = Path(source)
    file = project_folder(place / PROJECT_FILE if place.is_dir() else place) / PROJECT_FILE
    return _as_named(file, place) if is_file(file) else None


def _as_named(file: Path, beside: Path) -> Path:
    """A file as seen from where the user is, if the user named something in its folder or below."""
    for folder in (beside, *beside.parents):
        if is_file(folder / PROJECT_FILE) and (folder / PROJECT_FILE).samefile(file):
            return folder / PROJECT_FILE
    return file


def _of_project(file: Path, reading: Reading) -> Mapping[str, Any]:
    """What a project says of the settings. The file is no input: what counts of it stands among the settings."""
    from ..inputs.project_reader import project_settings

    values, apart = project_settings(file)
    reading.origins |= {name: place for name, place in apart.origins.items() if name.startswith("config")}
    return values


def _lens(name: str, reading: Reading, at: Place | None) -> Lens:
    """A shipped lens, or one of the user's own; `at` is where a settings file names it."""
    if name in shipped.lenses():
        file = shipped.LENSES / f"{name}.yaml"
        lens = read_lens(file, reading, name=shipped.display_name(file))
    elif name.endswith((".yaml", ".yml")):
        file = Path(name)
        if at is not None:
            base = Path(at.file)
            file = resolve_inside(project_folder(base), base.parent, name, at, reading.line_at(at))
        lens = read_lens(file, reading, name=name)
    else:
        hint = nearest(name, shipped.lenses(), what="lenses")
        line = reading.line_at(at)
        raise UnknownName([Problem(Code.NAME_UNKNOWN, f"no lens is called '{name}'", at, line, hint)])
    reading.finish()
    if lens is None:
        raise AssertionError("a lens that cannot be read leaves a problem")
    return lens


def show_settings(source: str | None = None, *, lens: str | None = None, config: str | None = None) -> Listing:
    """Every setting, its value and where it came from; for the profile `source`, also out of its ris3.yaml."""
    if source is not None and not Path(source).exists():
        read_bytes(Path(source), limit=0)
    settings, chosen = resolve_settings(Reading(), lens=lens, config=config, project=project_of(source))
    rows = tuple((name, settings.values[name], settings.origins[name]) for name in sorted(settings.values))
    return Listing(
        schema="ris3/config/1",
        title="Settings in force",
        columns=("setting", "value", "origin"),
        rows=rows,
        facts={"lens": chosen.name},
    )
