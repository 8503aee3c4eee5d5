"""How relationships of a cohort end, who was named, who appears: for whoever coordinates."""
