"""ARDECO, the regional database of the Joint Research Centre: one row a region, one column a year."""

from __future__ import annotations

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of

SERIES = ("UNIT", "VERSIONS")


def recognise(head: Head) -> bool:
    return {"TERRITORY_ID", "LEVEL_ID", "SECTOR"} <= head.upper


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """The sector is the activity; VERSIONS is the vintage of NUTS."""
    roles = roles_of(region=head.place("TERRITORY_ID"), activity=head.place("SECTOR"))
    name = head.place("NAME_HTML", "NAME_LATN", "NAME")
    series = {item.lower(): head.place(item) for item in SERIES}
    return Layout(
        FORMAT.name, head.names, roles, wide=head.years(), missing=frozenset(("",)),
        labels={roles["region"]: name} if name is not None else {},
        series={item: place for item, place in series.items() if place is not None},
        publisher="European Commission, Joint Research Centre (ARDECO)", dataset=head.file.stem,
        licence="European Commission: re-use authorised with acknowledgement (Commission Decision 2011/833/EU)",
    )  # fmt: skip


FORMAT = Format("ardeco", "ARDECO, years side by side", recognise, layout)
