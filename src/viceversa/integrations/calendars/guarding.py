"""Which addresses may be read from here: https on the open internet, never our own network.

Whoever types an address into a form could make the server knock at doors that are closed to them.
So a name is looked up once, every address behind it must be public, and the connection goes to the
very address that was checked.
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

PORT = 443
LONGEST = 1_000  # characters

type Lookup = Callable[[str], list[str]]


class Refused(Exception):
    """The address is none of those that may be read; `code` says why.

    Codes: `scheme`, `port`, `host`, `user`, `private`, `long`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check(address: str) -> SplitResult:
    """Return the parts of an address that may be read as far as its words go; raises Refused.

    `webcal://`, which calendars hand out, counts as `https://`.
    """
    if len(address) > LONGEST:
        raise Refused("long")
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        raise Refused("host")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise Refused("host") from error
    if parts.scheme == "webcal":
        parts = parts._replace(scheme="https")
    if parts.scheme != "https":
        raise Refused("scheme")
    if parts.username is not None or parts.password is not None:
        raise Refused("user")
    if port not in (None, PORT):
        raise Refused("port")
    if not parts.hostname or "." not in parts.hostname.rstrip("."):
        raise Refused("host")
    if _is_number(parts.hostname) and not is_public(parts.hostname):
        raise Refused("private")
    return parts


def resolve(host: str, lookup: Lookup | None = None) -> str:
    """Return one public address of a name; raises Refused where any address behind it is not."""
    found = (lookup or addresses)(host)
    if not found:
        raise Refused("host")
    if not all(is_public(each) for each in found):
        raise Refused("private")
    return found[0]


def addresses(host: str) -> list[str]:
    """Return every address a name stands for; OSError where the name service does not answer."""
    try:
        rows = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise Refused("host") from error
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


def is_public(address: str) -> bool:
    """Tell whether an address lies on the open internet, also behind its IPv6 disguises."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if number in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)))
    return number.is_global and not number.is_multicast


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
