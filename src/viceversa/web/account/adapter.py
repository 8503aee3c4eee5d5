"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up by themselves: users are made by an administrator or an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
