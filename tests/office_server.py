"""Two statistical offices on this machine: the official shapes, and every way of misbehaving that a test names.

`OfficeServer().serve()` answers as Eurostat's dissemination service (SDMX 2.1 and 3.0) and as the service behind the
OECD Data Explorer. `misbehave(...)` puts tricks before the next answers to data requests, one each.
"""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

ETAG = '"edition-7"'
MODIFIED = "Mon, 02 Nov 2026 10:00:00 GMT"
REGIONS = ("ITH5", "ITC4", "ITH3", "ES21", "PT11", "RO21")
ACTIVITIES = ("C10", "C20", "C25", "C28", "C30", "G46", "J62", "M72")
YEARS = (2019, 2020)


def figure(region: str, activity: str, year: int) -> int:
    return (REGIONS.index(region) * ACTIVITIES.index(activity) + year - 2019) % 7 * 10 + 5


def tsv(regions: tuple[str, ...] = REGIONS, years: tuple[int, ...] = YEARS) -> bytes:
    """As Eurostat writes it: the dimensions in the first cell, a blank behind every year and figure."""
    lines = ["freq,indic_sb,nace_r2,geo\\TIME_PERIOD\t" + "\t".join(f"{year} " for year in years)]
    for activity in ACTIVITIES:
        for region in regions:
            figures = "\t".join(f"{figure(region, activity, year)} " for year in years)
            lines.append(f"A,V16110,{activity},{region}\t{figures}")
    return ("\n".join(lines) + "\n").encode()


def eurostat_csv(regions: tuple[str, ...] = REGIONS, years: tuple[int, ...] = YEARS) -> bytes:
    """SDMX-CSV 1.0 as Eurostat writes it."""
    head = "DATAFLOW,LAST UPDATE,freq,indic_sb,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG"
    rows = [
        f"ESTAT:SBS_R_NUTS06_R2(1.0),02/11/26 11:00:00,A,V16110,{activity},{region},{year},"
        f"{figure(region, activity, year)},"
        for activity in ACTIVITIES
        for region in regions
        for year in years
    ]
    return ("\r\n".join([head, *rows]) + "\r\n").encode()


def oecd_csv(regions: tuple[str, ...] = REGIONS, years: tuple[int, ...] = YEARS) -> bytes:
    """Codes and labels as the Data Explorer writes them."""
    head = (
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency of observation,REF_AREA,Reference area,ACTIVITY,"
        "Economic activity,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status"
    )
    rows = [
        f'DATAFLOW,OECD.CFE.EDS:DSD_REG_ECO@DF_GDP(2.0),"Gross value added, regions",I,A,Annual,'
        f"{region},In {region},{activity},{activity} in words,{year},,{figure(region, activity, year)},,A,Normal value"
        for region in regions
        for activity in ACTIVITIES
        for year in years
    ]
    return ("\n".join([head, *rows]) + "\n").encode()


STRUCTURE = b"""<?xml version="1.0" encoding="utf-8"?>
<message:Structure xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:structure="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"><message:Structures>
<structure:DataStructures><structure:DataStructure id="DSD_REG_ECO"><structure:DataStructureComponents>
<structure:DimensionList id="DimensionDescriptor">
<structure:Dimension id="REF_AREA" position="2"/><structure:Dimension id="FREQ" position="1"/>
<structure:Dimension id="ACTIVITY" position="3"/><structure:TimeDimension id="TIME_PERIOD" position="4"/>
</structure:DimensionList></structure:DataStructureComponents></structure:DataStructure></structure:DataStructures>
</message:Structures></message:Structure>"""

PROMISE = b"""<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>
<ns0:syncResponse xmlns:ns0="http://estat.ec.europa.eu/disschain/soap/extraction"><queued>
<id>98de05ea-540a-43d3-903b-7c9e14faf808</id><status>SUBMITTED</status></queued></ns0:syncResponse></env:Body>
</env:Envelope>"""
STATUS = """<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>
<ns0:asyncResponse xmlns:ns0="http://estat.ec.europa.eu/disschain/soap/asynchronous"
 xmlns:ns1="http://estat.ec.europa.eu/disschain/asynchronous"><ns1:status>
<ns1:key>98de05ea-540a-43d3-903b-7c9e14faf808</ns1:key><ns1:status>{}</ns1:status></ns1:status></ns0:asyncResponse>
</env:Body></env:Envelope>"""
FAULT = b"""<?xml version="1.0"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault>
<faultcode>100</faultcode><faultstring>No results found</faultstring></S:Fault></S:Body></S:Envelope>"""
PAGE = b"<!DOCTYPE html><html><head><title>Scheduled\n maintenance</title></head><body>Back soon.</body></html>"

Trick = Callable[["Handler", bytes], None]


def cut_off(after: int) -> Trick:
    """Promise all of it and close the line after so many bytes."""
    return lambda handler, body: handler.give(200, body, sent=body[:after])


def cut_off_chunked(handler: Handler, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"%x\r\n%s\r\n" % (50, body[:50]))
    handler.close_connection = True


def silently_cut_off(handler: Handler, body: bytes) -> None:
    """Neither a length nor chunks: the end of the line is the end of the answer."""
    handler.send_response(200)
    handler.end_headers()
    handler.wfile.write(body[:-50])
    handler.close_connection = True


def status(code: int, body: bytes = b"", **headers: str) -> Trick:
    return lambda handler, _: handler.give(code, body, **headers)


def instead(body: bytes, kind: str = "text/html") -> Trick:
    return lambda handler, _: handler.give(200, body, Content_Type=kind)


def slow(seconds: float) -> Trick:
    def trick(handler: Handler, body: bytes) -> None:
        time.sleep(seconds)
        with contextlib.suppress(OSError):
            handler.give(200, body)

    return trick


def forgetful(handler: Handler, body: bytes) -> None:
    """Answers a request for the rest with the whole."""
    handler.give(200, body, ETag='"edition-8"')


@dataclass
class OfficeServer:
    """What was asked so far, and what comes next."""

    tricks: list[Trick] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    address: str = ""
    resumes: bool = True
    tags: bool = True

    def misbehave(self, *tricks: Trick) -> None:
        self.tricks += tricks

    @property
    def paths(self) -> list[str]:
        return [unquote(path) for path, _ in self.asked]

    @contextlib.contextmanager
    def serve(self) -> Iterator[OfficeServer]:
        server = ThreadingHTTPServer(("127.0.0.1", 0), type("Mine", (Handler,), {"office": self}))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        self.address = f"http://127.0.0.1:{server.server_port}"
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    office: OfficeServer

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.office.asked.append((self.path, dict(self.headers.items())))
        there = urlsplit(self.path)
        path, query = unquote(there.path), parse_qs(there.query)
        if path.startswith("/dataflow/"):
            return self.give(200, STRUCTURE, Content_Type="application/xml")
        if path.startswith("/1.0/async/status/"):
            state = self.office.states.pop(0) if self.office.states else "AVAILABLE"
            return self.give(200, STATUS.format(state).encode(), Content_Type="application/xml")
        body = self._table(path, query)
        if body is None:
            return self.give(404, FAULT, Content_Type="application/xml")
        if self.office.tricks:
            return self.office.tricks.pop(0)(self, body)
        return self._answer(body)

    def _table(self, path: str, query: dict[str, list[str]]) -> bytes | None:
        regions = tuple(query.get("c[geo]", [",".join(REGIONS)])[0].split(","))
        years = tuple(y for y in YEARS if str(y) in query.get("c[TIME_PERIOD]", [",".join(map(str, YEARS))])[0])
        if path.startswith(("/sdmx/2.1/data/sbs_r_nuts06_r2", "/1.0/async/data/")):
            return gzip.compress(tsv(), mtime=0)
        if path == "/sdmx/3.0/data/dataflow/ESTAT/sbs_r_nuts06_r2/1.0":
            made = tsv if query["format"] == ["tsv"] else eurostat_csv
            return gzip.compress(made(regions, years), mtime=0)
        if path.startswith("/data/OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.0/"):
            key = path.rpartition("/")[2]
            wanted = REGIONS if key == "all" else tuple(key.split(".")[1].split("+"))
            return oecd_csv(wanted)
        return None

    def _answer(self, body: bytes) -> None:
        asked, tags = self.headers, {"ETag": ETAG, "Last_Modified": MODIFIED} if self.office.tags else {}
        if tags and asked.get("If-None-Match") == ETAG:
            return self.give(304, b"", **tags)
        start = asked.get("Range", "").removeprefix("bytes=").removesuffix("-")
        if self.office.resumes and start and asked.get("If-Range") == ETAG:
            rest = body[int(start) :]
            told = f"bytes {start}-{len(body) - 1}/{len(body)}"
            return self.give(206, rest, Content_Range=told, **tags)
        return self.give(200, body, **tags)

    def give(self, code: int, body: bytes, *, sent: bytes | None = None, **headers: str) -> None:
        """An answer with a length, of which only `sent` is sent."""
        told = {"Content_Type": "application/octet-stream", **({"ETag": ETAG} if sent is not None else {}), **headers}
        self.send_response(code)
        for name, value in told.items():
            self.send_header(name.replace("_", "-"), value)
        if code != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if code != 304:
            self.wfile.write(body if sent is None else sent)
        if sent is not None:
            self.close_connection = True
