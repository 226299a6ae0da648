"""Text to tokens: words by the lexicon, figures by its patterns, and what scans and typists spoil."""
