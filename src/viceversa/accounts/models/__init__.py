"""The tables of the accounts."""

from viceversa.accounts.models.instance import Entrance, Instance
from viceversa.accounts.models.user import Grant, User, UserManager

__all__ = ["Entrance", "Grant", "Instance", "User", "UserManager"]
