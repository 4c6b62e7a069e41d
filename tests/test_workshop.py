"""docs/workshop.md is a session that works: every command runs, and every line that it shows is printed."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.support import ROOT, ris3

BLOCK = re.compile(r"```console\n\$ ([^\n]+)\n(.*?)```", re.DOTALL)


def test_the_workshop_goes_as_it_is_written(tmp_path: Path) -> None:
    found = BLOCK.findall((ROOT / "docs" / "workshop.md").read_text("utf-8"))
    assert len(found) >= 7
    for command, shown in found:
        first, *words = shlex.split(command)
        assert first == "ris3"
        done = ris3(*words, cwd=tmp_path)
        assert done.code == 0, (command, done.err)
        printed = [line.rstrip() for line in done.text.splitlines()]
        wanted = [line for line in shown.splitlines() if line != "..."]
        assert [line for line in wanted if line not in printed] == [], command
