"""One statement without a figure: what is to hold, to be attained or never to occur."""
