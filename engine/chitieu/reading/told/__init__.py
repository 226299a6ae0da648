"""What is no target: what was, what there is, what is given to do, what only describes."""
