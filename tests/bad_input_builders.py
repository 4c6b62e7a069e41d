"""Files that cannot stand in a repository: pipes, links, permissions, and megabytes. Each by the name of its case."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

START = 'schema_version: "1"\nregion:\n  code: ITH5\n  name: Emilia-Romagna\n'
SMALL = START + "clusters:\n  - id: packaging\n    name: Packaging\n    competences: {t_vision: 0.7}\n"
AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

BUILDERS: dict[str, Callable[[Path], None]] = {}


def builds(name: str) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    return lambda build: BUILDERS.setdefault(name, build)


def _profile(folder: Path, text: str = SMALL) -> Path:
    file = folder / "profile.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    return file


@builds("005_unreadable")
def unreadable(folder: Path) -> None:
    if AS_ROOT or os.name != "posix":
        pytest.skip("root may read everything; other systems have other rights")
    _profile(folder).chmod(0)


@builds("006_pipe_without_writer")
def pipe(folder: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no pipes with names")
    os.mkfifo(folder / "pipe.yaml")


@builds("007_device")
def device(folder: Path) -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("the system has no /dev/zero")


@builds("008_six_mebibytes")
def large(folder: Path) -> None:
    _profile(folder, SMALL + "# a comment that says nothing\n" * (6 * 1024 * 1024 // 30))


@builds("009_link_to_nowhere")
def dangling(folder: Path) -> None:
    (folder / "profile.yaml").symlink_to("gone.yaml")


@builds("010_name_with_newline_and_escape")
def odd_name(folder: Path) -> None:
    if os.name != "posix":
        pytest.skip("the system has no such names")
    (folder / "two\nlines\x1b[2J.yaml").write_text("- a list\n")


@builds("033_hundred_thousand_brackets")
def deep(folder: Path) -> None:
    _profile(folder, "[" * 100_000)


@builds("053_too_many_values")
def many(folder: Path) -> None:
    _profile(folder, START + "users:\n" + "- 1\n" * 200_001)


@builds("056_link_that_leaves_the_folder")
@builds("056_scenario_by_a_link_that_leaves_the_folder")
def leaving_link(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text('schema_version: "1"\npaths: {}\n')
    (folder / "link.yaml").symlink_to(outside)


@builds("056_region_by_a_link_that_leaves_the_folder")
def leaving_region(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_text(SMALL)
    (folder / "link.yaml").symlink_to(outside)


@builds("070_huge_field")
def huge_field(folder: Path) -> None:
    _table(folder, f"R1,A,5\nR1,B,1\n{'x' * 200_000},A,2\nR2,B,7\n")


@builds("081_fifty_thousand_columns")
def many_columns(folder: Path) -> None:
    (folder / "table.csv").write_text(",".join(["region", "activity", "value", *map(str, range(50_000))]) + "\n")


@builds("109_folder_of_a_lock_may_not_be_written")
@builds("109_folder_of_a_plan_may_not_be_written")
@builds("109_folder_of_a_project_may_not_be_written")
@builds("109_folder_may_not_be_written")
def locked(folder: Path) -> None:
    if AS_ROOT or os.name != "posix":
        pytest.skip("root may write everywhere; other systems have other rights")
    (folder / "locked").chmod(0o555)


def _table(folder: Path, rows: str) -> None:
    (folder / "table.csv").write_text("region,activity,value\n" + rows)
