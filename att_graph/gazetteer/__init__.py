"""What is known before a report is read: names of actors and groups, concepts, their spellings."""
