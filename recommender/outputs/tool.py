"""Which tool made a document. A test keeps the version in step with pyproject.toml."""

from __future__ import annotations

from collections.abc import Mapping

TOOL: Mapping[str, str] = {"name": "ris3", "version": "0.1.0"}
