"""The service behind the OECD Data Explorer (SDMX 2.1), as CSV with codes and labels.

https://www.oecd.org/en/data/insights/data-explainers/2024/09/api.html. Codes are asked for by the place of their
dimension, so the structure of the table is read first where a query names any.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

from ....model.problem import Code, nearest
from ..service import Ask, Query, Service, service_error

_SAFE = ",@.$-_+"


def path(query: Query, ask: Ask) -> str:
    """AGENCY,DATAFLOW,VERSION/CODE+CODE.CODE..?startPeriod="""
    years = {
        name: str(year) for name, year in (("startPeriod", query.first), ("endPeriod", query.last)) if year is not None
    }
    asked = urlencode({**years, "dimensionAtObservation": "AllDimensions", "format": "csvfilewithlabels"})
    key = _key(query, _dimensions(query.dataset, ask)) if query.codes else "all"
    return f"data/{quote(query.dataset, safe=_SAFE)}/{quote(key, safe=_SAFE)}?{asked}"


def _dimensions(dataset: str, ask: Ask) -> list[str]:
    """The dimensions of a table in the order in which codes are asked for, without time."""
    agency, name, version = [*dataset.split(","), "latest"][:3]
    told = ask(f"dataflow/{agency}/{quote(name, safe=_SAFE)}/{version}?references=all&detail=referencepartial")
    try:
        tree = ElementTree.fromstring(told)
    except ElementTree.ParseError:
        tree = ElementTree.Element("nothing")
    found = [item for item in tree.iter() if item.tag.rpartition("}")[2] == "Dimension" and item.get("id")]
    if not found:
        raise service_error(Code.SERVICE_ANSWER, f"the service does not say which dimensions {dataset} has",
                            "leave out the codes: the whole table is then fetched")  # fmt: skip
    places = {str(item.get("id")): int(item.get("position") or n) for n, item in enumerate(found, start=1)}
    return sorted(places, key=places.__getitem__)


def _key(query: Query, dimensions: list[str]) -> str:
    known = {name.lower(): name for name in dimensions}
    for key in query.codes:
        if key.lower() not in known:
            raise service_error(Code.USAGE, f"{query.dataset} has no dimension '{key}'",
                                nearest(key.upper(), dimensions, what="dimensions"))  # fmt: skip
    codes = {known[key.lower()]: values for key, values in query.codes.items()}
    return ".".join("+".join(codes.get(name, ())) for name in dimensions)


SERVICE = Service(
    name="oecd",
    publisher="OECD",
    address="https://sdmx.oecd.org/public/rest",
    dataset=re.compile(r"[A-Za-z][A-Za-z0-9_.-]{1,49},[A-Za-z][A-Za-z0-9_@$-]{1,99}(,[0-9][0-9.]{0,19})?\Z"),
    example="AGENCY,DATAFLOW,VERSION as under Developer API in the Data Explorer: OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.0",
    kinds=("csv",),
    path=path,
)
