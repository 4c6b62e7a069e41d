"""Texts that are nearly right: snippets of valid files, cut, doubled, swapped and spiked; and texts that never were."""

from __future__ import annotations

import random

SPIKES = (
    "", " ", "\t", "\n", "\r", "\n\n", ":", ": ", "- ", "#", " #", ",", ";", "|", "'", '"', '""', "[", "]", "{", "}",
    "&a", "*a", "!!x", "<<", "? ", "%", "@", "`", "---", "...", "\\", "~", "null", "yes", "NO", "01", "10.10", "1e999",
    "1_000", ".nan", "-1", "0.5", "0,5", "12%", "35", "9" * 40, "2026-11", "\0", "\x1b[2J", "\u202e", "\u200b",
    "\ufeff", "\ufffe", "\ud800", "é", "e\u0301", "北", "🌍", "=1+1", "'=1",
    "../x.yaml", "/etc/passwd", "https://x.eu", "shipped", "id", "name",
    "en", "extends", "schema_version", "clusters", "competences", "t_vision", "level", "x" * 300,
    "[" * 40, "{a: " * 40,
)  # fmt: skip

YAML = """schema_version: "1"
region:
  code: ITH5
  name: {en: Emilia-Romagna, it: Emilia-Romagna}
  priorities:
    - {id: p1, name: Energy, paths: [chip_fab], source: s1}
note: >-
  Illustrative profile.
as_of: 2026-11
sources:
  - {id: s1, title: "A source", year: 2020, url: "https://example.org/a"}
vocabulary:
  extends: shipped
  technological:
    t_own: {label: {en: Own}, wipo: ["12"], near: [t_vision]}
paths:
  extends: shipped
  paths:
    mine: {name: Mine, needs: {t_vision: 0.5, t_own: {weight: 1, level: 0.4}}, essential: [t_own], activities: {C28: 1}}
clusters:
  - id: packaging
    name: Packaging
    activities: [C28]
    facets: {agglomeration: 0.9}
    figures:
      employees: {value: 20907, source: s1, year: 2021, evidence: measured, note: "57.5 % of it"}
    competences: {t_vision: 0.7, t_own: {level: 0.4, source: [s1]}, t_chips: 0}
institutions:
  - {id: unibo, name: University, kind: university}
associations:
  - {id: assoc, name: Association, members: [packaging], member_count: 12}
links:
  - {a: packaging, b: unibo, kind: co_develops, strength: {value: 0.5, confidence: 0.9}}
partners:
  - {id: basque, name: Basque Country, region: ES21, actors: [{id: bc, name: B, competences: {t_vision: 1}}]}
governance:
  edp: {process: Workshops, evidence: partial, source: s1}
"""

PROFILE_WITH_FILES = """schema_version: "1"
region: {code: ITH5, name: Emilia-Romagna}
vocabulary: vocabulary.yaml
paths: paths.yaml
clusters: [{id: packaging, name: Packaging, competences: {t_vision: 0.7, t_own: 0.4}}]
"""
VOCABULARY = """schema_version: "1"
extends: shipped
version: "1"
technological:
  t_own: {label: {en: Own, it: Proprio}, wipo: ["12"], near: [t_vision]}
organisational:
  o_own: {label: Own way of working}
"""
PATHS = """schema_version: "1"
extends: shipped
version: "1"
classification: nace_rev2
sources:
  - {id: s_own, title: "A source", publisher: Somebody, year: 2022, url: "https://example.org/a"}
paths:
  mine:
    name: {en: Mine, it: Mio}
    needs:
      t_vision: 0.5
      t_own: {weight: 1, level: 0.4}
    essential: [t_own]
    activities: {C28: 0.75, C10: 0.25}
    complexity: {value: 0.6, evidence: judged}
    transitions: {green: 0.8, digital: 0.2}
    demand: 0.5
    kind: diversification
    sources: [s_own]
"""
CONFIG = """schema_version: "1"
lens: green
aggregation: arithmetic
criteria: {relatedness: 0.5, complexity: 0.2, transition: 0.3}
transitions: {green: 0.5, digital: 0.25, social: 0.25}
eligibility: {bar: 0.3, essential_share: 0.5}
bands:
  high: 0.9
  medium: 0.6
access: {member_link: 0.4}
coalition: {size: 3, cost: 0.03, gate_exponent: 0.5}
nearby: {enabled: false, substitution: 0.5}
luck: {draws: 500, seed: 7}
statistics: {reference: eu-nuts2-nace2, include: [B05]}
"""
LENS = """schema_version: "1"
name: ours
label: {en: Ours, it: Nostra}
summary: {en: "Prefers what we like."}
criteria: {relatedness: 0.35, complexity: 0.1, transition: 0.3, demand: 0.1, connectivity: 0.1, governance: 0.05}
transitions: {green: 0.8, digital: 0.1, social: 0.1}
"""
SCENARIO = """schema_version: "1"
name: {en: What if, it: Che cosa se}
reason: {en: Because}
set:
  - {at: clusters.packaging.competences.t_vision, value: 0.9, reason: training}
add:
  - at: institutions
    value: {id: lab, name: Lab, kind: research_centre, competences: {t_grid: 0.8}}
    reason: {en: "The lab itself"}
remove:
  - {at: clusters.food, reason: it leaves}
scale:
  - {at: clusters.packaging.competences, by: 0.8, reason: ageing}
config:
  luck: {draws: 100}
"""

CSV = {
    "region.csv": "schema_version,code,name,name_it,as_of,note\n1,ITH5,Emilia-Romagna,Emilia,2026-11,A note\n",
    "sources.csv": "id,title,year\ns1,A source,2020\n",
    "clusters.csv": 'id,name,activities,sources\npackaging,"Packaging, machines",C28 C22,s1\nfood,Food,,\n',
    "competences.csv": "actor,competence,level,evidence,source\npackaging,t_vision,0.7,measured,s1\nfood,t_chips,0,,\n",
    "numbers.csv": "actor,number,value,year\npackaging,figures.employees,20907,2021\n",
    "links.csv": "a,b,kind,strength\npackaging,food,supplies,0.5\n",
}
TABLE = "region,activity,year,value\n" + "".join(
    f"{region},{activity},2014,{value}\n"
    for region, row in {"ITH5": (5, 1, 9), "ES21": (2, 7, 1), "FR62": (1, 1, 4)}.items()
    for activity, value in zip(("C10", "C28", "J62"), row, strict=True)
)
EUROSTAT = "nace_r2,indic_sb,geo\\time\t2014 \t2013 \n" + "".join(
    f"{activity},V16110,{region}\t{value} \t{mark} \n"
    for region, row in {"ITH5": ("5", "1 b", ": c"), "ES21": ("2", "7", "1"), "FR62": ("1", "1 e", "4")}.items()
    for activity, value, mark in zip(("C10", "C28", "J62"), row, (":", "3", "0 n"), strict=True)
)
NUMBERS = ("0.35", "1,5", "12%", "1_000", "1 000", "1.234,5", "1e3", "nan", "-0", "٣", "0x1F", ": c", "5 b", "")


def mutated(text: str, random: random.Random) -> str:
    """`text` after a few accidents."""
    for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
        text = _accident(text, random)
    return text


def made_up(random: random.Random, pieces: tuple[str, ...] = SPIKES) -> str:
    """Pieces one after the other, without sense."""
    return "".join(random.choice(pieces) for _ in range(random.randrange(1, 25)))


def _accident(text: str, random: random.Random) -> str:
    start = random.randrange(len(text) + 1)
    end = start + random.choice((1, 1, 1, 2, 3, 10, 40))
    kind = random.randrange(7)
    if kind == 0:
        return text[:start] + text[end:]
    if kind == 1:
        return text[:end] + text[start:end] + text[end:]
    if kind == 2:
        return text[:end] + random.choice(SPIKES) + text[end:]
    if kind == 3:
        return text[:start] + random.choice(SPIKES) + text[end:]
    if kind == 4:
        return text[:start] + chr(random.choice((random.randrange(32, 127), random.randrange(0x110000)))) + text[start:]
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    if kind == 5:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one] = " " * random.randrange(9) + lines[one].strip()
    return "\n".join(lines)


def damaged(source: random.Random, valid: bytes, within: int | None = None) -> bytes:
    """Bytes after a few accidents, which happen in the first `within` of them."""
    data = bytearray(valid)
    for _ in range(source.choice((1, 1, 2, 4, 16))):
        place = source.randrange(min(len(data), within or len(data)))
        if source.random() < 0.2:
            del data[place : place + source.choice((1, 10, 1000))]
        elif source.random() < 0.2:
            data[place:place] = source.randbytes(source.choice((1, 10)))
        else:
            data[place % len(data)] = source.randrange(256)
        data = data or bytearray(b"x")
    return bytes(data)
