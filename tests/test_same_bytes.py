"""The same inputs give the same bytes: on any number of threads, under any hash seed, locale, zone and folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import EXAMPLES, Run, environment, require, ris3

QUESTIONS = {
    "profile": ("recommend", "profile.yaml", "--format", "json"),
    "region": ("recommend", "ITH5", "--format", "json"),
    "explanation": ("explain", "profile.yaml", "circular_packaging", "--format", "json", "--lang", "it"),
    "table": ("recommend", "profile.yaml"),
}


def threads(number: int) -> dict[str, str]:
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return {name: str(number) for name in names}


FOREIGN = ("de_DE.UTF-8", "tr_TR.UTF-8")
"""A decimal comma, and a capital of i that is not I. Few machines have these locales, so the test makes them."""

SURROUNDINGS: dict[str, dict[str, str]] = {
    **{f"{number} threads": threads(number) for number in (1, 2, 4)},
    **{f"hash seed {seed}": {"PYTHONHASHSEED": str(seed)} for seed in range(5)},
    **{f"locale {name}": {"LC_ALL": name, "LANG": name} for name in ("C", "C.UTF-8", *FOREIGN)},
    **{f"zone {name}": {"TZ": name} for name in ("Pacific/Kiritimati", "America/Anchorage")},
    "another BLAS kernel": {"OPENBLAS_CORETYPE": "Haswell"},
    "no UTF-8 mode": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
}


def ask(question: str, folder: Path, env: dict[str, str] | None = None) -> Run:
    return ris3(*QUESTIONS[question], cwd=folder, env=env)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bytes") / "region"
    shutil.copytree(EXAMPLES / "emilia-romagna", folder)
    return folder


@pytest.fixture(scope="module")
def answers(region: Path) -> dict[str, Run]:
    found = {question: ask(question, region) for question in QUESTIONS}
    assert all(answer.code == 0 and answer.out for answer in found.values()), found
    return found


@pytest.mark.parametrize("question", ["profile", "region", "explanation"])
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_surroundings_do_not_matter(
    question: str, surroundings: str, region: Path, answers: dict[str, Run], request: pytest.FixtureRequest
) -> None:
    env = dict(SURROUNDINGS[surroundings])
    if env.get("LC_ALL") in FOREIGN:
        env["LOCPATH"] = str(request.getfixturevalue("locales"))
    assert ask(question, region, env).out == answers[question].out


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the foreign locales, which Python finds there."""
    folder = tmp_path_factory.mktemp("locales")
    require("LOCALES", shutil.which("localedef") is not None, "no localedef to make foreign locales with")
    for name in FOREIGN:
        language, _, charmap = name.partition(".")
        made = ("localedef", "-i", language, "-f", charmap, folder / name)
        done = subprocess.run(made, capture_output=True, text=True, check=False)
        require("LOCALES", (folder / name).exists(), f"localedef: {done.stderr}")
        asked = (sys.executable, "-c", "import locale; print(locale.setlocale(locale.LC_ALL, ''))")
        env = environment({"LC_ALL": name, "LOCPATH": str(folder)})
        found = subprocess.run(asked, env=env, capture_output=True, text=True, check=True)
        assert found.stdout.strip() == name
    return folder


@pytest.mark.parametrize("question", QUESTIONS)
def test_folders_do_not_matter(question: str, region: Path, answers: dict[str, Run]) -> None:
    other = region.parent / "quite another Ordner, à côté"
    shutil.copytree(region, other, dirs_exist_ok=True)
    assert ask(question, other).out == answers[question].out


def test_how_the_file_is_named_does_not_matter(region: Path, answers: dict[str, Run]) -> None:
    for name in (region / "profile.yaml", Path("..") / region.name / "profile.yaml"):
        assert ris3("recommend", name, "--format", "json", cwd=region).out == answers["profile"].out


def test_line_ends_do_not_matter(region: Path, answers: dict[str, Run], tmp_path: Path) -> None:
    text = (region / "profile.yaml").read_bytes()
    assert b"\r" not in text
    (tmp_path / "profile.yaml").write_bytes(text.replace(b"\n", b"\r\n"))
    assert ask("profile", tmp_path).out == answers["profile"].out


def test_an_answer_names_no_folder_of_this_machine(region: Path, answers: dict[str, Run]) -> None:
    for answer in answers.values():
        assert str(region.parent).encode() not in answer.out
        assert str(Path.home()).encode() not in answer.out
