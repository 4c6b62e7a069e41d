"""HM Revenue and Customs, regional trade statistics: regions by name, SITC divisions, quarters."""

from __future__ import annotations

import re

from ..cells import Problems
from ..layout import Format, Head, Layout, Options, roles_of
from ._roles import OGL

_CODED = re.compile(r"(?P<code>\S+) - (?P<label>.+)")
_VALUE = re.compile(r"VALUE \((.+)\)")


def recognise(head: Head) -> bool:
    return {"SITC1", "SITC2", "Region", "Flow Type", "Quarter", "Year"} <= set(head.names)


def layout(head: Head, options: Options, problems: Problems) -> Layout:
    """Quarters are added up to years; SITC sections repeat what their divisions say."""
    value = next((place for place, name in enumerate(head.names) if _VALUE.match(name.upper())), None)
    roles = roles_of(region=head.place("Region"), activity=head.place("SITC2"), year=head.place("Year"))
    quarter, flow = head.names.index("Quarter"), head.names.index("Flow Type")
    return Layout(
        FORMAT.name, head.names, roles, value=value, thousands=",",
        coded={roles["activity"]: _CODED}, series={"flow type": flow}, sum_over=(quarter,),
        unit="thousand pounds sterling", publisher="HM Revenue and Customs", dataset="regional trade statistics",
        licence=OGL, activity_classification="sitc",
    )  # fmt: skip


FORMAT = Format("hmrc", "HM Revenue and Customs, regional trade", recognise, layout)
