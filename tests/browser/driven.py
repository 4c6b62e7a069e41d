"""Pages driven in a browser by a script of this folder; skipped where one of the tools is missing."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.support import require

HERE = Path(__file__).resolve().parent


def chromium() -> str | None:
    return next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )


def driven(script: str, page: Path) -> dict[str, Any]:
    """What a script saw that drove the page in a browser."""
    browser, node = chromium(), shutil.which("node")
    installed = (HERE / "node_modules" / "puppeteer-core").is_dir() and (HERE / "node_modules" / "axe-core").is_dir()
    require("BROWSER", browser is not None, "there is no Chromium")
    require("BROWSER", node is not None, "there is no node")
    require("BROWSER", installed, "npm install --no-package-lock --prefix tests/browser was not run")
    command = [str(node), str(HERE / script), str(browser), str(page)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))
