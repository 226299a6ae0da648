"""Text before it is read: normal form with a way back to the text as given, and Vietnamese figures."""
