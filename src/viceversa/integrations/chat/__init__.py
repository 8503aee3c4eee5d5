"""Chat services by their addresses, through apprise; it is loaded only when something is sent."""

from viceversa.integrations.chat.client import Unusable, check, ring
from viceversa.integrations.chat.filling import filled

__all__ = ["Unusable", "check", "filled", "ring"]
