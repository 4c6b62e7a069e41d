"""Where the data and the settings are that come with ris3: in a checkout, or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_shipped"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

DATA = ROOT / "data"
CONFIGS = ROOT / "configs"
EXAMPLES = DATA / "examples"
VOCABULARY = DATA / "vocabulary" / "vocabulary.yaml"
SPECIFICITY = DATA / "vocabulary" / "specificity.yaml"
PATHS = DATA / "paths"
TAXONOMIES = DATA / "taxonomies"
REFERENCES = DATA / "reference"
LENSES = CONFIGS / "lenses"
SCENARIOS = CONFIGS / "scenarios"


def display_name(path: Path) -> str:
    """The name by which messages and results speak of a shipped file: the same on every machine."""
    return path.relative_to(ROOT).as_posix()


def templates() -> list[str]:
    """The example regions that `ris3 init` can copy."""
    return sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "profile.yaml").is_file())


def lenses() -> list[str]:
    return sorted(path.stem for path in LENSES.glob("*.yaml"))


def scenarios() -> list[str]:
    """The scenarios that come with ris3."""
    return sorted(path.stem for path in SCENARIOS.glob("*.yaml"))
