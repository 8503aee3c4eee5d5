"""The forms of the coordinator’s pages about programmes."""
