"""editions: the reports of one document in several languages, told as one.

Stands between load and to_graph. Reports that are editions of one document are put in order, the
first is the reference; what the others name is given the reference's refs (`counterparts`), place
by place (`places`), and where they disagree a finding says so (`disagreements`). Each report stays
a report of its own: the union of their graphs is the graph of the document.
"""

from att_graph.editions.unite import aligned, groups, named, unite

__all__ = ["aligned", "groups", "named", "unite"]
