"""Settings from files, in layers: what is said later wins, and where it was said is kept."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model.config import ActivityRule, Config, GovernanceRule, Lens
from ..model.problem import Code, Place
from .config_shape import ACTIVITY_RULES, CONFIG, GOVERNANCE_RULES, LENS, default_settings, flattened
from .consistency import SUM_TOLERANCE
from .folders import Chain, project_folder, resolve_inside
from .library import read_node, read_record
from .reading import Reading, field_node
from .shapes import INVALID


@dataclass(frozen=True, slots=True)
class Settings:
    """Values by dotted name, and for each the layer that it came from."""

    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    def overlaid(self, values: Mapping[str, Any], origin: str) -> Settings:
        """These settings with `values` on top, which came from `origin`."""
        origins = dict.fromkeys(values, origin)
        return Settings({**self.values, **values}, {**self.origins, **origins})

    def config(self) -> Config:
        """The settings as the model's Config."""
        groups: dict[str, dict[str, Any]] = {}
        plain: dict[str, Any] = {}
        for name, value in self.values.items():
            group, dot, key = name.partition(".")
            if dot:
                groups.setdefault(group, {})[key] = value
            else:
                plain[name] = value
        default = Config()
        built = {group: dataclasses.replace(getattr(default, group), **keys) for group, keys in groups.items()}
        return Config(**plain, **built)


def defaults() -> Settings:
    return Settings().overlaid(default_settings(), "default")


def with_lens(settings: Settings, lens: Lens) -> Settings:
    """The weights of a lens under the settings: own weights of the user stay."""
    weights = {"criteria": lens.criteria, "transitions": lens.transitions}
    missing = {name: value for name, value in weights.items() if name not in settings.values}
    return settings.overlaid(missing, f"lens {lens.name}")


def read_settings(file: Path, reading: Reading, chain: Chain | None = None) -> list[tuple[dict[str, Any], str]]:
    """Layers of a settings file, the farthest `extends` first, each as dotted values and its file's name."""
    chain = (chain or Chain()).follow(file, Place(str(file)))
    node = read_node(file, reading)
    values = read_record(node, CONFIG, reading, "config")
    if node is None or values is INVALID:
        return []
    below: list[tuple[dict[str, Any], str]] = []
    wanted = field_node(node, "extends")
    if wanted is not None:
        line = reading.line_at(wanted.at)
        target = resolve_inside(project_folder(file), file.parent, values["extends"], wanted.at, line)
        if not target.is_file():
            reading.add(Code.FILE_MISSING, f"there is no file '{values['extends']}'", wanted)
            return []
        chain.follow(target, wanted.at, line)
        own_places = dict(reading.origins)
        below = read_settings(target, reading, chain)
        reading.origins.update(own_places)  # what this file says again stands here
    check_weights(values, "config", reading)
    check_bands(values, reading)
    own = {name: value for name, value in values.items() if name not in ("schema_version", "extends")}
    return [*below, (flattened(own), str(file))]


def read_lens(file: Path, reading: Reading, *, name: str) -> Lens | None:
    """A lens; None when it cannot be read, which is then noted."""
    lens = read_record(read_node(file, reading, name=name), dataclasses.replace(LENS, make=dict), reading, "lens")
    if lens is INVALID:
        return None
    check_weights(lens, "lens", reading)
    return Lens(**{key: value for key, value in lens.items() if key != "schema_version"})


def read_activity_rules(file: Path, reading: Reading, *, name: str) -> ActivityRule:
    values = read_record(read_node(file, reading, name=name), ACTIVITY_RULES, reading, "activity_rules")
    reading.finish()
    return ActivityRule(values["version"], {code: rule["reason"] for code, rule in values["excluded"].items()})


def read_governance_rules(file: Path, reading: Reading, *, name: str) -> tuple[GovernanceRule, ...]:
    """The rules by which actions follow from facts, in the order of the file."""
    values = read_record(read_node(file, reading, name=name), GOVERNANCE_RULES, reading, "governance_rules")
    reading.finish()
    return tuple(values["rules"].values())


def check_weights(values: Mapping[str, Any], path: str, reading: Reading) -> None:
    """Note weights that do not add up to 1; `path` is where `values` stand."""
    for name in ("criteria", "transitions"):
        weights = values.get(name)
        if weights is None:
            continue
        total = math.fsum(weights.values())
        if abs(total - 1) > SUM_TOLERANCE:
            shown = ", ".join(f"{key}: {value / total:.3g}" for key, value in weights.items()) if total else ""
            message = f"the weights of {name} add up to {total:g}, not to 1"
            hint = f"in the same proportions: {shown}" if total else "give at least one of them a weight above 0"
            reading.add(Code.SCHEMA_SUM, message, reading.place_of(f"{path}.{name}"), hint=hint)


def check_bands(values: Mapping[str, Any], reading: Reading, path: str = "config") -> None:
    """Note bands that contradict each other; `path` is where `values` stand."""
    bands = values.get("bands", {})
    if bands.get("medium", 0.6) > bands.get("high", 0.9):
        message = "the band medium begins above the band high"
        reading.add(Code.NAME_RULE, message, reading.place_of(f"{path}.bands"))
