"""Handing a title and a link to a chat service; the service's own words never come back.

Apprise answers yes or no and logs why. Its pictures are switched off: they would be fetched from
somebody else's server by whoever reads the message.
"""

from typing import Any


class Unusable(Exception):
    """Apprise makes nothing of this address, or is not installed."""


def check(address: str) -> str:
    """Return the name of the service an address belongs to; raises Unusable. Sends nothing."""
    return str(_service(address).service_name)


def ring(address: str, *, title: str, link: str) -> bool:
    """Send a message of one title and one link; return whether the service took it.

    Waits four seconds for a connection and four for an answer. Raises Unusable.
    """
    service = _service(address)
    form = service.notify_format
    # Teams makes nothing of a bare address; where there is no such mark-up it would only disturb.
    body = f"[{link}]({link})" if form == "markdown" else link
    return bool(service.notify(body=body, title=title, body_format=form))


def _service(address: str) -> Any:
    """Return apprise's plugin for an address."""
    try:
        from apprise import Apprise, AppriseAsset
    except ImportError as error:
        raise Unusable("the extra “chat” is not installed") from error
    asset = AppriseAsset(
        app_id="Viceversa",
        app_desc="Viceversa",
        app_url="",
        image_url_mask="",
        image_url_logo="",
        async_mode=False,
        storage_mode="memory",  # nothing about anybody on disk
    )
    service = Apprise.instantiate(address, asset=asset, suppress_exceptions=True)
    if service is None:
        raise Unusable("no chat service has an address of this form")
    return service
