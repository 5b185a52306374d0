"""Reports for editors: what rests on a law, what a change means."""
