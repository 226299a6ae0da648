"""Documents to draft rulesets: a resolution's lists of targets, with the place of every word."""
