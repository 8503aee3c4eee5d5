"""Tables of measurement."""

from viceversa.measurement.models.self_check import Curiosity, SelfCheck, Share

__all__ = ["Curiosity", "SelfCheck", "Share"]
