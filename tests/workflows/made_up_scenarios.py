"""Scenarios that tests write, and Emilia-Romagna under them."""

from __future__ import annotations

from pathlib import Path

from recommender.inputs.library import shipped_challenges
from recommender.inputs.overlay import Overlay
from recommender.inputs.reading import Reading
from recommender.inputs.scenario_reader import read_scenario
from recommender.workflows.loading import load_profile
from recommender.workflows.request import Request
from recommender.workflows.shelf import known_activities, shipped_shelf
from tests.support import EMILIA_ROMAGNA

HEAD = 'schema_version: "1"\nname: What if\n'
CHALLENGES = shipped_challenges(shipped_shelf(), Reading())
FAST = "luck: {draws: 60}\n"


def written(folder: Path, text: str, name: str = "what-if.yaml") -> str:
    (folder / name).write_text(HEAD + text, "utf-8")
    return str(folder / name)


def request(folder: Path, source: Path | str = EMILIA_ROMAGNA) -> Request:
    (folder / "config.yaml").write_text('schema_version: "1"\n' + FAST, "utf-8")
    return Request(str(source), config=str(folder / "config.yaml"))


def overlay():
    reading = Reading()
    profile = load_profile(str(EMILIA_ROMAGNA), reading)
    return Overlay(profile, reading.origins, CHALLENGES, known_activities())


def under(text: str, folder: Path, *, on: Overlay | None = None):
    reading = Reading()
    found = read_scenario(Path(written(folder, text)), reading)
    profile = (on or overlay()).under(found.edits, reading)
    reading.finish()
    return profile


def edit(action: str, at: str, more: str = "") -> str:
    return f"{action}:\n  - {{at: {at}{', ' + more if more else ''}, reason: because}}\n"
