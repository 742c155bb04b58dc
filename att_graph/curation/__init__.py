"""A curator's work: adding a report, and seeing what was understood, doubted or missed."""
