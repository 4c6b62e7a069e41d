"""Reading texts as files: `problems_of(tmp_path, text)` says what is wrong with a profile."""

from __future__ import annotations

from pathlib import Path

from recommender.inputs.reading import Reading
from recommender.model.problem import InputErrors, Problem
from recommender.model.profile import Profile
from recommender.workflows.loading import load_profile

REGION = 'schema_version: "1"\nregion: {name: Somewhere}\n'
SMALL = REGION + "clusters:\n  - {id: packaging, name: Packaging, competences: {t_vision: 0.5}}\n"


def write(folder: Path, text: str | bytes, name: str = "profile.yaml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return file


def read(folder: Path, text: str | bytes, reading: Reading | None = None) -> Profile:
    return load_profile(str(write(folder, text)), reading or Reading())


def problems_of(folder: Path, text: str | bytes) -> list[Problem]:
    """The problems of a profile; an empty list if there are none."""
    try:
        read(folder, text)
    except InputErrors as error:
        return list(error.problems)
    return []


def told(problems: list[Problem]) -> list[str]:
    """Code, file name, line, column and message of each problem, as one text."""
    return [
        f"{problem.code.code} {Path(problem.at.file).name}:{problem.at.line}:{problem.at.column} {problem.message}"
        for problem in problems
        if problem.at is not None
    ]
