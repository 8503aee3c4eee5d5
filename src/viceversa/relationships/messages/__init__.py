"""What relationships say by mail, one function per kind; never what people wrote to each other."""
