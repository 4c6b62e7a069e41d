"""A line to one service: HTTPS, or plain HTTP to this machine; patient with busy services, and within limits."""

from __future__ import annotations

import contextlib
import ipaddress
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from ...model.problem import Code
from .service import ServiceError, service_error

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

Answer = TypeVar("Answer")

BUSY = frozenset((429, 500, 502, 503, 504))
MOST_REDIRECTS = 5
SMALL = 64 << 20
"""Bytes of a document that is not the table."""


class CutOff(Exception):
    """An answer that ended before its end: worth another try."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often to try, and how long to wait, in seconds.

    A service that asks for more than `longest_pause` is told to the user instead; `queue` is how long a table may be
    in the making, looked at every `poll`.
    """

    tries: int = 5
    backoff: float = 1.0
    timeout: float = 60.0
    longest_pause: float = 60.0
    queue: float = 900.0
    poll: float = 5.0


@dataclass(slots=True)
class Connection:
    """Asks one service. `proxy` is an address, or None; `tell` hears what is being waited for."""

    address: str
    agent: str
    proxy: str | None = None
    patience: Patience = field(default_factory=Patience)
    tell: Callable[[str], None] = lambda _: None
    _pool: Any = None

    def __post_init__(self) -> None:
        refuse_unsafe(self.address)

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or ""

    def url(self, path: str) -> str:
        return f"{self.address.rstrip('/')}/{path}"

    def document(self, path: str) -> bytes:
        """A small document, unpacked.

        Raises
        ------
        ServiceError
            If it cannot be had.
        """

        def take(response: BaseHTTPResponse) -> bytes:
            data = response.read(SMALL, decode_content=True)
            refuse_status(response.status, data, self.host)
            return data

        return self.ask(self.url(path), take)

    def ask(
        self, url: str, take: Callable[[BaseHTTPResponse], Answer], headers: Callable[[], Mapping[str, str]] = dict
    ) -> Answer:
        """What `take` makes of the answer; asked again, with a growing pause, while the service is busy or cuts off.

        Raises
        ------
        ServiceError
            If the service cannot be reached, or stays busy, or cuts off again and again.
        """
        import urllib3

        for tried in range(1, self.patience.tries + 1):
            asked_for = None
            try:
                with self._answer(url, headers()) as response:
                    if response.status not in BUSY:
                        return take(response)
                    trouble = f"it is busy or out of order (HTTP {response.status})"
                    asked_for = urllib3.Retry().get_retry_after(response)
            except urllib3.exceptions.NewConnectionError:
                raise self._away("no connection") from None
            except urllib3.exceptions.ProxyError:
                raise self._away("the proxy of this system does not let us through") from None
            except urllib3.exceptions.SSLError as error:
                raise self._away(f"it does not prove who it is ({_reason(error)})") from None
            except urllib3.exceptions.TimeoutError:
                trouble = f"no answer within {self.patience.timeout:g} s"
            except (urllib3.exceptions.HTTPError, CutOff):
                trouble = "the answer was cut off"
            self._pause(tried, trouble, asked_for)
        raise AssertionError("the last try ends in an answer or an error")

    def _pause(self, tried: int, trouble: str, asked_for: float | None) -> None:
        if asked_for is not None and asked_for > self.patience.longest_pause:
            raise service_error(Code.SERVICE_AWAY, f"{self.host} asks to come back in {asked_for:.0f} s",
                                "run the same command then; what was fetched so far is kept")  # fmt: skip
        if tried == self.patience.tries:
            times = f"{tried} times" if tried > 1 else "once"
            raise self._away(f"asked {times}, {trouble}")
        seconds = asked_for if asked_for is not None else self.patience.backoff * (2 ** (tried - 1))
        self.wait(seconds, trouble)

    def wait(self, seconds: float, why: str) -> None:
        """Do nothing for a while, and say why."""
        self.tell(f"waiting for {self.host}: {why}")
        time.sleep(seconds)
        self.tell("")

    def _away(self, why: str) -> ServiceError:
        hint = "are you online? a table that you downloaded with a browser is read as it is: ris3 table FILE"
        return service_error(Code.SERVICE_AWAY, f"cannot fetch from {self.host}: {why}", hint)

    @contextlib.contextmanager
    def _answer(self, url: str, headers: Mapping[str, str]) -> Iterator[BaseHTTPResponse]:
        """The answer, where need be from where the service sends us; its body is not read yet."""
        if self._pool is None:
            self._pool = _pool(self.proxy, self.patience)
        sent = {"User-Agent": self.agent, "Accept-Encoding": "gzip", **headers}
        for _ in range(MOST_REDIRECTS + 1):
            response = self._pool.request("GET", url, headers=sent, preload_content=False, redirect=False)
            try:
                target = response.get_redirect_location()
                if not target:
                    yield response
                    return
                url = urljoin(url, target)
                refuse_unsafe(url, sent_from=self.address)
            finally:
                response.close()
        raise service_error(Code.SERVICE_ANSWER, f"{self.host} sends us from one address to the next without end")


def _pool(proxy: str | None, patience: Patience) -> Any:
    import urllib3

    timeout = urllib3.Timeout(connect=min(10.0, patience.timeout), read=patience.timeout)
    if proxy is None:
        return urllib3.PoolManager(retries=False, timeout=timeout)
    there = urlsplit(proxy)
    known = f"{unquote(there.username)}:{unquote(there.password or '')}" if there.username else None
    headers = urllib3.make_headers(proxy_basic_auth=known) if known else None
    bare = there._replace(netloc=there.netloc.rpartition("@")[2]).geturl()
    return urllib3.ProxyManager(bare, proxy_headers=headers, retries=False, timeout=timeout)


def refuse_unsafe(address: str, *, sent_from: str | None = None) -> None:
    """Refuse an address that anybody on the way could read or change, or that carries a name and a password.

    Raises
    ------
    ServiceError
        Unless it is HTTPS, or HTTP to this machine; nobody else may send us to this machine.
    """
    try:
        there = urlsplit(address)
        _ = there.port
    except ValueError:
        raise service_error(Code.USAGE, "the address of the service is not well formed") from None
    here = is_loopback(there)
    if there.username is not None or there.password is not None:
        raise service_error(Code.USAGE, "the address of the service carries a name or a password", "leave it out")
    if sent_from is None and (there.query or there.fragment):
        raise service_error(Code.USAGE, "the address of the service carries more than a path", "leave out ? and #")
    if sent_from is not None and here and not is_loopback(urlsplit(sent_from)):
        raise service_error(Code.SERVICE_ANSWER, "the service sends us to an address of this machine: refused")
    if there.hostname and (there.scheme == "https" or (there.scheme == "http" and here)):
        return
    what = "the address of the service" if sent_from is None else "the address that the service sends us to"
    raise service_error(Code.USAGE if sent_from is None else Code.SERVICE_ANSWER, f"{what} is not https://HOST/…",
                        "plain http is for this machine only: http://127.0.0.1:8000")  # fmt: skip


def is_loopback(there: SplitResult) -> bool:
    """Whether an address is of this machine."""
    if there.hostname == "localhost":
        return True
    try:
        return ipaddress.ip_address(there.hostname or "").is_loopback
    except ValueError:
        return False


def refuse_status(status: int, data: bytes, host: str) -> None:
    """Refuse an answer that is not the thing itself, in the service's own words.

    Raises
    ------
    ServiceError
        Unless `status` is that of a thing.
    """
    from .answer import words_of

    if status in (200, 206):
        return
    hints = {
        404: "is the name of the dataset right? it may have been renamed or taken down",
        413: "ask for less: name codes (geo=ITH5) or years (time=2015-2023)",
        400: "are these dimensions and codes of this dataset?",
    }
    said = words_of(data)
    message = f"{host} refuses (HTTP {status})" + (f": {said}" if said else "")
    raise service_error(Code.SERVICE_ANSWER, message, hints.get(status))


def _reason(error: Exception) -> str:
    return str(error).rpartition("] ")[2].partition(" (")[0][:100]
