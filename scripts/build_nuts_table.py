"""Build data/taxonomies/nuts.csv: the NUTS regions of all vintages and what became of their codes.

    python scripts/build_nuts_table.py [OUTPUT]

The lists it reads are in the folder $RIS3_SHARED (../shared by default) under data/reference. What
became of a code between two vintages follows from the people who live in the overlap (JRC weights),
by the thresholds below; changes that the weights do not cover are stated here as facts. The source
of each is in data/taxonomies/NUTS_SOURCE.md.
"""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import os
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = Path(os.environ.get("RIS3_SHARED", ROOT.parent / "shared")) / "data" / "reference"
OUTPUT = ROOT / "data" / "taxonomies" / "nuts.csv"
VINTAGES = ("2003", "2006", "2010", "2013", "2016", "2021", "2024")
LEVELS = {"country": 0, "nuts_level_1": 1, "nuts_level_2": 2}

# Shares of the people of the old and of the new region who live in both.
SAME, LIKE, WHOLLY, SOME = 0.99, 0.85, 0.95, 0.05

# Sweden, Romania, Greece … are in the lists of changes; these, of 2006 and 2024, are not in a form that
# can be computed: Regulations (EC) No 105/2007 and (EU) 2023/674, and the regions' own composition.
STATED = (
    ("BG11", "BG31", "merged", "2006"), ("BG12", "BG31", "part", "2006"), ("BG12", "BG32", "part", "2006"),
    ("BG13", "BG32", "part", "2006"), ("BG13", "BG33", "part", "2006"), ("BG22", "BG34", "part", "2006"),
    ("BG22", "BG42", "part", "2006"), ("BG23", "BG34", "merged", "2006"),
    ("DEE1", "DEE0", "merged", "2006"), ("DEE2", "DEE0", "merged", "2006"), ("DEE3", "DEE0", "merged", "2006"),
    ("DK00", "DK01", "split", "2006"), ("DK00", "DK02", "split", "2006"), ("DK00", "DK03", "split", "2006"),
    ("DK00", "DK04", "split", "2006"), ("DK00", "DK05", "split", "2006"),
    ("SI00", "SI01", "split", "2006"), ("SI00", "SI02", "split", "2006"),
    ("UKM1", "UKM5", "boundary_shift", "2006"), ("UKM4", "UKM6", "boundary_shift", "2006"),
    ("NL31", "NL35", "boundary_shift", "2024"), ("NL33", "NL36", "boundary_shift", "2024"),
    ("PT16", "PT19", "split", "2024"), ("PT16", "PT1D", "part", "2024"), ("PT18", "PT1D", "part", "2024"),
    ("PT18", "PT1C", "split", "2024"), ("PT17", "PT1A", "split", "2024"), ("PT17", "PT1B", "split", "2024"),
)  # fmt: skip

# Two Croatian codes of 2006 were used again, for other regions, in 2021; Croatia joined NUTS in 2013.
NOT_YET_NUTS = {("HR01", "2006"), ("HR02", "2006"), ("HR03", "2006")}

# Names that the lists have in another script only, or write in capitals.
NAMES = {
    "BG11": "Severozapaden", "BG12": "Severen tsentralen", "BG13": "Severoiztochen", "BG21": "Yugozapaden",
    "BG22": "Yuzhen tsentralen", "BG23": "Yugoiztochen", "BG1": "Severna Bulgaria", "BG2": "Yuzhna Bulgaria",
    "EL1": "Voreia Elláda", "EL2": "Kentriki Elláda", "GR": "Elláda", "GR1": "Voreia Elláda",
    "GR2": "Kentriki Elláda", "RO0": "România", "GR3": "Attiki", "GR4": "Nisia Aigaiou, Kriti",
}  # fmt: skip

# English names in common use (ours).
ENGLISH = {
    "AL": "Albania", "AT": "Austria", "BA": "Bosnia and Herzegovina", "BE": "Belgium", "BG": "Bulgaria",
    "CH": "Switzerland", "CY": "Cyprus", "CZ": "Czechia|Czech Republic", "DE": "Germany", "DK": "Denmark",
    "EE": "Estonia", "EL": "Greece", "GR": "Greece", "ES": "Spain", "FI": "Finland", "FR": "France",
    "HR": "Croatia", "HU": "Hungary", "IE": "Ireland", "IS": "Iceland", "IT": "Italy", "LI": "Liechtenstein",
    "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia", "ME": "Montenegro", "MK": "North Macedonia",
    "MT": "Malta", "NL": "Netherlands|The Netherlands", "NO": "Norway", "PL": "Poland", "PT": "Portugal",
    "RO": "Romania", "RS": "Serbia", "SE": "Sweden", "SI": "Slovenia", "SK": "Slovakia", "TR": "Turkey",
    "UA": "Ukraine", "UK": "United Kingdom|Great Britain", "XK": "Kosovo",
    "AT12": "Lower Austria", "AT13": "Vienna", "AT21": "Carinthia", "AT22": "Styria", "AT31": "Upper Austria",
    "AT33": "Tyrol", "BE1": "Brussels", "BE10": "Brussels|Brussels Capital Region", "BE2": "Flanders",
    "BE21": "Antwerp", "BE23": "East Flanders", "BE24": "Flemish Brabant", "BE25": "West Flanders",
    "BE3": "Wallonia", "BE31": "Walloon Brabant", "BE33": "Liege", "BG31": "North-West Bulgaria",
    "BG32": "North-Central Bulgaria", "BG33": "North-East Bulgaria", "BG34": "South-East Bulgaria",
    "BG41": "South-West Bulgaria", "BG42": "South-Central Bulgaria", "CH01": "Lake Geneva Region",
    "CH04": "Zurich", "CZ01": "Prague", "CZ02": "Central Bohemia", "CZ07": "Central Moravia",
    "CZ08": "Moravia-Silesia|Moravian-Silesian", "DE2": "Bavaria", "DE21": "Upper Bavaria",
    "DE22": "Lower Bavaria", "DE23": "Upper Palatinate", "DE24": "Upper Franconia", "DE25": "Middle Franconia",
    "DE26": "Lower Franconia", "DE27": "Swabia", "DE7": "Hesse", "DE80": "Mecklenburg-Western Pomerania",
    "DE9": "Lower Saxony", "DE92": "Hanover", "DEA": "North Rhine-Westphalia", "DEA2": "Cologne",
    "DEB": "Rhineland-Palatinate", "DED": "Saxony", "DEE0": "Saxony-Anhalt", "DEG0": "Thuringia",
    "DK01": "Capital Region of Denmark", "DK02": "Zealand", "DK03": "Southern Denmark",
    "DK04": "Central Denmark", "DK05": "North Denmark", "EL30": "Attica", "EL41": "North Aegean",
    "EL42": "South Aegean", "EL43": "Crete", "EL51": "Eastern Macedonia and Thrace", "EL52": "Central Macedonia",
    "EL53": "Western Macedonia", "EL54": "Epirus", "EL61": "Thessaly", "EL62": "Ionian Islands",
    "EL63": "Western Greece", "EL64": "Central Greece", "EL65": "Peloponnese", "ES12": "Asturias",
    "ES21": "Basque Country|Euskadi|Pais Vasco", "ES22": "Navarre|Navarra", "ES30": "Madrid",
    "ES41": "Castile and León|Castilla y Leon", "ES42": "Castile-La Mancha", "ES51": "Catalonia|Catalunya",
    "ES52": "Valencian Community|Valencia", "ES53": "Balearic Islands", "ES61": "Andalusia", "ES62": "Murcia",
    "ES63": "Ceuta", "ES64": "Melilla", "ES70": "Canary Islands", "FI19": "West Finland|Western Finland",
    "FI1C": "South Finland|Southern Finland", "FI1D": "North and East Finland", "FI20": "Aland Islands",
    "FR10": "Paris Region", "FRC1": "Burgundy", "FRD1": "Lower Normandy", "FRD2": "Upper Normandy",
    "FRE2": "Picardy", "FRH0": "Brittany", "FRM0": "Corsica", "FRY3": "French Guiana", "FRY4": "Reunion",
    "HR03": "Adriatic Croatia", "HR04": "Continental Croatia", "HR05": "City of Zagreb|Zagreb",
    "HU10": "Central Hungary", "HU21": "Central Transdanubia", "HU22": "Western Transdanubia",
    "HU23": "Southern Transdanubia", "HU31": "Northern Hungary", "HU32": "Northern Great Plain",
    "HU33": "Southern Great Plain", "ITC1": "Piedmont", "ITC2": "Aosta Valley", "ITC4": "Lombardy",
    "ITF4": "Apulia", "ITG1": "Sicily", "ITG2": "Sardinia", "ITH1": "South Tyrol|Alto Adige|Bozen|Bolzano",
    "ITH2": "Trentino|Trento", "ITH4": "Friuli Venezia Giulia", "ITI1": "Tuscany", "ITI3": "The Marches",
    "ITI4": "Latium", "LT01": "Capital Region of Lithuania|Vilnius Region",
    "LT02": "Central and Western Lithuania", "NL12": "Friesland|Fryslân", "NL31": "Utrecht",
    "NL32": "North Holland", "NL33": "South Holland", "NL36": "South Holland", "NL41": "North Brabant",
    "PL11": "Lodz", "PL12": "Mazovia|Masovia", "PL21": "Lesser Poland|Malopolska", "PL22": "Silesia|Slaskie",
    "PL31": "Lublin", "PL32": "Subcarpathia|Podkarpacie", "PL33": "Holy Cross|Swietokrzyskie",
    "PL41": "Greater Poland", "PL42": "West Pomerania", "PL43": "Lubusz", "PL51": "Lower Silesia",
    "PL52": "Opole", "PL61": "Kuyavia-Pomerania", "PL62": "Warmia-Masuria", "PL63": "Pomerania",
    "PL71": "Lodz", "PL72": "Holy Cross|Swietokrzyskie", "PL81": "Lublin", "PL82": "Subcarpathia|Podkarpacie",
    "PL91": "Warsaw Capital", "PT11": "North Portugal|Norte Portugal", "PT16": "Central Portugal",
    "PT17": "Lisbon|Lisboa|Lisbon Metropolitan Area", "PT19": "Central Portugal", "PT1A": "Greater Lisbon",
    "PT20": "Azores|Açores", "PT30": "Madeira", "RO11": "North-West Romania", "RO12": "Centre Romania",
    "RO21": "North-East Romania|Nord-Est Romania", "RO22": "South-East Romania", "RO31": "South Muntenia",
    "RO32": "Bucharest|Bucharest-Ilfov", "RO41": "South-West Oltenia", "RO42": "West Romania",
    "SE12": "East Middle Sweden", "SE21": "Småland and the islands", "SE22": "South Sweden",
    "SE23": "West Sweden", "SE31": "North Middle Sweden", "SE32": "Middle Norrland", "SE33": "Upper Norrland",
    "SI03": "Eastern Slovenia", "SI04": "Western Slovenia", "SK01": "Bratislava", "SK02": "Western Slovakia",
    "SK03": "Central Slovakia", "SK04": "Eastern Slovakia", "TR10": "Istanbul", "UKM": "Scotland",
}  # fmt: skip


@dataclass(slots=True)
class Entry:
    """One code, with its names (the first is shown) and the vintages that have it."""

    level: int
    names: list[str] = field(default_factory=list)
    vintages: set[str] = field(default_factory=set)

    def add(self, name: str, vintage: str) -> None:
        """Note a name, in ordinary letters and once, and a vintage."""
        clean = " ".join(name.replace("*", " ").replace("/ ", "/").replace(" /", "/").split())
        if clean.isupper() and len(clean) > 3:
            clean = clean.title()
        if clean and clean.casefold() not in {known.casefold() for known in self.names}:
            self.names.append(clean)
        self.vintages.add(vintage)


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the lists."""
    with gzip.open(REFERENCE / name, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def is_region(code: str) -> bool:
    """Whether this is a NUTS-0, 1 or 2 code of a territory (and not one of extra-regio or of a part)."""
    extra_regio = len(code) > 2 and code.endswith("Z")
    return code.isalnum() and code.isascii() and 2 <= len(code) <= 4 and not extra_regio


def entries() -> dict[str, Entry]:
    """Every code with names and vintages; the newest Latin name comes first."""
    found: dict[str, Entry] = {}
    for name, vintage, keys in (
        ("nuts_codes_2024.csv.gz", "2024", ("name_latn", "nuts_name")),
        ("nuts_codes_2016.csv.gz", "2016", ("name_latn", "nuts_name")),
        ("nuts_codes_2021_luispack.csv.gz", "2021", ("name",)),
    ):
        for row in rows(name):
            if int(row["level"]) < 3:
                _add(found, row["nuts_id"], [row[key] for key in keys], vintage)
    for row in rows("nuts_changes_1999_2021.csv.gz"):
        for vintage in VINTAGES[:-1] if row["typology"] in LEVELS else ():
            _add(found, row[f"code_{vintage}"], [row[f"geo_name_{vintage}"]], vintage)
    for row in rows("nuts_crosswalk_2006_2021_jrc_weights.csv.gz"):
        if (row["from_code"], row["from_version"]) not in NOT_YET_NUTS:
            _add(found, row["from_code"], [], row["from_version"])
    _add(found, "HR03", [], "2013")
    for code, entry in found.items():
        for name in ENGLISH.get(code, "").split("|"):
            entry.add(name, min(entry.vintages))
    return found


def _add(found: dict[str, Entry], code: str, names: Iterable[str], vintage: str) -> None:
    if is_region(code) and (code, vintage) not in NOT_YET_NUTS:
        entry = found.setdefault(code, Entry(len(code) - 2))
        for name in (NAMES.get(code, ""), *names):
            entry.add(name, vintage)


def computed_changes() -> Iterator[tuple[str, str, str, str]]:
    """(old, new, kind, vintage) between neighbouring vintages, from the people in the overlap."""
    for old_vintage, new_vintage in itertools.pairwise(VINTAGES[1:6]):
        people, of_old, of_new = overlaps(old_vintage, new_vintage)
        for (old, new), both in sorted(people.items()):
            kind = kind_of(both / of_old[old], both / of_new[new])
            if kind and old != new and (old, old_vintage) not in NOT_YET_NUTS:
                yield old, new, kind, new_vintage


def overlaps(
    old_vintage: str, new_vintage: str
) -> tuple[dict[tuple[str, str], float], dict[str, float], dict[str, float]]:
    """People by pair of NUTS-2 codes, by old code and by new code."""
    people: dict[tuple[str, str], float] = {}
    of_old: dict[str, float] = defaultdict(float)
    of_new: dict[str, float] = defaultdict(float)
    for row in rows("nuts_crosswalk_2006_2021_jrc_weights.csv.gz"):
        if (row["from_version"], row["to_version"], row["level"]) != (old_vintage, new_vintage, "2.0"):
            continue
        count = float(row["pop18"] or 0)
        people[row["from_code"], row["to_code"]] = count
        of_old[row["from_code"]] += count
        of_new[row["to_code"]] += count
    return {pair: count for pair, count in people.items() if count}, of_old, of_new


def kind_of(of_old: float, of_new: float) -> str | None:
    """What became of a code, by the shares of the old and of the new region in the overlap."""
    if min(of_old, of_new) >= SAME:
        return "recoded"
    if min(of_old, of_new) >= LIKE:
        return "boundary_shift"
    if of_old >= WHOLLY:
        return "merged"
    if of_new >= WHOLLY:
        return "split"
    return "part" if max(of_old, of_new) >= SOME else None


def listed_recodings() -> Iterator[tuple[str, str, str, str]]:
    """Code changes of 2006 that stand in one row of the list of changes."""
    for row in rows("nuts_changes_1999_2021.csv.gz"):
        old, new = row["code_2003"], row["code_2006"]
        if row["typology"] == "nuts_level_2" and is_region(old) and is_region(new) and old != new:
            yield old, new, "recoded", "2006"


def table() -> str:
    """The whole file, sorted by code."""
    successors: dict[str, set[str]] = defaultdict(set)
    for old, new, kind, vintage in (*STATED, *listed_recodings(), *computed_changes()):
        successors[old].add(f"{new}:{kind}:{vintage}")
    found = entries()
    for code in found:
        found[code].names = latin_first(found, successors, code)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("code", "level", "name", "other_names", "vintages", "successors"))
    for code, entry in sorted(found.items()):
        name, *others = entry.names or [code]
        writer.writerow((code, entry.level, name, "|".join(others),
                         " ".join(sorted(entry.vintages)), " ".join(sorted(successors[code]))))  # fmt: skip
    return out.getvalue()


def latin_first(found: dict[str, Entry], successors: dict[str, set[str]], code: str) -> list[str]:
    """The names of a code, those in Latin script first; from its successor if there is none."""
    names = sorted(found[code].names, key=lambda name: not is_latin(name))
    if (not names or not is_latin(names[0])) and successors[code]:
        names[:0] = latin_first(found, successors, min(successors[code]).split(":")[0])[:1]
    return names


def is_latin(name: str) -> bool:
    """Whether every letter is Latin; the lists have Greek names that begin with a Latin A."""
    return all(unicodedata.name(letter).startswith("LATIN") for letter in name if letter.isalpha())


def main() -> None:
    """Write the table."""
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(table(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
