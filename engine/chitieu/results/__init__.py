"""Result texts: from the sentences of a year-end report to a draft of the actuals."""
