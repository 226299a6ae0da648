"""A clause in segments, and what its words say of a figure: name, measure, time, better side."""
