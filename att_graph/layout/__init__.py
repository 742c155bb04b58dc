"""Lines of a text → the structure of a report: headings, paragraphs, items, notes, tables."""
