"""chitieu: reads the targets of Vietnamese resolutions from their own words and judges the figures against them."""

__version__ = "0.1.0"
