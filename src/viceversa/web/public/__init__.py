"""Pages for everybody: the door of the programme, health."""
