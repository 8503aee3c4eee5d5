"""Circles: mixed teams of three to eight in which everybody gives and receives."""

from .form import Circle, CirclePolicy, Circles, form_circles

__all__ = ["Circle", "CirclePolicy", "Circles", "form_circles"]
