"""Write configs/default.yaml and its JSON Schema from the one schema of settings.

python scripts/build_default_config.py            writes the files
python scripts/build_default_config.py --check    exits 1 if they are stale
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from recommender.inputs.config_shape import CONFIG, default_settings
from recommender.inputs.structures import Field, Record

CONFIGS = Path(__file__).resolve().parent.parent / "configs"
HEAD = """\
# yaml-language-server: $schema=./config.schema.json
# The settings that ris3 starts from, written by scripts/build_default_config.py. Every number here is a
# judgement of the ris3 authors. Copy the lines that you want to change into a file of your own and pass
# it with --config; `ris3 config show` prints each value in force and where it came from.
schema_version: "1"
"""


def default_yaml() -> str:
    """The default settings as a commented file."""
    return HEAD + "".join(line + "\n" for field in CONFIG.fields for line in _lines(field, default_settings()))


def _lines(field: Field, settings: dict[str, object], group: str = "") -> Iterator[str]:
    name = f"{group}{field.name}"
    indent = "  " if group else ""
    if isinstance(field.shape, Record):
        inner = [line for item in field.shape.fields for line in _lines(item, settings, f"{field.name}.")]
        yield from ("", f"# {field.about}", f"{field.name}:", *inner)
    elif name in settings:
        yield from ([] if group else [""])
        yield f"{indent}{field.name}: {_text(settings[name])}  # {field.about}"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "[" + ", ".join(map(str, value)) + "]" if isinstance(value, tuple) else str(value)


def schema_json() -> str:
    """JSON Schema draft-07 of a settings file."""
    definitions: dict[str, dict[str, object]] = {}
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "ris3 settings"} | CONFIG.schema(
        definitions
    )
    return json.dumps(schema | {"definitions": definitions}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> int:
    files = {CONFIGS / "default.yaml": default_yaml(), CONFIGS / "config.schema.json": schema_json()}
    stale = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in stale:
        print(("stale: " if "--check" in sys.argv else "written: ") + path.name)
        if "--check" not in sys.argv:
            path.write_text(files[path], encoding="utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
