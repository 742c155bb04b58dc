"""A release: the graphs in every form that somebody may want, each file read back."""
