"""All entries together: look-ups, dates, evaluation, and checks across entries."""
