"""Settings of a run, in layers: option over scenario over `--config` over lens over default."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import shipped
from ..inputs.config_reader import Settings, defaults, read_lens, read_settings, with_lens
from ..inputs.folders import project_folder, resolve_inside
from ..inputs.reading import Reading
from ..model.config import Lens
from ..model.listing import Listing
from ..model.problem import Code, Place, Problem, UnknownName, nearest


def resolve_settings(
    reading: Reading, *, lens: str | None = None, config: str | None = None, options: dict[str, Any] | None = None,
    scenario: Mapping[str, Any] | None = None,
) -> tuple[Settings, Lens]:  # fmt: skip
    """The settings in force, and the lens that gave the weights.

    Parameters
    ----------
    lens : name of a shipped lens, or a lens file; the one of the settings if None
    config : a settings file
    options : dotted names and values that were given as options
    scenario : dotted names and values that a scenario changes

    Raises
    ------
    InputErrors, UnknownName
        With everything that is wrong with the files.
    """
    settings = defaults()
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


def show_settings(*, lens: str | None = None, config: str | None = None) -> Listing:
    """Every setting, its value and where it came from."""
    settings, chosen = resolve_settings(Reading(), lens=lens, config=config)
    rows = tuple((name, settings.values[name], settings.origins[name]) for name in sorted(settings.values))
    return Listing(
        schema="ris3/config/1",
        title="Settings in force",
        columns=("setting", "value", "origin"),
        rows=rows,
        facts={"lens": chosen.name},
    )
