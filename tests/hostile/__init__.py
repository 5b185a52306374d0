"""What strangers may propose: whatever it is, it is named at its place or shown as the text it is."""
