"""The papers of the project agree with each other: version, licence, catalogue card, changelog."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.support import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CARD: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
CATEGORIES = {"data-analytics", "predictive-analysis", "knowledge-management"}
SCOPES = {"finance-and-economic-development", "local-authorities", "research"}


def test_the_catalogue_card_has_what_the_standard_asks_for() -> None:
    """https://yml.publiccode.tools, core 0.4; the words are of its controlled vocabularies."""
    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"):
        assert CARD[key], key
    assert set(CARD["categories"]) <= CATEGORIES
    assert set(CARD["intendedAudience"]["scope"]) <= SCOPES
    assert CARD["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert CARD["maintenance"]["type"] in ("internal", "community")
    assert CARD["maintenance"]["contacts"][0]["name"]
    assert CARD["localisation"] == {"localisationReady": True, "availableLanguages": ["en", "it"]}


@pytest.mark.parametrize("language", CARD["description"])
def test_descriptions_have_the_length_that_catalogues_show(language: str) -> None:
    text = CARD["description"][language]
    assert len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]


def test_the_papers_agree() -> None:
    assert CARD["name"] == PROJECT["name"]
    assert CARD["softwareVersion"] == PROJECT["version"]
    assert CARD["legal"]["license"] == PROJECT["license"] == "Apache-2.0"
    assert f">={CARD['dependsOn']['open'][0]['versionMin']}" == PROJECT["requires-python"]
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License\n                           Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_the_changelog_is_kept_as_it_says() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(.+?)\]( - \d{4}-\d{2}-\d{2})?$", text, re.MULTILINE)
    assert versions[0][0] in ("Unreleased", PROJECT["version"])
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_dependencies_are_few_and_said_why() -> None:
    names = {re.split(r"[<>=]", item)[0].lower() for item in PROJECT["dependencies"]}
    assert names <= {
        "typer",
        "rich",
        "pyyaml",
        "numpy",
        "scipy",
        "duckdb",
        "pandas",
        "scikit-learn",
        "threadpoolctl",
        "jinja2",
    }
    assert "typer>=0.26,<0.29" in PROJECT["dependencies"]
