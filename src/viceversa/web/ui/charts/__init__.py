"""Where each mark of a chart stands: geometry only, in the units of its own drawing."""
