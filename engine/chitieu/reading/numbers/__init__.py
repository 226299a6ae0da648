"""What every number of a clause is: a figure, or a date, a label, a name, the base of a rate."""
