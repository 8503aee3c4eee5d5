"""The HTML door: checks access, tells the time, makes one domain call, shows the answer."""
