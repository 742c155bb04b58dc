"""`python -m att_graph` is the command `att-graph`."""

from att_graph.cli import main

if __name__ == "__main__":
    main()
