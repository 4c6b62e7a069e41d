"""Take the pictures of the report that the README shows, with a headless Chromium.

    python scripts/take_screenshots.py

The report is that of the main example; the page is opened from a file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PROFILE = ROOT / "data" / "examples" / "emilia-romagna" / "profile.yaml"
SHOTS = {
    "report.png": ("ranking", 1280, 900),
}
"""File -> chapter, width and height in pixels."""
BROWSER = ROOT / "tests" / "browser"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Write the pictures; 1 without a browser."""
    browser = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if browser is None or not (BROWSER / "node_modules").is_dir():
        print("this needs Chromium, and `npm install --prefix tests/browser`", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        report = (sys.executable, "-m", "cli.ris3", "report", str(PROFILE), "--quiet", "-o", str(page))
        subprocess.run(report, cwd=ROOT, check=True)
        for name, (chapter, width, height) in SHOTS.items():
            shot = ("node", "shoot.mjs", browser, str(page), chapter, str(width), str(height), str(PICTURES / name))
            subprocess.run(shot, cwd=BROWSER, check=True)
            print(f"wrote {(PICTURES / name).relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
