"""Two graphs, or editions of one report, side by side: what agrees, what differs."""
