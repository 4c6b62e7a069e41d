"""One small recommendation in every format, as it is shipped. A change here is a change that users see.

`python -m tests.outputs.test_golden` writes the files anew; read the diff before you keep it.
"""

import difflib
from pathlib import Path

import pytest

from recommender.outputs.render import render
from tests.outputs import samples

FOLDER = Path(__file__).resolve().parent.parent / "golden"
FILES = {
    "recommendation.txt": ("rich", "table", "en"),
    "recommendation.it.txt": ("rich", "table", "it"),
    "recommendation.md": ("rich", "md", "en"),
    "recommendation.csv": ("rich", "csv", "en"),
    "recommendation.json": ("rich", "json", "en"),
    "activities.txt": ("statistics_only", "table", "en"),
    "drawn.txt": ("statistics_drawn", "table", "en"),
    "drawn.it.md": ("statistics_drawn", "md", "it"),
    "drawn.csv": ("statistics_drawn", "csv", "en"),
    "thin.txt": ("thin", "table", "en"),
    "explanation.txt": ("explanation", "table", "en"),
    "comparison.it.md": ("comparison", "md", "it"),
}


def made(file):
    name, kind, language = FILES[file]
    return render(samples.ALL[name](), kind, language=language)


@pytest.mark.parametrize("file", FILES)
def test_the_output_is_as_before(file):
    before = (FOLDER / file).read_bytes().decode("utf-8")
    now = made(file)
    changes = difflib.unified_diff(before.splitlines(), now.splitlines(), file, "now", lineterm="")
    assert now == before, "\n".join(changes)


def test_every_file_has_its_case():
    ours = {path.name for path in FOLDER.iterdir() if path.name.split(".")[0] in {name.split(".")[0] for name in FILES}}
    assert ours == set(FILES)


if __name__ == "__main__":
    for file in FILES:
        (FOLDER / file).write_bytes(made(file).encode("utf-8"))
