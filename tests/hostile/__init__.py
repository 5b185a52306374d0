"""What strangers may propose: it is named at its place, or shown as the text that it is."""
