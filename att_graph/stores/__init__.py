"""Where graphs are kept and asked: one interface, and a module for each kind of home."""
