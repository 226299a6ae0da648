"""The words around a figure, read by the grammar as one phrase."""
