"""The report of `viceversa match`: one self-contained page, as handsome as the application."""

from viceversa.ops.matching_report.content import LeftView, PairView, PersonView, Proof, Report
from viceversa.ops.matching_report.page import render

__all__ = ["LeftView", "PairView", "PersonView", "Proof", "Report", "render"]
