"""The subcommands that fill a module of their own; `cli` puts them into the command."""
