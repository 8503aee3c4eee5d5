"""The tables of the messages."""

from viceversa.notifications.models.message import Message, written
from viceversa.notifications.models.postbox import Postbox
from viceversa.notifications.models.wishes import Address, ChatWish, Hours, Preference

__all__ = ["Address", "ChatWish", "Hours", "Message", "Postbox", "Preference", "written"]
