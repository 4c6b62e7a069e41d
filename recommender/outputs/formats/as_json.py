"""JSON: everything, for programs; the same bytes on every machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..escape import json_text
from ..payloads import payload_of
from ..render import FORMATS, Format, Options

if TYPE_CHECKING:
    from ..render import Result


def write(result: Result, options: Options) -> str:
    document = payload_of(result, options.language)
    return json_text(json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=2)) + "\n"


FORMATS.add("json")(Format(write, (".json",)))
