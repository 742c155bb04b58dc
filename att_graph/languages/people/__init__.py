"""What a language says of people, where it is more than one file holds: a module a language."""
