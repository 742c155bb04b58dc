"""The graph over HTTP: a read-only SPARQL 1.1 Protocol service, and what stands around it."""
