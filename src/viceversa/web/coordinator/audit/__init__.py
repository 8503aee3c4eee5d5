"""The audit, read by administrators."""
